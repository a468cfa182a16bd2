package saying

import (
	"slices"
	"strings"

	"riwaya/internal/clause"
	"riwaya/internal/deed/rule"
)

// PutTo is the phrase behind the verb of chunk v that names whom what it says is put to, as the claim that it attributes
// has it: he called on the government, behind his name, to. It is -1 where the record has no such claim.
func (r *Reader) PutTo(what *rule.Rule, v int) int {
	i := r.Utters(what, r.C[v].Head)
	if i < 0 || r.Rec.Claims[i].Addressee == nil || len(r.Rec.Claims[i].Content.Spans) == 0 {
		return -1
	}
	whom, end := *r.Rec.Claims[i].Addressee, r.Rec.Claims[i].Content.Spans[0].Start
	for j := v + 1; j < len(r.C); j++ {
		c := &r.C[j]
		at := r.K[c.From].Start
		if at >= end {
			return -1
		}
		if c.Kind == clause.NounPhrase && c.Bare() && strings.HasPrefix(r.T.Source[at:], whom) {
			if c.Joined || c.Actor < 0 || j == v+1 && r.Agree(r.C[v].Reading, j) {
				return -1 // it may be who says it
			}
			return j
		}
	}
	return -1
}

// Bodies leaves those of whom something may be demanded: not who does, and no person, who may be the one who does by another name.
func (r *Reader) Bodies(by, all []int) []int {
	return slices.DeleteFunc(all, func(x int) bool { return slices.Contains(by, x) || r.Rec.Actors[x].Kind == "person" })
}
