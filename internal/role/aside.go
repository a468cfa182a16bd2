package role

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// loyal reports whether phrase j is an adjective in a phrase of its own that says to whom the one before it
// is bound: units of the army loyal to him.
func (r *Reader) loyal(j int) bool {
	c := &r.C[j]
	if j == 0 || j+1 >= len(r.C) || !c.Bare() || c.Joined || c.Actor >= 0 || c.Figure >= 0 || c.To != c.Head+1 || c.Definite {
		return false
	}
	p, n := &r.C[j-1], &r.C[j+1]
	return p.Kind == clause.NounPhrase && p.To == c.From && n.Kind == clause.NounPhrase && n.From == c.To && (n.Prep == clause.For || n.Prep == "with") && r.K[c.Head].In(r.w.bent)
}

// Bent reports whether phrase j is nothing but an adjective of the phrase right before it that says to whom that is bound: gunmen | loyal
// to him.
func (r *Reader) Bent(j int) bool {
	c := &r.C[j]
	return j > 0 && c.Bare() && !c.Joined && c.Actor < 0 && c.To == c.Head+1 && r.C[j-1].Kind == clause.NounPhrase && r.C[j-1].To == c.From && r.K[c.Head].In(r.w.bent)
}

// stationed is the force whose place phrase j says, right behind it, for a relative clause that may belong to either and whose verb, of
// chunk v, is one that a force is the subject of: the troops in the province, who kill. It is -1 where that is not so.
func (r *Reader) stationed(j, v int) int {
	c := &r.C[j]
	if j == 0 || c.Prep != "in" || c.Actor >= 0 || c.Place < 0 || !r.K[r.C[v].Head].In(r.w.verb) {
		return -1
	}
	if p := &r.C[j-1]; p.Bare() && p.To == c.From && p.Figure < 0 && r.Armed(p.Actor) && r.Agree(r.C[v].Reading, j-1) && !(p.Reading != nil && c.Reading != nil && p.Reading.Feat&lang.Feminine == 0 && c.Reading.Feat&lang.Feminine != 0) {
		return j - 1
	}
	return -1
}

// waiting is the phrase right behind a complementiser whose verb is that of chunk v, behind a relative clause
// on it: that the raids which they fly do not hit the town. It is -1 where there is none.
func (r *Reader) waiting(v int) int {
	if r.C[v].Joined {
		return -1
	}
	verb := -1
	for j := v - 1; j > 1; j-- {
		switch r.C[j].Kind {
		case clause.Verb:
			if verb >= 0 {
				return -1
			}
			verb = j
		case clause.Relative:
			if verb != j+1 || !r.C[j-1].Bare() || r.C[j-1].Joined || r.C[j-2].Kind != clause.That && !(r.C[j-2].Kind == clause.Opens && r.K[r.C[j-2].Head].In(r.w.was)) || r.K[r.C[j-2].Head].Has(lang.Function|lang.Pronoun) || !r.Agree(r.C[v].Reading, j-1) {
				return -1
			}
			return j - 1
		case clause.NounPhrase, clause.Adverb, clause.Negation:
		default:
			return -1
		}
	}
	return -1
}

// topical is the verb of a clause that begins with the definite noun of chunk i behind a complementiser and takes it up
// as what somebody did, behind where it was and a relative clause on it: that the bombing in the town, which killed ten,
// was carried out by (it did it, the group). It is -1 where there is none.
func (r *Reader) topical(i int) int {
	if i == 0 || !r.C[i].Definite || r.C[i].Prep != "" || r.C[i-1].Kind != clause.That {
		return -1
	}
	relative := false
	for j := i + 1; j < len(r.C) && j < i+12; j++ {
		switch c := &r.C[j]; c.Kind {
		case clause.NounPhrase:
			if c.Bare() && (c.Actor >= 0 || c.Joined) && !relative {
				return -1
			}
		case clause.Relative:
			if j > i+3 || relative || j+1 >= len(r.C) || r.C[j+1].Kind != clause.Verb {
				return -1
			}
			relative = true
			j++
		case clause.Verb:
			if !c.Joined && c.Pronoun && r.SupportOf(j) == frame.Does && (!relative || r.C[j-1].Kind == clause.Comma) {
				return j
			}
			return -1
		case clause.Comma, clause.Adverb:
		default:
			return -1
		}
	}
	return -1
}

// forceBefore reports whether the verb of chunk v, joined to another, goes on with the subject of that, a force.
func (r *Reader) forceBefore(v int) bool {
	at := r.same(v)
	return at >= 0 && r.Acts(at) && r.C[at].Definite && r.C[at].Prep == ""
}

// does reports whether the verb of chunk v has an object of its own, or lends its subject to a noun: nobody did that to its subject.
func (r *Reader) does(v int) bool {
	if r.C[v].Pronoun {
		return false
	}
	var two [2]int
	all := r.phrasesBehind(v, two[:0])
	if len(all) == 0 || r.K[r.C[all[0]].Head].In(r.w.time) {
		return frame.LendsSubject(r.SupportOf(v))
	}
	return !r.C[all[0]].Pronoun || r.Keyed(r.C[all[0]].Head, "self")
}

// aside reports whether chunk j says only where or when: a relative clause behind it may
// belong to the noun before it. A comma is passed over before a relative pronoun that is
// joined.
func (r *Reader) aside(j int) bool {
	switch c := &r.C[j]; c.Kind {
	case clause.NounPhrase:
		return c.Prep != "" && (c.Place >= 0 || c.Actor < 0 && len(r.PlacesIn(r.K[c.From].Start, r.K[c.To-1].End)) > 0)
	case clause.Adverb:
		return len(r.TimesIn(r.K[c.From].Start, r.K[c.To-1].End)) > 0
	case clause.Comma:
		return j+1 < len(r.C) && r.C[j+1].Kind == clause.Relative && r.K[r.C[j+1].From].Has(lang.Conjunction)
	}
	return false
}
