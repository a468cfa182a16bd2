package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// SameThing is whom the verb right before an anchor's, which that is joined to, does something to by what it names as its object, where
// the pronoun of the anchor's verb takes that up: they shelled positions of the group and destroyed them.
func (r *Reader) SameThing(a *anchor.Anchor) []int {
	c := &r.C[a.Chunk]
	if !c.Pronoun || !c.Joined || a.Form != rule.Verb || a.Rule.Type != "ASSAULT" && a.Rule.Type != "COERCE" {
		return nil
	}
	for n := range r.Here {
		b := &r.Here[n]
		if b.Nominal() || b.Form != rule.Verb || b.Chunk >= a.Chunk || len(b.Targets) == 0 || b.Rule.Type != "ASSAULT" && b.Rule.Type != "COERCE" {
			continue
		}
		if !party.Alike(b.Reading, c.Reading) || slices.ContainsFunc(r.C[b.Chunk+1:a.Chunk], func(x clause.Chunk) bool {
			return x.Kind != clause.NounPhrase && x.Kind != clause.Adverb && x.Kind != clause.Comma
		}) {
			continue
		}
		_, obj, _ := r.SubjectAndObject(b.Chunk, &b.Rule.Verb)
		if obj <= b.Chunk || r.C[obj].Reading == nil || r.C[obj].Reading.Feat&lang.Guess != 0 || !party.TakesUp(c.Reading, r.C[obj].Reading) {
			return nil
		}
		for j := obj + 1; j < a.Chunk; j++ {
			if x := &r.C[j]; x.Kind == clause.NounPhrase && x.Prep == "" && !x.Listed {
				return nil // or another
			}
		}
		return party.Without(b.Targets, a.Agents)
	}
	return nil
}

// Behind is whom a pronoun behind a preposition that tells to whom the noun of an anchor is done stands for, where whoever does it is known
// by the verb above: the army laid hold | on them.
func (r *Reader) Behind(a *anchor.Anchor, fr frame.Frame) []int {
	for j := a.Chunk + 1; len(a.Agents) > 0 && j < len(r.C) && j < a.Chunk+3 && r.C[j].Kind == clause.Adverb; j++ {
		if x, ok := frame.SlotOf(r.Pronominal(j)); ok && fr.Target.Has(x) && !fr.Agent.Has(x) {
			return r.Meant(a, a.Chunk, r.K[r.C[j].Head].Word.Find(lang.Function|lang.Pronoun), nil)
		}
	}
	return nil
}

// Likewise gives a verb that can only be a passive, as nothing stands behind it to which it is done, whom the passive before it, that it is
// joined to, has: two men were arrested and charged with.
func (r *Reader) Likewise(a *anchor.Anchor) {
	c := &r.C[a.Chunk]
	if !c.Joined || c.Pronoun || a.Form != rule.Verb || len(a.Agents)+len(a.Targets) > 0 || !a.Rule.Passive || !a.Rule.Frames[rule.Passive].Target.Has(frame.Subject) || c.Reading.Feat&lang.Past == 0 {
		return
	}
	for j := a.Chunk + 1; j < len(r.C) && (r.C[j].Kind == clause.NounPhrase || r.C[j].Kind == clause.Adverb); j++ {
		if r.C[j].Bare() || r.C[j].Kind == clause.Adverb && len(r.TimesIn(r.K[r.C[j].From].Start, r.K[r.C[j].To-1].End)) == 0 {
			return // or another
		}
	}
	for n := len(r.Here) - 1; n >= 0; n-- {
		b := &r.Here[n]
		if b.Nominal() || b.Chunk >= a.Chunk {
			continue
		}
		if b.Form == rule.Passive && party.Alike(b.Reading, c.Reading) && b.Reading.Feat&lang.Past != 0 && len(b.Targets) > 0 && !slices.ContainsFunc(r.C[b.Chunk+1:a.Chunk], func(x clause.Chunk) bool {
			return x.Kind != clause.NounPhrase && x.Kind != clause.Adverb
		}) {
			a.Form, a.Targets = rule.Passive, slices.Clone(b.Targets)
		}
		return
	}
}
