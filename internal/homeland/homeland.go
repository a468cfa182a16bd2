// Package homeland finds which state is meant by "his country": that of whoever says what the words stand in, where
// it acts, or is dealt with as a party, as package government tells.
//
// It promises that the words are those of a claim whose source the record knows with a country, that nobody else of
// whom they could be stands between, and that a land in which something only is, or happens, is no state.
package homeland

import (
	"slices"

	"riwaya"
	"riwaya/internal/government"
	"riwaya/internal/lang"
	"riwaya/internal/naming"
	"riwaya/lexicon"
)

// Reader reads such states in texts of one language. It is safe for several goroutines.
type Reader struct {
	governments *government.Reader
	words       lang.Set          // "his country", "our country"
	states      map[string]string // English names of states, by their codes
	called      map[string]string // what the lexicon calls them in its own language
}

// ours is the key of words by which only somebody's own speech means his country.
const ours = "ours"

// New prepares the vocabulary of a language, beside who tells where a country is its government. class gives the set of
// the named word classes.
func New(g *government.Reader, lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Reader {
	f := &Reader{governments: g, words: class("homeland"), states: lx.States, called: map[string]string{}}
	for _, w := range lx.Classes["country"] {
		if f.called[w.Key] == "" {
			f.called[w.Key] = w.Text
		}
	}
	return f
}

// Add adds to the record's actors, in their order, the states that are meant and that it has not, and to those that
// it has where they are meant. Sources of claims must be joined to actors. rule is the name under which it is told.
func (f *Reader) Add(x *naming.Text, rec *riwaya.Record, rule string) {
	if !slices.ContainsFunc(rec.Claims, func(c riwaya.Claim) bool { return c.Source.Actor != nil }) {
		return
	}
	for i := range x.K {
		if x.K[i].Word == nil || !x.K[i].In(f.words) {
			continue
		}
		r := naming.Reading(&x.K[i], f.words)
		if r == nil {
			continue
		}
		code := f.country(x, rec, i, r.Key == ours)
		if code == "" || f.states[code] == "" || !f.meant(x, rec, i, r, code) {
			continue
		}
		f.note(rec, x.SpanOf(i, i+1, r.Prefix), code, rule)
	}
}

// country is the code of the country of whoever says what token i stands in, "" where that is not sure.
func (f *Reader) country(x *naming.Text, rec *riwaya.Record, i int, direct bool) string {
	at, said := x.K[i].Span(), -1
	for n := range rec.Claims {
		h := rec.Claims[n].Content.Spans
		if h.Contains(at) && (said < 0 || h.Hull().Len() < rec.Claims[said].Content.Spans.Hull().Len()) {
			said = n
		}
	}
	if said < 0 {
		return ""
	}
	c := &rec.Claims[said]
	if c.Source.Actor == nil || direct && c.Content.Mode == riwaya.ModeIndirect {
		return ""
	}
	who := slices.IndexFunc(rec.Actors, func(a riwaya.Actor) bool { return a.ID == *c.Source.Actor })
	if who < 0 || rec.Actors[who].Country == nil || rec.Actors[who].Private {
		return ""
	}
	from := c.Content.Spans.Hull().Start
	for n := range rec.Actors {
		if a := &rec.Actors[n]; n != who && a.Kind == "person" && !direct && slices.ContainsFunc(a.Mentions, func(m riwaya.Span) bool { return from <= m.Start && m.End <= at.Start }) {
			return "" // it may be his
		}
	}
	return naming.Lower(*rec.Actors[who].Country)
}

// meant reports whether the country at token i is a party to something.
func (f *Reader) meant(x *naming.Text, rec *riwaya.Record, i int, r *lang.Reading, code string) bool {
	return !f.governments.Witness(x, i-1) && f.governments.Meant(x, government.Country{From: i, To: i + 1, Prefix: r.Prefix, Code: code}, rec.Claims, government.Before{To: -1})
}

// note adds a mention of a state.
func (f *Reader) note(rec *riwaya.Record, at riwaya.Span, code, rule string) {
	up := naming.Upper(code)
	for n := range rec.Actors {
		a := &rec.Actors[n]
		if a.Kind == "government" && a.Country != nil && *a.Country == up && a.Name != nil && *a.Name == f.states[code] {
			k, _ := slices.BinarySearchFunc(a.Mentions, at.Start, func(m riwaya.Span, b int) int { return m.Start - b })
			a.Mentions = slices.Insert(a.Mentions, k, at)
			return
		}
	}
	name, called := f.states[code], f.called[code]
	a := riwaya.Actor{ID: riwaya.StateID(code, ""), Name: &name, NameAr: &called, Kind: "government", Country: &up, Mentions: riwaya.Spans{at}, Rule: rule}
	k := slices.IndexFunc(rec.Actors, func(b riwaya.Actor) bool { return len(b.Mentions) > 0 && b.Mentions[0].Start > at.Start })
	if k < 0 {
		k = len(rec.Actors)
	}
	rec.Actors = slices.Concat(rec.Actors[:k], []riwaya.Actor{a}, rec.Actors[k:]) // sources point to the IDs where they are
}
