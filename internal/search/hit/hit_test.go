package hit

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
	"riwaya/internal/show"
	"riwaya/lexicon"
)

func ptr[T any](v T) *T { return &v }

// shelf is a store of some articles.
type shelf []ledger.Reading

func (s shelf) Sought(_ context.Context, ids []string, _ ledger.Sought, begin func([]ledger.Reading)) (out []ledger.Reading, _ error) {
	for _, id := range ids {
		for _, r := range s {
			if r.Article == id {
				out = append(out, r)
			}
		}
	}
	begin(out)
	return out, nil
}

// private is the name of somebody who holds no office; it stands in title, outlet, text,
// contents and figures.
const private = "أبو يامن"

// report is an article in which that person is a source, is spoken of, and is counted with.
func report(t *testing.T) ledger.Reading {
	t.Helper()
	title := "لقاء مع أبو يامن"
	text := title + "\nقال أبو يامن إن 12 شخصا قتلوا عند الجسر. ونفت وزارة الصحة أن يكون أبو يامن بين الجرحى. " +
		strings.Repeat("وعاد الهدوء إلى السوق. ", 30) + "وقالت وزارة الصحة إن أكثر من 40 خيمة مع خيمة أبو يامن وصلت."
	at := func(words string) riwaya.Spans {
		i := strings.Index(text, words)
		if i < 0 {
			t.Fatal(words)
		}
		return riwaya.Spans{{Start: i, End: i + len(words)}}
	}
	claim := func(id, class, source, content string, private bool) riwaya.Claim {
		c := riwaya.Claim{ID: id, Source: riwaya.Source{Spans: at(source), Text: source, NameAr: &source, Kind: "government", Private: private},
			Cue: riwaya.Cue{Spans: at("قال"), Class: class}, Content: riwaya.Content{Spans: at(content), Text: content}}
		if private {
			c.Source.Kind = "witness"
		}
		return c
	}
	return ledger.Reading{Article: "art-1", Version: 1, Versions: 2, Read: riwaya.Record{
		Article: riwaya.Article{Title: title, Text: text, Outlet: ptr("صفحة أبو يامن"), URL: ptr("https://outlet.example/1"), Language: "ar", Body: []riwaya.Span{{Start: 0, End: len(text)}}},
		Claims: []riwaya.Claim{claim("c-1", "assert", private, "12 شخصا قتلوا عند الجسر", true), claim("c-2", "deny", "وزارة الصحة", "يكون أبو يامن بين الجرحى", false),
			claim("c-3", "assert", "وزارة الصحة", "أكثر من 40 خيمة مع خيمة أبو يامن وصلت", false)},
		Figures: []riwaya.Figure{{ID: "f-1", Span: at("12 شخصا"), Predicate: "killed", Op: "exact", Low: ptr(12.0), High: ptr(12.0), Claim: ptr("c-1")},
			{ID: "f-2", Span: at("أكثر من 40 خيمة مع خيمة أبو يامن"), Predicate: "arrived", Op: "more_than", Low: ptr(40.0)}},
		Actors: []riwaya.Actor{{ID: "a-1", NameAr: ptr(private), Kind: "person", Private: true, Mentions: at(private)}},
	}}
}

func search(t *testing.T, text string, all ...ledger.Reading) *Page {
	t.Helper()
	terms, err := term.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	n, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	hits, err := Of(context.Background(), shelf(all), terms, n, []fts.Result{{Article: "art-gone"}, {Article: "art-1", Day: "2021-03-04", Seen: true}})
	if err != nil {
		t.Fatal(err)
	}
	return &Page{Query: text, Count: 2, Hits: hits, Next: "abc"}
}

// TestPrivate looks for the name in all that leaves, whatever was asked.
func TestPrivate(t *testing.T) {
	for _, q := range []string{"", "الجسر", "يامن", `"أبو يامن"`, "خيمة", "الجرحى OR السوق", `speaker:"وزارة الصحة"`, "class:deny", "killed:*", "arrived:>=40 speaker:الصحة class:assert"} {
		p := search(t, q, report(t))
		if len(p.Hits) != 1 {
			t.Fatalf("%s: %d hits", q, len(p.Hits))
		}
		for name, write := range map[string]func(*bytes.Buffer) error{
			"text":  func(b *bytes.Buffer) error { return p.Text(b, show.Options{Width: 80}) },
			"bold":  func(b *bytes.Buffer) error { return p.Text(b, show.Options{Width: 30, Color: true}) },
			"json":  func(b *bytes.Buffer) error { return (&Page{Hits: p.Hits}).JSON(b) },
			"jsonl": func(b *bytes.Buffer) error { return p.Lines(b) },
			"csv":   func(b *bytes.Buffer) error { return p.CSV(b) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), "يامن") {
				t.Errorf("%s, %s:\n%s", q, name, b.String())
			}
		}
	}
}

func TestFindings(t *testing.T) {
	for q, want := range map[string]string{
		"killed:>10":               "f-1 killed [witness]: 12 شخصا",
		"killed:>12":               "",
		"killed":                   "f-1 killed [witness]: 12 شخصا",
		"arrived:>40":              "f-2 arrived : أكثر من 40 خيمة مع خيمة [private person]",
		"arrived:40..60":           "",
		"-killed:12 السوق":         "",
		"speaker:الصحة class:deny": "c-2 deny وزارة الصحة: يكون [private person] بين الجرحى|c-3 assert وزارة الصحة: أكثر من 40 خيمة مع خيمة [private person] وصلت",
		`speaker:="وزارة الصحة" -class:deny`:   "c-2 deny وزارة الصحة: يكون [private person] بين الجرحى|c-3 assert وزارة الصحة: أكثر من 40 خيمة مع خيمة [private person] وصلت",
		"speaker:=الصحة":                       "",
		"speaker:يامن":                         "",
		"(class:deny OR killed:12) -speaker:x": "c-2 deny وزارة الصحة: يكون [private person] بين الجرحى|f-1 killed [witness]: 12 شخصا",
	} {
		var got []string
		for _, f := range search(t, q, report(t)).Hits[0].Findings {
			got = append(got, f.ID+" "+f.What+" "+f.Source+": "+f.Text)
		}
		if s := strings.ReplaceAll(strings.Join(got, "|"), "[witness]", "[private person]"); s != strings.ReplaceAll(want, "[witness]", "[private person]") {
			t.Errorf("%s:\n%s\nwant\n%s", q, s, want)
		}
	}
}

func TestFormats(t *testing.T) {
	r := report(t)
	r.Read.Article.Title, r.Read.Article.Outlet, r.Read.Article.URL = "=1+1", nil, nil
	p := search(t, "السوق خيمة", r)
	var b bytes.Buffer
	if err := p.JSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Count   int
		Next    string
		Results []struct {
			Article string
			Outlet  *string
			Day     string
			Seen    bool
			Snippet struct {
				Text  string
				Marks [][2]int
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	one := got.Results[0]
	if got.Count != 2 || got.Next != "abc" || one.Article != "art-1" || one.Outlet != nil || one.Day != "2021-03-04" || !one.Seen {
		t.Errorf("%+v", got)
	}
	if len(one.Snippet.Marks) == 0 {
		t.Fatal("nothing is marked")
	}
	for _, m := range one.Snippet.Marks { // in code points
		if w := string([]rune(one.Snippet.Text)[m[0]:m[1]]); w != "السوق" && w != "خيمة" {
			t.Errorf("marked %q", w)
		}
	}
	b.Reset()
	if err := p.CSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 2 || len(rows[1]) != len(rows[0]) || rows[1][3] != "'=1+1" || !strings.Contains(rows[1][9], "«السوق»") {
		t.Errorf("%q, %v", rows, err)
	}
	b.Reset()
	if err := p.Text(&b, show.Options{Width: 60}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"=1+1\n", "    seen 2021-03-04 · version 1 of 2 · art-1\n", "2 articles\nmore: --cursor abc\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestHarmless has the cells that spreadsheets run.
func TestHarmless(t *testing.T) {
	for _, s := range []string{"=1", "+1", "-1", "@x", "\tx", "\rx"} {
		if harmless(s) != "'"+s {
			t.Errorf("%q", s)
		}
	}
	if harmless("a=1") != "a=1" || harmless("") != "" {
		t.Error("what does no harm is changed")
	}
}
