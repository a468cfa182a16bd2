package event

import (
	"slices"
	"strings"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// The keys of words that stand for whom they belong to.
const (
	people = "people" // fighters, members, leaders of
	arms   = "arms"   // aircraft, artillery of: only who acts
	holds  = "holds"  // positions, vehicles of: only whom it is done to
)

// parties adds to out the actors of the phrase in chunk j and of those listed behind it.
// acting says that they do it. What is listed behind a preposition belongs to the phrase only
// if what stands before it does: the positions of X and Y.
func (s *search) parties(j int, acting bool, out []int) []int {
	if j < 0 {
		return out
	}
	before := len(out)
	out = s.party(j, acting, out)
	for n := j + 1; n < len(s.c); n++ {
		c := &s.c[n]
		switch {
		case c.Kind == clause.Comma && n+1 < len(s.c) && s.c[n+1].Listed:
		case c.Kind == clause.NounPhrase && c.Listed:
			out = s.party(n, acting, out)
		case c.Kind == clause.NounPhrase && c.Prep != "" && c.From == s.c[n-1].To && belongs(c.Prep) && len(out) > before && s.c[j].Actor < 0:
		default:
			return out
		}
	}
	return out
}

// party adds the actor of the phrase in chunk j: the one that its head names, or the one
// that its head stands for.
func (s *search) party(j int, acting bool, out []int) []int {
	c := &s.c[j]
	if c.Actor >= 0 {
		return s.include(out, c.Actor, acting)
	}
	return s.bound(j, c.Head, acting, out)
}

// bound adds the actor that a phrase names behind its head at token h, if all between
// stands for it.
func (s *search) bound(j, h int, acting bool, out []int) []int {
	c := &s.c[j]
	if c.Figure < 0 && !s.standsFor(h, acting) {
		return out
	}
	for i := h + 1; i < c.To; i++ {
		if a, _ := s.ActorAt(i); a >= 0 {
			return s.include(out, a, acting)
		}
		k := &s.K[i]
		if a := s.nation(i); a >= 0 && (i == h+1 || s.standsFor(i-1, acting)) {
			return s.include(out, a, acting) // Turkish aircraft
		}
		if k.Kind == lang.MarkKind || k.Word == nil || s.standsFor(i, acting) || k.Has(lang.Nisba) || k.In(s.f.g.demonym) {
			continue
		}
		return out
	}
	// fighters of the group, positions that belong to it
	if n := j + 1; n < len(s.c) && s.c[n].Kind == clause.NounPhrase && s.c[n].From == c.To && belongs(s.c[n].Prep) {
		if a := s.c[n].Actor; a >= 0 {
			return s.include(out, a, acting)
		}
		return s.bound(n, s.c[n].Head, acting, out)
	}
	return out
}

// nation is the actor that stands for the state of the adjective at token i: its government,
// if the record has one and no other. It is -1 where there is none.
func (s *search) nation(i int) int {
	k := &s.K[i]
	if !k.In(s.f.g.demonym) {
		return -1
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(s.f.g.demonym) || len(q.Key) != 2 {
			continue
		}
		for a := range s.rec.Actors {
			x := &s.rec.Actors[a]
			if x.Kind == "government" && x.Country != nil && strings.EqualFold(*x.Country, q.Key) && x.Name != nil && *x.Name == s.f.states[q.Key] {
				return a
			}
		}
	}
	return -1
}

// belongs reports whether a preposition of that key says to whom something belongs.
func belongs(prep string) bool { return prep == "of" || prep == clause.For || prep == "from" }

// standsFor reports whether the noun at token i stands for whom it belongs to.
func (s *search) standsFor(i int, acting bool) bool {
	k := &s.K[i]
	if !k.In(s.f.g.word) {
		return false
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(s.f.g.word) {
			continue
		}
		switch q.Key {
		case people:
			return true
		case arms:
			return acting
		case holds:
			return !acting
		}
	}
	return false
}

// include adds an actor that can be a party: civilians are no attackers.
func (s *search) include(out []int, a int, acting bool) []int {
	if slices.Contains(out, a) {
		return out
	}
	return append(out, a)
}
