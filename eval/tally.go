package eval

import (
	"math/rand/v2"
	"slices"

	"riwaya/eval/report"
)

// counts are how much was right of what was predicted and of what the gold has.
// They are no whole numbers where overlap is measured.
type counts struct{ right, predicted, gold float64 }

// f is the harmonic mean of precision and recall, false where nothing was
// predicted and the gold has nothing.
func (c counts) f() (float64, bool) {
	return report.Measure{Right: c.right, Predicted: c.predicted, Gold: c.gold}.F()
}

// tally is the counts of one article or of many, by measure.
type tally map[string]counts

func (t tally) add(measure string, right, predicted, gold float64) {
	c := t[measure]
	t[measure] = counts{c.right + right, c.predicted + predicted, c.gold + gold}
}

func (t tally) merge(other tally) {
	for k, c := range other {
		t.add(k, c.right, c.predicted, c.gold)
	}
}

const (
	resamples = 1000
	seed      = 1 // fixed, so that a report is the same on every machine
)

// intervals are the 95 % intervals of F over documents drawn with replacement, one
// for each measure.
func intervals(docs []tally, measures []string) [][2]float64 {
	out := make([][2]float64, len(measures))
	if len(docs) == 0 {
		return out
	}
	table := make([][]counts, len(docs))
	for d, t := range docs {
		table[d] = make([]counts, len(measures))
		for k, m := range measures {
			table[d][k] = t[m]
		}
	}
	fs := make([][]float64, len(measures))
	rng := rand.New(rand.NewPCG(seed, seed))
	sum := make([]counts, len(measures))
	for range resamples {
		clear(sum)
		for range docs {
			for k, c := range table[rng.IntN(len(docs))] {
				s := &sum[k]
				s.right, s.predicted, s.gold = s.right+c.right, s.predicted+c.predicted, s.gold+c.gold
			}
		}
		for k, s := range sum {
			f, _ := s.f()
			fs[k] = append(fs[k], f)
		}
	}
	for k, f := range fs {
		slices.Sort(f)
		out[k] = [2]float64{f[resamples/40], f[resamples-resamples/40-1]}
	}
	return out
}
