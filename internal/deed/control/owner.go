package control

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// lendsAt is the token of phrase p that lends whom it is bound to what stands behind that preposition: a verbal noun
// of a verb that does so (the rate of success of the army in), the efforts of the state to. It is -1 where none does.
func (r *Reader) lendsAt(p int, prep string) int {
	c := &r.C[p]
	for i := c.Head; i < c.To; i++ {
		k := &r.K[i]
		if i > c.Head && r.Names(i) {
			break
		}
		if i > c.Head && k.Has(lang.Article) || prep == "in" && r.Keyed(i, "means") {
			continue // whom somebody uses in it
		}
		if slices.ContainsFunc(r.SupportsNoun(i), func(u frame.Support) bool { return u.Prep == prep && frame.LendsSubject(u.Key) }) || (prep == "in" || prep == "on" || prep == clause.For) && r.Keyed(i, frame.Will) {
			return i
		}
	}
	return -1
}

// unknown reports whether a verbal noun that takes its object behind a preposition is bound to somebody
// who is no actor: the taking part of their allies in.
func (r *Reader) unknown(p int) bool {
	c := &r.C[p]
	if c.To == c.Head+1 || !slices.ContainsFunc(r.SupportsNoun(c.Head), func(u frame.Support) bool { return u.Prep != "" && u.Key == frame.Does }) || r.LendsBehind(p, "") {
		return false
	}
	n := r.Noun(c.Head + 1)
	return n != nil && n.Feat&(lang.Nisba|lang.Participle|lang.Accusative) == 0 && !r.K[c.Head].Has(lang.Article)
}

// Postponed reports whether the subject of the verb before stands behind the verbal noun of chunk i, whose pronoun, in q, is its
// object: they carried out its destruction, the militias.
func (r *Reader) Postponed(i int, q *lang.Reading) bool {
	v := i - 1
	return v >= 0 && q != nil && q.Feat&lang.Pronoun != 0 && r.C[i].Prep == "bi" && r.C[v].Kind == clause.Verb && r.C[v].To == r.C[i].From && r.SupportOf(v) == frame.Does
}

// Decided reports whether phrase p says that somebody decides, means or tries what stands right behind it, bound to
// whoever does: the decision of the state | closing the border.
func (r *Reader) Decided(p int) bool {
	h := r.C[p].Head
	return r.C[p].To > h+1 && (r.Keyed(h, frame.Will) || r.Keyed(h, "decree"))
}

// Able reports whether phrase p says that somebody is able to do what stands behind it: by the power of the army.
func (r *Reader) Able(p int) bool {
	return r.C[p].Prep == "bi" && r.Keyed(r.C[p].Head, "able")
}

// pronounOn is the reading of the head of phrase p by which a pronoun is glued on behind it, also where a list has the word with
// its pronoun; nil where there is none.
func (r *Reader) pronounOn(p int) *lang.Reading {
	c := &r.C[p]
	if q := c.Reading; q == nil || q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
		return q
	}
	if c.To != c.Head+1 {
		return nil
	}
	w := r.K[c.Head].Word
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Feat&lang.Masdar != 0 && q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
			return q
		}
	}
	return nil
}

// oneBody reports whether phrase j is a body of a state's by a name that does not show men.
func (r *Reader) oneBody(j int) bool {
	c := &r.C[j]
	if c.Actor < 0 || c.Reading == nil || c.Reading.Feat&(lang.Plural|lang.Dual) != 0 && c.Reading.Feat&lang.Feminine == 0 {
		return false
	}
	k := r.Rec.Actors[c.Actor].Kind
	return k == "police" || k == "military" || k == "government"
}
