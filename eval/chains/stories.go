package chains

import (
	"slices"

	"riwaya"
)

func (w *world) tale(s Story, r *result) {
	var ids []string
	for _, a := range s.Reports {
		id, ok := w.name(a)
		if !ok {
			return
		}
		ids = append(ids, id)
	}
	t := r.item()
	together := func(a, b string) bool {
		return slices.ContainsFunc(w.story[a], func(x string) bool { return slices.Contains(w.story[b], x) })
	}
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			t.add("story.reports", count(together(a, b)), count(together(a, b)), 1)
		}
		for _, o := range s.Out {
			if b, ok := w.name(o); ok {
				t.add("story.reports", 0, count(together(a, b)), 0)
			}
		}
	}
	found := w.ranges[set(ids)]
	t.ranges("range.origins", found.Origins, s.Origins)
	t.ranges("range.texts", found.Texts, s.Texts)
	if a := s.Again; a != nil { // how far two readers agree: no more can be asked of a program
		t.ranges("reader.origins", &a.Origins, s.Origins)
		t.ranges("reader.texts", &a.Texts, s.Texts)
	}
	r.table("origins of a story: at least").add(size(s.Origins[0]), how(found.Origins, s.Origins, 0))
	r.table("origins of a story: at most").add(size(s.Origins[1]), how(found.Origins, s.Origins, 1))
	if s.Main.SHA256 == "" {
		return
	}
	var main *[2]int
	if spans, ok := w.spans(s.Main.Article, s.Main.Span); ok {
		if id, ok := w.name(s.Main.Article); ok {
			main = statement(found.Statements, id, spans)
		}
	}
	t.ranges("range.statement", main, s.Main.Origins)
}

// statement is the range of the statement that is told at spans of an article, nil where none
// is.
func statement(all []StatementRange, article string, spans riwaya.Spans) *[2]int {
	for _, s := range all {
		for _, m := range s.Mentions {
			if m.Article == article && touch(m.Span, spans) {
				return &s.Origins
			}
		}
	}
	return nil
}

// many is the number from which a careful reader's count may be off by one.
const many = 6

// ranges judges a range: right where each end is the gold's, or off by one from many on;
// near where each end is off by one at most; meets where the two overlap; and each end by itself, least and
// most.
func (t item) ranges(name string, found *[2]int, gold [2]int) {
	var right, near [2]bool
	meets := false
	if found != nil {
		for i := range gold {
			off := max(found[i]-gold[i], gold[i]-found[i])
			right[i], near[i] = off == 0 || off == 1 && gold[i] >= many, off <= 1
		}
		meets = found[0] <= gold[1] && gold[0] <= found[1]
	}
	t.add(name, count(right[0] && right[1]), count(found != nil), 1)
	t.add(name+".near", count(near[0] && near[1]), count(found != nil), 1)
	for i, end := range []string{".least", ".most"} {
		t.add(name+end, count(right[i]), count(found != nil), 1)
		t.add(name+end+".near", count(near[i]), count(found != nil), 1)
	}
	t.add(name+".meets", count(meets), count(found != nil), 1)
}

func size(n int) string {
	if n >= many {
		return "6 or more"
	}
	return string(rune('0' + n))
}

func how(found *[2]int, gold [2]int, end int) string {
	switch {
	case found == nil:
		return "none"
	case found[end] < gold[end]:
		return "fewer"
	case found[end] > gold[end]:
		return "more"
	}
	return "equal"
}
