// Package english gives people whom no list names a name in English: the soldiers, Syrian refugees, women and children.
// It comes last in reading: the name says no more than the words of the text, and joins nobody to anybody.
package english

import (
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/naming"
	"riwaya/lexicon"
)

// Finder names them. It is safe for several goroutines.
type Finder struct {
	names      map[string]string // folded, each word without its article
	adjectives map[string]string // a state's lower-case code -> its adjective
}

// New prepares the names of a lexicon.
func New(lx *lexicon.Lexicon) *Finder {
	f := &Finder{names: make(map[string]string, len(lx.English)), adjectives: lx.Adjectives}
	for words, name := range lx.English {
		f.names[strings.Join(bare(words), " ")] = name
	}
	return f
}

// Find names the actors of a record that have no name.
func (f *Finder) Find(_ *lang.Text, rec *riwaya.Record) {
	for i := range rec.Actors {
		if a := &rec.Actors[i]; a.Name == nil && a.NameAr != nil && a.Kind != "person" {
			if name := f.name(bare(*a.NameAr), a.Country); name != "" {
				a.Name = &name
			}
		}
	}
}

// name is what people of those words are called, of a country if one is given; "" if that is not known.
func (f *Finder) name(words []string, country *string) string {
	if name := f.names[strings.Join(words, " ")]; name != "" {
		return name
	}
	if len(words) != 2 || f.names[words[0]] == "" {
		return ""
	}
	name := f.names[words[0]]
	if country != nil {
		if land := f.adjectives[naming.Lower(*country)]; land != "" {
			return land + " " + strings.ToLower(name)
		}
		return ""
	}
	if and, ok := strings.CutPrefix(words[1], joint); ok {
		if other := f.names[letters.Bare(and)]; other != "" {
			return name + " and " + strings.ToLower(other)
		}
	}
	return ""
}

// bare are the words folded, without the article.
func bare(text string) []string {
	words := strings.Fields(letters.FoldString(text))
	for i, w := range words {
		words[i] = letters.Bare(w)
	}
	return words
}

// joint is the conjunction that is glued to a word.
const joint = "\u0648"
