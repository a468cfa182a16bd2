package setting

import (
	"strings"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/link"
)

// Find adds to all where the places begin at which an anchor may have happened, and then the times that may say when, by their indices: those
// of its clause, the nearest time first. It has to be asked while the chunks are those of its sentence.
func (s *Text) Find(a Reach, all []int) (out, sites, dates []int) {
	k, from, out := s.T.Tokens, len(all), all
	for _, x := range s.Reader.PlacesIn(k[a.From].Start, k[a.To-1].End) {
		if s.tells(a, x, false) && !s.between(s.at(x.Start)) {
			out = append(out, x.Start)
		}
	}
	to := len(out)
	out = s.times(a, out)
	return out, out[from:to:to], out[to:len(out):len(out)]
}

// times adds to out the times that may say when an anchor happened: those of its clause, or, where that has none, the last that the
// clauses before it give, of which it goes on to tell.
func (s *Text) times(a Reach, out []int) []int {
	k, first, nearest := s.T.Tokens, len(out), 0
	carried := -1
	for _, x := range s.Reader.TimesIn(k[a.From].Start, k[a.To-1].End) {
		t := &s.Rec.Times[x.Of]
		day := t.Type != "DURATION" && t.Type != "SET" // how long something took is not when it was
		if !day || !s.dates(a, x) {
			if x.Start < k[a.Anchor].Start {
				if carried = -1; day && s.carries(a, x) {
					carried = x.Of
				}
			}
			continue
		}
		out = append(out, x.Of)
		if d := max(x.Start-k[a.Anchor].Start, k[a.Anchor].Start-x.Start); len(out) == first+1 || d < nearest {
			nearest = d
			copy(out[first+1:], out[first:])
			out[first] = x.Of
		}
	}
	if len(out) == first && carried >= 0 {
		out = append(out, carried)
	}
	return out
}

// when is the time of an event of that status, told in that claim or in none: what was said that day did not happen on it, what
// happened is not of the future, and what is still to be is not of the past. What befell somebody since then, and until now, was on no day of its
// own: the worst raid since March, those killed since.
func (s *Text) when(a Reach, status string, claim *riwaya.Claim) *riwaya.Time {
	for _, i := range a.Dates {
		t := &s.Rec.Times[i]
		switch {
		case claim != nil && !claim.Content.Spans.Contains(t.Span.Hull()):
		case t.Value == "FUTURE_REF" && status == "happened" && !a.Nominal: // the attack planned for next week is a noun
		case t.Value == "PAST_REF" && status != "happened" && status != "ongoing" && status != "denied":
		case status == "happened" && (a.Nominal || a.Harm) && s.sinceThen(t):
			return nil
		default:
			return t
		}
	}
	return nil
}

// dates reports whether a time stands in the clause of an anchor, as what says when.
func (s *Text) dates(a Reach, x link.Entry) bool {
	return s.tells(a, x, strings.Contains(s.Rec.Times[x.Of].Rule, morrow)) && !s.Scenes.Remembered(s.T.Tokens, x.End, a.Anchor)
}

// between reports whether phrase i says between what and what: the road between two towns is in neither.
func (s *Text) between(i int) bool {
	for i > 0 && s.C[i].Kind == clause.NounPhrase && s.C[i].Listed {
		i--
	}
	return s.C[i].Prep == "between"
}

// tells reports whether a time or a place stands in the clause of an anchor; after says that what follows it came before.
func (s *Text) tells(a Reach, x link.Entry, after bool) bool {
	t := s.at(x.Start)
	switch {
	case t < 0:
		return false
	case t == a.Chunk:
		return true
	case t > a.Chunk:
		return s.behind(a, t, x.Start)
	}
	return s.before(a, t, after)
}

// at is the chunk in which a byte of the sentence stands, -1 if none has it.
func (s *Text) at(b int) int {
	for i := range s.C {
		if k := &s.T.Tokens[s.C[i].To-1]; b < k.End {
			return i
		}
	}
	return -1
}

// behind reports whether a time in chunk t, at byte at, dates an anchor before it: between them stand only what belongs to the anchor's
// verb, or a clause that says which attack it is, and nothing that it only came after.
func (s *Text) behind(a Reach, t, at int) bool {
	k := s.T.Tokens
	if a.Past < a.Again && at >= k[a.Past].Start && at < k[a.Again-1].End || s.Scenes.Elsewhere(k, a.Anchor, at) {
		return false
	}
	in := -1 // the attack or the accident in which it happened
	for j := a.Chunk + 1; j < t; j++ {
		switch c := &s.C[j]; c.Kind {
		case clause.Stop, clause.That, clause.Opens:
			return false
		case clause.Relative:
			if (!a.Nominal || j != a.Chunk+1) && (in < 0 || j != in+1) {
				return false
			}
		case clause.Verb:
			own := a.Nominal && (j == a.Chunk+1 || j == a.Chunk+2 && s.C[j-1].Kind == clause.Relative) // the attack that killed ten on Monday
			with := !a.Nominal && c.Joined && s.C[j-1].Kind != clause.Comma && s.event(c)              // three were killed and five hurt on Monday
			there := a.Harm && in >= 0 && (j == in+1 || j == in+2 && s.C[j-1].Kind == clause.Relative) // killed in an attack that struck the town on Monday
			if !own && !with && !there {
				return false
			}
		case clause.NounPhrase:
			if s.Occasion(j) && !a.Harm { // who was hurt after an attack was so by it
				return false
			}
			if c.Prep == "in" && s.event(c) {
				in = j
			}
		}
	}
	return true
}

// event reports whether the head of a chunk may name something that happened.
func (s *Text) event(c *clause.Chunk) bool { return s.T.Tokens[c.Head].Starts&lang.StartsEvent != 0 }

// before reports whether a time in chunk t dates an anchor behind it: one at the head of a clause dates its verb and what that
// governs, another the nouns that follow in its clause; none dates what that day was said, what was meant by it, or what it came after.
// The day after the attack is not that of the attack.
func (s *Text) before(a Reach, t int, after bool) bool {
	verb := -1
	for j := t + 1; j < a.Chunk; j++ {
		switch s.C[j].Kind {
		case clause.Stop:
			if !(a.Entry && t == 0) { // 1967: the army enters the city
				return false
			}
		case clause.That, clause.Opens, clause.Relative:
			return false
		case clause.Verb:
			if verb >= 0 || !a.Nominal {
				return false
			}
			verb = j
		}
	}
	if after && verb < 0 {
		return false
	}
	for j := t - 1; j >= 0; j-- {
		if kind := s.C[j].Kind; kind == clause.Verb {
			if verb >= 0 || !a.Nominal && t != a.Chunk-1 {
				return false
			}
			verb = j
			break
		} else if kind == clause.NounPhrase && s.Occasion(j) {
			return false // after a visit last week he arrives today
		} else if kind == clause.Stop || kind == clause.That || kind == clause.Opens || kind == clause.Relative {
			break
		}
	}
	if verb >= 0 && s.says(verb) {
		return false
	}
	c := &s.C[a.Chunk]
	return !a.Nominal || c.Prep != clause.For && c.Prep != "about" && !s.Occasion(a.Chunk)
}

// morrow and since are what the names of the rules have that read "the day after" and "since then".
const (
	morrow = ":morrow@"
	since  = ":since-"
)

// sinceThen reports whether a time says since when.
func (s *Text) sinceThen(t *riwaya.Time) bool {
	i := s.T.TokenAt(t.Span.Hull().Start, 0, len(s.T.Tokens))
	return strings.Contains(t.Rule, since) || i >= 0 && s.Reader.Keyed(i, "since")
}

// says reports whether the verb of a chunk is one of saying, whoever says what.
func (s *Text) says(verb int) bool {
	return s.T.Tokens[s.C[verb].Head].Word.Some(func(q *lang.Reading) bool { return q.Cue != nil && !q.Cue.Has("weak") })
}

// Later reports whether a time behind the anchor, in its clause, lies behind the day of publication.
func (s *Text) Later(a Reach) bool {
	k := s.T.Tokens
	for _, x := range s.Reader.TimesIn(k[a.Anchor].Start, k[a.Clause-1].End) {
		t := &s.Rec.Times[x.Of]
		if t.Value == "FUTURE_REF" {
			return true
		}
		day := s.Rec.Article.Published
		if day != nil && len(*day) >= 10 && len(t.Value) >= 10 && t.Value[4] == '-' && t.Value[7] == '-' && t.Value[5] != 'W' {
			return t.Value[:10] > (*day)[:10]
		}
	}
	return false
}
