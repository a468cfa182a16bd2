package bound

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/party"
)

// Others gives a killing or wounding of others whom the one told right before it was done to, where that is a body or people and no
// person: two soldiers were killed and five others hurt. Whose men the others are, where the words behind them say so, is read there.
func (r *Reader) Others(a *anchor.Anchor) {
	if !a.Rule.Harm || len(a.Targets) > 0 {
		return
	}
	at := r.others(a)
	if at < 0 || at+1 < len(r.K) && r.PrepositionAt(at+1) == "from" {
		return
	}
	var last *anchor.Anchor
	for i := range r.Here {
		if b := &r.Here[i]; b.From < a.From && b.Rule.Harm && (last == nil || b.From > last.From) {
			last = b
		}
	}
	if last == nil || len(last.Targets) != 1 || a.From-last.To > 25 || !r.people(last.Targets[0]) {
		return
	}
	for j := last.Chunk + 1; j <= a.Chunk; j++ {
		switch c := &r.C[j]; {
		case c.Kind == clause.Stop && r.K[c.From].Is(lang.Stop), c.Kind == clause.That, c.Kind == clause.Relative:
			return
		case j < a.Chunk && c.Actor >= 0 && c.Actor != last.Targets[0] && c.Listed && c.Prep == "":
			return // a soldier and a boy: others of which, no letter tells
		}
	}
	a.Targets = party.Without(last.Targets, a.Agents)
}

// others is the token of "others" whom an anchor's deed is done to, who stand right behind it, alone or counted. It is -1 where no such
// word stands there.
func (r *Reader) others(a *anchor.Anchor) int {
	for j := a.Chunk; j < len(r.C) && j <= a.Chunk+2; j++ {
		c := &r.C[j]
		if c.Kind == clause.Adverb {
			continue
		}
		if j > a.Chunk && !c.Bare() {
			return -1
		}
		for i := max(c.From, a.To); i < c.To && i < a.To+8; i++ {
			if r.Keyed(i, "others") && (i == a.To || i == c.Head || c.Figure >= 0) {
				return i
			}
		}
		if j > a.Chunk || a.To < c.To {
			return -1
		}
	}
	return -1
}

// people reports whether actor a is a body with people in it, or several people.
func (r *Reader) people(a int) bool {
	switch r.Rec.Actors[a].Kind {
	case "military", "police", "armed_group", "civilians", "other":
		return true
	}
	return false
}
