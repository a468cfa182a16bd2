package event

import (
	"riwaya/internal/clause"
	"riwaya/internal/event/setting"
	"riwaya/internal/role/frame"
)

// around is the sentence as the places, times and figures of its events are looked for in it.
func (s *search) around() setting.Text {
	return setting.Text{Reader: s, T: s.T, Rec: s.Rec, Came: s.came, C: s.C, Scenes: s.f.scenes}
}

// Results reports whether chunk v is a verb under which stands what a happening brought about: it led to, it caused.
func (s *search) Results(v int) bool {
	return v < len(s.C) && s.C[v].Kind == clause.Verb && s.SupportOf(v) == frame.Results
}

// bounds notes the sentence of an anchor, the end of its clause, and where its figures may
// stand: behind the anchor before, and up to the next.
func (s *search) bounds(n int) {
	a := &s.here[n]
	a.begin, a.end = s.C[0].From, s.C[len(s.C)-1].To
	around := s.around()
	a.reach, a.clause, a.since, a.past, a.again = a.end, a.end, a.begin, a.end, a.end
	for m := range s.here {
		b := &s.here[m]
		switch {
		case m == n || b.dropped && b.into == n:
		case b.From > a.From:
			a.reach = min(a.reach, b.From)
			if !a.Rule.Harm && b.Chunk > a.Chunk && a.past == a.end && around.Occasion(b.Chunk) {
				a.past, a.again = around.Occasioned(b.Chunk)
			}
		case b.To > a.since:
			a.since = b.To
		}
	}
	from, to, stop := around.Clause(a.Chunk, a.end)
	a.since = min(max(a.since, from), a.From)
	a.reach = max(min(a.reach, stop), a.To)
	a.clause = max(to, a.To)
	r := a.limits()
	r.Entry = s.stat.Dated
	s.where, a.sites, a.dates = around.Find(r, s.where)
}

// limits is where the places, times and figures of an anchor may stand.
func (a *happening) limits() setting.Reach {
	return setting.Reach{Anchor: a.From, Chunk: a.Chunk, Nominal: a.Nominal(), Harm: a.Rule.Harm, From: a.begin, To: a.end, Clause: a.clause, Past: a.past, Again: a.again, Since: a.since, Until: a.reach, Sites: a.sites, Dates: a.dates}
}
