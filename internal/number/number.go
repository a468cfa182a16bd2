// Package number reads numbers: digits of every script and number words, as they stand
// among a text's tokens. What they count it does not ask.
//
// It promises that a number lies within one line, that reading the same tokens gives the
// same number, and that words which the lexicon does not list are never numbers.
package number

import (
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Number is a number as a text prints it.
type Number struct {
	From, To  int         // tokens
	Span      riwaya.Span // bytes, from behind the clitics in front to the last digit or letter
	Low, High float64     // equal, but for vague numbers: tens are 10 and 99
	Vague     bool        // tens, hundreds, thousands, with no count of them
	Ordinal   bool        // the third, the twenty-first
	Words     bool        // written in letters, wholly or in part
	Dual      bool        // no number word: the dual ending of the counted noun is the number
	Fraction  bool        // a half, three quarters, with no whole before it
	OneOf     bool        // one of several: it is a number only before what it is one of
	Definite  bool        // its first word has the article
	Construct bool        // a dual that is bound to the noun behind it
}

// Reader reads numbers of one language. It is safe for several goroutines.
type Reader struct {
	words                           map[string]item // by key
	number, dual, and, from, on, of lang.Set
}

// New prepares a lexicon. class gives the set of the named word classes. A key that is no
// number is read as no number; [Check] names it.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Reader {
	r := &Reader{words: map[string]item{}, number: class("number"), dual: class("counted", "unit"),
		and: class("and"), from: class("from"), on: class("on"), of: class("total")}
	for _, w := range lx.Classes["number"] {
		if it, ok := keyed(w.Key); ok {
			r.words[w.Key] = it
		}
	}
	return r
}

// At is the longest number that begins at token i, and whether there is one. A number that
// begins at a dash is negative; who asks only at words and digits reads none.
func (r *Reader) At(t *lang.Text, i int) (Number, bool) {
	k := &t.Tokens[i]
	switch {
	case k.Is(lang.Dash) && i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == lang.NumberKind && t.Tokens[i+1].Tight() && !k.Tight():
		n, ok := r.At(t, i+1)
		if !ok || n.Vague {
			return Number{}, false
		}
		n.From, n.Span.Start, n.Low, n.High = i, k.Start, -n.High, -n.Low
		return n, true
	case k.Kind == lang.NumberKind, k.In(r.number):
		s := sum{r: r, t: t, from: i}
		return s.read()
	case k.In(r.dual):
		return r.dualAt(t, i)
	}
	return Number{}, false
}

// Total is the number that another, which ends before token i, is a part of: three of
// five, three out of a total of five; to is behind it.
func (r *Reader) Total(t *lang.Text, i int) (n Number, ok bool) {
	if i+2 < len(t.Tokens) && t.Tokens[i].In(r.of) {
		i++ // one part in three
	}
	if i+1 >= len(t.Tokens) || !t.Tokens[i].In(r.from.Or(r.on)) || t.Tokens[i].Feats&lang.Function == 0 {
		return n, false
	}
	i++
	for i+1 < len(t.Tokens) && t.Tokens[i].In(r.of) {
		i++
	}
	if n, ok = r.At(t, i); ok && (n.Vague || n.Ordinal || n.Dual || n.OneOf) {
		return Number{}, false
	}
	return n, ok
}

// dualAt reads the dual of a counted noun. The ending that is also the sound plural's is
// one only where the noun's plural is a word of its own, which the key says.
func (r *Reader) dualAt(t *lang.Text, i int) (Number, bool) {
	k := &t.Tokens[i]
	if f := k.Feats; f&(lang.Dual|lang.Accusative) == 0 && f&(lang.Masculine|lang.Plural) != lang.Masculine|lang.Plural {
		return Number{}, false // no reading has such an ending
	}
	if k.Feats&(lang.Past|lang.Present|lang.Function) != 0 && k.Feats&(lang.Article|lang.Accusative) == 0 {
		return Number{}, false // a verb, or nearly always
	}
	if i > 0 && t.Tokens[i-1].Word != nil && !k.Has(lang.Conjunction) && t.Tokens[i-1].Feats&(lang.Function|lang.Verb) == 0 && t.Tokens[i-1].Feats&(lang.Dual|lang.Oblique) != 0 {
		return Number{}, false // the adjective of a dual
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(r.dual) && q.Feat&(lang.Singular|lang.Accusative|lang.Pronoun) == lang.Singular && q.Prefix == 0 {
			return Number{}, false // the lexicon lists the form itself
		}
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(r.dual) || q.Feat&lang.Pronoun != 0 {
			continue
		}
		if more := i+1 < len(t.Tokens); !stressed(t.Source[k.Start:k.End], q) && !isDual(q, more && construct(&t.Tokens[i+1]), more && (r.bound(&t.Tokens[i+1]) || r.phrased(t, i))) {
			continue
		}
		return Number{From: i, To: i + 1, Span: riwaya.Span{Start: t.Inner(i, q), End: k.End}, Low: 2, High: 2, Words: true, Dual: true,
			Definite: q.Feat&lang.Article != 0, Construct: q.Feat&lang.Bound != 0 || q.Feat&(lang.Dual|lang.Oblique) == 0}, true
	}
	return Number{}, false
}

// stressed reports whether a text marks by a sukun what the ending of a noun is: of the two that are
// written alike only the dual has one on its last letter but one.
func stressed(source string, q *lang.Reading) bool {
	_, last := utf8.DecodeLastRuneInString(source)
	return q.Feat&lang.Oblique != 0 && q.Feat&(lang.Masculine|lang.Plural) == lang.Masculine|lang.Plural && strings.HasSuffix(source[:len(source)-last], "\u0652")
}

// isDual reports whether a counted noun has a dual ending. before says that a noun
// follows which it may be bound to: then the dual has lost its last letter; bound that it
// surely is, so that what looks like the accusative is a dual.
func isDual(q *lang.Reading, before, bound bool) bool {
	plural, bare := soundPlural(q.Key), false
	switch {
	case q.Feat&lang.Dual != 0:
		return q.Feat&lang.Bound == 0 || before && bound
	case bound && !plural && q.Feat&lang.Accusative != 0 && q.Feat&lang.Article == 0:
		return true
	case plural || q.Feat&lang.Masculine == 0 || q.Feat&lang.Plural == 0:
	case q.Feat&lang.Oblique != 0:
		return true
	default:
		bare = before && bound && q.Feat&lang.Article == 0
	}
	return bare
}

// phrased reports whether the lexicon lists the noun at token i with what it is bound to.
func (r *Reader) phrased(t *lang.Text, i int) bool {
	k := &t.Tokens[i]
	if k.Word == nil || !k.Word.Begins.Meets(r.dual) {
		return false
	}
	_, p := t.PhraseAt(i, r.dual)
	return p != nil
}

// bound reports whether a token is an indefinite noun of those that are counted, in no case
// that an adjective could have.
func (r *Reader) bound(k *lang.Token) bool {
	if k.Word == nil || !k.In(r.dual) || k.Feats&(lang.Function|lang.Accusative|lang.Verb) != 0 {
		return false
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(r.dual) && q.Prefix == 0 && q.Feat&(lang.Article|lang.Pronoun) == 0 && !soundPlural(q.Key) {
			return true
		}
	}
	return false
}

// soundPlural reports whether the key of a counted noun says that its plural is the sound
// masculine one.
func soundPlural(key string) bool { return len(key) > 0 && key[len(key)-1] == '+' }

// construct reports whether a token may be a noun that the one before is bound to.
func construct(k *lang.Token) bool {
	return k.Word != nil && k.Feats&lang.Noun != 0 && k.Feats&lang.Function == 0
}
