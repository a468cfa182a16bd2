// Package count finds figures: how many people and things, what happened to them, whose,
// where, when, and in whose words.
//
// A figure is a quantity (package quantity reads it) to which something happened (package
// predicate has what can). The rules of lexicon/LANGUAGE/figures.rules are tried at each, the
// heaviest first, and say what happened to what is counted. It promises that nothing is added up,
// averaged or moved to another verb, that a number without a noun is a figure only where a
// rule says what it counts, and that the same text gives the same figures. It names no word
// of any language: words are classes of the lexicon.
package count

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"riwaya"
	"riwaya/internal/count/deed"
	"riwaya/internal/count/predicate"
	"riwaya/internal/count/since"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/quantity"
	"riwaya/internal/scene"
	"riwaya/lexicon"
)

// Finder finds figures in texts of one language. It is safe for several goroutines.
type Finder struct {
	scenes     *scene.Reader
	quantities *quantity.Reader
	g          grammar
	deeds      deed.Words
	keyOf      []string          // of a part: the key of the context words that it is
	contexts   contexts          // the reverse
	rules      map[string][]rule // by kind of figure, the heaviest first
	idle       sync.Pool         // readings that are done with
	all        []*match.Rule
	prefix     string // of the names of rules
	suffix     string
}

// grammar are the word classes that finding asks about.
type grammar struct {
	number, hedge, counted, happens, happening, context                lang.Set
	that, prep, from, about, to, on, in, and, negation, relative, time lang.Set
	since                                                              since.Words
	police, rebels                                                     lang.Set // bodies that figures are members of
	anchor                                                             lang.Set // where a figure can begin
	told                                                               lang.Set // what rules ask for
}

var kinds = []string{quantity.KindNoun, quantity.KindBare, quantity.KindMeasure, quantity.KindTime, quantity.KindOne}

// New compiles the rules of a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	q, err := quantity.New(lx, class, predicate.All())
	if err != nil {
		return nil, err
	}
	f := &Finder{quantities: q, scenes: scene.New(class), rules: map[string][]rule{}, prefix: lx.Language + "/figures:", suffix: "@" + lx.Version[:4]}
	f.g = grammar{
		number: class("number"), hedge: class("figure-hedge"), counted: class("counted"),
		happens: class("happens"), happening: class("happening"), context: class("context"),
		that: class("that"), prep: class("preposition"), from: class("from"), about: class("about"),
		to: class("to"), on: class("on"), in: class("in"), and: class("and"), negation: class("negation"), relative: class("relative"), time: class("time"),
		police: class("police"), rebels: class("armed_group"),
		since:  since.Words{Context: class("context"), Utmost: class("utmost"), Relative: class("relative")},
		anchor: class("number", "counted"), told: class("happens", "happening", "context"),
	}
	g := &f.g
	f.deeds = deed.Words{Happens: g.happens, Happening: g.happening, Counted: g.counted, Negation: g.negation, Relative: g.relative, Time: g.time, Number: g.number,
		Hedge: g.hedge, Prep: g.prep, From: g.from, About: g.about, To: g.to, On: g.on, In: g.in,
		Note: class("note"), Notes: map[string]string{}, Verbs: map[string][]predicate.Frame{}}
	for _, w := range lx.Classes["happens"] {
		fr, err := predicate.FrameOf(w.Key)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.At, err)
		}
		f.deeds.Verbs[w.Text] = append(f.deeds.Verbs[w.Text], fr)
	}
	for _, w := range lx.Classes["note"] {
		if _, ok := f.deeds.Notes[w.Text]; !ok { // the verbs stand first
			f.deeds.Notes[w.Text] = w.Key
		}
	}
	for _, w := range lx.Classes["happening"] {
		if !predicate.Known(strings.TrimSuffix(w.Key, ":bi")) {
			return nil, fmt.Errorf("%s: unknown predicate %q", w.At, w.Key)
		}
	}
	names := slices.Clone(partNames)
	for _, w := range lx.Classes["context"] {
		if w.Key == "" {
			return nil, fmt.Errorf("%s: a context word without a key", w.At)
		}
		if !slices.Contains(names, w.Key) {
			names = append(names, w.Key)
		}
	}
	f.keyOf = names
	if len(names) > 64 {
		return nil, fmt.Errorf("lexicon: more than %d keys of context words", 64-len(partNames))
	}
	for i, k := range names {
		f.contexts[k[0]] = append(f.contexts[k[0]], context{k, uint8(i)})
	}
	rules, err := match.Parse(lx.RulesOf("figures"))
	if err != nil {
		return nil, err
	}
	if err := f.compile(rules, names, class); err != nil {
		return nil, err
	}
	for _, rs := range f.rules {
		slices.SortStableFunc(rs, func(a, b rule) int { return b.compiled.Weight - a.compiled.Weight })
	}
	return f, nil
}

// rule is one `when` line of a rule.
type rule struct {
	compiled  *match.Compiled
	index     int
	needs     uint64 // of its parts: what must stand in the sentence
	name      string
	predicate string // a predicate, or word, noun, figure: where it is taken from
	group     string
	unit      string
	joined    bool   // a conjunction stands before the figure
	first     bool   // the figure begins its clause
	fixed     bool   // only nouns whose predicate no verb changes
	own       bool   // only nouns that have a predicate
	none      bool   // only nouns that have none
	person    bool   // only people are counted
	many      bool   // only the thousands, the millions, whoever they are
	after     string // the predicate that the figure before must have
	sure      float64
}

var keys = []string{"predicate", "group", "unit", "joined", "clause", "noun", "counts", "after", "sure"}

// Where a rule may take the predicate from.
const (
	fromWord   = "word"   // the verb or the noun of action in the pattern
	fromNoun   = "noun"   // what is counted
	fromFigure = "figure" // the figure in the pattern, or the last one
)

func (f *Finder) compile(rules []match.Rule, names []string, class func(...string) lang.Set) error {
	compiled, err := match.Compile(rules, names, class)
	if err != nil {
		return err
	}
	for i := range compiled {
		c := &compiled[i]
		f.all = append(f.all, c.Rule)
		if err := c.Known(keys); err != nil {
			return err
		}
		p := c.Keys["predicate"]
		if !predicate.Known(p) && p != fromWord && p != fromNoun && p != fromFigure {
			return fmt.Errorf("%s: rule %s: unknown predicate %q", c.At, c.Name, p)
		}
		r := rule{compiled: c, name: f.prefix + c.Name + f.suffix, predicate: p, group: c.Keys["group"], unit: c.Keys["unit"],
			joined: c.Keys["joined"] == "yes", first: c.Keys["clause"] == "first", fixed: c.Keys["noun"] == "fixed", own: c.Keys["noun"] == "own", none: c.Keys["noun"] == "none", person: c.Keys["counts"] == "people", many: c.Keys["counts"] == "many", after: c.Keys["after"]}
		if r.sure, err = c.Sure(); err != nil {
			return err
		}
		for n, t := range c.Triggers {
			if !slices.Contains(kinds, t) {
				return fmt.Errorf("%s: rule %s: unknown trigger count:%s, want one of %s", c.At, c.Name, t, strings.Join(kinds, ", "))
			}
			r.index = n
			r.needs = f.needs(c.Patterns[n])
			f.rules[t] = append(f.rules[t], r)
		}
	}
	return nil
}

// needs are the parts without which a pattern cannot match, of those that a sentence is
// asked for once.
func (f *Finder) needs(p match.Pattern) uint64 {
	var n uint64
	for _, side := range [][]match.Step{p.Left, p.Right} {
		for _, s := range side {
			if i := slices.Index(f.keyOf, s.Name); i >= 0 && !s.Class && !s.Optional && sought&(1<<i) != 0 || i >= len(partNames) && !s.Optional {
				n |= 1 << i
			}
		}
	}
	return n
}

// Deeds are the classes of words that rules ask for: see [lang.StartsDeed].
func (f *Finder) Deeds() lang.Set { return f.g.told }

// Layer is the name of what is found in the record's JSON.
func (f *Finder) Layer() string { return "figures" }

// Rules are the rules with their examples, for the checker.
func (f *Finder) Rules() []*match.Rule { return f.all }

// Find adds the figures of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	r, ok := f.idle.Get().(*reading)
	if !ok {
		r = &reading{m: new(match.Matcher)}
	}
	*r = reading{Sentence: f.quantities.Text(t), f: f, t: t, k: t.Tokens, rec: rec, found: r.found[:0], m: r.m, around: r.around}
	r.deeds = deed.Reader{Sentence: &r.Sentence, Words: &f.deeds, Text: t, Tokens: t.Tokens, Of: &r.buf.Quantity, Named: r}
	r.m.Reset(t, r)
	r.around.read(rec)
	for i := range t.Sentences {
		r.sentence(&t.Sentences[i])
	}
	r.link()
	clear(r.found)
	*r = reading{found: r.found[:0], m: r.m, around: r.around}
	r.m.Text, r.m.Parts = nil, nil
	f.idle.Put(r)
}
