package event_test

import (
	"slices"
	"testing"

	"riwaya"
)

// TestToll: what was counted before a pause, in what happened elsewhere, is not of what counts its own behind it.
func TestToll(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string][]string{
		"وأسفر الانفجار في جرابلس عن مقتل 30 شخصا، فيما قتل عنصران من الدرك في عفرين.": {"عنصران"},
		"وأصيب 12 شخصا وقتل ثلاثة في جرابلس.":                                          {"12 شخصا", "ثلاثة"},
		"وقال شهود إن 14 عاملا قتلوا في جرابلس.":                                       {"14 عاملا"},
	} {
		rec := r.Read(riwaya.Article{ID: riwaya.TextID(above + text), Text: above + text, Language: "ar"})
		var got []string
		if len(rec.Events) > 0 {
			e := &rec.Events[len(rec.Events)-1]
			for i := range rec.Figures {
				if slices.Contains(e.Figures, rec.Figures[i].ID) {
					got = append(got, rec.Figures[i].Text)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
