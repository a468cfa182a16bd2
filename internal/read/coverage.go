package read

import (
	"riwaya/internal/coverage"
	"riwaya/internal/lang/ar/morph"
)

// Coverage counts, in a text, where it says "VERB … that" near someone who can speak,
// and whether the lexicon knows the verb: see package coverage. The function is safe for
// several goroutines.
func (r *Reader) Coverage() func(text string) coverage.Tally {
	var nonspeech []string
	for _, w := range r.Lexicon.Classes["nonspeech"] {
		nonspeech = append(nonspeech, w.Text)
	}
	c := coverage.New(r.arabic.Class, nonspeech, morph.VerbShape)
	return func(text string) coverage.Tally {
		var t coverage.Tally
		c.Count(r.arabic.Parse(text), &t)
		return t
	}
}
