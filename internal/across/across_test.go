package across

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/question"
	"riwaya/internal/reuse"
	"riwaya/lexicon"
)

var ctx = context.Background()

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// kept is a store with some articles, and what is found across them.
type kept struct {
	t     *testing.T
	store *sqlite.Store
	means Means
	path  string
	leaf  int64
}

func keep(t *testing.T) *kept {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	must(t, err)
	asked, err := lexicon.LoadQuestions(lexicon.Embedded())
	must(t, err)
	dir := t.TempDir()
	s, err := sqlite.Open(ctx, filepath.Join(dir, "ledger.sqlite"))
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	words := func(text string, see func(string, riwaya.Span)) {
		for at := 0; at < len(text); {
			n := strings.IndexAny(text[at:], " .\n")
			if n < 0 {
				n = len(text) - at
			}
			if n > 0 {
				see(text[at:at+n], riwaya.Span{Start: at, End: at + n})
			}
			at += n + 1
		}
	}
	k := &kept{t: t, store: s, path: filepath.Join(dir, "across.sqlite"), leaf: 1,
		means: Means{Names: reuse.NewNames(lx), Words: words, Answers: func() *question.Set { return question.New(lx, asked) }, Version: "test"}}
	must(t, s.Apply(ctx, []ledger.Change{ledgertest.Capture(0)}, 1))
	return k
}

// add takes an article in, with nothing read of it, and gives its ID.
func (k *kept) add(url, outlet, day, text string) string {
	k.t.Helper()
	seen, err := time.Parse(time.DateOnly, day)
	must(k.t, err)
	a := riwaya.Article{ID: riwaya.TextID(text), URL: &url, Outlet: &outlet, Title: text[:strings.IndexByte(text, '\n')], Seen: &seen,
		PublishedPrecision: riwaya.PrecisionUnknown, PublishedFrom: riwaya.FromUnknown, Language: "ar", Coverage: riwaya.CoverageFull, Text: text,
		Body: []riwaya.Span{{Start: 0, End: len(text)}}}
	id := ledger.ArticleID(&a)
	c := ledger.Change{Record: &ledger.Record{Leaf: k.leaf, Article: id, Capture: ledgertest.Capture(0).Capture.ID, Place: fmt.Sprint("line ", k.leaf), Version: "v1", At: seen,
		Sum: fmt.Sprint("sum of ", k.leaf), Read: riwaya.Record{Schema: riwaya.Schema, Article: a}}}
	k.leaf++
	must(k.t, k.store.Apply(ctx, []ledger.Change{c}, k.leaf))
	return id
}

// review enters a decision, and gives its leaf.
func (k *kept) review(verdict string, undoes *int64, articles ...string) int64 {
	k.t.Helper()
	r := ledger.Review{Leaf: k.leaf, At: time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC), Who: "R2", Verdict: verdict, Undoes: undoes}
	if len(articles) > 0 {
		r.Value = []byte(`["` + strings.Join(articles, `","`) + `"]`)
	}
	k.leaf++
	must(k.t, k.store.Apply(ctx, []ledger.Change{{Review: &r}}, k.leaf))
	return r.Leaf
}

// with opens the file, brings it up to date and looks into it.
func (k *kept) with(see func(*Across)) {
	k.t.Helper()
	x, err := Open(k.path, k.means, false)
	must(k.t, err)
	defer func() { must(k.t, x.Close()) }()
	must(k.t, x.Update(ctx, k.store, nil))
	see(x)
}

// stories are the articles of each story, those of one in their order.
func (k *kept) stories() (out []string) {
	k.t.Helper()
	k.with(func(x *Across) {
		all, n, err := x.Stories(ctx, Asked{})
		must(k.t, err)
		if n != len(all) {
			k.t.Errorf("%d stories, counted %d", len(all), n)
		}
		for _, s := range all {
			var ids []string
			for _, r := range s.Reports {
				ids = append(ids, r.Article)
			}
			slices.Sort(ids)
			out = append(out, strings.Join(ids, " "))
		}
	})
	slices.Sort(out)
	return out
}

func (k *kept) want(what string, groups ...[]string) {
	k.t.Helper()
	var want []string
	for _, g := range groups {
		slices.Sort(g)
		want = append(want, strings.Join(g, " "))
	}
	slices.Sort(want)
	if got := k.stories(); !slices.Equal(got, want) {
		k.t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// body is a text of many words that no other has, and the same for the same seed.
func body(title, seed string) string {
	var b strings.Builder
	b.WriteString(title + "\n")
	for i := range 60 {
		fmt.Fprintf(&b, "%s%d ", seed, i*i%97)
	}
	return b.String()
}

func TestUpdate(t *testing.T) {
	k := keep(t)
	a := k.add("https://a.example/1", "a", "2026-03-01", body("سفينة ترسو", "مرفأ"))
	b := k.add("https://b.example/1", "b", "2026-03-01", body("السفينة رست", "مرفأ"))
	c := k.add("https://c.example/1", "c", "2026-03-01", body("قطار يصل", "محطة"))
	k.want("copies are one story", []string{a, b}, []string{c})
	k.with(func(x *Across) {
		copies, err := x.Copies(ctx, []string{b})
		must(t, err)
		if len(copies) != 1 || copies[0].Containment < 0.9 {
			t.Errorf("%+v", copies)
		}
		if of, err := x.Story(ctx, b); err != nil || len(of.Reports) != 2 {
			t.Error(of, err)
		}
		if _, err := x.Story(ctx, "s-none"); !errors.Is(err, ErrUnknown) {
			t.Error(err)
		}
		if _, err := x.Incident(ctx, "i-none"); !errors.Is(err, ErrUnknown) {
			t.Error(err)
		}
		of, err := x.Outlets(ctx)
		if must(t, err); len(of) != 3 || of[c] != "c" {
			t.Error(of)
		}
	})
	d := k.add("https://d.example/1", "d", "2026-03-02", body("رسو سفينة", "مرفأ"))
	k.want("what comes later joins", []string{a, b, d}, []string{c})
	must(t, os.Remove(k.path))
	k.want("made anew", []string{a, b, d}, []string{c})
}

// TestVersions counts the newest version of a report, whichever is taken in first.
func TestVersions(t *testing.T) {
	k := keep(t)
	first := k.add("https://a.example/1", "a", "2026-03-01", body("سفينة ترسو", "مرفأ"))
	b := k.add("https://b.example/1", "b", "2026-03-01", body("السفينة رست", "مرفأ"))
	k.want("before", []string{first, b})
	second := k.add("https://a.example/1", "a", "2026-03-02", body("سفينة ترسو الآن", "مرفأ"))
	k.want("another version", []string{second, b})
	k.with(func(x *Across) {
		v, err := x.Versions(ctx, []string{second, b})
		if must(t, err); len(v) != 1 || !slices.Equal(v[second], []string{first}) {
			t.Error(v)
		}
		if s, err := x.Story(ctx, first); err != nil || len(s.Reports) != 2 {
			t.Error("an older version does not lead to its story", s, err)
		}
	})
	must(t, os.Remove(k.path))
	k.want("all at once", []string{second, b})
}

// TestRulings lets decisions hold, outlive what is made anew, and be taken back.
func TestRulings(t *testing.T) {
	k := keep(t)
	a := k.add("https://a.example/1", "a", "2026-03-01", body("سفينة ترسو", "مرفأ"))
	b := k.add("https://b.example/1", "b", "2026-03-01", body("السفينة رست", "مرفأ"))
	c := k.add("https://c.example/1", "c", "2026-03-01", body("قطار يصل", "محطة"))
	k.want("before", []string{a, b}, []string{c})
	merged := k.review(ledger.VerdictMerge, nil, a, c)
	k.want("merged", []string{a, b, c})
	must(t, os.Remove(k.path))
	k.want("merged, made anew", []string{a, b, c})
	split := k.review(ledger.VerdictSplit, nil, b)
	k.want("split", []string{a, c}, []string{b})
	k.review(ledger.VerdictUndo, &merged)
	k.want("the merge is taken back", []string{a}, []string{b}, []string{c})
	k.review(ledger.VerdictUndo, &split)
	k.want("all taken back", []string{a, b}, []string{c})
}

// TestForget leaves nothing of what was withdrawn.
func TestForget(t *testing.T) {
	k := keep(t)
	a := k.add("https://a.example/1", "a", "2026-03-01", body("سفينة ترسو", "مرفأ"))
	b := k.add("https://b.example/1", "b", "2026-03-01", body("السفينة رست", "مرفأ"))
	k.want("before", []string{a, b})
	w := ledger.Change{Withdrawal: &ledger.Withdrawal{Leaf: k.leaf, At: time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC), Reason: "r", Leaves: []int64{1}, Gone: []ledger.Gone{{ID: a}}}}
	k.leaf++
	must(t, k.store.Apply(ctx, []ledger.Change{w}, k.leaf))
	x, err := Open(k.path, k.means, false)
	must(t, err)
	must(t, x.Forget(ctx, k.store, []string{a}))
	must(t, x.Close())
	raw, err := os.ReadFile(k.path)
	must(t, err)
	if strings.Contains(string(raw), a) {
		t.Error("its ID is still in the file")
	}
	k.want("after", []string{b})
	k.with(func(x *Across) {
		if copies, err := x.Copies(ctx, []string{b}); err != nil || len(copies) != 0 {
			t.Error(copies, err)
		}
	})
}

// TestPlaces goes through stories page by page: all come once, in order, also when others are added
// on the way.
func TestPlaces(t *testing.T) {
	k := keep(t)
	subjects := []string{"bridge", "harvest", "museum", "railway", "orchard", "lighthouse", "quarry"}
	for i, s := range subjects {
		k.add("https://a.example/"+s, "A", fmt.Sprintf("2021-03-%02d", 1+3*i/2), body("The "+s, s))
	}
	k.with(func(x *Across) {
		all, count, err := x.Stories(ctx, Asked{})
		must(t, err)
		if count != len(subjects) {
			t.Fatalf("%d stories", count)
		}
		var got []string
		var after *Place
		for page := range 10 {
			some, n, err := x.Stories(ctx, Asked{Limit: 2, After: after})
			must(t, err)
			for i := range some {
				got = append(got, some[i].ID)
				at := PlaceOf(&some[i])
				after = &at
			}
			if len(some) == 0 {
				break
			}
			if page == 1 {
				k.add("https://a.example/new", "A", "2021-04-01", body("The newest", "newest"))
				must(t, x.Update(ctx, k.store, nil))
			} else if page > 1 && n != count+1 {
				t.Errorf("%d in all", n)
			}
		}
		var want []string
		for i := range all {
			want = append(want, all[i].ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q\n%q", got, want)
		}
	})
}
