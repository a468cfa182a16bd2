// Package cue computes what can stand around a word of saying: its source, what it was
// said in or to, the complementiser, the content as a clause, an object or behind the
// preposition that it governs. The rules of attribution ask for these parts by name.
//
// It promises to offer only places where a part can end by the grammar of package
// phrase, the likeliest first. It does not choose between rules; package attribute does.
package cue

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Reading reads the parts around one word of saying.
type Reading struct {
	phrase.Reader
	Strict bool // the source must be one that speaks
	Topic  bool // the pattern has its source before the cue
	Behind bool // the cue, a verb, surely has its subject before it

	held []int   // the ends of the last subject that was asked for
	last subject // and which one that was
}

// subject is all that the noun phrase of a cue's subject depends on.
type subject struct {
	token, at, cueEnd, start, end int
	cue                           *lexicon.Cue
	by                            *lang.Reading
}

// Reset prepares to read another text with the memory there is.
func (r *Reading) Reset(g *phrase.Grammar, t *lang.Text) {
	r.Reader.Reset(g, t)
	r.Strict, r.Topic, r.Behind, r.last = false, false, false, subject{}
}
