package survey

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
)

// unsign leaves out whom the article itself is by: the outlet of a credit, and who signed
// beside it.
func (s scan) unsign() {
	credits := s.Rec.Article.Credits
	if len(credits) == 0 {
		return
	}
	text := s.T.Source
	s.Mentions = slices.DeleteFunc(s.Mentions, func(m mention.Mention) bool {
		for i := range credits {
			c := &credits[i]
			if m.Span.Overlaps(c.Span) {
				return true
			}
			if m.What != mention.Person || m.Name > m.From || m.Actor != nil || c.Form != riwaya.CreditDateline && c.Form != riwaya.CreditByline {
				continue
			}
			from := strings.LastIndexByte(text[:c.Span.Start], '\n') + 1
			to := len(text)
			if n := strings.IndexByte(text[c.Span.End:], '\n'); n >= 0 {
				to = c.Span.End + n
			}
			if m.Span.Start >= from && m.Span.End <= to && to-from <= longestByline {
				return true
			}
		}
		return false
	})
}

// longestByline is how many bytes a line may have that names who wrote and for whom.
const longestByline = 120

// all reads the mentions of the body from first to last.
func (s scan) all() {
	f, body, at := s.f, s.Rec.Article.Body, 0
	for i := 0; i < len(s.K); {
		if i = s.T.Next(i, len(s.K), lang.StartsActor); i == len(s.K) {
			return
		}
		t := &s.K[i]
		for at < len(body) && body[at].End <= t.Start {
			at++
		}
		if at == len(body) {
			return
		}
		if t.Start < body[at].Start {
			i++
			continue
		}
		if w := t.Word; !w.Classes.Meets(f.first) && !w.Begins.Meets(f.first) {
			if w.Feats&lang.Guess != 0 {
				s.Rest = append(s.Rest, i)
			}
			s.demonym(i)
			i++
			continue
		}
		i = s.at(i)
	}
}

// at reads what begins at token i and returns where to go on.
func (s scan) at(i int) int {
	f, w := s.f, s.K[i].Word
	if s.K[i].Starts&lang.StartsPhrase != 0 && w.Begins.Meets(f.Body) {
		if e, p, _ := s.BodyPhrase(i); p != nil && p.Key == naming.NoActor {
			return e
		}
	}
	if w.Classes.Meets(f.calls) || w.Begins.Meets(f.Alias) {
		if e := s.known(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.Title) || w.Begins.Meets(f.Title) {
		if e := s.person(i); e > i {
			return e
		}
		if e := s.f.people.Victim(s.Scan, i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.Body) || w.Begins.Meets(f.Body) {
		if e := s.institution(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.Governments.Lands) || w.Begins.Meets(f.Governments.Lands) {
		if e := s.state(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.AnyName) {
		if e := s.called(i); e > i {
			return e
		}
		s.Rest = append(s.Rest, i)
	}
	if people, counted := w.Classes.Meets(f.Folk) || w.Classes.Meets(f.people.Those), w.Classes.Meets(f.people.Counted); (people || counted) && !s.describes(i) {
		if e := i; people {
			if e = s.f.people.People(s.Scan, i); e > i {
				return e
			}
		}
		if e := i; counted {
			if e = s.f.people.Someone(s.Scan, i); e > i {
				return e
			}
		}
	}
	s.demonym(i)
	return i + 1
}

// surname reports whether the word at token i, which is an adjective of a country, is the
// last of somebody's name in the text so far: General X of the name Turki, no Turkish brigade.
func (s scan) surname(i int) bool {
	if s.K[i].Word == nil {
		return false // a brigade's number
	}
	for k := range s.Mentions {
		if m := &s.Mentions[k]; m.What == mention.Person && m.To-m.Name > 1 && s.K[m.To-1].Word != nil && s.K[m.To-1].Word.Bare == s.K[i].Word.Bare {
			return true
		}
	}
	return false
}

// unmeant reports whether the noun at token i heads no body here: what a minister is
// minister of, the front where fighting goes on.
func (s scan) unmeant(i int) bool {
	t := &s.K[i]
	if d := naming.Reading(t, s.f.NamedAfter); d != nil && d.Key == "land" && i+1 < len(s.K) && (s.PlaceAt(i+1) > i+1 || s.K[i+1].Has(lang.Guess) || phrase.IsQuote(&s.K[i+1]) || s.K[i+1].Word != nil && !s.K[i+1].Has(lang.Article) && !s.K[i+1].In(s.f.Body)) {
		return true // the land
	}
	if i == 0 || s.K[i-1].Word == nil {
		return false
	}
	p, r := &s.K[i-1], naming.Reading(t, s.f.Proper)
	switch {
	case r == nil:
		return false
	case r.Key == "front":
		return (p.In(s.f.G.In) || p.In(s.f.G.To) || p.In(s.f.G.On)) && s.f.G.Function(p) || r.Feat&lang.With != 0 || i+1 < len(s.K) && s.PlaceAt(i+1) > i+1
	}
	return r.Key == "ministry" && p.In(s.f.offices) && !p.Has(lang.Article)
}

// institution reads a body or force at token i; it returns i where there is none.
func (s scan) institution(i int) int {
	before := -1
	if n := len(s.Mentions); n > 0 {
		before = s.Mentions[n-1].To
	}
	if s.unmeant(i) {
		return i
	}
	b, next, ok := s.Institution(i, before)
	if !ok {
		return next
	}
	if b.To == i+2 && s.K[i].In(s.f.Rank) && s.surname(i+1) {
		s.Rest = append(s.Rest, i+1)
		return b.To
	}
	s.Add(mention.Mention{What: mention.Body, From: b.From, To: b.To, Head: b.Head, Kind: b.Kind, Country: b.Country, Entry: b.Entry, Bare: b.Bare}, b.Prefix)
	if b.End > b.To {
		s.Mentions[len(s.Mentions)-1].Span.End = s.K[b.End-1].End
	}
	s.lordOf(&s.Mentions[len(s.Mentions)-1])
	return next
}
