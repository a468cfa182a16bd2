package setting

import "riwaya/internal/clause"

// Origins adds to came where the places of the sentence begin that something only came from.
func (s *Text) Origins(came []int) []int {
	for _, x := range s.Reader.PlacesIn(s.T.Tokens[s.C[0].From].Start, s.T.Tokens[s.C[len(s.C)-1].To-1].End) {
		if s.Whence(x.Start) {
			came = append(came, x.Start)
		}
	}
	return came
}

// Occasion reports whether what phrase i names is only what something came after, or in answer to: arrests after the bombing in
// the town.
func (s *Text) Occasion(i int) bool {
	c := &s.C[i]
	return s.Reader.Keyed(c.From, "after") || (c.Prep == "on" || c.Prep == clause.For) && i > 0 && s.C[i-1].To == c.From && s.Reader.Keyed(s.C[i-1].To-1, "reply")
}

// Occasioned are the tokens between which phrase i and what belongs to it stand.
func (s *Text) Occasioned(i int) (from, to int) {
	for j := i + 1; j < len(s.C); j++ {
		if k := s.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb && k != clause.Relative && !(k == clause.Verb && s.C[j-1].Kind == clause.Relative) {
			return s.C[i].From, s.C[j].From
		}
	}
	return s.C[i].From, s.C[len(s.C)-1].To
}

// Whence reports whether the place at byte b is only where something came from: shells from inside the land, arms
// coming from it.
func (s *Text) Whence(b int) bool {
	for j := range s.C {
		c := &s.C[j]
		if c.Kind != clause.NounPhrase || s.T.Tokens[c.To-1].End <= b {
			continue
		}
		if c.Prep != "from" || s.T.Tokens[c.From].Start > b {
			return false
		}
		for i := c.From; i < c.To && s.T.Tokens[i].Start <= b; i++ {
			if s.Reader.Keyed(i, "territory") {
				return true
			}
		}
		return j > 0 && s.C[j-1].To == c.From && s.Reader.Keyed(s.C[j-1].To-1, "coming")
	}
	return false
}
