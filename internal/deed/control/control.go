// Package control finds who does what a noun or a verb names that has no doer of its own, by what
// governs it: the verb that lends its subject (they managed to free the town), whoever is urged or
// allowed to do it, the action that it serves, what a pronoun takes up.
//
// It promises that this is an actor whom those words name, and one that agrees with the pronoun. Where
// another may be meant as well there is none. What happened it does not ask.
package control

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/saying"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Reader reads the clauses of one text. Its zero value is not ready: see [saying.Reader.Reset]. It is
// for one goroutine, and keeps its memory from text to text.
type Reader struct {
	saying.Reader
	Grounds lang.Set                // words for places
	Ruled   func(v int) *frame.Verb // what is known of the verb of chunk v as one that names a happening, nil if it names none
}

// Purpose is the key of what says what for: in order to.
const Purpose = "purpose"

// Deepest is how many verbal nouns may stand under one another.
const Deepest = 4

// Climb adds who does what the verbal noun of chunk i names, whom the words above it name: the
// noun or verb that lends its doer, whoever is urged or allowed to do it, and the action that
// it serves.
func (r *Reader) Climb(i, depth int, out []int) []int {
	if h := r.Coordinate(i); h != i && r.BoundWith(h, i) {
		return out
	} else if h != i && r.Action(h) {
		return r.Climb(h, depth, out)
	}
	c := &r.C[i]
	tries := depth < Deepest && c.Reading != nil && (r.Governing(i) == "in" || c.Prep == "" && c.Reading.Feat&lang.Accusative != 0) // in an attempt to, preparing to
	if v := r.Above(i); depth > 0 && depth < Deepest && c.Bare() && r.Action(i) && v >= 0 && (i == v+1 || i == v+2 && r.C[v+1].Bare()) {
		for _, u := range r.Supports(v) {
			if u.Prep == "" && (u.Key == frame.Does || u.Key == frame.Continues) {
				return r.Lends(v, i, u.Key, out) // they began getting ready for
			}
		}
	}
	if depth == 0 || c.Prep == "" && !tries || c.Reading == nil {
		return out
	}
	if depth < Deepest && c.Prep == "on" && r.Keyed(c.Head, "ready") {
		return r.ready(i, out)
	}
	if c.Reading.Feat&lang.Masdar == 0 && c.Prep == clause.For {
		return r.objectOf(i, out)
	}
	if p := r.nounBefore(i); p >= 0 && r.Keyed(r.C[p].Head, "leave") {
		return out // whoever has it
	} else if p >= 0 && c.Prep != "" && r.C[p].Reading != nil {
		if all := r.men(p, i, out); len(all) > len(out) {
			return all
		} else if t := r.lendsAt(p, r.Governing(i)); t > r.C[p].Head {
			if all := r.OwnerAt(p, t, out); len(all) > len(out) {
				return all
			}
		} else if t >= 0 {
			if all := r.DoerOf(p, depth, out); len(all) > len(out) || !r.Keyed(t, frame.Will) || t+1 < r.C[p].To && r.Demonym(t+1) {
				return all // or it is a plan of a land's, as its adjective says
			}
		}
	}
	if c.Prep != "" && r.Keyed(c.From, "through") && i > 0 {
		return r.thereby(i, out)
	}
	if p := i - 1; p >= 0 && (c.Prep == "bi" || c.Prep == clause.For) && r.C[p].Kind == clause.NounPhrase && r.C[p].To == c.From && r.Keyed(r.C[p].Head, "decree") {
		return r.decreed(p, out)
	}
	if p := i - 1; p > 0 && c.Prep == "bi" && r.C[p].Kind == clause.Adverb && r.C[p].To == c.From && r.Keyed(r.C[p].Head, "and-that") {
		return r.thereby(p, out)
	}
	if p := i - 1; p >= 0 && c.Prep == clause.For && r.C[p].To == c.From && r.Keyed(c.From-1, "meant") {
		return out // cars that are prepared for the bombing
	}
	if all, ok := r.predicated(i, out); ok {
		return all
	}
	v := r.Above(i)
	if p := i - 1; p >= 0 && c.Prep == "from" && r.C[p].Kind == clause.NounPhrase && r.C[p].To == c.From && (r.Keyed(r.C[p].Head, "own") || r.Keyed(r.C[p].To-1, "own")) {
		return r.owned(p, v, out)
	}
	if v >= 0 {
		for _, u := range r.Supports(v) {
			if u.Prep == "in" && u.Prep == r.Governing(i) && r.ActionBefore(v, i) {
				return out // they began inquiries into it
			}
			if u.Prep == c.Prep && (u.Prep == "to" || u.Key == frame.Orders) && r.GovernsBefore(v, i, c.Prep) {
				return out // they seek to prevent calls for protests
			}
			if u.Prep == clause.For && u.Key == frame.Orders && r.AsksTo(v, i) {
				return out // they called for an alliance to fight it
			}
			if u.Prep == r.Governing(i) {
				return r.Lends(v, i, u.Key, out)
			}
		}
	}
	clear := true                                                                                               // no other action stands between
	for p := i - 1; p > v && p >= 0 && (r.C[p].Kind == clause.NounPhrase || r.C[p].Kind == clause.Comma); p-- { // leave to the group to use it
		if slices.ContainsFunc(r.SupportsNoun(r.C[p].Head), func(u frame.Support) bool { return u.Key == frame.Permits && u.Prep == c.Prep }) {
			return r.Allowed(p, i, out)
		}
		if t := r.C[p].To - 1; c.Prep == clause.For && p+1 < i && r.C[p].Kind == clause.NounPhrase && (r.C[p+1].Prep == "to" || r.C[p+1].Prep == clause.For) && r.C[p+1].Actor >= 0 &&
			slices.ContainsFunc(r.SupportsNoun(t), func(u frame.Support) bool { return u.Key == frame.Orders && u.Prep == "to" }) {
			return r.Parties(p+1, true, out) // an invitation to the envoy to visit it
		}
		if clear && r.uses(p, i) {
			if all := r.Owner(p, out); len(all) > len(out) {
				return all // their use of the base to invade it
			} else if all = r.under(p, depth, out); c.Prep != "in" && (r.C[p].Pronoun || r.leadsTo(p, i)) && len(all) > len(out) {
				return all // they are allowed the use of the base to invade it
			}
		}
		clear = clear && !r.Action(p) && !r.Named(p) && !r.C[p].Listed
		if p < i && slices.ContainsFunc(r.SupportsNoun(r.C[p].Head), func(u frame.Support) bool { return u.Key == frame.Blames && u.Prep == c.Prep }) {
			return r.accusedIn(p, out)
		}
	}
	if c.Prep == clause.For || c.Prep == Purpose || tries {
		return r.purposed(i, depth, tries, out)
	}
	return out
}

// nounBefore is the noun phrase before phrase i that it may belong to: what says only where or when may stand between. It
// is -1 where there is none.
func (r *Reader) nounBefore(i int) int {
	for p := i - 1; p >= 0 && p > i-4; p-- {
		switch c := &r.C[p]; {
		case c.Kind == clause.Adverb && !r.K[c.Head].Has(lang.Function|lang.Pronoun):
		case c.Kind == clause.NounPhrase && c.Prep != "" && c.Actor < 0 && !r.Action(p) && !r.Keyed(c.Head, frame.Will) && (c.Place >= 0 || c.Prep == "in" || len(r.PlacesIn(r.K[c.From].Start, r.K[c.To-1].End)) > 0):
		case c.Kind == clause.NounPhrase && r.describing(p, i):
		case c.Kind == clause.NounPhrase:
			return p
		default:
			return -1
		}
	}
	return -1
}

// thereby adds who does what the clause before the "and that by" of chunk p says.
func (r *Reader) thereby(p int, out []int) []int {
	v := r.Above(p)
	if v < 0 || r.C[v].Reading.Cue != nil || v > 0 && (r.C[v-1].Kind == clause.Relative || r.C[v-1].Kind == clause.Opens) {
		return out // where the one failed, the other did, by which
	}
	if subj, _, passive := r.SubjectAndObject(v, r.Ruled(v)); subj >= 0 && !passive && r.Forces(subj) {
		return r.Parties(subj, true, out)
	}
	return out
}

// decreed adds whose decision phrase p names: the government's decision to, a decision which it took.
func (r *Reader) decreed(p int, out []int) []int {
	before := len(out)
	if out = r.Owner(p, out); len(out) > before {
		return out
	}
	return r.Issued(p, out)
}

// Issued adds who issues what phrase p names: the court issued a warrant.
func (r *Reader) Issued(p int, out []int) []int {
	v := r.Above(p)
	if v < 0 || !r.Keyed(r.C[v].Head, "decrees") {
		return out
	}
	if subj, obj, passive := r.SubjectAndObject(v, r.Ruled(v)); obj == p && !passive {
		return r.Parties(subj, true, out)
	}
	return out
}

// owned adds who says, by the verb of chunk v, that the responsibility that phrase p speaks of
// is its own: "claimed its responsibility for".
func (r *Reader) owned(p, v int, out []int) []int {
	if v < 0 || v > 0 && r.C[v-1].Kind == clause.Negation || !frame.Says(r.Supports(v), frame.Announces) {
		return out
	}
	w := r.K[r.C[p].Head].Word
	if !r.Keyed(r.C[p].Head, "own") {
		w = r.K[r.C[p].To-1].Word // in a statement | its responsibility
	}
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
			return r.Antecedent(p, q, out)
		}
	}
	return out
}

// DoerOf adds who does what the verbal noun of chunk p names: whom it is bound to, whom its
// pronoun takes up, or whom the words above it name.
func (r *Reader) DoerOf(p, depth int, out []int) []int {
	before := len(out)
	if out = r.Owner(p, out); len(out) > before || r.unknown(p) {
		return out
	}
	if h := r.C[p].Head + 1; h < r.C[p].To && r.Keyed(h, "home") {
		return r.Homeland(p, out) // the striving of his country for
	} else if h < r.C[p].To && r.Land(h) {
		return out // that of a land which is no actor
	}
	if q := r.pronounOn(p); q != nil {
		if out = r.ownerBefore(p, q, out); len(out) > before {
			return out
		}
		return r.Antecedent(p, q, out)
	}
	return r.Climb(p, depth-1, out)
}

// Antecedent adds whom the pronoun of q takes up that stands in chunk i: the subject of the
// verb before, or what a sentence without one is about, where it agrees.
func (r *Reader) Antecedent(i int, q *lang.Reading, out []int) []int {
	for j := i - 1; j >= 0; j-- {
		switch r.C[j].Kind {
		case clause.Stop:
			return out
		case clause.That:
			if n := j + 1; n < i && r.C[n].Bare() && r.TakesUp(q, n) && !r.Between(q, n, i) {
				return r.Parties(n, true, out)
			}
			return out
		case clause.Verb:
			subj, obj, passive := r.SubjectAndObject(j, r.Ruled(j))
			if obj > j && obj+1 < i && r.C[obj+1].Prep == "bi" && r.C[obj].Actor >= 0 && r.SupportOf(j) == frame.Blames && r.TakesUp(q, obj) && !r.Between(q, obj, i) {
				return r.Parties(obj, true, out) // they accuse him of this for his aim
			}
			if subj < 0 || passive || subj >= i || !r.TakesUp(q, subj) || r.Between(q, subj, i) {
				return out
			}
			return r.Parties(subj, true, out)
		}
	}
	if i > 0 && r.C[0].Bare() && r.TakesUp(q, 0) && !r.Between(q, 0, i) {
		return r.Parties(0, true, out)
	}
	return out
}

// Between reports whether another actor, whom the pronoun of q may take up as well, stands
// Between phrases from and to.
func (r *Reader) Between(q *lang.Reading, from, to int) bool {
	for j := from + 1; j < to; j++ {
		c := &r.C[j]
		if c.Kind != clause.NounPhrase || q.Feat&lang.Her != 0 && r.Men(j) || q.Feat&lang.Him != 0 && c.Figure >= 0 {
			continue // ten gunmen
		}
		if q.Feat&lang.Them != 0 && c.Figure >= 0 && r.Rec.Figures[c.Figure].Group != "things" && r.oneBody(from) {
			return true // the police arrested ten during their attempt
		}
		for i := c.From; i < c.To; i++ {
			if i > c.Head && j > from && r.Land(i) && q.Feat&lang.Her != 0 {
				return true // the state keeps another from its attacks
			}
			if a, _ := r.ActorAt(i); a >= 0 && a != r.C[from].Actor && (i > c.Head && !r.never(q, a, i) && !r.apart(q, j, i) || i == c.Head && r.TakesUp(q, j)) && !slices.Contains(r.Parties(from, true, nil), a) {
				return true
			}
		}
	}
	return false
}

// never reports whether the pronoun of q cannot be that of actor a, whose name begins in token i: "she" is
// neither a man nor men, nor an organisation, whose word for it is masculine.
func (r *Reader) never(q *lang.Reading, a, i int) bool {
	n := r.Noun(i)
	if q.Feat&lang.Her != 0 && r.WordOblique(i) {
		return true // men, whose plural shows it
	}
	return q.Feat&lang.Her != 0 && n != nil && n.Feat&lang.Feminine == 0 && (r.Rec.Actors[a].Kind == "person" && n.Feat&lang.Masculine != 0 || n.Feat&(lang.Masdar|lang.Masculine|lang.Plural) == lang.Masdar|lang.Masculine)
}

// apart reports whether the pronoun of q can be neither that of the name at token i nor that of the head of phrase j, to
// which that is bound: a road of the rebels', and "his".
func (r *Reader) apart(q *lang.Reading, j, i int) bool {
	n := r.Noun(i)
	return q.Feat&lang.Him != 0 && n != nil && n.Feat&lang.Guess == 0 && !party.TakesUp(q, n) && !r.StandsFor(r.C[j].Head, true)
}

// TakesUp reports whether the pronoun of q may be that of phrase j.
func (r *Reader) TakesUp(q *lang.Reading, j int) bool {
	if c := &r.C[j]; c.Actor >= 0 && r.Rec.Actors[c.Actor].Kind == "person" {
		return q.Feat&lang.Them == 0 && (c.Reading == nil || party.TakesUp(q, c.Reading))
	}
	if c := &r.C[j]; c.Actor >= 0 && q.Feat&lang.Them != 0 {
		switch r.Rec.Actors[c.Actor].Kind {
		case "ngo", "igo", "media", "company", "government":
			return false // one body
		case "police", "military":
			if !r.K[c.Head].Has(lang.Plural) && (c.To == c.Head+1 || !r.StandsFor(c.Head, true)) {
				return false // the police, the army: not "their"
			}
		}
	}
	n := r.C[j].Reading
	return n == nil || n.Feat&lang.Guess != 0 || party.TakesUp(q, n)
}

// accusedIn adds whom the accusation of phrase p is of: after they were accused by the state of, its
// accusing the group of.
func (r *Reader) accusedIn(p int, out []int) []int {
	n := p + 1
	q := r.C[p].Reading
	if all := r.faces(p, out); len(all) > len(out) {
		return all
	}
	switch {
	case n >= len(r.C) || q == nil:
	case r.OfWhich(p):
		return r.Owner(p, out)
	case r.C[n].Bare() && !r.C[n].Listed && r.C[n].From == r.C[p].To:
		return r.Parties(n, true, out)
	case r.C[n].Prep != "by": // else who accuses, or whom, no letter tells
	case q.Feat&(lang.Him|lang.Her|lang.Them) != 0:
		return r.Antecedent(p, q, out)
	default:
		return r.Owner(p, out)
	}
	return out
}

// BoundWith reports whether phrase i, which is listed with phrase h and is no verbal noun, goes on with what the head of that is
// bound to: the end of the siege and the sanctions.
func (r *Reader) BoundWith(h, i int) bool {
	c := &r.C[h]
	return h != i && r.K[r.C[i].Head].Has(lang.Article) && !r.K[r.C[i].Head].Has(lang.Masdar) && c.To > c.Head+1 && !r.K[c.Head].Has(lang.Article) && r.K[c.Head+1].Has(lang.Article)
}

// ActionBefore reports whether another action, the object of the verb, stands between the verb of chunk v and phrase h: what h
// names then stands under that.
func (r *Reader) ActionBefore(v, h int) bool {
	subj, _, _ := r.SubjectAndObject(v, nil)
	for j := v + 1; j < h; j++ {
		if c := &r.C[j]; c.Kind == clause.NounPhrase && j != subj && !c.Listed && (c.Prep == "" || c.Prep == "bi") && (r.Named(j) || c.Prep == "" && r.Action(j) && c.Reading.Feat&(lang.Guess|lang.Accusative) == 0) {
			return true
		}
	}
	return false
}

// AsksTo reports whether the verb of chunk v says before phrase h, behind "to", what it asks for.
func (r *Reader) AsksTo(v, h int) bool {
	for j := v + 1; j < h; j++ {
		if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Prep == "to" {
			return true
		}
	}
	return false
}
