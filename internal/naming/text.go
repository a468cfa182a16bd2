package naming

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// Text is a text in which names are read, with what earlier finders left of it. Numbers of
// tokens are indices of K; ends are one behind the last. It is for one goroutine.
type Text struct {
	T       *lang.Text
	K       []lang.Token  // of T
	Phrases phrase.Reader // over all of K

	v   *Vocabulary
	rec *riwaya.Record

	// what BodyPhrase said last, of token headAt-1
	headAt, headEnd int
	headEntry       *lang.Phrase
	headAlone       bool
}

// Text is a text to read names in. Of the record the places and the claims are looked at.
func (v *Vocabulary) Text(t *lang.Text, rec *riwaya.Record) Text {
	return Text{T: t, K: t.Tokens, v: v, rec: rec, Phrases: phrase.Reader{Grammar: v.G, Text: t, Tokens: t.Tokens, End: len(t.Tokens), Governed: -1, Subject: -1}}
}

// Reading is the reading of a token in one of those classes with no pronoun behind it and
// the fewest letters in front; nil if there is none.
func Reading(t *lang.Token, in lang.Set) *lang.Reading {
	if !t.In(in) {
		return nil
	}
	return least(t, in)
}

// least is Reading of a token that has one in those classes. It is apart so that Reading,
// which mostly says no, is small enough to be inlined.
func least(t *lang.Token, in lang.Set) *lang.Reading {
	var best *lang.Reading
	for i := range t.Word.Readings {
		r := &t.Word.Readings[i]
		if r.Classes.Meets(in) && r.Feat&(lang.Pronoun|lang.Dual) == 0 && (best == nil || r.Prefix < best.Prefix) {
			best = r
		}
	}
	return best
}

// SpanOf is the span of tokens [from, to) behind n letters glued on in front.
func (x *Text) SpanOf(from, to int, n uint8) riwaya.Span {
	span := x.T.Span(from, to)
	if n > 0 {
		k := &x.K[from]
		span.Start = k.Start + x.T.Skip(x.T.Source[k.Start:k.End], int(n))
	}
	return span
}

// PlaceAt is the end of the place that an earlier finder saw at token i, i if there is none.
func (x *Text) PlaceAt(i int) int {
	at := x.K[i].Start
	n, behind := 0, len(x.rec.Places) // written out, since a function would be handed copies of places
	for n < behind {
		if m := int(uint(n+behind) / 2); x.rec.Places[m].Span.Hull().End <= at {
			n = m + 1
		} else {
			behind = m
		}
	}
	if n == len(x.rec.Places) || x.rec.Places[n].Span.Hull().Start > at {
		return i
	}
	end := x.rec.Places[n].Span.Hull().End
	for i < len(x.K) && x.K[i].Start < end {
		i++
	}
	return i
}

// Noun is the token's best reading as a noun.
func (x *Text) Noun(j int) *lang.Reading { return x.Phrases.Noun(j) }

// Verbal reports whether the token can only be a verb.
func (x *Text) Verbal(j int) bool { return x.v.G.Finite(&x.K[j]) }

// CountryAt is the end of the name of a country at token j, and its code; j and "" where
// there is none. No clitic may stand before it.
func (x *Text) CountryAt(j int) (int, string) {
	t := &x.K[j]
	if t.Word == nil {
		return j, ""
	}
	if e, p := x.T.PhraseAt(j, x.v.Country); e > j && p.Prefix == 0 {
		return e, p.Key
	}
	if r := Reading(t, x.v.Country); r != nil && r.Prefix == 0 && r.Feat&lang.Plural == 0 && !t.Word.Lengthened(r) {
		return j + 1, r.Key
	}
	return j, ""
}

// Adjective reports whether the definite noun at token j can be an adjective.
func (x *Text) Adjective(j int, n *lang.Reading) bool {
	w := x.K[j].Word
	if x.K[j].In(x.v.Folk) || x.K[j].In(x.v.Body) || x.K[j].In(x.v.Title) {
		return false
	}
	for i := range w.Readings {
		r := &w.Readings[i]
		if r.Feat&lang.Article != 0 && (r.Feat&(lang.Nisba|lang.Participle) != 0) && r.Feat&lang.Masdar == 0 {
			return true
		}
	}
	return false
}

// Lower is a country's code as the word lists have it.
func Lower(code string) string {
	if len(code) != 2 {
		return ""
	}
	b := [2]byte{code[0] | 0x20, code[1] | 0x20}
	return string(b[:])
}

// Upper is a country's code as records have it.
func Upper(code string) string {
	if len(code) != 2 {
		return ""
	}
	b := [2]byte{code[0] &^ 0x20, code[1] &^ 0x20}
	return string(b[:])
}
