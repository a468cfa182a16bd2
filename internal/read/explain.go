package read

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/match"
)

// Attempt is a rule that was tried at a word, and why it made nothing.
type Attempt = attribute.Rejected

// Rule is a rule as the lexicon has it.
type Rule struct {
	Name, At string // At is file:line
	Weight   int
	When     []string // its orders of parts
	Frame    string
}

// ReadExplained is Read, and beside the record what was tried at its words and
// rejected, in the order of the text.
func (r *Reader) ReadExplained(a riwaya.Article) (riwaya.Record, []Attempt) {
	Language(&a)
	var rejected []Attempt
	rec := r.find(a, func(x Attempt) { rejected = append(rejected, x) })
	return rec, rejected
}

// Rule is the rule that a finding names, nil when the lexicon has none of that name.
func (r *Reader) Rule(finding string) *Rule {
	name := ruleName(finding)
	for _, rule := range r.rules() {
		if rule.Name != name {
			continue
		}
		out := &Rule{Name: rule.Name, At: rule.At, Weight: rule.Weight, Frame: rule.Keys["frame"]}
		for i := range rule.Patterns {
			out.When = append(out.When, pattern(&rule.Patterns[i]))
		}
		return out
	}
	return nil
}

// rules are those of all finders.
func (r *Reader) rules() []*match.Rule {
	out := slices.Clone(r.claims.Rules())
	for _, f := range r.finders {
		if f, ok := f.(ruled); ok {
			out = append(out, f.Rules()...)
		}
	}
	return out
}

// ruleName is NAME of a finding's "ar/attribution:NAME@version".
func ruleName(finding string) string {
	finding, _, _ = strings.Cut(finding, "@")
	if _, name, ok := strings.Cut(finding, ":"); ok {
		return name
	}
	return finding
}

// pattern is a pattern as its rule has it.
func pattern(p *match.Pattern) string {
	var out []string
	for i := len(p.Left) - 1; i >= 0; i-- {
		out = append(out, step(&p.Left[i]))
	}
	out = append(out, p.Name+":"+p.Trigger)
	for i := range p.Right {
		out = append(out, step(&p.Right[i]))
	}
	return strings.Join(out, " ")
}

func step(s *match.Step) string {
	name := s.Name
	if s.Class {
		name = "[" + name + "]"
	}
	switch {
	case s.Repeat:
		return name + "*"
	case s.Optional:
		return name + "?"
	}
	return name
}
