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

// Somebody reports whether phrase j is of people of whom nothing is told but what they are, without an article: a young man, two
// gunmen. What follows may be a clause of theirs.
func (r *Reader) Somebody(j int) bool {
	c := &r.C[j]
	if c.Actor < 0 || c.Prep != "" || c.Pronoun || c.To > c.From+2 || !r.StandsFor(c.Head, true) && !r.K[c.Head].In(r.w.private) || r.Rec.Actors[c.Actor].Name != nil {
		return false
	}
	for i := c.From; i < c.To; i++ {
		if k := &r.K[i]; k.Word == nil || k.Has(lang.Article) || k.Has(lang.Guess) {
			return false
		}
	}
	return true
}
