package event

import "riwaya/internal/clause"

// origins notes the places of the sentence that something only came from.
func (s *search) origins() {
	for _, x := range s.PlacesIn(s.K[s.C[0].From].Start, s.K[s.C[len(s.C)-1].To-1].End) {
		if s.whence(x.Start) {
			s.came = append(s.came, x.Start)
		}
	}
}

// bounds notes the sentence of an anchor, the end of its clause, and where its figures may
// stand: behind the anchor before, and up to the next.
func (s *search) bounds(n int) {
	a := &s.here[n]
	a.begin, a.end = s.C[0].From, s.C[len(s.C)-1].To
	a.reach, a.clause, a.since, a.past, a.again = a.end, a.end, a.begin, a.end, a.end
	for m := range s.here {
		b := &s.here[m]
		switch {
		case m == n || b.dropped && b.into == n:
		case b.From > a.From:
			a.reach = min(a.reach, b.From)
			if !a.Rule.Harm && b.Chunk > a.Chunk && a.past == a.end && s.occasion(b.Chunk) {
				a.past, a.again = s.occasioned(b.Chunk)
			}
		case b.To > a.since:
			a.since = b.To
		}
	}
	for j := a.Chunk + 1; j < len(s.C); j++ {
		c := &s.C[j]
		if c.Kind == clause.Stop {
			a.reach = min(a.reach, c.From)
		}
		if c.Kind == clause.Stop || c.Kind == clause.That || c.Kind == clause.Opens || c.Kind == clause.Verb && c.Joined {
			a.clause = c.From
			break
		}
	}
	for j := a.Chunk - 1; j >= 0; j-- {
		if c := &s.C[j]; c.Kind == clause.Stop || c.Kind == clause.Verb {
			a.since = max(a.since, c.To)
			break
		}
	}
	a.since = min(a.since, a.From)
	a.reach = max(a.reach, a.To)
	a.clause = max(a.clause, a.To)
}

// occasion reports whether what phrase i names is only what something came after, or in answer to: arrests after the bombing in
// the town.
func (s *search) occasion(i int) bool {
	c := &s.C[i]
	return s.Keyed(c.From, "after") || (c.Prep == "on" || c.Prep == clause.For) && i > 0 && s.C[i-1].To == c.From && s.Keyed(s.C[i-1].To-1, "reply")
}

// occasioned are the tokens between which phrase i and what belongs to it stand.
func (s *search) occasioned(i int) (from, to int) {
	for j := i + 1; j < len(s.C); j++ {
		if k := s.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb && k != clause.Relative && !(k == clause.Verb && s.C[j-1].Kind == clause.Relative) {
			return s.C[i].From, s.C[j].From
		}
	}
	return s.C[i].From, s.C[len(s.C)-1].To
}

// whence reports whether the place at byte b is only where something came from: shells from inside the land, arms
// coming from it.
func (s *search) whence(b int) bool {
	for j := range s.C {
		c := &s.C[j]
		if c.Kind != clause.NounPhrase || s.K[c.To-1].End <= b {
			continue
		}
		if c.Prep != "from" || s.K[c.From].Start > b {
			return false
		}
		for i := c.From; i < c.To && s.K[i].Start <= b; i++ {
			if s.Keyed(i, "territory") {
				return true
			}
		}
		return j > 0 && s.C[j-1].To == c.From && s.Keyed(s.C[j-1].To-1, "coming")
	}
	return false
}
