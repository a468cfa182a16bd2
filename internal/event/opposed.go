package event

import (
	"slices"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/event/adversary"
	"riwaya/internal/event/status"
	"riwaya/internal/lang"
)

// openTo reports whether whom an anchor is done to may be told elsewhere: its rule has it so, somebody
// armed does it, and the words beside it name neither people nor houses that it is done to. Ground that
// somebody has held for long (which they control, since they entered) may have been anybody's.
func (s *search) openTo(a *happening) bool {
	if !a.Rule.Opposed || a.dropped || len(a.Agents) == 0 || len(a.Targets) > 0 || slices.ContainsFunc(a.Agents, func(p int) bool { return !s.Armed(p) && !s.National(p) }) {
		return false
	}
	if a.Rule.Type == "COERCE" && slices.ContainsFunc(a.Agents, func(p int) bool { return s.Rec.Actors[p].Kind == "police" }) {
		return false // they search houses of anybody
	}
	if a.Rule.Point && !a.Nominal() && a.status == status.Ongoing {
		return false
	}
	for i := max(a.begin, a.From-2); a.Nominal() && i <= a.From; i++ {
		if s.Keyed(i, "held-on") {
			return false
		}
	}
	for j := a.Chunk; j < len(s.C); j++ {
		c := &s.C[j]
		switch c.Kind {
		case clause.NounPhrase:
			if j > a.Chunk && c.Joined && !c.Listed {
				return true
			}
			if (c.Prep == "" || c.Prep == "on" || c.Prep == "from" || c.Prep == "against" || c.Prep == clause.For) && s.others(a, c, max(c.Head, a.To)) {
				return false
			}
		case clause.Adverb, clause.Comma:
		default:
			if j > a.Chunk {
				return true
			}
		}
	}
	return true
}

// holders are the armed parties who hold the ground that an anchor is about, as the words behind it say:
// which was under their control, which they are in control of, their last stronghold.
func (s *search) holders(a *happening) (all []int) {
	for j := a.Chunk + 1; j < len(s.C); j++ {
		c := &s.C[j]
		switch c.Kind {
		case clause.NounPhrase:
			if c.Joined && !c.Listed && j > a.Chunk+1 && s.C[j-1].Kind != clause.Relative && c.Prep == "" {
				return all
			}
			if s.gripped(c) && (c.Prep != "near" || s.Keyed(c.From, "held-on")) {
				all = s.armed(a, s.Parties(j, false, nil))
			} else if n := j + 1; n < len(s.C) && s.C[n].Prep == clause.For && s.C[n].From == c.To && s.Keyed(c.To-1, "subject-to") {
				all = s.armed(a, s.Parties(n, false, nil))
			}
		case clause.Adverb, clause.Comma, clause.Relative:
		case clause.Negation, clause.Opens: // which they still
			if j+1 < len(s.C) && (s.C[j+1].Kind != clause.Verb || !s.K[s.C[j+1].Head].In(s.f.was)) {
				return all
			}
		case clause.Verb:
			switch h := s.HeldBy(j); {
			case h >= 0:
				all = s.armed(a, s.Parties(h, true, nil))
			case s.K[c.Head].In(s.f.was) && !c.Joined || c.Ambiguous && j+1 < len(s.C) && s.C[j+1].Bare() && s.C[j+1].From == c.To && s.Keyed(s.C[j+1].Head, "grip"):
				continue // which was, the last stronghold
			case s.Keyed(c.Head, "held") && s.C[j-1].Bare() && j > a.Chunk+2 && !c.Joined:
				h := j - 1
				for s.C[h].Listed && h > a.Chunk+1 {
					h--
				}
				all = s.armed(a, s.Parties(h, true, nil)) // which they were in control of
			}
			return all
		default:
			return all
		}
		if len(all) > 0 {
			return all
		}
	}
	return all
}

// gripped reports whether the phrase is in somebody's hands: the control, the last stronghold of.
func (s *search) gripped(c *clause.Chunk) bool {
	h := c.Head
	return s.Keyed(h, "grip") || h+1 < c.To && s.Keyed(h+1, "grip") && !s.K[h].In(s.Rules.Grounds)
}

// armed leaves those who bear arms and do not do what the anchor says.
func (s *search) armed(a *happening, all []int) []int {
	return slices.DeleteFunc(all, func(p int) bool { return !s.Armed(p) || slices.Contains(a.Agents, p) })
}

// others reports whether a phrase, from token i on, is about people, but for who does it, or about houses.
func (s *search) others(a *happening, c *clause.Chunk, i int) bool {
	if c.Actor >= 0 {
		return (c.Prep != "" || !s.Armed(c.Actor)) && !slices.Contains(a.Agents, c.Actor)
	}
	if c.Figure >= 0 && s.Rec.Figures[c.Figure].Group != "things" || i == c.Head && s.K[i].In(s.Rules.Folk) {
		return true
	}
	for ; i < c.To; i++ {
		if s.K[i].Kind == lang.MarkKind {
			continue
		}
		if x, _ := s.ActorAt(i); x >= 0 {
			return false // whose it is: another rule's matter
		}
		if s.Keyed(i, "house") || s.StandsFor(i, true) && !s.StandsFor(i, false) {
			return true
		}
	}
	return false
}

// oppose gives the events that are done to nobody who is named beside them the adversary of who does them.
func (s *search) oppose(told Told) {
	s.deeds = s.deeds[:0]
	for i := range s.Rec.Events {
		t := &s.told.Tellings[i]
		d := adversary.Deed{Event: &s.Rec.Events[i], Sentence: t.Begin, Open: t.Open, Opposed: t.Rule.Opposed, Mutual: t.Rule.Mutual, Cedes: t.Rule.Cedes}
		for _, p := range t.Held {
			d.Held = append(d.Held, s.Rec.Actors[p].ID)
		}
		s.deeds = append(s.deeds, d)
	}
	for _, x := range s.adversary.Find(s.Rec, s.deeds) {
		e, by := &s.Rec.Events[x.Of], &s.Rec.Events[x.By]
		claim := by.Claim
		if claim == nil {
			claim = e.Claim
		}
		for _, id := range x.Whom {
			e.Targets = append(e.Targets, id)
			e.Parties = append(e.Parties, riwaya.Party{Actor: id, Role: "target", Standing: "reported", Claim: claim})
		}
		if told != nil {
			told.Whom(e, by, x.Whom)
		}
	}
	clear(s.deeds)
	clear(s.told.Tellings)
	s.told.Rec = nil
}
