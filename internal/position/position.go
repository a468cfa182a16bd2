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
	"fmt"
	"slices"
	"strings"
	"sync"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/stance"
	"riwaya/lexicon"
)

// Finder finds positions in texts of one language. It is safe for several goroutines.
type Finder struct {
	words  *stance.Vocabulary
	parts  []string          // the named parts, and the keys of context words behind them
	rules  map[string][]rule // by kind, the heaviest first
	all    []*match.Rule
	idle   sync.Pool // readings that are done with
	prefix string    // of the names of rules
	suffix string
}

// The kinds of word that carry a stance: what stands behind the colon of `stand:KIND`.
const (
	kindVerb   = "verb"      // a finite verb
	kindWill   = "will"      // one in the future
	kindNever  = "never"     // one behind the negation of the future
	kindNoun   = "noun"      // a noun: refusal
	kindNeed   = "necessity" // a noun: the need to
	kindState  = "state"     // an adjective: ready to
	kindPassed = "passed"    // what is done without saying by whom: it will be done
	kindCue    = "cue"       // a word of stance that a claim has for its cue
)

var kinds = []string{kindVerb, kindWill, kindNever, kindNoun, kindNeed, kindState, kindPassed, kindCue}

// New compiles the rules of a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	words, err := stance.New(lx, class)
	if err != nil {
		return nil, err
	}
	f := &Finder{words: words, parts: append(slices.Clone(partNames), words.Keys...), rules: map[string][]rule{},
		prefix: lx.Language + "/positions:", suffix: "@" + lx.Version[:4]}
	rules, err := match.Parse(lx.RulesOf("positions"))
	if err != nil {
		return nil, err
	}
	if err := f.compile(rules, class); err != nil {
		return nil, err
	}
	for _, rs := range f.rules {
		slices.SortStableFunc(rs, func(a, b rule) int { return b.compiled.Weight - a.compiled.Weight })
	}
	return f, nil
}

// keyOwn is the part of a noun with the speaker's pronoun: his country.
const keyOwn = "own"

// Who holds the position that a rule finds: the values of the key `whose`.
const (
	whoseNamed   = "named"   // the holder in the pattern
	whoseSpeaker = "speaker" // the source of the claim in whose content the word stands
	whoseSource  = "source"  // the source of the claim whose cue the word is
	whoseClause  = "clause"  // the subject of the verb before
	whoseLast    = "last"    // the holder of the position before, in the same sentence
)

var holders = []string{whoseNamed, whoseSpeaker, whoseSource, whoseClause, whoseLast}

// rule is one `when` line of a rule.
type rule struct {
	compiled *match.Compiled
	index    int
	name     string
	whose    string
	stance   string   // "" is the word's own
	person   string   // of the verb: first, third; "" is any
	pronoun  string   // of the noun: "yes" if it must have one, "no" if it must not
	joined   bool     // a conjunction is glued on
	starts   bool     // it begins what the claim around it says
	object   bool     // it is the object of the word of saying, no subject of a clause
	nation   bool     // an adjective of a country stands in it
	doer     bool     // who does what the noun names stands behind it
	says     bool     // a word of announcing stands in the pattern
	agrees   bool     // the word agrees with the cue of the claim around it
	only     []string // classes of the cue of the claim around it
	sure     float64
}

var keys = []string{"whose", "stance", "person", "pronoun", "joined", "starts", "object", "agrees", "only", "sure"}

func (f *Finder) compile(rules []match.Rule, class func(...string) lang.Set) error {
	compiled, err := match.Compile(rules, f.parts, class)
	if err != nil {
		return err
	}
	for i := range compiled {
		c := &compiled[i]
		f.all = append(f.all, c.Rule)
		if err := c.Known(keys); err != nil {
			return err
		}
		r := rule{compiled: c, name: f.prefix + c.Name + f.suffix, whose: c.Keys["whose"], stance: c.Keys["stance"], person: c.Keys["person"], pronoun: c.Keys["pronoun"],
			joined: c.Keys["joined"] == "yes", only: strings.Fields(c.Keys["only"]), starts: c.Keys["starts"] == "yes", object: c.Keys["object"] == "yes", agrees: c.Keys["agrees"] == "yes"}
		if !slices.Contains(holders, r.whose) {
			return fmt.Errorf("%s: rule %s: whose is %q, want one of %s", c.At, c.Name, r.whose, strings.Join(holders, ", "))
		}
		if r.stance != "" && !slices.Contains(stance.Stances, r.stance) {
			return fmt.Errorf("%s: rule %s: unknown stance %q", c.At, c.Name, r.stance)
		}
		for _, class := range r.only {
			if !slices.Contains(riwaya.Classes, class) {
				return fmt.Errorf("%s: rule %s: unknown class %q", c.At, c.Name, class)
			}
		}
		if r.sure, err = c.Sure(); err != nil {
			return err
		}
		for n, t := range c.Triggers {
			if !slices.Contains(kinds, t) {
				return fmt.Errorf("%s: rule %s: unknown trigger stand:%s, want one of %s", c.At, c.Name, t, strings.Join(kinds, ", "))
			}
			r.index = n
			r.nation = slices.ContainsFunc(c.Patterns[n].Right, func(s match.Step) bool { return s.Name == partNames[partNation] })
			r.doer = slices.ContainsFunc(c.Patterns[n].Right, func(s match.Step) bool { return s.Name == partNames[partHolder] || s.Name == keyOwn })
			r.says = slices.ContainsFunc(c.Patterns[n].Left, func(s match.Step) bool { return s.Name == partNames[partSays] })
			f.rules[t] = append(f.rules[t], r)
		}
	}
	return nil
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
	rec.Positions = append(make([]riwaya.Position, 0, len(r.out)), r.out...)
	r.done()
	f.idle.Put(r)
}
