package keeping

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/archive"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/show/terminal"
)

// Status says what a ledger holds.
func Status(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := StatusFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return s.Fail(err)
	}
	reader, err := cli.OpenReader(c.lexicon)
	if err != nil {
		return s.Fail(err)
	}
	store, err := opening.WantStore(d)
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	defer store.Close() // read only: nothing can be lost
	st, err := store.Status(ctx, opening.LayersVersion(reader))
	if err == nil {
		printStatus(s, d, st)
		err = printFailures(ctx, s, store, c.failures)
	}
	if err == nil {
		err = printAddresses(ctx, s, store, st, c.failures)
	}
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	return cli.OK
}

func printStatus(s cli.Streams, d disk.System, st ledger.Status) {
	line := func(name, format string, args ...any) {
		fmt.Fprintf(s.Out, "%-10s%s\n", name, fmt.Sprintf(format, args...))
	}
	line("captures", "%d, %s, met %d times", st.Captures, bytesOf(st.Bytes), st.Sightings)
	if st.First != "" {
		line("", "from %s to %s", st.First, st.Last)
	}
	line("articles", "%d, versions of %d reports", st.Articles, st.Reports)
	for _, l := range slices.Sorted(maps.Keys(st.Languages)) {
		line("", "%d in %s", st.Languages[l], terminal.Plain(l))
	}
	if st.Articles > 0 {
		line("read", "%d by this version (%d %%)", st.Current, st.Current*100/st.Articles)
		if st.Current < st.Articles {
			line("", "`riwaya add --reread` reads the others anew")
		}
	}
	for _, l := range riwaya.Layers {
		if n := st.Findings[l]; n > 0 {
			line(l, "%d", n)
		}
	}
	if st.Files > 0 {
		line("files", "%d that belong to captures, by their hashes", st.Files)
	}
	if st.Absent > 0 {
		line("absent", "%d no longer there, as a later export shows", st.Absent)
	}
	if st.Undone > 0 {
		line("unread", "%d captures are not read to the end; `riwaya add` goes on", st.Undone)
	}
	if st.Withdrawn > 0 {
		line("withdrawn", "%d", st.Withdrawn)
	}
	if log, err := archive.NewReader(d).OpenLog(); err == nil && log != nil {
		line("log", "%d records", log.Size())
		log.Close() // read only: nothing can be lost
	}
}

func bytesOf(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d bytes", n)
}

// printFailures lists what failed, or of each error how often, and the first place.
func printFailures(ctx context.Context, s cli.Streams, store ledger.Store, all bool) error {
	type kind struct {
		n     int
		first string
	}
	kinds := map[string]*kind{}
	var order []string
	total := 0
	err := store.Failures(ctx, func(f ledger.Failure) error {
		total++
		if all {
			return nil
		}
		what, _, _ := strings.Cut(f.Error, ": byte ") // where in it differs
		if kinds[what] == nil {
			kinds[what] = &kind{first: f.Name}
			order = append(order, what)
		}
		kinds[what].n++
		return nil
	})
	if err != nil || total == 0 {
		return err
	}
	fmt.Fprintf(s.Out, "%-10s%d; `riwaya add --retry` tries again\n", "failed", total)
	if all {
		return store.Failures(ctx, func(f ledger.Failure) error {
			_, err := fmt.Fprintf(s.Out, "  %s\t%s\t%s, tried %d times\n", f.Capture, terminal.Plain(f.Name), terminal.Plain(f.Error), f.Tries)
			return err
		})
	}
	const most = 20
	for i, what := range order {
		if i == most {
			fmt.Fprintf(s.Out, "  and others; `riwaya status --failures` lists all\n")
			break
		}
		fmt.Fprintf(s.Out, "  %d  %s, first at %s\n", kinds[what].n, terminal.Plain(what), terminal.Plain(kinds[what].first))
	}
	return nil
}
