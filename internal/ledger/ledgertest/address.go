package ledgertest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"riwaya/internal/ledger"
)

// addresses is what a store must know of addresses that are looked at again and again.
func addresses(t *testing.T, s ledger.Store) {
	ctx := context.Background()
	const page, feed = "https://outlet.example/1", "https://outlet.example/rss"
	n := int64(0)
	var all []ledger.Change
	// look is the change that an answer makes: a capture, or one that is there already.
	look := func(address string, after time.Duration, status int, again *ledger.Capture) *ledger.Capture {
		t.Helper()
		c := Capture(n)
		c.Capture.URL = address
		c.Capture.ID = ledger.CaptureID(c.Capture.Sum, address)
		if again != nil {
			c.Capture = nil
			c.Sighting.Capture = again.ID
		} else {
			c.Sighting.Capture = c.Capture.ID
		}
		c.Sighting.At, c.Sighting.How, c.Sighting.Name, c.Sighting.Status = noon.Add(after), ledger.CameAddress, address, status
		if address != feed {
			c.Sighting.Found = "cap-feed"
		}
		all = append(all, c)
		n++
		must(t, s.Apply(ctx, []ledger.Change{c}, n))
		checked(t, s, all...)
		if again != nil {
			return again
		}
		return c.Capture
	}
	miss := func(address string, after time.Duration, again bool) {
		t.Helper()
		must(t, s.Apply(ctx, []ledger.Change{{Missed: &ledger.Missed{Address: address, Found: "cap-feed", Error: "no answer", Again: again, At: noon.Add(after)}}}, n))
	}
	want := func(w ledger.Address) {
		t.Helper()
		got, err := s.Address(ctx, w.URL)
		must(t, err)
		if !same(got, w) {
			t.Fatalf("address %+v %+v; want %+v", got, got.Missed, w)
		}
	}
	want(ledger.Address{URL: page, Leaf: -1})
	miss(page, 0, true)
	miss(page, time.Minute, false)
	missed := &ledger.Missed{Address: page, Found: "cap-feed", Error: "no answer", First: noon, At: noon.Add(time.Minute), Tries: 2}
	want(ledger.Address{URL: page, Leaf: -1, Found: "cap-feed", Missed: missed})
	var names []string
	list := func(span time.Duration, want ...string) {
		t.Helper()
		names = nil
		must(t, s.Addresses(ctx, span, func(a ledger.Address) error { names = append(names, a.URL); return nil }))
		if !slices.Equal(names, want) {
			t.Fatalf("seen for %v: %q, want %q", span, names, want)
		}
	}
	list(0, page)

	c := look(page, time.Hour, 200, nil)
	want(ledger.Address{URL: page, First: noon.Add(time.Hour), Last: noon.Add(time.Hour), Status: 200, Found: "cap-feed", Capture: c.ID, Media: "text/html", Leaf: 0})
	look(feed, 2*time.Hour, 200, nil)
	list(time.Hour, page, feed)
	list(0)
	look(page, 3*time.Hour, ledger.Unmodified, c)
	list(time.Hour, feed)
	list(2*time.Hour, feed)
	list(2*time.Hour+time.Second, page, feed)
	look(page, 4*time.Hour, 404, nil)
	look(page, 5*time.Hour, 410, nil)
	miss(page, 6*time.Hour, true)
	a := ledger.Address{URL: page, First: noon.Add(time.Hour), Last: noon.Add(5 * time.Hour), Status: 410, GoneSince: noon.Add(4 * time.Hour), Found: "cap-feed", Capture: c.ID, Media: "text/html", Leaf: 0,
		Missed: &ledger.Missed{Address: page, Found: "cap-feed", Error: "no answer", Again: true, First: noon.Add(6 * time.Hour), At: noon.Add(6 * time.Hour), Tries: 1}}
	want(a)
	gone := 0
	must(t, s.Gone(ctx, func(got ledger.Address) error {
		if gone++; !same(got, a) {
			t.Errorf("gone %+v", got)
		}
		return nil
	}))
	if st, err := s.Status(ctx, ""); err != nil || st.Gone != 1 || st.Missed != 1 || gone != 1 {
		t.Fatalf("%+v, %d gone, %v", st, gone, err)
	}
	look(page, 7*time.Hour, 200, c) // it is there again
	want(ledger.Address{URL: page, First: noon.Add(time.Hour), Last: noon.Add(7 * time.Hour), Status: 200, Found: "cap-feed", Capture: c.ID, Media: "text/html", Leaf: n - 1})
	look(page, 8*time.Hour, 451, nil)
	want(ledger.Address{URL: page, First: noon.Add(time.Hour), Last: noon.Add(8 * time.Hour), Status: 451, GoneSince: noon.Add(8 * time.Hour), Found: "cap-feed", Capture: c.ID, Media: "text/html", Leaf: n - 2})
	if st, err := s.Status(ctx, ""); err != nil || st.Gone != 1 || st.Missed != 0 || st.Sightings != n {
		t.Fatalf("%+v, %v", st, err)
	}
	miss(page, 9*time.Hour, true)
	f, err := s.Find(ctx, c.ID)
	must(t, err)
	if !slices.Equal(f.Asked, []string{page}) {
		t.Fatalf("found %+v", f)
	}
	w := ledger.Change{Withdrawal: &ledger.Withdrawal{Leaf: n, At: noon, Reason: "r", Leaves: f.Custody, Gone: []ledger.Gone{{ID: c.ID}, {ID: ledger.AddressID(page)}}}}
	must(t, s.Apply(ctx, []ledger.Change{w}, n+1))
	if _, err := s.Address(ctx, page); !errors.Is(err, ledger.ErrGone) {
		t.Fatalf("an address that something was withdrawn from: %v", err)
	}
	if st, err := s.Status(ctx, ""); err != nil || st.Withdrawn != 1 || st.Missed != 0 {
		t.Fatalf("%+v, %v", st, err)
	}
}

func same(a, b ledger.Address) bool {
	if (a.Missed == nil) != (b.Missed == nil) || a.Missed != nil && *a.Missed != *b.Missed {
		return false
	}
	a.Missed, b.Missed = nil, nil
	return a == b
}
