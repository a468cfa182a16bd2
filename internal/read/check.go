package read

import (
	"fmt"
	"strings"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/match"
)

// Checked is how the rules did on their own examples.
type Checked struct {
	Rules, Examples int
	Failures        []error // each as file:line: message, in the order of the rules
}

// Check reads the examples of every rule. A `yes` example must give a claim by that
// rule whose source, cue, content and medium are as stated beneath it; where it has
// several sentences, the last claim by the rule counts. A `no` example must give none.
// Rules of the other layers are held to whatever fields of their findings the example states.
func (r *Reader) Check() Checked {
	var c Checked
	for _, rule := range r.claims.Rules() {
		c.Rules++
		for i := range rule.Yes {
			c.Examples++
			if err := r.checkYes(rule, &rule.Yes[i]); err != nil {
				c.Failures = append(c.Failures, err)
			}
		}
		for i := range rule.No {
			c.Examples++
			if got, _, _ := r.example(rule, &rule.No[i]); got != nil {
				c.Failures = append(c.Failures, fmt.Errorf("%s: rule %s must not match here, but found cue %q, source %q, content %q",
					rule.No[i].At, rule.Name, got.Cue.Text, got.Source.Text, got.Content.Text))
			}
		}
	}
	for _, f := range r.finders {
		if f, ok := f.(ruled); ok {
			r.checkLayer(f, &c)
		}
	}
	return c
}

// example reads an example: the last claim by the rule, nil if there is none, and
// what else was found and rejected.
func (r *Reader) example(rule *match.Rule, e *match.Example) (*riwaya.Claim, []riwaya.Claim, []attribute.Rejected) {
	rec, rejected := r.ReadExplained(riwaya.Article{ID: riwaya.TextID(e.Text), Text: e.Text, Language: r.Lexicon.Language})
	for i := len(rec.Claims) - 1; i >= 0; i-- {
		if RuleName(rec.Claims[i].Rule) == rule.Name {
			return &rec.Claims[i], rec.Claims, rejected
		}
	}
	return nil, rec.Claims, rejected
}

func (r *Reader) checkYes(rule *match.Rule, e *match.Example) error {
	got, all, rejected := r.example(rule, e)
	if got == nil {
		return fmt.Errorf("%s: rule %s does not match its example: %s", e.At, rule.Name, instead(rule, all, rejected))
	}
	var off []string
	for _, p := range []struct{ part, got string }{
		{"source", got.Source.Text}, {"cue", got.Cue.Text}, {"content", got.Content.Text}, {"medium", optional(got.Medium)},
	} {
		if want, ok := e.Parts[p.part]; ok && want != p.got {
			off = append(off, fmt.Sprintf("%s is %q, want %q", p.part, p.got, want))
		}
	}
	if len(off) > 0 {
		return fmt.Errorf("%s: rule %s: %s", e.At, rule.Name, strings.Join(off, "; "))
	}
	return nil
}

// instead says what happened where a rule did not match: which other rules did, and
// what was missing for this one.
func instead(rule *match.Rule, all []riwaya.Claim, rejected []attribute.Rejected) string {
	var out []string
	for _, c := range all {
		out = append(out, fmt.Sprintf("rule %s has the cue %q", RuleName(c.Rule), c.Cue.Text))
	}
	for _, x := range rejected {
		if x.Rule == rule.Name {
			out = append(out, fmt.Sprintf("at %q: %s", x.Cue, x.Why))
		}
	}
	if len(out) == 0 {
		return "no word in it is a cue that the rule takes"
	}
	return strings.Join(out, "; ")
}

func optional(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
