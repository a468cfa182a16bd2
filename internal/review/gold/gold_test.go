package gold

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riwaya"
	"riwaya/eval"
	"riwaya/eval/annotated"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/read"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/lexicon"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

const article = "art-000000000001"

// desk lets one reviewer decide.
type desk struct {
	t   testing.TB
	rec *riwaya.Record
	all []ledger.Review
}

func (d *desk) reviewed() *review.Reviewed {
	return review.Apply(finding.Read(article, "v1", d.rec), review.NewLog(d.all))
}

func (d *desk) enter(r *ledger.Review, err error) {
	d.t.Helper()
	must(d.t, err)
	r.Leaf = int64(len(d.all) + 1)
	d.all = append(d.all, *r)
}

// acceptAll accepts what was read, and says that all was looked at.
func (d *desk) acceptAll() {
	d.t.Helper()
	v := d.reviewed()
	for i := range v.Findings {
		if v.Findings[i].State == review.Machine {
			d.enter(v.Accept(review.By{Who: "R1"}, v.Findings[i].Ref.Finding))
		}
	}
	d.enter(d.reviewed().Whole(review.By{Who: "R1"}, riwaya.Layers...))
}

// score holds a reading against the gold that was made of a document, which it writes as a file
// and reads as `riwaya eval` does.
func score(t testing.TB, doc Doc, rec *riwaya.Record) (wrong []string) {
	t.Helper()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, doc.Article+".gold.json"), doc.Gold, 0o600))
	must(t, os.WriteFile(filepath.Join(dir, doc.Article+".txt"), []byte(doc.Text), 0o600))
	set, err := annotated.Load(dir, "")
	must(t, err)
	if len(set.Docs) != 1 || set.Docs[0].Text != rec.Article.Text {
		t.Fatalf("%d documents", len(set.Docs))
	}
	r, err := eval.Score(set.Docs, func(annotated.Doc) ([]byte, error) { return rec.MarshalJSON() })
	must(t, err)
	for _, m := range r.Measures {
		if m.Right != m.Predicted || m.Right != m.Gold {
			wrong = append(wrong, fmt.Sprintf("%s: %v right, %v predicted, %v gold", m.Name, m.Right, m.Predicted, m.Gold))
		}
	}
	if wrong != nil {
		wrong = append(wrong, r.Docs[0].Log...)
	}
	return wrong
}

func sample(t testing.TB) *riwaya.Record {
	t.Helper()
	b, err := os.ReadFile("../../../examples/article.txt")
	must(t, err)
	a := riwaya.Article{ID: riwaya.TextID(string(b)), Text: string(b), Language: "ar"}
	a.Title, _, _ = strings.Cut(a.Text, "\n")
	day := "2019-02-20"
	a.Published, a.PublishedPrecision, a.PublishedFrom = &day, riwaya.PrecisionDay, riwaya.FromFlag
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	must(t, err)
	reader, err := read.New(lx)
	must(t, err)
	rec := reader.Read(a)
	return &rec
}

// TestRoundTrip: what a person accepts of a reading, exported and read as gold, gives the same
// reading full marks in every measure.
func TestRoundTrip(t *testing.T) {
	d := &desk{t: t, rec: sample(t)}
	d.acceptAll()
	doc, err := Of(d.reviewed())
	must(t, err)
	if !slices.Equal(doc.Layers, riwaya.Layers) || doc.Partial != nil || len(doc.Not) > 0 || !slices.Equal(doc.Who, []string{"R1"}) {
		t.Fatalf("%v, %v", doc.Layers, doc.Not)
	}
	if wrong := score(t, doc, d.rec); wrong != nil {
		t.Errorf("%s", strings.Join(wrong, "\n"))
	}
}

// TestParts: a layer that nobody looked at whole, or in which something is open or disputed, is no
// gold; what is decided in it is told apart.
func TestParts(t *testing.T) {
	d := &desk{t: t, rec: sample(t)}
	claims, figures := d.rec.Claims, d.rec.Figures
	if len(claims) < 2 || len(figures) < 2 {
		t.Fatal("the sample has too little")
	}
	accept := func(who, id string) { d.enter(d.reviewed().Accept(review.By{Who: who}, id)) }
	for i := range claims {
		accept("R1", claims[i].ID)
	}
	doc, err := Of(d.reviewed())
	must(t, err)
	if doc.Gold != nil || doc.Partial == nil || len(doc.Not) != 1 || doc.Not[0].Layer != finding.Claims || !strings.Contains(doc.Not[0].Why, "nobody") {
		t.Fatalf("%v %v", doc.Layers, doc.Not)
	}
	d.enter(d.reviewed().Whole(review.By{Who: "R1"}, finding.Claims, finding.Figures))
	doc, err = Of(d.reviewed())
	must(t, err)
	if !slices.Equal(doc.Layers, []string{finding.Claims}) || len(doc.Not) != 1 || doc.Not[0].Layer != finding.Figures || !strings.HasSuffix(doc.Not[0].Why, "not reviewed") {
		t.Fatalf("%v %v", doc.Layers, doc.Not)
	}
	if wrong := score(t, doc, d.rec); wrong != nil {
		t.Errorf("claims alone: %s", strings.Join(wrong, "\n"))
	}
	for i := range figures {
		accept("R1", figures[i].ID)
	}
	d.enter(d.reviewed().Reject(review.By{Who: "R2"}, figures[0].ID))
	if doc, err = Of(d.reviewed()); err != nil || slices.Contains(doc.Layers, finding.Figures) || doc.Not[0].Why != "1 disputed" || doc.Partial == nil {
		t.Fatalf("%v %v %v", doc.Layers, doc.Not, err)
	}
	// Both reject it: it is no gold any more, and a reading that has it is wrong once.
	d.enter(d.reviewed().Reject(review.By{Who: "R1"}, figures[0].ID))
	doc, err = Of(d.reviewed())
	must(t, err)
	if !slices.Equal(doc.Layers, []string{finding.Claims, finding.Figures}) || !slices.Equal(doc.Who, []string{"R1", "R2"}) {
		t.Fatalf("%v %v", doc.Layers, doc.Not)
	}
	if wrong := score(t, doc, d.rec); !slices.ContainsFunc(wrong, func(s string) bool { return strings.HasPrefix(s, "figure spurious") }) {
		t.Errorf("the rejected figure counts: %v", wrong)
	}
}

// TestIncomplete: what was added without all that is measured keeps its layer from being gold.
func TestIncomplete(t *testing.T) {
	d := &desk{t: t, rec: sample(t)}
	text := d.rec.Article.Text
	end := len([]rune(strings.TrimRight(text, "\n")))
	at := finding.Value{Kind: finding.At, At: []finding.Range{{From: end - 3, To: end}}}
	d.enter(d.reviewed().Add(review.By{Who: "R1"}, finding.Times, finding.Values{"span": at}))
	d.acceptAll()
	doc, err := Of(d.reviewed())
	must(t, err)
	if slices.Contains(doc.Layers, finding.Times) || !slices.ContainsFunc(doc.Not, func(n Not) bool { return n.Layer == finding.Times && strings.Contains(n.Why, "1 added without") }) {
		t.Fatalf("%v %v", doc.Layers, doc.Not)
	}
	added := d.reviewed()
	for i := range added.Findings {
		if f := &added.Findings[i]; f.Layer == finding.Times && f.Read == nil {
			d.enter(added.Correct(review.By{Who: "R1"}, f.Ref.Finding, finding.Values{"value": {Kind: finding.Text, Text: "PRESENT_REF"}}))
		}
	}
	if doc, err = Of(d.reviewed()); err != nil || !slices.Contains(doc.Layers, finding.Times) {
		t.Fatalf("%v %v %v", doc.Layers, doc.Not, err)
	}
	if wrong := score(t, doc, d.rec); !slices.ContainsFunc(wrong, func(s string) bool { return strings.HasPrefix(s, "time missed") }) {
		t.Errorf("what the machine missed is not missed: %v", wrong)
	}
}

// TestLater: gold does not change with the machine. A reading that another version makes is held
// against what was decided of the first.
func TestLater(t *testing.T) {
	d := &desk{t: t, rec: sample(t)}
	d.acceptAll()
	before, err := Of(d.reviewed())
	must(t, err)
	d.rec.Figures[0].Predicate = "infected"
	d.rec.Claims = d.rec.Claims[1:]
	after, err := Of(d.reviewed())
	must(t, err)
	if string(before.Gold) != string(after.Gold) {
		t.Error("the gold changed with the reading")
	}
	if score(t, after, d.rec) == nil {
		t.Error("another reading has full marks")
	}
	d.rec.Article.Text += "\r"
	if _, err := Of(d.reviewed()); err == nil {
		t.Error("a text that a file of gold cannot keep")
	}
}

// storeFile names the ledger.sqlite of a ledger, for a round trip over all of it.
const storeFile = "RIWAYA_STORE"

// TestLedger accepts all that is read of the articles of a ledger, and wants the round trip.
func TestLedger(t *testing.T) {
	path := os.Getenv(storeFile)
	if path == "" {
		t.Skip("set " + storeFile + " to the ledger.sqlite of a ledger")
	}
	s, err := sqlite.OpenRead(path, false)
	must(t, err)
	defer s.Close()
	n, lost := 0, map[string]int{}
	must(t, s.Walk(context.Background(), nil, func(k *ledger.Kept) error {
		if n++; n%50 != 0 {
			return nil
		}
		rec := k.Read
		d := &desk{t: t, rec: &rec}
		d.acceptAll()
		doc, err := Of(d.reviewed())
		if err != nil {
			lost[err.Error()]++
			return nil
		}
		for _, w := range score(t, doc, d.rec) {
			name, _, _ := strings.Cut(w, ":")
			if lost[name]++; lost[name] < 4 {
				t.Log(k.Article, w)
			}
		}
		return nil
	}, riwaya.Layers...))
	t.Log(n/50, "articles", lost)
}
