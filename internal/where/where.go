// Package where finds places: every mention of a place used as a place, with its country
// and, where a source gives them, its coordinates.
//
// It promises that a span holds the name without prepositions, that a coordinate comes
// from a row of a table and from nothing else, and that a country or a capital that
// stands for its government is left to the finder of actors. A name that several rows
// share is settled by the article's other places or stays without country and point.
package where

import (
	"fmt"
	"slices"
	"sync"

	"riwaya"
	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/lexicon"
)

// Finder finds places in texts of one language. It is safe for several goroutines.
type Finder struct {
	w         words
	tables    []*gazetteer.Table     // the first that has a name settles it
	common    []string               // names that are common words, sorted
	never     []string               // names of states that are institutions, as the lexicon has them
	countries [26 * 26]country       // by the number of their code
	rules     [len(formNames)]string // what a place of each form says of its rule
	sure      [len(formNames)]float64
	file      []*match.Rule
	searches  sync.Pool
}

// words are the word classes that the finder asks for.
type words struct {
	country, capital, demonym                                                                            lang.Set
	noun, tail, land, border, home, in, near, toward, between                                            lang.Set
	head, verb, party, direction, attack, seat, club                                                     lang.Set
	given, family, title, institution, outlet, media, document, day                                      lang.Set
	preposition, conjunction, function, on, within, particle, idiom, part, asks, body, office, honorific lang.Set
	surveyed                                                                                             lang.Set // what is counted first
	any                                                                                                  lang.Set // what begins something but a bare name
}

// New prepares a lexicon. class gives the set of the named word classes; spell folds a
// name as texts are folded.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, spell func(string) (string, bool)) (*Finder, error) {
	f := &Finder{}
	f.w = words{
		country: class("country"), capital: class("capital"), demonym: class("demonym"),
		noun: class("place-noun"), tail: class("place-tail"), land: class("place-land"), border: class("place-border"),
		home: class("place-home"), in: class("place-in"), near: class("place-near"), toward: class("place-toward"), between: class("place-between"),
		head: class("place-head"), verb: class("place-verb"), party: class("place-party"),
		direction: class("direction"), attack: class("place-attack"), seat: class("place-seat"), club: class("place-club"), on: class("on"), particle: class("name-particle"), idiom: class("place-idiom"), part: class("place-part"), asks: class("place-asks"), body: class("place-body"), office: class("office"), honorific: class("honorific", "rank"), within: class("in"),
		given: class("given", "given-ambiguous", "name-particle"), family: class("family", "family-ambiguous"),
		title:       class("office", "rank", "honorific"),
		institution: class("government", "military", "police", "armed_group", "party", "igo", "ngo", "company", "court"),
		outlet:      class("outlet", "actor.media"), media: class("media"),
		preposition: class("preposition"), conjunction: class("conjunction"),
		function: class("preposition", "conjunction", "relative", "pronoun", "demonstrative", "negation", "particle", "discourse", "that"),
		day:      class("time"),
	}
	if err := f.readRules(lx); err != nil {
		return nil, err
	}
	f.w.surveyed = f.w.club.Or(f.w.demonym)
	f.w.any = f.w.country.Or(f.w.capital).Or(f.w.noun).Or(f.w.land).Or(f.w.border).Or(f.w.direction)
	made, err := gazetteer.Open(lx.Gazetteer)
	if err != nil {
		return nil, fmt.Errorf("where: %w", err)
	}
	block := lx.Hand
	if block == "" { // somebody edits the list
		if block, err = gazetteer.ByHand(lx, made, spell); err != nil {
			return nil, err
		}
	}
	hand, err := gazetteer.Open(block)
	if err != nil {
		return nil, fmt.Errorf("where: %w", err)
	}
	f.tables = []*gazetteer.Table{hand, made}
	for i := range f.countries {
		f.countries[i].code = string([]byte{byte('A' + i/26), byte('A' + i%26)})
	}
	for i := range made.Countries() {
		p := made.Row(i)
		if n := index(p.Country); n >= 0 {
			f.countries[n].name = p.Name
		}
	}
	for _, w := range lx.Classes["place-common"] {
		text, _ := spell(w.Text)
		f.common = append(f.common, text)
	}
	for _, w := range lx.Classes["place-never"] {
		f.never = append(f.never, w.Text)
	}
	slices.Sort(f.common)
	f.searches.New = func() any { return new(search) }
	return f, nil
}

// Add puts a table behind those there are, for the names that they do not have and the
// divisions and P-codes of those that they have. It must not be called once texts are read.
func (f *Finder) Add(t *gazetteer.Table) { f.tables = append(f.tables, t) }

// Find adds the places of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	s := f.searches.Get().(*search)
	defer f.searches.Put(s)
	*s = search{f: f, w: &f.w, t: t, k: t.Tokens, hits: s.hits[:0], votes: s.votes, voted: s.voted[:0]}
	s.survey()
	for i := range t.Sentences {
		s.sentence(t.Sentences[i].From, t.Sentences[i].To)
	}
	s.vote()
	s.settle()
	s.emit(rec)
	for _, v := range s.voted {
		s.votes[v] = 0
	}
}

// country is what is known of one, for the record to point at.
type country struct{ code, name string }

// isCommon reports whether a bare word is a common one.
func (f *Finder) isCommon(bare string) bool {
	_, ok := slices.BinarySearch(f.common, bare)
	return ok
}

// Naming is what a bare word is to the tables.
func (f *Finder) Naming(bare string) lang.Naming {
	out := lang.NoName
	for _, t := range f.tables {
		switch begins, whole := t.Begins(bare); {
		case whole && f.isCommon(bare):
			return lang.NameCommon
		case whole:
			return lang.NameWhole
		case begins:
			out = lang.NameBegins
		}
	}
	return out
}

// Follows reports whether a bare word perhaps stands second in a name.
func (f *Finder) Follows(bare string) bool {
	return slices.ContainsFunc(f.tables, func(t *gazetteer.Table) bool { return t.Follows(bare) })
}
