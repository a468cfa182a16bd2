package eval

// scoreEvents pairs events by their anchors and tallies type, status, claim, and
// who did it to whom.
func (s *sheet) scoreEvents() {
	gold, pred := s.gold.events, s.pred.events
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 {
		d := anchored(gold[i], pred[j])
		if d < 0.5 {
			return 0
		}
		if gold[i].kind.equal(pred[j].kind) {
			return 1 + d + 0.5
		}
		return 1 + d
	}, 1)
	toPred, toGold := pairedGold(ms), pairedPred(ms)
	n, m := s.countedEvents(toGold), float64(len(gold))
	add := func(measure string, so func(a, b event) bool) {
		s.tally.add("event."+measure, count(ms, func(x match) bool { return so(gold[x.gold], pred[x.pred]) }), n, m)
	}
	add("found", func(a, b event) bool { return true })
	add("type", func(a, b event) bool { return a.kind.equal(b.kind) })
	add("status", func(a, b event) bool { return a.status.equal(b.status) })
	if s.gold.annotated["claims"] {
		add("claim", func(a, b event) bool { return s.links.same(a.claim, b.claim) })
	}
	full := func(a, b event) bool {
		return a.kind.equal(b.kind) && s.slot(a.actors, b.actors) && s.slot(a.targets, b.targets)
	}
	add("full", full)
	s.judge("events", bases(pred), ms, func(x match) bool { return full(gold[x.gold], pred[x.pred]) })
	s.scoreBlame(ms)

	for i, e := range gold {
		if _, ok := toPred[i]; !ok {
			s.logf("event missed: %s %s", e.kind, e.text.repr())
		}
	}
	for j, e := range pred {
		if _, ok := toGold[j]; !ok {
			s.logf("event spurious: %s %s", e.kind, e.text.repr())
		}
	}
}

// anchored is how much a prediction stands on an event's anchor, or on another word
// for it in the same clause.
func anchored(a, b event) float64 {
	d := dice(a.at, b.at)
	for _, w := range a.also {
		d = max(d, dice(w, b.at))
	}
	return d
}

// countedEvents is how many predictions there are, without the second words of
// events of the gold: a second word for an event that was found is no error.
func (s *sheet) countedEvents(toGold map[int]int) float64 {
	n := len(s.pred.events)
	for j, e := range s.pred.events {
		if _, used := toGold[j]; used {
			continue
		}
		for _, a := range s.gold.events {
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
		a, b := s.gold.events[x.gold], s.pred.events[x.pred]
		s.addParties(&agents, a.actors, b.actors)
		s.addParties(&targets, a.targets, b.targets)
		if len(a.actors) > 0 {
			continue
		}
		unblamed.predicted, unblamed.gold = unblamed.predicted+1, unblamed.gold+1
		if len(b.actors) == 0 {
			unblamed.right++
		}
	}
	s.tally.merge(tally{"event.agent": agents, "event.target": targets, "event.unblamed": unblamed})
}

func (s *sheet) addParties(c *counts, gold, ids []scalar) {
	c.right += min(float64(len(gold)), count(ids, func(id scalar) bool { return s.isOne(gold, id) }))
	c.predicted += float64(len(ids))
	c.gold += float64(len(gold))
}

func (s *sheet) isOne(gold []scalar, id scalar) bool {
	for _, g := range gold {
		if s.is(g, id) {
			return true
		}
	}
	return false
}

// slot reports whether one side of an event is filled well enough: both empty, or
// at least half of the predictions right.
func (s *sheet) slot(gold, ids []scalar) bool {
	if len(gold) == 0 || len(ids) == 0 {
		return len(gold) == 0 && len(ids) == 0
	}
	good := count(ids, func(id scalar) bool { return s.isOne(gold, id) })
	return good > 0 && 2*good >= float64(len(ids))
}
