// Package position finds positions: where a state, a government, a party, an armed group or
// an organisation stands, in its own words or in the article's.
//
// A position is a word that carries a stance (intends, permits, refuses …), who holds it and
// what it is about. The rules of lexicon/LANGUAGE/positions.rules are tried at each such
// word, the heaviest first; they say where its holder stands. It promises that a holder is
// an actor whom an earlier finder found, an institution or one who speaks for it, and that
// where the text leaves open who holds it there is no position: a position in the wrong
// mouth is the error that does most harm. It names no word of any language.
package position

import (
	"slices"
	"sync"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/position/rule"
	"riwaya/internal/stance"
	"riwaya/lexicon"
)

// Finder finds positions in texts of one language. It is safe for several goroutines.
type Finder struct {
	words *stance.Vocabulary
	parts []string               // the named parts, and the keys of context words behind them
	rules map[string][]rule.Rule // by kind, the heaviest first
	all   []*match.Rule
	idle  sync.Pool // readings that are done with
}

// New compiles the rules of a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	words, err := stance.New(lx, class)
	if err != nil {
		return nil, err
	}
	f := &Finder{words: words, parts: append(slices.Clone(partNames), words.Keys...)}
	f.rules, f.all, err = rule.Compile(lx, f.parts, class)
	return f, err
}

// Begins are the classes of words that a position begins with, beside verbs of the future:
// see [lang.StartsStance].
func (f *Finder) Begins() lang.Set { return f.words.Anchor }

// Layer is the name of what is found in the record's JSON.
func (f *Finder) Layer() string { return "positions" }

// Rules are the rules with their examples, for the checker.
func (f *Finder) Rules() []*match.Rule { return f.all }

// Find adds the positions of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	r, ok := f.idle.Get().(*reading)
	if !ok {
		r = new(reading)
	}
	r.reset(f, t, rec)
	for i := range t.Sentences {
		r.sentence(&t.Sentences[i])
	}
	r.duties()
	rec.Positions = append(make([]riwaya.Position, 0, len(r.out)), r.out...)
	r.done()
	f.idle.Put(r)
}
