package chains

import "slices"

// Labels of a pair of events.
const (
	same      = "same"
	different = "different"
)

const unfound = "unfound"

func (w *world) event(e EventPair, r *result) {
	if e.Label == Unsure {
		return
	}
	a, ok := w.tellings(e.A)
	b, too := w.tellings(e.B)
	if !ok || !too {
		return
	}
	t := r.item()
	reached := len(a) > 0 && len(b) > 0
	joined := slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
	right := joined && e.Label == same
	t.add("incident", count(right), count(joined), count(e.Label == same))
	t.add("incident.found", count(reached), 1, 1)
	if reached {
		t.add("incident.of-found", count(right), count(joined), count(e.Label == same))
	}
	row, as := e.Label, "apart"
	if e.Hard {
		row = "different, hard"
	}
	switch {
	case !reached:
		as = unfound
	case joined:
		as = "joined"
	}
	r.table("two mentions of events").add(row, as)
	r.table("two mentions of events, by stratum").add(e.Stratum+", "+e.Label, as)
}

// tellings are the incidents that one mention of the gold belongs to by the findings, false
// where the article is not among them.
func (w *world) tellings(m Mention) ([]string, bool) {
	id, ok := w.name(m.Article)
	if !ok {
		return nil, false
	}
	spans, ok := w.spans(m.Article, m.Spans...)
	if !ok {
		return nil, false
	}
	var out []string
	for _, t := range w.incidents[id] {
		if touch(t.spans, spans) && !slices.Contains(out, t.incident) {
			out = append(out, t.incident)
		}
	}
	return out, true
}
