package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Accompanied reports whether a phrase behind phrase j says with whom, or whom, something is done: he met | with the envoy.
func (r *Reader) Accompanied(j int) bool {
	for n := j + 1; n < len(r.C); n++ {
		switch c := &r.C[n]; c.Kind {
		case clause.NounPhrase:
			if c.Prep == "with" || c.Prep == clause.With || c.Prep == "" && !c.Listed {
				return true
			}
		case clause.Adverb:
			if k := &r.K[c.Head]; k.Word != nil && (k.Has(lang.Function|lang.Pronoun) || k.Has(lang.Accusative) && n+1 < len(r.C) && r.C[n+1].Prep == "from") {
				return true // with him, a number of
			}
		case clause.Relative:
			for n++; n+1 < len(r.C); n++ { // the minister, who is on a tour, the king
				if r.C[n].Kind == clause.Comma && r.C[n+1].Bare() && !r.C[n+1].Joined {
					return true
				}
			}
			return false
		case clause.Comma:
			if n+1 < len(r.C) && (r.C[n+1].Bare() || r.C[n+1].Prep != "") && !r.C[n+1].Joined {
				continue
			}
			return false
		default:
			return false
		}
	}
	return false
}

// FollowsOn reports whether the clause of the verb in chunk v follows on one that tells who does it, or has him before
// the verb: where he met, a visit during which he met, the envoy meets.
func (r *Reader) FollowsOn(v int) bool {
	if v == 0 {
		return false
	}
	if n := v + 1; n < len(r.C) && r.C[n].Kind == clause.Adverb && r.K[r.C[n].Head].Has(lang.Function|lang.Pronoun) {
		return true
	}
	p := &r.C[v-1]
	return p.Bare() || p.Kind == clause.Opens && r.Keyed(p.Head, where)
}

// aloof reports whether the people whom the noun at token h names do what is no deed of actor a, whom they are for: the
// supporters of a president.
func (r *Reader) aloof(h, a int) bool {
	k := &r.K[h]
	return k.Word != nil && r.WordIs(k, backers) && (r.Rec.Actors[a].Kind == "person" || r.Rec.Actors[a].Kind == "government")
}
