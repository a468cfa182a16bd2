package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// AfterComma reports whether another phrase without a preposition, that goes on with nothing,
// stands behind phrase j and a comma: it may be the object of the verb before.
func (r *Reader) AfterComma(j int) bool {
	for i := j + 1; i+1 < len(r.C) && i < j+6; i++ {
		switch c := &r.C[i]; {
		case c.Kind == clause.Verb && i == j+1 && !c.Joined && !r.K[r.C[j].Head].Has(lang.Article): // a bomber whom they hold to be of the group
		case c.Kind == clause.Comma:
			n := &r.C[i+1]
			return n.Bare() && !n.Joined && !n.Listed && (n.Actor >= 0 || n.Figure >= 0 && r.Rec.Figures[n.Figure].Group != "things" && r.C[j].Figure < 0 && r.Rec.Figures[n.Figure].Predicate != "age" || r.StandsFor(n.Head, true) || r.StandsFor(n.Head, false))
		case c.Kind == clause.Adverb, c.Kind == clause.NounPhrase && c.Prep != "":
		default:
			return false
		}
	}
	return false
}

// Bars reports whether the phrase right behind the verb of chunk v is an action whose noun is masculine, and the verb in the feminine: it is
// no subject of that, as a plural that looks like a singular would be: she forbids the coming of aid.
func (r *Reader) Bars(v int) bool {
	q, c := r.C[v].Reading, &r.C[v+1]
	n := c.Reading
	if q.Feat&(lang.Masculine|lang.Feminine) != lang.Feminine || q.Feat&(lang.Plural|lang.First) != 0 || n == nil || c.Actor >= 0 || c.Place >= 0 || c.Figure >= 0 {
		return false
	}
	return n.Feat&(lang.Masdar|lang.Guess|lang.Plural|lang.Feminine) == lang.Masdar && r.K[c.Head].Feats&(lang.Feminine|lang.Plural) == 0
}

// Attributes reports whether the verb of chunk v, which may be one of speech, says in the record what somebody claims: else it is a verb
// like any other: they spotted a car.
func (r *Reader) Attributes(v int) bool {
	at := r.K[r.C[v].Head].Span()
	for i := range r.Rec.Claims {
		if c := &r.Rec.Claims[i]; len(c.Cue.Spans) > 0 && c.Cue.Spans.Hull().Overlaps(at) {
			return true
		}
	}
	return false
}
