package voice

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
)

// speakers adds the persons whom claims name and nothing else found: a name without a
// title speaks.
func (s reading) speakers() {
	i := 0
	for n := range s.Rec.Claims {
		src := &s.Rec.Claims[n].Source
		if src.Kind != "person" && src.Kind != "other" || src.Elided || src.Anonymous || len(src.Spans) == 0 {
			continue
		}
		span := src.Spans[0]
		i = s.from(i, span.Start)
		to := 0
		if i < len(s.K) && s.K[i].Word != nil && !s.K[i].In(s.f.Title) && !s.BodyAt(i) {
			if to = s.Introduced(i); to > i && s.K[to].Word != nil && s.K[to].Start >= span.End {
				to = i // the title is not his
			}
		}
		if src.Kind == "other" && to <= i {
			continue
		}
		if i >= len(s.K) || s.K[i].Word == nil || s.Overlaps(span.Start, min(span.End, s.K[min(i+1, len(s.K)-1)].End)) || s.K[i].In(s.f.Title) {
			continue
		}
		if to > i {
			s.Named(i, to)
			continue
		}
		if !s.NameAt(i, true, true) {
			continue
		}
		to = s.Family(i, s.NameRun(i))
		if to == i+1 && to < len(s.K) && phrase.IsQuote(&s.K[to]) && !s.K[i].In(s.f.AnyName) {
			continue // a thing by its name
		}
		if to == i+1 && to < len(s.K) && s.K[to].End <= span.End && s.K[to].Has(lang.Guess) && s.K[i].In(s.f.Name) {
			to++ // its second name looks like a conjunction and a noun
		}
		if s.K[to-1].End > span.End || to-i < 2 && s.K[i].End < span.End && !(to < len(s.K) && s.K[to].Kind == lang.MarkKind) {
			continue
		}
		if to == i+1 && s.PlaceAt(i) == to && !s.K[i].In(s.f.AnyName) {
			continue // Europe threatens
		}
		if _, verb := s.f.Looks(s.K[i].Word.Form); verb && to == i+1 && !s.K[i].In(s.f.AnyName) {
			continue
		}
		s.Named(i, to)
	}
}

// lengthen gives persons the last word of their names that no list has: one that the claim
// takes for their source's last, or one that reads as a name by itself.
func (s reading) lengthen() {
	n := 0
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if n > 0 {
			p := &s.Mentions[n-1]
			if p.What == mention.Person && m.What == mention.Person && p.To == m.From && p.Actor == nil && m.Actor == nil && m.Head == m.From && !s.K[m.From].Has(lang.Article|lang.Conjunction) && (m.Name == m.From || m.Name == m.From+1 && s.K[m.From].In(s.f.Honorific)) && s.K[m.From].Start == m.Span.Start {
				p.To, p.Span.End = m.To, m.Span.End
				p.Public = p.Public || m.Public
				continue
			}
		}
		s.Mentions[n] = *m
		n++
	}
	s.Mentions = s.Mentions[:n]
	for c := range s.Rec.Claims {
		src := &s.Rec.Claims[c].Source
		if src.Kind != "person" || src.Elided || len(src.Spans) != 1 {
			continue
		}
		s.last(src.Spans[0])
	}
}

// last lengthens the person in a source's span to the span's end, where one word is left.
func (s reading) last(span riwaya.Span) {
	first, _ := slices.BinarySearchFunc(s.Mentions, span.Start, func(m mention.Mention, at int) int {
		if s.K[m.From].End <= at {
			return -1
		}
		return 1
	})
	for k := first; k < len(s.Mentions); k++ {
		m := &s.Mentions[k]
		if m.Span.Start >= span.End {
			return
		}
		if m.What != mention.Person || m.Actor != nil || m.Span.Start < span.Start || m.To >= len(s.K) || m.Span.End >= span.End {
			continue
		}
		t := &s.K[m.To]
		if t.Word == nil || t.End != span.End || t.In(s.f.Title) || t.In(s.f.G.Demonym) || t.In(s.f.Body) || t.In(s.f.G.Time) || s.f.G.Function(t) || t.Has(lang.Article|lang.Participle) || t.Has(lang.For|lang.Article) {
			continue
		}
		if k+1 < len(s.Mentions) && s.Mentions[k+1].From <= m.To {
			continue
		}
		m.To, m.Span.End = m.To+1, t.End
	}
}

// quotedPapers adds the outlets that stand in quotation marks behind "to": told «X»; in brackets
// those that are known; and known ones whose name in marks has two words wherever they stand.
func (s reading) quotedPapers() {
	for i := 1; i+2 < len(s.K); i++ {
		t := &s.K[i]
		if !phrase.IsQuote(t) && !t.Is(lang.BracketOpen) || int(t.Match) <= i+1 || int(t.Match) > i+4 {
			continue
		}
		from, to := i+1, int(t.Match)
		p, a := &s.K[i-1], s.f.Papers[s.T.Span(from, to).Of(s.T.Source)]
		told := p.Word != nil && !s.f.Joins(p.Word.Form) && s.toName(i-1) && (a != nil || phrase.IsQuote(t))
		if !told && (a == nil || to-from < 2 || !phrase.IsQuote(t) || to+1 >= len(s.K) || s.K[to+1].Word == nil || p.Kind == lang.MarkKind || s.Phrases.Lone(i-1, lang.With)) || s.Overlaps(s.K[from].Start, s.K[to-1].End) {
			continue
		}
		if !s.K[from].Has(lang.Article) && !s.K[from].In(s.f.G.Outlet) {
			continue
		}
		m := mention.Mention{What: mention.Known, From: from, To: to, Head: from, Kind: "media"}
		if a != nil {
			m.Actor, m.Country = a, naming.Lower(a.Country)
		} else {
			m.What = mention.Body
		}
		s.Add(m, 0)
	}
}

// toName reports whether token i is a preposition "to" by itself, before a name in marks:
// the letter, or the word behind what is told.
func (s reading) toName(i int) bool {
	t := &s.K[i]
	if s.Phrases.Lone(i, lang.For) {
		return !slices.Contains(s.f.others, t.Word.Form)
	}
	return t.In(s.f.G.To) && t.Feats&lang.Function != 0 && i > 0 && s.K[i-1].Word != nil && s.K[i-1].In(s.f.G.Medium)
}
