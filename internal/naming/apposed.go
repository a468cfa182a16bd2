package naming

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// longestApposed is how many tokens a name between two marks may have.
const longestApposed = 5

// Apposed is where the name ends that begins at token i and fills all up to the next mark
// or complementiser, as names stand in apposition: "the minister, X Y, said". It is i where
// that is none: a name of a list, or a word of none, must be among two to five words that
// may be a name's.
func (x *Text) Apposed(i int) int {
	evidence, j := false, i
	for ; j < len(x.K) && x.K[j].Word != nil; j++ {
		if j == i+longestApposed {
			return i
		}
		if j > i+1 && x.Phrases.Complementiser(j) {
			break
		}
		t := &x.K[j]
		if !x.plain(j, i) {
			return i
		}
		evidence = evidence || t.In(x.v.AnyName) && !t.In(x.v.Particle) || t.Feats&lang.Guess != 0 && t.Feats&lang.Feminine == 0
	}
	if j < i+2 || !evidence || j == len(x.K) || x.K[j-1].In(x.v.Particle) || phrase.IsQuote(&x.K[j]) {
		return i
	}
	return j
}

// plain reports whether the word at token j can be one of a name that begins at token i.
func (x *Text) plain(j, i int) bool {
	v, t := x.v, &x.K[j]
	if r := Reading(t, v.AnyName); r != nil && r.Prefix == 0 {
		return j > i || !t.In(v.G.Time) || t.In(v.Name)
	}
	n := x.Noun(j)
	if t.Kind != lang.WordKind || n == nil || n.Prefix > 0 || n.Feat&(lang.Pronoun|lang.Accusative|lang.Dual|lang.Plural) != 0 || v.G.Function(t) || x.Verbal(j) || t.Feats&lang.Cue != 0 {
		return false
	}
	if t.In(v.Title) || t.In(v.Body) || t.In(v.Folk) || t.In(v.G.Time) || t.In(v.Country) || t.In(v.Alias) || t.In(v.G.Quantity) || x.PlaceAt(j) > j && n.Feat&lang.Article == 0 {
		return false
	}
	if t.In(v.G.Demonym) {
		return j > i && n.Feat&lang.Article != 0
	}
	return j > i || n.Feat&(lang.Participle|lang.Masdar) == 0 || n.Feat&lang.Listed != 0
}

// Introduced is where the name at token i ends, if its bearer's title stands behind it, with
// a comma or without one: "X Y, head of the council". It is i where none does.
func (x *Text) Introduced(i int) int {
	e := x.Apposed(i)
	if e > i && x.K[e].Is(lang.Comma) && e+1 < len(x.K) && x.K[e+1].Word != nil {
		if r := Reading(&x.K[e+1], x.v.Title); r != nil && r.Prefix == 0 {
			return e
		}
	}
	return x.entitled(i)
}

// longestEntitled is how many tokens a name may have that nothing parts from a title.
const longestEntitled = 4

// entitled is where the name at token i ends, if its bearer's title stands right behind it.
func (x *Text) entitled(i int) int {
	j := i
	for j < len(x.K) && j <= i+longestEntitled && x.between(j, i) {
		j++
	}
	if j < i+2 || j > i+longestEntitled || j == len(x.K) || x.K[j].Word == nil || x.K[i].In(x.v.Particle) || x.K[j-1].In(x.v.Particle) {
		return i
	}
	if r := Reading(&x.K[j], x.v.Title); r == nil || r.Prefix > 0 {
		return i
	}
	return j
}

// between reports whether the word at token j can be one of a name that begins at token i and
// that a title follows: a list has it, or no list has it in any sense, or it is a noun behind
// a given name that is nothing else.
func (x *Text) between(j, i int) bool {
	v, t := x.v, &x.K[j]
	if t.Kind != lang.WordKind || v.G.Function(t) || t.In(v.G.Time) && !t.In(v.Name) || t.In(v.G.Quantity) {
		return false
	}
	title := Reading(t, v.Title)
	if r := Reading(t, v.AnyName); r != nil && r.Prefix == 0 && (title == nil || t.In(v.Name) || j == i+1 && x.K[i].In(v.Name)) {
		return true
	}
	n := x.Noun(j)
	if n == nil || title != nil || n.Prefix > 0 || n.Feat&(lang.Pronoun|lang.Accusative) != 0 || t.In(v.Body) || t.In(v.Folk) || t.In(v.Country) || t.In(v.Alias) || t.In(v.G.Demonym) && n.Feat&lang.Article == 0 {
		return false
	}
	return n.Feat&(lang.Guess|lang.Article) == lang.Guess || j > i && x.K[i].In(v.Name)
}

// Second is where the name of tokens [from, to) ends, if it is a given name behind a title and
// the word behind it, common as it is, can only be the next of the name: a mark follows that,
// a complementiser, or what its bearer is.
func (x *Text) Second(from, to int) int {
	if to != from+1 || to+1 >= len(x.K) || from == 0 || x.K[to].Word == nil || x.K[from].In(x.v.G.Time) {
		return to
	}
	if p := &x.K[from-1]; !x.K[from].In(x.v.given) && !x.K[to].In(x.v.AnyName) && !(p.In(x.v.G.Demonym) && p.Has(lang.Article)) {
		return to
	}
	n := x.Noun(to)
	if n == nil || n.Feat&lang.Article != 0 || !x.plain(to, from) {
		return to
	}
	next := &x.K[to+1]
	if next.Word == nil {
		if next.Is(lang.Comma) || next.Kind == lang.MarkKind && !phrase.IsQuote(next) {
			return to + 1
		}
		return to
	}
	if r := Reading(next, x.v.Title); x.Phrases.Complementiser(to+1) || r != nil && r.Prefix == 0 && r.Feat&lang.Article != 0 && !next.In(x.v.Name) {
		return to + 1
	}
	return to
}
