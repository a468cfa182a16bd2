package matter

import (
	"slices"
	"sort"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/span"
)

// pasted are the ways of what reports have in common that begin with something else: of reports that
// have one passage and tell of no one incident, it is the passage that they are of one matter by.
func (m *Matter) pasted() (chains []riwaya.Chain) {
	for _, rec := range m.records {
		shared, begins := m.shared(rec)
		if begins || len(shared) == 0 {
			continue
		}
		n := len(chains)
		for i := range rec.Claims {
			c := &rec.Claims[i]
			if !m.tells(rec, c) || !mostly(c.Content.Spans.Hull(), shared) {
				continue
			}
			if chain, ok := m.way(rec, c); ok {
				chains = append(chains, chain)
			}
		}
		if n == len(chains) {
			if chain, ok := m.ChainAt(rec.Article.ID, shared.Hull()); ok {
				chains = append(chains, chain)
			}
		}
	}
	return chains
}

// shared are the passages that a report has in common with others of these, and whether it begins with one.
func (m *Matter) shared(rec *riwaya.Record) (shared riwaya.Spans, begins bool) {
	for i := range m.Copies {
		c := &m.Copies[i]
		if c.A != rec.Article.ID && c.B != rec.Article.ID || m.Record(c.A) == nil || m.Record(c.B) == nil {
			continue
		}
		for _, p := range c.Passages {
			at := p.A
			if c.B == rec.Article.ID {
				at = p.B
			}
			shared = append(shared, at)
			begins = begins || early(rec, at.Start)
		}
	}
	return shared, begins
}

// pastes reports whether a report has a passage in common with others and begins with something else.
func (m *Matter) pastes(rec *riwaya.Record) bool {
	shared, begins := m.shared(rec)
	return len(shared) > 0 && !begins
}

// mostly reports whether one of some spans has most of another.
func mostly(of riwaya.Span, in riwaya.Spans) bool {
	for _, s := range in {
		if both := min(of.End, s.End) - max(of.Start, s.Start); 2*both > of.Len() {
			return true
		}
	}
	return false
}

// turned reports whether a claim stands in a part of a report that went over to something else ("on the other
// hand") and in which an incident is not told that is told before it.
func (m *Matter) turned(in *riwaya.Incident, rec *riwaya.Record, c *riwaya.Claim) bool {
	turns := m.Words.Turns(rec.Article.Text)
	if len(turns) == 0 {
		return false
	}
	part := func(at int) int { return sort.SearchInts(turns, at+1) }
	here, before := part(c.Cue.Spans.Hull().Start), false
	for _, e := range in.Events {
		if e.Article != rec.Article.ID {
			continue
		}
		ev := eventOf(rec, e.Event)
		if ev == nil {
			continue
		}
		all := ev.Span
		for _, mention := range ev.Mentions {
			all = append(all[:len(all):len(all)], mention.Span...)
		}
		for _, s := range all {
			if part(s.Start) == here {
				return false
			}
			before = before || part(s.Start) < here
		}
	}
	return before
}

// season is over how many days what is counted is no incident any more.
const season = 40

// recalled reports whether a claim is of what went before: it stands in a sentence by which a report looks back
// ("this comes a day after"), or all days that it tells of are past when an incident happens or months; and nothing in it is
// told of the incident; or it had been said, of another kind of thing. Of no incident, what somebody had said before looks back as well.
func (m *Matter) recalled(in *riwaya.Incident, rec *riwaya.Record, c *riwaya.Claim) bool {
	back, past := m.Words.LooksBack(rec.Article.Text[:start(c)])
	if in == nil {
		return back || past
	}
	dated, before, other := 0, 0, past
	first, known := story.ParseDay(in.First)
	day, seen := story.DayOf(&rec.Article)
	if m.earlier(in, rec, &c.ID) {
		return true
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		if !under(rec, e.Claim, c.ID) {
			continue
		}
		if member(in, rec.Article.ID, e.ID) {
			return false
		}
		other = other && e.Type != in.Type && e.Type != "ASSAULT" && e.Type != "DISASTER"
		if !known || e.Time == nil {
			continue
		}
		for k := range rec.Times {
			if rec.Times[k].ID != *e.Time {
				continue
			}
			if days, ok := span.Past(rec.Times[k].Value, day, seen); ok {
				dated++
				if days.To < first-1 || days.To-days.From > season {
					before++
				}
			}
		}
	}
	return back || other || dated > 0 && before == dated
}

// earlier reports whether a day is named between whom a claim is attributed to and what it says that lies more than a day
// before an incident ("had announced in May that"): who spoke then did not speak of what came after.
func (m *Matter) earlier(in *riwaya.Incident, rec *riwaya.Record, claim *string) bool {
	first, known := story.ParseDay(in.First)
	if claim == nil || !known {
		return false
	}
	c := claimOf(rec, *claim)
	if c == nil {
		return false
	}
	day, seen := story.DayOf(&rec.Article)
	from, to := start(c), c.Content.Spans.Hull().Start
	return slices.ContainsFunc(rec.Times, func(t riwaya.Time) bool {
		if at := t.Span.Hull(); at.Start < from || at.End > to {
			return false
		}
		days, ok := span.Past(t.Value, day, seen)
		return ok && days.To < first-1
	})
}

// start is where a claim begins, with whom it is attributed to.
func start(c *riwaya.Claim) int {
	at := c.Content.Spans.Hull().Start
	for _, s := range []riwaya.Spans{c.Cue.Spans, c.Source.Spans} {
		if len(s) > 0 {
			at = min(at, s.Hull().Start)
		}
	}
	return at
}

// member reports whether an event of a report is told of an incident.
func member(in *riwaya.Incident, article, event string) bool {
	return slices.ContainsFunc(in.Events, func(x riwaya.IncidentEvent) bool { return x.Article == article && x.Event == event })
}
