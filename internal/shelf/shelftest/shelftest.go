// Package shelftest gives tests of what looks into a ledger one that is made of a few articles:
// taken in, read, searched and looked across as the program does it, in a folder of the test's own.
// Only tests import it.
package shelftest

import (
	"bytes"
	"context"
	"crypto/rand"
	_ "embed"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/disk"
	"riwaya/internal/evidence"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/internal/pipeline"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/read"
	"riwaya/internal/search/index"
	"riwaya/internal/search/term"
	"riwaya/internal/shelf"
	"riwaya/internal/why"
	"riwaya/lexicon"
)

// Article is one to take in. All but the text may be empty.
type Article struct {
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Author    string `json:"author,omitempty"`
	Published string `json:"published,omitempty"` // 2021-03-04 or RFC 3339
	Seen      string `json:"seen,omitempty"`      // RFC 3339
	Text      string `json:"text"`
}

// scene is what [Scene] is made of.
//
//go:embed scene.jsonl
var scene []byte

// Articles are those of the scene: three reports, of one story, on an explosion in a
// market with 12 and then 17 killed, of which the second copies the first without naming whose text
// it is; one on bread; and last a later version of the second, with 15 killed, that names a wounded
// man who is a private person.
func Articles(t testing.TB) []Article {
	t.Helper()
	var out []Article
	for d := json.NewDecoder(bytes.NewReader(scene)); d.More(); {
		var a Article
		must(t, d.Decode(&a))
		out = append(out, a)
	}
	return out
}

// Private is a name in the scene's last article, that of a man who is no public person: it may stand
// on the page of that article alone.
func Private(t testing.TB) string {
	t.Helper()
	_, after, _ := strings.Cut(string(scene), `"private": "`)
	name, _, ok := strings.Cut(after, `"`)
	if !ok {
		t.Fatal("the scene has no private name")
	}
	return name
}

// Ledger is a ledger with its shelf. It is closed when the test ends.
type Ledger struct {
	Shelf *shelf.Shelf
	Dir   string    // where it stands
	Now   time.Time // what the clock says; each look moves it on by a second
	t     testing.TB
	d     disk.System
}

// tools are what every ledger of a test is read and looked into with: they take a second to make.
var tools = sync.OnceValues(func() (made struct {
	*read.Reader
	*matter.Tools
	terms *term.Terms
}, err error) {
	if made.Tools, err = matter.Load(lexicon.Embedded()); err != nil {
		return made, err
	}
	if made.Reader, err = read.New(made.Tools.Lexicon); err != nil {
		return made, err
	}
	made.terms, err = term.Load(lexicon.Embedded())
	return made, err
})

// New makes a ledger of articles, taken in one after another.
func New(t testing.TB, articles ...Article) *Ledger {
	t.Helper()
	with, err := tools()
	must(t, err)
	l := &Ledger{t: t, Dir: t.TempDir(), Now: time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)}
	l.d, err = disk.Folder(l.Dir)
	must(t, err)
	l.Add(articles...)
	p := shelf.Parts{Why: why.By(func() (*read.Reader, error) { return with.Reader, nil }), Evidence: evidence.NewReader(l.d), Tools: with.Tools, Terms: with.terms}
	store, err := sqlite.OpenRead(l.path(ledger.StoreName), false)
	must(t, err)
	t.Cleanup(func() { must(t, store.Close()) })
	p.Store = store
	p.Index, err = index.Open(l.path("index.sqlite"), p.Terms, false)
	must(t, err)
	t.Cleanup(func() { must(t, p.Index.Close()) })
	p.Found, err = across.Open(l.path("across.sqlite"), p.Tools.Means, false)
	must(t, err)
	t.Cleanup(func() { must(t, p.Found.Close()) })
	l.Shelf = shelf.New(p)
	must(t, l.Shelf.Update(context.Background(), nil))
	return l
}

// Scene is a ledger of [Articles], and their IDs in that order.
func Scene(t testing.TB) (*Ledger, []string) {
	t.Helper()
	l := New(t)
	return l, l.Add(Articles(t)...)
}

func (l *Ledger) path(name string) string {
	path, err := l.d.Path(name)
	must(l.t, err)
	return path
}

// Add takes articles in, and gives their IDs in their order. The shelf shows them at once.
func (l *Ledger) Add(articles ...Article) []string {
	l.t.Helper()
	sources := make([]incoming.Source, len(articles))
	for i, a := range articles {
		b, err := json.Marshal(a)
		must(l.t, err)
		sources[i] = incoming.Source{How: ledger.CameFile, Name: "articles.jsonl", Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }}
	}
	return l.Take(sources...)
}

// Take takes in what is given as bytes: pages, archives, whatever the program takes in. It gives the IDs of
// the articles that were read.
func (l *Ledger) Take(sources ...incoming.Source) (ids []string) {
	l.t.Helper()
	l.Write(func(p *pipeline.Ledger) error {
		return p.Add(context.Background(), slices.Values(sources), pipeline.AddOptions{Jobs: 1})
	}, func(e pipeline.Event) {
		switch e.Kind {
		case pipeline.Read, pipeline.Same, pipeline.Known:
			ids = append(ids, e.ID)
		}
	})
	return ids
}

// Write opens the ledger, changes it, closes it, and shows what it is then. told may be nil.
func (l *Ledger) Write(change func(*pipeline.Ledger) error, told func(pipeline.Event)) {
	l.t.Helper()
	must(l.t, l.write(context.Background(), change, told))
}

func (l *Ledger) write(ctx context.Context, change func(*pipeline.Ledger) error, told func(pipeline.Event)) error {
	with, err := tools()
	if err != nil {
		return err
	}
	open, err := pipeline.Open(ctx, l.d, pipeline.Options{
		Program: "riwaya test", Version: "test+" + with.Tools.Lexicon.Version, Random: rand.Reader, Progress: told,
		Now: func() time.Time { l.Now = l.Now.Add(time.Second); return l.Now },
		Store: func(ctx context.Context) (ledger.Store, error) {
			return sqlite.Open(ctx, l.path(ledger.StoreName))
		},
		Read: func(a riwaya.Article) riwaya.Record {
			read.Language(&a)
			return with.Reader.Read(a)
		},
	})
	if err != nil {
		return err
	}
	err = change(open)
	if e := open.Close(); err == nil {
		err = e
	}
	if err != nil || l.Shelf == nil {
		return err
	}
	return l.Shelf.Update(ctx, nil)
}

// Review enters a decision, as the desk does.
func (l *Ledger) Review(ctx context.Context, r *ledger.Review) error {
	return l.write(ctx, func(p *pipeline.Ledger) error { return p.Review(ctx, r) }, nil)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
