// Package claim turns what attributes in a text into claims: who said it, also where the
// speaker is left out, by what medium and to whom, and which claim stands in the content
// of which. Where what was said begins and ends, package extent settles.
//
// It promises that source, cue and content are words of the text, that a source it is
// not sure of stays empty, and that the same text gives the same claims. It names no
// word of any language: words are classes of the lexicon.
package claim

import (
	"sync"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/cue"
	"riwaya/internal/extent"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Reader reads the claims of texts of one language. It is safe for several goroutines.
type Reader struct {
	*attribute.Finder
	g       *phrase.Grammar
	version string
	actors  map[string]*lexicon.Actor
	aliases lang.Set  // the classes of the words by which actors are called
	idle    sync.Pool // of *reading, for their lists
}

// New prepares a lexicon. class gives the set of the named word classes, empty for a
// class that there is not.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Reader, error) {
	g := phrase.NewGrammar(class)
	finder, err := attribute.New(lx, class, g)
	if err != nil {
		return nil, err
	}
	f := &Reader{Finder: finder, g: g, version: lx.Version, actors: map[string]*lexicon.Actor{}}
	for i := range lx.Actors {
		f.actors[lx.Actors[i].ID] = &lx.Actors[i]
	}
	names := []string{"outlet", "weak"}
	for _, k := range lexicon.ActorKinds {
		names = append(names, "actor."+k)
	}
	f.aliases = class(names...)
	return f, nil
}

// Read adds the claims of a text to the record. rejected, if not nil, is called with
// each candidate that became no claim.
func (f *Reader) Read(t *lang.Text, rec *riwaya.Record, rejected func(attribute.Rejected)) {
	r, _ := f.idle.Get().(*reading)
	if r == nil {
		r = new(reading)
	}
	r.Reset(f.g, t)
	r.actors, r.aliases = f.actors, f.aliases
	r.found = f.Find(r.found, t, rec.Article.Body, rejected)
	extent.Settle(&r.Reading, r.found)
	f.claims(r, r.found, rec)
	clear(r.found)
	clear(r.from)
	clear(r.past[:cap(r.past)])
	r.found, r.from, r.past, r.contents = r.found[:0], r.from[:0], r.past[:0], r.contents[:0]
	f.idle.Put(r)
}

// reading is the state of reading the candidates of one text.
type reading struct {
	cue.Reading
	actors  map[string]*lexicon.Actor
	aliases lang.Set

	found    []attribute.Candidate
	from     []*attribute.Candidate // of each claim
	past     []spoken
	contents []riwaya.Span // of the candidates
}
