package read

import (
	"strings"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/match"
)

// ReadExplained is Read, and beside the record what was tried at its words and
// rejected, in the order of the text.
func (r *Reader) ReadExplained(a riwaya.Article) (riwaya.Record, []attribute.Rejected) {
	Language(&a)
	var rejected []attribute.Rejected
	rec := r.find(a, func(x attribute.Rejected) { rejected = append(rejected, x) })
	return rec, rejected
}

// Rule is the rule that a finding names, nil when the lexicon has none of that name.
func (r *Reader) Rule(finding string) *match.Rule {
	name := ruleName(finding)
	for _, rule := range r.claims.Rules() {
		if rule.Name == name {
			return rule
		}
	}
	return nil
}

// ruleName is NAME of a finding's "ar/attribution:NAME@version".
func ruleName(finding string) string {
	finding, _, _ = strings.Cut(finding, "@")
	if _, name, ok := strings.Cut(finding, ":"); ok {
		return name
	}
	return finding
}
