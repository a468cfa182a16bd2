package eval

import "riwaya/eval/annotated"

// scoreClaims pairs claims by their cues, and by their content where there is no
// cue word (a colon), and tallies each part and the whole.
func (s *sheet) scoreClaims() {
	gold, pred := s.gold.Claims, s.pred.Claims
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 { return alike(gold[i], pred[j]) }, 1)
	n, m := float64(len(pred)), float64(len(gold))

	var source, content, full, exact float64
	for _, x := range ms {
		a, b := gold[x.gold], pred[x.pred]
		if len(a.Source.At) > 0 {
			source += dice(a.Source.At, b.Source.At)
		}
		shared := dice(a.Content.At, b.Content.At)
		content += shared
		if whole(a, b) {
			full++
		} else {
			s.logf("claim off: cue=%s source gold=%s pred=%s content %.2f", a.Cue.Text.Repr(), a.Source.Text.Repr(), b.Source.Text.Repr(), shared)
		}
		if dice(a.Source.At, b.Source.At) == 1 && shared == 1 {
			exact++
		}
	}
	hasSource := func(c annotated.Claim) bool { return len(c.Source.At) > 0 }
	t := s.tally
	t.add("claim.cue", float64(len(ms)), n, m)
	t.add("claim.source", source, count(pred, hasSource), count(gold, hasSource))
	t.add("claim.content", content, n, m)
	t.add("claim.full", full, n, m)
	t.add("claim.exact", exact, n, m)
	t.add("claim.class", count(ms, func(x match) bool { return gold[x.gold].Class.Equal(pred[x.pred].Class) }), n, m)
	t.add("claim.mode", count(ms, func(x match) bool { return gold[x.gold].Mode.Equal(pred[x.pred].Mode) }), n, m)

	s.judge("claims", bases(pred), ms, func(x match) bool { return whole(gold[x.gold], pred[x.pred]) })
	s.links = newLinks(pred, ms)
	s.scoreElided(pairedGold(ms))
	s.scoreParents(ms)
	s.logClaims(ms)
}

// alike is how much a prediction is like a claim of the gold: 0 for not, else from
// 1 to 2.
func alike(a, b annotated.Claim) float64 {
	d := dice(a.Content.At, b.Content.At)
	same := d > 0.5
	if len(a.Cue.At) > 0 && len(b.Cue.At) > 0 {
		same = dice(a.Cue.At, b.Cue.At) >= 0.5
	}
	if !same {
		return 0
	}
	return 1 + d
}

// whole reports whether a claim's source and content were both found.
func whole(a, b annotated.Claim) bool {
	if dice(a.Content.At, b.Content.At) < 0.9 {
		return false
	}
	if len(a.Source.At) == 0 {
		return len(b.Source.At) == 0
	}
	return dice(a.Source.At, b.Source.At) >= 0.8
}

// scoreElided tallies whether who stands behind an elided source was named.
func (s *sheet) scoreElided(toPred map[int]int) {
	for i, c := range s.gold.Claims {
		if len(c.Source.At) > 0 || c.Resolved == "" {
			continue
		}
		right := 0.0
		if j, ok := toPred[i]; ok && named(s.pred.Claims[j].Names, s.callings(c.Resolved)) {
			right = 1
		}
		s.tally.add("claim.elided", right, 1, 1)
	}
}

// callings are what an article calls a source that the gold resolved.
func (s *sheet) callings(resolved string) []string {
	out := []string{resolved}
	for _, c := range s.gold.Claims {
		if c.Resolved == resolved && len(c.Source.At) > 0 {
			out = append(out, c.Source.Text.Text)
		}
	}
	for _, a := range s.gold.Actors {
		if a.Name.Kind == annotated.TextKind && a.Name.Text == resolved {
			out = append(out, a.Text.Text)
		}
	}
	return out
}

func named(names []annotated.Scalar, callings []string) bool {
	for _, n := range names {
		for _, c := range callings {
			if n.Kind == annotated.TextKind && sameName(n.Text, c) {
				return true
			}
		}
	}
	return false
}

// scoreParents tallies whether a claim inside another's content hangs on it.
func (s *sheet) scoreParents(ms []match) {
	toPred := pairedGold(ms)
	right, nested := 0.0, 0.0
	for i, c := range s.gold.Claims {
		if c.Parent.Kind == annotated.NullKind {
			continue
		}
		nested++
		if j, ok := toPred[i]; ok && s.links.leads(s.pred.Claims[j].Parent, c.Parent) {
			right++
		}
	}
	s.tally.add("claim.parent", right, count(s.pred.Claims, func(c annotated.Claim) bool { return c.Parent.Truthy() }), nested)
}

func (s *sheet) logClaims(ms []match) {
	toPred, toGold := pairedGold(ms), pairedPred(ms)
	for i, c := range s.gold.Claims {
		if _, ok := toPred[i]; !ok {
			s.logf("claim missed: %s source=%s", c.Cue.Text.Repr(), c.Source.Text.Repr())
		}
	}
	for j, c := range s.pred.Claims {
		if _, ok := toGold[j]; !ok {
			s.logf("claim spurious: %s source=%s", c.Cue.Text.Repr(), c.Source.Text.Repr())
		}
	}
}

// links lead from the id of a predicted claim to the gold's claim it was paired
// with, for what points at claims.
type links struct {
	at     map[annotated.Scalar]int // id: the last prediction that has it
	toGold map[int]int
}

func newLinks(pred []annotated.Claim, ms []match) links {
	l := links{map[annotated.Scalar]int{}, pairedPred(ms)}
	for j, c := range pred {
		l.at[c.ID.Key()] = j
	}
	return l
}

// leads reports whether a predicted id is that of the gold's claim.
func (l links) leads(id, gold annotated.Scalar) bool {
	j, ok := l.at[id.Key()]
	if !ok {
		return false
	}
	i, ok := l.toGold[j]
	return ok && gold.Kind == annotated.NumberKind && float64(i) == gold.Num
}

// same reports whether gold and prediction hang on the same claim, or both on none.
func (l links) same(gold, id annotated.Scalar) bool {
	if gold.Kind == annotated.NullKind || !id.Truthy() {
		return gold.Kind == annotated.NullKind && !id.Truthy()
	}
	return l.leads(id, gold)
}
