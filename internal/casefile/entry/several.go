package entry

import (
	"context"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/show/privacy"
)

// incident tells an incident with every report that tells of it.
func (m *Maker) incident(ctx context.Context, e *Entry) error {
	in, err := m.Shelf.Found.Incident(ctx, e.About)
	if err != nil {
		return err
	}
	e.Event = &Event{Type: in.Type, Mode: value(in.Mode), Status: in.Status}
	outlets, reports := map[string]bool{}, map[string]bool{} // a report may tell of it more than once
	parties := map[string]bool{}                             // private persons, by the ID of their actor
	for _, ev := range in.Events {
		r, rec, err := m.report(ctx, ev.Article)
		if err != nil {
			return err
		}
		v := byID(rec.Events, ev.Event, func(v *riwaya.Event) string { return v.ID })
		if v == nil {
			continue
		}
		for i := range rec.Actors {
			parties[rec.Actors[i].ID] = parties[rec.Actors[i].ID] || rec.Actors[i].Private
		}
		t := m.telling(rec)
		one := Telling{Report: r, Event: v.ID}
		one.Quote, one.Source = t.saying(v.Claim, v.Span)
		e.Others = append(e.Others, one)
		reports[r.Article] = true
		if r.Outlet != "" {
			outlets[r.Outlet] = true
		}
		for i := range rec.Figures {
			if f := &rec.Figures[i]; slices.Contains(v.Figures, f.ID) {
				g := t.figure(f)
				g.Outlet, g.At = r.Outlet, r.Published
				e.Figures = append(e.Figures, g)
			}
		}
	}
	if len(e.Others) == 0 {
		return errNone
	}
	e.Event.Reports, e.Event.Outlets = len(reports), len(outlets)
	e.Language = e.Others[0].Report.Language
	gates := m.gates(ctx, in.Events)
	for i := range in.Parties {
		p := &in.Parties[i]
		name := gates(p.Name)
		if parties[p.Actor] && !m.Names {
			name = privacy.Label(p.Kind)
		}
		party := Party{Name: name, Role: p.Role, Standing: p.Standing}
		for _, by := range p.By {
			party.By = append(party.By, gates(by))
		}
		e.Event.Parties = append(e.Event.Parties, party)
	}
	if p := in.Place; p != nil {
		e.Place = &Place{Name: gates(p.Name), Written: gates(p.NameAr), Admin1: value(p.Admin1), Admin2: value(p.Admin2), Country: value(p.Country), Relation: "in", Precision: p.Precision, Lat: p.Lat, Lon: p.Lon}
	}
	e.Time = &Time{First: in.First, Last: in.Last, Seen: in.Seen}
	switch {
	case in.Last == "":
		e.Time = nil
	case in.First == "":
		e.Time.Precision = "before"
	case in.First == in.Last:
		e.Time.Precision = "day"
	default:
		e.Time.Precision = "range"
	}
	return m.Shelf.Stories(ctx, in.Stories, func(all *matter.Matter) error {
		var chains []riwaya.Chain
		for _, ev := range in.Events {
			rec := all.Record(ev.Article)
			if rec == nil {
				continue
			}
			v := byID(rec.Events, ev.Event, func(v *riwaya.Event) string { return v.ID })
			if v == nil {
				continue
			}
			c, ok := all.ChainAt(ev.Article, v.Span.Hull())
			if v.Claim != nil {
				if said, has := all.ClaimChain(riwaya.ClaimRef{Article: ev.Article, Claim: *v.Claim}); has {
					c, ok = said, true
				}
			}
			if ok {
				chains = append(chains, c)
			}
		}
		o := m.origins(all, all.Origins(chains))
		e.Origins = &o
		return nil
	})
}

// gates pass words through the gates of all articles that tell of something.
func (m *Maker) gates(ctx context.Context, events []riwaya.IncidentEvent) func(string) string {
	if m.Names {
		return func(s string) string { return s }
	}
	var all []*privacy.Gate
	for _, ev := range events {
		if _, rec, err := m.report(ctx, ev.Article); err == nil { // it was read a moment ago
			all = append(all, privacy.NewGate(rec))
		}
	}
	return func(s string) string {
		for _, g := range all {
			s = g.Words(s)
		}
		return s
	}
}

// question tells what was asked, and each answer.
func (m *Maker) question(ctx context.Context, e *Entry) error {
	stories, err := m.Shelf.Found.Asking(ctx, e.About)
	if err != nil {
		return err
	}
	if len(stories) == 0 {
		return errNone
	}
	return m.Shelf.Stories(ctx, stories, func(in *matter.Matter) error {
		q := byID(in.Questions(), e.About, func(q *riwaya.Question) string { return q.ID })
		if q == nil {
			return errNone
		}
		e.Asked = &Asked{Predicate: q.Predicate, Group: q.Group, Scope: q.Scope, From: value(q.From), To: value(q.To), Since: value(q.Since), Part: q.Part, Unit: value(q.Unit),
			Tellers: q.Summary.Tellers, Unnamed: q.Summary.Unnamed, Reports: q.Summary.Reports, Outlets: q.Summary.Outlets}
		if p := q.Place; p != nil {
			e.Asked.Place = p.Name
			e.Place = &Place{Name: p.Name, Written: strings.Join(p.Spelled, " / "), Country: value(p.Country), Relation: "in", Precision: p.Precision, Lat: p.Lat, Lon: p.Lon}
		}
		for _, r := range q.Relations {
			if r.Kind == riwaya.RelationContradict {
				e.Asked.Contradicted++
			}
		}
		var chains []riwaya.Chain
		for i := range q.Accounts {
			by := &q.Accounts[i].By
			for k := range q.Accounts[i].Figures {
				g := &q.Accounts[i].Figures[k]
				rec := in.Record(g.Article)
				if rec == nil {
					continue
				}
				t := m.telling(rec)
				f := Figure{Article: g.Article, ID: g.Figure, Text: t.under(g.Span), Op: g.Op, Low: g.Low, High: g.High, Total: g.Total, Unit: value(q.Unit), Noun: t.gate.Words(value(g.Noun)), Group: g.Group,
					Predicate: q.Predicate, Scope: q.Scope, By: t.gate.Words(by.Name), ByKind: by.Kind, Outlet: t.gate.Words(g.Outlet), At: g.At, AtFrom: g.AtFrom, Hedged: g.Hedged, Part: q.Part}
				e.Figures = append(e.Figures, f)
				one := Telling{Event: g.Figure}
				if one.Report, _, err = m.report(ctx, g.Article); err != nil {
					return err
				}
				one.Quote, one.Source = t.saying(g.Claim, g.Span)
				e.Others = append(e.Others, one)
				if e.Language == "" {
					e.Language = rec.Article.Language
				}
				if c, ok := in.ChainAt(g.Article, g.Span.Hull()); ok {
					chains = append(chains, c)
				}
			}
		}
		o := m.origins(in, in.Origins(chains))
		e.Origins = &o
		return nil
	})
}
