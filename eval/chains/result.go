package chains

import (
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"riwaya/eval/report"
)

// Result is how findings did on one half of the gold, or on both.
type Result struct {
	Items    int // of the gold that were judged
	Lost     int // articles of the gold that the findings have not
	Measures []Measure
	Tables   []Table
}

// Measure is one thing that is measured, with 95 % intervals: those of precision and recall by
// Wilson, that of F by drawing items with replacement, as eval/report has it.
type Measure struct {
	report.Measure
	PLow, PHigh, RLow, RHigh float64
}

// Table counts what was found (columns) for what the gold has (rows).
type Table struct {
	Name  string
	Cells map[string]map[string]int
}

func (t *Table) add(row, column string) {
	if t.Cells[row] == nil {
		t.Cells[row] = map[string]int{}
	}
	t.Cells[row][column]++
}

// counts are how much was right, predicted, and in the gold.
type counts struct{ right, predicted, gold float64 }

// item is the counts of one item of the gold, by measure.
type item map[string]counts

func (t item) add(measure string, right, predicted, gold float64) {
	c := t[measure]
	t[measure] = counts{c.right + right, c.predicted + predicted, c.gold + gold}
}

func count(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

type result struct {
	items  []item
	byName map[string]*Table
}

func (r *result) item() item {
	t := item{}
	r.items = append(r.items, t)
	return t
}

func (r *result) table(name string) *Table {
	if r.byName[name] == nil {
		r.byName[name] = &Table{name, map[string]map[string]int{}}
	}
	return r.byName[name]
}

// Score holds findings against the gold. texts is needed where findings count bytes.
func Score(g Gold, f Findings, texts Texts) Result {
	w, r := newWorld(f, texts), &result{byName: map[string]*Table{}}
	for _, p := range g.Pairs {
		w.pair(p, r)
	}
	for _, e := range g.Events {
		w.event(e, r)
	}
	for _, c := range g.Changes {
		w.changePair(c, r)
	}
	for _, s := range g.Stories {
		w.tale(s, r)
	}
	return r.sum(len(w.lost))
}

func (r *result) sum(lost int) Result {
	total := item{}
	for _, t := range r.items {
		for k, c := range t {
			total.add(k, c.right, c.predicted, c.gold)
		}
	}
	out := Result{Items: len(r.items), Lost: lost}
	for _, name := range slices.Sorted(maps.Keys(total)) {
		c := total[name]
		m := Measure{Measure: report.Measure{Name: name, Right: c.right, Predicted: c.predicted, Gold: c.gold}}
		m.Low, m.High = r.resampled(name)
		m.PLow, m.PHigh = wilson(c.right, c.predicted)
		m.RLow, m.RHigh = wilson(c.right, c.gold)
		out.Measures = append(out.Measures, m)
	}
	for _, name := range slices.Sorted(maps.Keys(r.byName)) {
		out.Tables = append(out.Tables, *r.byName[name])
	}
	return out
}

const (
	resamples = 1000
	seed      = 1 // fixed, so that a result is the same on every machine
)

// resampled is the 95 % interval of F over items drawn with replacement, of those that have
// the measure.
func (r *result) resampled(name string) (low, high float64) {
	var has []counts
	for _, t := range r.items {
		if c, ok := t[name]; ok {
			has = append(has, c)
		}
	}
	rng := rand.New(rand.NewPCG(seed, seed))
	fs := make([]float64, resamples)
	for i := range fs {
		var m report.Measure
		for range has {
			c := has[rng.IntN(len(has))]
			m.Right, m.Predicted, m.Gold = m.Right+c.right, m.Predicted+c.predicted, m.Gold+c.gold
		}
		fs[i], _ = m.F()
	}
	slices.Sort(fs)
	return fs[resamples/40], fs[resamples-resamples/40-1]
}

// wilson is the 95 % interval of a share (E. B. Wilson, 1927).
func wilson(right, of float64) (low, high float64) {
	if of == 0 {
		return 0, 1
	}
	const z = 1.959964
	p := min(right/of, 1)
	mid := p + z*z/(2*of)
	off := z * math.Sqrt(p*(1-p)/of+z*z/(4*of*of))
	return max(0, (mid-off)/(1+z*z/of)), min(1, (mid+off)/(1+z*z/of))
}

// WriteText prints measures and tables. It names no item.
func (r Result) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d items judged, %d articles of the gold are not in the findings\n", r.Items, r.Lost)
	for _, m := range r.Measures {
		p, rc, f := m.shares()
		fmt.Fprintf(&b, "%-22s P %s  R %s  F %s  right %g predicted %g gold %g\n", m.Name, p, rc, f, m.Right, m.Predicted, m.Gold)
	}
	for _, t := range r.Tables {
		t.write(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// shares are precision, recall and F as they are printed, without those that a measure has not.
func (m Measure) shares() (p, r, f string) {
	p, r, f = interval(m.P, m.PLow, m.PHigh), interval(m.R, m.RLow, m.RHigh), interval(m.F, m.Low, m.High)
	switch m.Name {
	case "change", "change.kind": // of those found in pairs whose list is complete
		return p, none, none
	case "change.recall", "copy.rewritten", "incident.found":
		return none, r, none
	}
	return p, r, f
}

const none = "  -                "

func interval(share func() (float64, bool), low, high float64) string {
	x, ok := share()
	if !ok {
		return none
	}
	return fmt.Sprintf("%.3f [%.3f %.3f]", x, low, high)
}

// columns are what was found, in order.
func (t Table) columns() []string {
	set := map[string]bool{}
	for _, row := range t.Cells {
		for c := range row {
			set[c] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

func (t Table) write(b *strings.Builder) {
	names := t.columns()
	fmt.Fprintf(b, "\n%s\n%-26s", t.Name, "")
	for _, c := range names {
		fmt.Fprintf(b, " %15s", c)
	}
	b.WriteByte('\n')
	for _, row := range slices.Sorted(maps.Keys(t.Cells)) {
		fmt.Fprintf(b, "%-26s", row)
		for _, c := range names {
			fmt.Fprintf(b, " %15d", t.Cells[row][c])
		}
		b.WriteByte('\n')
	}
}
