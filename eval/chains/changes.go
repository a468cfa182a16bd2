package chains

import (
	"strings"

	"riwaya"
)

// families are the kinds of change, without the direction that some have.
var families = map[string]bool{
	"number": true, "unit": true, "date": true, "place": true, "name": true, "predicate": true,
	"hedge": true, "attribution": true, "class": true, "quote": true, "loaded": true,
}

// family is a kind without its direction: "hedge" of "hedge-dropped".
func family(kind string) string {
	f, _, _ := strings.Cut(strings.ReplaceAll(kind, "_", "-"), "-")
	return f
}

// turned is a kind read from B to A.
func turned(kind string) string {
	kind = strings.ReplaceAll(kind, "_", "-")
	for _, p := range [][2]string{{"dropped", "added"}, {"strengthened", "weakened"}, {"cut", "grown"}} {
		if f, ok := strings.CutSuffix(kind, p[0]); ok {
			return f + p[1]
		}
		if f, ok := strings.CutSuffix(kind, p[1]); ok {
			return f + p[0]
		}
	}
	return kind
}

// changePair judges the changes found between two reports: each is right where it touches a
// change of the gold on both sides and is of its family.
func (w *world) changePair(c ChangePair, r *result) {
	a, ok := w.name(c.A)
	b, too := w.name(c.B)
	if !ok || !too {
		return
	}
	type known struct {
		Change
		a, b riwaya.Spans
	}
	var all []known
	for _, x := range c.Changes {
		sa, ok := w.spans(c.A, x.A)
		sb, too := w.spans(c.B, x.B)
		if !ok || !too {
			return
		}
		all = append(all, known{x, sa, sb})
	}
	t := r.item()
	met := make([]bool, len(all))
	spotted := make([]bool, len(all))
	for _, f := range w.changes[both(a, b)] {
		kind, from, to := strings.ReplaceAll(f.Kind, "_", "-"), riwaya.Spans{f.From}, riwaya.Spans{f.To}
		if f.A == b && a != b {
			kind, from, to = turned(kind), to, from
		}
		right, exact := false, false
		for i, x := range all {
			if !touch(from, x.a) || !touch(to, x.b) {
				continue
			}
			spotted[i] = true
			if family(kind) == family(x.Kind) {
				met[i], right = true, true
				exact = exact || kind == x.Kind || turned(kind) == x.Kind
			}
		}
		if c.Complete {
			t.add("change", count(right), 1, 0)
			t.add("change.kind", count(exact), count(right), 0)
		}
	}
	for i, x := range all {
		if x.Optional {
			continue
		}
		// Recall is over all pairs, precision over those whose list is complete: two measures,
		// since one that mixed them would be neither.
		t.add("change.recall", count(met[i]), count(met[i]), 1)
		as := "missed"
		switch {
		case met[i]:
			as = "found"
		case spotted[i]:
			as = "as another kind"
		}
		r.table("changes on the way").add(family(x.Kind), as)
	}
}
