// Package stem cuts a folded Arabic word down to what a search compares: without the
// conjunction و, the article with what stands before it, and the endings of number,
// gender, case and possession. It is light on purpose: a noun keeps its pattern, so that
// words of one root stay apart, a nisba keeps its ي, and verbs are not conjugated. Broken
// plurals do not meet their singulars.
//
// Order and minimum lengths follow the light stemmers of Larkey, Ballesteros and Connell
// (2002); what such rules get wrong in news stands in lexicon/search/stems.txt.
//
// It promises the same stem for the same word, and none that is empty.
package stem

import (
	"strings"

	"riwaya/internal/lang/ar/letters"
	"riwaya/lexicon"
)

// letter is how many bytes a letter has: all that the stemmer cuts are of two.
const letter = 2

const (
	and      = "و"
	article  = "ال"
	toThe    = "لل"
	to       = "ل"
	feminine = "ة"
	open     = "ت" // ة before a pronoun or a dual ending
	plural   = "ات"
	dual     = "ان"
	tanwin   = "ا"
	verbs    = "وا" // the plural of verbs
	its      = "ه"
	ours     = "نا"
)

var (
	// articles are the article and what may be glued before it.
	articles = [...]string{"بال", "كال", "فال", article}
	// pronouns are tried longest first.
	pronouns = [...]string{"هما", "ها", "هم", "هن", ours, its}
	// plurals are the sound masculine plurals, which are duals too.
	plurals = [...]string{"ين", "ون"}
	long    = [...]string{"ا", "و", "ي"}
)

// Stemmer cuts words. It is read only once made, and safe for use by many at a time.
type Stemmer struct {
	begins   map[string]bool   // cut words whose first letters are their own
	whole    map[string]bool   // words that stay as they are
	feminine map[string]string // a word without its ة -> with it, where those are two words
	alike    map[string]string // a stem -> the one that stands for it
}

// New makes a stemmer that knows the words of s.
func New(s *lexicon.Stems) *Stemmer {
	st := &Stemmer{begins: map[string]bool{}, whole: map[string]bool{}, feminine: map[string]string{}, alike: map[string]string{}}
	for _, w := range s.Whole {
		st.whole[letters.FoldString(w)] = true
	}
	for _, w := range s.Feminine {
		w = letters.FoldString(w)
		st.feminine[strings.TrimSuffix(w, feminine)] = w
	}
	for _, w := range s.Begins {
		st.begins[st.endings(letters.FoldString(w))] = true
	}
	for _, group := range s.Alike {
		var first string
		for i, w := range group {
			stem := st.cut(letters.FoldString(w))
			if i == 0 {
				first = stem
			} else if stem != first {
				st.alike[stem] = first
			}
		}
	}
	return st
}

// Stem is the stem of a word that letters.Fold has folded. A word with anything but plain
// Arabic letters is its own.
func (s *Stemmer) Stem(word string) string {
	if !plain(word) {
		return word
	}
	stem := s.cut(word)
	if one, ok := s.alike[stem]; ok {
		return one
	}
	if glued(stem) {
		if one, ok := s.alike[stem[letter:]]; ok {
			return stem[:letter] + one
		}
	}
	return stem
}

// glued reports whether a word begins with a letter that may be a preposition. Those are not
// taken off, but what is behind one is listed without it.
func glued(word string) bool {
	return len(word) > 3*letter && (word[:letter] == prepositions[0] || word[:letter] == prepositions[1])
}

// stays reports whether a word is one that stays as it is.
func (s *Stemmer) stays(word string) bool {
	return s.whole[word] || glued(word) && s.whole[word[letter:]]
}

// IsBeginning reports whether a stem is of a word whose first letters are its own: then
// they are no preposition glued to what follows.
func (s *Stemmer) IsBeginning(stem string) bool { return s.whole[stem] || s.own(stem) }

// own reports whether a stem is of a word in the list of beginnings, or of its feminine.
func (s *Stemmer) own(stem string) bool {
	return s.begins[stem] || s.begins[strings.TrimSuffix(stem, feminine)]
}

// plain reports whether a word has only the letters that UTF-8 writes with two bytes
// beginning with 0xd8 or 0xd9: only such are cut.
func plain(word string) bool {
	if len(word)%letter != 0 {
		return false
	}
	for i := 0; i < len(word); i += letter {
		if letters.PackLetter(word[i], word[i+1]) == 0 {
			return false
		}
	}
	return word != ""
}

func (s *Stemmer) cut(word string) string {
	if rest, ok := strings.CutPrefix(word, and); ok && len(rest) >= 2*letter && !s.stays(word) && !s.own(s.endings(word)) {
		word = rest
	}
	return s.afterArticle(word)
}

// afterArticle cuts a word that has no conjunction before it.
func (s *Stemmer) afterArticle(word string) string {
	if rest, ok := strings.CutPrefix(word, toThe); ok && len(rest) >= 2*letter {
		if own := s.endings(word[letter:]); s.IsBeginning(own) { // a word in ل, without its article
			return own
		}
		return s.endings(rest)
	}
	if s.stays(word) {
		return word
	}
	for _, a := range articles {
		rest, ok := strings.CutPrefix(word, a)
		if !ok || len(rest) < 2*letter {
			continue
		}
		if own := s.endings(word); s.own(own) {
			return own
		}
		if glued(word) { // a preposition before a word whose ال is its own
			if own := s.endings(word[letter:]); s.own(own) {
				return word[:letter] + own
			}
		}
		return s.endings(rest)
	}
	return s.endings(word)
}

// endings takes off a pronoun or the ending of case, then the ending of number and gender.
func (s *Stemmer) endings(word string) string {
	if s.stays(word) {
		return word
	}
	rest, bound := s.pronoun(word)
	if s.stays(rest) {
		return rest
	}
	if bound {
		if r, ok := strings.CutSuffix(rest, open); ok && !strings.HasSuffix(rest, plural) && len(r) >= 3*letter {
			return s.mark(r)
		}
	}
	return s.number(rest)
}

// pronoun takes off what possesses, or else the ا of the accusative. bound says that it was
// a pronoun. After a long vowel نا is no pronoun but the end of the word and the accusative:
// "قانونا" is "قانون".
func (s *Stemmer) pronoun(word string) (rest string, bound bool) {
	for _, p := range pronouns {
		r, ok := strings.CutSuffix(word, p)
		if !ok || len(r) < 3*letter || p == ours && endsIn(r, long[:]) {
			continue
		}
		return r, true
	}
	if r, ok := strings.CutSuffix(word, verbs); ok && len(r) >= 3*letter {
		return r, false
	}
	// After ي it must leave more, for the sake of words like "عليا"; countries are listed.
	if r, ok := strings.CutSuffix(word, tanwin); ok && len(r) >= 3*letter && !endsIn(r, []string{tanwin}) &&
		(len(r) >= 4*letter || !endsIn(r, []string{"ي"})) {
		return r, false
	}
	return word, false
}

// number takes off the endings of gender, dual and sound plural.
func (s *Stemmer) number(word string) string {
	if r, ok := strings.CutSuffix(word, feminine); ok {
		if len(r) < 3*letter {
			return word
		}
		return s.mark(r)
	}
	if r, ok := strings.CutSuffix(word, plural); ok {
		switch {
		case len(r) >= 3*letter:
			return s.mark(r)
		case len(r) == 2*letter: // "قوات" is of "قوة"
			return r + feminine
		}
		return word
	}
	for _, p := range plurals {
		if r, ok := strings.CutSuffix(word, p); ok && len(r) >= 3*letter {
			return s.open(r)
		}
	}
	// Many a word ends in ان of its own, so that the dual must leave more behind.
	if r, ok := strings.CutSuffix(word, dual); ok && len(r) >= 4*letter {
		return s.open(r)
	}
	return word
}

// open is the stem of what stood before a dual ending, in which ة is written ت.
func (s *Stemmer) open(word string) string {
	if r, ok := strings.CutSuffix(word, open); ok && len(r) >= 3*letter && !s.stays(word) && !strings.HasSuffix(word, plural) {
		return s.mark(r)
	}
	return word
}

// mark puts the ة back where the word is another one without it.
func (s *Stemmer) mark(word string) string {
	if w, ok := s.feminine[word]; ok {
		return w
	}
	if glued(word) && s.feminine[word[letter:]] != "" {
		return word + feminine
	}
	return word
}

func endsIn(word string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
