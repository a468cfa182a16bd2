package change

import (
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// around are the stretches of a copy with what goes on alike around them: a passage ends where
// much differs, and what changed often stands there.
func around(s *statement.Set, e *statement.Edge) []wording.Stretch {
	all := s.StretchesOf(e)
	free := room(s, e.PlaceA, e.PlaceB)
	out := make([]wording.Stretch, 0, len(all))
	for n := range all {
		out = append(out, free(&all[n], append(out[:n:n], all[n+1:]...)))
	}
	return out
}

// room extends stretches of two reports. None reaches into another, and none out of a title into
// a text.
func room(s *statement.Set, a, b int) func(*wording.Stretch, []wording.Stretch) wording.Stretch {
	r, q := &s.Reports[a], &s.Reports[b]
	x, y := s.WordsOf(a), s.WordsOf(b)
	titleA, titleB := wording.After(x, len(r.Rec.Article.Title)), wording.After(y, len(q.Rec.Article.Title))
	return func(st *wording.Stretch, others []wording.Stretch) wording.Stretch {
		loA, hiA := within(st.A0, st.A1, titleA, len(x))
		loB, hiB := within(st.B0, st.B1, titleB, len(y))
		for k := range others {
			loA, hiA = outside(st.A0, st.A1, others[k].A0, others[k].A1, loA, hiA)
			loB, hiB = outside(st.B0, st.B1, others[k].B0, others[k].B1, loB, hiB)
		}
		return st.Extended(x, y, loA, hiA, loB, hiB,
			func(i int) bool { return r.Pauses(x, i) }, func(i int) bool { return q.Pauses(y, i) })
	}
}

// within is how far a range may grow where words before title are a title.
func within(from, to, title, all int) (int, int) {
	switch {
	case from >= title:
		return title, all
	case to <= title:
		return 0, title
	}
	return 0, all
}

// outside keeps a range out of another.
func outside(from, to, otherFrom, otherTo, low, high int) (int, int) {
	if otherTo <= from {
		low = max(low, otherTo)
	}
	if otherFrom >= to {
		high = min(high, otherFrom)
	}
	return low, high
}
