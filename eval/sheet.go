package eval

import (
	"fmt"

	"riwaya/eval/annotated"
)

// sheet is the scoring of one article: its gold, its predictions, and what came of
// holding them against each other.
type sheet struct {
	gold, pred annotated.Layers
	tally      tally
	log        []string
	judged     []judgement
	links      links
	names      map[annotated.Scalar][]string // predicted actor's id: what it may be called
}

// judgement is what became of one prediction.
type judgement struct {
	layer         string
	rule          string
	confidence    annotated.Scalar
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
		if s.gold.Annotated[l.name] {
			l.score()
		}
	}
}

func (s *sheet) logf(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

// judge notes what became of every prediction of a layer.
func (s *sheet) judge(layer string, preds []annotated.Finding, ms []match, full func(match) bool) {
	at := map[int]match{}
	for _, m := range ms {
		at[m.pred] = m
	}
	for j, p := range preds {
		m, matched := at[j]
		s.judged = append(s.judged, judgement{layer, p.Rule, p.Confidence, matched, matched && full(m)})
	}
}

// bases are what every finding of a layer has.
func bases[T interface{ Base() annotated.Finding }](in []T) []annotated.Finding {
	out := make([]annotated.Finding, len(in))
	for i, x := range in {
		out[i] = x.Base()
	}
	return out
}

// spanned pairs a layer by its spans and tallies what was found.
func (s *sheet) spanned(name string, gold, pred []annotated.Finding) []match {
	ms := pairUp(len(gold), len(pred), func(i, j int) float64 { return dice(gold[i].At, pred[j].At) }, 0.34)
	s.tally.add(name+".found", float64(len(ms)), float64(len(pred)), float64(len(gold)))
	toPred, toGold := pairedGold(ms), pairedPred(ms)
	for i, x := range gold {
		if _, ok := toPred[i]; !ok {
			s.logf("%s missed: %s", name, x.Text.Repr())
		}
	}
	for j, x := range pred {
		if _, ok := toGold[j]; !ok {
			s.logf("%s spurious: %s", name, x.Text.Repr())
		}
	}
	return ms
}
