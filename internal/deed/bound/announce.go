package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/rule"
	"riwaya/internal/role/frame"
)

// Own reports whether an anchor is a deed of actor x's own, where x announces it: a force tells of what it did, a state and its
// bodies of what is theirs to decree. Of an attack a state may tell that is another's.
func (r *Reader) Own(a *anchor.Anchor, x int) bool {
	switch {
	case x < 0 || a.Rule.Harm:
		return false
	case r.Armed(x):
		return true
	}
	switch actor := &r.Rec.Actors[x]; {
	case actor.Kind == "government":
		return a.Form != rule.Verb && r.decreed(a.Rule, true)
	case actor.Kind == "person" && !actor.Private:
		return a.Form != rule.Verb && r.decreed(a.Rule, false)
	}
	return false
}

// Ordered reports whether a deed that a decision is about may be that of whoever decides, x: a court only orders that a house is
// torn down.
func (r *Reader) Ordered(a *anchor.Anchor, x int) bool {
	return a.Rule.Type != "ASSAULT" || r.Armed(x) || r.National(x)
}

// decreed reports whether what a rule reads is done by decree; police says that whoever decrees it has a police, too.
func (r *Reader) decreed(x *rule.Rule, police bool) bool {
	switch x.Type {
	case "SANCTION":
		return !x.Is("convict")
	case "COERCE":
		return police && (x.Arrests() || x.Prevents) || x.Is("curfew") || x.Is("martial-law") || x.Is("seize") || x.Is("restrict")
	case "MOBILIZE":
		return x.Is("troops") || x.Is("police")
	}
	return false
}

// Announced gives a noun right behind the announcing of it whoever announces it, where that is a deed of their own: after the
// army's announcement of the downing of.
func (r *Reader) Announced(a *anchor.Anchor) {
	c, p := &r.C[a.Chunk], a.Chunk-1
	if p < 0 || a.Support != "" || r.C[p].Kind != clause.NounPhrase || r.C[p].To != c.From || !(c.Head == a.From || r.Real(c.Head) && c.Head == a.From-1) || !slices.Contains(r.SupportsNoun(r.C[p].Head), frame.Support{Key: frame.Announces, Prep: r.Governing(a.Chunk)}) {
		return
	}
	if all := r.Owner(p, nil); len(all) > 0 && r.Own(a, all[0]) && (!r.Armed(all[0]) || r.Transitive(a) || a.Rule.Frames[a.Form].Agent.Has(frame.Of)) {
		a.Agents = all
	}
}
