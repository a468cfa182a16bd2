package eval

import "riwaya/eval/annotated"

// scoreEvents pairs events by their anchors and tallies type, status, claim, and
// who did it to whom.
func (s *sheet) scoreEvents() {
	gold, pred := s.gold.Events, s.pred.Events
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 {
		d := anchored(gold[i], pred[j])
		if d < 0.5 {
			return 0
		}
		if gold[i].Kind.Equal(pred[j].Kind) {
			return 1 + d + 0.5
		}
		return 1 + d
	}, 1)
	toPred, toGold := pairedGold(ms), pairedPred(ms)
	n, m := s.countedEvents(toGold), float64(len(gold))
	add := func(measure string, so func(a, b annotated.Event) bool) {
		s.tally.add("event."+measure, count(ms, func(x match) bool { return so(gold[x.gold], pred[x.pred]) }), n, m)
	}
	add("found", func(a, b annotated.Event) bool { return true })
	add("type", func(a, b annotated.Event) bool { return a.Kind.Equal(b.Kind) })
	add("status", func(a, b annotated.Event) bool { return a.Status.Equal(b.Status) })
	if s.gold.Annotated["claims"] {
		add("claim", func(a, b annotated.Event) bool { return s.links.same(a.Claim, b.Claim) })
	}
	full := func(a, b annotated.Event) bool {
		return a.Kind.Equal(b.Kind) && s.slot(a.Actors, b.Actors) && s.slot(a.Targets, b.Targets)
	}
	add("full", full)
	s.judge("events", bases(pred), ms, func(x match) bool { return full(gold[x.gold], pred[x.pred]) })
	s.scoreBlame(ms)

	for i, e := range gold {
		if _, ok := toPred[i]; !ok {
			s.logf("event missed: %s %s", e.Kind, e.Text.Repr())
		}
	}
	for j, e := range pred {
		if _, ok := toGold[j]; !ok {
			s.logf("event spurious: %s %s", e.Kind, e.Text.Repr())
		}
	}
}

// anchored is how much a prediction stands on an event's anchor, or on another word
// for it in the same clause.
func anchored(a, b annotated.Event) float64 {
	d := dice(a.At, b.At)
	for _, w := range a.Also {
		d = max(d, dice(w, b.At))
	}
	return d
}

// countedEvents is how many predictions there are, without the second words of
// events of the gold: a second word for an event that was found is no error.
func (s *sheet) countedEvents(toGold map[int]int) float64 {
	n := len(s.pred.Events)
	for j, e := range s.pred.Events {
		if _, used := toGold[j]; used {
			continue
		}
		for _, a := range s.gold.Events {
			if anchored(a, e) >= 0.5 {
				n--
				break
			}
		}
	}
	return float64(n)
}

// scoreBlame tallies agents and targets of events that were found, and, where the
// gold blames nobody, whether nobody was blamed.
func (s *sheet) scoreBlame(ms []match) {
	var agents, targets, unblamed counts
	for _, x := range ms {
		a, b := s.gold.Events[x.gold], s.pred.Events[x.pred]
		s.addParties(&agents, a.Actors, b.Actors)
		s.addParties(&targets, a.Targets, b.Targets)
		if len(a.Actors) > 0 {
			continue
		}
		unblamed.predicted, unblamed.gold = unblamed.predicted+1, unblamed.gold+1
		if len(b.Actors) == 0 {
			unblamed.right++
		}
	}
	s.tally.merge(tally{"event.agent": agents, "event.target": targets, "event.unblamed": unblamed})
}

func (s *sheet) addParties(c *counts, gold, ids []annotated.Scalar) {
	c.right += min(float64(len(gold)), count(ids, func(id annotated.Scalar) bool { return s.isOne(gold, id) }))
	c.predicted += float64(len(ids))
	c.gold += float64(len(gold))
}

func (s *sheet) isOne(gold []annotated.Scalar, id annotated.Scalar) bool {
	for _, g := range gold {
		if s.is(g, id) {
			return true
		}
	}
	return false
}

// slot reports whether one side of an event is filled well enough: both empty, or
// at least half of the predictions right.
func (s *sheet) slot(gold, ids []annotated.Scalar) bool {
	if len(gold) == 0 || len(ids) == 0 {
		return len(gold) == 0 && len(ids) == 0
	}
	good := count(ids, func(id annotated.Scalar) bool { return s.isOne(gold, id) })
	return good > 0 && 2*good >= float64(len(ids))
}
