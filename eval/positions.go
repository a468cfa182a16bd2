package eval

// scorePositions pairs positions by their word and content; full is stance and
// actor together.
func (s *sheet) scorePositions() {
	gold, pred := s.gold.positions, s.pred.positions
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 {
		word := 0.0
		if dice(gold[i].at, pred[j].at) >= 0.5 {
			word = 1
		}
		return word + dice(gold[i].content.at, pred[j].content.at)
	}, 0.6)
	n, m := float64(len(pred)), float64(len(gold))
	full := func(x match) bool {
		a, b := gold[x.gold], pred[x.pred]
		return a.stance.equal(b.stance) && s.is(a.actor, b.actor)
	}
	s.tally.add("position.found", float64(len(ms)), n, m)
	s.tally.add("position.full", count(ms, full), n, m)
	s.judge("positions", bases(pred), ms, full)
}
