package exporting

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	terminal "golang.org/x/term"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/cmd/riwaya/reviewing"
	"riwaya/internal/disk"
	"riwaya/internal/export"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/index"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// Export writes findings of a ledger for other programs.
func Export(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := ExportFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) != 1 {
		return o.Misuse(s, "want one kind: claims, figures, events, positions or articles")
	}
	if err := export.Check(c.args[0], c.format); err != nil {
		return o.Misuse(s, err.Error())
	}
	if f, isFile := s.Out.(*os.File); c.out == "" && c.format == "xlsx" && isFile && terminal.IsTerminal(int(f.Fd())) {
		return o.Misuse(s, "a workbook is nothing for a terminal; give --out FILE")
	}
	n, err := query.Parse(c.query)
	if err != nil {
		s.Fail(err)
		return cli.Misused
	}
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return s.Fail(err)
	}
	store, err := opening.WantStore(d)
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	defer store.Close() // read only: nothing can be lost

	var keep func(string) bool // nil keeps all
	if strings.TrimSpace(c.query) != "" {
		keep, err = selected(ctx, s, d, store, n)
	}
	write := func(w io.Writer) error { return exportTo(ctx, w, store, c, keep) }
	if err != nil {
		err = opening.LedgerError(c.ledger, err)
	} else if c.out == "" {
		err = write(s.Out)
	} else {
		err = cli.ToFile(c.out, c.force, write)
	}
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.Err, "riwaya: interrupted")
		return cli.Interrupted
	case err != nil:
		return s.Fail(err)
	}
	return cli.OK
}

// selected tells the articles that fulfil a query. What is handed on must be all of them:
// an index that cannot be brought up to date is an error here.
func selected(ctx context.Context, s cli.Streams, d disk.System, store *sqlite.Store, n query.Node) (keep func(article string) bool, err error) {
	fit := map[string]bool{}
	err = opening.WithIndex(ctx, s, d, store, opening.LoadIndex(ctx, d), func(x *index.Index, _ *term.Terms) error {
		switch behind, err := x.Behind(ctx, store); {
		case err != nil:
			return err
		case behind != 0:
			return errors.New("its index is not up to date, so that not all articles would be found; nothing is exported")
		}
		page, _, err := x.Search(ctx, n, fts.Options{Order: fts.ByDay, Limit: 1 << 30})
		if err != nil {
			return err
		}
		for i := range page.Results {
			fit[page.Results[i].Article] = true
		}
		return nil
	})
	if err == nil && len(fit) == 0 {
		fmt.Fprintln(s.Err, "riwaya: no article fits the query")
	}
	return func(article string) bool { return fit[article] }, err
}

// exportTo writes the findings of the articles of a store that are kept.
func exportTo(ctx context.Context, w io.Writer, store *sqlite.Store, c exportConfig, keep func(article string) bool) error {
	x, err := export.New(w, c.args[0], c.format)
	if err != nil {
		return err
	}
	if x.Reviewed, err = reviewing.ReviewedIn(ctx, store); err != nil {
		return err
	}
	var writing error // an error of the file is not one of the ledger
	err = store.Walk(ctx, keep, func(r *ledger.Kept) error {
		writing = x.Add(r)
		return writing
	}, export.Layers(c.args[0])...)
	switch {
	case writing != nil:
		return writing
	case errors.Is(err, context.Canceled):
		return err
	case err != nil:
		return opening.LedgerError(c.ledger, err)
	}
	return x.Close()
}
