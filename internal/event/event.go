package event

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/link"
	"riwaya/internal/match"
	"riwaya/lexicon"
)

// Finder finds events in texts of one language. It is safe for several goroutines.
type Finder struct {
	words   *clause.Words
	g       grammar
	verbs   map[string][]*rule   // by lemma, the heaviest first
	nouns   map[string][]*rule   // by the lexicon's entry
	support map[string][]support // verbs that lend a noun their subject, by lemma
	whole   map[string]bool      // phrases whose first word says nothing alone
	states  map[string]string    // the code of a state -> its name
	all     []*match.Rule
	prefix  string // of the names of rules
	suffix  string
	idle    sync.Pool
}

// grammar are the word classes that finding asks about.
type grammar struct {
	verb, noun, support, word, coded lang.Set
	negation, was, already, demonym  lang.Set
	human                            lang.Set // people, offices and bodies
}

// New compiles the rules of a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	f := &Finder{words: clause.NewWords(lx, class), verbs: map[string][]*rule{}, nouns: map[string][]*rule{}, support: map[string][]support{}, whole: map[string]bool{},
		prefix: lx.Language + "/events:", suffix: "@" + lx.Version[:4]}
	f.g = grammar{verb: class("coded-verb"), noun: class("coded-noun"), support: class("support"), word: class("event-word"),
		coded: class("coded-verb", "coded-noun"), negation: class("negation"), was: class("was"), already: class("already"), demonym: class("demonym"),
		human: class("folk", "military", "police", "government", "igo", "ngo", "rank", "private", "people")}
	f.states = lx.States
	rules := map[string]*rule{}
	for _, file := range lx.Rules {
		if file.Name != lx.Language+"/events.rules" {
			continue
		}
		parsed, err := match.Parse(file.Name, file.Text)
		if err != nil {
			return nil, err
		}
		for i := range parsed {
			r, err := f.rule(&parsed[i])
			if err != nil {
				return nil, err
			}
			rules[r.Name] = r
			f.all = append(f.all, r.Rule)
		}
	}
	for _, c := range []struct {
		class string
		into  map[string][]*rule
		form  int
	}{{"coded-verb", f.verbs, formVerb}, {"coded-noun", f.nouns, formNoun}} {
		for _, w := range lx.Classes[c.class] {
			key, whole := strings.CutSuffix(w.Key, ":whole")
			if whole {
				f.whole[w.Text] = true
			}
			r := rules[key]
			if r == nil {
				return nil, fmt.Errorf("%s: %s names no rule of events.rules", w.At, w.Key)
			}
			c.into[w.Text] = append(c.into[w.Text], r)
		}
		for _, rs := range c.into {
			slices.SortStableFunc(rs, func(a, b *rule) int { return b.Weight - a.Weight })
		}
	}
	for _, w := range lx.Classes["support"] {
		key, prep, _ := strings.Cut(w.Key, ":")
		if !slices.Contains(supports, key) {
			return nil, fmt.Errorf("%s: unknown key %q of a supporting verb", w.At, w.Key)
		}
		f.support[w.Text] = append(f.support[w.Text], support{key, prep})
	}
	return f, nil
}

// support is what a verb says of a noun that stands with it, behind that preposition.
type support struct{ key, prep string }

// What a supporting verb says of the noun that it stands with.
const (
	does      = "do"     // its subject does it: launch, carry out
	suffers   = "suffer" // its subject suffers it: come under
	occurs    = "occur"  // it happens: break out, take place
	goesOn    = "go-on"  // it goes on happening
	intends   = "intend" // its subject means to do it
	orders    = "order"  // its subject wants it done
	results   = "result" // its subject, a happening, brought it about
	prevents  = "prevent"
	continues = "continue" // its subject goes on doing it
	blames    = "blame"    // its object did it, it says
	denies    = "deny"     // its subject says that it did not do it
	announces = "announce" // its subject, if it is a force, says that it did it
)

var supports = []string{does, suffers, occurs, goesOn, intends, orders, results, prevents, continues, blames, denies, announces}

// Layer is the name of what is found in the record's JSON.
func (f *Finder) Layer() string { return "events" }

// Rules are the rules with their examples, for the checker.
func (f *Finder) Rules() []*match.Rule { return f.all }

// search is the state of reading one text.
type search struct {
	clause.Reader
	f     *Finder
	rec   *riwaya.Record
	c     []clause.Chunk // of the sentence
	here  []anchor       // of the sentence
	found []anchor
	first bool // the sentence is the title
	inner link.Inner
	spans link.Index
	of    []int
}

// Find adds the events of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	s, _ := f.idle.Get().(*search)
	if s == nil {
		s = new(search)
	}
	s.f, s.rec = f, rec
	ready := false
	for i := range t.Sentences {
		sen := &t.Sentences[i]
		if !f.speaks(t, sen) || !inBody(rec, t, sen) {
			continue
		}
		if !ready {
			s.Reset(f.words, t, rec)
			ready = true
		}
		s.sentence(sen)
	}
	if ready {
		s.write()
		s.Forget()
	}
	clear(s.found)
	s.found, s.here, s.rec = s.found[:0], s.here[:0], nil
	f.idle.Put(s)
}

// speaks reports whether a word that names a happening stands in the sentence.
func (f *Finder) speaks(t *lang.Text, sen *lang.Sentence) bool {
	for i := sen.From; i < sen.To; i++ {
		if k := &t.Tokens[i]; k.In(f.g.coded) || k.Starts&lang.StartsPhrase != 0 && k.Word.Begins.Meets(f.g.noun) {
			return true
		}
	}
	return false
}

// inBody reports whether the sentence belongs to the article, and not to what stands
// around it on the page.
func inBody(rec *riwaya.Record, t *lang.Text, sen *lang.Sentence) bool {
	at := t.Tokens[sen.From].Start
	for _, b := range rec.Article.Body {
		if at >= b.Start && at < b.End {
			return true
		}
	}
	return len(rec.Article.Body) == 0
}

// sentence finds the events of one sentence.
func (s *search) sentence(sen *lang.Sentence) {
	s.c = s.Cut(sen.From, sen.To)
	s.first = sen.Paragraph == 0
	s.here = s.here[:0]
	for i := 0; i < len(s.c); i++ { // a name of several words takes chunks in
		switch s.c[i].Kind {
		case clause.Verb:
			s.verb(i)
		case clause.NounPhrase:
			s.noun(i)
		}
	}
	for i := range s.here {
		s.argue(i)
	}
	s.within()
	for i := range s.here {
		s.bounds(i)
		s.here[i].title = s.first
		if a := &s.here[i]; !a.dropped {
			s.found = append(s.found, *a)
		}
	}
}
