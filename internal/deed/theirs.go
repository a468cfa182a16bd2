package deed

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// theirsBehind is [Reader.TheirMen] of what a noun of an action is bound to or has for its object.
func (r *Reader) theirsBehind(a *Anchor, fr frame.Frame) {
	if len(a.Targets) > 0 || a.Support == frame.Results || !fr.Target.Has(frame.Of) || a.Definite || a.Reading != nil && a.Reading.Feat&lang.Pronoun != 0 {
		return
	}
	j := a.Chunk
	if n := j + 1; a.To == r.C[j].To && n < len(r.C) && r.C[n].Bare() && !r.C[n].Listed && r.C[n].From == r.C[j].To {
		j = n
	}
	a.Targets = r.TheirMen(a, j, a.Targets)
}

// arrested makes a verb of arresting without an object, of which private people look like the subject, a passive: five residents were
// detained. Of a public person nobody is said to do it.
func (r *Reader) arrested(a *Anchor) {
	if len(a.Agents) == 0 || len(a.Targets) > 0 || r.C[a.Chunk].Pronoun || len(a.Rule.Kinds) > 0 || !a.Rule.Passive || !a.Rule.Frames[Passive].Target.Has(frame.Subject) {
		return
	}
	private := true
	for _, x := range a.Agents {
		switch who := &r.Rec.Actors[x]; who.Kind {
		case "civilians":
		case "person":
			private = private && who.Private
		default:
			return
		}
	}
	if private {
		a.Form, a.Targets = Passive, append(a.Targets, a.Agents...)
	}
	a.Agents = a.Agents[:0]
}

// OfState reports whether a noun is bound to a state by its name, and to nothing else: the state's arrest of a million people is bound
// to whom it arrests as well.
func (r *Reader) OfState(a *Anchor) bool {
	at, n := a.To, a.Chunk+1
	if at >= r.C[a.Chunk].To && n < len(r.C) && r.C[n].Bare() && !r.C[n].Listed {
		at, n = r.C[n].Head, n+1
	}
	if a.Definite || at >= len(r.K) || r.K[at].Word == nil || r.K[at].Has(lang.With) || r.K[at].Has(lang.For) || n < len(r.C) && (r.C[n].Prep == clause.For || r.C[n].Bare() && !r.C[n].Listed && r.C[n].Figure >= 0) {
		return false
	}
	p, _ := r.ActorAt(at)
	return p >= 0 && r.National(p) || r.Land(at)
}
