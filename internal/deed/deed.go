package deed

import (
	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/deed/control"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// The words of the rules that those who read happenings speak of.
type (
	Rules = rule.Rules
	Rule  = rule.Rule
	Form  = rule.Form
)

// The forms that a word may have.
const (
	Verb    = rule.Verb
	Passive = rule.Passive
	Noun    = rule.Noun
	Masdar  = rule.Masdar
)

// New compiles the rules of a lexicon: see [rule.New].
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Rules, error) {
	return rule.New(lx, class)
}

// Reader reads the happenings of one text, sentence by sentence. Its zero value is not ready:
// see [Reader.Reset]. It is for one goroutine, and keeps its memory from text to text.
type Reader struct {
	control.Reader
	rules *Rules
	here  []Anchor // of the sentence
}

// Reset prepares to read a text whose actors, places, times, figures and claims stand in the
// record.
func (r *Reader) Reset(all *Rules, t *lang.Text, rec *riwaya.Record) {
	r.rules = all
	r.Reader.Reset(all, t, rec)
	r.Grounds = all.Grounds
	if r.Ruled == nil {
		r.Ruled = r.ruleAt
	}
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
	for i := range r.here {
		if a := &r.here[i]; a.Form == Verb && len(a.Agents) == 0 {
			r.byNoun(a)
		}
	}
	return r.here
}
