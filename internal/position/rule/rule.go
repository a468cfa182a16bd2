// Package rule compiles the rules of positions: at which word of a stance they are tried, what stands
// around it, and who holds the position that they find. It promises that a rule with an unknown word of
// its own is no rule. It names no word of any language.
package rule

import (
	"fmt"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/stance"
	"riwaya/lexicon"
)

// The kinds of word that carry a stance: what stands behind the colon of `stand:KIND`.
const (
	Verb   = "verb"      // a finite verb
	Will   = "will"      // one in the future
	Never  = "never"     // one behind the negation of the future
	Noun   = "noun"      // a noun: refusal
	Need   = "necessity" // a noun: the need to
	State  = "state"     // an adjective: ready to
	Passed = "passed"    // what is done without saying by whom: it will be done
	Cue    = "cue"       // a word of stance that a claim has for its cue
)

var kinds = []string{Verb, Will, Never, Noun, Need, State, Passed, Cue}

// The parts of a pattern that say something of the rule itself.
const (
	Holder = "holder" // the noun phrase of an actor that the text names
	Nation = "nation" // the adjective of a country, for its government
	Says   = "says"   // a word of announcing or confirming
	Own    = "own"    // a noun with the speaker's pronoun: his country
)

// Who holds the position that a rule finds: the values of the key `whose`.
const (
	ByNamed   = "named"   // the holder in the pattern
	BySpeaker = "speaker" // the source of the claim in whose content the word stands
	BySource  = "source"  // the source of the claim whose cue the word is
	ByClause  = "clause"  // the subject of the verb before
	ByLast    = "last"    // the holder of the position before, in the same sentence
)

var holders = []string{ByNamed, BySpeaker, BySource, ByClause, ByLast}

// Rule is one `when` line of a rule.
type Rule struct {
	Compiled *match.Compiled
	Index    int
	Name     string
	Whose    string
	Stance   string   // "" is the word's own
	Person   string   // of the verb: first, third; "" is any
	Pronoun  string   // of the noun: "yes" if it must have one, "no" if it must not
	Joined   bool     // a conjunction is glued on
	Starts   bool     // it begins what the claim around it says
	Object   bool     // it is the object of the word of saying, no subject of a clause
	Nation   bool     // an adjective of a country stands in it
	Doer     bool     // who does what the noun names stands behind it
	Says     bool     // a word of announcing stands in the pattern
	Agrees   bool     // the word agrees with the cue of the claim around it
	Only     []string // classes of the cue of the claim around it
	Sure     float64
}

var keys = []string{"whose", "stance", "person", "pronoun", "joined", "starts", "object", "agrees", "only", "sure"}

// Compile compiles the rules of a lexicon, whose patterns may ask for the named parts. They come by the kind of
// the word at which they are tried, the heaviest first; all are they with their examples.
func Compile(lx *lexicon.Lexicon, parts []string, class func(...string) lang.Set) (byKind map[string][]Rule, all []*match.Rule, err error) {
	parsed, err := match.Parse(lx.RulesOf("positions"))
	if err != nil {
		return nil, nil, err
	}
	compiled, err := match.Compile(parsed, parts, class)
	if err != nil {
		return nil, nil, err
	}
	byKind = map[string][]Rule{}
	for i := range compiled {
		c := &compiled[i]
		all = append(all, c.Rule)
		if err := c.Known(keys); err != nil {
			return nil, nil, err
		}
		yes := func(key string) bool { return c.Keys[key] == "yes" }
		r := Rule{Compiled: c, Name: lx.Language + "/positions:" + c.Name + "@" + lx.Version[:4], Whose: c.Keys["whose"], Stance: c.Keys["stance"], Person: c.Keys["person"], Pronoun: c.Keys["pronoun"],
			Joined: yes("joined"), Only: strings.Fields(c.Keys["only"]), Starts: yes("starts"), Object: yes("object"), Agrees: yes("agrees")}
		if !slices.Contains(holders, r.Whose) {
			return nil, nil, fmt.Errorf("%s: rule %s: whose is %q, want one of %s", c.At, c.Name, r.Whose, strings.Join(holders, ", "))
		}
		if r.Stance != "" && !slices.Contains(stance.Stances, r.Stance) {
			return nil, nil, fmt.Errorf("%s: rule %s: unknown stance %q", c.At, c.Name, r.Stance)
		}
		for _, class := range r.Only {
			if !slices.Contains(riwaya.Classes, class) {
				return nil, nil, fmt.Errorf("%s: rule %s: unknown class %q", c.At, c.Name, class)
			}
		}
		if r.Sure, err = c.Sure(); err != nil {
			return nil, nil, err
		}
		for n, t := range c.Triggers {
			if !slices.Contains(kinds, t) {
				return nil, nil, fmt.Errorf("%s: rule %s: unknown trigger stand:%s, want one of %s", c.At, c.Name, t, strings.Join(kinds, ", "))
			}
			has := func(steps []match.Step, names ...string) bool {
				return slices.ContainsFunc(steps, func(s match.Step) bool { return slices.Contains(names, s.Name) })
			}
			r.Index = n
			r.Nation = has(c.Patterns[n].Right, Nation)
			r.Doer = has(c.Patterns[n].Right, Holder, Own)
			r.Says = has(c.Patterns[n].Left, Says)
			byKind[t] = append(byKind[t], r)
		}
	}
	for _, rs := range byKind {
		slices.SortStableFunc(rs, func(a, b Rule) int { return b.Compiled.Weight - a.Compiled.Weight })
	}
	return byKind, all, nil
}
