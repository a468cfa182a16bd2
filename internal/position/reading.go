package position

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/phrase"
)

// trigger is a word that carries a stance, tokens [from, to): with the negation or the
// particle of the future before it.
type trigger struct {
	from, at, to int // at is the word itself
	kind         string
	word         word
	by           *lang.Reading
	negated      bool
	claim        int // the claim whose cue it is, -1
}

// reading is the state of reading one text.
type reading struct {
	phrase.Reader
	f   *Finder
	t   *lang.Text
	rec *riwaya.Record
	m   match.Matcher
	around
	cur  trigger
	last last // the position before in the sentence
	out  []riwaya.Position
	// limit is the token where the words of who speaks around the trigger end
	limit int
}

// last is what a verb that is joined to the one before takes from it.
type last struct {
	actor int // -1
	feat  lang.Feat
}

func (r *reading) reset(f *Finder, t *lang.Text, rec *riwaya.Record) {
	r.Reset(f.phrases, t)
	r.f, r.t, r.rec = f, t, rec
	r.around.ready = false
	r.out = r.out[:0]
	r.m.Text, r.m.Parts = t, r
}

// done lets go of the text.
func (r *reading) done() {
	clear(r.out)
	r.Reset(r.f.phrases, &lang.Text{})
	r.t, r.rec, r.m.Text, r.m.Parts, r.cur = nil, nil, nil, nil, trigger{}
}

// sentence tries the words of one sentence, from left to right.
func (r *reading) sentence(s *lang.Sentence) {
	fresh := true
	for i := s.From; i < s.To; i++ {
		w := r.Tokens[i].Word
		if w == nil || w.Feats&(lang.Future|lang.Cue) == 0 && !w.Classes.Meets(r.f.g.anchor) && !w.Begins.Meets(r.f.g.word) {
			continue
		}
		if fresh {
			fresh = false
			r.Start, r.End = s.From, s.To
			r.last = last{actor: -1}
			r.around.read(r)
			r.line(s)
		}
		at := i
		if w.Classes.Meets(r.f.g.context) && i+1 < s.To && r.Tokens[i+1].Word != nil && (r.is(i, keyWill) || r.is(i, keyNever)) {
			at++
		}
		if to, ok := r.try(at); ok {
			i = to - 1
		}
	}
}

// try tries the rules for the kinds of word that token i can be, and returns where to go on.
func (r *reading) try(i int) (int, bool) {
	var buf [8]trigger
	for _, c := range r.triggers(i, buf[:0]) {
		r.cur = c
		r.bound()
		r.At, r.CueEnd, r.By, r.Subject, r.Governed = c.at, c.to, c.by, -1, -1
		r.m.Trigger()
		rules := r.f.rules[c.kind]
		for n := range rules {
			u := &rules[n]
			if !r.suits(u) {
				continue
			}
			captures, ok, _ := r.m.Match(u.compiled, u.index, c.from, c.to, 0)
			if ok && r.settle(u, captures) {
				return c.to, true
			}
		}
	}
	return i, false
}

// bound sets the limit of the content: the end of the sentence, or of the claim's content
// in which the trigger stands.
func (r *reading) bound() {
	r.limit = r.End
	at := r.Tokens[r.cur.at].Span()
	c := r.inner(at)
	if c < 0 {
		return
	}
	for _, s := range r.rec.Claims[c].Content.Spans {
		if !s.Contains(at) {
			continue
		}
		for r.limit > r.cur.to && r.Tokens[r.limit-1].End > s.End {
			r.limit--
		}
	}
}

// suits reports whether the word is one that the rule is for.
func (r *reading) suits(u *rule) bool {
	c := &r.cur
	switch {
	case u.joined && !r.Tokens[c.from].Has(lang.Conjunction):
	case u.person == "first" && c.by.Feat&(lang.First|lang.Plural) != lang.First|lang.Plural, u.person == "third" && c.by.Feat&lang.First != 0:
	case u.pronoun == "yes" && c.by.Feat&lang.Pronoun == 0, u.pronoun == "no" && c.by.Feat&lang.Pronoun != 0:
	case u.whose == whoseSource && c.claim < 0:
	case c.word.only&onlyStart != 0 && !u.starts && !u.says:
	case len(u.only) > 0 && u.whose == whoseSource && !slices.Contains(u.only, r.rec.Claims[c.claim].Cue.Class):
	case u.whose == whoseLast && r.last.actor < 0:
	default:
		return true
	}
	return false
}

// triggers are what token i can be, the likeliest first.
func (r *reading) triggers(i int, out []trigger) []trigger {
	g, t := &r.f.g, &r.Tokens[i]
	claim := r.cueAt(t)
	if e, p := r.t.PhraseAt(i, g.word); e > i {
		return append(out, trigger{from: i, at: i, to: e, kind: kindState, word: r.f.words[p.Key], by: &lang.Reading{Feat: lang.Noun, Prefix: p.Prefix}, claim: -1})
	}
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		if len(out) == cap(out) {
			break
		}
		switch {
		case q.Classes.Meets(g.stance):
			for _, w := range r.f.verbs[q.Lemma] {
				out = r.carries(out, i, w, q, claim)
			}
		case (q.Feat&(lang.Future|lang.Guess) == lang.Future || q.Feat&(lang.Present|lang.Guess) == lang.Present && i > r.Start && (r.is(i-1, keyWill) || r.is(i-1, keyNever))) && t.Word.Feats&(lang.Past|lang.Noun) == 0 && !t.In(g.was.Or(g.stance)):
			out = r.verb(out, i, plain, q)
		case q.Classes.Meets(g.word):
			w := r.f.words[q.Key]
			if q.Feat&(lang.Dual|lang.Plural) != 0 && w.only&isState == 0 || q.Feat&lang.Pronoun == 0 && w.only&onlyPronoun != 0 {
				continue
			}
			kind := kindNoun
			switch {
			case w.only&isState != 0:
				kind = kindState
			case w.only&isNeed != 0:
				kind = kindNeed
			}
			out = r.add(out, i, kind, w, q, -1)
		}
	}
	if claim >= 0 && !t.In(g.stance) { // any other word of saying: the rules ask for its class
		for k := range t.Word.Readings {
			if q := &t.Word.Readings[k]; q.Cue != nil && len(out) < cap(out) && q.Cue.Text == r.rec.Claims[claim].Cue.Lemma {
				return append(out, trigger{from: i, at: i, to: i + 1, kind: kindSaid, by: q, claim: claim})
			}
		}
	}
	return out
}

// carries adds what a form of a verb of stance can be.
func (r *reading) carries(out []trigger, i int, w word, q *lang.Reading, claim int) []trigger {
	if w.frames == 0 {
		return out
	}
	if claim >= 0 && w.stance != "" && w.only&onlyNarrated == 0 && (q.Cue != nil || q.Feat&lang.Verb != 0) && !(q.Feat&lang.Masdar != 0 && w.frames&takesWhom != 0) {
		out = r.add(out, i, kindCue, w, q, claim)
	}
	switch {
	case q.Feat&lang.Verb != 0:
		return r.verb(out, i, w, q)
	case q.Feat&lang.Participle != 0 && q.Feat&(lang.Article|lang.Passive) == 0 && q.Feat&(lang.Feminine|lang.Plural) != lang.Feminine|lang.Plural && w.stance != "":
		return r.add(out, i, kindState, w, q, -1)
	}
	return out
}

// verb adds what a finite verb can be.
func (r *reading) verb(out []trigger, i int, w word, q *lang.Reading) []trigger {
	g := &r.f.g
	if q.Feat&lang.Pronoun != 0 && w.frames&(takesObj|takesClause) == 0 {
		return out
	}
	if w.only&onlyPresent != 0 && q.Feat&lang.Present == 0 {
		return out
	}
	never, future := false, q.Feat&lang.Future != 0
	if i > r.Start && q.Feat&lang.Conjunction == 0 {
		p := &r.Tokens[i-1]
		never = r.is(i-1, keyNever)
		future = future || r.is(i-1, keyWill)
		if p.In(g.negation) && !never && w.stance == "" {
			return out
		}
	}
	switch {
	case never && q.Feat&lang.Present != 0:
		return r.add(out, i, kindNever, w, q, -1)
	case never:
		return out
	case q.Feat&lang.Passive != 0 && q.Feat&lang.Active == 0 && w.stance != "":
		return out
	case w.frames&takesPassed != 0:
		if q.Feat&lang.First != 0 {
			return out
		}
		if future || w.stance != "" {
			return r.add(out, i, kindPassed, w, q, -1)
		}
		return out
	case future:
		return r.add(out, i, kindWill, w, q, -1)
	case w.stance == "":
		return out
	}
	return r.add(out, i, kindVerb, w, q, -1)
}

// add adds a trigger, with the negation or particle before it.
func (r *reading) add(out []trigger, i int, kind string, w word, q *lang.Reading, claim int) []trigger {
	if len(out) == cap(out) {
		return out
	}
	c := trigger{from: i, at: i, to: i + 1, kind: kind, word: w, by: q, claim: claim}
	if i > r.Start && q.Prefix == 0 {
		p := &r.Tokens[i-1]
		switch {
		case kind == kindNever, kind == kindWill && q.Feat&lang.Future == 0:
			c.from = i - 1
		case p.In(r.f.g.negation) && p.Word.Feats&(lang.Function) != 0 && !r.is(i-1, keyNo):
			c.from, c.negated = i-1, true
		}
	}
	if c.negated && w.negated == "" || !c.negated && w.only&onlyNegated != 0 {
		return out
	}
	return append(out, c)
}

// is reports whether token i is a context word of that key.
func (r *reading) is(i int, key string) bool {
	t := &r.Tokens[i]
	if t.Word == nil || !t.In(r.f.g.context) {
		return false
	}
	for n := range t.Word.Readings {
		if q := &t.Word.Readings[n]; q.Classes.Meets(r.f.g.context) && q.Key == key {
			return true
		}
	}
	return false
}

// contextAt is where context words of that key that begin at token i end, i if none do.
func (r *reading) contextAt(i int, key string) int {
	g := &r.f.g
	if t := &r.Tokens[i]; t.Word != nil && t.Word.Begins.Meets(g.context) {
		if e, p := r.t.PhraseAt(i, g.context); e > i && p.Key == key {
			return e
		}
	}
	if r.is(i, key) {
		return i + 1
	}
	return i
}

// Keys of context words that the finder itself asks for.
const (
	keyNever   = "never"   // the negation of the future
	keyWill    = "will"    // the particle of the future
	keyNo      = "no"      // what looks like a negation and is none here
	keyHer     = "her"     // the ending of a word with the pronoun "her, its"
	keyIf      = "if"      // what opens a condition
	keyMembers = "members" // those of a group, for the group
	keyInvited = "invited" // what one is invited to, which is no demand
	keyWhere   = "where"   // what opens a clause that only describes
	keyTowards = "towards"
	keyPrivate = "private" // what makes a title no office of an institution
	keyBy      = "by"      // what opens the agent of a passive
	keyEnds    = "ends"    // what opens something else behind a content
	keyAdverb  = "adverb"  // a preposition with a noun that is an adverb
)

var _ match.Parts = (*reading)(nil)
