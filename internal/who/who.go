// Package who finds actors: who takes part, once for each article, with all mentions.
//
// An actor is known by an alias of the lexicon, or it is read from grammar: an
// institution from its head noun and what stands behind it (a ministry, its portfolio, an
// adjective of a country), a state from its name where that acts or speaks, a person from
// title and name, a group of people from its noun. Mentions of one actor are then brought
// together.
//
// It promises that an actor is named only where that is sure: an alias that several
// actors have is settled by the article's country and date, or stays without a name; a
// noun that takes up an actor again ("the organisation") belongs to the one that it can
// mean, or to none. A person is private unless an office or an institution speaks for the
// contrary.
package who

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Finder finds actors in texts of one language. It is safe for several goroutines.
type Finder struct {
	g        *phrase.Grammar
	actors   map[string]*lexicon.Actor
	shared   map[string][]*lexicon.Actor // an alias's key -> who has it
	surnames map[string]surname          // names of one word, as written
	papers   map[string]*lexicon.Actor   // outlets, by their names without the generic noun
	states   map[string]string
	rules    []*match.Rule
	rule     [whats]string // the rule's name in the record, by what a mention is
	looks    func(form string) (verb, sure bool)
	letters  []string // conjunctions that are written as one with the next word
	language string

	alias, common, body, alone, national, proper, folk, bent, joined, purpose, role, victim, namedAfter, anaphor, those, dealing lang.Set
	country, capital, title, public, name, anyName, particle, honorific, rank                                                    lang.Set
	first                                                                                                                        lang.Set // of words that a mention begins with
}

// New prepares a lexicon. class gives the set of the named word classes; looks says of a
// form that the lexicon does not have whether it looks like a verb, and like nothing else.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, looks func(form string) (verb, sure bool)) (*Finder, error) {
	f := &Finder{looks: looks, g: phrase.NewGrammar(class), states: lx.States, language: lx.Language,
		body: class("head"), alone: class("alone"), national: class("national"), proper: class("proper"), folk: class("folk"), bent: class("bent"), joined: class("joined"),
		purpose: class("purpose"), role: class("role"), victim: class("victim"), namedAfter: class("named-after"),
		anaphor: class("anaphor"), those: class("those"), dealing: class("dealing"), country: class("country"), capital: class("capital"),
		title: class("office", "rank", "honorific", "speaker", "profession", "role"), public: class("office", "rank", "speaker"),
		name: class("given", "family"), anyName: class("given", "family", "given-ambiguous", "family-ambiguous", "name-particle"),
		particle: class("name-particle"), honorific: class("honorific"), rank: class("rank")}
	names := []string{"outlet"}
	for _, k := range lexicon.ActorKinds {
		names = append(names, "actor."+k)
	}
	f.common = class("weak")
	f.alias = class(names...).Or(f.common)
	f.first = f.alias.Or(f.body).Or(f.folk).Or(f.those).Or(f.country).Or(f.capital).Or(f.title).Or(f.anyName)
	for _, w := range lx.Classes["glued"] {
		f.letters = append(f.letters, w.Text)
	}
	f.index(lx)
	return f, f.readRules(lx)
}

// joins reports whether a word begins with a conjunction that can be written as one with it.
func (f *Finder) joins(word string) bool {
	return slices.ContainsFunc(f.letters, func(c string) bool { return strings.HasPrefix(word, c) })
}

// surname is who a name of one word means.
type surname struct {
	actor *lexicon.Actor
	weak  bool // others bear it too
}

// index makes the tables of who is known by name.
func (f *Finder) index(lx *lexicon.Lexicon) {
	f.actors = make(map[string]*lexicon.Actor, len(lx.Actors))
	f.shared, f.surnames, f.papers = map[string][]*lexicon.Actor{}, map[string]surname{}, map[string]*lexicon.Actor{}
	owner := make(map[string]*lexicon.Actor, 4*len(lx.Actors))
	for i := range lx.Actors {
		a := &lx.Actors[i]
		f.actors[a.ID] = a
		for _, alias := range a.Aliases {
			_, rest, several := strings.Cut(alias.Text, " ")
			if a.Kind == "person" && !several {
				f.surnames[alias.Text] = surname{a, alias.Weak}
				continue
			}
			if a.Outlet && several && f.papers[rest] == nil {
				f.papers[rest] = a
			}
			switch o := owner[alias.Text]; {
			case o == nil:
				owner[alias.Text] = a
			case o != a:
				key := lexicon.Shared(alias.Text)
				if len(f.shared[key]) == 0 {
					f.shared[key] = append(f.shared[key], o)
				}
				f.shared[key] = append(f.shared[key], a)
			}
		}
	}
}

// what sort of mention.
type what uint8

const (
	known  what = iota // by an alias
	body               // an institution or force, by its head noun
	state              // a country or its capital, for the government
	person             // by title and name
	folk               // people
	taken              // a noun that takes up again who was named
	whats
)

// mention is one place where an actor is named.
type mention struct {
	what     what
	from, to int // tokens
	span     riwaya.Span
	kind     string
	country  string // lower case, "" if the words have none
	actor    *lexicon.Actor
	shared   []*lexicon.Actor
	entry    string // the lexicon's entry of several words that heads it, if any
	head     int    // the token of the head noun
	name     int    // where a person's name begins
	bare     bool   // a person without a title, a body by its noun alone
	weak     bool   // an alias that needs a witness
	public   bool   // a person with a title that may be public: a rank, a spokesman
	office   bool   // a person with an office
	role     bool   // a private role beside the name: a victim, a witness
	of       int    // the actor it belongs to, from 0
}

// search is the state of one text.
type search struct {
	f    *Finder
	t    *lang.Text
	k    []lang.Token
	rec  *riwaya.Record
	r    phrase.Reader
	ms   []mention
	all  []group
	rest []int // tokens that may be a part of a name, outside all mentions
	src  []riwaya.Span
	home string // the country that the article is about, "" if that is not sure
	seen tallies
}

// Find adds the actors of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	s := search{f: f, t: t, k: t.Tokens, rec: rec, r: phrase.Reader{Grammar: f.g, Text: t, Tokens: t.Tokens, End: len(t.Tokens), Governed: -1, Subject: -1}}
	s.ms = make([]mention, 0, 32)
	s.scan()
	s.speakers()
	s.papers()
	s.surnames()
	slices.SortStableFunc(s.ms, func(a, b mention) int { return a.from - b.from })
	s.settle()
	s.gather()
	s.join()
	s.takeUp()
	s.write()
}

// scan reads the mentions of the body from first to last.
func (s *search) scan() {
	f, body, at := s.f, s.rec.Article.Body, 0
	for i := 0; i < len(s.k); {
		t := &s.k[i]
		w := t.Word
		if w == nil {
			i++
			continue
		}
		for at < len(body) && body[at].End <= t.Start {
			at++
		}
		if at == len(body) {
			return
		}
		if t.Start < body[at].Start {
			i++
			continue
		}
		if !w.Classes.Meets(f.first) && !w.Begins.Meets(f.first) {
			if w.Feats&lang.Guess != 0 {
				s.rest = append(s.rest, i)
			}
			s.seen.demonym(s, i)
			i++
			continue
		}
		i = s.at(i)
	}
}

// at reads what begins at token i and returns where to go on.
func (s *search) at(i int) int {
	f, w := s.f, s.k[i].Word
	if w.Begins.Meets(f.body) {
		if e, p, _ := s.bodyPhrase(i); p != nil && p.Key == none {
			return e
		}
	}
	if e := s.known(i); e > i {
		return e
	}
	if w.Classes.Meets(f.title) || w.Begins.Meets(f.title) {
		if e := s.person(i); e > i {
			return e
		}
		if e := s.victimAt(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.body) || w.Begins.Meets(f.body) {
		if e := s.institution(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.country) || w.Begins.Meets(f.country) || w.Classes.Meets(f.capital) || w.Begins.Meets(f.capital) {
		if e := s.state(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.anyName) {
		if e := s.called(i); e > i {
			return e
		}
		s.rest = append(s.rest, i)
	}
	if w.Classes.Meets(f.folk) || w.Classes.Meets(f.those) {
		if e := s.people(i); e > i {
			return e
		}
	}
	s.seen.demonym(s, i)
	return i + 1
}

// reading is the reading of a token in one of those classes with no pronoun behind it and
// the fewest letters in front; nil if there is none.
func reading(t *lang.Token, in lang.Set) *lang.Reading {
	if !t.In(in) {
		return nil
	}
	var best *lang.Reading
	for i := range t.Word.Readings {
		r := &t.Word.Readings[i]
		if r.Classes.Meets(in) && r.Feat&(lang.Pronoun|lang.Dual) == 0 && (best == nil || r.Prefix < best.Prefix) {
			best = r
		}
	}
	return best
}

// spanOf is the span of tokens [from, to) behind n letters glued on in front.
func (s *search) spanOf(from, to int, n uint8) riwaya.Span {
	span := s.t.Span(from, to)
	if n > 0 {
		k := &s.k[from]
		span.Start = k.Start + s.t.Skip(s.t.Source[k.Start:k.End], int(n))
	}
	return span
}

// add notes a mention.
func (s *search) add(m mention, prefix uint8) {
	m.span, m.of = s.spanOf(m.from, m.to, prefix), -1
	s.ms = append(s.ms, m)
	if m.country != "" {
		s.seen.add(m.country, 1)
	}
}
