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
	Ambiguous  bool      // of a verb: it may be read as a noun too
	Parenthese bool      // it stands in brackets or between dashes
	Takes      lang.Feat // of a relative pronoun: whom it takes up by its form, 0 where it does not show
}

// Is reports whether the chunk is a noun phrase without a preposition.
func (c *Chunk) Is(k Kind) bool { return c.Kind == k }

// Bare reports whether the chunk is a noun phrase that no preposition governs.
func (c *Chunk) Bare() bool { return c.Kind == NounPhrase && c.Prep == "" }

// relative reports whether the key of a preposition is that of a relative pronoun, and whom
// that takes up by its form.
func relative(key string) (takes lang.Feat, ok bool) {
	switch key {
	case Who:
		return 0, true
	case Who + "-him":
		return lang.Him, true
	case Who + "-her":
		return lang.Her, true
	case Who + "-them":
		return lang.Them, true
	}
	return 0, false
}

// Acts reports whether what a relative pronoun takes up may be the subject of the verb q of
// its clause: they agree in gender and number (the group which it bombed is not who bombed).
func (c *Chunk) Acts(q *lang.Reading) bool {
	const gender = lang.Masculine | lang.Feminine
	many := q.Feat&(lang.Plural|lang.Dual) != 0
	switch c.Takes {
	case lang.Him:
		return !many && q.Feat&gender != lang.Feminine
	case lang.Her:
		return !many && q.Feat&gender != lang.Masculine
	case lang.Them:
		return many
	}
	return true
}
