package deed

import (
	"fmt"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/role"
	"riwaya/lexicon"
)

// Rules are the rules of happenings of one language, with the words that they read. They are
// safe for several goroutines.
type Rules struct {
	words  *role.Words
	verbs  map[string][]*Rule // by lemma, the heaviest first
	nouns  map[string][]*Rule // by the lexicon's entry
	whole  map[string]bool    // phrases whose first word says nothing alone
	keys   map[string]bool    // of [event-near]
	all    []*match.Rule
	prefix string // of the names of rules
	suffix string

	verb, noun, coded, support, near, folk lang.Set
}

// New compiles the rules of a lexicon. class gives the set of the named word classes. A rule
// or a word that cannot be read is an error that says where it stands.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Rules, error) {
	all := &Rules{verbs: map[string][]*Rule{}, nouns: map[string][]*Rule{}, whole: map[string]bool{}, keys: map[string]bool{},
		prefix: lx.Language + "/events:", suffix: "@" + lx.Version[:4],
		verb: class("coded-verb"), noun: class("coded-noun"), coded: class("coded-verb", "coded-noun"), support: class("support"), near: class("event-near"), folk: class("folk")}
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
	}{{"coded-verb", all.verbs}, {"coded-noun", all.nouns}} {
		for _, w := range lx.Classes[c.class] {
			key, whole := strings.CutSuffix(w.Key, ":whole")
			if whole {
				all.whole[w.Text] = true
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
	if all.words, err = role.NewWords(lx, class); err != nil {
		return nil, err
	}
	return all, nil
}

// All are the rules with their examples, for the checker.
func (all *Rules) All() []*match.Rule { return all.all }

// Reader reads the happenings of one text, sentence by sentence. Its zero value is not ready:
// see [Reader.Reset]. It is for one goroutine, and keeps its memory from text to text.
type Reader struct {
	role.Reader
	rules *Rules
	here  []Anchor // of the sentence
}

// Reset prepares to read a text whose actors, places, times, figures and claims stand in the
// record.
func (r *Reader) Reset(all *Rules, t *lang.Text, rec *riwaya.Record) {
	r.rules = all
	r.Reader.Reset(all.words, t, rec)
}

// Forget lets go of the text, so that the memory alone is kept.
func (r *Reader) Forget() {
	r.Reader.Forget()
	clear(r.here[:cap(r.here)])
	r.rules, r.here = nil, r.here[:0]
}

// Sentence finds the words of tokens [from, to) that name happenings, each with its parties,
// in the order of the sentence. They are valid until the next call.
func (r *Reader) Sentence(from, to int) []Anchor {
	r.Begin(from, to)
	r.here = r.here[:0]
	for i := range r.C {
		if r.C[i].Kind == clause.Verb {
			r.phrased(i)
		}
	}
	for i := 0; i < len(r.C); i++ { // a name of several words takes chunks in
		switch r.C[i].Kind {
		case clause.Verb:
			r.verb(i)
		case clause.NounPhrase:
			r.noun(i)
		}
	}
	for i := range r.here {
		if a := &r.here[i]; a.Form == Verb {
			r.argueVerb(a)
		} else {
			r.argueNoun(a)
		}
	}
	return r.here
}
