// Package who finds actors: who takes part, once for each article, with all mentions.
//
// Package mention/survey finds where somebody is named. Here it is decided which actor an alias of
// several means, by the article's country and date; mentions of one actor are brought
// together; nouns that only take up again ("the organisation") and parts of names are given
// to whom they mean.
//
// It promises that an actor is named only where that is sure: an alias that several
// actors have and nothing settles stays without a name, and what could take up two actors
// is given to none. A person is private unless an office or an institution speaks for the
// contrary.
package who

import (
	"riwaya"
	"riwaya/internal/homeland"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/mention"
	"riwaya/internal/mention/survey"
	"riwaya/internal/who/source"
	"riwaya/lexicon"
)

// Finder finds actors in texts of one language. It is safe for several goroutines.
type Finder struct {
	mentions *survey.Reader
	states   map[string]string // the names of states, by their codes
	national map[string]string // adjectives of states, the same
	counted  lang.Set          // nouns that [Finder.Bodies] counts
	nouns    lang.Set          // nouns of what is counted and of what happens: those of people are adjectives as well
	rules    []*match.Rule
	rule     [mention.Whats]string // the rule's name in the record, by what a mention is
	homes    *homeland.Reader
}

// New prepares a lexicon. class gives the set of the named word classes; looks says of a
// form that the lexicon does not have whether it looks like a verb, and like nothing else.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, looks func(form string) (verb, sure bool)) (*Finder, error) {
	f := &Finder{mentions: survey.New(lx, class, looks), states: lx.States, national: lx.Adjectives, counted: class("body-nouns"), nouns: class("counted", "coded-noun")}
	f.homes = homeland.New(f.mentions.Governments, lx, class)
	return f, f.readRules(lx)
}

// Begins are the classes of words that a mention begins with: see [lang.StartsActor].
func (f *Finder) Begins() lang.Set { return f.mentions.Begins() }

// search is the state of one text.
type search struct {
	*mention.Scan
	m         *survey.Reader
	f         *Finder
	rec       *riwaya.Record
	all       []group
	lasts     []last
	lastMarks uint64 // of their names together: see [lang.MarkOf]
	home      string // the country that the article is about, "" if that is not sure

	candidates []candidate // for the noun that is looked at
	among      []int       // actors that a mention may mean
}

// Find adds the actors of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	s := search{Scan: f.mentions.Read(t, rec), m: f.mentions, f: f, rec: rec}
	s.settle()
	s.gather()
	s.join()
	s.takeUp()
	s.write()
	source.Join(t, rec)
	f.homes.Add(&s.Text, rec, f.rule[mention.State])
	f.mentions.Done(s.Scan)
}
