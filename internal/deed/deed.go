package deed

import (
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/bound"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// The words of the rules and of what they find, of which those who read happenings speak.
type (
	Rules  = rule.Rules
	Rule   = rule.Rule
	Form   = rule.Form
	Anchor = anchor.Anchor
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
// see [anchor.Reader.Reset]. It is for one goroutine, and keeps its memory from text to text.
type Reader struct{ bound.Reader }

// Sentence finds the words of tokens [from, to) that name happenings, each with its parties,
// in the order of the sentence. They are valid until the next call.
func (r *Reader) Sentence(from, to int) []Anchor {
	r.Find(from, to)
	for i := range r.Here {
		if a := &r.Here[i]; a.Form == Verb {
			r.argueVerb(a)
		} else {
			r.argueNoun(a)
		}
	}
	for i := range r.Here {
		if a := &r.Here[i]; a.Form == Verb && len(a.Agents) == 0 {
			r.byNoun(a)
		}
		r.Likewise(&r.Here[i])
		r.AtDoor(&r.Here[i])
		r.Believed(&r.Here[i])
		r.Fights(&r.Here[i])
		r.After(&r.Here[i])
		r.Raid(&r.Here[i])
		r.Slain(&r.Here[i])
		r.When(&r.Here[i])
		r.Visits(&r.Here[i])
		r.Awaited(&r.Here[i])
		r.Beside(&r.Here[i])
		r.Personal(&r.Here[i])
		r.Shared(&r.Here[i])
		r.Hit(&r.Here[i])
		r.Others(&r.Here[i])
	}
	return r.Here
}
