package setting

import (
	"strings"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/link"
)

// carries reports whether a time dates a clause that the verb of an anchor goes on from: yesterday they attacked the post, and killed
// three; it went off yesterday, which led to the wounding of ten.
func (s *Text) carries(a Reach, x link.Entry) bool {
	t, when := s.at(x.Start), &s.Rec.Times[x.Of]
	if t < 0 || t >= a.Chunk || s.loose(when) || s.ofNoun(t, when) || s.Scenes.Remembered(s.T.Tokens, x.End, a.Anchor) {
		return false
	}
	last := s.told(a, t)
	first, ok := s.dated(t)
	if last < 0 || !ok {
		return false
	}
	if first, ok = s.goesOn(first, t, last, a.Harm); !ok || first >= last || !s.past(first) || s.says(first) || !s.event(&s.C[first]) {
		return false
	}
	return first == 0 || s.C[first-1].Kind != clause.Relative || s.Reader.Results(last) // who came last week, and they agreed
}

// loose reports whether a time is no day that goes over to what is told next: lately, since then, the day after.
func (s *Text) loose(when *riwaya.Time) bool {
	return strings.HasSuffix(when.Value, "_REF") || strings.Contains(when.Rule, morrow) || s.sinceThen(when)
}

// ofNoun reports whether the time in chunk t dates the noun before it and no clause: the session set for today, the elections
// of that year.
func (s *Text) ofNoun(t int, when *riwaya.Time) bool {
	if i := s.C[t].From - 1; i >= 0 && s.T.Tokens[i].Word != nil && s.T.Tokens[i].Has(lang.Participle|lang.Article) {
		return true
	}
	if year := len(when.Value) == len("2013"); !year || t == 0 {
		return false
	}
	c := &s.C[t-1]
	return c.Kind == clause.NounPhrase && c.To == s.C[t].From && !c.Definite
}

// told is the verb of the clause that tells an anchor, behind chunk t: its own, or that of what a happening brought about; -1 where there is
// none.
func (s *Text) told(a Reach, t int) int {
	if !a.Nominal {
		return a.Chunk
	}
	v := a.Chunk - 1
	for v > t && s.C[v].Kind == clause.NounPhrase && !s.Occasion(v) {
		v--
	}
	if v > t && s.C[v].Kind == clause.Verb && s.Reader.Results(v) {
		return v
	}
	return -1
}

// dated is the verb before the time in chunk t that it dates, -1 where it stands at the head of its clause; ok is false where it
// dates what something only came after: after a visit last week.
func (s *Text) dated(t int) (verb int, ok bool) {
	for j := t - 1; j >= 0; j-- {
		switch c := &s.C[j]; c.Kind {
		case clause.Verb:
			return j, true
		case clause.Stop, clause.That, clause.Opens, clause.Relative:
			return -1, true
		case clause.NounPhrase:
			if s.Occasion(j) {
				return -1, false
			}
		}
	}
	return -1, true
}

// goesOn reports whether the clauses between the time in chunk t and the verb of chunk last only go on: none says what somebody said, nor
// which one, nor when and while. verb is first, the one that the time dates, or the one behind it.
func (s *Text) goesOn(first, t, last int, harm bool) (verb int, ok bool) {
	for j := t + 1; j <= last; j++ {
		switch c := &s.C[j]; c.Kind {
		case clause.Stop, clause.That, clause.Relative:
			return first, false
		case clause.Opens:
			if !s.Reader.Results(j + 1) {
				return first, false
			}
		case clause.Verb:
			if first < 0 {
				first = j
				continue
			}
			before := s.C[j-1].Kind
			if joined := c.Joined || harm && before == clause.Comma || before == clause.Opens; !joined || !s.past(j) || j < last && s.says(j) {
				return first, false
			}
		}
	}
	return first, first >= 0
}

// past reports whether the verb of a chunk is in the past.
func (s *Text) past(verb int) bool {
	q := s.C[verb].Reading
	return q != nil && q.Feat&(lang.Past|lang.First) == lang.Past
}
