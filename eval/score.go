package eval

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"riwaya/eval/annotated"
	"riwaya/eval/report"
)

// Score holds what predict says of each document against its gold. A prediction is
// the JSON of a record, positions in code points over the document's text; empty
// bytes are a record without findings.
//
// A document whose prediction fails or is no JSON object is scored as without
// findings. The error then names it, and the report still stands.
func Score(docs []annotated.Doc, predict func(annotated.Doc) ([]byte, error)) (report.Report, error) {
	var r report.Report
	var errs []error
	tallies := make([]tally, 0, len(docs))
	var judged []judgement
	for _, d := range docs {
		pred, err := prediction(d, predict)
		if err != nil {
			errs = append(errs, fmt.Errorf("score: %s: %w", d.Name, err))
		}
		s := sheet{gold: d.Gold, pred: pred, tally: tally{}}
		s.scoreLayers()
		tallies, judged = append(tallies, s.tally), append(judged, s.judged...)
		if d.Half == annotated.Locked {
			r.Locked++
			continue
		}
		r.Docs = append(r.Docs, report.DocReport{Name: d.Name, Measures: measures(s.tally), Log: s.log})
	}
	total := tally{}
	for _, t := range tallies {
		total.merge(t)
	}
	r.Measures = measures(total)
	names := make([]string, len(r.Measures))
	for i, m := range r.Measures {
		names[i] = m.Name
	}
	for i, in := range intervals(tallies, names) {
		r.Measures[i].Low, r.Measures[i].High = in[0], in[1]
	}
	r.Reliability = []report.Reliability{reliability("claims", judged), reliability("figures", judged)}
	r.Rules = ruleTable(judged)
	return r, errors.Join(errs...)
}

// prediction is the layers that predict says, none where it fails.
func prediction(d annotated.Doc, predict func(annotated.Doc) ([]byte, error)) (annotated.Layers, error) {
	b, err := predict(d)
	if err != nil {
		return annotated.Layers{}, err
	}
	return annotated.Predicted(b, d.Text)
}

// measures are a tally's, by name.
func measures(t tally) []report.Measure {
	var out []report.Measure
	for _, k := range slices.Sorted(maps.Keys(t)) {
		c := t[k]
		out = append(out, report.Measure{Name: k, Right: c.right, Predicted: c.predicted, Gold: c.gold})
	}
	return out
}
