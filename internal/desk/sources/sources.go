// Package sources is the page where articles come in: links, feeds, files, exports of Telegram; with
// what became of each source, what failed and why, and where days are missing.
package sources

import (
	"context"
	"errors"
	"slices"
	"strings"

	"riwaya/internal/desk/site"
	"riwaya/internal/desk/work"
	"riwaya/internal/ledger"
	"riwaya/internal/shelf"
	"riwaya/internal/show/privacy"
)

// sent is the most that one upload may have, in bytes: an export of a large channel.
const sent = 8 << 30

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/sources", Least: site.Reader, Handle: show},
		{Method: "POST", Pattern: "/sources", Least: site.Admin, Body: sent, Handle: add},
		{Method: "POST", Pattern: "/sources/retry", Least: site.Admin, Handle: retry},
		{Method: "POST", Pattern: "/sources/stop", Least: site.Admin, Handle: stop},
	}
}

// page is what the template shows.
type page struct {
	Jobs     []work.Job
	Titles   map[string]string // of articles that were read, as they may be shown
	Active   bool              // a job is waiting or running
	Given    []given
	Failures []failure
	Failed   int // articles and captures that could not be read
	Missed   []missed
	Outlets  []shelf.Outlet
	Chats    []chat
	Status   ledger.Status
	Admin    bool
}

// given is an address that a person gave.
type given struct {
	ledger.Address
	List  bool   // a feed, a sitemap: it leads to pages
	Pages int    // that were found in it and answered
	Why   string // key of the words for what went wrong last, "" where nothing did
}

// failure is what could not be read for one reason.
type failure struct {
	Why, Words string // the key of plain words, and what the program says
	First      string // where it was first
	Count      int
}

// missed is an address that could not be got.
type missed struct {
	ledger.Missed
	Why string
}

// shown is how many of what failed a page lists.
const shown = 50

func show(r *site.Request) error {
	ctx := r.Context()
	p := page{Jobs: r.Site.Board.Jobs(), Admin: r.Person.Role >= site.Admin}
	p.Active = slices.ContainsFunc(p.Jobs, func(j work.Job) bool { return j.State == work.Running || j.State == work.Waiting })
	err := p.titles(ctx, r.Shelf().Store)
	if err != nil {
		return err
	}
	if p.Status, err = r.Shelf().Status(ctx); err != nil {
		return err
	}
	if p.Outlets, err = r.Shelf().Outlets(ctx); err != nil {
		return err
	}
	// those with gaps first, then those with most reports
	p.Outlets = slices.Clone(p.Outlets)
	slices.SortStableFunc(p.Outlets, func(a, b shelf.Outlet) int {
		if gaps := min(len(b.Gaps), 1) - min(len(a.Gaps), 1); gaps != 0 {
			return gaps
		}
		return b.Reports - a.Reports
	})
	if p.Given, err = addresses(ctx, r.Shelf().Store); err != nil {
		return err
	}
	if err := p.failures(ctx, r.Shelf().Store); err != nil {
		return err
	}
	if p.Chats, err = chats(ctx, r.Shelf().Store); err != nil {
		return err
	}
	return r.Show("sources", r.Say("sources.title"), p)
}

// titled is of how many articles a job's titles are shown.
const titled = 20

// titles are those of what was read last.
func (p *page) titles(ctx context.Context, s shelf.Store) error {
	var ids []string
	for i := range p.Jobs {
		if ids = p.Jobs[i].Articles; len(ids) > 0 {
			break
		}
	}
	all, err := s.Readings(ctx, ids[:min(len(ids), titled)], "claims", "actors")
	p.Titles = map[string]string{}
	for i := range all {
		if title := all[i].Read.Article.Title; title != "" {
			p.Titles[all[i].Article] = privacy.NewGate(&all[i].Read).Words(title)
		}
	}
	return err
}

// failures gathers what failed, by the reason.
func (p *page) failures(ctx context.Context, s shelf.Store) error {
	at := map[string]int{}
	err := s.Failures(ctx, func(f ledger.Failure) error {
		p.Failed++
		words, _, _ := strings.Cut(f.Error, ": byte ") // where in it differs
		i, ok := at[words]
		if !ok {
			if len(p.Failures) == shown {
				return nil
			}
			i = len(p.Failures)
			at[words] = i
			p.Failures = append(p.Failures, failure{Why: why(f.Error), Words: f.Error, First: f.Name})
		}
		p.Failures[i].Count++
		return nil
	})
	if err != nil {
		return err
	}
	err = s.Missed(ctx, func(m ledger.Missed) error {
		if len(p.Missed) == shown {
			return errEnough
		}
		p.Missed = append(p.Missed, missed{m, why(m.Error)})
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

var errEnough = errors.New("enough is shown")
