package queue

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/review/finding"
)

// Kind is why a finding should be looked at.
type Kind string

// The kinds of reasons, the weightiest first.
const (
	Disputed  Kind = "disputed"  // two reviewers hold different things
	Changed   Kind = "changed"   // what was decided was about a reading that changed
	Contested Kind = "contested" // another account of the same question contradicts the figure
	Accused   Kind = "accused"   // one side alone says who attacked
	Copied    Kind = "copied"    // a claim of an unnamed source that several reports have
	WeakRule  Kind = "rule"      // the rule that read it was often wrong in the annotated articles
	Unsure    Kind = "unsure"    // its confidence is low
)

// Kinds are all of them, in that order.
var Kinds = []Kind{Disputed, Changed, Contested, Accused, Copied, WeakRule, Unsure}

// Reason is why, with what there is to say to it.
type Reason struct {
	Kind   Kind `json:"-"`
	Weight int  `json:"-"`
	// Number is the confidence in hundredths (Unsure); how many reports have it (Copied); how often
	// of a hundred the rule was right (WeakRule).
	Number int `json:"n,omitempty"`
	// Of is of how many annotated findings that is known (WeakRule).
	Of       int      `json:"of,omitempty"`
	Question string   `json:"question,omitempty"` // Contested: its ID
	Cause    string   `json:"cause,omitempty"`    // Contested: as of riwaya.Relation
	Against  *Bounds  `json:"against,omitempty"`  // Contested: the other figure
	Outlets  int      `json:"outlets,omitempty"`  // Copied
	Standing string   `json:"standing,omitempty"` // Accused: accused, denied
	Fields   []string `json:"fields,omitempty"`   // Disputed, Changed
	Leaf     int64    `json:"leaf,omitempty"`     // Changed: the latest decision that this was known of
}

// Bounds are what a figure says, as of riwaya.Figure.
type Bounds struct {
	Op   string   `json:"op"`
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
}

// String is it in signs that every language has: 12, ~12, 10–99, ≥12, >12, ≤12, <12.
func (b *Bounds) String() string {
	n := func(f *float64) string {
		if f == nil {
			return ""
		}
		return strconv.FormatFloat(*f, 'f', -1, 64)
	}
	low, high := n(b.Low), n(b.High)
	switch {
	case b.Op == "more_than":
		return ">" + low
	case b.Op == "less_than":
		return "<" + high
	case high == "":
		return "\u2265" + low
	case low == "":
		return "\u2264" + high
	case low != high:
		return low + "\u2013" + high
	case b.Op == "about":
		return "~" + low
	}
	return low
}

// Below these a finding is unsure: in the annotated articles about one in four of those was wrong, or
// more.
const (
	claimsSure    = 0.7
	figuresSure   = 0.75
	eventsSure    = 0.7
	positionsSure = 0.75
	placesSure    = 0.75
)

// reason is a reason of a finding.
type reason struct {
	finding, layer string
	Reason
}

// of are the reasons that a record alone gives.
func of(rec *riwaya.Record, rules map[string]rule) (out []reason) {
	add := func(layer, id, by string, confidence, sure float64) {
		if confidence > 0 && confidence < sure {
			out = append(out, reason{id, layer, Reason{Kind: Unsure, Weight: 100 + int((sure-confidence)*100), Number: int(confidence*100 + 0.5)}})
		}
		name, _, _ := strings.Cut(by, "@")
		if r, ok := rules[layer+" "+name]; ok {
			out = append(out, reason{id, layer, Reason{Kind: WeakRule, Weight: 60 + (100-r.right)/2, Number: r.right, Of: r.of}})
		}
	}
	for i := range rec.Claims {
		c := &rec.Claims[i]
		add(finding.Claims, c.ID, c.Rule, c.Confidence, claimsSure)
	}
	for i := range rec.Figures {
		f := &rec.Figures[i]
		add(finding.Figures, f.ID, f.Rule, f.Confidence, figuresSure)
	}
	for i := range rec.Places {
		p := &rec.Places[i]
		add(finding.Places, p.ID, p.Rule, p.Confidence, placesSure)
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		add(finding.Events, e.ID, e.Rule, e.Confidence, eventsSure)
		if e.Type != "ASSAULT" {
			continue
		}
		for _, p := range e.Parties {
			if p.Role == "agent" && (p.Standing == "accused" || p.Standing == "denied") {
				out = append(out, reason{e.ID, finding.Events, Reason{Kind: Accused, Weight: 400, Standing: p.Standing}})
				break
			}
		}
	}
	for i := range rec.Positions {
		p := &rec.Positions[i]
		add(finding.Positions, p.ID, p.Rule, p.Confidence, positionsSure)
	}
	return out
}

// rule is how a rule did in the annotated articles.
type rule struct{ right, of int } // of a hundred; of how many

// reliability says how rules did: layer, rule, how many findings, how many of them right. It is taken
// from the reports in eval/reports; a test holds it to them.
//
//go:embed reliability.txt
var reliability string

// Rules that were right less often than this, of so many at least, are weak.
const (
	weakBelow = 0.6
	weakOf    = 10
)

// weak are the rules that were often wrong, by layer and name.
func weak() (map[string]rule, error) {
	out := map[string]rule{}
	for line := range strings.Lines(reliability) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0][0] == '#' {
			continue
		}
		if len(f) != 4 {
			return nil, fmt.Errorf("reliability.txt: %q", line)
		}
		n, e1 := strconv.Atoi(f[2])
		right, e2 := strconv.Atoi(f[3])
		if e1 != nil || e2 != nil || n < 1 {
			return nil, fmt.Errorf("reliability.txt: %q", line)
		}
		if share := float64(right) / float64(n); n >= weakOf && share < weakBelow {
			out[f[0]+" "+f[1]] = rule{int(share*100 + 0.5), n}
		}
	}
	return out, nil
}

// contested are the figures of questions whose accounts contradict, each with its weightiest
// contradiction; by article.
func contested(questions []riwaya.Question) map[string][]reason {
	best := map[[2]string]reason{}
	for i := range questions {
		q := &questions[i]
		for _, rel := range q.Relations {
			if rel.Kind != riwaya.RelationContradict {
				continue
			}
			weight := 300 // the texts explain it by what is counted
			switch rel.Cause {
			case riwaya.CauseUnexplained:
				weight = 500
			case riwaya.CauseTime:
				weight = 200
			}
			a, b := given(q, rel.A), given(q, rel.B)
			for _, pair := range [][2]*riwaya.Given{{a, b}, {b, a}} {
				r := reason{pair[0].Figure, finding.Figures, Reason{Kind: Contested, Weight: weight + min(q.Summary.Reports, 50), Question: q.ID, Cause: rel.Cause, Against: &Bounds{pair[1].Op, pair[1].Low, pair[1].High}}}
				key := [2]string{pair[0].Article, pair[0].Figure}
				if old, ok := best[key]; !ok || r.Weight > old.Weight || r.Weight == old.Weight && r.Against.String() < old.Against.String() {
					best[key] = r
				}
			}
		}
	}
	out := map[string][]reason{}
	for key, r := range best {
		out[key[0]] = append(out[key[0]], r)
	}
	return out
}

func given(q *riwaya.Question, r riwaya.FigureRef) *riwaya.Given {
	return &q.Accounts[r.Account].Figures[r.Figure]
}

// copied are the claims of unnamed sources that several reports have; by article.
func copied(statements []riwaya.Statement, outlet func(article string) string) map[string][]reason {
	const least = 3 // reports
	out := map[string][]reason{}
	for i := range statements {
		st := &statements[i]
		if !st.Source.Anonymous {
			continue
		}
		var reports, outlets []string
		for _, c := range st.Claims {
			if !slices.Contains(reports, c.Article) {
				reports = append(reports, c.Article)
			}
			if o := outlet(c.Article); o != "" && !slices.Contains(outlets, o) {
				outlets = append(outlets, o)
			}
		}
		if len(reports) < least || len(outlets) < 2 {
			continue
		}
		for _, c := range st.Claims {
			out[c.Article] = append(out[c.Article], reason{c.Claim, finding.Claims, Reason{Kind: Copied, Weight: 300 + min(5*len(reports), 100), Number: len(reports), Outlets: len(outlets)}})
		}
	}
	return out
}
