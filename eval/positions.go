package eval

// scorePositions pairs positions by their word and content; full is stance and
// actor together.
func (s *sheet) scorePositions() {
	gold, pred := s.gold.Positions, s.pred.Positions
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 {
		word := 0.0
		if dice(gold[i].At, pred[j].At) >= 0.5 {
			word = 1
		}
		return word + dice(gold[i].Content.At, pred[j].Content.At)
	}, 0.6)
	n, m := float64(len(pred)), float64(len(gold))
	full := func(x match) bool {
		a, b := gold[x.gold], pred[x.pred]
		return a.Stance.Equal(b.Stance) && s.is(a.Actor, b.Actor)
	}
	s.tally.add("position.found", float64(len(ms)), n, m)
	s.tally.add("position.full", count(ms, full), n, m)
	s.judge("positions", bases(pred), ms, full)
}
