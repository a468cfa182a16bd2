package bound

import (
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
)

// SaidBy is the actor who says what the verb of an anchor says, -1 if the record has none;
// claimed says that the verb attributes a claim, elided that who says it is not named there.
func (r *Reader) SaidBy(a *anchor.Anchor) (actor int, claimed, elided bool) {
	i := r.ClaimOf(a)
	if i < 0 {
		return -1, false, false
	}
	c := &r.Rec.Claims[i]
	if c.Source.Actor != nil {
		if n := r.ActorOf(*c.Source.Actor); n >= 0 {
			return n, true, c.Source.Elided
		}
	}
	if len(c.Source.Spans) > 0 {
		if t := r.T.TokenAt(c.Source.Spans[0].Start, 0, len(r.K)); t >= 0 {
			for t+1 < len(r.K) && r.K[t].Kind == lang.MarkKind {
				t++
			}
			n, _ := r.ActorAt(t)
			return n, true, false
		}
	}
	return -1, true, false
}

// ClaimOf is the claim of the record that the verb of an anchor attributes, -1 if it attributes none.
func (r *Reader) ClaimOf(a *anchor.Anchor) int {
	at := r.K[a.From].Span()
	for i := range r.Rec.Claims {
		if c := &r.Rec.Claims[i]; len(c.Cue.Spans) > 0 && c.Cue.Spans.Hull().Overlaps(at) {
			return i
		}
	}
	return -1
}

// InSource reports whether phrase j is the source of the claim that the verb of an anchor
// attributes, or the office of whom it names: So-and-so, chief of the committee.
func (r *Reader) InSource(a *anchor.Anchor, j int) bool {
	i := r.ClaimOf(a)
	if i < 0 {
		return false
	}
	source, of := r.Rec.Claims[i].Source.Spans, r.T.Span(r.C[j].From, r.C[j].To)
	return len(source) > 0 && source.Contains(of) && (source[0].Start >= of.Start || j > 0 && r.Titled(j))
}
