package eval

// scoreClaims pairs claims by their cues, and by their content where there is no
// cue word (a colon), and tallies each part and the whole.
func (s *sheet) scoreClaims() {
	gold, pred := s.gold.claims, s.pred.claims
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 { return alike(gold[i], pred[j]) }, 1)
	n, m := float64(len(pred)), float64(len(gold))

	var source, content, full, exact float64
	for _, x := range ms {
		a, b := gold[x.gold], pred[x.pred]
		if len(a.source.at) > 0 {
			source += dice(a.source.at, b.source.at)
		}
		shared := dice(a.content.at, b.content.at)
		content += shared
		if whole(a, b) {
			full++
		} else {
			s.logf("claim off: cue=%s source gold=%s pred=%s content %.2f", a.cue.text.repr(), a.source.text.repr(), b.source.text.repr(), shared)
		}
		if dice(a.source.at, b.source.at) == 1 && shared == 1 {
			exact++
		}
	}
	hasSource := func(c claim) bool { return len(c.source.at) > 0 }
	t := s.tally
	t.add("claim.cue", float64(len(ms)), n, m)
	t.add("claim.source", source, count(pred, hasSource), count(gold, hasSource))
	t.add("claim.content", content, n, m)
	t.add("claim.full", full, n, m)
	t.add("claim.exact", exact, n, m)
	t.add("claim.class", count(ms, func(x match) bool { return gold[x.gold].class.equal(pred[x.pred].class) }), n, m)
	t.add("claim.mode", count(ms, func(x match) bool { return gold[x.gold].mode.equal(pred[x.pred].mode) }), n, m)

	s.judge("claims", bases(pred), ms, func(x match) bool { return whole(gold[x.gold], pred[x.pred]) })
	s.links = newLinks(pred, ms)
	s.scoreElided(pairedGold(ms))
	s.scoreParents(ms)
	s.logClaims(ms)
}

// alike is how much a prediction is like a claim of the gold: 0 for not, else from
// 1 to 2.
func alike(a, b claim) float64 {
	d := dice(a.content.at, b.content.at)
	same := d > 0.5
	if len(a.cue.at) > 0 && len(b.cue.at) > 0 {
		same = dice(a.cue.at, b.cue.at) >= 0.5
	}
	if !same {
		return 0
	}
	return 1 + d
}

// whole reports whether a claim's source and content were both found.
func whole(a, b claim) bool {
	if dice(a.content.at, b.content.at) < 0.9 {
		return false
	}
	if len(a.source.at) == 0 {
		return len(b.source.at) == 0
	}
	return dice(a.source.at, b.source.at) >= 0.8
}

// scoreElided tallies whether who stands behind an elided source was named.
func (s *sheet) scoreElided(toPred map[int]int) {
	for i, c := range s.gold.claims {
		if len(c.source.at) > 0 || c.resolved == "" {
			continue
		}
		right := 0.0
		if j, ok := toPred[i]; ok && named(s.pred.claims[j].names, s.callings(c.resolved)) {
			right = 1
		}
		s.tally.add("claim.elided", right, 1, 1)
	}
}

// callings are what an article calls a source that the gold resolved.
func (s *sheet) callings(resolved string) []string {
	out := []string{resolved}
	for _, c := range s.gold.claims {
		if c.resolved == resolved && len(c.source.at) > 0 {
			out = append(out, c.source.text.text)
		}
	}
	for _, a := range s.gold.actors {
		if a.name.kind == textKind && a.name.text == resolved {
			out = append(out, a.text.text)
		}
	}
	return out
}

func named(names []scalar, callings []string) bool {
	for _, n := range names {
		for _, c := range callings {
			if n.kind == textKind && sameName(n.text, c) {
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
	for i, c := range s.gold.claims {
		if c.parent.kind == nullKind {
			continue
		}
		nested++
		if j, ok := toPred[i]; ok && s.links.leads(s.pred.claims[j].parent, c.parent) {
			right++
		}
	}
	s.tally.add("claim.parent", right, count(s.pred.claims, func(c claim) bool { return c.parent.truthy() }), nested)
}

func (s *sheet) logClaims(ms []match) {
	toPred, toGold := pairedGold(ms), pairedPred(ms)
	for i, c := range s.gold.claims {
		if _, ok := toPred[i]; !ok {
			s.logf("claim missed: %s source=%s", c.cue.text.repr(), c.source.text.repr())
		}
	}
	for j, c := range s.pred.claims {
		if _, ok := toGold[j]; !ok {
			s.logf("claim spurious: %s source=%s", c.cue.text.repr(), c.source.text.repr())
		}
	}
}

// links lead from the id of a predicted claim to the gold's claim it was paired
// with, for what points at claims.
type links struct {
	at     map[scalar]int // id: the last prediction that has it
	toGold map[int]int
}

func newLinks(pred []claim, ms []match) links {
	l := links{map[scalar]int{}, pairedPred(ms)}
	for j, c := range pred {
		l.at[c.id.key()] = j
	}
	return l
}

// leads reports whether a predicted id is that of the gold's claim.
func (l links) leads(id, gold scalar) bool {
	j, ok := l.at[id.key()]
	if !ok {
		return false
	}
	i, ok := l.toGold[j]
	return ok && gold.kind == numberKind && float64(i) == gold.num
}

// same reports whether gold and prediction hang on the same claim, or both on none.
func (l links) same(gold, id scalar) bool {
	if gold.kind == nullKind || !id.truthy() {
		return gold.kind == nullKind && !id.truthy()
	}
	return l.leads(id, gold)
}
