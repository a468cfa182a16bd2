package near

import (
	"slices"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
)

// utterances are the classes of the cues whose claims are themselves what is done by words, by the type of
// event that they are.
var utterances = map[string][]string{
	"ACCUSE":   {"accuse", "condemn"},
	"REJECT":   {"reject"},
	"REQUEST":  {"demand"},
	"THREATEN": {"threaten"},
}

// Utters is the claim that the word at token t attributes, where to say it is what the rule reads: to accuse of
// this, to call for that; -1 if it attributes none. What the rule needs stands there then: what is said.
func (r *Reader) Utters(what *rule.Rule, t int) int {
	if !what.Verbal {
		return -1
	}
	k, claims := &r.K[t], r.Rec.Claims
	n, _ := slices.BinarySearchFunc(claims, k.End, func(c riwaya.Claim, end int) int {
		if len(c.Cue.Spans) > 0 && c.Cue.Spans[0].Start < end {
			return -1
		}
		return 1
	}) // they stand in the order of their cues
	if n == 0 {
		return -1
	}
	c := &claims[n-1]
	if len(c.Cue.Spans) == 0 || c.Cue.Spans[0].End <= k.Start || c.Negated || !slices.Contains(utterances[what.Type], c.Cue.Class) {
		return -1
	}
	return n - 1
}

// Said reports whether what the rule needs behind its word is what the word at token t attributes to somebody known:
// an accusation names whom it accuses besides.
func (r *Reader) Said(what *rule.Rule, t int) bool {
	return what.Type != "ACCUSE" && r.speaker(what, t) >= 0
}

// Weighty reports whether a body says what the rule reads at token t, or somebody whom the lexicon knows, and not only
// one who speaks for a body.
func (r *Reader) Weighty(what *rule.Rule, t int) bool {
	n := r.speaker(what, t)
	return n >= 0 && (r.Rec.Actors[n].Kind != "person" || r.Rec.Actors[n].Name != nil)
}

// speaker is whoever says what the rule reads at token t, where that is known, and no private person, no medium and no
// company: a state, a body, who speaks for one; -1 else.
func (r *Reader) speaker(what *rule.Rule, t int) int {
	n := r.Utters(what, t)
	if n < 0 || r.Rec.Claims[n].Source.Actor == nil || r.addressed(t) {
		return -1
	}
	for i := range r.Rec.Actors {
		if a := &r.Rec.Actors[i]; a.ID == *r.Rec.Claims[n].Source.Actor {
			if a.Private || a.Kind == "media" || a.Kind == "company" {
				return -1
			}
			return i
		}
	}
	return -1
}

// addressed reports whether the noun right behind the verb at token t is no subject of it: he calls on the (feminine)
// organisations, she on the (masculine) council.
func (r *Reader) addressed(t int) bool {
	k := &r.K[t]
	if t+1 >= len(r.K) || k.Word == nil || r.K[t+1].Word == nil || !r.K[t+1].Has(lang.Article) {
		return false
	}
	he := k.Word.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&(lang.Masculine|lang.Feminine) == lang.Masculine
	})
	she := k.Word.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine
	})
	n := r.Noun(t + 1)
	return n != nil && (he && !she && n.Feat&lang.Feminine != 0 || she && !he && n.Feat&(lang.Feminine|lang.Plural|lang.Dual) == 0)
}

// CalledOn reports whether phrase j, right behind a verb of asking, which is taken for who asks, names all who are party to
// something, whom others ask, and nobody else stands there.
func (r *Reader) CalledOn(j, source int) bool {
	if source < 0 || j >= len(r.C) || j+1 < len(r.C) && r.C[j+1].Bare() {
		return false
	}
	c := &r.C[j]
	return c.Bare() && c.Actor == source && r.Keyed(c.Head, "all-sides")
}

// Adjectives reports whether tokens [from, to) are adjectives of origin or kind: the Turkish air raid.
func (r *Reader) Adjectives(from, to int) bool {
	for ; from < to; from++ {
		if !r.K[from].Has(lang.Nisba) {
			return false
		}
	}
	return true
}

// Holder reports whether the subject of chunk i, a verb of visits or of blame, is whoever holds an office, though nobody knows them
// by name: the minister of defence receives. "The minister" alone only takes up somebody.
func (r *Reader) Holder(what *rule.Rule, i int) bool {
	if r.C[i].Kind != clause.Verb || what.Type != "CONSULT" && what.Type != "ACCUSE" {
		return false
	}
	subj, _, passive := r.SubjectAndObject(i, &what.Verb)
	return !passive && subj >= 0 && r.Office(subj) && r.C[subj].Bare() && r.C[subj].Definite && r.C[subj].To > r.C[subj].Head+1 && r.C[i].Reading.Feat&lang.Feminine == 0
}
