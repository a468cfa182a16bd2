// Package extent settles where what was said begins and ends: behind its cue, before it, on
// both sides of it, in quotation marks, and where the next speaker's clause or the narrator
// takes over.
//
// It promises that content is words of the text, and that the same candidates get the same
// content. It names no word of any language: words are classes of the lexicon.
package extent

import "riwaya/internal/cue"

// reading is the state of settling the candidates of one text.
type reading struct {
	*cue.Reading
	next int // the next sentence in which somebody speaks
}
