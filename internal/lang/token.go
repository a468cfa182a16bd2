// Package lang holds what every language's reader yields: tokens with their
// readings, sentences and quotations over one text. It knows no language itself;
// lang/ar and lang/en do, and never meet.
package lang

import (
	"iter"
	"slices"
	"strconv"

	"riwaya"
)

// Kind is what sort of thing a token is.
type Kind uint8

// The kinds of token.
const (
	WordKind   Kind = iota
	NumberKind      // digits of any script, with their separators
	MarkKind        // punctuation, symbols, emoji
	BreakKind       // the end of a line
)

// Mark is which punctuation a MarkKind token is.
type Mark uint8

// The marks that grammar asks about; all others are OtherMark.
const (
	NoMark Mark = iota
	Comma
	Stop
	Ellipsis
	Question
	Exclamation
	Colon
	Semicolon
	QuoteOpen
	QuoteClose
	QuoteEither // the same sign on both sides
	BracketOpen
	BracketClose
	Dash
	Slash
	Bar
	Hash
	Underscore
	OtherMark
)

// Token is one word, number, mark or line end. Positions are byte offsets. What finders ask
// of every token stands in it: its word lies elsewhere in memory and has to be waited for.
// A token takes one line of the processor's cache.
type Token struct {
	Start, End int
	Word       *Word // for words, else nil; set it by SetWord
	Classes    Set   // those of its word
	Feats      Feat  // and the features of all its readings together
	Match      int32 // of an opening or closing quotation mark or bracket: the index of its partner, else -1
	Starts     Starts
	Traits     Traits
	Kind       Kind
	Mark       Mark
}

// Tight reports whether nothing stands between the token and the one before.
func (t *Token) Tight() bool { return t.Traits&Tight != 0 }

// Maqsura reports whether the token is written with a final alef maqsura.
func (t *Token) Maqsura() bool { return t.Traits&Maqsura != 0 }

// Hamza reports whether the token is written with a hamza on its first letter.
func (t *Token) Hamza() bool { return t.Traits&Hamza != 0 }

// SetWord makes the token the word w.
func (t *Token) SetWord(w *Word) {
	t.Word, t.Classes, t.Feats, t.Starts = w, w.Classes, w.Feats, w.Starts
	t.Traits |= w.Traits
}

// SetStarts notes what each token starts, without what only a phrase would start there whose
// second word does not follow. A mark may stand between the two: then nothing is taken.
func (t *Text) SetStarts() {
	t.Starts = t.Starts[:0]
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Starts&StartsPhrase == 0 {
			t.Starts = append(t.Starts, k.Starts)
			continue
		}
		if last := i+1 == len(t.Tokens); last || t.Tokens[i+1].Word != nil && !k.Word.begins(t.Tokens[i+1].Word) {
			k.Starts = k.Word.Alone
		}
		t.Starts = append(t.Starts, k.Starts)
	}
}

// Next is the first of tokens [from, to) that starts what is asked for, to if none does.
func (t *Text) Next(from, to int, what Starts) int {
	for from < to && t.Starts[from]&what == 0 {
		from++
	}
	return from
}

// Span is where the token stands.
func (t *Token) Span() riwaya.Span { return riwaya.Span{Start: t.Start, End: t.End} }

// Is reports whether the token is that mark.
func (t *Token) Is(m Mark) bool { return t.Kind == MarkKind && t.Mark == m }

// Has reports whether one of the word's readings has all of those features.
func (t *Token) Has(f Feat) bool { return t.Feats&f == f && (f&(f-1) == 0 || t.Word.has(f)) }

// In reports whether one of the word's readings is in one of those classes.
func (t *Token) In(c Set) bool { return t.Classes.Meets(c) }

// Sentence is a range of tokens [From, To), line breaks inside it included.
type Sentence struct {
	From, To  int
	Paragraph int // counted from 0
}

// Text is one text, cut up.
type Text struct {
	Source    string
	Tokens    []Token
	Sentences []Sentence
	// Starts are those of each token, side by side: most finders look at few tokens, and to
	// find those takes reading one byte of each. See [Text.Next].
	Starts []Starts
	// Skip is how many bytes the first n letters of a written word take, with what
	// is drawn over them. It is the language's, since letters are.
	Skip func(word string, n int) int
	// Voweled reports whether the vowels that are written over a verb, read so, are those of
	// the passive. Few words have any: it is asked of the few where that decides who acts.
	Voweled func(word string, verb *Reading) bool
	// Article gives a noun the article as it is written where nothing is glued on before it.
	Article func(noun string) string
	// Parts cuts off a folded form what may be glued on in front of a name: the way that
	// cuts least comes first.
	Parts func(form string) Parts
}

// MaxParts is how many ways there are to cut a name out of a word, at most.
const MaxParts = 6

// Parts are the ways to cut a name out of one word. They are a value, which takes no
// memory of its own.
type Parts struct {
	all [MaxParts]Part
	n   int
}

// All are the parts.
func (p *Parts) All() []Part { return p.all[:p.n] }

// Add adds one, in place of the last where there are too many.
func (p *Parts) Add(x Part) {
	p.n = min(p.n+1, MaxParts)
	p.all[p.n-1] = x
}

// Full reports whether there are as many as there can be.
func (p *Parts) Full() bool { return p.n == MaxParts }

// Part is one way to cut a name out of a word.
type Part struct {
	Text string // without its article
	Cut  uint8  // letters in front of it, its article not counted
	Feat Feat   // what was cut off: Conjunction, So, With, For, Like, Article
}

// Inner is where the word of token i begins behind the clitics of a reading.
func (t *Text) Inner(i int, r *Reading) int {
	k := &t.Tokens[i]
	if r == nil || r.Prefix == 0 {
		return k.Start
	}
	return k.Start + t.Skip(t.Source[k.Start:k.End], int(r.Prefix))
}

// Alone are the words of a span that begins in token i as they are written where nothing is glued on before
// them: behind the preposition "for" the article has lost its first letter.
func (t *Text) Alone(i int, s riwaya.Span) string {
	const both = For | Article
	words, lost := s.Of(t.Source), false
	k := &t.Tokens[i]
	if k.Word == nil || s.Start <= k.Start || t.Article == nil {
		return words
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&For == 0 || t.Inner(i, q) != s.Start {
			continue
		}
		if q.Feat&both == For && q.Feat&(Listed|Function) != 0 {
			return words // its own first letter is that of the article
		}
		lost = lost || q.Feat&both == both
	}
	if lost {
		return t.Article(words)
	}
	return words
}

// WordAt is the word of token i, nil if it has none or there is no such token.
func (t *Text) WordAt(i int) *Word {
	if i >= len(t.Tokens) {
		return nil
	}
	return t.Tokens[i].Word
}

// Span is the range of bytes of tokens [from, to).
func (t *Text) Span(from, to int) riwaya.Span {
	if from >= to {
		return riwaya.Span{}
	}
	return riwaya.Span{Start: t.Tokens[from].Start, End: t.Tokens[to-1].End}
}

// EntryYear is the year with which an entry of a chronicle begins at token i, a dash behind it: "1967 – the army enters the city".
func (t *Text) EntryYear(i int) (year int, ok bool) {
	if i+1 >= len(t.Tokens) || t.Tokens[i].Kind != NumberKind || !t.Tokens[i+1].Is(Dash) {
		return 0, false
	}
	year, err := strconv.Atoi(t.Tokens[i].Span().Of(t.Source))
	return year, err == nil && year >= 1000 && year < 2100
}

// TokenAt is that of tokens [from, to) which byte b stands in, -1 if there is none.
func (t *Text) TokenAt(b, from, to int) int {
	if n := t.Behind(b, from, to); n < to && t.Tokens[n].Start <= b {
		return n
	}
	return -1
}

// Within are the tokens that begin in a span, from the one that its first byte stands in.
func (t *Text) Within(at riwaya.Span) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := t.TokenAt(at.Start, 0, len(t.Tokens)); i >= 0 && i < len(t.Tokens) && t.Tokens[i].Start < at.End && yield(i); i++ {
		}
	}
}

// Behind is the first of tokens [from, to) that ends behind byte b, to if none does. It is
// written out, since a function that compares would be handed copies of tokens.
func (t *Text) Behind(b, from, to int) int {
	for from < to {
		if m := int(uint(from+to) / 2); t.Tokens[m].End <= b {
			from = m + 1
		} else {
			to = m
		}
	}
	return from
}

// SentenceFrom is the sentence whose first token is from, nil if there is none.
func (t *Text) SentenceFrom(from int) *Sentence {
	n, ok := slices.BinarySearchFunc(t.Sentences, from, func(s Sentence, from int) int { return s.From - from })
	if !ok {
		return nil
	}
	return &t.Sentences[n]
}
