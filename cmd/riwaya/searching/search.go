package searching

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/disk"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/hit"
	"riwaya/internal/search/index"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// Search finds articles in a ledger.
func Search(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := SearchFlags()
	if code, more := o.Parse(wordsLast(o, args), s); !more {
		return code
	}
	c := gather()
	n, err := query.Parse(c.query)
	if err != nil {
		s.Fail(err)
		return cli.Misused
	}
	if strings.TrimSpace(c.query) == "" {
		return o.Misuse(s, "no query; give words, or fields like place:, speaker: or killed:")
	}
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return s.Fail(err)
	}
	found, err := c.find(ctx, s, d, n)
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted; the next search goes on with the index")
		return cli.Interrupted
	case errors.Is(err, fts.ErrCursor):
		return o.Misuse(s, "--cursor is not one that a search gave")
	case err != nil:
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	if err := c.write(s, found); err != nil {
		return s.Fail(fmt.Errorf("write: %w", err))
	}
	return cli.OK
}

// find brings the index up to date and asks it.
func (c searchConfig) find(ctx context.Context, s cli.Streams, d disk.System, n query.Node) (found *hit.Page, err error) {
	// To open one takes a tenth of a search: store and index are opened beside each other.
	other := make(chan opening.OpenedIndex, 1)
	go func() { other <- opening.LoadIndex(ctx, d) }()
	store, err := opening.WantStore(d)
	first := <-other
	if err != nil {
		if first.Index != nil {
			err = errors.Join(err, first.Close())
		}
		return nil, err
	}
	defer store.Close() // read only: nothing can be lost
	err = opening.WithIndex(ctx, s, d, store, first, func(x *index.Index, terms *term.Terms) error {
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

func (c searchConfig) write(s cli.Streams, found *hit.Page) error {
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
		err = found.Text(out, cli.View(s.Out, false, false))
	}
	if err = errors.Join(err, out.Flush()); err != nil {
		return err
	}
	if found.Next != "" && (c.format == "jsonl" || c.format == "csv") {
		fmt.Fprintf(s.Err, "riwaya: %d of %d articles; more: --cursor %s\n", len(found.Hits), found.Count, found.Next)
	}
	return nil
}
