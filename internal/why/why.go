// Package why says by which rule of the lexicon a finding was made, and what else was tried where
// it stands.
//
// It promises that what it says of a rule is what the lexicon has now. A finding names the rule that
// made it when its article was read; where the lexicon has none of that name any more nothing is
// said. It is for any number of goroutines.
package why

import (
	"sync"

	"riwaya"
	"riwaya/internal/read"
	"riwaya/lexicon"
)

// Rule is a rule as the lexicon has it.
type Rule = read.Rule

// Attempt is a rule that was tried at a word, and why it made nothing.
type Attempt = read.Attempt

// Explainer explains what a lexicon reads.
type Explainer struct {
	reader func() (*read.Reader, error)
	rules  func() (map[string]*Rule, error)
}

// New explains by a lexicon. What reads is made of it when it is first asked for, which takes some
// tenths of a second.
func New(lx *lexicon.Lexicon) *Explainer {
	return By(sync.OnceValues(func() (*read.Reader, error) { return read.New(lx) }))
}

// By explains by what reads.
func By(reader func() (*read.Reader, error)) *Explainer {
	return &Explainer{reader: reader, rules: sync.OnceValues(func() (map[string]*Rule, error) {
		r, err := reader()
		if err != nil {
			return nil, err
		}
		return r.AllRules(), nil
	})}
}

// Load makes what is made once.
func (e *Explainer) Load() error {
	_, err := e.rules()
	return err
}

// Rule is the rule that a finding names, nil where the lexicon has none of that name.
func (e *Explainer) Rule(finding string) (*Rule, error) {
	all, err := e.rules()
	return all[read.RuleName(finding)], err
}

// Of is the same of a finding of a layer, one of "claim", "figure", …; of an event with the
// lexicon's lines for its words.
func (e *Explainer) Of(layer, finding, words string) (*Rule, error) {
	if layer != "event" {
		return e.Rule(finding)
	}
	r, err := e.reader()
	if err != nil {
		return nil, err
	}
	return r.RuleOf(finding, words), nil
}

// Read reads an article anew, and says what was tried at its words and made nothing, in the order of
// the text.
func (e *Explainer) Read(a riwaya.Article) (riwaya.Record, []Attempt, error) {
	r, err := e.reader()
	if err != nil {
		return riwaya.Record{}, nil, err
	}
	read.Language(&a)
	rec, rejected := r.ReadExplained(a)
	return rec, rejected, nil
}

// At divides what was tried into what stands at a place and the rest.
func At(all []Attempt, place riwaya.Span) (own, others []Attempt) {
	for _, x := range all {
		if x.Span.Overlaps(place) {
			own = append(own, x)
		} else {
			others = append(others, x)
		}
	}
	return own, others
}

// Beside is what was tried at a claim: at its cue, and at its source.
func Beside(all []Attempt, c *riwaya.Claim) []Attempt {
	own, others := At(all, c.Cue.Spans.Hull())
	beside, _ := At(others, c.Source.Spans.Hull())
	return append(own, beside...)
}
