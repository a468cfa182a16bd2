package role

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Controller adds who does what chunk i names, by what the supporting verb of chunk v says.
func (r *Reader) Controller(v, i int, key string, out []int) []int {
	subj, obj, passive := r.SubjectAndObject(v, nil)
	switch {
	case passive:
	case LendsSubject(key):
		return r.Parties(subj, true, out)
	case key == Commands && (obj < 0 || obj == i):
		return r.Parties(subj, true, out)
	case key == Orders, key == Commands, key == Blames && obj != i:
		return r.Parties(obj, true, out)
	case key == Permits:
		return r.Allowed(v, i, out)
	}
	return out
}

// Allowed adds whom the word of chunk v allows to do what chunk i names.
func (r *Reader) Allowed(v, i int, out []int) []int {
	for j := v + 1; j < i; j++ {
		if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Prep == clause.For && !r.Action(j) {
			return r.Parties(j, true, out)
		}
	}
	return out
}

// LendsBehind reports whether the head of phrase p is the verbal noun of a verb that lends its
// subject to what stands behind that preposition.
func (r *Reader) LendsBehind(p int, prep string) bool {
	return slices.ContainsFunc(r.SupportsNoun(r.C[p].Head), func(u Support) bool { return u.Prep == prep && LendsSubject(u.Key) })
}

// LendsSubject reports whether what a supporting verb says of a noun is that its own subject
// does it.
func LendsSubject(key string) bool {
	return key == Does || key == Attends || key == Continues || key == Intends || key == Threatens
}

// Owner adds the actor that the head of chunk p is bound to.
func (r *Reader) Owner(p int, out []int) []int {
	c := &r.C[p]
	for i := c.Head + 1; i < c.To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			return Include(out, a)
		}
		if !r.StandsFor(i, true) {
			break
		}
	}
	return out
}

// Action reports whether the head of phrase j is a verbal noun.
func (r *Reader) Action(j int) bool {
	n := r.C[j].Reading
	return n != nil && n.Feat&lang.Masdar != 0 && r.C[j].Actor < 0 && r.C[j].Place < 0
}

// Coordinate is the verbal noun that the one of chunk i is joined to, whatever stands between
// them in its own phrase: to shell positions in the town and to seize it. Of what is joined to
// none it is the first of the list.
func (r *Reader) Coordinate(i int) int {
	if !r.C[i].Listed || !r.Action(i) {
		return r.HeadOf(i)
	}
	for j := i - 1; j >= 0; j-- {
		switch c := &r.C[j]; c.Kind {
		case clause.NounPhrase:
			if r.Action(j) && c.Prep != "near" && (r.K[c.Head].Has(lang.Article) || !r.K[r.C[i].Head].Has(lang.Article)) {
				if c.Listed {
					return r.Coordinate(j)
				}
				return j
			}
		case clause.Adverb:
		default:
			return r.HeadOf(i)
		}
	}
	return r.HeadOf(i)
}

// Elided is what a pronoun that agrees with the verb q would show: whom a verb without a subject
// of its own takes up.
func Elided(q *lang.Reading) lang.Reading {
	switch {
	case q.Feat&(lang.Plural|lang.Dual) != 0:
		return lang.Reading{Feat: lang.Them}
	case q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine:
		return lang.Reading{Feat: lang.Her}
	}
	return lang.Reading{Feat: lang.Him}
}

// Men reports whether phrase j counts men by a number that is no plural of tens: "he killed" goes
// with them as a passive, "she killed" does not.
func (r *Reader) Men(j int) bool {
	c := &r.C[j]
	for i := c.To - 1; i >= c.From && c.Figure >= 0 && !r.StandsFor(c.From, true); i-- {
		if n := r.Noun(i); n != nil && n.Feat&(lang.Masculine|lang.Feminine) != 0 {
			return n.Feat&(lang.Masculine|lang.Feminine) == lang.Masculine
		}
	}
	return false
}

// Unknown reports whether a verbal noun that takes its object behind a preposition is bound to somebody
// who is no actor: the taking part of their allies in.
func (r *Reader) Unknown(p int) bool {
	c := &r.C[p]
	if c.To == c.Head+1 || !slices.ContainsFunc(r.SupportsNoun(c.Head), func(u Support) bool { return u.Prep != "" && u.Key == Does }) || r.LendsBehind(p, "") {
		return false
	}
	n := r.Noun(c.Head + 1)
	return n != nil && n.Feat&(lang.Nisba|lang.Participle|lang.Accusative) == 0 && !r.K[c.Head].Has(lang.Article)
}

// controlled reports whether the verb of chunk v, behind a complementiser, has the subject of the verb before
// that, one that lends it: tried to, was meant to.
func (r *Reader) controlled(v int) bool {
	if v < 2 || r.C[v-1].Kind != clause.That || r.C[v].Reading.Feat&lang.Present == 0 || r.K[r.C[v-1].Head].Has(lang.Pronoun) {
		return false
	}
	for i := v - 2; i >= 0 && i >= v-4; i-- {
		if c := &r.C[i]; c.Kind == clause.Verb {
			return LendsSubject(r.SupportOf(i)) && Alike(c.Reading, r.C[v].Reading)
		}
	}
	return false
}
