// Package change names what changed between two wordings of the same thing: along a passage that
// two reports share, between claims that are one statement, and between versions of a report.
//
// It promises that both wordings are pointed at, and that what it names is a change in what is
// otherwise the same: not another spelling or form of a word, and not one form filled in for two
// things.
package change

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/change/contrast"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// Along are the differences between wordings along the copies and statements of the set, the
// most telling first.
func Along(s *statement.Set) []riwaya.Change {
	var out []riwaya.Change
	pairs := map[int][]statement.Pair{} // of an edge
	for _, p := range s.Pairs {
		if p.Edge >= 0 {
			pairs[p.Edge] = append(pairs[p.Edge], p)
		} else {
			out = append(out, inOtherWords(s, p)...)
		}
	}
	for n := range s.Edges {
		e := &s.Edges[n]
		if e.Why == riwaya.CopyOneSource && !e.Directed && e.Agency == nil {
			continue
		}
		out = append(out, passages(s, e, n, pairs[n], riwaya.EdgeCopy)...)
	}
	return tidy(append(out, beyond(s)...))
}

// Versions are the changes from one version of a report to a later one.
func Versions(t *wording.Words, before, after *riwaya.Record) []riwaya.Change {
	a, b := *before, *after
	a.Article.ID, b.Article.ID = "1 "+a.Article.ID, "2 "+b.Article.ID // they may have one
	whole := riwaya.Passage{A: riwaya.Span{End: len(a.Article.Text)}, B: riwaya.Span{End: len(b.Article.Text)}}
	s := statement.Over(t, []*riwaya.Record{&a, &b}, []riwaya.Copy{{A: a.Article.ID, B: b.Article.ID, Directed: true, Passages: []riwaya.Passage{whole}}})
	out := tidy(passages(s, &s.Edges[0], 0, s.Pairs, riwaya.EdgeVersion))
	for i := range out {
		out[i].From.Article, out[i].To.Article = before.Article.ID, after.Article.ID
		out[i].Reason += "; " + t.Say("change.revised")
	}
	return out
}

// passages compares the two sides of a copy.
func passages(s *statement.Set, e *statement.Edge, n int, pairs []statement.Pair, kind string) []riwaya.Change {
	var out []riwaya.Change
	share := max(e.ShareA, e.ShareB, e.Containment)
	l := contrast.Link{Kind: kind, Directed: e.Directed, Shared: kind == riwaya.EdgeCopy, Form: kind == riwaya.EdgeCopy && share < leastShare}
	for k, st := range around(s, e) {
		var here []statement.Pair
		for _, p := range pairs {
			if p.Edge == n && p.Stretch == k {
				here = append(here, p)
			}
		}
		out = append(out, contrast.Passage(s, e.PlaceA, e.PlaceB, &st, l, here)...)
		if k == 0 && kind == riwaya.EdgeCopy && !l.Form {
			out = append(out, contrast.Titles(s, e.PlaceA, e.PlaceB, &st, l)...)
		}
	}
	return out
}

// leastShare is how much of one report must stand in the other for the two to be prints of one
// text; where it is less, what differs may be another thing told in the same form.
const leastShare = 0.5

// inOtherWords compares two claims that say the same: whichever was published first is the one
// before.
func inOtherWords(s *statement.Set, p statement.Pair) []riwaya.Change {
	a, b := &s.Sayings[p.A], &s.Sayings[p.B]
	if len(a.In) == 0 || len(b.In) == 0 || a.Report == b.Report {
		return nil
	}
	older, directed := elder(s, a.Report, b.Report)
	if older == b.Report {
		a, b = b, a
	}
	st := &wording.Stretch{A0: a.In[0].Start, A1: a.In[len(a.In)-1].End, B0: b.In[0].Start, B1: b.In[len(b.In)-1].End}
	if !st.Align(s.WordsOf(a.Report), s.WordsOf(b.Report)) {
		return nil
	}
	l := contrast.Link{Kind: riwaya.EdgeStatement, Directed: directed, Statement: &s.Statements[a.Statement].ID}
	return contrast.Saying(s, a.Report, b.Report, st, l, p)
}

// tidy puts the most telling change first, and tells what several copies show once.
func tidy(all []riwaya.Change) []riwaya.Change {
	slices.SortStableFunc(all, func(a, b riwaya.Change) int {
		directed := func(x bool) int {
			if x {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(directed(a.Directed), directed(b.Directed)),
			strings.Compare(a.To.Article, b.To.Article), cmp.Compare(a.To.Spans.Hull().Start, b.To.Spans.Hull().Start),
			strings.Compare(a.Kind, b.Kind), strings.Compare(a.From.Article, b.From.Article), cmp.Compare(a.From.Spans.Hull().Start, b.From.Spans.Hull().Start))
	})
	type told struct {
		kind, article, was string
		at                 riwaya.Span
	}
	seen := map[told]bool{}
	out := all[:0]
	for _, c := range all {
		k := told{c.Kind, c.To.Article, c.Was + "\x00" + c.Is + "\x00" + c.FromText, c.To.Spans.Hull()}
		if !seen[k] {
			seen[k] = true
			out = append(out, c)
		}
	}
	return out
}
