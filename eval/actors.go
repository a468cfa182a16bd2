package eval

// scoreActors pairs actors by a mention or by name.
func (s *sheet) scoreActors() {
	gold, pred := s.gold.actors, s.pred.actors
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 { return sameActor(gold[i], pred[j]) }, 0.5)
	n, m := float64(len(pred)), float64(len(gold))
	kind := func(x match) bool { return gold[x.gold].kind.equal(pred[x.pred].kind) }
	s.tally.add("actor.found", float64(len(ms)), n, m)
	s.tally.add("actor.kind", count(ms, kind), n, m)
	s.judge("actors", bases(pred), ms, kind)

	var right, hidden, private float64
	for _, x := range ms {
		a, b := gold[x.gold].private, pred[x.pred].private
		if a.kind == nullKind {
			continue
		}
		if a.truthy() {
			private++
		}
		if b.truthy() {
			hidden++
		}
		if a.truthy() && b.truthy() {
			right++
		}
	}
	s.tally.add("actor.private", right, hidden, private)
	s.names = actorNames(gold, pred, ms)
}

// sameActor is how sure it is that a prediction is an actor of the gold.
func sameActor(a, b actor) float64 {
	best := 0.0
	for _, m := range b.mentions {
		if d := dice(a.at, m); d >= 0.5 {
			best = max(best, d)
		}
	}
	if best < 0.9 && named([]scalar{b.name, b.nameAr}, []string{a.name.text, a.text.text}) {
		best = 0.9
	}
	return best
}

// actorNames are the names of each predicted actor, by id; one that was paired by
// its mention goes by the gold's name too.
func actorNames(gold, pred []actor, ms []match) map[scalar][]string {
	out := map[scalar][]string{}
	for _, a := range pred {
		var names []string
		for _, n := range []scalar{a.name, a.nameAr, a.text} {
			if n.kind == textKind {
				names = append(names, n.text)
			}
		}
		out[a.id.key()] = names
	}
	for _, x := range ms {
		id := pred[x.pred].id.key()
		out[id] = append(out[id], gold[x.gold].name.text)
	}
	return out
}

// is reports whether a predicted id means the actor whom the gold names. An id
// that no actor has is taken for a name.
func (s *sheet) is(gold, id scalar) bool {
	names, ok := s.names[id.key()]
	if !ok && id.kind == textKind {
		names = []string{id.text}
	}
	for _, n := range names {
		if sameName(gold.text, n) {
			return true
		}
	}
	return false
}
