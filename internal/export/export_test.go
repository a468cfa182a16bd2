package export

import (
	"archive/zip"
	"bytes"
	stdcsv "encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/ledger"
)

func ptr[T any](v T) *T { return &v }

const name = "سالم الوردي"

// planted is a reading in whose every field a private name stands.
func planted() *ledger.Kept {
	body := "شهادة سالم الوردي\nقال سالم الوردي إن 7 أشخاص قتلوا في حي سالم الوردي يوم السبت، وفق سالم الوردي."
	at := func(words string) riwaya.Spans {
		i := strings.Index(body, words)
		return riwaya.Spans{{Start: i, End: i + len(words)}}
	}
	all := riwaya.Spans{{Start: 0, End: len(body)}}
	n := func() *string { return ptr(name) }
	claim := riwaya.Claim{ID: "c-1", Rule: "r", Confidence: 0.5, Cue: riwaya.Cue{Spans: at("قال سالم الوردي"), Text: name, Lemma: name, Class: "assert"},
		Source:  riwaya.Source{Spans: at(name), Text: name, Kind: "witness", Private: true, Name: n(), NameAr: n()},
		Content: riwaya.Content{Spans: all, Text: body, Mode: "indirect"}, Hedges: []string{name}, Medium: n(), Addressee: n(), Parent: n(),
		Chain: []riwaya.Hop{{Name: name, Relation: "said", Span: at(name)}, {Name: name, Relation: "credits", Span: at(name)}}}
	place := riwaya.Place{ID: "p-1", Span: at("حي سالم الوردي"), Text: "حي سالم الوردي", Name: n(), Country: n(), Admin1: n(), Admin2: n(), PCode: n(), Lat: ptr(-34.5), Lon: ptr(40.25), Relation: "in", Precision: "district"}
	a := riwaya.Article{ID: riwaya.TextID(body), URL: ptr("https://outlet.example/شهادة-سالم-الوردي.html"), Outlet: ptr("وكالة سالم الوردي"), Title: "شهادة سالم الوردي",
		Authors: []string{name}, Published: n(), PublishedFrom: "url", Language: "ar", Text: body, Credits: []riwaya.Credit{{Text: name, Form: "byline"}, {Text: name, Name: n()}},
		Stated: &riwaya.Stated{By: name, URL: ptr("https://outlet.example/شهادة-سالم-الوردي.html"), Archive: ptr("https://archive.example/20190221123456/https://outlet.example/شهادة-سالم-الوردي.html")}}
	r := riwaya.Record{Schema: riwaya.Schema, Article: a, Claims: []riwaya.Claim{claim}, Places: []riwaya.Place{place},
		Times:  []riwaya.Time{{ID: "t-1", Span: all, Text: body, Value: name}},
		Actors: []riwaya.Actor{{ID: "a-1", Name: n(), NameAr: n(), Kind: "person", Private: true, Role: n(), Country: n(), Mentions: at("سالم الوردي إن")}, {ID: "a-2", Name: n(), NameAr: n(), Kind: "military"}},
		Figures: []riwaya.Figure{{ID: "f-1", Span: all, Text: body, Noun: n(), Op: "exact", Low: ptr(7.0), High: ptr(7.0), Unit: n(), Group: "people", Predicate: "killed", Of: n(), Since: n(), PartOf: n(),
			Place: ptr("p-1"), Time: ptr("t-1"), Claim: ptr("c-1"), Confidence: 0.75, Rule: "r"}},
		Events: []riwaya.Event{{ID: "e-1", Span: all, Text: body, Type: "ASSAULT", Mode: n(), CAMEO: n(), Status: "happened", Place: ptr("p-1"), Claim: ptr("c-1"), Figures: []string{"f-1"},
			Parties: []riwaya.Party{{Actor: "a-2", Role: "agent", Standing: "accused", Claim: ptr("c-1")}, {Actor: "a-1", Role: "target", Standing: "reported"}}, Mentions: []riwaya.Mention{{Span: all, Text: body}}}},
		Positions: []riwaya.Position{{ID: "s-1", Actor: "a-1", Span: all, Stance: "opposes", Content: riwaya.Matter{Spans: all, Text: body}, Conditions: []string{name}, Claim: ptr("c-1")}},
	}
	return &ledger.Kept{Reading: ledger.Reading{Article: "art-1", Read: r}, From: ledger.Capture{ID: "cap-1", Sum: "ab12"}, Place: name, ReadBy: "v1"}
}

// written is a file of some readings.
func written(t *testing.T, kind, format string, all ...*ledger.Kept) []byte {
	t.Helper()
	var b bytes.Buffer
	x, err := New(&b, kind, format)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if err := x.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unpacked is what a file says: of a workbook, all of its parts.
func unpacked(t *testing.T, format string, b []byte) string {
	t.Helper()
	if format != "xlsx" {
		return string(b)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		var any struct{}
		if err := xml.Unmarshal(part, &any); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		all.WriteString(f.Name + "\n" + string(part) + "\n")
	}
	return all.String()
}

// TestPrivateNamesStay plants a private name in every field and looks for it in every
// format of every kind, whole, in part, and packed as in addresses.
func TestPrivateNamesStay(t *testing.T) {
	for _, kind := range Kinds {
		for _, format := range Formats {
			if Check(kind, format) != nil {
				continue
			}
			got := unpacked(t, format, written(t, kind, format, planted()))
			for _, secret := range []string{name, "سالم", "الوردي", "%D8%B3"} {
				if strings.Contains(got, secret) {
					i := strings.Index(got, secret)
					t.Errorf("%s %s has %q: …%s", kind, format, secret, got[max(0, i-80):i+len(secret)])
				}
			}
			if kind != "articles" && !strings.Contains(got, "[witness]") {
				t.Errorf("%s %s does not say what the person is: %s", kind, format, got)
			}
			if !strings.Contains(got, "ab12") || !strings.Contains(got, Unreviewed) {
				t.Errorf("%s %s has no hash or no state of review", kind, format)
			}
		}
	}
}

// public is planted without anything private in it.
func public() *ledger.Kept {
	r := planted()
	r.Read.Claims[0].Source.Private = false
	r.Read.Actors[0].Private = false
	return r
}

func TestRowsSayWhatTheRecordSays(t *testing.T) {
	for kind, want := range map[string]map[string]any{
		"claims":    {"id": "c-1", "said_by": name, "said_by_kind": "witness", "anonymous": false, "private": false, "cue": "قال سالم الوردي", "start": 0.0, "end": 96.0, "confidence": 0.5, "chain": []any{name, name}, "chain_how": []any{"said", "credits"}, "cue_spans": []any{"18-33"}},
		"figures":   {"low": 7.0, "told_by": "source", "claim": "c-1", "lat": -34.5, "place_precision": "district", "capture_sha256": "ab12", "url": "https://outlet.example/شهادة-سالم-الوردي.html"},
		"events":    {"agents": []any{name}, "agents_standing": []any{"accused"}, "agents_by": []any{name}, "targets_by": []any{"the article"}, "figure_ids": []any{"f-1"}, "acled_event": nil, "mentions": 1.0},
		"positions": {"holder": name, "holder_kind": "person", "stance": "opposes", "conditions": []any{name}},
		"articles":  {"article": "art-1", "claims": 1.0, "characters": 96.0, "review": Unreviewed},
	} {
		var row map[string]any
		if err := json.Unmarshal(written(t, kind, "jsonl", public()), &row); err != nil {
			t.Fatal(err)
		}
		for k, v := range want {
			got, ok := row[k]
			a, _ := json.Marshal(got)
			b, _ := json.Marshal(v)
			if !ok || !bytes.Equal(a, b) {
				t.Errorf("%s: %s is %s, want %s", kind, k, a, b)
			}
		}
	}
}

func TestCSV(t *testing.T) {
	r := public()
	r.Read.Article.Title = "=HYPERLINK(\"x\")"
	b := written(t, "figures", "csv", r)
	if !bytes.HasPrefix(b, []byte("\xef\xbb\xbfid,words,")) || bytes.Count(b, []byte("\r\n")) != 2 {
		t.Errorf("no mark of byte order, or other ends of line: %q", b)
	}
	rows, err := stdcsv.NewReader(bytes.NewReader(b[3:])).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	cell := func(column string) string { return rows[1][slices.Index(rows[0], column)] }
	for column, want := range map[string]string{"article_title": "'=HYPERLINK(\"x\")", "lat": "-34.5", "low": "7", "anonymous": "false", "chain": name + " | " + name, "words": r.Read.Article.Text} {
		if got := cell(column); got != want {
			t.Errorf("%s is %q, want %q", column, got, want)
		}
	}
}

func TestHarmless(t *testing.T) {
	for s, want := range map[string]string{"": "", "قال": "قال", "a=b": "a=b", "=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\ta": "'\ta", "\na": "'\na", "  =1": "'  =1",
		"\u00a0=1": "'\u00a0=1", "\u200f=1": "'\u200f=1", "\uff1d1": "'\uff1d1", " \uff0b1": "' \uff0b1", "\uff0d": "'\uff0d", "\uff20": "'\uff20", "'=1": "''=1", "'quoted'": "'quoted'", "  a": "  a"} {
		if got := harmless(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
	if got := plain("a\r\nb\rc\x00\x1bd\xff"); got != "a\nb\ncd\ufffd" {
		t.Errorf("plain gives %q", got)
	}
}

func TestGeoJSON(t *testing.T) {
	far := public()
	far.Read.Places[0].Lat = nil
	var got struct {
		Type     string
		Features []struct {
			Type     string
			Geometry struct {
				Type        string
				Coordinates []float64
			}
			Properties map[string]any
		}
	}
	for kind, want := range map[string]string{"figures": "f-1", "events": "e-1"} {
		if err := json.Unmarshal(written(t, kind, "geojson", public(), far, public()), &got); err != nil {
			t.Fatal(err)
		}
		if got.Type != "FeatureCollection" || len(got.Features) != 2 {
			t.Fatalf("%s: %+v", kind, got)
		}
		f := got.Features[1]
		if f.Type != "Feature" || f.Geometry.Type != "Point" || !slices.Equal(f.Geometry.Coordinates, []float64{40.25, -34.5}) || f.Properties["id"] != want || f.Properties["place_precision"] != "district" {
			t.Errorf("%s: %+v", kind, f)
		}
	}
	if b := written(t, "events", "geojson"); !json.Valid(b) {
		t.Errorf("of nothing: %s", b)
	}
}

func TestCheck(t *testing.T) {
	for _, bad := range [][2]string{{"times", "csv"}, {"claims", "ods"}, {"claims", "geojson"}, {"", ""}} {
		if Check(bad[0], bad[1]) == nil {
			t.Errorf("%v is taken", bad)
		}
	}
}

// full fails when more than some bytes were written.
type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestErrorsOfWritingAreTold(t *testing.T) {
	for _, format := range []string{"csv", "xlsx", "jsonl", "geojson"} {
		x, err := New(&full{100 << 10}, "figures", format)
		for i := 0; err == nil && i < 3000; i++ {
			err = x.Add(public())
		}
		if err == nil {
			err = x.Close()
		}
		if err == nil {
			t.Errorf("%s: a full disk is not told", format)
		}
	}
}

// TestColumnsAreDocumented wants each column of each kind in the documentation.
func TestColumnsAreDocumented(t *testing.T) {
	b, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range Kinds {
		columns, _ := table(kind)
		seen := map[string]bool{}
		for _, c := range columns {
			if seen[c.name] {
				t.Errorf("%s has two columns %s", kind, c.name)
			}
			seen[c.name] = true
			if !bytes.Contains(b, []byte("| `"+c.name+"` |")) {
				t.Errorf("docs/formats.md does not have %s of %s", c.name, kind)
			}
		}
	}
}

func FuzzCharacters(f *testing.F) {
	f.Add(strings.Repeat("قال x\U0001f534 ", 40), 200)
	f.Add("", 0)
	f.Fuzz(func(t *testing.T, text string, b int) {
		if !utf8.ValidString(text) || b < 0 || b > len(text) {
			t.Skip()
		}
		if got, want := charactersOf(text).before(b), utf8.RuneCountInString(text[:b]); b < len(text) && utf8.RuneStart(text[b]) && got != want {
			t.Fatalf("%d code points before byte %d, want %d", got, b, want)
		}
	})
}
