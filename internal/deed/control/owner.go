package control

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
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

// servesAsObject reports whether what stands behind phrase p and "for" is the object of its head, a verbal noun that is bound to
// whoever carries that out.
func (r *Reader) servesAsObject(p int) bool {
	h := r.C[p].Head
	q := r.C[p].Reading
	return r.C[p].To > h+1 && q != nil && q.Feat&lang.Plural == 0 && (r.Bears(h, frame.Does) || r.Bears(h, frame.Continues)) && len(r.Owner(p, nil)) > 0
}

// objectOf adds who carries out what phrase i names, behind "for": the carrying out by the army | of raids.
func (r *Reader) objectOf(i int, out []int) []int {
	if p := i - 1; p >= 0 && r.C[p].Kind == clause.NounPhrase && r.C[p].To == r.C[i].From && r.servesAsObject(p) {
		return r.Owner(p, out)
	}
	return out
}

// men adds the body of which phrase p says that the men are of it to whom the verbal noun before it is bound, which lends them what phrase i
// names: the setting about by men | of the group | of the burning of.
func (r *Reader) men(p, i int, out []int) []int {
	h := p - 1
	if r.C[p].Prep != "from" || r.C[p].Actor < 0 || h < 0 || r.C[h].Kind != clause.NounPhrase || r.C[h].To != r.C[p].From || r.C[h].To == r.C[h].Head+1 {
		return out
	}
	if r.StandsFor(r.C[h].To-1, true) && r.lendsAt(h, r.Governing(i)) == r.C[h].Head {
		return r.Parties(p, true, out)
	}
	return out
}

// ownerBefore adds whom the verbal noun right before phrase p is bound to, where the pronoun of q takes that up: after the
// announcement by the state of its intention.
func (r *Reader) ownerBefore(p int, q *lang.Reading, out []int) []int {
	h := p - 1
	if h < 0 || r.C[h].Kind != clause.NounPhrase || r.C[h].To != r.C[p].From || !r.Action(h) {
		return out
	}
	if all := r.Owner(h, nil); len(all) == 1 {
		for i := r.C[h].Head + 1; i < r.C[h].To; i++ {
			if a, _ := r.ActorAt(i); a == all[0] {
				if n := r.Noun(i); n == nil || n.Feat&lang.Guess != 0 || party.TakesUp(q, n) {
					return party.Include(out, a)
				}
				break
			}
		}
	}
	return out
}

// PossessedBy adds whom the pronoun of q takes up on the word of chunk v, a noun that looks like a verb: see [Reader.Possessed].
func (r *Reader) PossessedBy(v int, q *lang.Reading, out []int) []int {
	if all := r.ownerBefore(v, q, out); !r.C[v].Joined && len(all) > len(out) {
		return all // the announcement of the state | of its resolve to
	}
	return r.Antecedent(v, q, out)
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

// Plans adds who means to do what phrase i names, where a noun with a pronoun before it, in the same phrase, says so: they announced
// their intention | to destroy the bridge.
func (r *Reader) Plans(i int, out []int) []int {
	h := r.C[i].Head
	if !r.Keyed(h, frame.Will) && !r.Keyed(h, "plan") && !r.LendsBehind(i, "") {
		return out
	}
	w := r.K[h].Word
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Feat&lang.Noun != 0 && q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
			if all := r.ownerBefore(i, q, out); len(all) > len(out) {
				return all
			}
			return r.Antecedent(i, q, out)
		}
	}
	return out
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

// launched reports whether phrase p is what the subject of the verb above it does, for what phrase i names: they launched an attack on the
// town in order to.
func (r *Reader) launched(p, i int) bool {
	v := r.Above(p)
	if slices.ContainsFunc(r.C[p+1:i], func(c clause.Chunk) bool { return c.Prep == clause.For || c.Prep == Purpose }) {
		return false // for a court, in order to try them
	}
	if v < 0 || !r.C[p].Bare() || r.C[p].Definite || !slices.ContainsFunc(r.Supports(v), func(u frame.Support) bool { return u.Prep == "" && (u.Key == frame.Does || u.Key == frame.Continues) }) {
		return false
	}
	subj, obj, passive := r.SubjectAndObject(v, nil)
	if obj == p || passive {
		return !passive
	}
	for j := v + 1; j < p; j++ { // an accusative that looks like one which only says how
		if c := &r.C[j]; j != subj && c.Bare() && !c.Listed {
			return false
		}
	}
	return obj < 0 && subj >= 0 && r.Named(p)
}

// faces adds who faces, or denies, the charges that phrase p names: they face charges of.
func (r *Reader) faces(p int, out []int) []int {
	v := r.Above(p)
	if v < 0 || !r.C[p].Bare() || r.C[p].Pronoun || r.C[p].To != r.C[p].Head+1 || !frame.Says(r.Supports(v), frame.Suffers, frame.Denies) {
		return out
	}
	if subj, obj, passive := r.SubjectAndObject(v, r.Ruled(v)); obj == p && !passive && subj >= 0 && r.C[subj].Actor >= 0 {
		return r.Parties(subj, true, out)
	}
	return out
}

// Aims adds whose aim it is to do what phrase i names, the predicate of that aim, or behind "bi-": the aim of the group is to, its aim of.
func (r *Reader) Aims(i int, out []int) []int {
	p := i - 1
	if c := &r.C[i]; c.Prep == "" && p > 0 && r.C[p].Kind == clause.Adverb && r.StandsAlone(r.C[p].Head) {
		p--
	} else if c.Prep != "" && c.Prep != "bi" {
		return out
	}
	if p < 0 || r.C[p].Kind != clause.NounPhrase && (r.C[p].Kind != clause.Verb || !r.C[p].Ambiguous) || p == i-1 && r.C[p].To != r.C[i].From {
		return out
	}
	t := r.C[p].Head
	for ; t < r.C[p].To && !r.Keyed(t, "aim"); t++ {
	}
	if t == r.C[p].To || r.C[i].Prep == "" && (t > r.C[p].Head || r.C[p].Prep != "") {
		return out
	}
	w := r.K[t].Word
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Feat&(lang.Past|lang.Present) == 0 && q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
			if s := r.Opener(p); s >= 0 && r.C[s].Kind == clause.That {
				if x := r.content(s, p); x >= 0 {
					if all := r.SourceOf(s, p, q, out); len(all) > len(out) {
						return all
					}
					return r.goesOn(x, q, out)
				}
			}
			return r.Antecedent(p, q, out)
		}
	}
	return r.OwnerAt(p, t, out)
}

// JoinedTo adds who does the action that another, which looks like the verb of chunk v, is joined to: they could free the town and the
// laying of hands on it.
func (r *Reader) JoinedTo(v int, out []int) []int {
	k := &r.K[r.C[v].Head]
	if !r.C[v].Joined || r.C[v].Pronoun || !k.Has(lang.Masdar) {
		return out
	}
	for j := v - 1; j >= 0 && (r.C[j].Kind == clause.NounPhrase || r.C[j].Kind == clause.Adverb); j-- {
		if r.Action(j) && !r.C[j].Listed && len(r.Owner(j, nil)) == 0 {
			return r.DoerOf(j, Deepest, out)
		}
	}
	return out
}
