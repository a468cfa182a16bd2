// Package where finds places: every mention of a place used as a place, with its country
// and, where a source gives them, its coordinates.
//
// It promises that a span holds the name without prepositions, that a coordinate comes
// from a row of a table and from nothing else, and that a country or a capital that
// stands for its government is left to the finder of actors. A name that several rows
// share is settled by the article's other places or stays without country and point.
package where

import (
	"sync"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/toponym"
	"riwaya/lexicon"
)

// Finder finds places in texts of one language. It is safe for several goroutines.
type Finder struct {
	*toponym.Finder
	in, near, toward, between, direction lang.Set

	countries [26 * 26]country      // by the number of their code
	rules     [toponym.Forms]string // what a place of each form says of its rule
	sure      [toponym.Forms]float64
	file      []*match.Rule
	searches  sync.Pool
}

// country is what is known of one, for the record to point at.
type country struct{ code, name string }

// New prepares a lexicon. class gives the set of the named word classes; spell folds a
// name as texts are folded.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, spell func(string) (string, bool)) (*Finder, error) {
	names, err := toponym.New(lx, class, spell)
	if err != nil {
		return nil, err
	}
	f := &Finder{Finder: names, in: class("place-in"), near: class("place-near"), toward: class("place-toward"),
		between: class("place-between"), direction: class("direction")}
	if err := f.readRules(lx); err != nil {
		return nil, err
	}
	for i := range f.countries {
		f.countries[i].code = string([]byte{byte('A' + i/26), byte('A' + i%26)})
	}
	made := f.Tables[1]
	for i := range made.Countries() {
		p := made.Row(i)
		if n := index(p.Country); n >= 0 {
			f.countries[n].name = p.Name
		}
	}
	f.searches.New = func() any { return &search{places: map[name]bool{}} }
	return f, nil
}

// search is the state of one text. It is used again for the next.
type search struct {
	names  toponym.Search
	f      *Finder
	t      *lang.Text
	k      []lang.Token
	hits   []hit
	votes  [26 * 26]int16 // how often the article names a country, by code
	voted  []int16        // which of them are not 0
	places map[name]bool  // names that are places in the text
}

// hit is a mention and what it means.
type hit struct {
	toponym.Hit
	near    relation
	row     int  // a row of the table, -1 if none is settled
	country int  // its number, -1 if none is known
	vague   bool // the country has several of that name
}

// relation is how a mention lies to the place that it names.
type relation uint8

const (
	in relation = iota
	nearby
	between
	toward
)

var relations = [...]string{"in", "near", "between", "toward"}

// Find adds the places of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	s := f.searches.Get().(*search)
	defer f.searches.Put(s)
	s.f, s.t, s.k, s.hits = f, t, t.Tokens, s.hits[:0]
	s.names.Read(f.Finder, t)
	for i := range s.names.Hits {
		s.hits = append(s.hits, hit{Hit: s.names.Hits[i], row: none, country: none})
	}
	s.vote()
	s.settle()
	s.emit(rec)
	for _, v := range s.voted {
		s.votes[v] = 0
	}
	s.voted = s.voted[:0]
}
