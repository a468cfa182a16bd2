package term

import "hash/maphash"

// Memo makes the terms of many texts, remembering those of words it met: most words of most
// texts are a few thousand. It is for one goroutine.
type Memo struct {
	terms *Terms
	seed  maphash.Seed
	// of is small enough for a processor's cache and has one place for a word: what falls on
	// a taken one takes it over. A map of all words is slower than stemming them again.
	of [1 << 13]remembered
}

type remembered struct{ word, term string }

// NewMemo makes a Memo.
func NewMemo(t *Terms) *Memo { return &Memo{terms: t, seed: maphash.MakeSeed()} }

// Append writes the terms of text to dst, a space after each, as Terms.Append does.
func (m *Memo) Append(dst []byte, text string) []byte {
	m.each(text, func(one Term) { dst = append(append(dst, one.Text...), ' ') })
	return dst
}

// Of are the terms of text, as Terms.Of has them, in the memory of those given before if it is
// enough.
func (m *Memo) Of(text string, into []Term) []Term {
	into = into[:0]
	m.each(text, func(one Term) { into = append(into, one) })
	return into
}

func (m *Memo) each(text string, see func(Term)) {
	for at := 0; at < len(text); {
		word := next(text, at)
		if word.Len() == 0 {
			return
		}
		at = word.End
		w := word.Of(text)
		one := &m.of[maphash.String(m.seed, w)%uint64(len(m.of))]
		if one.word != w {
			form := Normalise(w)
			one.word, one.term = string([]byte(w)), "" // a copy, not to hold the whole text
			if form != "" {
				one.term = string([]byte(m.terms.stems.Stem(form)))
			}
		}
		if one.term != "" {
			see(Term{one.term, word})
		}
	}
}
