// Package number reads numbers: digits of every script and number words, as they stand
// among a text's tokens. What they count it does not ask.
package number

import (
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
}

// Reader reads numbers of one language. It is safe for several goroutines.
type Reader struct{}

// New prepares a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Reader { return &Reader{} }

// At is the longest number that begins at token i, and whether there is one.
func (r *Reader) At(t *lang.Text, i int) (Number, bool) { return Number{}, false }
