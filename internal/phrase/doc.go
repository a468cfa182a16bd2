// Package phrase reads noun phrases and clauses: where a name with its titles,
// institution, adjectives and appositions ends, whether it is somebody that speaks,
// where a clause begins and ends, which complementiser belongs to which word.
//
// It promises to answer from the word classes of the lexicon and the features of the
// words alone, and to change nothing. It decides nothing about claims: the finders that
// use it do.
package phrase

import (
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Reader reads the phrases of one sentence. The words of saying that a phrase may belong
// to decide where it ends, so that they are part of the question.
type Reader struct {
	Grammar    *Grammar
	Text       *lang.Text
	Tokens     []lang.Token
	Start, End int // the sentence's tokens

	At       int           // the word of saying
	CueEnd   int           // behind it, which may have several words
	Cue      *lexicon.Cue  // its row of the lexicon, nil for a colon
	By       *lang.Reading // its reading
	Stop     int           // a relative clause in a noun phrase ends there at the latest, 0 for none
	Governed int           // the token whose glued preposition it governs, -1
	Subject  int           // the token where its subject is asked for, -1

	ends []int
}

// Reset prepares to read another text with the memory there is.
func (r *Reader) Reset(g *Grammar, t *lang.Text) {
	*r = Reader{Grammar: g, Text: t, Tokens: t.Tokens, Governed: -1, Subject: -1, ends: r.ends[:0]}
}
