package anchor

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Anchor is a word that names a happening, and what was read about it.
type Anchor struct {
	Chunk    int   // of the sentence
	From, To int   // tokens
	Word     int   // where the word ends that stands for all of a phrase
	Prefix   uint8 // letters glued on in front
	Rule     *rule.Rule
	Form     rule.Form
	Reading  *lang.Reading // nil of several words
	Agents   []int         // actors of the record
	Targets  []int
	Governor int    // the chunk of the verb that a noun stands under, -1
	Support  string // what that says of it (see package role), "" if nothing
	Definite bool   // a noun with an article
	Ascribed bool   // who did it is whom others hold to have done it
}

// Nominal reports whether the anchor is a noun.
func (a *Anchor) Nominal() bool { return a.Form == rule.Noun || a.Form == rule.Masdar }

// verb notes the happening that the verb of chunk i names.
func (r *Reader) verb(i int) {
	c := &r.C[i]
	k := &r.K[c.Head]
	if k.Starts&lang.StartsEvent == 0 || !k.In(r.Rules.VerbWord) || r.Keyed(c.Head, "another") {
		return
	}
	if r.hyphened(c.Head) {
		return // a part of a name
	}
	if r.Owns(i) {
		return // trucks that go back to them: that are theirs
	}
	so := i > 0 && r.C[i-1].Kind == clause.Opens && r.Keyed(r.C[i-1].Head, "so") && i+1 < len(r.C) && r.Pronominal(i+1) == ""
	must := i > 0 && r.C[i-1].Kind != clause.NounPhrase && r.Keyed(r.C[i-1].Head, "must") && !c.Joined
	lent := r.Rules.Lent(k.Word)
	her := i > 0 && r.C[i-1].Kind == clause.Relative && r.C[i-1].Takes == lang.Her && k.Word.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Present|lang.Feminine) == lang.Present|lang.Feminine && q.Classes.Meets(r.Rules.VerbWord)
	})
	var best *rule.Rule
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&(lang.Past|lang.Present) == 0 || must && q.Feat&lang.Past != 0 {
			continue // they must urge them: a verbal noun
		}
		if q.Feat&lang.Present != 0 && k.In(r.Rules.Given) {
			continue // a given name: Yasser
		}
		if her && q.Feat&(lang.Past|lang.Masculine|lang.Feminine) == lang.Past|lang.Masculine {
			continue // the groups that fight (she): not, that fought one another (he)
		}
		said := q.Feat&lang.First != 0 && q.Feat&lang.Past == 0 // only what is done by words: we call on them
		if lent || !q.Classes.Meets(r.Rules.VerbWord) {
			continue // or it is rather a verb that lends its subject
		}
		for _, kind := range r.Rules.Verbs[q.Lemma] {
			if q.Feat&lang.Pronoun != 0 && kind.Type == "ASSAULT" && kind.Needs != 0 && !kind.Frames[rule.Verb].Target.Has(frame.Object) && !kind.Frames[rule.Verb].Agent.Has(frame.Object) {
				continue // with an object it is another verb: heads it, spends it
			}
			if kind.Needs == 0 && kind.Frames[rule.Verb].Target == 0 && r.begins(k.Word, q) && !r.goes(i) {
				continue // "provided", not "and fled"
			}
			if best != nil && (q.Feat&lang.Past == 0 || c.Reading.Feat&lang.Past != 0) {
				break // of the past and the present, the past
			}
			if so && kind.Type == "REQUEST" && kind.Needs.Has(frame.BehindTo) {
				continue // which led them to
			}
			if kind.Has[rule.Verb] && (!said || kind.Verbal && q.Feat&lang.Plural != 0) && r.Meets(kind, i) {
				c.Reading, best = q, kind
				break
			}
		}
	}
	if best != nil {
		r.Here = append(r.Here, Anchor{Chunk: i, From: c.Head, To: c.Head + 1, Word: c.Head + 1, Prefix: conjunctions(c.Reading), Rule: best, Form: rule.Verb, Reading: c.Reading, Governor: -1})
	}
}

// hyphened reports whether a dash binds the word at token i to the next, as it does in names.
func (r *Reader) hyphened(i int) bool {
	return i+2 < len(r.K) && r.K[i+1].Mark == lang.Dash && r.K[i].End == r.K[i+1].Start && r.K[i+1].End == r.K[i+2].Start
}

// begins reports whether what q takes for a conjunction is the first letter of another verb that the lexicon has.
func (r *Reader) begins(w *lang.Word, q *lang.Reading) bool {
	if q.Feat&lang.Conjunction == 0 {
		return false
	}
	for n := range w.Readings {
		p := &w.Readings[n]
		if p.Feat&(lang.Past|lang.Present) != 0 && p.Feat&(lang.Conjunction|lang.Guess|lang.First) == 0 && p.Lemma != q.Lemma && p.Feat&(lang.Active|lang.Passive) != lang.Passive {
			return true
		}
	}
	return false
}

// goes reports whether the verb of chunk i has no object, or it is said from where or to where somebody went.
func (r *Reader) goes(i int) bool {
	bare := 0
	for j := i + 1; j < len(r.C) && j <= i+3; j++ {
		switch c := &r.C[j]; {
		case c.Kind != clause.NounPhrase:
			return bare <= 1 && !r.C[i].Pronoun
		case c.Prep == "from" || c.Prep == "to":
			return true
		case c.Prep == "" && c.Reading != nil && c.Reading.Feat&(lang.Accusative|lang.Masdar|lang.Participle) == lang.Accusative && c.Actor < 0:
			return false // they provided a house
		case c.Prep == "":
			bare++
		}
	}
	return bare <= 1 && !r.C[i].Pronoun
}

// phrased makes a noun phrase of what was taken for the verb of chunk i, where a name of
// several words for a happening begins with it and no rule reads it as a verb: the ceasing of
// fire, not "it ceased".
func (r *Reader) phrased(i int) {
	c := &r.C[i]
	k := &r.K[c.Head]
	if i == 0 && r.C[0].Head == 0 && r.C[0].Reading.Feat&lang.Past != 0 && r.C[0].Ambiguous && r.T.Sentences[len(r.T.Sentences)-1].Paragraph > 0 {
		if _, kind, form := r.nounRule(0, 0); kind != nil && form == rule.Masdar {
			c.Kind, c.Reading = clause.NounPhrase, r.Noun(0) // headlines begin with a noun or a verb in the present: the arrest of
			return
		}
	}
	if !k.In(r.Rules.VerbWord) || c.Reading.Feat&lang.Guess != 0 {
		r.phrase(i)
	}
}

// phrase makes a noun phrase of chunk i where a name of several words for a happening begins with it, and reports it.
func (r *Reader) phrase(i int) bool {
	c := &r.C[i]
	if !r.K[c.Head].Word.Begins.Meets(r.Rules.NounWord) {
		return false
	}
	e, p := r.T.PhraseAt(c.Head, r.Rules.NounWord)
	if p == nil || e <= c.Head+1 {
		return false
	}
	c.Kind, c.Reading = clause.NounPhrase, r.Noun(c.Head)
	return true
}

// conjunctions is how many letters a conjunction takes in front.
func conjunctions(q *lang.Reading) uint8 {
	if q.Feat&lang.Conjunction != 0 {
		return 1
	}
	return 0
}

// noun notes the happening that a noun of phrase i names: its head, or what the head is
// bound to.
func (r *Reader) noun(i int) {
	c := &r.C[i]
	if c.Actor >= 0 && c.Figure < 0 || c.Place >= 0 {
		return // a party's or a place's own name
	}
	for j := c.Head; j < c.To; j++ {
		k := &r.K[j]
		if k.Word == nil {
			continue
		}
		if r.Names(j) {
			return
		}
		if k.Starts&lang.StartsPhrase != 0 && k.Word.Begins.Meets(r.Rules.NounWord) {
			if e, p := r.T.PhraseAt(j, r.Rules.NounWord); p != nil {
				if kind := r.ruled(r.Rules.Nouns[p.Text], i); kind != nil {
					r.Happens(i)
					r.Here = append(r.Here, Anchor{Chunk: i, From: j, To: e, Word: r.anchored(j, e, p), Prefix: p.Prefix, Rule: kind, Form: rule.Noun, Governor: -1, Definite: p.Article || k.Has(lang.Article)})
					r.swallow(i, e)
				}
				return
			}
		}
		if k.Starts&lang.StartsEvent == 0 || !k.In(r.Rules.Coded) || r.Keyed(j, "another") {
			continue
		}
		if q, kind, form := r.nounRule(j, i); kind != nil {
			if (kind.Type == "DISASTER" || kind.Supported) && j+1 < c.To && r.K[j+1].In(r.Rules.Coded) {
				continue // the incident of the shooting, the operation of the siege
			}
			if kind.Prevents && form == rule.Masdar && q.Feat&lang.Article != 0 {
				continue // frustration: foiling is of something
			}
			if j < r.OfficeTo(i) {
				continue // an editor frees nothing
			}
			if form == rule.Masdar && c.Figure >= 0 {
				continue // the killed and wounded who are counted
			}
			r.Happens(i)
			r.Here = append(r.Here, Anchor{Chunk: i, From: j, To: j + 1, Word: j + 1, Prefix: q.Prefix, Rule: kind, Form: form, Reading: q, Governor: -1, Definite: q.Feat&lang.Article != 0})
			return
		}
	}
}

// anchored is where the anchor of a phrase of tokens [from, to) ends: with its first word,
// where that is less than a third of it and says something alone.
func (r *Reader) anchored(from, to int, p *lang.Phrase) int {
	first := r.K[from].End - r.K[from].Start
	if r.Rules.Whole[p.Text] || r.K[to-1].End-r.K[from+1].Start <= 2*first {
		return to
	}
	return from + 1
}

// swallow lets chunk i run to token e, over what was cut off of its name.
func (r *Reader) swallow(i, e int) {
	n := i + 1
	for n < len(r.C) && r.C[n].From < e {
		e = max(e, r.C[n].To)
		n++
	}
	r.C[i].To = max(r.C[i].To, e)
	r.C = slices.Delete(r.C, i+1, n)
}

// nounRule is the rule that the noun at token j stands under: one listed as a noun, else the
// verbal noun of a listed verb.
func (r *Reader) nounRule(j, i int) (*lang.Reading, *rule.Rule, rule.Form) {
	w := r.K[j].Word
	if w.Has(lang.Nisba) {
		return nil, nil, 0 // an adjective of it
	}
	for n := range w.Readings {
		q := &w.Readings[n]
		if r.Rules.Listed(w, q) {
			if kind := r.ruled(r.Rules.Nouns[q.Lemma], i); kind != nil {
				return q, kind, rule.Noun
			}
		}
	}
	for n := range w.Readings {
		q := &w.Readings[n]
		if r.Rules.Masdar(w, q) {
			if kind := r.ruled(r.Rules.Verbs[q.Lemma], i); kind != nil {
				return q, kind, rule.Masdar
			}
		}
	}
	return nil, nil, 0
}

// ruled is the first of the rules that reads nouns and finds what it needs about phrase i.
func (r *Reader) ruled(rs []*rule.Rule, i int) *rule.Rule {
	for _, kind := range rs {
		if kind.Has[rule.Noun] && r.Meets(kind, i) {
			return kind
		}
	}
	return nil
}
