package statement

import (
	"slices"
	"strings"

	"riwaya"
)

// Against reports whether two claims cannot both be: one denies what the other says, or they count one thing otherwise.
func (s *Set) Against(x, y riwaya.ClaimRef) bool {
	a, b := s.Claim(x), s.Claim(y)
	return a != nil && b != nil && (Opposed(a, b) || a.Negated != b.Negated || s.Counted(x, y))
}

// Counted reports whether two claims give figures of one thing that no number fits. Who gives the number of the other too tells of
// a second one.
func (s *Set) Counted(x, y riwaya.ClaimRef) bool {
	against := false
	for _, f := range s.figures(x) {
		for _, h := range s.figures(y) {
			if f.Predicate != h.Predicate || f.Group != h.Group || f.Scope != h.Scope {
				continue
			}
			if !apart(f, h) {
				return false
			}
			against = true
		}
	}
	return against
}

// figures are what a claim counts. "So many others" are counted besides somebody who is named, and are not all.
func (s *Set) figures(at riwaya.ClaimRef) (all []*riwaya.Figure) {
	n, ok := s.At[at.Article]
	if !ok {
		return nil
	}
	rec := s.Reports[n].Rec
	for i := range rec.Figures {
		if f := &rec.Figures[i]; f.Claim != nil && *f.Claim == at.Claim && f.Predicate != "other" && !s.others(rec, f) {
			all = append(all, f)
		}
	}
	return all
}

// others reports whether a figure is of others than those just named: "Ash and five others". Others than those counted before it, the wounded
// beside the dead, are all of their kind.
func (s *Set) others(rec *riwaya.Record, f *riwaya.Figure) bool {
	if slices.ContainsFunc(rec.Figures, func(x riwaya.Figure) bool {
		return x.Claim != nil && *x.Claim == *f.Claim && x.Span.Hull().Start < f.Span.Hull().Start
	}) {
		return false
	}
	behind := rec.Article.Text[f.Span.Hull().End:]
	if i := strings.IndexAny(behind, pauses); i >= 0 {
		behind = behind[:i]
	}
	words := strings.Fields(behind)
	return s.Words.Any(strings.Join(words[:min(len(words), 2)], " "), s.Words.Another)
}

// Claim is the claim of a report, nil where there is none such.
func (s *Set) Claim(at riwaya.ClaimRef) *riwaya.Claim {
	n, ok := s.At[at.Article]
	if !ok {
		return nil
	}
	return s.Reports[n].Claim(at.Claim)
}

// apart reports whether no number fits both figures.
func apart(a, b *riwaya.Figure) bool {
	return a.High != nil && b.Low != nil && *a.High < *b.Low || b.High != nil && a.Low != nil && *b.High < *a.Low
}
