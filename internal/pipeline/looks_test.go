package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"riwaya/internal/archive"
	"riwaya/internal/archive/warc"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// answer is what a server sent for an address that stood in a feed.
func answer(address string, status int, body string) incoming.Source {
	return incoming.Source{How: ledger.CameAddress, Name: address, URL: address, Media: "text/html; charset=utf-8", Found: "cap-feed",
		Page: &incoming.Page{Status: status, Head: fmt.Appendf(nil, "HTTP/1.1 %d\r\nETag: \"1\"\r\n\r\n", status)},
		Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(body)), nil }}
}

const newsPage = `<html><head><title>T</title></head><body><div itemprop="articleBody"><p>Ten people reached the town on Tuesday night, the director of the hospital said, after the road had been opened.</p></div></body></html>`

// TestLooks looks at one address again and again: it is there, is unmodified, is gone, is back,
// cannot be had. All of it is evidence or a row, and the store made anew says the same.
func TestLooks(t *testing.T) {
	b := newBench(t)
	const at = "https://outlet.example/1"
	first := answer(at, 200, newsPage)
	b.want(b.add(AddOptions{}, first), "captured 1, read 1")
	id := ""
	for _, e := range b.said {
		if e.Kind == Captured {
			id = e.ID
		}
	}
	same := answer(at, ledger.Unmodified, "")
	same.Same = id
	b.want(b.add(AddOptions{}, same), "again 1")
	for i, body := range []string{"<html>it is not there", ""} {
		got := b.add(AddOptions{}, answer(at, 404+6*i, body))
		if b.want(got, ""); got[Gone] != 1 {
			t.Fatal(got)
		}
	}
	b.want(b.add(AddOptions{}, incoming.Source{Name: at, Err: errors.New("no answer"), Missed: &ledger.Missed{Address: at, Again: true}}), "refused 1")
	b.want(b.add(AddOptions{}, incoming.Source{Name: "https://outlet.example/2", Found: "cap-feed", Err: errors.New("no such host")}), "refused 1")
	known := func() (a, missed ledger.Address) {
		l := b.open()
		a, err := l.Store.Address(context.Background(), at)
		must(t, err)
		missed, err = l.Store.Address(context.Background(), "https://outlet.example/2")
		must(t, err)
		must(t, l.Close())
		return a, missed
	}
	a, missed := known()
	if a.Status != 410 || a.GoneSince.IsZero() || a.Capture != id || a.Found != "cap-feed" || !a.Missed.Again || missed.Missed.Error != "no such host" || missed.Missed.Again {
		t.Fatalf("%+v %+v %+v", a, a.Missed, missed.Missed)
	}
	if st := b.status("v1"); st.Gone != 1 || st.Missed != 2 || st.Failures != 0 || st.Undone != 0 || st.Articles != 1 {
		t.Fatalf("%+v", st)
	}
	b.want(b.add(AddOptions{}, answer(at, 200, newsPage)), "again 1")
	if a, _ = known(); !a.GoneSince.IsZero() || a.Missed != nil || a.Status != 200 {
		t.Fatalf("%+v", a)
	}
	b.sound()
	want := a
	b.store += ".anew"
	if a, _ = known(); a != want {
		t.Fatalf("made anew: %+v; want %+v", a, want)
	}
	b.sound()
	b.add(AddOptions{}) // reads what nobody knows to be read, and finds no article in what was gone
	if st := b.status("v1"); st.Failures != 0 || st.Undone != 0 {
		t.Fatalf("%+v", st)
	}

	r := archive.NewReader(b.d)
	log, err := r.OpenLog()
	must(t, err)
	defer log.Close()
	var profiles, bodies []string
	for e, err := range log.Leaves(0) {
		must(t, err)
		c, err := r.Open(e.Leaf)
		must(t, err)
		switch c.Type() {
		case warc.Revisit:
			profiles = append(profiles, strings.TrimPrefix(c.Header.Get("WARC-Profile"), "http://netpreserve.org/warc/1.1/revisit/"))
		case warc.Response:
			h, err := warc.ParseHTTP(c.Block)
			must(t, err)
			body, err := io.ReadAll(h.Body)
			must(t, err)
			bodies = append(bodies, fmt.Sprint(h.Status, len(body)))
		}
		must(t, c.Close())
	}
	if s := strings.Join(profiles, " "); s != "server-not-modified identical-payload-digest" {
		t.Error(s)
	}
	if s := strings.Join(bodies, " "); s != fmt.Sprintf("200 %d 404 21 410 0", len(newsPage)) {
		t.Error(s)
	}
}

// TestWithdrawnAddress leaves an address alone that something was withdrawn from.
func TestWithdrawnAddress(t *testing.T) {
	b := newBench(t)
	const at = "https://outlet.example/1"
	b.add(AddOptions{}, answer(at, 200, newsPage))
	id := b.said[0].ID
	l := b.open()
	_, _, err := l.Withdraw(context.Background(), id, "", "a court's order")
	must(t, err)
	if _, err := l.Store.Address(context.Background(), at); !errors.Is(err, ledger.ErrGone) {
		t.Fatal(err)
	}
	must(t, l.Close())
	b.sound()
}
