package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"riwaya/internal/disk"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/hit"
	"riwaya/internal/search/index"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// runSearch finds articles in a ledger.
func runSearch(ctx context.Context, args []string, s streams) int {
	o, gather := searchFlags()
	if code, more := o.parse(wordsLast(o, args), s); !more {
		return code
	}
	c := gather()
	n, err := query.Parse(c.query)
	if err != nil {
		s.fail(err)
		return misused
	}
	if strings.TrimSpace(c.query) == "" {
		return o.misuse(s, "no query; give words, or fields like place:, speaker: or killed:")
	}
	d, err := existing(c.ledger)
	if err != nil {
		return s.fail(err)
	}
	found, err := c.find(ctx, s, d, n)
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted; the next search goes on with the index")
		return interrupted
	case errors.Is(err, fts.ErrCursor):
		return o.misuse(s, "--cursor is not one that a search gave")
	case err != nil:
		return s.fail(ledgerError(c.ledger, err))
	}
	if err := c.write(s, found); err != nil {
		return s.fail(fmt.Errorf("write: %w", err))
	}
	return ok
}

// find brings the index up to date and asks it.
func (c searchConfig) find(ctx context.Context, s streams, d disk.System, n query.Node) (found *hit.Page, err error) {
	// To open one takes a tenth of a search: store and index are opened beside each other.
	other := make(chan openedIndex, 1)
	go func() { other <- loadIndex(ctx, d) }()
	store, err := wantStore(d)
	first := <-other
	if err != nil {
		if first.Index != nil {
			err = errors.Join(err, first.Close())
		}
		return nil, err
	}
	defer store.Close() // read only: nothing can be lost
	err = withIndex(ctx, s, d, store, first, func(x *index.Index, terms *term.Terms) error {
		page, count, err := x.Search(ctx, n, c.options)
		if err != nil {
			return err
		}
		hits, err := hit.Of(ctx, store, terms, n, page.Results)
		found = &hit.Page{Query: query.String(n), Count: count, Hits: hits, Next: page.Next}
		return err
	})
	return found, err
}

func (c searchConfig) write(s streams, found *hit.Page) error {
	out := bufio.NewWriter(s.Out)
	var err error
	switch c.format {
	case "json":
		err = found.JSON(out)
	case "jsonl":
		err = found.Lines(out)
	case "csv":
		err = found.CSV(out)
	default:
		err = found.Text(out, view(s.Out, false, false))
	}
	if err = errors.Join(err, out.Flush()); err != nil {
		return err
	}
	if found.Next != "" && (c.format == "jsonl" || c.format == "csv") {
		fmt.Fprintf(s.Err, "riwaya: %d of %d articles; more: --cursor %s\n", len(found.Hits), found.Count, found.Next)
	}
	return nil
}
