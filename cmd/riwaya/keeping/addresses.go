package keeping

import (
	"context"
	"errors"
	"fmt"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/ledger"
	"riwaya/internal/show/terminal"
)

// errEnough ends a list that is shown in part.
var errEnough = errors.New("enough is shown")

// printAddresses says which pages are gone, and which could not be got; some of them, or all.
func printAddresses(ctx context.Context, s cli.Streams, store ledger.Store, st ledger.Status, all bool) error {
	const most = 5
	shown := 0
	enough := func() error {
		if shown++; shown <= most || all {
			return nil
		}
		fmt.Fprintln(s.Out, "  and others; `riwaya status --failures` lists all")
		return errEnough
	}
	if st.Gone > 0 {
		fmt.Fprintf(s.Out, "%-10s%d pages; what they were is kept\n", "gone", st.Gone)
	}
	err := store.Gone(ctx, func(a ledger.Address) error {
		if err := enough(); err != nil {
			return err
		}
		fmt.Fprintf(s.Out, "  %s\n    since %s (%d)%s\n", terminal.Plain(a.URL), minute(a.GoneSince), a.Status, there(a))
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	if shown = 0; st.Missed > 0 {
		fmt.Fprintf(s.Out, "%-10s%d addresses; `riwaya add --retry` tries again\n", "missed", st.Missed)
	}
	err = store.Missed(ctx, func(m ledger.Missed) error {
		if err := enough(); err != nil {
			return err
		}
		tries := ""
		if m.Tries > 1 {
			tries = fmt.Sprintf(", tried %d times since %s", m.Tries, minute(m.First))
		}
		fmt.Fprintf(s.Out, "  %s%s\n", terminal.Plain(m.Error), tries)
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

func minute(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }

// there says since when a page that is gone was known.
func there(a ledger.Address) string {
	if a.Capture == "" {
		return ", never seen"
	}
	return ", first seen " + minute(a.First) + ", " + a.Capture
}
