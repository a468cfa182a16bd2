package review

import (
	"slices"

	"riwaya"
	"riwaya/internal/review/alpha"
	"riwaya/internal/review/finding"
)

// Least is how many findings two reviewers or more must have decided before their agreement is told
// as a number: by the formula of Bloch and Kraemer (1989) that Krippendorff gives for two values,
// equally frequent, an alpha of 0.667 and a level of 0.05, some 30 are needed.
const Least = 30

const (
	draws = 1000
	seed  = 1 // fixed, so that the interval is the same on every machine
)

// Agreement is how far reviewers agree on one field of findings of one layer.
type Agreement struct {
	Layer     string   `json:"layer"`
	Field     string   `json:"field"` // [Found]: on whether there is such a finding
	Units     int      `json:"units"` // findings that two reviewers or more decided
	Differ    int      `json:"differ"`
	Alpha     *float64 `json:"alpha"` // null where Why says why not
	Low       *float64 `json:"low"`   // the 95 % interval, by bootstrap
	High      *float64 `json:"high"`
	Why       string   `json:"why"` // "" or one of the constants
	Reviewers []string `json:"reviewers"`
}

// Why there is no alpha.
const (
	TooFew  = "n too small"
	NoneHas = "all values are the same" // nothing shows that reviewers can tell values apart
)

// Agreements are those of every layer and field of which two reviewers or more decided anything, in
// the order of the layers and fields. Decisions count that were about the same reading: who decided
// of another reading, or of none any more, saw something else.
func (l *Log) Agreements() []Agreement { return l.agree() }

func (l *Log) agreements() (out []Agreement) {
	for _, layer := range riwaya.Layers {
		names := []string{Found}
		for _, f := range finding.Fields(layer) {
			names = append(names, f.Name)
		}
		at := map[string]int{}
		for i, n := range names {
			at[n] = i
		}
		units, who := make([][]alpha.Unit, len(names)), make([]map[string]bool, len(names))
		for i := range who {
			who[i] = map[string]bool{}
		}
		for _, article := range l.Articles() {
			for _, id := range l.Findings(article) {
				f := l.of[article][id]
				if f.layer != layer || len(f.opinions) < 2 {
					continue
				}
				for _, same := range byReading(f.opinions) {
					said := make([]alpha.Unit, len(names))
					tell := func(i int, v string) { said[i] = append(said[i], v) }
					for _, o := range same {
						if o.Verdict == Reject {
							tell(0, "no")
							continue
						}
						tell(0, "yes")
						for name, v := range o.Values() {
							if i, ok := at[name]; ok {
								tell(i, v.Key())
							}
						}
					}
					for i, u := range said {
						if len(u) < 2 {
							continue
						}
						units[i] = append(units[i], u)
						for _, o := range same {
							who[i][o.Who] = true
						}
					}
				}
			}
		}
		for i, n := range names {
			if len(units[i]) > 0 {
				out = append(out, agreement(layer, n, units[i], who[i]))
			}
		}
	}
	return out
}

// sawSame reports whether two opinions are about the same reading. What was added is about none:
// it is compared with what others added there, and with what was decided of it.
func sawSame(a, b *Opinion) bool {
	switch {
	case a.Verdict == Add && b.Verdict == Add:
		return true
	case a.Verdict == Add:
		return finding.Same(a.Values(), b.Read)
	case b.Verdict == Add:
		return finding.Same(a.Read, b.Values())
	}
	return finding.Same(a.Read, b.Read)
}

// byReading parts opinions by the reading that they are about.
func byReading(all []Opinion) (out [][]*Opinion) {
next:
	for i := range all {
		o := &all[i]
		for k, some := range out {
			if slices.ContainsFunc(some, func(p *Opinion) bool { return sawSame(p, o) }) {
				out[k] = append(some, o)
				continue next
			}
		}
		out = append(out, []*Opinion{o})
	}
	return out
}

func agreement(layer, field string, units []alpha.Unit, who map[string]bool) Agreement {
	a := Agreement{Layer: layer, Field: field, Units: len(units), Reviewers: []string{}}
	for w := range who {
		a.Reviewers = append(a.Reviewers, w)
	}
	slices.Sort(a.Reviewers)
	for _, u := range units {
		if slices.ContainsFunc(u, func(v string) bool { return v != u[0] }) {
			a.Differ++
		}
	}
	if a.Units < Least {
		a.Why = TooFew
		return a
	}
	r := alpha.Nominal(units, seed, draws)
	if !r.Defined {
		a.Why = NoneHas
		return a
	}
	a.Alpha, a.Low, a.High = &r.Alpha, &r.Low, &r.High
	return a
}

// Disagreement is a finding of which reviewers hold different things.
type Disagreement struct {
	Ref
	Layer    string
	Fields   []string // of which they do; Found first
	Opinions []Opinion
}

// Disagreements are the findings of which reviewers hold different things about the same reading, in
// the order of articles and findings.
func (l *Log) Disagreements() []Disagreement {
	l.told.Do(func() { l.differ = l.disagreements() })
	return l.differ
}

func (l *Log) disagreements() (out []Disagreement) {
	for _, article := range l.Articles() {
		for _, id := range l.Findings(article) {
			f := l.of[article][id]
			if len(f.opinions) < 2 {
				continue
			}
			for _, same := range byReading(f.opinions) {
				rejected := 0
				for _, o := range same {
					if o.Verdict == Reject {
						rejected++
					}
				}
				var fields []string
				if rejected > 0 && rejected < len(same) {
					fields = append(fields, Found)
				}
				if fields = append(fields, disagree(same)...); fields == nil {
					continue
				}
				d := Disagreement{Ref: Ref{article, id}, Layer: f.layer, Fields: fields}
				for _, o := range same {
					d.Opinions = append(d.Opinions, *o)
				}
				out = append(out, d)
			}
		}
	}
	return out
}
