package where

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya/internal/lang"
)

// country reads a country at token i. A mention that is an actor is noted too: it ends
// what stands before it, and the article's countries settle names that several share.
func (s *search) country(i int) int {
	h, ok := s.countryAt(i)
	if !ok {
		return i
	}
	if f, known := s.look(i, false); known && f.To > h.to && f.Exact { // "South Vietnam"
		return i
	}
	if r := s.reading(i, s.w.capital); r != nil && r.Key != h.code && h.to == i+1 { // Oman and Amman
		if f, known := s.look(i, false); known && f.To == h.to {
			h.other, h.table, h.lo, h.hi, h.exact = r.Key, f.Table, f.Lo, f.Hi, f.Exact
		}
	}
	p := s.before(i)
	h.use = s.useOfCountry(&h, p)
	s.add(h)
	return h.to
}

// countryAt is the country whose name begins with token i.
func (s *search) countryAt(i int) (hit, bool) {
	if i >= s.to || s.k[i].Kind != lang.WordKind {
		return hit{}, false
	}
	w := s.k[i].Word
	if w.Begins.Meets(s.w.country) {
		if e, p := s.t.PhraseAt(i, s.w.country); e > i && e <= s.to && !slices.Contains(s.f.never, p.Text) {
			h := hit{head: i, from: i, to: e, form: byCountry, code: p.Key}
			h.start, h.feat = s.k[i].Start, 0
			if r := s.proclitic(i, p.Text); r.Text != "" {
				h.start, h.feat = s.inner(i, r.Cut), r.Feat
			}
			return h, true
		}
	}
	r := s.reading(i, s.w.country)
	if r != nil && utf8.RuneCountInString(w.Form)-int(r.Prefix) != utf8.RuneCountInString(r.Lemma) && r.Feat&lang.For == 0 {
		return hit{}, false // an adjective: "the Syrian"
	}
	if r != nil && (strings.Contains(s.t.Source[s.k[i].Start:s.k[i].End], tanwin) || r.Feat&lang.Article != 0 && s.k[i].In(s.w.demonym) && s.behindDefinite(i, r)) {
		return hit{}, false // "a Turk", "the Saudi clubs"
	}
	if r == nil || r.Feat&(lang.Pronoun|lang.Nisba|lang.Dual|lang.Plural|lang.Accusative) != 0 || s.f.isCommon(s.inside(i, r)) && !s.located(&hit{feat: r.Feat}, s.before(i)) {
		return hit{}, false
	}
	h := hit{head: i, from: i, to: i + 1, form: byCountry, code: r.Key, feat: r.Feat, start: s.t.Inner(i, r)}
	return h, true
}

// tanwin is the mark of an indefinite accusative, which no country has.
const tanwin = "\u064b"

// behindDefinite is whether a definite noun stands right before token i, which nothing is
// glued to, so that it is an adjective.
func (s *search) behindDefinite(i int, r *lang.Reading) bool {
	return i > s.from && r.Feat&(lang.With|lang.For|lang.Conjunction) == 0 && s.k[i-1].Kind == lang.WordKind && s.k[i-1].Has(lang.Noun|lang.Article)
}

// inside is the bare word of token i behind the clitics of a reading.
func (s *search) inside(i int, r *lang.Reading) string {
	parts := s.t.Parts(s.k[i].Word.Form)
	for _, p := range parts.All() {
		if p.Cut == r.Prefix {
			return p.Text
		}
	}
	return ""
}

// proclitic is the cut of token i that leaves the first word of a phrase.
func (s *search) proclitic(i int, text string) lang.Part {
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
func (s *search) useOfCountry(h *hit, p int) use {
	if u, ok := s.governed(h, p); ok {
		return u
	}
	return actor
}

// useOfCapital does so for a capital: it stands for the government where nothing says
// that something is there.
func (s *search) useOfCapital(h *hit, p int) use {
	h.form = byCapital
	if u, ok := s.governed(h, p); ok {
		return u
	}
	return actor
}

// governed is what the words before a country or capital say of it.
func (s *search) governed(h *hit, p int) (use, bool) {
	if h.feat&lang.Like != 0 {
		return actor, true
	}
	if h.feat&lang.With != 0 {
		return place, true
	}
	if l := s.last(h.from); l != nil && s.joined(h, l) && l.form != bySettle {
		if l.use == place && l.form >= byCountry || l.use == actor || l.form <= bySettle && h.form == byCapital {
			return l.use, true
		}
		if l.use == place {
			return place, true
		}
	}
	if p < 0 {
		return s.dateline(h)
	}
	k := &s.k[p]
	if k.Kind == lang.MarkKind {
		if k.Is(lang.BracketOpen) && p > s.from && len(s.hits) > 0 && s.hits[len(s.hits)-1].to == p {
			return place, s.hits[len(s.hits)-1].use == place
		}
		if k.Is(lang.Dash) || k.Is(lang.BracketOpen) {
			return s.dateline(h)
		}
		return actor, false
	}
	if h.feat&lang.For != 0 {
		return place, k.In(s.w.verb) && k.Has(lang.Masdar) || k.In(s.w.head)
	}
	if h.feat&lang.Conjunction != 0 {
		return actor, true
	}
	switch {
	case k.In(s.w.in) && k.Has(lang.Function) && k.Word.Feats&lang.Pronoun == 0:
		b := s.before(p)
		if b >= 0 && s.k[b].Kind == lang.WordKind && s.k[b].In(s.w.party) {
			return actor, true
		}
		for n := 0; b >= s.from && n < 2 && !s.k[p].In(s.w.within); n, b = n+1, b-1 { // "asked its ally for"
			if s.k[b].Kind == lang.WordKind && s.k[b].In(s.w.asks) && s.k[b].Has(lang.Verb) {
				return actor, true
			}
		}
		return place, true
	case k.In(s.w.on):
		b := s.before(p)
		for n := 0; b >= s.from && n < 2; n++ { // "air raids on", also with an adjective
			if s.k[b].In(s.w.attack) {
				return place, true
			}
			b--
		}
	case k.In(s.w.near), k.In(s.w.direction):
		return place, true
	case s.reading(p, s.w.noun) != nil:
		return place, true
	case k.In(s.w.head):
		return place, true
	case k.In(s.w.office) && !k.Has(lang.Article) && !k.Has(lang.Accusative):
		return place, true
	case s.witnessed(p):
		return place, true
	}
	return actor, false
}

// witnessed is whether a verb before the name, at most with its subject between, says
// that something happened there.
func (s *search) witnessed(p int) bool {
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
func (s *search) dateline(h *hit) (use, bool) {
	if h.from > 0 && s.k[h.from-1].Kind != lang.BreakKind && !s.k[h.from-1].Is(lang.Dash) && !s.k[h.from-1].Is(lang.BracketOpen) {
		return actor, false
	}
	if h.to < len(s.k) && (s.k[h.to].Is(lang.Dash) || s.k[h.to].Is(lang.BracketClose) || s.k[h.to].Kind == lang.BreakKind || s.k[h.to].Is(lang.BracketOpen)) && h.form != byCountry {
		return place, true
	}
	return actor, false
}
