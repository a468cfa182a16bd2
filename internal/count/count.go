// Package count finds figures: how many people and things, under which verb.
package count

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Finder finds figures in texts of one language. It is safe for several goroutines.
type Finder struct{ version string }

// New prepares a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	return &Finder{version: lx.Version}, nil
}

// Find adds the figures of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {}
