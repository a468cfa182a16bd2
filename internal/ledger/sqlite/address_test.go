package sqlite

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
)

// TestReportGone has a report at two addresses: it is gone once both are, since the later of
// them was first found so.
func TestReportGone(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "ledger.sqlite"))
	n := int64(0)
	noon := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	look := func(address string, after time.Duration, status int) string {
		c := ledgertest.Capture(n)
		c.Sighting.At, c.Sighting.How, c.Sighting.Name, c.Sighting.Status = noon.Add(after), ledger.CameAddress, address, status
		n++
		must(t, s.Apply(ctx, []ledger.Change{c}, n))
		return c.Capture.ID
	}
	want := func(view, gone string) {
		t.Helper()
		var got sql.NullString
		must(t, s.read.QueryRow("SELECT gone_since FROM "+view).Scan(&got))
		if got.String != gone {
			t.Errorf("%s: gone since %q, want %q", view, got.String, gone)
		}
	}
	const a, b = "https://outlet.example/1", "http://outlet.example/1"
	for _, address := range []string{a, b} {
		id := look(address, 0, 200)
		r := ledgertest.Record(n, id, "", "v1", "text")
		n++
		must(t, s.Apply(ctx, []ledger.Change{r}, n))
	}
	want("reports", "")
	look(a, time.Hour, 404)
	want("reports", "")
	want("addresses WHERE address = '"+a+"'", "2026-11-26T13:00:00Z")
	look(b, 2*time.Hour, 451)
	look(a, 3*time.Hour, 410)
	want("reports", "2026-11-26T14:00:00Z")
	want("addresses WHERE address = '"+a+"'", "2026-11-26T13:00:00Z")
	look(b, 4*time.Hour, 200)
	want("reports", "")
}
