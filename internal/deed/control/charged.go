package control

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Charge is the key of nouns that say what somebody is held, tried or punished for.
const Charge = "charge"

// Charged adds whom the verb above phrase i holds, tries or punishes for what that names: they arrested two
// men on the charge of planning attacks. ok says that it stands behind such a charge; then whoever
// holds them did not do it, even where it is not known who they are.
func (r *Reader) Charged(i int, out []int) (all []int, ok bool) {
	for p := i; p >= 0; p-- { // of phrase i it is what its head is bound to
		c := &r.C[p]
		switch {
		case c.Kind == clause.Adverb, c.Kind == clause.NounPhrase && c.Prep == "" && c.Listed:
			continue
		case c.Kind != clause.NounPhrase || c.Prep == "":
			return out, false
		case !r.Keyed(c.Head, Charge):
			continue
		}
		for n := p + 1; c.Pronoun && n < i; n++ {
			if r.C[n].Prep == clause.For {
				return out, true // her charging him with it
			}
		}
		if h := p - 1; h > 0 && r.C[h].Bare() && r.C[h].To == c.From && r.C[h].To == r.C[h].Head+1 && r.K[r.C[h].Head].Has(lang.Participle) && !r.K[r.C[h].Head].Has(lang.Article) {
			if s := r.Opener(h); s > 0 && r.C[s].Bare() && r.C[s].Actor >= 0 && r.C[s-1].Kind == clause.That {
				return r.Parties(s, true, out), true // that he is wanted on the charge of
			}
			return out, true
		}
		if v := r.Above(p); v >= 0 {
			if _, obj, _ := r.SubjectAndObject(v, r.Ruled(v)); obj >= 0 && obj < p {
				return r.Parties(obj, true, out), true
			}
		}
		return out, true
	}
	return out, false
}

// OfWhich reports whether what somebody is accused of stands right behind the verbal noun of chunk p, which
// is one accusation: whoever that is bound to is accused then. Of several it may as well be who makes them.
func (r *Reader) OfWhich(p int) bool {
	n := p + 1
	if n >= len(r.C) || r.C[n].From != r.C[p].To || !r.K[r.C[p].Head].Has(lang.Masdar) || r.K[r.C[p].Head].Has(lang.Plural) || r.C[p].Listed {
		return false
	}
	return r.C[n].Kind == clause.NounPhrase && r.C[n].Prep == "bi" || r.C[n].Kind == clause.That && r.K[r.C[n].Head].Has(lang.With)
}

// Accused reports whether what phrase i names is what somebody is accused or suspected of: accused of planning | to attack.
func (r *Reader) Accused(i int) bool {
	for n := 0; n < Deepest && i > 0; n++ {
		if p := i - 1; r.C[p].Kind == clause.NounPhrase && r.C[p].To == r.C[i].From {
			if r.ParticipleSays(r.C[p].To-1, r.C[i].Prep) == frame.Blames || r.Keyed(r.C[p].Head, "suspect") {
				return true
			}
			if r.Action(p) {
				i = p
				continue
			}
		}
		v := r.Above(i)
		return v >= 0 && slices.Contains(r.Supports(v), frame.Support{Key: frame.Blames, Prep: r.Governing(i)})
	}
	return false
}

// GovernsBefore reports whether another phrase behind that preposition stands between the verb
// of chunk v and the noun of chunk h: that is the verb's, and the noun stands under it.
func (r *Reader) GovernsBefore(v, h int, prep string) bool {
	for j := v + 1; prep != "" && j < h; j++ {
		if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Prep == prep && !c.Joined && c.Place < 0 && c.Actor < 0 && !(prep == clause.For && c.To == c.Head+1 && r.nounBefore(h) == j) && (r.Action(j) || len(r.PlacesIn(r.K[c.From].Start, r.K[c.To-1].End)) == 0) {
			return true
		}
	}
	return false
}

// Forces reports whether whoever phrase j names first can do by force what it does something else for:
// it is armed, or a state.
func (r *Reader) Forces(j int) bool {
	all := r.Parties(j, true, nil)
	return len(all) > 0 && (r.Armed(all[0]) || r.National(all[0]))
}
