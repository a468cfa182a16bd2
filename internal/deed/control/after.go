package control

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// CameNext reports whether the clause behind the complementiser of chunk j tells what came next: he fired on them before he fled.
// A verb in the past stands before it.
func (r *Reader) CameNext(j int) bool {
	c := &r.C[j]
	if c.Kind != clause.That && c.Kind != clause.Opens || !r.Keyed(c.From, "after") && (c.From == 0 || !r.Keyed(c.From-1, "after")) {
		return false
	}
	for j--; j >= 0; j-- {
		if c := &r.C[j]; c.Kind == clause.Verb && c.Reading.Feat&lang.Past != 0 {
			return j == 0 || r.C[j-1].Kind != clause.Negation
		}
	}
	return false
}
