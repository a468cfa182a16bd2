// Package toponym finds the mentions of places in a text: what names a place, how far its
// words go, and whether the words around it say that it is one. Which place is meant,
// package where settles.
//
// It promises mentions in the order of the text that do not overlap, each within one
// sentence, and for each the names of the tables that it can be; it chooses none of them.
package toponym

import (
	"fmt"
	"slices"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Finder knows the words and names of one language. It is safe for several goroutines.
type Finder struct {
	Tables []*gazetteer.Table // the first that has a name settles it: by hand, made, added
	w      words
	common []string // names that are common words, sorted
	never  []string // names of states that are institutions, as the lexicon has them
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
	f.w.surveyed = f.w.club.Or(f.w.demonym)
	f.w.any = f.w.country.Or(f.w.capital).Or(f.w.noun).Or(f.w.land).Or(f.w.border).Or(f.w.direction)
	made, err := gazetteer.Open(lx.Gazetteer)
	if err != nil {
		return nil, fmt.Errorf("toponym: %w", err)
	}
	block := lx.Hand
	if block == "" { // somebody edits the list
		if block, err = gazetteer.ByHand(lx, made, spell); err != nil {
			return nil, err
		}
	}
	hand, err := gazetteer.Open(block)
	if err != nil {
		return nil, fmt.Errorf("toponym: %w", err)
	}
	f.Tables = []*gazetteer.Table{hand, made}
	for _, w := range lx.Classes["place-common"] {
		text, _ := spell(w.Text)
		f.common = append(f.common, text)
	}
	for _, w := range lx.Classes["place-never"] {
		f.never = append(f.never, w.Text)
	}
	slices.Sort(f.common)
	return f, nil
}

// Begins are the classes of words that a mention begins with, beside the names of the
// tables: see [lang.StartsPlace].
func (f *Finder) Begins() lang.Set { return f.w.any }

// Add puts a table behind those there are, for the names that they do not have and the
// divisions and P-codes of those that they have. It must not be called once texts are read.
func (f *Finder) Add(t *gazetteer.Table) { f.Tables = append(f.Tables, t) }

// isCommon reports whether a bare word is a common one.
func (f *Finder) isCommon(bare string) bool {
	_, ok := slices.BinarySearch(f.common, bare)
	return ok
}

// Naming is what a word that can be cut so is to the tables, and what these have of it.
func (f *Finder) Naming(parts []lang.Part) (out lang.Naming, places *lang.PlaceName) {
	places = gazetteer.NamesOf(f.Tables, parts)
	for p := places; p != nil; p = p.Next {
		switch whole := p.Whole > p.Lo; {
		case whole && f.isCommon(p.Part.Text):
			out = max(out, lang.NameCommon)
		case whole:
			out = max(out, lang.NameWhole)
		default:
			out = max(out, lang.NameBegins)
		}
	}
	return out, places
}

// Follows reports whether a bare word perhaps stands second in a name.
func (f *Finder) Follows(bare string) bool {
	h := gazetteer.Hash(bare)
	return slices.ContainsFunc(f.Tables, func(t *gazetteer.Table) bool { return t.Follows(h) })
}
