package who

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// speakers adds the persons whom claims name and nothing else found: a name without a
// title speaks.
func (s *search) speakers() {
	i := 0
	for n := range s.rec.Claims {
		src := &s.rec.Claims[n].Source
		if src.Kind != "person" || src.Elided || src.Anonymous || len(src.Spans) == 0 {
			continue
		}
		span := src.Spans[0]
		for i > 0 && s.k[i-1].Start >= span.Start {
			i--
		}
		for i < len(s.k) && s.k[i].End <= span.Start {
			i++
		}
		if i >= len(s.k) || s.k[i].Word == nil || s.overlaps(span.Start, min(span.End, s.k[min(i+1, len(s.k)-1)].End)) || s.k[i].In(s.f.title) {
			continue
		}
		if !s.nameAt(i, true, true) {
			continue
		}
		to := s.family(i, s.nameRun(i))
		if to == i+1 && to < len(s.k) && s.k[to].End <= span.End && s.k[to].Has(lang.Guess) && s.k[i].In(s.f.name) {
			to++ // its second name looks like a conjunction and a noun
		}
		if s.k[to-1].End > span.End || to-i < 2 && s.k[i].End < span.End && !(to < len(s.k) && s.k[to].Kind == lang.MarkKind) {
			continue
		}
		if _, verb := s.f.looks(s.k[i].Word.Form); verb && to == i+1 && !s.k[i].In(s.f.anyName) {
			continue
		}
		m := mention{what: person, from: i, to: to, head: i, name: i, kind: "person", bare: true}
		s.behind(&m)
		s.add(m, s.prefix(&m))
	}
}

// overlaps reports whether a mention stands in bytes [from, to).
func (s *search) overlaps(from, to int) bool {
	for i := range s.ms {
		if m := &s.ms[i]; m.span.Start < to && m.span.End > from {
			return true
		}
	}
	return false
}

// papers adds the outlets that stand in quotation marks behind "to": told «X».
func (s *search) papers() {
	for i := 1; i+2 < len(s.k); i++ {
		t := &s.k[i]
		if !phrase.IsQuote(t) || int(t.Match) <= i+1 || int(t.Match) > i+4 {
			continue
		}
		from, to := i+1, int(t.Match)
		p := &s.k[i-1]
		if p.Word == nil || !s.r.Lone(i-1, lang.For) || !p.Has(lang.For) && len(p.Word.Form) != 2 || s.overlaps(s.k[from].Start, s.k[to-1].End) {
			continue
		}
		if !s.k[from].Has(lang.Article) && !s.k[from].In(s.f.g.Outlet) {
			continue
		}
		m := mention{what: known, from: from, to: to, head: from, kind: "media"}
		if a := s.f.papers[s.t.Span(from, to).Of(s.t.Source)]; a != nil {
			m.actor, m.country = a, lower(a.Country)
		} else {
			m.what = body
		}
		s.add(m, 0)
	}
}

// surnames adds the persons who are known by a name of one word.
func (s *search) surnames() {
	for _, i := range s.rest {
		n, ok := s.f.surnames[s.k[i].Span().Of(s.t.Source)]
		prefix := uint8(0)
		if !ok {
			r := reading(&s.k[i], s.f.anyName)
			if r == nil || r.Prefix == 0 {
				continue
			}
			if n, ok = s.f.surnames[s.spanOf(i, i+1, r.Prefix).Of(s.t.Source)]; !ok {
				continue
			}
			prefix = r.Prefix
		}
		if n.weak && !s.beside(i, n) {
			continue
		}
		s.add(mention{what: person, from: i, to: i + 1, head: i, name: i, kind: "person", actor: n.actor, office: true}, prefix)
	}
}

// beside reports whether the name at token i is joined to a mention of a group of the
// same country: the militias of X and Y.
func (s *search) beside(i int, n surname) bool {
	if !s.k[i].Has(lang.Conjunction) {
		return false
	}
	for k := range s.ms {
		if m := &s.ms[k]; m.to == i && m.kind == "armed_group" && m.actor != nil && m.actor.Country == n.actor.Country {
			return true
		}
	}
	return false
}
