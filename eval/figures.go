package eval

import (
	"regexp"
	"strings"

	"riwaya/eval/annotated"
)

// scoreFigures tallies what each figure says, and as whole: value, predicate and
// claim together.
func (s *sheet) scoreFigures() {
	gold, pred := s.gold.Figures, s.pred.Figures
	ms := s.spanned("figure", bases(gold), bases(pred))
	add := func(measure string, so func(a, b annotated.Figure) bool) {
		s.tally.add("figure."+measure, count(ms, func(m match) bool { return so(gold[m.gold], pred[m.pred]) }), float64(len(pred)), float64(len(gold)))
	}
	add("value", annotated.Figure.SameValue)
	add("predicate", func(a, b annotated.Figure) bool { return a.Predicate.Equal(b.Predicate) })
	add("group", func(a, b annotated.Figure) bool { return a.Group.Equal(b.Group) })
	add("unit", func(a, b annotated.Figure) bool { return a.Unit.Equal(b.Unit) })
	full := func(a, b annotated.Figure) bool { return a.SameValue(b) && a.Predicate.Equal(b.Predicate) }
	if s.gold.Annotated["claims"] {
		valued := full
		full = func(a, b annotated.Figure) bool { return valued(a, b) && s.links.same(a.Claim, b.Claim) }
		add("claim", func(a, b annotated.Figure) bool { return s.links.same(a.Claim, b.Claim) })
		add("whole", full)
	}
	s.judge("figures", bases(pred), ms, func(m match) bool { return full(gold[m.gold], pred[m.pred]) })
	for _, m := range ms {
		if a, b := gold[m.gold], pred[m.pred]; !a.SameValue(b) {
			s.logf("figure value: %s gold=%s pred=%s", a.Text.Repr(), a.ValueRepr(), b.ValueRepr())
		}
	}
}

// scoreTimes tallies values to the day.
func (s *sheet) scoreTimes() {
	gold, pred := s.gold.Times, s.pred.Times
	ms := s.spanned("time", bases(gold), bases(pred))
	same := func(m match) bool { return day(gold[m.gold].Value) == day(pred[m.pred].Value) }
	s.tally.add("time.value", count(ms, same), float64(len(pred)), float64(len(gold)))
	s.judge("times", bases(pred), ms, same)
	for _, m := range ms {
		if a, b := gold[m.gold], pred[m.pred]; !same(m) {
			s.logf("time value: %s gold=%s pred=%s", a.Text.Repr(), a.Value, b.Value)
		}
	}
}

var clock = regexp.MustCompile(`^(\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2})T\p{Nd}.*`)

// day is a time value to the day: a clock time is cut, a part of day and a range
// are kept.
func day(v annotated.Scalar) string {
	if !v.Truthy() {
		return ""
	}
	ends := strings.Split(v.String(), "/")
	for i, e := range ends {
		ends[i] = clock.ReplaceAllString(e, "$1")
	}
	return strings.Join(ends, "/")
}

// scoreCredits tallies only whether they were found.
func (s *sheet) scoreCredits() {
	ms := s.spanned("credit", s.gold.Credits, s.pred.Credits)
	s.judge("credits", s.pred.Credits, ms, func(match) bool { return true })
}
