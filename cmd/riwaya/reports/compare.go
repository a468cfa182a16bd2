package reports

import (
	"context"
	"fmt"
	"strconv"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/export"
	sharing "riwaya/internal/outlet"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
	"riwaya/internal/tracing"
)

// Compare compares two reports, or two versions of one.
func Compare(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := CompareFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) != 2 {
		return o.Misuse(s, "give two reports: article IDs or addresses; ADDRESS@1 is the first version of a report")
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		var ids [2]string
		for i, name := range c.args {
			id, err := tracing.Article(ctx, l.Store, name)
			if err != nil {
				return err
			}
			ids[i] = id
		}
		both, err := tracing.Compare(ctx, l.Tools, l.NewMaker(), ids[0], ids[1])
		if err != nil {
			return err
		}
		if c.format == "json" {
			return graph.JSON(s.Out, graph.Trace{Changes: both.Changed}, telling.Articles(both.Matter))
		}
		return telling.Compare(s.Out, both.Matter, both.Changed, both.Versions, cli.View(s.Out, false, false))
	}))
}

// Outlets says what outlets have from others.
func Outlets(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := OutletsFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) > 0 {
		return o.Misuse(s, "no argument is wanted")
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		sums, err := sharing.Sum(ctx, l.Found, l.Store)
		if err != nil {
			return err
		}
		all := sums.Shares
		scope := fmt.Sprintf("Among %d reports of this ledger: what an outlet has from one that is not in it does not show.", sums.Reports())
		switch c.format {
		case "json":
			return cli.Encode(s.Out, struct {
				Outlets []sharing.Shares `json:"outlets"`
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
		return telling.Outlets(s.Out, all, scope, cli.View(s.Out, false, false))
	}))
}
