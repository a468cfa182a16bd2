package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Begun is the verb of beginning before the verb of chunk v in the present, whose subject that has too: it began to shell, the army
// went on to shell. It is -1 where there is none.
func (r *Reader) Begun(v int) int {
	if r.C[v].Joined || r.C[v].Reading.Feat&lang.Present == 0 {
		return -1
	}
	for j := v - 1; j >= 0 && j > v-5; j-- {
		switch c := &r.C[j]; {
		case c.Kind == clause.Verb:
			if !r.Keyed(c.Head, "begins") || c.Pronoun {
				return -1
			}
			if n := &r.C[j+1]; j+1 == v && !Alike(c.Reading, r.C[v].Reading) || j+1 < v && n.Bare() && (n.Actor < 0 && !r.StandsFor(n.Head, true) || !r.GoesWith(r.C[v].Reading, j+1)) {
				return -1
			}
			return j
		case c.Kind == clause.Adverb, c.Kind == clause.NounPhrase && c.Prep != "":
		case c.Bare() && !c.Joined && !c.Listed && j > 0 && r.C[j-1].Kind == clause.Verb:
		default:
			return -1
		}
	}
	return -1
}

// Numbered reports whether phrase j is an adjective of the noun for people right before it, and whom they are of stands right behind: a
// great number | of the rebels.
func (r *Reader) Numbered(j int) bool {
	return j > 0 && j+1 < len(r.C) && r.C[j+1].Prep == "from" && r.C[j+1].From == r.C[j].To && r.C[j-1].Kind == clause.NounPhrase && r.Attributed(j-1, j) && r.StandsFor(r.C[j-1].Head, true)
}
