package privacy_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// TestRecord plants a private name in every field of a record that holds words: it is in none of
// what is handed on, and every position stays where it was.
func TestRecord(t *testing.T) {
	const name = "سلمى الرفاعي"
	r := tell(t, "حوار مع سلمى الرفاعي\nقالت سلمى الرفاعي، وهي نازحة، إن 12 بيتا احترقت قرب بيت سلمى الرفاعي. Reporting by Salma.")
	r.rec.Schema = riwaya.Schema
	r.claim("سلمى الرفاعي، وهي نازحة،", "سلمى الرفاعي", "قالت")
	whole := riwaya.Spans{{Start: 0, End: len(r.rec.Article.Text)}}
	cut := riwaya.Spans{{Start: strings.Index(r.rec.Article.Text, "الرفاعي"), End: strings.Index(r.rec.Article.Text, "وهي")}} // in the middle of the name
	url := "https://a.example/" + strings.ReplaceAll(name, " ", "-")
	a := &r.rec.Article
	a.URL, a.Outlet, a.Title, a.Authors = &url, ptr("جريدة "+name), "حوار مع "+name, []string{name}
	a.Credits = []riwaya.Credit{{Span: whole[0], Text: name, Name: ptr(name)}}
	a.Stated = &riwaya.Stated{URL: &url, Archive: &url}
	c := &r.rec.Claims[0]
	c.Content = riwaya.Content{Spans: cut, Text: cut[0].Of(a.Text)}
	c.Hedges, c.Medium, c.Addressee = []string{name}, ptr("في لقاء مع "+name), ptr(name)
	c.Chain = []riwaya.Hop{{Name: name, Span: c.Source.Spans}, {Name: "إذاعة " + name}}
	r.rec.Figures = []riwaya.Figure{{Span: whole, Text: a.Text, Noun: ptr("بيت " + name)}}
	r.rec.Times = []riwaya.Time{{Span: cut, Text: name}}
	r.rec.Places = []riwaya.Place{{Span: whole, Text: "بيت " + name, Name: ptr("بيت " + name)}}
	r.rec.Actors = []riwaya.Actor{{ID: "a-1", Name: ptr("Salma"), NameAr: ptr(name), Kind: "person", Private: true, Mentions: r.at("سلمى الرفاعي. Rep")[:0], Wikidata: ptr("Q1")},
		{ID: "a-2", NameAr: ptr("فريق " + name), Role: ptr("رئيس فريق " + name)}}
	r.rec.Events = []riwaya.Event{{Span: whole, Text: a.Text, Mentions: []riwaya.Mention{{Span: cut, Text: name}}}}
	r.rec.Positions = []riwaya.Position{{Content: riwaya.Matter{Spans: whole, Text: a.Text}, Conditions: []string{name}}}
	before, err := json.Marshal(r.rec)
	if err != nil {
		t.Fatal(err)
	}
	out := privacy.NewGate(&r.rec).Record(&r.rec)
	b, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"سلمى", "الرفاعي", "رفاعي", "%D8%B3", "Q1"} {
		if strings.Contains(string(b), part) {
			t.Errorf("%s is in\n%s", part, b)
		}
	}
	if len(out.Article.Text) != len(a.Text) || utf8.RuneCountInString(out.Article.Text) != utf8.RuneCountInString(a.Text) {
		t.Errorf("positions moved:\n%s\n%s", out.Article.Text, a.Text)
	}
	if !strings.Contains(out.Article.Text, "إن 12 بيتا احترقت قرب بيت ××××") {
		t.Error(out.Article.Text)
	}
	again, err := json.Marshal(r.rec)
	if err != nil || string(again) != string(before) {
		t.Error("the record itself was changed", err)
	}
	// One with nobody private in it passes as it is.
	open := tell(t, "قالت الوزارة إن الجسر فُتح.")
	open.rec.Schema, open.rec.Figures = riwaya.Schema, []riwaya.Figure{{Span: open.at("الجسر"), Text: "الجسر"}}
	was, _ := json.Marshal(open.rec)
	if is, _ := json.Marshal(privacy.NewGate(&open.rec).Record(&open.rec)); string(is) != string(was) {
		t.Errorf("%s\n%s", is, was)
	}
}
