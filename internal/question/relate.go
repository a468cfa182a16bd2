package question

import (
	"fmt"

	"riwaya"
)

// pairwise is up to how many accounts each is held against each other; of more, each against
// the lowest, the highest and the newest.
const pairwise = 40

// relations are how accounts stand to one another: within one, each figure to the one before
// that differs; between two, their latest figures. of are the accounts' answers.
func relations(of [][]joinedAnswer) []riwaya.Relation {
	var out []riwaya.Relation
	first := firstGiven(of)
	for i, all := range of {
		for j := 1; j < len(all); j++ {
			a, b := all[j-1].answer, all[j].answer
			if same(&a.given, &b.given) {
				continue
			}
			r := riwaya.Relation{A: riwaya.FigureRef{Account: i, Figure: j - 1}, B: riwaya.FigureRef{Account: i, Figure: j}, Kind: riwaya.RelationUpdate}
			switch {
			case dayIn(a.given.At) == "" || dayIn(a.given.At) == dayIn(b.given.At) && earlier(&a.given, &b.given) == 0:
				r.Kind, r.Cause, r.Why = first.relate(a, b, &r) // which came first, nobody can tell
			case b.given.AtFrom == riwaya.GivenSeen:
				r.Why = "one teller; which came first is known only by when the reports were first met" + given(a, b)
			default:
				r.Why = "one teller, later" + given(a, b)
			}
			out = append(out, r)
		}
	}
	all := len(of) <= pairwise
	s := summary(of)
	for i := range of {
		for j := i + 1; j < len(of); j++ {
			if !all && !s.names(i) && !s.names(j) {
				continue
			}
			r := riwaya.Relation{A: riwaya.FigureRef{Account: i, Figure: len(of[i]) - 1}, B: riwaya.FigureRef{Account: j, Figure: len(of[j]) - 1}}
			a, b := of[i][r.A.Figure].answer, of[j][r.B.Figure].answer
			r.Kind, r.Cause, r.Why = first.relate(a, b, &r)
			out = append(out, r)
		}
	}
	return out
}

// firsts are, of each figure of a question, when it was given first: an old toll is told on.
type firsts map[alike]*answer

func firstGiven(of [][]joinedAnswer) firsts {
	f := firsts{}
	for _, all := range of {
		for _, a := range all {
			if o := f[a.alike()]; dayIn(a.given.At) != "" && (o == nil || earlier(&a.given, &o.given) < 0) {
				f[a.alike()] = a.answer
			}
		}
	}
	return f
}

// relate says how two figures stand to one another. Where b holds a, the two change places in
// r: B is always the narrower.
func (f firsts) relate(a, b *answer, r *riwaya.Relation) (kind, cause, why string) {
	switch {
	case a.counts.holds(b.counts):
		return riwaya.RelationRefine, "", "the bounds of the second lie inside those of the first"
	case b.counts.holds(a.counts):
		r.A, r.B = r.B, r.A
		return riwaya.RelationRefine, "", "the bounds of the second lie inside those of the first"
	case a.counts.overlaps(b.counts):
		return riwaya.RelationAgree, "", "their bounds overlap"
	}
	cause, why = f.because(a, b)
	return riwaya.RelationContradict, cause, why
}

// because is the likely cause of two figures' contradicting, and what shows it. What the texts
// say of whom they count comes before when they say it.
func (f firsts) because(a, b *answer) (cause, why string) {
	low, high := a, b
	if b.counts.high < a.counts.low {
		low, high = b, a
	}
	switch {
	case a.toll != b.toll:
		switch {
		case high.toll == tollWith:
			return riwaya.CauseScope, "the higher counts those who did it"
		case low.toll == tollWithout:
			return riwaya.CauseScope, "the lower leaves out those who did it"
		}
	}
	if a.given.Group != b.given.Group {
		return riwaya.CauseDefinition, "one counts " + a.given.Group + ", the other " + b.given.Group
	}
	if l, h := f[low.alike()], f[high.alike()]; l != nil && h != nil {
		switch c := earlier(&l.given, &h.given); {
		case c < 0:
			return riwaya.CauseTime, "the higher was first given later" + given(l, h)
		case c > 0 && a.what.scope == "stock":
			return riwaya.CauseTime, "the lower was first given later" + given(h, l)
		}
	}
	if sum := both(low, high); sum != "" {
		return riwaya.CauseScope, sum
	}
	return riwaya.CauseUnexplained, ""
}

// given are the days when two figures were given, and from where they are known.
func given(a, b *answer) string {
	return fmt.Sprintf(": %s (%s), %s (%s)", dayIn(a.given.At), a.given.AtFrom, dayIn(b.given.At), b.given.AtFrom)
}

// both says that the higher figure is what the other's report gives as killed and as injured.
// The two are held against it only; no sum is ever shown.
func both(low, high *answer) string {
	if low.what.predicate != "killed" && low.what.predicate != "injured" || !low.counts.exact() || low.given.Low == nil || high.given.Low == nil {
		return ""
	}
	for i := range low.report.answers {
		o := &low.report.answers[i]
		if o.what.predicate == low.what.predicate || o.what.predicate != "killed" && o.what.predicate != "injured" || o.given.Low == nil || o.what.part || o.teller.Key != low.teller.Key {
			continue
		}
		if *o.given.Low >= 2 && *low.given.Low+*o.given.Low == *high.given.Low {
			return "the higher is as many as the other report gives killed and injured"
		}
	}
	return ""
}

// shown is a summary while accounts are compared.
type shown struct{ riwaya.Summary }

func (s shown) names(account int) bool {
	for _, r := range []*riwaya.FigureRef{s.Lowest, s.Highest, s.Newest} {
		if r != nil && r.Account == account {
			return true
		}
	}
	return false
}

// summary finds the lowest, the highest and the newest figure.
func summary(of [][]joinedAnswer) shown {
	var s shown
	reports, outlets := map[string]bool{}, map[string]bool{}
	at := func(r *riwaya.FigureRef) *answer { return of[r.Account][r.Figure].answer }
	for i, all := range of {
		if all[0].teller.Named {
			s.Tellers++
		} else {
			s.Unnamed++
		}
		for j := range all {
			a, ref := all[j].answer, &riwaya.FigureRef{Account: i, Figure: j}
			reports[a.report.address] = true
			if a.report.outlet != "" {
				outlets[a.report.outlet] = true
			}
			if a.given.Low != nil && (s.Lowest == nil || lower(a, at(s.Lowest))) {
				s.Lowest = ref
			}
			if s.Highest == nil || higher(a, at(s.Highest)) {
				s.Highest = ref
			}
			if s.Newest == nil || newer(a, at(s.Newest)) {
				s.Newest = ref
			}
		}
	}
	s.Reports, s.Outlets = len(reports), len(outlets)
	if s.Newest != nil {
		s.NewestBySeen = at(s.Newest).given.AtFrom == riwaya.GivenSeen
	}
	return s
}

// vague reports whether a figure says no number: tens, hundreds.
func vague(a *answer) bool { return a.given.Op == "vague" }

func lower(a, b *answer) bool {
	if vague(a) != vague(b) {
		return vague(b)
	}
	return *a.given.Low < *b.given.Low
}

func higher(a, b *answer) bool {
	if vague(a) != vague(b) {
		return vague(b)
	}
	return top(a) > top(b)
}

// top is the upper bound as printed, or the lower where it is open.
func top(a *answer) float64 {
	if a.given.High != nil {
		return *a.given.High
	}
	return *a.given.Low
}

// newer reports whether a was given after b, or with it and by a more direct teller.
func newer(a, b *answer) bool {
	if c := earlier(&a.given, &b.given); c != 0 {
		return c > 0
	}
	if vague(a) != vague(b) {
		return vague(b)
	}
	return a.remove < b.remove
}
