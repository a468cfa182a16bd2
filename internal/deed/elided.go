package deed

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// ownMen adds whose men or arms phrase j is by its pronoun: the army said that its aircraft
// struck; and of which state somebody speaks as "his country".
func (r *Reader) ownMen(j int, out []int) []int {
	c := &r.C[j]
	if c.Reading == nil || c.To != c.Head+1 {
		return out
	}
	if r.Keyed(c.Head, "home") {
		return r.Homeland(j, out)
	}
	q := c.Reading
	if q.Feat&(lang.Him|lang.Her|lang.Them) == 0 {
		q = r.K[c.Head].Word.Find(lang.Noun | lang.Pronoun) // also where a list has the word with its pronoun
	}
	if q == nil || q.Feat&(lang.Him|lang.Her|lang.Them) == 0 || !r.StandsFor(c.Head, true) {
		return out
	}
	if j > 0 && r.C[j-1].Kind == clause.That {
		return append(out, r.Troops(r.SourceOf(j-1, j, q, nil))...)
	}
	return append(out, r.Troops(r.Antecedent(j, q, nil))...)
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
	if j < 0 {
		return nil
	}
	q := role.Elided(a.Reading)
	if r.C[a.Chunk].Joined {
		return r.likeBefore(a)
	}
	if c := &r.C[j]; c.Kind == clause.That && r.K[c.Head].Has(lang.With|lang.Pronoun) {
		if v := r.Above(j); v >= 0 && r.SupportOf(v) == frame.Blames {
			if _, o, _ := r.SubjectAndObject(v, r.RuleAt(v)); o >= 0 && o < j && r.TakesUp(&q, o) {
				return r.Parties(o, true, nil) // they accused the army of this: that it shelled the town
			}
			return nil
		}
	}
	if q.Feat&lang.Him != 0 && a.Rule.Passive || a.Rule.Passive && obj < 0 && a.Rule.Target.Has(frame.Object) && !r.C[a.Chunk].Pronoun || obj >= 0 && r.C[obj].Actor >= 0 && r.C[obj].Figure < 0 && q.Feat&lang.Her == 0 {
		return nil // or it was done to them, or by whom stands behind
	}
	return r.Resumed(a.Chunk, nil)
}

// likeBefore is who does what the verb before says, that the anchor's is joined to and agrees
// with, where that has no subject of its own either: that it arrested five and seized arms.
func (r *Reader) likeBefore(a *Anchor) []int {
	for n := len(r.Here) - 1; n >= 0; n-- {
		b := &r.Here[n]
		if b.Chunk >= a.Chunk || b.Nominal() {
			continue
		}
		for j := b.Chunk + 1; j < a.Chunk; j++ {
			switch r.C[j].Kind {
			case clause.Verb, clause.That, clause.Opens, clause.Stop, clause.Relative:
				return nil
			}
		}
		if subj, _, _ := r.SubjectAndObject(b.Chunk, &b.Rule.Verb); b.Form != Verb || subj >= 0 || !party.Alike(b.Reading, a.Reading) || b.Reading.Feat&a.Reading.Feat&(lang.Past|lang.Present) == 0 {
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
	subj, _, passive := r.SubjectAndObject(v, r.Ruled(v))
	if passive || subj < 0 || r.C[subj].Actor < 0 {
		return out
	}
	if x := &r.Rec.Actors[r.C[subj].Actor]; x.Kind == "person" && !x.Private || x.Kind == "government" {
		return r.Party(subj, true, out)
	}
	return out
}

// byNoun gives a verb whose subject is itself an attack the agents of that: raids of theirs that hit positions.
func (r *Reader) byNoun(a *Anchor) {
	if fr := a.Rule.Frames[Verb]; !fr.Agent.Has(frame.Subject) || !fr.Target.Has(frame.Object) || a.Rule.Type != "ASSAULT" && a.Rule.Type != "COERCE" {
		return
	}
	subj, obj, passive := r.SubjectAndObject(a.Chunk, &a.Rule.Verb)
	if passive || subj < 0 || obj < 0 && len(a.Targets) == 0 || a.Reading != nil && a.Reading.Feat&(lang.Plural|lang.Masculine) == lang.Plural|lang.Masculine {
		return // to crush those who killed people: men, no deed
	}
	for i := range r.Here {
		b := &r.Here[i]
		if b.Chunk != subj {
			continue
		}
		if b.Form == Masdar && len(b.Targets) > 0 && r.C[subj].To > b.To {
			return // to crush the group that killed people
		}
		if b.Nominal() && (b.Rule.Type == "ASSAULT" || b.Rule.Type == "COERCE") && !b.Rule.Mutual && !b.Rule.Harm {
			a.Agents = append(a.Agents, b.Agents...)
			a.Ascribed = b.Ascribed
		}
	}
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
	return at >= 0 && r.C[at].Actor < 0 && len(r.Owner(at, nil)) == 0 && !r.InSource(a, at) && !r.Office(at) && !r.StandsFor(r.C[at].Head, true) && !r.K[r.C[at].Head].In(r.Rules.Folk)
}

// others reports whether the clause has a subject before the verb of an anchor that is not that
// source.
func (r *Reader) others(a *Anchor, source int) bool {
	at := r.Before(a.Chunk)
	return at >= 0 && r.C[at].Actor != source && !slices.Contains(r.Parties(at, true, nil), source) && (r.C[at].Actor >= 0 || r.C[a.Chunk-1].Kind == clause.Relative || r.StandsFor(r.C[at].Head, true) || r.C[at].Figure >= 0 || r.K[r.C[at].Head].In(r.Rules.Folk))
}

// aimed reports whether phrase p is whom a noun of that frame is aimed at: a preposition of belonging behind it
// says whose that is.
func (r *Reader) aimed(fr frame.Frame, p *clause.Chunk) bool {
	x, ok := frame.SlotOf(p.Prep)
	return ok && fr.Target.Has(x)
}

// nameOnly reports whether phrase j is an actor's name and nothing else: one word, or a name that the
// lexicon has.
func (r *Reader) nameOnly(j int) bool {
	c := &r.C[j]
	_, end := r.ActorAt(c.Head)
	return c.Actor >= 0 && end == c.To && (c.To == c.Head+1 || r.Rec.Actors[c.Actor].Name != nil)
}
