package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/export"
	"riwaya/internal/matter"
	sharing "riwaya/internal/outlet"
	"riwaya/internal/reuse"
	"riwaya/internal/story"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
)

// runCompare compares two reports, or two versions of one.
func runCompare(ctx context.Context, args []string, s streams) int {
	o, gather := compareFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) != 2 {
		return o.misuse(s, "give two reports: article IDs or addresses; ADDRESS@1 is the first version of a report")
	}
	return told(ctx, s, c.ledger, withAcross(ctx, s, c.ledger, func(l *looking) error {
		m, changed, versions, err := l.compare(ctx, c.args[0], c.args[1])
		if err != nil {
			return err
		}
		if c.format == "json" {
			return graph.JSON(s.Out, graph.Trace{Changes: changed}, telling.Articles(m))
		}
		return telling.Compare(s.Out, m, changed, versions, view(s.Out, false, false))
	}))
}

// compare is what two reports have in common, and what is changed between them.
func (l *looking) compare(ctx context.Context, a, b string) (m *matter.Matter, changed []riwaya.Change, versions bool, err error) {
	var both riwaya.Story
	for _, name := range []string{a, b} {
		id, err := l.article(ctx, name)
		if err != nil {
			return nil, nil, false, err
		}
		both.Reports = append(both.Reports, riwaya.StoryReport{Article: id})
	}
	if both.Reports[0].Article == both.Reports[1].Article {
		return nil, nil, false, fmt.Errorf("%s and %s are one article", a, b)
	}
	make := l.maker()
	if m, err = make.Of(ctx, both); err != nil {
		return nil, nil, false, err
	}
	records := m.Records()
	if len(records) != 2 {
		return nil, nil, false, errors.New("one of them was withdrawn")
	}
	for i, rec := range records {
		r := &m.Story.Reports[i]
		if rec.Article.Outlet != nil {
			r.Outlet = *rec.Article.Outlet
		}
		var day int
		day, r.Seen = story.DayOf(&rec.Article)
		r.Day = story.FormatDay(day)
	}
	first, second := records[0].Article.URL, records[1].Article.URL
	m.Copies = nil
	if first != nil && second != nil && *first == *second {
		return m, make.Tracer.Versions(records[0], records[1]), true, nil
	}
	// Reports far apart in time are not looked through for copies as they come.
	if m.Copies, err = reuse.Between(l.Means.Names, records[0], records[1]); err != nil {
		return nil, nil, false, err
	}
	m.Set = make.Tracer.Over(records, m.Copies)
	return m, m.Changes(), false, nil
}

// article is the ID of an article that is named by it or by its address; behind @ stands which version.
func (l *looking) article(ctx context.Context, name string) (string, error) {
	if strings.HasPrefix(name, "art-") {
		f, err := l.store.Find(ctx, name)
		return f.Article, err
	}
	url, version := name, 0
	if i := strings.LastIndexByte(name, '@'); i > 0 {
		if n, err := strconv.Atoi(name[i+1:]); err == nil && n > 0 {
			url, version = name[:i], n
		}
	}
	all, err := l.store.VersionsOf(ctx, url)
	switch {
	case err != nil:
		return "", err
	case len(all) == 0:
		return "", fmt.Errorf("%s: no report of that address in this ledger", url)
	case version > len(all):
		return "", fmt.Errorf("%s: it has %d versions in this ledger", url, len(all))
	case version == 0:
		version = len(all)
	}
	return all[version-1], nil
}

// runOutlets says what outlets have from others.
func runOutlets(ctx context.Context, args []string, s streams) int {
	o, gather := outletsFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) > 0 {
		return o.misuse(s, "no argument is wanted")
	}
	return told(ctx, s, c.ledger, withAcross(ctx, s, c.ledger, func(l *looking) error {
		sums, err := sharing.Sum(ctx, l.found, l.store)
		if err != nil {
			return err
		}
		all := sums.Shares
		scope := fmt.Sprintf("Among %d reports of this ledger: what an outlet has from one that is not in it does not show.", sums.Reports())
		switch c.format {
		case "json":
			return encode(s.Out, struct {
				Outlets []sharing.Shares `json:"outlets"`
				Scope   string          `json:"scope"`
			}{all, scope})
		case "csv":
			return export.CSV(s.Out, []string{"outlet", "reports", "shared", "copied", "credited", "uncredited"}, func(yield func([]string) bool) {
				for _, x := range all {
					if !yield([]string{x.Outlet, strconv.Itoa(x.Reports), strconv.Itoa(x.Shared), strconv.Itoa(x.Copied), strconv.Itoa(x.Credited), strconv.Itoa(x.Uncredited)}) {
						return
					}
				}
			})
		}
		return telling.Outlets(s.Out, all, scope, view(s.Out, false, false))
	}))
}
