package report

import (
	"cmp"
	"errors"
	"slices"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/desk/views"
	"riwaya/internal/ledger"
)

// version is another version of the report.
type version struct {
	Article string
	N       int
	Seen    string
	Is      bool // the one that is shown
}

// copied is another report that has passages of this one.
type copied struct {
	Article, Outlet, Title, Language, Day string
	Share, Of                             int    // per cent of this report's words in passages, and of the other's
	How                                   string // a key: this one copies it, it copies this one, nothing says
	Why                                   string // in words
	Agency                                string
	Hidden                                bool // one of the two has the agency's text and does not say so
	Passages                              int
}

// mostCopies is how many other reports are named: those with the largest share of this one.
const mostCopies = 30

// around is what stands beside the report in the ledger: its story, versions, copies.
func (v *view) around(p *page) error {
	ctx, shelf := v.r.Context(), v.r.Shelf()
	story, err := shelf.Found.Story(ctx, p.Article)
	if err != nil && !errors.Is(err, across.ErrUnknown) { // not yet looked at together with the others
		return err
	}
	p.Story = story.ID
	if err := v.versions(p); err != nil {
		return err
	}
	copies, err := shelf.Found.Copies(ctx, []string{p.Article})
	if err != nil || len(copies) == 0 {
		return err
	}
	slices.SortStableFunc(copies, func(a, b riwaya.Copy) int { return cmp.Compare(shareOf(&b, p.Article), shareOf(&a, p.Article)) })
	if len(copies) > mostCopies {
		p.MoreCopies = len(copies) - mostCopies
		copies = copies[:mostCopies]
	}
	ids := make([]string, len(copies))
	for i := range copies {
		if ids[i] = copies[i].A; ids[i] == p.Article {
			ids[i] = copies[i].B
		}
	}
	all, err := shelf.Store.Sought(ctx, ids, ledger.Sought{}, nil)
	if err != nil {
		return err
	}
	at := map[string]*ledger.Reading{}
	for i := range all {
		at[all[i].Article] = &all[i]
	}
	for i := range copies {
		if other := at[ids[i]]; other != nil {
			p.Copies = append(p.Copies, v.copied(&copies[i], p.Article, other))
		}
	}
	return nil
}

// shareOf is how much of an article stands in passages.
func shareOf(c *riwaya.Copy, article string) float64 {
	if c.A == article {
		return c.ShareA
	}
	return c.ShareB
}

func (v *view) copied(c *riwaya.Copy, article string, other *ledger.Reading) copied {
	a := &other.Read.Article
	gate := views.NewGate(v.r.Words, &other.Read)
	out := copied{Article: other.Article, Outlet: gate.Words(value(a.Outlet)), Title: shorten(gate.Words(a.Title), 120), Language: a.Language, Day: dayOf(a),
		Share: percent(shareOf(c, article)), Of: percent(shareOf(c, other.Article)), Why: v.r.Words.Word("copy", c.Why), Passages: len(c.Passages)}
	switch {
	case !c.Directed:
		out.How = "undirected"
	case c.B == article:
		out.How = "from"
	default:
		out.How = "to"
	}
	if c.Agency != nil {
		out.Agency, out.Hidden = v.gate.Words(gate.Words(c.Agency.Name)), c.Agency.Hidden != ""
	}
	return out
}

func percent(f float64) int { return int(100*f + .5) }

// dayOf is the day on which an article appeared, or was first seen.
func dayOf(a *riwaya.Article) string {
	if a.Published != nil && len(*a.Published) >= len("2006-01-02") {
		return (*a.Published)[:len("2006-01-02")]
	}
	if a.Seen != nil {
		return "~" + a.Seen.UTC().Format("2006-01-02")
	}
	return ""
}

// versions are all that the ledger has of the report, the oldest first, where there are several.
func (v *view) versions(p *page) error {
	if p.Versions < 2 || p.URL == "" {
		return nil
	}
	ids, err := v.r.Shelf().Store.VersionsOf(v.r.Context(), p.URL)
	if err != nil || len(ids) < 2 {
		return err
	}
	all, err := v.r.Shelf().Store.Readings(v.r.Context(), ids)
	if err != nil {
		return err
	}
	for i := range all {
		one := version{Article: all[i].Article, N: all[i].Version, Is: all[i].Article == p.Article}
		if seen := all[i].Read.Article.Seen; seen != nil {
			one.Seen = seen.UTC().Format("2006-01-02 15:04 UTC")
		}
		p.Older = append(p.Older, one)
	}
	if last := ids[len(ids)-1]; last != p.Article {
		p.Newest = last
	}
	return nil
}
