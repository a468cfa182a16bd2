package toponym

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya/internal/lang"
)

// country reads a country at token i. A mention that is an actor is noted too: it ends
// what stands before it, and the article's countries settle names that several share.
func (s *Search) country(i int) int {
	h, ok := s.countryAt(i)
	if !ok {
		return i
	}
	if f, known := s.look(i, false); known && f.To > h.To && f.Exact { // "South Vietnam"
		return i
	}
	if r := s.reading(i, s.w.capital); r != nil && r.Key != h.Code && h.To == i+1 { // Oman and Amman
		if f, known := s.look(i, false); known && f.To == h.To {
			h.Other, h.Table, h.Lo, h.Hi, h.Exact = r.Key, f.Table, f.Lo, f.Hi, f.Exact
		}
	}
	p := s.before(i)
	h.Use = s.useOfCountry(&h, p)
	s.add(h)
	return h.To
}

// countryAt is the country whose name begins with token i.
func (s *Search) countryAt(i int) (Hit, bool) {
	if i >= s.to || s.k[i].Kind != lang.WordKind {
		return Hit{}, false
	}
	w := s.k[i].Word
	if w.Begins.Meets(s.w.country) {
		if e, p := s.t.PhraseAt(i, s.w.country); e > i && e <= s.to && !slices.Contains(s.f.never, p.Text) {
			h := Hit{Head: i, From: i, To: e, Form: ByCountry, Code: p.Key}
			h.Start, h.Feat = s.k[i].Start, 0
			if r := s.proclitic(i, p.Text); r.Text != "" {
				h.Start, h.Feat = s.inner(i, r.Cut), r.Feat
			}
			return h, true
		}
	}
	r := s.reading(i, s.w.country)
	if r != nil && utf8.RuneCountInString(w.Form)-int(r.Prefix) != utf8.RuneCountInString(r.Lemma) && r.Feat&lang.For == 0 {
		return Hit{}, false // an adjective: "the Syrian"
	}
	if r != nil && (strings.Contains(s.t.Source[s.k[i].Start:s.k[i].End], tanwin) || r.Feat&lang.Article != 0 && s.k[i].In(s.w.demonym) && s.behindDefinite(i, r)) {
		return Hit{}, false // "a Turk", "the Saudi clubs"
	}
	if r == nil || r.Feat&(lang.Pronoun|lang.Nisba|lang.Dual|lang.Plural|lang.Accusative) != 0 || s.f.isCommon(s.inside(i, r)) && !s.located(&Hit{Feat: r.Feat}, s.before(i)) {
		return Hit{}, false
	}
	h := Hit{Head: i, From: i, To: i + 1, Form: ByCountry, Code: r.Key, Feat: r.Feat, Start: s.t.Inner(i, r)}
	return h, true
}

// tanwin is the mark of an indefinite accusative, which no country has.
const tanwin = "\u064b"

// behindDefinite is whether a definite noun stands right before token i, which nothing is
// glued to, so that it is an adjective.
func (s *Search) behindDefinite(i int, r *lang.Reading) bool {
	return i > s.from && r.Feat&(lang.With|lang.For|lang.Conjunction) == 0 && s.k[i-1].Kind == lang.WordKind && s.k[i-1].Has(lang.Noun|lang.Article)
}

// inside is the bare word of token i behind the clitics of a reading.
func (s *Search) inside(i int, r *lang.Reading) string {
	parts := s.t.Parts(s.k[i].Word.Form)
	for _, p := range parts.All() {
		if p.Cut == r.Prefix {
			return p.Text
		}
	}
	return ""
}

// proclitic is the cut of token i that leaves the first word of a phrase.
func (s *Search) proclitic(i int, text string) lang.Part {
	parts := s.t.Parts(s.k[i].Word.Form)
	best := lang.Part{}
	for _, p := range parts.All() {
		for j := range s.k[i].Word.Phrases {
			if ph := &s.k[i].Word.Phrases[j]; ph.Text == text && firstIs(text, p.Text) && best.Text == "" {
				best = p
			}
		}
	}
	return best
}

// firstIs is whether the bare word could be the first of a phrase: it ends as that does.
func firstIs(text, word string) bool {
	n := 0
	for n < len(text) && text[n] != ' ' {
		n++
	}
	first := text[:n]
	tail := min(len(first), len(word), 4)
	return first[len(first)-tail:] == word[len(word)-tail:]
}

// useOfCountry decides between the land and the government of a country.
func (s *Search) useOfCountry(h *Hit, p int) Use {
	if u, ok := s.governed(h, p); ok {
		return u
	}
	return Actor
}

// useOfCapital does so for a capital: it stands for the government where nothing says
// that something is there.
func (s *Search) useOfCapital(h *Hit, p int) Use {
	h.Form = ByCapital
	if u, ok := s.governed(h, p); ok {
		return u
	}
	return Actor
}

// governed is what the words before a country or capital say of it.
func (s *Search) governed(h *Hit, p int) (Use, bool) {
	if h.Feat&lang.Like != 0 {
		return Actor, true
	}
	if h.Feat&lang.With != 0 {
		return Place, true
	}
	if l := s.last(h.From); l != nil && s.joined(h, l) && l.Form != BySettle {
		if l.Use == Place && l.Form >= ByCountry || l.Use == Actor || l.Form <= BySettle && h.Form == ByCapital {
			return l.Use, true
		}
		if l.Use == Place {
			return Place, true
		}
	}
	if p < 0 {
		return s.dateline(h)
	}
	k := &s.k[p]
	if k.Kind == lang.MarkKind {
		if k.Is(lang.BracketOpen) && p > s.from && len(s.Hits) > 0 && s.Hits[len(s.Hits)-1].To == p {
			return Place, s.Hits[len(s.Hits)-1].Use == Place
		}
		if k.Is(lang.Dash) || k.Is(lang.BracketOpen) {
			return s.dateline(h)
		}
		return Actor, false
	}
	if h.Feat&lang.For != 0 {
		return Place, k.In(s.w.verb) && k.Has(lang.Masdar) || k.In(s.w.head)
	}
	if h.Feat&lang.Conjunction != 0 {
		return Actor, true
	}
	switch {
	case k.In(s.w.in) && k.Has(lang.Function) && k.Feats&lang.Pronoun == 0:
		b := s.before(p)
		if b >= 0 && s.k[b].Kind == lang.WordKind && s.k[b].In(s.w.party) {
			return Actor, true
		}
		for n := 0; b >= s.from && n < 2 && !s.k[p].In(s.w.within); n, b = n+1, b-1 { // "asked its ally for"
			if s.k[b].Kind == lang.WordKind && s.k[b].In(s.w.asks) && s.k[b].Has(lang.Verb) {
				return Actor, true
			}
		}
		return Place, true
	case k.In(s.w.on):
		b := s.before(p)
		for n := 0; b >= s.from && n < 2; n++ { // "air raids on", also with an adjective
			if s.k[b].In(s.w.attack) {
				return Place, true
			}
			b--
		}
	case k.In(s.w.near), k.In(s.w.direction):
		return Place, true
	case s.reading(p, s.w.noun) != nil:
		return Place, true
	case k.In(s.w.head):
		return Place, true
	case k.In(s.w.office) && !k.Has(lang.Article) && !k.Has(lang.Accusative):
		return Place, true
	case s.witnessed(p):
		return Place, true
	}
	return Actor, false
}

// witnessed is whether a verb before the name, at most with its subject between, says
// that something happened there.
func (s *Search) witnessed(p int) bool {
	for j := p; j >= s.from && j > p-3; j-- {
		k := &s.k[j]
		if k.Kind != lang.WordKind || k.In(s.w.preposition) {
			return false
		}
		if k.Has(lang.Verb) && k.In(s.w.verb) && !k.Has(lang.Masdar) {
			return true
		}
	}
	return false
}

// dateline is whether the name stands at the head of a line, before a dash.
func (s *Search) dateline(h *Hit) (Use, bool) {
	if h.From > 0 && s.k[h.From-1].Kind != lang.BreakKind && !s.k[h.From-1].Is(lang.Dash) && !s.k[h.From-1].Is(lang.BracketOpen) {
		return Actor, false
	}
	if h.To < len(s.k) && (s.k[h.To].Is(lang.Dash) || s.k[h.To].Is(lang.BracketClose) || s.k[h.To].Kind == lang.BreakKind || s.k[h.To].Is(lang.BracketOpen)) && h.Form != ByCountry {
		return Place, true
	}
	return Actor, false
}
