package index

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

var ctx = context.Background()

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// kept is a store with some articles, and where its index stands.
type kept struct {
	t     *testing.T
	store *sqlite.Store
	terms *term.Terms
	path  string
	leaf  int64
	ids   map[string]string // by text
}

func keep(t *testing.T, texts ...string) *kept {
	t.Helper()
	terms, err := term.Load(lexicon.Embedded())
	must(t, err)
	dir := t.TempDir()
	s, err := sqlite.Open(ctx, filepath.Join(dir, "ledger.sqlite"))
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	k := &kept{t: t, store: s, terms: terms, path: filepath.Join(dir, "index.sqlite"), leaf: 1, ids: map[string]string{}}
	must(t, s.Apply(ctx, []ledger.Change{ledgertest.Capture(0)}, 1))
	k.add("v1", texts...)
	return k
}

func (k *kept) add(version string, texts ...string) {
	k.t.Helper()
	var all []ledger.Change
	for _, text := range texts {
		c := ledgertest.Record(k.leaf, ledgertest.Capture(0).Capture.ID, text, version, text)
		c.Record.Sum = fmt.Sprintf("sum of %s %d", text, k.leaf)
		k.ids[text] = c.Record.Article
		all, k.leaf = append(all, c), k.leaf+1
	}
	must(k.t, k.store.Apply(ctx, all, k.leaf))
}

func (k *kept) withdraw(text string, leaf int64) []string {
	k.t.Helper()
	w := &ledger.Withdrawal{Leaf: k.leaf, Who: "a", Reason: "x", Leaves: []int64{leaf}, Gone: []ledger.Gone{{ID: k.ids[text]}}}
	k.leaf++
	must(k.t, k.store.Apply(ctx, []ledger.Change{{Withdrawal: w}}, k.leaf))
	return []string{k.ids[text]}
}

// with opens the index, for as long as do needs it.
func (k *kept) with(do func(*Index)) {
	k.t.Helper()
	x, err := Open(k.path, k.terms, false)
	must(k.t, err)
	do(x)
	must(k.t, x.Close())
}

// update brings the index up to date and returns how many articles it added.
func (k *kept) update() (n int64) {
	k.t.Helper()
	k.with(func(x *Index) { must(k.t, x.Update(ctx, k.store, func(done, _ int64) { n = done })) })
	return n
}

func (k *kept) finds(text string, want ...string) {
	k.t.Helper()
	n, err := query.Parse(text)
	must(k.t, err)
	k.with(func(x *Index) {
		p, count, err := x.Search(ctx, n, fts.Options{})
		must(k.t, err)
		got := []string{}
		for _, r := range p.Results {
			got = append(got, r.Article)
		}
		ids := []string{}
		for _, w := range want {
			ids = append(ids, k.ids[w])
		}
		slices.Sort(got)
		slices.Sort(ids)
		if !slices.Equal(got, ids) || count != len(want) {
			k.t.Errorf("%s: %d, %v, want %v", text, count, got, ids)
		}
	})
}

// bytes are all bytes of the index's files.
func (k *kept) bytes() []byte {
	all, err := filepath.Glob(k.path + "*")
	must(k.t, err)
	var out []byte
	for _, name := range all {
		b, err := os.ReadFile(name)
		must(k.t, err)
		out = append(out, b...)
	}
	return out
}

func TestUpdate(t *testing.T) {
	k := keep(t, "سفينة ترسو", "قافلة تصل")
	if n := k.update(); n != 2 {
		t.Error("indexed", n)
	}
	if n := k.update(); n != 0 {
		t.Error("indexed again", n)
	}
	k.finds("سفينة", "سفينة ترسو")
	k.finds("outlet:Outlet", "سفينة ترسو", "قافلة تصل")
	k.add("v1", "قافلة ثانية")
	if n := k.update(); n != 1 {
		t.Error("indexed besides", n)
	}
	k.finds("قافلة", "قافلة تصل", "قافلة ثانية")
	k.add("v2", "سفينة ترسو") // read anew
	k.update()
	k.finds("سفينة", "سفينة ترسو")
	k.with(func(x *Index) {
		if n, err := x.Behind(ctx, k.store); n != 0 || err != nil {
			t.Error("behind", n, err)
		}
	})
}

// TestWithdrawn takes an article out in both ways, and looks for its words in the bytes.
func TestWithdrawn(t *testing.T) {
	for name, forget := range map[string]bool{"at once": true, "by the next update": false} {
		t.Run(name, func(t *testing.T) {
			k := keep(t, "Zanzibarquux came", "قافلة تصل")
			k.update()
			if !bytes.Contains(k.bytes(), []byte("zanzibarquux")) {
				t.Fatal("the word cannot be seen in the file")
			}
			ids := k.withdraw("Zanzibarquux came", 1)
			if forget {
				k.with(func(x *Index) { must(t, x.Forget(ctx, ids)) })
			} else {
				k.update()
			}
			if bytes.Contains(k.bytes(), []byte("zanzibarquux")) {
				t.Error("the word is still in the file")
			}
			k.finds("zanzibarquux")
			if n := k.update(); n != 0 {
				t.Error("a withdrawal makes the index anew:", n)
			}
			k.finds("قافلة", "قافلة تصل")
		})
	}
}

// TestMadeAnew gives an index to stores and versions that it was not made from.
func TestMadeAnew(t *testing.T) {
	k := keep(t, "سفينة ترسو", "قافلة تصل")
	k.update()
	other := keep(t, "قطار يصل", "جسر مغلق", "طريق مفتوح")
	b, err := os.ReadFile(k.path)
	must(t, err)
	must(t, os.WriteFile(other.path, b, 0o600))
	if n := other.update(); n != 3 {
		t.Error("with another store's index, indexed", n)
	}
	other.finds("سفينة")
	other.finds("جسر", "جسر مغلق")

	short := keep(t, "قطار يصل") // an earlier day of a ledger
	must(t, os.WriteFile(short.path, b, 0o600))
	if n := short.update(); n != 1 {
		t.Error("with a longer store's index, indexed", n)
	}
	short.finds("قافلة")

	db, err := sql.Open("sqlite", k.path)
	must(t, err)
	_, err = db.ExecContext(ctx, "UPDATE made_from SET version = 'old'")
	must(t, errors.Join(err, db.Close()))
	if n := k.update(); n != 2 {
		t.Error("of another version, indexed", n)
	}
	k.finds("سفينة", "سفينة ترسو")
}

func TestDamaged(t *testing.T) {
	k := keep(t, "سفينة ترسو")
	must(t, os.WriteFile(k.path, []byte("no database, but long enough to be looked at as one, if that matters"), 0o600))
	k.with(func(x *Index) {
		if err := x.Update(ctx, k.store, nil); !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
	})
}

// TestCutShort interrupts an update; the next goes on.
func TestCutShort(t *testing.T) {
	var texts []string
	for i := range 2*together + 10 {
		texts = append(texts, fmt.Sprintf("خبر رقم %d", i))
	}
	k := keep(t, texts...)
	stopped, stop := context.WithCancel(ctx)
	k.with(func(x *Index) {
		err := x.Update(stopped, k.store, func(done, _ int64) {
			if done > together {
				stop()
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if n, err := x.Behind(ctx, k.store); n != together+10 || err != nil {
			t.Error("behind", n, err)
		}
	})
	if n := k.update(); n != together+10 {
		t.Error("went on with", n)
	}
	k.finds("4105", texts[4105])
}

// TestLeft searches an index where nothing can be written, and leaves nothing beside it.
func TestLeft(t *testing.T) {
	k := keep(t, "سفينة ترسو")
	k.update()
	x, err := Open(k.path, k.terms, true)
	must(t, err)
	if usable, err := x.Usable(ctx); !usable || err != nil {
		t.Fatal(err)
	}
	n, err := query.Parse("سفينة")
	must(t, err)
	if p, _, err := x.Search(ctx, n, fts.Options{}); err != nil || len(p.Results) != 1 {
		t.Error(err)
	}
	if all, _ := filepath.Glob(k.path + "*"); len(all) != 1 {
		t.Error(all)
	}
	must(t, x.Close())
}
