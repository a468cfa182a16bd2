package change

import (
	"cmp"
	"slices"

	"riwaya"
	"riwaya/internal/trace/change/contrast"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// Sentences that two reports of one matter have in much the same words are compared too, where
// they are too short or too loosely alike to be a copied passage.
const (
	seedWords  = 4 // in a row, that both have
	seedKnown  = 8 // reports at most that have them: what more have is a formula
	leastAlike = 9
	shareAlike = 0.5 // of the words of the longer side, that are the same
)

// seed is where a run of words stands.
type seed struct{ report, word int }

// seeds are the runs of words that few reports have, by where they stand. Of a report that has one
// more often the first counts.
func seeds(s *statement.Set) map[[seedWords]int32][]seed {
	at := map[[seedWords]int32][]seed{}
	for n := range s.Reports {
		words := s.WordsOf(n)
		for i := wording.After(words, len(s.Reports[n].Rec.Article.Title)); i+seedWords <= len(words); i++ {
			var key [seedWords]int32
			telling := 0
			for k := range key {
				if key[k] = words[i+k].Term; !s.Vocabulary.Is(key[k], wording.FunctionWord) {
					telling++
				}
			}
			of := at[key]
			if telling >= seedWords-1 && len(of) <= seedKnown && (len(of) == 0 || of[len(of)-1].report != n) {
				at[key] = append(of, seed{n, i})
			}
		}
	}
	return at
}

// beyond are the changes in sentences that run alike outside of what is copied.
func beyond(s *statement.Set) (out []riwaya.Change) {
	type pair struct{ a, b int }
	if len(s.Reports) < 2 {
		return nil
	}
	found := map[pair][][2]int{}
	for _, of := range seeds(s) {
		if len(of) > seedKnown {
			continue
		}
		for i := range of {
			for _, other := range of[i+1:] {
				p := pair{of[i].report, other.report}
				found[p] = append(found[p], [2]int{of[i].word, other.word})
			}
		}
	}
	edges := map[pair]*statement.Edge{}
	for n := range s.Edges {
		e := &s.Edges[n]
		edges[pair{e.PlaceA, e.PlaceB}] = e
	}
	for p, at := range found {
		slices.SortFunc(at, func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
		a, b := p.a, p.b
		e := edges[p]
		if e == nil {
			if e = edges[pair{b, a}]; e != nil {
				a, b = b, a
				for i := range at {
					at[i][0], at[i][1] = at[i][1], at[i][0]
				}
			}
		}
		out = append(out, alike(s, a, b, e, at)...)
	}
	return out
}

// alike compares the sentences of two reports around the seeds that they share.
func alike(s *statement.Set, a, b int, e *statement.Edge, at [][2]int) (out []riwaya.Change) {
	var known []wording.Stretch
	l := contrast.Link{Kind: riwaya.EdgeAlike, Shared: e != nil}
	if e != nil {
		known, l.Directed = around(s, e), e.Directed
	} else if older, directed := elder(s, a, b); true {
		if l.Directed = directed; older == b {
			a, b = b, a
			for i := range at {
				at[i][0], at[i][1] = at[i][1], at[i][0]
			}
		}
	}
	x, y := s.WordsOf(a), s.WordsOf(b)
	free := room(s, a, b)
	for _, w := range at {
		i, j := w[0], w[1]
		if slices.ContainsFunc(known, func(st wording.Stretch) bool {
			return st.A0 < i+seedWords && i < st.A1 || st.B0 < j+seedWords && j < st.B1
		}) {
			continue
		}
		st := wording.Stretch{A0: i, A1: i + seedWords, B0: j, B1: j + seedWords}
		st.Align(x, y)
		st = free(&st, known)
		known = append(known, st)
		if !loosely(&st) {
			continue
		}
		out = append(out, contrast.Sentence(s, a, b, &st, l)...)
	}
	return out
}

// loosely reports whether enough of a stretch is the same.
func loosely(st *wording.Stretch) bool {
	n := 0
	for _, j := range st.To {
		if j >= 0 {
			n++
		}
	}
	return n >= leastAlike && float64(n) >= shareAlike*float64(max(len(st.To), len(st.From)))
}

// elder is which of two reports was surely published first.
func elder(s *statement.Set, a, b int) (int, bool) {
	x, y := s.Reports[a].Rec.Article.Published, s.Reports[b].Rec.Article.Published
	if x == nil || y == nil {
		return a, false
	}
	const day = len("2006-01-02")
	dx, dy := (*x)[:min(day, len(*x))], (*y)[:min(day, len(*y))]
	if dy < dx {
		return b, true
	}
	return a, dx != dy
}
