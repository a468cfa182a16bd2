// Package scene says, of the places that a sentence names, which one something happened at: for
// those who link numbers and happenings to places.
//
// It promises that a place is given only where the words join it to what happened, and that what is
// told of the next place of a list is told of no other.
package scene

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/link"
)

// Reader reads sentences of one language. It is safe for several goroutines.
type Reader struct{ where, in, from, note lang.Set }

// New prepares the words. class gives the set of the named word classes.
func New(class func(names ...string) lang.Set) *Reader {
	return &Reader{where: class("where"), in: class("in"), from: class("from"), note: class("note")}
}

// near is how many words may stand between "where" and what happened there: a verb and its particles.
const near = 4

// There is the place that "where" takes up, behind which stands what happened at token i: "in Sousse,
// where 38 were killed". False where none stands so. from is where the sentence begins, places are its places in order.
func (r *Reader) There(k []lang.Token, from, i int, places []link.Entry) (of int, ok bool) {
	for j := i - 1; j > from && j >= i-near && k[j].Word != nil; j-- {
		if !k[j].In(r.where) || k[j].Feats&lang.Function == 0 {
			continue
		}
		if j--; k[j].Is(lang.Comma) && j > from {
			j--
		}
		for _, p := range places {
			if p.Start <= k[j].Start && k[j].End <= p.End {
				return p.Of, true
			}
		}
		return 0, false
	}
	return 0, false
}

// Elsewhere reports whether what stands at byte at, behind token i, is told of another place than what
// happened at i: behind a comma begins "and in", or "while".
func (r *Reader) Elsewhere(k []lang.Token, i, at int) bool {
	for i++; i+1 < len(k) && k[i].Start < at; i++ {
		if t := &k[i+1]; k[i].Is(lang.Comma) && t.Start < at && t.Word != nil && (t.Has(lang.Conjunction) && t.In(r.in) && !t.Has(lang.Pronoun) || r.noted(t, "while")) {
			return true
		}
	}
	return false
}

// Within reports whether "in" stands before what begins at byte at, behind token i, or before the noun
// that it is the name of: in the village of.
func (r *Reader) Within(k []lang.Token, i, at int) bool {
	for j := i + 1; j < len(k) && k[j].Start <= at; j++ {
		if at >= k[j].End {
			continue
		}
		for n := j; n > i && n >= j-2 && k[n].Word != nil; n-- {
			if k[n].In(r.in) || n >= j-1 && k[n].Has(lang.With) {
				return true
			}
		}
		return false
	}
	return false
}

// Seat reports whether a place is only where somebody has their seat: "his organisation, which is based in
// Geneva, counted a hundred dead".
func (r *Reader) Seat(k []lang.Token, p link.Entry) bool {
	i, end := span(k, p)
	if end < len(k) && r.noted(&k[end], "seat") && k[end].Feats&lang.Pronoun == 0 {
		return true
	}
	if i > 0 && k[i-1].Word != nil && k[i-1].In(r.in) {
		i--
	}
	return i > 0 && r.noted(&k[i-1], "seat") && k[i-1].Feats&lang.Pronoun != 0
}

// Whence reports whether a place is whence somebody is or comes: "soldiers, most of them from Burundi".
func (r *Reader) Whence(k []lang.Token, p link.Entry) bool {
	i, _ := span(k, p)
	return i > 0 && k[i-1].Word != nil && k[i-1].In(r.from) && !k[i-1].Has(lang.Pronoun)
}

// Remembered reports whether what happened at token i is only remembered on the day that a time before it says: "yesterday, on the tenth
// anniversary of the attack". time is where that time ends; behind a comma, or "where", something else is told.
func (r *Reader) Remembered(k []lang.Token, time, i int) bool {
	for i--; i >= 0 && k[i].Start >= time && !k[i].Is(lang.Comma) && !r.noted(&k[i], "while"); i-- {
		if r.noted(&k[i], "memory") {
			return true
		}
	}
	return false
}

// span are the tokens of a place.
func span(k []lang.Token, p link.Entry) (from, to int) {
	from, _ = slices.BinarySearchFunc(k, p.Start, func(t lang.Token, at int) int { return t.End - 1 - at })
	for to = from; to < len(k) && k[to].Start < p.End; to++ {
	}
	return from, to
}

// noted reports whether the word has that key among the words that say something of others.
func (r *Reader) noted(t *lang.Token, key string) bool {
	return t.Word != nil && t.In(r.note) && t.Word.Some(func(q *lang.Reading) bool { return q.Classes.Meets(r.note) && q.Key == key })
}
