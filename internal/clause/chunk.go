package clause

import (
	"riwaya/internal/lang"
)

// Kind is what sort of chunk one is.
type Kind uint8

// The kinds of chunk.
const (
	NounPhrase Kind = iota
	Verb            // a finite verb
	Relative        // a relative pronoun
	That            // a complementiser
	Opens           // a conjunction that opens another clause: while, when
	Adverb          // a time, a pronoun with its preposition, a particle: it changes nothing
	Negation
	Comma
	Stop // nothing goes on behind it: a full stop, a colon, a semicolon, a line's end
)

// Chunk is a piece of a sentence. Tokens [From, To) are its own; a conjunction or
// preposition that is glued on stands in token From.
type Chunk struct {
	Kind       Kind
	From, To   int
	Head       int    // the token of the noun or verb
	Prep       string // the key of the preposition that governs it, "" for none
	Joined     bool   // a conjunction stands in front
	Definite   bool   // by article, pronoun, name, or what it is bound to
	Pronoun    bool   // a pronoun is glued on behind its head
	Listed     bool   // it goes on with the phrase before: X, Y and Z
	Actor      int    // the actor that its head names, -1
	Place      int    // the place that its head names, -1
	Figure     int    // the figure that it is, -1
	Reading    *lang.Reading
	Ambiguous  bool // of a verb: it may be read as a noun too
	Parenthese bool // it stands in brackets or between dashes
}

// Is reports whether the chunk is a noun phrase without a preposition.
func (c *Chunk) Is(k Kind) bool { return c.Kind == k }

// Bare reports whether the chunk is a noun phrase that no preposition governs.
func (c *Chunk) Bare() bool { return c.Kind == NounPhrase && c.Prep == "" }
