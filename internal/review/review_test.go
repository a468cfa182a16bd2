package review

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/review/finding"
)

const text = "جسر الوادي\nقال الناطق باسم البلدية إن 12 شخصا غادروا الوادي أمس، ثم عاد نحو 5 أشخاص.\n"

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func ptr[T any](v T) *T { return &v }

func at(words string) riwaya.Spans {
	i := strings.Index(text, words)
	if i < 0 {
		panic("not in the text: " + words)
	}
	return riwaya.Spans{{Start: i, End: i + len(words)}}
}

func id(layer byte, s riwaya.Spans) string {
	return riwaya.FindingID(riwaya.TextID(text), layer, s.Hull(), 0)
}

// record is what a machine could read of the text.
func record() *riwaya.Record {
	rec := &riwaya.Record{Schema: riwaya.Schema, Article: riwaya.Article{ID: riwaya.TextID(text), Text: text, Title: "جسر الوادي", Language: "ar"}}
	place := riwaya.Place{ID: id('p', at("الوادي أمس")[:1]), Span: at("الوادي أمس"), Text: "الوادي", Relation: "in", Precision: "populated place", Confidence: 0.9, Rule: "r"}
	place.Span[0].End = place.Span[0].Start + len("الوادي")
	place.ID = id('p', place.Span)
	claim := riwaya.Claim{ID: id('c', at("قال")), Cue: riwaya.Cue{Spans: at("قال"), Text: "قال", Class: "assert"}, Rule: "r", Confidence: 0.8,
		Source:  riwaya.Source{Spans: at("الناطق باسم البلدية"), Text: "الناطق باسم البلدية", Kind: "government"},
		Content: riwaya.Content{Spans: at("12 شخصا غادروا الوادي أمس"), Text: "12 شخصا غادروا الوادي أمس", Mode: riwaya.ModeIndirect}}
	figure := riwaya.Figure{ID: id('f', at("12 شخصا")), Span: at("12 شخصا"), Text: "12 شخصا", Op: "exact", Low: ptr(12.0), High: ptr(12.0), Group: "people",
		Predicate: "left", Scope: "incident", Place: &place.ID, Claim: &claim.ID, Confidence: 0.7, Rule: "r"}
	rec.Claims, rec.Places, rec.Figures = []riwaya.Claim{claim}, []riwaya.Place{place}, []riwaya.Figure{figure}
	return rec
}

const article = "art-000000000001"

// desk lets reviewers decide, each decision a leaf of its own.
type desk struct {
	t    testing.TB
	rec  *riwaya.Record
	all  []ledger.Review
	next int64
}

func newDesk(t testing.TB) *desk { return &desk{t: t, rec: record(), next: 10} }

func (d *desk) reviewed() *Reviewed { return Apply(finding.Read(article, "v1", d.rec), NewLog(d.all)) }

func (d *desk) enter(r *ledger.Review, err error) int64 {
	d.t.Helper()
	must(d.t, err)
	r.Leaf, r.At = d.next, time.Date(2020, 1, 1, 0, 0, int(d.next), 0, time.UTC)
	d.all = append(d.all, *r)
	d.next++
	return r.Leaf
}

func (d *desk) undo(who string, leaf int64) int64 {
	d.t.Helper()
	return d.enter(NewLog(d.all).Undo(who, leaf, ""))
}

func (d *desk) figure() *Finding { return d.reviewed().Finding(d.rec.Figures[0].ID) }

func textValue(s string) finding.Value { return finding.Value{Kind: finding.Text, Text: s} }
func number_(n float64) finding.Value  { return finding.Value{Kind: finding.Number, Number: n} }
func (d *desk) at(w string) finding.Value {
	return finding.Value{Kind: finding.At, At: finding.Ranges(riwaya.NewPoints(text), at(w))}
}

// TestCourse goes through what two reviewers can do with a finding.
func TestCourse(t *testing.T) {
	d := newDesk(t)
	f := d.figure()
	if f.State != Machine || f.Who() != nil || f.Read["op"].Text != "exact" {
		t.Fatalf("at first: %+v", f)
	}
	fid := f.Ref.Finding
	d.enter(d.reviewed().Accept(By{"R1", "as it says"}, fid))
	if f = d.figure(); f.State != Agreed || !slices.Equal(f.Who(), []string{"R1"}) || f.Corrected() != nil || !finding.Same(f.Is, f.Read) {
		t.Fatalf("accepted: %+v", f)
	}
	second := d.enter(d.reviewed().Correct(By{"R2", ""}, fid, finding.Values{"predicate": textValue("displaced"), "op": textValue("exact")}))
	if f = d.figure(); f.State != Disputed || !slices.Equal(f.Disputed, []string{"predicate"}) || f.Is != nil {
		t.Fatalf("corrected by another: %+v", f)
	}
	if len(NewLog(d.all).Disagreements()) != 1 {
		t.Error("the disagreement is not told")
	}
	d.enter(d.reviewed().Correct(By{"R1", ""}, fid, finding.Values{"predicate": textValue("displaced")}))
	if f = d.figure(); f.State != Agreed || f.Is["predicate"].Text != "displaced" || f.Read["predicate"].Text != "left" || !slices.Equal(f.Corrected(), []string{"predicate"}) {
		t.Fatalf("both: %+v", f)
	}
	d.enter(d.reviewed().Correct(By{"R2", ""}, fid, finding.Values{"low": number_(11)}))
	if f = d.figure(); !slices.Equal(f.Disputed, []string{"low"}) || len(f.Opinions[1].Leaves) != 2 {
		t.Fatalf("corrected further: %+v", f)
	}
	undone := d.undo("R1", second) // another's
	if f = d.figure(); !slices.Equal(f.Disputed, []string{"low", "predicate"}) {
		t.Fatalf("taken back: %+v", f.Disputed)
	}
	d.undo("R2", undone)
	if f = d.figure(); !slices.Equal(f.Disputed, []string{"low"}) {
		t.Fatalf("brought back: %+v", f.Disputed)
	}
	d.enter(d.reviewed().Reject(By{"R2", ""}, fid))
	if f = d.figure(); !slices.Equal(f.Disputed, []string{Found}) {
		t.Fatalf("rejected: %+v", f.Disputed)
	}
	d.enter(d.reviewed().Reject(By{"R1", ""}, fid))
	if f = d.figure(); f.State != Agreed || !f.Rejected || f.Is != nil || f.Read == nil {
		t.Fatalf("rejected by both: %+v", f)
	}
	if h := NewLog(d.all).History(f.Ref); len(h) != len(d.all) {
		t.Errorf("%d of %d decisions in the history", len(h), len(d.all))
	}
}

// TestMissed adds what the machine missed.
func TestMissed(t *testing.T) {
	d := newDesk(t)
	missed := finding.Values{"span": d.at("نحو 5 أشخاص"), "op": textValue("about"), "low": number_(5), "high": number_(5), "group": textValue("people"), "predicate": textValue("returned")}
	leaf := d.enter(d.reviewed().Add(By{"R1", ""}, finding.Figures, missed))
	want := id('f', at("نحو 5 أشخاص"))
	f := d.reviewed().Finding(want)
	if f == nil || f.State != Agreed || f.Read != nil || f.At.Of(text) != "نحو 5 أشخاص" || f.Is["predicate"].Text != "returned" {
		t.Fatalf("%+v", f)
	}
	d.enter(d.reviewed().Accept(By{"R2", ""}, want))
	if f = d.reviewed().Finding(want); f.State != Agreed || len(f.Who()) != 2 {
		t.Fatalf("accepted: %+v", f)
	}
	if a := NewLog(d.all).Agreements(); len(a) == 0 || a[0].Field != Found || a[0].Units != 1 || a[0].Why != TooFew || a[0].Alpha != nil {
		t.Errorf("%+v", a)
	}
	// A later version finds it, and reads something else of it: both stand beside each other.
	d.rec.Figures = append(d.rec.Figures, riwaya.Figure{ID: want, Span: at("نحو 5 أشخاص"), Op: "about", Low: ptr(5.0), High: ptr(5.0), Group: "people", Predicate: "other", Scope: "incident"})
	f = d.reviewed().Finding(want)
	if f.Read["predicate"].Text != "other" || f.Opinions[0].Fit != Holds || f.Opinions[1].Fit != Changed || !slices.Contains(f.Corrected(), "predicate") {
		t.Fatalf("found later: %+v", f)
	}
	d.rec.Figures = d.rec.Figures[:1]
	d.undo("R1", leaf)
	if f = d.reviewed().Finding(want); f.State != Moved || f.Opinions[0].Fit != Gone {
		t.Fatalf("the adding was taken back: %+v", f)
	}
	for _, wrong := range []finding.Values{
		{"span": finding.Value{Kind: finding.At, At: []finding.Range{{From: 0, To: 4000}}}},
		{"op": textValue("about")},
		{"span": d.at("نحو 5"), "op": textValue("roughly")},
		{"span": d.at("نحو 5"), "claim": textValue("c-none")},
		{"span": d.at("نحو 5"), "colour": textValue("red")},
		{"span": d.at("12 شخصا")},
	} {
		if _, err := d.reviewed().Add(By{"R1", ""}, finding.Figures, wrong); err == nil {
			t.Errorf("added: %v", wrong)
		}
	}
}

// TestReadAnew: where the reading changed a decision says so, and is not moved.
func TestReadAnew(t *testing.T) {
	d := newDesk(t)
	fid := d.rec.Figures[0].ID
	d.enter(d.reviewed().Accept(By{"R1", ""}, fid))
	d.enter(d.reviewed().Correct(By{"R2", ""}, fid, finding.Values{"predicate": textValue("displaced")}))
	d.rec.Figures[0].Confidence, d.rec.Figures[0].Rule = 0.99, "another rule" // no part of what was decided
	if f := d.figure(); f.State != Disputed {
		t.Fatalf("%+v", f)
	}
	d.rec.Figures[0].Predicate = "displaced" // the machine learned it
	f := d.figure()
	if f.Opinions[0].Fit != Changed || !slices.Equal(f.Opinions[0].Fields, []string{"predicate"}) || f.Opinions[1].Fit != Holds || f.State != Agreed || f.Corrected() != nil {
		t.Fatalf("learned: %+v", f)
	}
	d.rec.Figures[0].Predicate = "arrived"
	if f = d.figure(); f.State != Moved || f.Is != nil || f.Who() != nil {
		t.Fatalf("another reading: %+v", f)
	}
	// The finding stands on other words: it has another ID, and the old one is gone.
	d.rec.Figures[0].Span = at("إن 12 شخصا")
	d.rec.Figures[0].ID = id('f', d.rec.Figures[0].Span)
	f = d.reviewed().Finding(fid)
	if f == nil || f.State != Moved || f.Opinions[0].Fit != Gone || !slices.Equal(f.Opinions[0].Near, []string{d.rec.Figures[0].ID}) {
		t.Fatalf("gone: %+v", f)
	}
	if _, err := d.reviewed().Accept(By{"R1", ""}, fid); err == nil {
		t.Error("what is gone was accepted")
	}
	if f = d.reviewed().Finding(d.rec.Figures[0].ID); f.State != Machine {
		t.Errorf("the decision was moved: %+v", f)
	}
}

// TestUndone: any decisions and undoings end in the state of the decisions that were not undone, in
// their order.
func TestUndone(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 120 {
		d := newDesk(t)
		ids := []string{d.rec.Figures[0].ID, d.rec.Claims[0].ID, d.rec.Places[0].ID}
		for range 2 + rng.IntN(25) {
			by := By{[]string{"R1", "R2", "R3"}[rng.IntN(3)], ""}
			one := ids[rng.IntN(len(ids))]
			v := d.reviewed()
			var r *ledger.Review
			var err error
			switch rng.IntN(7) {
			case 0:
				r, err = v.Accept(by, one)
			case 1:
				r, err = v.Reject(by, one)
			case 2:
				r, err = v.Correct(by, ids[0], finding.Values{"predicate": textValue([]string{"left", "arrived", "other"}[rng.IntN(3)]), "low": number_(float64(rng.IntN(3)))})
			case 3:
				r, err = v.Whole(by, finding.Claims)
			case 4:
				r, err = v.Add(by, finding.Figures, finding.Values{"span": d.at("نحو 5 أشخاص"), "op": textValue("about"), "low": number_(float64(rng.IntN(2)))})
			default:
				if len(d.all) == 0 {
					continue
				}
				r, err = v.Log.Undo(by.Who, d.all[rng.IntN(len(d.all))].Leaf, "")
			}
			if err == nil {
				d.enter(r, nil)
			}
		}
		got := NewLog(d.all)
		if len(got.Bad()) > 0 {
			t.Fatal(got.Bad())
		}
		var left []ledger.Review
		for _, e := range got.Entries() {
			if e.By == 0 && e.Undoes == nil {
				left = append(left, d.all[slices.IndexFunc(d.all, func(r ledger.Review) bool { return r.Leaf == e.Leaf })])
			}
		}
		want := NewLog(left)
		if !reflect.DeepEqual(got.of, want.of) || !reflect.DeepEqual(got.whole, want.whole) {
			t.Fatalf("%+v\nof %+v", got.of, want.of)
		}
		a, b := Apply(finding.Read(article, "v1", d.rec), got), Apply(finding.Read(article, "v1", d.rec), want)
		if !reflect.DeepEqual(a.Findings, b.Findings) {
			t.Fatal("another state of findings")
		}
	}
}

// TestOthers: decisions about stories are none of these, and are not undone here.
func TestOthers(t *testing.T) {
	d := newDesk(t)
	story := d.enter(&ledger.Review{Who: "R2", About: "s-1", Verdict: ledger.VerdictMerge, Value: []byte(`["art-1","art-2"]`)}, nil)
	undo := d.enter(&ledger.Review{Who: "R2", About: "10", Verdict: ledger.VerdictUndo, Undoes: ptr(story)}, nil)
	l := NewLog(d.all)
	if len(l.Entries()) != 0 || len(l.Bad()) != 0 || l.Articles() != nil {
		t.Errorf("%+v", l)
	}
	for _, leaf := range []int64{story, undo, 99} {
		if _, err := l.Undo("R1", leaf, ""); err == nil {
			t.Errorf("%d was taken back", leaf)
		}
	}
	leaf := d.enter(d.reviewed().Accept(By{"R1", ""}, d.rec.Figures[0].ID))
	d.undo("R2", leaf)
	if _, err := NewLog(d.all).Undo("R1", leaf, ""); err == nil {
		t.Error("taken back twice")
	}
	for _, who := range []string{"", "R 1", "a/b", "x\x00", strings.Repeat("a", 100), "<b>"} {
		if _, err := d.reviewed().Accept(By{who, ""}, d.rec.Figures[0].ID); err == nil {
			t.Errorf("%q is taken for a pseudonym", who)
		}
	}
}

// FuzzParse: whatever stands in a leaf is refused, or comes back as it was written, and never harms.
func FuzzParse(f *testing.F) {
	d := newDesk(f)
	for _, make := range []func() (*ledger.Review, error){
		func() (*ledger.Review, error) { return d.reviewed().Accept(By{"R1", "n"}, d.rec.Claims[0].ID) },
		func() (*ledger.Review, error) {
			return d.reviewed().Correct(By{"R1", ""}, d.rec.Claims[0].ID, finding.Values{"content": d.at("12 شخصا")})
		},
		func() (*ledger.Review, error) {
			return d.reviewed().Whole(By{"R1", ""}, finding.Claims, finding.Figures)
		},
	} {
		r, err := make()
		must(f, err)
		f.Add(r.Who, r.About, r.Verdict, []byte(r.Value), r.Note)
	}
	f.Add("R1", article+"/f-1", Reject, []byte(`{"v":1,"layer":"figures","at":[[0,9999999999]],"words":"","read":{"span":[[5,1]]}}`), "")
	f.Add("R1", article+"/f-1", Accept, []byte("{\"v\":1,\"layer\":\"times\",\"at\":[[0,3]],\"read\":{\"span\":[[0,3]],\"value\":\"\xff\"}}"), "\xff")
	f.Add("R1", article+"/f-1", Accept, []byte(`{"v":2,"later":true}`), "")
	f.Add("R1", article, Whole, []byte(`{"v":1,"seen":[{"layer":"claims","findings":null}]}`), "")
	f.Fuzz(func(t *testing.T, who, about, verdict string, b []byte, note string) {
		r := ledger.Review{Leaf: 11, Who: who, About: about, Verdict: verdict, Value: b, Note: note}
		got, err := Parse(&r)
		l := NewLog([]ledger.Review{r})
		if err != nil {
			if len(l.Entries()) != 0 || !errors.Is(err, ErrNone) && len(l.Bad()) != 1 {
				t.Fatalf("it was refused, and holds: %v", err)
			}
			return
		}
		rec := record()
		v := Apply(finding.Read(got.Ref.Article, "v1", rec), l)
		for i := range v.Findings {
			for _, s := range v.Findings[i].At {
				if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
					t.Fatalf("outside the text: %v", s)
				}
			}
		}
		l.Agreements()
		l.Disagreements()
		again, err := got.Review()
		must(t, err)
		parsed, err := Parse(again)
		must(t, err)
		a, _ := json.Marshal(got)
		b2, _ := json.Marshal(parsed)
		if string(a) != string(b2) {
			t.Fatalf("%s\n%s", a, b2)
		}
	})
}

// TestNext: a log that was read on from an earlier one is the one that is read anew.
func TestNext(t *testing.T) {
	d := newDesk(t)
	d.enter(d.reviewed().Accept(By{"R1", ""}, d.rec.Figures[0].ID))
	before := NewLog(d.all)
	d.enter(d.reviewed().Reject(By{"R2", ""}, d.rec.Figures[0].ID))
	d.undo("R2", d.all[0].Leaf)
	next, anew := before.Next(d.all), NewLog(d.all)
	if !reflect.DeepEqual(next.all, anew.all) || !reflect.DeepEqual(next.of, anew.of) || len(before.Entries()) != 1 || before.Entries()[0].By != 0 {
		t.Errorf("%+v\n%+v", next.all, anew.all)
	}
	if gone := before.Next(d.all[1:]); len(gone.Entries()) != 1 { // withdrawn
		t.Errorf("%+v", gone.all)
	}
}
