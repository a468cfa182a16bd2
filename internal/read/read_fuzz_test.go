package read

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"riwaya"
)

// FuzzRead reads anything. Nothing may panic or hang, every span must lie inside the
// text on the boundary of a character and hold the words that the finding says, and a
// second reading must give the same record.
func FuzzRead(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text)
	}
	for _, s := range []string{"", "\n", "قال", "قال: «", "»قال«", "(رويترز) - قال قال إن إن أن", "المصدر:", ": :", "\u202eقال الوزير إن\u202c",
		"قالــــــ الوزير\u0651 إنَّ\u200b الطريق", "#ريف_إدلب: 3 شهداء ||", "ﷺ ﻻ قال", "وقال\r\nالوزير\r\n\r\nإن"} {
		f.Add(s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<16 {
			t.Skip()
		}
		a := articleOf(text)
		a.Language = "ar" // whatever it is, it is read as Arabic
		Language(&a)
		rec := r.Read(a)
		check(t, text, &rec)
		first, err := rec.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		second, err := r.Read(a).MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			t.Fatalf("two readings differ:\n%s\n%s", first, second)
		}
		explained, _ := r.ReadExplained(a)
		if third, err := explained.MarshalJSON(); err != nil || !bytes.Equal(first, third) {
			t.Fatalf("explained, it is another record (%v):\n%s\n%s", err, first, third)
		}
		var back riwaya.Record
		if err := back.UnmarshalJSON(first); err != nil {
			t.Fatal(err)
		}
		check(t, text, &back)
	})
}

// check reports spans that do not hold what they say.
func check(t *testing.T, text string, rec *riwaya.Record) {
	t.Helper()
	inside := func(what string, spans ...riwaya.Span) {
		last := 0
		for _, s := range spans {
			if s.Start < last || s.End < s.Start || s.End > len(text) {
				t.Fatalf("%s: [%d %d] in %d bytes, behind %d", what, s.Start, s.End, len(text), last)
			}
			if !boundary(text, s.Start) || !boundary(text, s.End) {
				t.Fatalf("%s: [%d %d] cuts a character", what, s.Start, s.End)
			}
			last = s.End
		}
	}
	words := func(what string, spans riwaya.Spans, said string) {
		inside(what, spans...)
		if got := spans.Of(text); got != said {
			t.Fatalf("%s: says %q, stands at %q", what, said, got)
		}
	}
	inside("body", rec.Article.Body...)
	for _, c := range rec.Article.Credits {
		words("credit", riwaya.Spans{c.Span}, c.Text)
	}
	actors := map[string]bool{}
	for _, a := range rec.Actors {
		inside("actor", a.Mentions...)
		if actors[a.ID] || len(a.Mentions) == 0 || a.NameAr == nil || a.Mentions[0].Len() == 0 {
			t.Fatalf("an actor twice, or without its words: %+v", a)
		}
		actors[a.ID] = true
	}
	ids := map[string]bool{}
	for _, c := range rec.Claims {
		if ids[c.ID] {
			t.Fatalf("two claims %s", c.ID)
		}
		ids[c.ID] = true
	}
	parents := map[string]*string{}
	for i := range rec.Claims {
		parents[rec.Claims[i].ID] = rec.Claims[i].Parent
	}
	for i := range rec.Claims {
		n := 0
		for p := rec.Claims[i].Parent; p != nil && n <= len(parents); p = parents[*p] {
			n++
		}
		if n > len(parents) {
			t.Fatalf("claim %s stands in itself", rec.Claims[i].ID)
		}
		c := &rec.Claims[i]
		words("cue", c.Cue.Spans, c.Cue.Text)
		words("content", c.Content.Spans, c.Content.Text)
		if len(c.Cue.Spans) == 0 || len(c.Content.Spans) == 0 {
			t.Fatalf("a claim without cue or content: %+v", c)
		}
		if c.Source.Elided != (len(c.Source.Spans) == 0) && !c.Source.Anonymous {
			t.Fatalf("elided %v, spans %v", c.Source.Elided, c.Source.Spans)
		}
		if len(c.Source.Spans) > 0 {
			words("source", c.Source.Spans, c.Source.Text)
		}
		if c.Parent != nil && (!ids[*c.Parent] || *c.Parent == c.ID) {
			t.Fatalf("parent %q", *c.Parent)
		}
		for _, h := range c.Chain {
			inside("hop", h.Span...)
		}
	}
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
