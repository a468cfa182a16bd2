package eval

import (
	"regexp"
	"strings"
)

// scoreFigures tallies what each figure says, and as whole: value, predicate and
// claim together.
func (s *sheet) scoreFigures() {
	gold, pred := s.gold.figures, s.pred.figures
	ms := s.spanned("figure", bases(gold), bases(pred))
	add := func(measure string, so func(a, b figure) bool) {
		s.tally.add("figure."+measure, count(ms, func(m match) bool { return so(gold[m.gold], pred[m.pred]) }), float64(len(pred)), float64(len(gold)))
	}
	add("value", figure.sameValue)
	add("predicate", func(a, b figure) bool { return a.predicate.equal(b.predicate) })
	add("group", func(a, b figure) bool { return a.group.equal(b.group) })
	add("unit", func(a, b figure) bool { return a.unit.equal(b.unit) })
	full := func(a, b figure) bool { return a.sameValue(b) && a.predicate.equal(b.predicate) }
	if s.gold.annotated["claims"] {
		valued := full
		full = func(a, b figure) bool { return valued(a, b) && s.links.same(a.claim, b.claim) }
		add("claim", func(a, b figure) bool { return s.links.same(a.claim, b.claim) })
		add("whole", full)
	}
	s.judge("figures", bases(pred), ms, func(m match) bool { return full(gold[m.gold], pred[m.pred]) })
	for _, m := range ms {
		if a, b := gold[m.gold], pred[m.pred]; !a.sameValue(b) {
			s.logf("figure value: %s gold=%s pred=%s", a.text.repr(), a.valueRepr(), b.valueRepr())
		}
	}
}

func (a figure) valueRepr() string {
	return "(" + a.op.repr() + ", " + a.low.repr() + ", " + a.high.repr() + ")"
}

// scoreTimes tallies values to the day.
func (s *sheet) scoreTimes() {
	gold, pred := s.gold.times, s.pred.times
	ms := s.spanned("time", bases(gold), bases(pred))
	same := func(m match) bool { return day(gold[m.gold].value) == day(pred[m.pred].value) }
	s.tally.add("time.value", count(ms, same), float64(len(pred)), float64(len(gold)))
	s.judge("times", bases(pred), ms, same)
	for _, m := range ms {
		if a, b := gold[m.gold], pred[m.pred]; !same(m) {
			s.logf("time value: %s gold=%s pred=%s", a.text.repr(), a.value, b.value)
		}
	}
}

var clock = regexp.MustCompile(`^(\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2})T\p{Nd}.*`)

// day is a time value to the day: a clock time is cut, a part of day and a range
// are kept.
func day(v scalar) string {
	if !v.truthy() {
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
	ms := s.spanned("credit", s.gold.credits, s.pred.credits)
	s.judge("credits", s.pred.credits, ms, func(match) bool { return true })
}
