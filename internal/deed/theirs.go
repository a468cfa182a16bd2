package deed

import (
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
