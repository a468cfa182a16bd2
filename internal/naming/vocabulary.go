package naming

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Vocabulary is what the lexicon of one language has of names: word classes, and who is
// known by which name. It is safe for several goroutines.
type Vocabulary struct {
	G     *phrase.Grammar
	Looks func(form string) (verb, sure bool) // whether a form looks like a verb, and like nothing else

	Actors   map[string]*lexicon.Actor   // by their ids
	Shared   map[string][]*lexicon.Actor // an alias's key -> who has it
	Surnames map[string]Surname          // names of one word, as written
	Papers   map[string]*lexicon.Actor   // outlets, by their names without the generic noun
	Forces   map[string]*lexicon.Actor   // who fights for a person, by the person's id
	OneForce map[string]string           // what names of one force have in common, by each

	// aliases, those of them that are common words too, and adjectives that change a kind
	Alias, Common, Bent lang.Set
	// head nouns of bodies, those that are actors by themselves, those of which each state has one
	Body, Alone, National lang.Set
	Proper                lang.Set // nouns too general to name an actor by themselves
	Folk, Country         lang.Set // groups of people; countries
	Capital               lang.Set // seats of governments
	Twofold               lang.Set // countries whose name is an adjective as well
	Joined                lang.Set // nouns joined to the first inside a name
	Anaphor               lang.Set // adjectives that take up who was named
	// titles, some kinds of them, and what was done to whom the title stands for
	Title, Honorific, Rank, Role, Victim lang.Set
	// words of names: those that are nothing else, all, particles, and nouns of what is named after somebody
	Name, AnyName, Particle, NamedAfter lang.Set

	given, purpose, number lang.Set
	heads                  lang.Set // nouns of bodies, with or without more behind them
	letters                []string // conjunctions that are written as one with the next word
}

// Surname is who a name of one word means.
type Surname struct {
	Actor *lexicon.Actor
	Weak  bool // others bear it too
}

// New prepares a lexicon. class gives the set of the named word classes; looks says of a
// form that the lexicon does not have whether it looks like a verb, and like nothing else.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, looks func(form string) (verb, sure bool)) *Vocabulary {
	v := &Vocabulary{G: phrase.NewGrammar(class), Looks: looks,
		Body: class("head"), Alone: class("alone"), National: class("national"), Folk: class("folk"),
		Country: class("country"), Capital: class("capital"), Twofold: class("adjective"), Anaphor: class("anaphor"), Common: class("weak"), Bent: class("bent"),
		Title:     class("office", "rank", "honorific", "speaker", "profession", "role"),
		Honorific: class("honorific"), Rank: class("rank"), Role: class("role"), Victim: class("victim"),
		Name: class("given", "family"), AnyName: class("given", "family", "given-ambiguous", "family-ambiguous", "name-particle"),
		Particle: class("name-particle"), NamedAfter: class("named-after"),
		given: class("given", "given-ambiguous"), Proper: class("proper"), number: class("number"), Joined: class("joined"), purpose: class("purpose")}
	names := []string{"outlet"}
	for _, k := range lexicon.ActorKinds {
		names = append(names, "actor."+k)
	}
	v.Alias = class(names...).Or(v.Common)
	v.heads = v.Body.Or(v.Alone)
	for _, w := range lx.Classes["glued"] {
		v.letters = append(v.letters, w.Text)
	}
	v.OneForce = map[string]string{}
	for _, w := range lx.Classes["one-force"] {
		v.OneForce[w.Text] = w.Key
	}
	v.index(lx)
	v.lords(lx)
	return v
}

// Joins reports whether a word begins with a conjunction that can be written as one with it.
func (v *Vocabulary) Joins(word string) bool {
	return slices.ContainsFunc(v.letters, func(c string) bool { return strings.HasPrefix(word, c) })
}

// index makes the tables of who is known by name.
func (v *Vocabulary) index(lx *lexicon.Lexicon) {
	v.Actors = make(map[string]*lexicon.Actor, len(lx.Actors))
	v.Shared, v.Surnames, v.Papers = map[string][]*lexicon.Actor{}, map[string]Surname{}, map[string]*lexicon.Actor{}
	papers := map[string][]*lexicon.Actor{}
	owner := make(map[string]*lexicon.Actor, 4*len(lx.Actors))
	for i := range lx.Actors {
		a := &lx.Actors[i]
		v.Actors[a.ID] = a
		for _, alias := range a.Aliases {
			_, rest, several := strings.Cut(alias.Text, " ")
			if a.Kind == "person" && !several {
				v.Surnames[alias.Text] = Surname{a, alias.Weak}
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
				if len(v.Shared[key]) == 0 {
					v.Shared[key] = append(v.Shared[key], o)
				}
				v.Shared[key] = append(v.Shared[key], a)
			}
		}
	}
	for name, list := range papers {
		if a := owning(list); a != nil {
			v.Papers[name] = a
		}
	}
}

// lords finds whose forces an armed actor is: one of its names ends with a person's.
func (v *Vocabulary) lords(lx *lexicon.Lexicon) {
	persons := map[string]*lexicon.Actor{}
	for i := range lx.Actors {
		if a := &lx.Actors[i]; a.Kind == "person" {
			for _, alias := range a.Aliases {
				persons[alias.Text] = a
			}
		}
	}
	v.Forces = map[string]*lexicon.Actor{}
	for i := range lx.Actors {
		a := &lx.Actors[i]
		if a.Kind != "armed_group" && a.Kind != "military" {
			continue
		}
		for _, alias := range a.Aliases {
			for at := strings.IndexByte(alias.Text, ' ') + 1; at > 0; {
				name := alias.Text[at:]
				_, size := utf8.DecodeRuneInString(name)
				for _, n := range []string{name, name[size:]} { // with a letter glued on, or without
					if p := persons[n]; p != nil && v.Forces[p.ID] == nil {
						v.Forces[p.ID] = a
					}
				}
				next := strings.IndexByte(name, ' ')
				if next < 0 {
					break
				}
				at += next + 1
			}
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
