package eval

import "fmt"

// sheet is the scoring of one article: its gold, its predictions, and what came of
// holding them against each other.
type sheet struct {
	gold, pred layers
	tally      tally
	log        []string
	judged     []judgement
	links      links
	names      map[scalar][]string // predicted actor's id: what it may be called
}

// judgement is what became of one prediction.
type judgement struct {
	layer         string
	rule          string
	confidence    scalar
	matched, full bool
}

// scoreLayers fills the sheet, layer by layer. Claims come first, since figures and
// events point at them; actors come before events and positions.
func (s *sheet) scoreLayers() {
	for _, l := range []struct {
		name  string
		score func()
	}{
		{"claims", s.scoreClaims},
		{"figures", s.scoreFigures},
		{"times", s.scoreTimes},
		{"places", s.scorePlaces},
		{"actors", s.scoreActors},
		{"events", s.scoreEvents},
		{"positions", s.scorePositions},
		{"credits", s.scoreCredits},
	} {
		if s.gold.annotated[l.name] {
			l.score()
		}
	}
}

func (s *sheet) logf(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

// judge notes what became of every prediction of a layer.
func (s *sheet) judge(layer string, preds []finding, ms []match, full func(match) bool) {
	at := map[int]match{}
	for _, m := range ms {
		at[m.pred] = m
	}
	for j, p := range preds {
		m, matched := at[j]
		s.judged = append(s.judged, judgement{layer, p.rule, p.confidence, matched, matched && full(m)})
	}
}

// bases are what every finding of a layer has.
func bases[T interface{ base() finding }](in []T) []finding {
	out := make([]finding, len(in))
	for i, x := range in {
		out[i] = x.base()
	}
	return out
}

func (f finding) base() finding { return f }

// spanned pairs a layer by its spans and tallies what was found.
func (s *sheet) spanned(name string, gold, pred []finding) []match {
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 { return dice(gold[i].at, pred[j].at) }, 0.34)
	s.tally.add(name+".found", float64(len(ms)), float64(len(pred)), float64(len(gold)))
	toPred, toGold := pairedGold(ms), pairedPred(ms)
	for i, x := range gold {
		if _, ok := toPred[i]; !ok {
			s.logf("%s missed: %s", name, x.text.repr())
		}
	}
	for j, x := range pred {
		if _, ok := toGold[j]; !ok {
			s.logf("%s spurious: %s", name, x.text.repr())
		}
	}
	return ms
}
