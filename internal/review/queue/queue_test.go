package queue

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/internal/read"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/lexicon"
)

var ctx = context.Background()

// reports are three of one attack, two of which have an unnamed source's words, and one of something
// else. The numbers of the first two contradict.
var reports = []struct{ outlet, text string }{
	{"nahr", "انفجار في سوق بلدة سروج\nقالت مصادر محلية إن 12 مدنيا قتلوا في انفجار سيارة مفخخة في سوق بلدة سروج أمس. واتهمت وزارة الداخلية تنظيم داعش بتنفيذ الهجوم على السوق."},
	{"jisr", "قتلى في سوق سروج\nقالت مصادر محلية إن 12 مدنيا قتلوا في انفجار سيارة مفخخة في سوق بلدة سروج أمس. وأكدت وزارة الصحة مقتل 31 مدنيا في انفجار السيارة المفخخة في سوق بلدة سروج أمس."},
	{"mada", "سيارة مفخخة في سروج\nقالت مصادر محلية إن 12 مدنيا قتلوا في انفجار سيارة مفخخة في سوق بلدة سروج أمس، وأغلقت الشرطة الطرق المؤدية إلى السوق."},
	{"wadi", "افتتاح مدرسة\nافتتحت البلدية مدرسة جديدة في حي الزهور."},
}

// bench is a ledger with a queue.
type bench struct {
	t     *testing.T
	store *sqlite.Store
	tools *matter.Tools
	found *across.Across
	queue *Queue
	leaf  int64
	ids   []string
	recs  []riwaya.Record
}

func newBench(t *testing.T) *bench {
	t.Helper()
	dir := t.TempDir()
	b := &bench{t: t, leaf: 1}
	var err error
	b.store, err = sqlite.Open(ctx, filepath.Join(dir, "ledger.sqlite"))
	must(t, err)
	b.tools, err = matter.Load(lexicon.Embedded())
	must(t, err)
	b.found, err = across.Open(filepath.Join(dir, "across.sqlite"), b.tools.Means, false)
	must(t, err)
	b.queue, err = Open(filepath.Join(dir, "review.sqlite"), b.tools.Maker(b.found, b.store), "v", false)
	must(t, err)
	t.Cleanup(func() { must(t, b.queue.Close()); must(t, b.found.Close()); must(t, b.store.Close()) })
	must(t, b.store.Apply(ctx, []ledger.Change{ledgertest.Capture(0)}, 1))
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	must(t, err)
	reader, err := read.New(lx)
	must(t, err)
	for _, r := range reports {
		a := riwaya.Article{ID: riwaya.TextID(r.text), Text: r.text, Language: "ar", PublishedPrecision: riwaya.PrecisionDay, PublishedFrom: riwaya.FromFlag}
		day, outlet := "2015-07-21", r.outlet
		a.Published, a.Outlet = &day, &outlet
		rec := reader.Read(a)
		if len(b.recs) == 0 { // one side says who it was
			rec.Events[0].Type, rec.Events[0].Parties = "ASSAULT", []riwaya.Party{{Actor: rec.Actors[0].ID, Role: "agent", Standing: "accused", Claim: &rec.Claims[0].ID}}
		}
		b.recs = append(b.recs, rec)
		b.ids = append(b.ids, ledger.ArticleID(&a))
		b.enter(len(b.recs)-1, "v1")
	}
	b.update()
	return b
}

// enter enters the record of a report.
func (b *bench) enter(i int, version string) {
	b.t.Helper()
	r := ledger.Record{Leaf: b.leaf, Article: b.ids[i], Capture: ledgertest.Capture(0).Capture.ID, Place: fmt.Sprint("line ", i), Version: version,
		At: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), Sum: fmt.Sprint("sum ", b.leaf), Read: b.recs[i]}
	b.leaf++
	must(b.t, b.store.Apply(ctx, []ledger.Change{{Record: &r}}, b.leaf))
}

func (b *bench) decide(r *ledger.Review, err error) {
	b.t.Helper()
	must(b.t, err)
	r.Leaf, r.At = b.leaf, time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	b.leaf++
	must(b.t, b.store.Apply(ctx, []ledger.Change{{Review: r}}, b.leaf))
}

func (b *bench) update() {
	b.t.Helper()
	must(b.t, b.found.Update(ctx, b.store, nil))
	must(b.t, b.queue.Update(ctx, b.store, nil))
}

func (b *bench) log() *review.Log {
	b.t.Helper()
	all, err := b.store.Reviews(ctx)
	must(b.t, err)
	return review.NewLog(all)
}

func (b *bench) page(a Asked) Page {
	b.t.Helper()
	if a.Limit == 0 {
		a.Limit = 1000
	}
	p, err := b.queue.Page(ctx, b.log(), a)
	must(b.t, err)
	if a.After == "" && p.Next == "" && p.Count != len(p.Items) {
		b.t.Errorf("%+v: %d of %d", a, len(p.Items), p.Count)
	}
	return p
}

func (b *bench) reviewed(i int) *review.Reviewed {
	b.t.Helper()
	all, err := b.store.Readings(ctx, b.ids[i:i+1], riwaya.Layers...)
	must(b.t, err)
	return review.Apply(finding.Read(b.ids[i], "v1", &all[0].Read), b.log())
}

// all is the queue through pages of a size.
func (b *bench) all(size int) (out []review.Ref) {
	b.t.Helper()
	for a := (Asked{Limit: size}); ; {
		p := b.page(a)
		for _, i := range p.Items {
			out = append(out, i.Ref)
		}
		if a.After = p.Next; a.After == "" {
			return out
		}
	}
}

// TestQueue: what is unsure or contested stands in it with its reasons, what was decided does not, and
// what is disputed or changed comes back.
func TestQueue(t *testing.T) {
	b := newBench(t)
	kinds := map[Kind][]Item{}
	for _, k := range Kinds {
		kinds[k] = b.page(Asked{Kind: k}).Items
	}
	if len(kinds[Contested]) == 0 || len(kinds[Copied]) != 3 || len(kinds[Accused]) == 0 {
		for i := range b.recs {
			for _, e := range b.recs[i].Events {
				t.Logf("%s %s %+v", e.Text, e.Type, e.Parties)
			}
		}
		t.Fatalf("contested %d, copied %d, accused %d", len(kinds[Contested]), len(kinds[Copied]), len(kinds[Accused]))
	}
	for _, i := range kinds[Contested] {
		r := i.Reasons[0]
		if r.Kind != Contested || r.Question == "" || r.Against.String() != "12" && r.Against.String() != "31" {
			t.Errorf("%+v", i)
		}
	}
	if r := kinds[Copied][0].Reasons[0]; r.Number != 3 || r.Outlets != 3 {
		t.Errorf("%+v", r)
	}
	all := b.all(1000)
	for _, size := range []int{1, 2, 3} {
		if got := b.all(size); !slices.Equal(got, all) {
			t.Errorf("by pages of %d: %v, want %v", size, got, all)
		}
	}
	for k, ref := range all {
		got, err := b.queue.Around(ctx, b.log(), Asked{}, ref)
		must(t, err)
		if !got.In || (got.Before == nil) != (k == 0) || (got.After == nil) != (k == len(all)-1) || k > 0 && *got.Before != all[k-1] || k+1 < len(all) && *got.After != all[k+1] || len(got.Reasons) == 0 {
			t.Fatalf("around %s: %+v", ref, got)
		}
	}
	first := all[0]
	i := slices.Index(b.ids, first.Article)
	b.decide(b.reviewed(i).Accept(review.By{Who: "R1"}, first.Finding))
	if slices.Contains(b.all(2), first) {
		t.Error("what was decided is still to be")
	}
	if p := b.page(Asked{Second: "R2"}); len(p.Items) != 1 || p.Items[0].Ref != first {
		t.Errorf("for a second: %+v", p)
	}
	if p := b.page(Asked{Second: "R1"}); len(p.Items) != 0 {
		t.Errorf("for oneself: %+v", p)
	}
	b.decide(b.reviewed(i).Reject(review.By{Who: "R2"}, first.Finding))
	if p := b.page(Asked{}); p.Items[0].Ref != first || p.Items[0].Reasons[0].Kind != Disputed || p.Count != len(all) {
		t.Errorf("disputed: %+v", p.Items[0])
	}
	b.decide(b.reviewed(i).Accept(review.By{Who: "R2"}, first.Finding))
	// Read anew, and otherwise: it is to be decided again, until somebody has.
	for k := range b.recs[i].Figures {
		if f := &b.recs[i].Figures[k]; f.ID == first.Finding {
			f.Group = "police"
		}
	}
	b.enter(i, "v2")
	b.update()
	if p := b.page(Asked{Kind: Changed}); len(p.Items) != 1 || p.Items[0].Ref != first || !slices.Equal(p.Items[0].Reasons[0].Fields, []string{"group"}) {
		t.Errorf("changed: %+v", p)
	}
	b.decide(b.reviewed(i).Accept(review.By{Who: "R2"}, first.Finding))
	if p := b.page(Asked{Kind: Changed}); len(p.Items) != 0 || p.Count != 0 {
		t.Errorf("decided again: %+v", p)
	}
}

// TestApart: what a person takes apart is looked at anew, and so is what is withdrawn.
func TestApart(t *testing.T) {
	b := newBench(t)
	if len(b.page(Asked{Kind: Copied}).Items) == 0 {
		t.Fatal("nothing is copied")
	}
	b.decide(&ledger.Review{Who: "R1", About: "s-1", Verdict: ledger.VerdictSplit, Value: fmt.Appendf(nil, "[%q]", b.ids[2])}, nil)
	b.update()
	if p := b.page(Asked{Kind: Copied}); len(p.Items) != 0 {
		t.Errorf("of two reports: %+v", p)
	}
	n := b.page(Asked{}).Count
	must(t, b.store.Apply(ctx, []ledger.Change{{Withdrawal: &ledger.Withdrawal{Leaf: b.leaf, Who: "a", Reason: "x", Leaves: []int64{1}, Gone: []ledger.Gone{{ID: b.ids[0]}}}}}, b.leaf+1))
	b.leaf++
	b.update()
	p := b.page(Asked{})
	if p.Count >= n || slices.ContainsFunc(p.Items, func(i Item) bool { return i.Article == b.ids[0] }) {
		t.Errorf("withdrawn, and there: %d of %d", p.Count, n)
	}
	must(t, b.queue.Forget(ctx, b.ids[1:2]))
	if p := b.page(Asked{}); slices.ContainsFunc(p.Items, func(i Item) bool { return i.Article == b.ids[1] }) {
		t.Error("forgotten, and there")
	}
}

func FuzzAfter(f *testing.F) {
	for _, s := range []string{"", "d20", "d-1", "500~2015-07-21~art-000000000001/f-1", "x~y~z", "1~2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if skip, at, err := parseAfter(s); err == nil && (skip < 0 || at != nil && (at.Article == "" || at.place() == "")) {
			t.Errorf("%q: %d %+v", s, skip, at)
		}
	})
}

// TestVersions: of several versions of a report the newest alone is to be looked at.
func TestVersions(t *testing.T) {
	b := newBench(t)
	url := "https://nahr.example/9"
	for _, text := range []string{"قتلى في حلب\nوأضافت المصادر أن 9 أشخاص قتلوا أمس.", "قتلى في حلب\nوأضافت المصادر أن 11 شخصا قتلوا أمس."} {
		a := b.recs[0].Article
		a.ID, a.Text, a.Title, a.URL, a.Body, a.Credits = riwaya.TextID(text), text, "قتلى في حلب", &url, nil, nil
		span := riwaya.Spans{{Start: strings.Index(text, "قتلوا"), End: strings.Index(text, "قتلوا") + len("قتلوا")}}
		rec := riwaya.Record{Schema: riwaya.Schema, Article: a, Events: []riwaya.Event{{ID: riwaya.FindingID(a.ID, 'e', span[0], 0), Span: span, Text: "قتلوا", Type: "ASSAULT", Status: "happened", Confidence: 0.6, Rule: "r"}}}
		b.recs, b.ids = append(b.recs, rec), append(b.ids, ledger.ArticleID(&a))
		b.enter(len(b.recs)-1, "v1")
		b.update()
	}
	older, newer := b.ids[len(b.ids)-2], b.ids[len(b.ids)-1]
	var have []string
	for _, ref := range b.all(100) {
		have = append(have, ref.Article)
	}
	if slices.Contains(have, older) || !slices.Contains(have, newer) {
		t.Errorf("%v: want %s and not %s", have, newer, older)
	}
	b.enter(len(b.recs)-2, "v2") // the older is read anew
	b.update()
	for _, ref := range b.all(100) {
		if ref.Article == older {
			t.Error("it came back")
		}
	}
}
