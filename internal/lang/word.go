package lang

import (
	"math/bits"
	"strings"

	"riwaya/lexicon"
)

// Feat is a set of grammatical features; agreement is one AND.
type Feat uint64

// The features of a reading.
const (
	Verb     Feat = 1 << iota
	Noun          // nouns and adjectives
	Function      // particles, prepositions, conjunctions: words that take no ending
	Past
	Present
	Passive // may be read as passive
	Active  // may be read as active
	Participle
	Masdar
	Masculine
	Feminine
	Singular
	Dual
	Plural
	First
	Third
	Conjunction // a conjunction is glued on in front (and, so)
	So          // that conjunction is the "so" one
	With        // the preposition "with, by" is glued on
	For         // the preposition "for, to" is glued on
	Like        // the preposition "like" is glued on
	Future
	Article
	Pronoun    // a pronoun is glued on behind
	Accusative // the ending is one of the indefinite accusative
	Nisba      // looks like a relational adjective
	Guess      // not in the lexicon: read from its shape
	Cue        // attributes
	Oblique    // the ending is one that no subject has
	Bound      // the ending is one that only a noun bound to the next has: it has lost its n
	Listed     // a list has it as a noun; that its verb is in one says nothing of it
	Him        // the pronoun glued on behind is a masculine singular
	Her        // it is a feminine singular
	Them       // it is a plural or dual
	Jussive    // a present that stands only behind a particle that shortens it: not, let
)

// Agreement are the features that agree between a verb and its subject.
const Agreement = Masculine | Feminine | Singular | Dual | Plural

// Set is a set of word classes; which bit is which class, Classes says. It is no array: the
// compiler keeps a struct of few fields in registers, and copies an array through memory each
// time that a set is asked for, which was a fifth of all reading.
type Set struct{ a, b, c uint64 }

// Meets reports whether the two share a class.
func (s Set) Meets(t Set) bool { return s.a&t.a|s.b&t.b|s.c&t.c != 0 }

// Or is the union.
func (s Set) Or(t Set) Set { return Set{s.a | t.a, s.b | t.b, s.c | t.c} }

// Empty reports whether there is none.
func (s Set) Empty() bool { return s == Set{} }

// Minus is s without t.
func (s Set) Minus(t Set) Set { return Set{s.a &^ t.a, s.b &^ t.b, s.c &^ t.c} }

// With adds class n.
func (s Set) With(n int) Set {
	bit := uint64(1) << (n % 64)
	switch n / 64 {
	case 0:
		s.a |= bit
	case 1:
		s.b |= bit
	default:
		s.c |= bit
	}
	return s
}

// MaxClasses is how many classes a Set can hold.
const MaxClasses = 3 * 64

// Reading is one way to read a word. What is asked of every reading stands first, side by side.
type Reading struct {
	Feat    Feat
	Classes Set
	Prefix  uint8        // letters glued on in front, the article not counted
	Cue     *lexicon.Cue // the lexicon's row, if it attributes
	Key     string       // the lexicon's key beside it, such as a country code
	Lemma   string       // the lexicon's bare form; empty for a guess
}

// Word is a form with all its readings. It is shared between texts and never
// changed once made. What finders ask of every word stands first: words lie all over
// memory, and each line of it that is read has to be waited for.
type Word struct {
	Feats    Feat   // of all readings together
	Classes  Set    // of all readings together
	Begins   Set    // the classes of all its phrases together
	Mark     uint64 // one bit, by its bare form: see [MarkOf]
	Seconds  uint64 // the marks of all its phrases' second words together
	Names    Naming // of the tables of places
	Follows  bool   // it perhaps stands second in one of them
	CueBegin bool   // a phrase that attributes begins with it
	Starts   Starts
	Traits   Traits
	noun     int8   // which reading is the likeliest of a noun, -1 for none: see [Word.Noun]
	nominal  int8   // and which of what stands for one
	Alone    Starts // the same without its phrases
	Maqsura  bool   // written with a final alef maqsura
	formMark uint8  // which bit its form has: see [Word.Marks]
	hash     uint32 // of its bare form: see [hashOf]
	Form     string // folded, with its clitics
	Bare     string // folded, without the article
	Readings []Reading
	Phrases  []Phrase    // by their marks, if they are more than [FewPhrases]
	groups   *[65]uint16 // where those of each mark of Seconds begin, the lowest first; nil if they are few
	Places   *PlaceName  // those names of the tables of places that begin with it
}

// PlaceName is what a table of places has of a part of a word: the names whose first word it
// is, side by side. It is worked out once for each word, since a table lies all over memory.
type PlaceName struct {
	Part   Part
	Next   *PlaceName // of another part, or in a later table
	Lo, Hi int32      // the names
	Whole  int32      // those up to here have no other word
	At     int32      // where the second word of the others begins
	Table  uint8      // the number of the table
	Exact  bool       // one of those without another word is spelt so
	Loose  bool       // or may stand for a variant of its spelling
}

// SetMarks notes the marks of the word's bare form and of its form.
func (w *Word) SetMarks() {
	w.hash, w.formMark = hashOf(w.Bare), uint8(bits.TrailingZeros64(MarkOf(w.Form)))
	w.Mark = markOf(w.hash)
}

// Marks are the mark of its bare form and that of its form.
func (w *Word) Marks() uint64 { return w.Mark | 1<<(w.formMark&63) }

// Starts is a set of what a word may begin. A finder passes over the words that begin
// nothing of its own, which are nearly all, by one AND.
type Starts uint8

// What a word may begin; of other tokens, numbers are asked as times, and some marks as claims
// and as context of a deed: see [StartsOf].
const (
	StartsClaim  Starts = 1 << iota // a word or phrase that attributes
	StartsTime                      // an expression of time
	StartsPlace                     // the mention of a place
	StartsActor                     // the mention of an actor, or a part of a name
	StartsDeed                      // what happens to those who are counted, or context of it
	StartsStance                    // what carries a stance
	StartsEvent                     // the name of a happening
	StartsPhrase                    // some phrase of the lexicon: its second word perhaps follows
)

// FewPhrases are not worth an order: they are looked through.
const FewPhrases = 4

// GoesOn reports whether a phrase that begins with w perhaps has next, which may be nil, for
// its second word; false is sure.
func (w *Word) GoesOn(next *Word) bool { return next != nil && w.Seconds&next.Marks() != 0 }

// begins reports whether a phrase that begins with w has next for its second word.
func (w *Word) begins(next *Word) bool {
	return w.GoesOn(next) && (w.hasSecond(next, next.Mark) || next.Marks() != next.Mark && w.hasSecond(next, next.Marks()&^next.Mark))
}

func (w *Word) hasSecond(next *Word, mark uint64) bool {
	phrases := w.phrasesOf(mark)
	for i := range phrases {
		p := &phrases[i]
		if p.Mark == mark && (p.hash == next.hash && p.Second == next.Bare || len(next.Form) != len(next.Bare) && p.Second == next.Form) {
			return true
		}
	}
	return false
}

// PhrasesWith are the phrases that begin with w and have perhaps next, which may be nil, for
// their second word, in their order. Some words begin hundreds.
func (w *Word) PhrasesWith(next *Word) []Phrase {
	if !w.GoesOn(next) {
		return nil
	}
	switch w.Seconds & next.Marks() {
	case next.Mark:
		return w.phrasesOf(next.Mark)
	case next.Marks() &^ next.Mark:
		return w.phrasesOf(next.Marks() &^ next.Mark)
	}
	return w.Phrases // some have its bare form, some its form
}

// phrasesOf are the phrases that begin with w and whose second word has that mark; all of
// them, where they are few.
func (w *Word) phrasesOf(mark uint64) []Phrase {
	all := w.Phrases
	if len(all) <= FewPhrases {
		return all
	}
	if w.Seconds&mark == 0 {
		return nil
	}
	n := bits.OnesCount64(w.Seconds & (mark - 1))
	return all[w.groups[n]:w.groups[n+1]]
}

// group notes where the phrases of each mark begin, where they are many: to search among
// them reads memory that is far apart.
func (w *Word) group() {
	if len(w.Phrases) <= FewPhrases {
		return
	}
	w.groups = new([65]uint16)
	n := 0
	for i := range w.Phrases {
		if i > 0 && w.Phrases[i].Mark != w.Phrases[i-1].Mark {
			n++
			w.groups[n] = uint16(i)
		}
	}
	w.groups[n+1] = uint16(len(w.Phrases))
}

// Naming is whether a word, or what is left of it without clitics, is a name of the
// tables of places.
type Naming uint8

// What a word is to the tables.
const (
	NoName     Naming = iota
	NameBegins        // some name of several words begins with it
	NameCommon        // it is one by itself, and a common word
	NameWhole         // it is one by itself
)

// Phrase is a lexicon entry of several words that begins with this one. It takes two lines of the
// processor's cache, of which the first tells most of them apart.
type Phrase struct {
	Mark     uint64 // of the second word
	hash     uint32 // of it: most are told apart without a look at their letters
	Articles uint32 // bit n: the entry's word n has the article
	Classes  Set
	Rest     []string // the folded bare forms after the first
	Second   string   // the first of them, nearer to hand
	Text     string   // the entry as the lexicon has it
	Key      string
	Cue      *lexicon.Cue
	Prefix   uint8 // letters glued on in front of this word, the article not counted
	Article  bool  // this word has the article
}

// Has reports whether one reading has all of those features.
func (w *Word) Has(f Feat) bool {
	return w.Feats&f == f && (f&(f-1) == 0 || w.has(f))
}

// Lengthened reports whether the word is what the reading is of and an ending of one letter:
// "financial" is no Mali, "liquidity" no floods.
func (w *Word) Lengthened(r *Reading) bool {
	return r.Lemma != "" && (longer(w.Bare, r.Lemma) || longer(w.Form, r.Lemma))
}

// longer reports whether a word is the other and one letter of two bytes more.
func longer(word, other string) bool {
	return len(word) == len(other)+2 && strings.HasPrefix(word, other)
}

// Some reports whether one of the readings is such a one. Readings are long: it hands on where
// they stand, not copies.
func (w *Word) Some(such func(*Reading) bool) bool {
	for i := range w.Readings {
		if such(&w.Readings[i]) {
			return true
		}
	}
	return false
}

// has is Has where several features are asked for, which only together tell.
func (w *Word) has(f Feat) bool {
	for i := range w.Readings {
		if w.Readings[i].Feat&f == f {
			return true
		}
	}
	return false
}

// Find is the first reading with all of those features, nil if there is none.
func (w *Word) Find(f Feat) *Reading {
	if w.Feats&f != f {
		return nil
	}
	return w.first(f)
}

func (w *Word) first(f Feat) *Reading {
	for i := range w.Readings {
		if w.Readings[i].Feat&f == f {
			return &w.Readings[i]
		}
	}
	return nil
}

// MarkOf is one bit of 64 for a bare word. Two words with different marks differ, so that
// most words are told apart from what a phrase goes on with by one AND.
func MarkOf(bare string) uint64 { return markOf(hashOf(bare)) }

func markOf(hash uint32) uint64 { return 1 << (hash * 0x9e3779b1 >> 26) }

// hashOf is a number for a word. Two words with different numbers differ.
func hashOf(word string) uint32 {
	h := uint32(len(word))
	for i := 0; i < len(word); i++ {
		h = h*31 + uint32(word[i])
	}
	return h
}

// SetSecond notes that the phrase goes on with these folded bare forms, of which there is one.
func (p *Phrase) SetSecond(rest []string) {
	p.Rest, p.Second, p.hash = rest, rest[0], hashOf(rest[0])
	p.Mark = markOf(p.hash)
}

// initial is how many bytes a letter that stands for a word may have.
const initial = 2

// PhraseAt is the end of the longest phrase of those classes that begins at token
// from, and the phrase; from itself and nil when there is none. Full stops between
// initials are passed over.
func (t *Text) PhraseAt(from int, in Set) (int, *Phrase) {
	if from >= len(t.Tokens) || t.Tokens[from].Starts&StartsPhrase == 0 {
		return from, nil
	}
	w := t.Tokens[from].Word
	if !w.Begins.Meets(in) {
		return from, nil
	}
	second := from + 1
	if second+1 < len(t.Tokens) && t.Tokens[second].Is(Stop) && len(w.Form) <= initial {
		second++
	}
	if second == len(t.Tokens) || t.Tokens[second].Word == nil || t.Tokens[second].Word.Mark&w.Seconds == 0 {
		return from, nil
	}
	mark, hash := t.Tokens[second].Word.Mark, t.Tokens[second].Word.hash
	best, at := from, (*Phrase)(nil)
	phrases := w.phrasesOf(mark)
	for i := range phrases {
		p := &phrases[i]
		if p.hash != hash || !p.Classes.Meets(in) {
			continue
		}
		j := from + 1
		for _, rest := range p.Rest {
			if j+1 < len(t.Tokens) && t.Tokens[j].Is(Stop) && len(t.Tokens[j-1].Word.Form) <= initial {
				j++
			}
			if j >= len(t.Tokens) || t.Tokens[j].Word == nil || t.Tokens[j].Word.Bare != rest {
				j = -1
				break
			}
			j++
		}
		if j > best {
			best, at = j, p
		}
	}
	return best, at
}
