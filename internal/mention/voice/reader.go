// Package voice finds whom claims have for their source where nothing else found an actor: a
// name without a title, a title that one person bears, a body by its head noun, an outlet in
// quotation marks; and gives names the last word that a claim takes for theirs.
//
// It promises that only words inside a claim's source, or in marks behind "to", are added, and
// that a source without a name is none of them.
package voice

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/lexicon"
)

// Reader reads sources of claims in texts of one language. It is safe for several goroutines.
type Reader struct {
	*mention.Vocabulary

	many   lang.Set // offices that many have at a time
	others []string // prepositions of one letter that do not mean "to"
}

// New prepares the vocabulary of a language. class gives the set of the named word classes.
func New(v *mention.Vocabulary, lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Reader {
	f := &Reader{Vocabulary: v, many: class("many-bear")}
	for _, section := range []string{"with-letter", "like-letter"} {
		for _, w := range lx.Classes[section] {
			f.others = append(f.others, w.Text)
		}
	}
	return f
}

// reading is a scan that sources are added to.
type reading struct {
	*mention.Scan
	f *Reader
}

// Add adds to a scan of the whole text whom its claims name: see the package.
func (f *Reader) Add(s *mention.Scan) {
	r := reading{s, f}
	s.Index()
	r.speakers()
	s.Index()
	r.voices()
	s.Index()
	r.quotedPapers()
}

// Lengthen gives persons the last word of their names that no list has. The mentions stand in
// their order.
func (f *Reader) Lengthen(s *mention.Scan) { reading{s, f}.lengthen() }
