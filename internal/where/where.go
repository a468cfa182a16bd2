// Package where finds places: every mention of a place used as a place.
package where

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Finder finds places in texts of one language. It is safe for several goroutines.
type Finder struct{ version string }

// New prepares a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	return &Finder{version: lx.Version}, nil
}

// Find adds the places of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {}
