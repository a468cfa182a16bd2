package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/export"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
	"riwaya/internal/tracing"
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
		var ids [2]string
		for i, name := range c.args {
			id, err := tracing.Article(ctx, l.store, name)
			if err != nil {
				return err
			}
			ids[i] = id
		}
		both, err := tracing.Compare(ctx, l.Tools, l.maker(), ids[0], ids[1])
		if err != nil {
			return err
		}
		if c.format == "json" {
			return graph.JSON(s.Out, graph.Trace{Changes: both.Changed}, telling.Articles(both.Matter))
		}
		return telling.Compare(s.Out, both.Matter, both.Changed, both.Versions, view(s.Out, false, false))
	}))
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
		all, err := l.outlets(ctx)
		if err != nil {
			return err
		}
		reports := 0
		for i := range all {
			reports += all[i].Reports
		}
		scope := fmt.Sprintf("Among %d reports of this ledger: what an outlet has from one that is not in it does not show.", reports)
		switch c.format {
		case "json":
			return encode(s.Out, struct {
				Outlets []telling.Outlet `json:"outlets"`
				Scope   string           `json:"scope"`
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

// outlets counts, for each outlet, what it has from others, the largest first.
func (l *looking) outlets(ctx context.Context) ([]telling.Outlet, error) {
	of, err := l.found.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	credited, err := l.store.Crediting(ctx)
	if err != nil {
		return nil, err
	}
	at := map[string]*telling.Outlet{}
	for article, outlet := range of {
		x := at[outlet]
		if x == nil {
			x = &telling.Outlet{Outlet: outlet}
			at[outlet] = x
		}
		if x.Reports++; credited[article] {
			x.Credited++
		}
	}
	type from struct{ shared, copied, hidden bool }
	have := map[string]from{}
	const half = 0.5
	err = l.found.EachCopy(ctx, func(c *riwaya.Copy) error {
		a, okA := of[c.A]
		b, okB := of[c.B]
		if !okA || !okB {
			return nil // another version counts
		}
		for article, share := range map[string]float64{c.A: c.ShareA, c.B: c.ShareB} {
			f := have[article]
			f.shared = f.shared || share >= half && a != b
			f.copied = f.copied || c.Directed && article == c.B && a != b
			f.hidden = f.hidden || c.Agency != nil && c.Agency.Hidden == article
			have[article] = f
		}
		return nil
	})
	for article, f := range have {
		x := at[of[article]]
		for n, is := range map[*int]bool{&x.Shared: f.shared, &x.Copied: f.copied, &x.Uncredited: f.hidden} {
			if is {
				*n++
			}
		}
	}
	var out []telling.Outlet
	for _, x := range at {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b telling.Outlet) int {
		if a.Reports != b.Reports {
			return b.Reports - a.Reports
		}
		return strings.Compare(a.Outlet, b.Outlet)
	})
	return out, err
}
