package story

import (
	"slices"

	"riwaya"
)

// Apply says which stories there are when a person's rulings hold, given those that were made from
// the reports alone, in the order of their founding. Rulings come in the order in which they were
// made; one that is undone is as if it had never been. Reports that are in no story are left aside.
//
// A story that was split keeps its ID, and what was split off has the ID of its first report; of
// stories that are merged the oldest keeps its ID. Stories that no ruling touches are given back as
// they are. What is given is not altered.
func Apply(stories []riwaya.Story, rulings []riwaya.Ruling) []riwaya.Story {
	holding := standing(rulings)
	if len(holding) == 0 {
		return stories
	}
	a := apply{of: map[string]*part{}}
	for i := range stories {
		p := &part{story: &stories[i], id: stories[i].ID, aliases: stories[i].Aliases, order: i}
		a.parts = append(a.parts, p)
		for k := range stories[i].Reports {
			r := stories[i].Reports[k]
			p.reports = append(p.reports, r)
			a.of[r.Article] = p
		}
	}
	for i := range holding {
		switch r := &holding[i]; r.Kind {
		case riwaya.RulingSplit:
			a.split(r.Reports)
		case riwaya.RulingMerge:
			a.merge(r.Reports)
		}
	}
	var out []riwaya.Story
	for _, p := range a.parts {
		switch {
		case len(p.reports) == 0:
		case p.changed:
			out = append(out, Assemble(p.id, p.aliases, p.reports))
		default:
			out = append(out, *p.story)
		}
	}
	return out
}

// standing are the rulings that hold: a ruling is undone by the last word on it, so that the
// undoing of an undoing brings it back.
func standing(rulings []riwaya.Ruling) (out []riwaya.Ruling) {
	undone := map[string]bool{}
	for i := len(rulings) - 1; i >= 0; i-- { // what comes later undoes what came before, never the other way
		r := &rulings[i]
		if undone[r.ID] {
			continue
		}
		if r.Kind == riwaya.RulingUndo {
			undone[r.Undoes] = true
			continue
		}
		out = append(out, *r)
	}
	slices.Reverse(out)
	return out
}

type apply struct {
	parts []*part
	of    map[string]*part // the story of a report
}

// part is a story while rulings are applied.
type part struct {
	story   *riwaya.Story
	id      string
	aliases []string
	reports []riwaya.StoryReport
	order   int
	changed bool
}

// split makes reports a story by themselves.
func (a *apply) split(articles []string) {
	var off []riwaya.StoryReport
	for _, id := range articles {
		p := a.of[id]
		if p == nil {
			continue
		}
		i := slices.IndexFunc(p.reports, func(r riwaya.StoryReport) bool { return r.Article == id })
		r := p.reports[i]
		p.reports = slices.Delete(p.reports, i, i+1)
		p.changed = true
		off = append(off, ruled(r))
	}
	if len(off) == 0 {
		return
	}
	p := &part{id: ID(off[0].Article), order: len(a.parts), reports: off, changed: true}
	for _, o := range a.parts {
		// The report that founded a story can be split off: the story keeps its ID, and what went
		// needs another.
		if o.id == p.id && len(o.reports) > 0 {
			p.id = ID("split\x00" + off[0].Article)
		}
	}
	a.parts = append(a.parts, p)
	for i := range off {
		a.of[off[i].Article] = p
	}
}

func ruled(r riwaya.StoryReport) riwaya.StoryReport {
	r.Why, r.With, r.Likeness, r.Shared = riwaya.StoryRuled, "", 0, nil
	return r
}

// merge makes the stories of reports one.
func (a *apply) merge(articles []string) {
	var parts []*part
	for _, id := range articles {
		if p := a.of[id]; p != nil && !slices.Contains(parts, p) {
			parts = append(parts, p)
		}
	}
	if len(parts) < 2 {
		return
	}
	slices.SortFunc(parts, func(x, y *part) int { return x.order - y.order })
	into := parts[0]
	into.changed = true
	into.aliases = slices.Clone(into.aliases)
	for _, p := range parts[1:] {
		into.aliases = append(append(into.aliases, p.id), p.aliases...)
		for _, r := range p.reports {
			if r.With == "" {
				r = ruled(r)
			}
			into.reports = append(into.reports, r)
			a.of[r.Article] = into
		}
		p.reports, p.changed = nil, true
	}
}
