package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	terminal "golang.org/x/term"

	"riwaya/internal/disk"
	"riwaya/internal/export"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/index"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// runExport writes findings of a ledger for other programs.
func runExport(ctx context.Context, args []string, s streams) int {
	o, gather := exportFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) != 1 {
		return o.misuse(s, "want one kind: claims, figures, events, positions or articles")
	}
	if err := export.Check(c.args[0], c.format); err != nil {
		return o.misuse(s, err.Error())
	}
	if f, isFile := s.Out.(*os.File); c.out == "" && c.format == "xlsx" && isFile && terminal.IsTerminal(int(f.Fd())) {
		return o.misuse(s, "a workbook is nothing for a terminal; give --out FILE")
	}
	n, err := query.Parse(c.query)
	if err != nil {
		s.fail(err)
		return misused
	}
	d, err := existing(c.ledger)
	if err != nil {
		return s.fail(err)
	}
	store, err := wantStore(d)
	if err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	defer store.Close() // read only: nothing can be lost

	var keep func(string) bool // nil keeps all
	if strings.TrimSpace(c.query) != "" {
		keep, err = selected(ctx, s, d, store, n)
	}
	write := func(w io.Writer) error { return exportTo(ctx, w, store, c, keep) }
	if err != nil {
		err = ledgerError(c.ledger, err)
	} else if c.out == "" {
		err = write(s.Out)
	} else {
		err = toFile(c.out, c.force, write)
	}
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.Err, "riwaya: interrupted")
		return interrupted
	case err != nil:
		return s.fail(err)
	}
	return ok
}

// selected tells the articles that fulfil a query. What is handed on must be all of them:
// an index that cannot be brought up to date is an error here.
func selected(ctx context.Context, s streams, d disk.System, store *sqlite.Store, n query.Node) (keep func(article string) bool, err error) {
	fit := map[string]bool{}
	err = withIndex(ctx, s, d, store, loadIndex(ctx, d), func(x *index.Index, _ *term.Terms) error {
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
	if x.Reviewed, err = reviewedIn(ctx, store); err != nil {
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
		return ledgerError(c.ledger, err)
	}
	return x.Close()
}

// toFile writes a file that is whole or not there: what is there already goes only when
// the new one is on the disk.
func toFile(path string, force bool, write func(io.Writer) error) (err error) {
	var f *os.File
	if force {
		f, err = os.CreateTemp(filepath.Dir(path), ".riwaya-export-*")
	} else {
		const owner = 0o600 // what is exported is for whom it is given to
		f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, owner)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s: is there already; --force puts the new one in its place", path)
	case err != nil:
		return outError(path, err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name()) // it is of no use, and the error says why
		}
	}()
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil && force {
		err = os.Rename(f.Name(), path)
	}
	return outError(path, err)
}

// outError names the file that was asked for, not the one that was written meanwhile.
func outError(path string, err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return fmt.Errorf("%s: %w", path, p.Err)
	case errors.As(err, &l):
		return fmt.Errorf("%s: %w", path, l.Err)
	}
	return err
}
