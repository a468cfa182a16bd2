package rule

import (
	"fmt"
	"slices"
	"strings"

	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/role"
	"riwaya/lexicon"
)

// Rules are the rules of happenings of one language, with the words that they read. They are
// safe for several goroutines.
type Rules struct {
	Words  *role.Words
	Verbs  map[string][]*Rule // by lemma, the heaviest first
	Nouns  map[string][]*Rule // by the lexicon's entry
	Whole  map[string]bool    // phrases whose first word says nothing alone
	keys   map[string]bool    // of [event-near]
	all    []*match.Rule
	prefix string // of the names of rules
	suffix string

	// The classes of words: verbs and nouns that name a happening, either, verbs that lend them
	// their subject, words that rules ask about, people, places by their kind, how many, given names, rumours.
	VerbWord, NounWord, Coded, Support, NearWord, Folk, Grounds, Amount, Given, Rumour lang.Set
}

// New compiles the rules of a lexicon. class gives the set of the named word classes. A rule
// or a word that cannot be read is an error that says where it stands.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Rules, error) {
	all := &Rules{Verbs: map[string][]*Rule{}, Nouns: map[string][]*Rule{}, Whole: map[string]bool{}, keys: map[string]bool{},
		prefix: lx.Language + "/events:", suffix: "@" + lx.Version[:4],
		VerbWord: class("coded-verb"), NounWord: class("coded-noun"), Coded: class("coded-verb", "coded-noun"), Support: class("support"), NearWord: class("event-near"), Folk: class("folk"), Grounds: class("place-noun"), Amount: class("quantity"), Given: class("given"), Rumour: class("rumour")}
	for _, w := range lx.Classes["event-near"] {
		all.keys[w.Key] = true
	}
	rules := map[string]*Rule{}
	parsed, err := match.Parse(lx.RulesOf("events"))
	if err != nil {
		return nil, err
	}
	for i := range parsed {
		r, err := all.rule(&parsed[i])
		if err != nil {
			return nil, err
		}
		rules[r.Rule.Name] = r
		all.all = append(all.all, r.Rule)
	}
	for _, c := range []struct {
		class string
		into  map[string][]*Rule
	}{{"coded-verb", all.Verbs}, {"coded-noun", all.Nouns}} {
		for _, w := range lx.Classes[c.class] {
			key, whole := strings.CutSuffix(w.Key, ":whole")
			if whole {
				all.Whole[w.Text] = true
			}
			r := rules[key]
			if r == nil {
				return nil, fmt.Errorf("%s: %s names no rule of events.rules", w.At, w.Key)
			}
			c.into[w.Text] = append(c.into[w.Text], r)
		}
		for _, rs := range c.into {
			slices.SortStableFunc(rs, func(a, b *Rule) int { return b.Weight - a.Weight })
		}
	}
	if all.Words, err = role.NewWords(lx, class); err != nil {
		return nil, err
	}
	return all, nil
}

// All are the rules with their examples, for the checker.
func (all *Rules) All() []*match.Rule { return all.all }
