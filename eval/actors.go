package eval

import "riwaya/eval/annotated"

// scoreActors pairs actors by a mention or by name.
func (s *sheet) scoreActors() {
	gold, pred := s.gold.Actors, s.pred.Actors
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 { return sameActor(gold[i], pred[j]) }, 0.5)
	n, m := float64(len(pred)), float64(len(gold))
	kind := func(x match) bool { return gold[x.gold].Kind.Equal(pred[x.pred].Kind) }
	s.tally.add("actor.found", float64(len(ms)), n, m)
	s.tally.add("actor.kind", count(ms, kind), n, m)
	s.judge("actors", bases(pred), ms, kind)

	var right, hidden, private float64
	for _, x := range ms {
		a, b := gold[x.gold].Private, pred[x.pred].Private
		if a.Kind == annotated.NullKind {
			continue
		}
		if a.Truthy() {
			private++
		}
		if b.Truthy() {
			hidden++
		}
		if a.Truthy() && b.Truthy() {
			right++
		}
	}
	s.tally.add("actor.private", right, hidden, private)
	s.names = actorNames(gold, pred, ms)
}

// sameActor is how sure it is that a prediction is an actor of the gold.
func sameActor(a, b annotated.Actor) float64 {
	best := 0.0
	for _, m := range b.Mentions {
		if d := dice(a.At, m); d >= 0.5 {
			best = max(best, d)
		}
	}
	if best < 0.9 && named([]annotated.Scalar{b.Name, b.NameAr}, []string{a.Name.Text, a.Text.Text}) {
		best = 0.9
	}
	return best
}

// actorNames are the names of each predicted actor, by id; one that was paired by
// its mention goes by the gold's name too.
func actorNames(gold, pred []annotated.Actor, ms []match) map[annotated.Scalar][]string {
	out := map[annotated.Scalar][]string{}
	for _, a := range pred {
		var names []string
		for _, n := range []annotated.Scalar{a.Name, a.NameAr, a.Text} {
			if n.Kind == annotated.TextKind {
				names = append(names, n.Text)
			}
		}
		out[a.ID.Key()] = names
	}
	for _, x := range ms {
		id := pred[x.pred].ID.Key()
		out[id] = append(out[id], gold[x.gold].Name.Text)
	}
	return out
}

// is reports whether a predicted id means the actor whom the gold names. An id
// that no actor has is taken for a name.
func (s *sheet) is(gold, id annotated.Scalar) bool {
	names, ok := s.names[id.Key()]
	if !ok && id.Kind == annotated.TextKind {
		names = []string{id.Text}
	}
	for _, n := range names {
		if sameName(gold.Text, n) {
			return true
		}
	}
	return false
}
