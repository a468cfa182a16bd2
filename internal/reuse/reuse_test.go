package reuse

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"riwaya"
)

// prose is invented text: n words of letters drawn at random, another for each seed.
func prose(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 6))
	letters := []rune("ابتجحدرسعفقكلمنهوي")
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		for range 3 + r.IntN(4) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
	}
	return b.String()
}

// told is a report of that day by that outlet; its ID is the address.
func told(url, outlet, day, text string, credits ...riwaya.Credit) *riwaya.Record {
	r := &riwaya.Record{Schema: riwaya.Schema}
	a := &r.Article
	a.ID, a.URL, a.Text, a.Credits = "art-"+url, ptr("https://"+url), text, credits
	if outlet != "" {
		a.Outlet = &outlet
	}
	a.PublishedPrecision = riwaya.PrecisionUnknown
	if day != "" {
		a.Published, a.PublishedPrecision = &day, riwaya.PrecisionDay
	}
	return r
}

func ptr(s string) *string { return &s }

// from is a dateline that names an agency, at the start of a text that begins with it.
func from(actor, name, words string) riwaya.Credit {
	return riwaya.Credit{Span: riwaya.Span{Start: 0, End: len(words)}, Text: words, Name: &name, Actor: &actor, Form: riwaya.CreditDateline}
}

func add(t *testing.T, x *Index, r *riwaya.Record) []riwaya.Copy {
	t.Helper()
	c, err := x.Add(r)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestPassages(t *testing.T) {
	x := New(names(t), Options{})
	pasted := strings.Fields(prose(1, 60))
	a := told("one.example/1", "one", "2019-02-18", prose(2, 40)+"\n"+strings.Join(pasted, " ")+"\n"+prose(3, 30))
	if c := add(t, x, a); len(c) != 0 {
		t.Fatalf("the first report has copies: %v", c)
	}
	changed := slices.Clone(pasted)
	changed[30] = "كلمة"
	changed = slices.Delete(changed, 45, 47)
	b := told("two.example/1", "two", "2019-02-19", strings.Join(changed, "، ")+"\n"+prose(4, 90))
	c := add(t, x, b)
	if len(c) != 1 || len(c[0].Passages) != 1 {
		t.Fatalf("want one passage, got %+v", c)
	}
	k := c[0]
	if p := k.Passages[0]; p.Words != 57 || p.A.Of(a.Article.Text) != strings.Join(pasted, " ") || p.B.Of(b.Article.Text) != strings.Join(changed, "، ") {
		t.Errorf("%d words: %q, %q", p.Words, p.A.Of(a.Article.Text), p.B.Of(b.Article.Text))
	}
	if k.A != a.Article.ID || !k.Directed || k.Why != riwaya.CopyPublished {
		t.Errorf("B does not copy A: %+v", k)
	}
	if k.ShareA < .45 || k.ShareA > .47 || k.ShareB < .38 || k.ShareB > .40 || k.Containment < .33 || k.Containment > .37 {
		t.Errorf("shares %.3f, %.3f, containment %.3f", k.ShareA, k.ShareB, k.Containment)
	}
}

func TestVersionsAndTwins(t *testing.T) {
	x := New(names(t), Options{})
	text := prose(1, 50)
	add(t, x, told("one.example/1", "one", "2019-02-18", text))
	later := told("one.example/1/", "one", "2019-02-19", text+" "+prose(2, 9))
	later.Article.ID = "art-later"
	later.Article.URL = ptr("http://www.one.example/1/#top")
	if c := add(t, x, later); len(c) != 0 {
		t.Errorf("a version of a report is a copy of it: %+v", c)
	}
	c := add(t, x, told("one.example/2", "one", "2019-02-18", text))
	if len(c) != 2 || c[0].Containment != 1 || c[0].ShareA != 1 && c[0].ShareB != 1 {
		t.Errorf("the same text under two addresses: %+v", c)
	}
}

// A sentence that many have who have nothing else alike is no evidence, and is when few have it.
func TestFormula(t *testing.T) {
	x := New(names(t), Options{})
	formula := prose(1, 18)
	found := 0
	for i := range uint64(40) {
		found = len(add(t, x, told(fmt.Sprintf("o%d.example/", i), fmt.Sprint("o", i), "2019-02-18", prose(100+i, 80)+" "+formula+" "+prose(200+i, 80))))
		if i == 1 && found != 1 {
			t.Errorf("what only two have is not found")
		}
	}
	if found != 0 {
		t.Errorf("a formula makes %d copies", found)
	}
	// An agency's text in as many outlets is no formula.
	agency := prose(2, 150)
	for i := range uint64(40) {
		found = len(add(t, x, told(fmt.Sprintf("p%d.example/", i), fmt.Sprint("p", i), "2019-02-18", agency+" "+prose(300+i, 20))))
		if found != int(i) {
			t.Fatalf("report %d has %d copies", i, found)
		}
	}
}

// Nor is what the pages of one outlet end with.
func TestFurniture(t *testing.T) {
	x := New(names(t), Options{})
	for i := range uint64(20) {
		c := add(t, x, told(fmt.Sprintf("one.example/%d", i), "one", "2019-02-18", prose(100+i, 80)+" "+prose(1, 18)))
		if len(c) != 0 {
			t.Fatalf("report %d: %+v", i, c)
		}
	}
}

func TestDays(t *testing.T) {
	x := New(names(t), Options{Days: 3})
	text := prose(1, 80)
	for i, day := range []string{"2019-02-10", "2019-02-14", "2019-02-12", ""} {
		c := add(t, x, told(fmt.Sprintf("o%d.example/", i), fmt.Sprint("o", i), day, text))
		if want := []int{0, 0, 2, 0}[i]; len(c) != want {
			t.Errorf("%s: %d copies, want %d", day, len(c), want)
		}
	}
}

func TestBetween(t *testing.T) {
	text := prose(1, 80)
	for _, day := range []string{"2012-01-03", "2019-02-19", ""} {
		c, err := Between(names(t), told("a.example/", "a", "2019-02-18", text), told("b.example/", "b", day, text))
		if err != nil || len(c) != 1 || c[0].Containment != 1 || c[0].Directed != (day != "") {
			t.Errorf("%s: %+v, %v", day, c, err)
		}
	}
	if c, err := Between(names(t), told("a.example/", "a", "", text), told("b.example/", "b", "", prose(2, 80))); err != nil || len(c) != 0 {
		t.Errorf("nothing in common: %+v, %v", c, err)
	}
}

// TestSegments wants the same copies from what was kept, in pieces and again and again, as from memory.
func TestSegments(t *testing.T) {
	kept := map[string]Segment{}
	load := func(day string) (out []Segment, err error) {
		for _, s := range kept {
			if s.Day == day {
				out = append(out, s)
			}
		}
		return out, nil
	}
	flush := func(x *Index) {
		put, drop, err := x.Flush()
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range drop {
			if _, ok := kept[name]; !ok {
				t.Errorf("%s was never kept", name)
			}
			delete(kept, name)
		}
		for _, s := range put {
			if _, ok := kept[s.Name]; ok {
				t.Errorf("%s twice", s.Name)
			}
			kept[s.Name] = s
		}
	}
	memory := New(names(t), Options{})
	var reports []*riwaya.Record
	for i := range uint64(60) {
		day := fmt.Sprintf("2019-02-%02d", 1+i%9)
		reports = append(reports, told(fmt.Sprintf("o%d.example/%d", i%7, i), fmt.Sprint("o", i%7), day, prose(i, 40)+"\n"+prose(1000+i%5, 60)))
	}
	x := New(names(t), Options{Load: load})
	for i, r := range reports {
		if got, want := add(t, x, r), add(t, memory, r); !reflect.DeepEqual(got, want) {
			t.Fatalf("report %d: %+v, want %+v", i, got, want)
		}
		if i%7 == 0 {
			flush(x)
			x = New(names(t), Options{Load: load})
		}
	}
	flush(x)
	if len(kept) > 9*4 {
		t.Errorf("%d segments", len(kept))
	}
	for _, r := range reports { // once more: nothing new
		if got, want := add(t, x, r), add(t, memory, r); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s again: %+v, want %+v", r.Article.ID, got, want)
		}
	}
	if put, drop, err := x.Flush(); len(put)+len(drop) != 0 || err != nil {
		t.Errorf("adding again changes segments: %d put, %d dropped, %v", len(put), len(drop), err)
	}

	gone := reports[5].Article
	if ok, err := x.Remove(Day(&gone), gone.ID); !ok || err != nil {
		t.Fatalf("remove: %v, %v", ok, err)
	}
	if ok, _ := x.Remove(Day(&gone), gone.ID); ok {
		t.Error("removed twice")
	}
	flush(x)
	x = New(names(t), Options{Load: load})
	if ok, err := x.Has(Day(&gone), gone.ID); ok || err != nil {
		t.Errorf("it is still there: %v, %v", ok, err)
	}
	for name, s := range kept {
		if strings.Contains(string(s.Data), `"`+gone.ID+`"`) {
			t.Errorf("%s still speaks of it", name)
		}
	}
	c, err := x.Find(reports[0])
	if err != nil || slices.ContainsFunc(c, func(k riwaya.Copy) bool { return k.A == gone.ID || k.B == gone.ID }) || len(c) == 0 {
		t.Errorf("%+v, %v", c, err)
	}
}
