package deed

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role"
)

// ownMen adds whose men or arms phrase j is by its pronoun: the army said that its aircraft
// struck; and of which state somebody speaks as "his country".
func (r *Reader) ownMen(j int, out []int) []int {
	c := &r.C[j]
	switch {
	case c.Reading == nil || c.To != c.Head+1:
		return out
	case r.Keyed(c.Head, "home"):
		return r.Homeland(j, out)
	case c.Reading.Feat&(lang.Him|lang.Her|lang.Them) == 0 || !r.StandsFor(c.Head, true):
		return out
	}
	if j > 0 && r.C[j-1].Kind == clause.That {
		return r.SourceOf(j-1, j, c.Reading, out)
	}
	return r.antecedent(j, c.Reading, out)
}

// elided finds who does what a verb without a subject of its own says: who says so of itself, who
// is accused of it, who does what the clause before tells, and what the verb before it does
// that it is joined to. obj is its object, passive says that this looks like its subject.
func (r *Reader) elided(a *Anchor, obj int, passive bool) (out []int) {
	if out = r.Speaker(a.Chunk, nil); len(out) > 0 {
		return out
	}
	if passive || r.OnlyPassive(a.Chunk) {
		return nil
	}
	j := a.Chunk - 1
	for j > 0 && r.C[j].Kind == clause.Adverb {
		j--
	}
	if j < 1 {
		return nil
	}
	q := role.Elided(a.Reading)
	if r.C[a.Chunk].Joined {
		return r.likeBefore(a)
	}
	if c := &r.C[j]; c.Kind == clause.That {
		v := r.Above(j)
		if v < 0 {
			return nil
		}
		if r.K[c.Head].Has(lang.With | lang.Pronoun) {
			if _, o, _ := r.SubjectAndObject(v, r.ruleAt(v)); r.SupportOf(v) == role.Blames && o >= 0 && o < j && r.takesUp(&q, o) {
				return r.Parties(o, true, nil) // they accused the army of this: that it shelled the town
			}
			return nil
		}
		if c.To > c.From+1 && q.Feat&lang.Her != 0 && (obj < 0 || r.C[obj].Actor < 0 || r.C[obj].Figure >= 0) {
			return r.main(a, v, j, &q)
		}
	}
	return nil
}

// main is who the verb v of the main clause has for its subject, or else for its object, where a
// verb behind "after", "before" in chunk j may take that up, and nobody else before it.
func (r *Reader) main(a *Anchor, v, j int, q *lang.Reading) []int {
	subj, obj, passive := r.SubjectAndObject(v, r.ruleAt(v))
	if passive {
		return nil
	}
	for _, at := range [2]int{subj, obj} {
		if at >= 0 && at < j && r.C[at].Actor >= 0 && r.takesUp(q, at) && !r.between(q, at, j) && !(q.Feat&lang.Her != 0 && r.MenOblique(at)) {
			return r.Parties(at, true, nil)
		}
	}
	return nil
}

// likeBefore is who does what the verb before says, that the anchor's is joined to and agrees
// with, where that has no subject of its own either: that it arrested five and seized arms.
func (r *Reader) likeBefore(a *Anchor) []int {
	for n := len(r.here) - 1; n >= 0; n-- {
		b := &r.here[n]
		if b.Chunk >= a.Chunk || b.Nominal() {
			continue
		}
		for j := b.Chunk + 1; j < a.Chunk; j++ {
			switch r.C[j].Kind {
			case clause.Verb, clause.That, clause.Opens, clause.Stop, clause.Relative:
				return nil
			}
		}
		if subj, _, _ := r.SubjectAndObject(b.Chunk, &b.Rule.Verb); b.Form != Verb || subj >= 0 || !role.Alike(b.Reading, a.Reading) || b.Reading.Feat&a.Reading.Feat&(lang.Past|lang.Present) == 0 {
			return nil
		}
		return append([]int(nil), b.Agents...)
	}
	return nil
}

// present adds whoever speaks or acts in the clause of which phrase i says that it was during a visit or
// a meeting: he said, during a visit to the town, that; during a visit he said.
func (r *Reader) present(i int, out []int) []int {
	if n := i + 1; n < len(r.C) && r.C[n].Kind == clause.Verb && !r.C[n].Joined || i > 0 && (r.C[i-1].Kind == clause.Verb || r.Action(i-1)) {
		return out // during a visit that the king pays, he took part in talks
	}
	v := r.Above(i)
	if v < 0 {
		for j := i + 1; j < len(r.C) && v < 0; j++ {
			switch c := &r.C[j]; c.Kind {
			case clause.Verb:
				v = j
			case clause.NounPhrase:
				if c.Bare() && !c.Listed && c.Actor < 0 {
					return out
				}
			case clause.Adverb, clause.Comma:
			default:
				return out
			}
		}
	}
	if v < 0 {
		return out
	}
	for j := v + 1; j < i; j++ {
		if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Pronoun && c.Actor < 0 && r.K[c.Head].Feats&lang.Cue != 0 {
			return out // he reported her saying, during a call
		}
	}
	subj, _, passive := r.SubjectAndObject(v, r.ruleAt(v))
	if passive || subj < 0 || r.C[subj].Actor < 0 {
		return out
	}
	if x := &r.Rec.Actors[r.C[subj].Actor]; x.Kind == "person" && !x.Private || x.Kind == "government" {
		return r.Party(subj, true, out)
	}
	return out
}

// accusedIn adds whom the accusation of phrase p is of: after they were accused by the state of, its
// accusing the group of.
func (r *Reader) accusedIn(p int, out []int) []int {
	n := p + 1
	q := r.C[p].Reading
	switch {
	case n >= len(r.C) || q == nil:
	case r.C[n].Bare() && !r.C[n].Listed && r.C[n].From == r.C[p].To:
		return r.Parties(n, true, out)
	case r.C[n].Prep != "by": // else who accuses, or whom, no letter tells
	case q.Feat&(lang.Him|lang.Her|lang.Them) != 0:
		return r.antecedent(p, q, out)
	default:
		return r.Owner(p, out)
	}
	return out
}

// takesObject reports whether the object of a verbal noun with a pronoun stands right behind it, so that the
// pronoun is whoever does it: after their storming the house.
func (r *Reader) takesObject(a *Anchor) bool {
	n := a.Chunk + 1
	return r.K[a.From].Has(lang.Masdar) && n < len(r.C) && r.C[n].Bare() && !r.C[n].Listed && !r.C[n].Joined && r.C[n].From == r.C[a.Chunk].To && a.To == r.C[a.Chunk].To &&
		(r.C[n].Actor >= 0 || r.C[n].Place >= 0 || r.C[n].Figure >= 0 || r.C[n].Definite || r.K[r.C[n].Head].Has(lang.Accusative))
}

// told reports whether the verb of an anchor is that of a relative clause that belongs to a thing: it says
// what that says, not who speaks: the ideas that call for.
func (r *Reader) told(a *Anchor) bool {
	if a.Chunk == 0 || r.C[a.Chunk-1].Kind != clause.Relative {
		return false
	}
	at := r.Before(a.Chunk)
	return at >= 0 && r.C[at].Actor < 0 && len(r.Owner(at, nil)) == 0 && !r.within(a, at) && !r.Office(at) && !r.StandsFor(r.C[at].Head, true) && !r.K[r.C[at].Head].In(r.rules.Folk)
}

// others reports whether the clause has a subject before the verb of an anchor that is not that
// source.
func (r *Reader) others(a *Anchor, source int) bool {
	at := r.Before(a.Chunk)
	return at >= 0 && r.C[at].Actor != source && (r.C[at].Actor >= 0 || r.C[a.Chunk-1].Kind == clause.Relative || r.StandsFor(r.C[at].Head, true) || r.C[at].Figure >= 0 || r.K[r.C[at].Head].In(r.rules.Folk))
}

// commaAnd reports whether of the phrases behind "between" a later one is joined behind a comma
// and one before it without: X and Y, and Z.
func (r *Reader) commaAnd(j int) bool {
	joined := 0
	for n := j + 1; n < len(r.C); n++ {
		switch c := &r.C[n]; {
		case c.Kind == clause.Comma:
		case c.Kind != clause.NounPhrase || !c.Listed && !role.Belongs(c.Prep):
			return false
		case c.Listed && r.C[n-1].Kind == clause.Comma:
			return joined > 0
		case c.Listed:
			joined++
		}
	}
	return false
}

// aimed reports whether phrase p is whom a noun of that frame is aimed at: a preposition of belonging behind it
// says whose that is.
func (r *Reader) aimed(fr role.Frame, p *clause.Chunk) bool {
	x, ok := role.SlotOf(p.Prep)
	return ok && fr.Target.Has(x)
}

// nameOnly reports whether phrase j is an actor's name and nothing else: one word, or a name that the
// lexicon has.
func (r *Reader) nameOnly(j int) bool {
	c := &r.C[j]
	_, end := r.ActorAt(c.Head)
	return c.Actor >= 0 && end == c.To && (c.To == c.Head+1 || r.Rec.Actors[c.Actor].Name != nil)
}
