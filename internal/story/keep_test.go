package story

import (
	"slices"
	"testing"

	"riwaya"
)

// FuzzKept wants back what was kept, and an error for anything else.
func FuzzKept(f *testing.F) {
	s := sketch{article: "art-1", outlet: "نهر بوست", day: 18690, seen: true, countries: []string{"SY"}, main: []uint64{7, 1 << 63},
		features: []feature{{key: 1, load: 0.5}, {key: 1 << 62, load: 2}}}
	f.Add(s.keep())
	f.Add([]byte{})
	f.Add([]byte{keptVersion, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := sketchOf(b)
		if err != nil {
			return
		}
		again, err := sketchOf(s.keep())
		if err != nil || again.article != s.article || again.day != s.day || again.seen != s.seen || !slices.Equal(again.main, s.main) || len(again.features) != len(s.features) {
			t.Errorf("%+v, want %+v: %v", again, s, err)
		}
	})
}

// TestRestore puts a report where it was without its record.
func TestRestore(t *testing.T) {
	words := func(text string, see func(string, riwaya.Span)) { see(text, riwaya.Span{End: len(text)}) }
	day := "2021-03-04"
	rec := &riwaya.Record{Article: riwaya.Article{ID: "art-1", Title: "سفينة", Text: "سفينة", Published: &day}}
	first := New(words, Options{})
	placed := first.Add(rec, nil)
	second := New(words, Options{})
	if err := second.Restore(placed.Kept, placed.Story); err != nil {
		t.Fatal(err)
	}
	if got := second.Add(rec, nil); got.Story != placed.Story {
		t.Errorf("it is of %s, and was of %s", got.Story, placed.Story)
	}
	if err := second.Restore([]byte("broken"), "s-1"); err == nil {
		t.Error("broken bytes are taken")
	}
}
