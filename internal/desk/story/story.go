// Package story is the page of one story, in time order: what it is about and from how many
// independent origins it comes, what was answered to which question, what happened, its reports and
// who has whose text, what was changed on the way; and where a person says that it is two stories,
// or one with another.
package story

import (
	"cmp"
	"context"
	"slices"

	"riwaya"
	"riwaya/internal/desk/incident"
	"riwaya/internal/desk/question"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/matter"
	"riwaya/internal/shelf"
)

// Routes are the page's addresses, and where its forms are sent.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/story/{id}", Least: site.Reader, Handle: show, Kept: true},
		{Method: "POST", Pattern: "/story/{id}/split", Least: site.Reviewer, Handle: split},
		{Method: "POST", Pattern: "/story/{id}/merge", Least: site.Reviewer, Handle: merge},
		{Method: "POST", Pattern: "/story/{id}/undo", Least: site.Reviewer, Handle: undo},
	}
}

// page is what the template shows.
type page struct {
	ID, Title, Language string
	Asked               string // another ID by which it was asked for
	Aliases             []string
	About               []string
	First, Last         string
	Seen                bool // a day of the period is only when a report was first met
	Reports             []report
	Outlets             int
	Origins, Texts      views.Origins
	Questions           []question.Question // those that most answer
	Brief               []question.Question // the others that several answer
	Single              []question.Question // those that one alone answers
	Incidents           []incident.Incident // that several reports tell of, in the order of their days
	Told                []incident.Incident // that one report tells of
	Changes, Rest       []views.Change
	Decisions           []decision
	Gaps                []shelf.Gap
	May                 bool // who asks may decide
}

// report is one of the story's.
type report struct {
	views.Report
	Credits  []string
	Copies   []views.Copied
	More     int // copies that are not shown
	Versions []version
	Why      string // why it is of the story
	Chain    string // the address of its chain
}

type version struct{ Article, Compare string }

// How many of what a page shows in full; the rest stands folded, or on pages of its own.
const (
	fullQuestions = 5
	accountsEach  = 6
	fullChanges   = 10
	restChanges   = 60
	copiesEach    = 4
	aboutShown    = 10
)

func show(r *site.Request) error {
	ctx, id := r.Context(), r.PathValue("id")
	p := page{May: r.Person.Role >= site.Reviewer}
	err := r.Shelf().Story(ctx, id, func(m *matter.Matter) error {
		p.of(&views.View{Request: r, M: m})
		return nil
	})
	if err != nil {
		return err
	}
	if id != p.ID && len(id) > 2 && id[:2] == "s-" {
		p.Asked = id
	}
	if p.Decisions, err = decisions(r, &p); err != nil {
		return err
	}
	if p.Gaps, err = gaps(ctx, r.Shelf(), &p); err != nil {
		return err
	}
	return r.Show("story", p.Title, p)
}

// of fills the page with what is known of a matter.
func (p *page) of(v *views.View) {
	m := v.M
	s := &m.Story
	p.ID, p.Aliases, p.First, p.Last, p.Outlets = s.ID, s.Aliases, s.First, s.Last, len(s.Outlets)
	founder := v.Report(s.Reports[0].Article)
	p.Title, p.Language = founder.Title, founder.Language
	for _, k := range s.About {
		w := v.Mark(k)
		if w != "" && !slices.Contains(p.About, w) && len(p.About) < aboutShown {
			p.About = append(p.About, w)
		}
	}
	made := made(m)
	p.Origins, p.Texts = v.Origins(&made.sources), v.Origins(&made.texts)
	p.questions(v)
	p.incidents(v)
	p.reports(v)
	shown := min(len(made.changes), fullChanges)
	p.Changes = v.Changes(made.changes[:shown])
	p.Rest = v.Changes(made.changes[shown:min(len(made.changes), fullChanges+restChanges)])
}

// of is what is made of a matter anew at each asking.
type of struct {
	sources, texts riwaya.Origins
	changes        []riwaya.Change
}

func made(m *matter.Matter) of { return of{m.Sources(), m.Beginnings(), m.Changes()} }

func (p *page) questions(v *views.View) {
	all := slices.Clone(v.M.Questions())
	slices.SortStableFunc(all, func(a, b riwaya.Question) int {
		return cmp.Or(cmp.Compare(len(b.Accounts), len(a.Accounts)), cmp.Compare(b.Summary.Reports, a.Summary.Reports))
	})
	for i := range all {
		q := question.Of(v, &all[i], accountsEach)
		if i < fullQuestions && len(all[i].Accounts) > 1 || i == 0 {
			p.Questions = append(p.Questions, q)
			continue
		}
		q.Chart = nil
		if len(all[i].Accounts) > 1 {
			p.Brief = append(p.Brief, q)
		} else {
			p.Single = append(p.Single, q)
		}
	}
}

func (p *page) incidents(v *views.View) {
	all := make([]incident.Incident, len(v.M.Incidents))
	for i := range all {
		all[i] = incident.Of(v, &v.M.Incidents[i])
	}
	slices.SortStableFunc(all, func(a, b incident.Incident) int {
		if (a.Last == "") != (b.Last == "") { // those without a day come last
			return cmp.Compare(len(b.Last), len(a.Last))
		}
		return cmp.Or(cmp.Compare(cmp.Or(a.First, a.Last), cmp.Or(b.First, b.Last)), cmp.Compare(b.Reports, a.Reports))
	})
	for _, in := range all {
		if in.Reports > 1 || len(v.M.Story.Reports) == 1 {
			p.Incidents = append(p.Incidents, in)
		} else {
			p.Told = append(p.Told, in)
		}
	}
}

func (p *page) reports(v *views.View) {
	m := v.M
	all := slices.Clone(m.Story.Reports)
	slices.SortStableFunc(all, func(a, b riwaya.StoryReport) int { return cmp.Compare(a.Day, b.Day) })
	copies := map[string][]*riwaya.Copy{}
	for i := range m.Copies {
		c := &m.Copies[i]
		copies[c.A], copies[c.B] = append(copies[c.A], c), append(copies[c.B], c)
	}
	for i := range all {
		id := all[i].Article
		r := report{Report: v.Report(id), Why: v.Words.Word("grouped", all[i].Why), Chain: v.Link("chain", id)}
		p.Seen = p.Seen || all[i].Seen
		if rec := m.Record(id); rec != nil {
			r.Credits = credits(v, rec)
		}
		for _, c := range copies[id] {
			if how, ok := v.CopiedBy(c, id); ok {
				r.Copies = append(r.Copies, how)
			}
		}
		slices.SortStableFunc(r.Copies, func(a, b views.Copied) int { return cmp.Compare(b.Share, a.Share) })
		if n := len(r.Copies); n > copiesEach {
			r.More, r.Copies = n-copiesEach, r.Copies[:copiesEach]
		}
		for _, other := range m.Versions[id] {
			r.Versions = append(r.Versions, version{other, v.Link("compare", other, id)})
		}
		p.Reports = append(p.Reports, r)
	}
}

// credits are whom a report names as whose text it has, each once.
func credits(v *views.View, rec *riwaya.Record) (out []string) {
	for i := range rec.Article.Credits {
		c := &rec.Article.Credits[i]
		name := c.Text
		if c.Name != nil {
			name = *c.Name
		}
		if name = v.Name(c.Actor, v.M.Gate(rec.Article.ID).Words(name)); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// gaps are the days of the story's period in which an outlet of the ledger has none of its reports.
func gaps(ctx context.Context, s *shelf.Shelf, p *page) (out []shelf.Gap, err error) {
	if p.First == "" {
		return nil, nil
	}
	all, err := s.Gaps(ctx)
	for _, g := range all {
		if g.From <= p.Last && g.To >= p.First {
			out = append(out, g)
		}
	}
	return out, err
}
