// Package who finds actors: who takes part, once for each article.
package who

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Finder finds actors in texts of one language. It is safe for several goroutines.
type Finder struct{ version string }

// New prepares a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	return &Finder{version: lx.Version}, nil
}

// Find adds the actors of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {}
