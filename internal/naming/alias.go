package naming

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// AliasAt is the longest alias that begins at token i: where it ends, its key and how many
// letters are glued on in front of it. Quotation marks may stand between its words.
func (x *Text) AliasAt(i int) (end int, key string, prefix uint8) {
	if i >= len(x.K) || x.K[i].Word == nil {
		return i, "", 0
	}
	t := &x.K[i]
	end = i
	if t.Starts&lang.StartsPhrase != 0 && t.Word.Begins.Meets(x.v.Alias) {
		next := x.wordBehind(i)
		ps := t.Word.PhrasesWith(next)
		for n := range ps {
			p := &ps[n]
			if p.Mark&next.Marks() == 0 || p.Second != next.Bare && p.Second != next.Form || !p.Classes.Meets(x.v.Alias) || p.Key == "" || p.Article != (p.Articles&1 != 0) {
				continue
			}
			if e := x.phraseEnd(i, p); e > end {
				end, key, prefix = e, p.Key, p.Prefix
			}
		}
	}
	if end == i && t.In(x.v.Alias) && (t.Feats&lang.Verb == 0 || t.Feats&lang.Article != 0 || i > 0 && phrase.IsQuote(&x.K[i-1])) {
		for n := range t.Word.Readings {
			r := &t.Word.Readings[n]
			if r.Classes.Meets(x.v.Alias) && r.Key != "" && (end == i || r.Prefix < prefix) {
				end, key, prefix = i+1, r.Key, r.Prefix
			}
		}
	}
	return end, key, prefix
}

// wordBehind is the word behind token i and its quotation marks, nil if none follows.
func (x *Text) wordBehind(i int) *lang.Word {
	for i++; i < len(x.K) && phrase.IsQuote(&x.K[i]); i++ {
	}
	if i >= len(x.K) {
		return nil
	}
	return x.K[i].Word
}

// phraseEnd is the end of a phrase that begins at token i, i where it does not: its words
// have the article where the lexicon's have it.
func (x *Text) phraseEnd(i int, p *lang.Phrase) int {
	j := i + 1
	for n, w := range p.Rest {
		for j < len(x.K) && phrase.IsQuote(&x.K[j]) {
			j++
		}
		if j >= len(x.K) {
			return i
		}
		t := x.K[j].Word
		if t == nil || t.Bare != w && t.Form != w || (len(t.Form) != len(t.Bare)) != (n < 31 && p.Articles>>(n+1)&1 != 0) && t.Form != w {
			return i
		}
		j++
	}
	return j
}

// AliasBehind is the alias behind the generic noun at token i, which is part of the name:
// the organisation "X". It returns i where the noun makes another actor of it. prefix is
// how many letters are glued on in front of the noun.
func (x *Text) AliasBehind(i int) (end int, key string, prefix uint8) {
	h := Reading(&x.K[i], x.v.Body)
	if h == nil || h.Feat&lang.Article != 0 {
		return i, "", 0
	}
	j := i + 1
	if j < len(x.K) && phrase.IsQuote(&x.K[j]) {
		j++
	}
	end, key, inner := x.AliasAt(j)
	if end == j || inner > 0 {
		return i, "", 0
	}
	if a := x.v.Actors[key]; a != nil && !sameFamily(h.Key, a) && !ownForces(h.Key, a) {
		return i, "", 0
	}
	return end, key, h.Prefix
}

// sameFamily reports whether a generic noun of that kind can stand before the actor's name
// without making another of it.
func sameFamily(kind string, a *lexicon.Actor) bool {
	switch a.Kind {
	case "armed_group", "party":
		return kind == "armed_group" || kind == "party" || kind == "igo"
	case "igo", "ngo":
		return kind == "igo" || kind == "ngo" || kind == "government"
	case "media", "company":
		return kind == "media" || kind == "company" || kind == "igo" || kind == "ngo"
	}
	return kind == a.Kind
}

// ownForces reports whether a noun of force before the actor's name means the actor itself:
// the forces of the Houthis, the coalition's aircraft.
func ownForces(kind string, a *lexicon.Actor) bool {
	return kind == "military" && (a.Kind == "armed_group" || a.Kind == "military" || a.Kind == "igo")
}

// Quoted reports whether tokens [from, to) stand in quotation marks.
func (x *Text) Quoted(from, to int) bool {
	return from > 0 && to < len(x.K) && phrase.IsQuote(&x.K[from-1]) && phrase.IsQuote(&x.K[to])
}

// Outlet reports whether the name of an outlet stands for it: newspapers are called like
// their cities and countries, so that a name alone needs quotation marks, its noun, or a
// word of saying.
func (x *Text) Outlet(from, to int) bool {
	if x.Quoted(from, to) || x.K[from].In(x.v.Body) || to-from > 1 || x.told(from) {
		return true
	}
	for i := range x.rec.Claims {
		src := &x.rec.Claims[i].Source
		if src.Kind == "media" && src.Spans.Contains(x.K[from].Span()) {
			return true
		}
	}
	return false
}

// told reports whether something is told to the outlet at token i, whose name is no other
// word and no place: "to Reuters".
func (x *Text) told(i int) bool {
	t := &x.K[i]
	if !t.Has(lang.For) || x.PlaceAt(i) > i {
		return false
	}
	for n := range t.Word.Readings {
		if r := &t.Word.Readings[n]; !r.Classes.Meets(x.v.Alias) && r.Feat&lang.Guess == 0 {
			return false
		}
	}
	return true
}

// Adjectives is where the adjectives behind a definite name end, which are looked for from
// token i on, and the country that they say, "" if they say none.
func (x *Text) Adjectives(i int) (end int, country string) {
	for n := 0; i < len(x.K) && n < 3; n++ {
		t := &x.K[i]
		if t.Word == nil {
			return i, country
		}
		if r := Reading(t, x.v.G.Demonym); r != nil && r.Feat&lang.Article != 0 && r.Prefix == 0 {
			if country == "" && len(r.Key) == 2 {
				country = r.Key
			}
			i++
			continue
		}
		if r := Reading(t, x.v.Bent); r != nil && r.Feat&lang.Article != 0 && r.Prefix == 0 && !whom(r) {
			i++
			continue
		}
		return i, country
	}
	return i, country
}
