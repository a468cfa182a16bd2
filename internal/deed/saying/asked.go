package saying

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/internal/role/party"
)

// PutTo is the phrase behind the verb of chunk v that names whom what it says is put to, as the claim that it attributes
// has it: he called on the government, behind his name, to. It is -1 where the record has no such claim.
func (r *Reader) PutTo(what *rule.Rule, v int) int {
	i := r.Utters(what, r.C[v].Head)
	if i < 0 || r.Rec.Claims[i].Addressee == nil {
		return -1
	}
	for j := v + 1; j < len(r.C); j++ {
		c := &r.C[j]
		if c.Kind == clause.NounPhrase && c.Bare() && r.Rec.Claims[i].PutTo(r.T.Source, r.K[c.From].Start) > 0 {
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

// Conduct adds whose words or deeds the verb of chunk v condemns, by the noun of them right behind it or behind who condemns, without a
// preposition or behind "with": the minister's statements, the policy of the state, the American decision. Right behind the verb it may be
// what condemns, unless others are known to.
func (r *Reader) Conduct(v int, known bool, out []int) []int {
	for j := v + 1; j < len(r.C); j++ {
		switch c := &r.C[j]; c.Kind {
		case clause.NounPhrase:
			if c.Joined && !c.Listed || c.Prep != "" && c.Prep != clause.With {
				if c.Prep == "" || c.Joined {
					return out
				}
				continue
			}
			if !r.Keyed(c.Head, "conduct") {
				continue
			}
			if j == v+1 && c.Prep == "" && !known {
				return out
			}
			return r.whose(j, out)
		case clause.Adverb, clause.Comma:
		default:
			return out
		}
	}
	return out
}

// whose adds whom the noun that heads phrase j is bound to, who did it by what stands behind it, or the state of whose adjective it has.
func (r *Reader) whose(j int, out []int) []int {
	c, own := &r.C[j], true // what is between are adjectives of its own
	for i := c.Head + 1; i < c.To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			return party.Include(out, a)
		}
		own = own && r.K[i].Has(lang.Article) == r.K[c.Head].Has(lang.Article)
		if a := r.Nation(i); a >= 0 && own && r.K[i-1].Has(lang.Article) == r.K[i].Has(lang.Article) {
			return party.Include(out, a)
		}
		if !r.StandsFor(i, true) && !r.K[i].Has(lang.Nisba) && !r.K[i].Has(lang.Participle) {
			return out
		}
	}
	if n := j + 1; n < len(r.C) && r.C[n].Kind == clause.NounPhrase && r.C[n].From == c.To && (r.C[n].Prep == "by" || r.C[n].Prep == clause.For && c.To == c.Head+1) {
		return r.Parties(n, true, out)
	}
	if v := j + 2; v < len(r.C) && r.C[j+1].Kind == clause.Relative && r.C[v].Kind == clause.Verb && (r.C[v].Pronoun || v+1 < len(r.C) && r.TakesPronoun(&r.C[v+1])) {
		if subj, _, passive := r.SubjectAndObject(v, nil); subj > v && !passive {
			return r.Parties(subj, true, out) // which he made
		}
	}
	return out
}
