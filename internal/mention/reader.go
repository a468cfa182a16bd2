// Package mention finds the words of a text that name an actor: by an alias of the lexicon,
// or by grammar: an institution from its head noun and what stands behind it (a ministry,
// its portfolio, an adjective of a country), a state from its name where that acts or
// speaks, a person from title and name, a group of people from its noun.
//
// It promises that what it reads is decided by the classes of words alone, in time that
// grows with the text, and that a mention is words of the body. Which mentions are one
// actor, and who is meant by a name that several bear, package who decides.
package mention

import (
	"slices"
	"strings"
	"sync"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Reader reads mentions in texts of one language. It is safe for several goroutines.
type Reader struct {
	G                                                                *phrase.Grammar
	Body, Alone, National, Folk, Anaphor, Country, AnyName, Particle lang.Set

	actors  map[string]*lexicon.Actor
	shared  map[string][]*lexicon.Actor // an alias's key -> who has it
	names   map[string]surname          // names of one word, as written
	papers  map[string]*lexicon.Actor   // outlets, by their names without the generic noun
	looks   func(form string) (verb, sure bool)
	scans   sync.Pool // of *Scan, for their lists
	letters []string  // conjunctions that are written as one with the next word
	others  []string  // prepositions of one letter that do not mean "to"

	alias, common, proper, those, bent, joined, purpose, role, victim, namedAfter, dealing lang.Set
	capital, title, public, name, given, honorific, rank                                   lang.Set
	heads                                                                                  lang.Set // nouns of bodies, with or without more behind them
	lands                                                                                  lang.Set // countries and capitals
	calls                                                                                  lang.Set // of words that an alias begins with, or a noun before one
	first                                                                                  lang.Set // of words that a mention begins with
}

// New prepares a lexicon. class gives the set of the named word classes; looks says of a
// form that the lexicon does not have whether it looks like a verb, and like nothing else.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, looks func(form string) (verb, sure bool)) *Reader {
	f := &Reader{looks: looks, G: phrase.NewGrammar(class),
		Body: class("head"), Alone: class("alone"), National: class("national"), proper: class("proper"), Folk: class("folk"), bent: class("bent"), joined: class("joined"),
		purpose: class("purpose"), role: class("role"), victim: class("victim"), namedAfter: class("named-after"),
		Anaphor: class("anaphor"), those: class("those"), dealing: class("dealing"), Country: class("country"), capital: class("capital"),
		title: class("office", "rank", "honorific", "speaker", "profession", "role"), public: class("office", "rank", "speaker"),
		name: class("given", "family"), given: class("given", "given-ambiguous"), AnyName: class("given", "family", "given-ambiguous", "family-ambiguous", "name-particle"),
		Particle: class("name-particle"), honorific: class("honorific"), rank: class("rank")}
	names := []string{"outlet"}
	for _, k := range lexicon.ActorKinds {
		names = append(names, "actor."+k)
	}
	f.common = class("weak")
	f.alias = class(names...).Or(f.common)
	f.heads, f.lands = f.Body.Or(f.Alone), f.Country.Or(f.capital)
	f.calls = f.alias.Or(f.Body)
	f.first = f.alias.Or(f.Body).Or(f.Folk).Or(f.those).Or(f.Country).Or(f.capital).Or(f.title).Or(f.AnyName)
	for _, w := range lx.Classes["glued"] {
		f.letters = append(f.letters, w.Text)
	}
	for _, w := range lx.Classes["with-letter"] {
		f.others = append(f.others, w.Text)
	}
	f.index(lx)
	return f
}

// joins reports whether a word begins with a conjunction that can be written as one with it.
func (f *Reader) joins(word string) bool {
	return slices.ContainsFunc(f.letters, func(c string) bool { return strings.HasPrefix(word, c) })
}

// surname is who a name of one word means.
type surname struct {
	actor *lexicon.Actor
	weak  bool // others bear it too
}

// index makes the tables of who is known by name.
func (f *Reader) index(lx *lexicon.Lexicon) {
	f.actors = make(map[string]*lexicon.Actor, len(lx.Actors))
	f.shared, f.names, f.papers = map[string][]*lexicon.Actor{}, map[string]surname{}, map[string]*lexicon.Actor{}
	papers := map[string][]*lexicon.Actor{}
	owner := make(map[string]*lexicon.Actor, 4*len(lx.Actors))
	for i := range lx.Actors {
		a := &lx.Actors[i]
		f.actors[a.ID] = a
		for _, alias := range a.Aliases {
			_, rest, several := strings.Cut(alias.Text, " ")
			if a.Kind == "person" && !several {
				f.names[alias.Text] = surname{a, alias.Weak}
				continue
			}
			if a.Outlet && several {
				papers[rest] = append(papers[rest], a)
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
	for name, list := range papers {
		if a := owning(list); a != nil {
			f.papers[name] = a
		}
	}
}

// owning is who is called so by more generic nouns than any other, nil if two are alike: a
// paper and an agency of one name are told apart by it.
func owning(list []*lexicon.Actor) *lexicon.Actor {
	count := func(a *lexicon.Actor) (n int) {
		for _, b := range list {
			if a == b {
				n++
			}
		}
		return n
	}
	var best *lexicon.Actor
	alone := true
	for _, a := range list {
		switch n := count(a); {
		case best == nil || n > count(best):
			best, alone = a, true
		case n == count(best) && a != best:
			alone = false
		}
	}
	if !alone {
		return nil
	}
	return best
}
