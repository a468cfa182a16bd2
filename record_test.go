package riwaya

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"
)

func TestRecordJSONCountsCodePoints(t *testing.T) {
	text := "قال أحمد: نعم"
	r := Record{Schema: Schema, Article: Article{ID: TextID(text), Text: text, Body: []Span{{0, len(text)}}},
		Claims: []Claim{{Cue: Cue{Spans: Spans{{0, 6}}}, Content: Content{Spans: Spans{{17, len(text)}}}}}}
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"body":[[0,13]]`, `"spans":[[0,3]]`, `"spans":[[10,13]]`, `"figures":[]`, `"hedges":[]`} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("no %s in %s", want, b)
		}
	}
	var back Record
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if got := back.Claims[0].Content.Spans.Of(text); got != "نعم" {
		t.Errorf("content came back as %q", got)
	}
}

func FuzzCodePoints(f *testing.F) {
	f.Add("قال أحمد: نعم, yes", 4)
	f.Add("", 0)
	f.Fuzz(func(t *testing.T, text string, at int) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		c := newCodePoints(text)
		n := utf8.RuneCountInString(text)
		if got := c.points(len(text)); got != n {
			t.Fatalf("points(end) = %d, want %d", got, n)
		}
		if at < 0 || at > n {
			t.Skip()
		}
		b := c.byteAt(at)
		if got := c.points(b); got != at {
			t.Fatalf("points(byteAt(%d)) = %d", at, got)
		}
		if want := utf8.RuneCountInString(text[:b]); want != at {
			t.Fatalf("byteAt(%d) = %d, which is %d code points in", at, b, want)
		}
	})
}

func TestFindingIDsAreStableAndDistinct(t *testing.T) {
	a := FindingID("sha256:x", 'c', Span{1, 2}, 0)
	if a != FindingID("sha256:x", 'c', Span{1, 2}, 0) || len(a) != 12 || a[:2] != "c-" {
		t.Errorf("id %q", a)
	}
	if a == FindingID("sha256:x", 'f', Span{1, 2}, 0) || a == FindingID("sha256:x", 'c', Span{1, 3}, 0) {
		t.Error("ids collide")
	}
	if FindingID("sha256:x", 'c', Span{1, 2}, 1) != a+"-2" {
		t.Error("no suffix for a tie")
	}
}

// Whose number it is that a claim has.
func TestTeller(t *testing.T) {
	minister, findings, house := "c-1", "c-2", "house"
	r := Record{Claims: []Claim{
		{ID: minister, Source: Source{Kind: "person"}},
		{ID: findings, Source: Source{Kind: "document"}, Parent: &minister},
		{ID: "c-3", Source: Source{Kind: "document"}, Parent: &findings},
		{ID: "c-4", Source: Source{Kind: "document", Actor: &house}, Parent: &minister},
		{ID: "c-5", Source: Source{Kind: "government"}, Cue: Cue{Class: "condemn"}},
		{ID: "c-6", Source: Source{Kind: "document"}},
	}}
	for i, want := range []string{minister, minister, minister, "c-4", "", "c-6"} {
		got := ""
		if c := r.Teller(&r.Claims[i]); c != nil {
			got = c.ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", r.Claims[i].ID, got, want)
		}
	}
	if r.Teller(nil) != nil {
		t.Error("nobody's")
	}
}

func TestOfArticle(t *testing.T) {
	id := FindingID("art-1", 'a', Span{Start: 3, End: 9}, 0)
	second := FindingID("art-1", 'a', Span{Start: 3, End: 9}, 1)
	for actor, want := range map[string]bool{id: true, second: true, "sdf": false, "state-sy": false, "a-league-of-its-own": false} {
		if OfArticle(actor) != want {
			t.Errorf("OfArticle(%q) = %v", actor, !want)
		}
	}
}

func TestStateID(t *testing.T) {
	if got := StateID("sy", "air-force"); got != "state-sy-air-force" {
		t.Errorf("StateID = %q", got)
	}
	for actor, want := range map[string]bool{StateID("sy", ""): true, StateID("sy", "police"): true, "state-department": false, "state-": false, "sdf": false} {
		if OfState(actor) != want {
			t.Errorf("OfState(%q) = %v", actor, !want)
		}
	}
}
