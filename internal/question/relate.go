package question

import (
	"fmt"
	"strings"

	"riwaya"
	"riwaya/internal/question/answer"
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
			a, b := all[j-1].Answer, all[j].Answer
			if answer.Same(&a.Given, &b.Given) {
				continue
			}
			r := riwaya.Relation{A: riwaya.FigureRef{Account: i, Figure: j - 1}, B: riwaya.FigureRef{Account: i, Figure: j}}
			r.Kind, r.Cause, r.Why = first.later(a, b, &r)
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
			a, b := of[i][r.A.Figure].Answer, of[j][r.B.Figure].Answer
			r.Kind, r.Cause, r.Why = first.relate(a, b, &r)
			out = append(out, r)
		}
	}
	return out
}

// later says how a figure stands to the next one that differs, of the same teller.
func (f firsts) later(a, b *answer.Answer, r *riwaya.Relation) (kind, cause, why string) {
	switch {
	case answer.DayIn(a.Given.At) == "" || earlier(&a.Given, &b.Given) == 0:
		return f.relate(a, b, r) // which came first, nobody can tell
	case b.Given.AtFrom == riwaya.GivenSeen:
		return riwaya.RelationUpdate, "", "one teller; which came first is known only by when the reports were first met" + given(a, b)
	}
	return riwaya.RelationUpdate, "", "one teller, later" + given(a, b)
}

// Figure names a figure of a record.
type Figure struct{ Article, Figure string }

// Compare says how two figures stand that answer one of the questions; false where none has
// both. A figure that its report gives twice, as a headline does, is the one that the question
// has. The questions are those of this set.
func (s *Set) Compare(a, b Figure, questions []riwaya.Question) (riwaya.Relation, bool) {
	asked := [2]*answer.Answer{s.answer(a), s.answer(b)}
	if asked[0] == nil || asked[1] == nil {
		return riwaya.Relation{}, false
	}
	for i := range questions {
		q := &questions[i]
		var r riwaya.Relation
		found := 0
		of := make([][]joinedAnswer, len(q.Accounts))
		for n := range q.Accounts {
			for m := range q.Accounts[n].Figures {
				g := &q.Accounts[n].Figures[m]
				x := s.answer(Figure{g.Article, g.Figure})
				if x == nil {
					continue
				}
				for k, ref := range []*riwaya.FigureRef{&r.A, &r.B} {
					if x == asked[k] || found&(1<<k) == 0 && x.Report == asked[k].Report && x.Alike() == asked[k].Alike() {
						*ref = riwaya.FigureRef{Account: n, Figure: len(of[n])}
						found |= 1 << k
					}
				}
				of[n] = append(of[n], joinedAnswer{x, g.Why})
			}
		}
		if found != 3 {
			continue
		}
		x, y := of[r.A.Account][r.A.Figure].Answer, of[r.B.Account][r.B.Figure].Answer
		first := firstGiven(of)
		if r.A.Account == r.B.Account && !answer.Same(&x.Given, &y.Given) {
			if earlier(&x.Given, &y.Given) > 0 {
				x, y, r.A, r.B = y, x, r.B, r.A
			}
			r.Kind, r.Cause, r.Why = first.later(x, y, &r)
		} else {
			r.Kind, r.Cause, r.Why = first.relate(x, y, &r)
		}
		return r, true
	}
	return riwaya.Relation{}, false
}

// answer is one that the set holds, nil where it does not.
func (s *Set) answer(f Figure) *answer.Answer {
	r := s.reports[f.Article]
	for i := 0; r != nil && i < len(r.Answers); i++ {
		if r.Answers[i].Given.Figure == f.Figure {
			return &r.Answers[i]
		}
	}
	return nil
}

// firsts are, of each figure of a question, when it was given first: an old toll is told on.
type firsts map[answer.Alike]*answer.Answer

func firstGiven(of [][]joinedAnswer) firsts {
	f := firsts{}
	for _, all := range of {
		for _, a := range all {
			if o := f[a.Alike()]; answer.DayIn(a.Given.At) != "" && (o == nil || earlier(&a.Given, &o.Given) < 0) {
				f[a.Alike()] = a.Answer
			}
		}
	}
	return f
}

// relate says how two figures stand to one another. Where b holds a, the two change places in
// r: B is always the narrower.
func (f firsts) relate(a, b *answer.Answer, r *riwaya.Relation) (kind, cause, why string) {
	switch {
	case a.Counts.Holds(b.Counts):
		return riwaya.RelationRefine, "", "the bounds of the second lie inside those of the first"
	case b.Counts.Holds(a.Counts):
		r.A, r.B = r.B, r.A
		return riwaya.RelationRefine, "", "the bounds of the second lie inside those of the first"
	case a.Counts.Overlaps(b.Counts):
		return riwaya.RelationAgree, "", "their bounds overlap"
	}
	cause, why = f.because(a, b)
	return riwaya.RelationContradict, cause, why
}

// because is the likely cause of two figures' contradicting, and what shows it. What the texts
// say of whom they count comes before when they say it.
func (f firsts) because(a, b *answer.Answer) (cause, why string) {
	low, high := a, b
	if b.Counts.High < a.Counts.Low {
		low, high = b, a
	}
	switch {
	case a.Toll != b.Toll:
		switch {
		case high.Toll == answer.TollWith:
			return riwaya.CauseScope, "the higher counts those who did it"
		case low.Toll == answer.TollWithout:
			return riwaya.CauseScope, "the lower leaves out those who did it"
		}
	}
	if a.Given.Group != b.Given.Group {
		return riwaya.CauseDefinition, "one counts " + a.Given.Group + ", the other " + b.Given.Group
	}
	l, h := f[low.Alike()], f[high.Alike()]
	if low.Alike() == high.Alike() { // 33 and more than 33
		l, h = low, high
	}
	if l != nil && h != nil && answer.DayIn(l.Given.At) != "" && answer.DayIn(h.Given.At) != "" {
		switch c := strings.Compare(answer.DayIn(l.Given.At), answer.DayIn(h.Given.At)); {
		case c < 0:
			return riwaya.CauseTime, "the higher was first given later" + given(l, h)
		case c > 0 && a.What.Scope == "stock":
			return riwaya.CauseTime, "the lower was first given later" + given(h, l)
		}
	}
	if sum := both(low, high); sum != "" {
		return riwaya.CauseScope, sum
	}
	if low.Alike() == high.Alike() {
		return riwaya.CauseUnexplained, "the same number is printed, and one says more than it"
	}
	return riwaya.CauseUnexplained, ""
}

// given are the days when two figures were given, and from where they are known.
func given(a, b *answer.Answer) string {
	return fmt.Sprintf(": %s (%s), %s (%s)", answer.DayIn(a.Given.At), a.Given.AtFrom, answer.DayIn(b.Given.At), b.Given.AtFrom)
}

// both says that the higher figure is what the other's report gives as killed and as injured.
// The two are held against it only; no sum is ever shown.
func both(low, high *answer.Answer) string {
	if low.What.Predicate != "killed" && low.What.Predicate != "injured" || !low.Counts.Exact() || low.Given.Low == nil || high.Given.Low == nil {
		return ""
	}
	var other *float64
	for i := range low.Report.Answers {
		o := &low.Report.Answers[i]
		if o.What.Predicate == low.What.Predicate || o.What.Predicate != "killed" && o.What.Predicate != "injured" || o.Given.Low == nil {
			continue
		}
		if other != nil && *other != *o.Given.Low {
			return "" // which of them is meant, nobody can tell
		}
		other = o.Given.Low
	}
	if other != nil && *other >= 2 && *low.Given.Low+*other == *high.Given.Low {
		return "the higher is as many as the other report gives killed and injured"
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
	at := func(r *riwaya.FigureRef) *answer.Answer { return of[r.Account][r.Figure].Answer }
	for i, all := range of {
		if all[0].Teller.Named {
			s.Tellers++
		} else {
			s.Unnamed++
		}
		for j := range all {
			a, ref := all[j].Answer, &riwaya.FigureRef{Account: i, Figure: j}
			reports[a.Report.Address] = true
			if a.Report.Outlet != "" {
				outlets[a.Report.Outlet] = true
			}
			if a.Given.Low != nil && (s.Lowest == nil || lower(a, at(s.Lowest))) {
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
		s.NewestBySeen = at(s.Newest).Given.AtFrom == riwaya.GivenSeen
	}
	return s
}

// vague reports whether a figure says no number: tens, hundreds.
func vague(a *answer.Answer) bool { return a.Given.Op == "vague" }

func lower(a, b *answer.Answer) bool {
	if vague(a) != vague(b) {
		return vague(b)
	}
	return *a.Given.Low < *b.Given.Low
}

func higher(a, b *answer.Answer) bool {
	if vague(a) != vague(b) {
		return vague(b)
	}
	return top(a) > top(b)
}

// top is the upper bound as printed, or the lower where it is open.
func top(a *answer.Answer) float64 {
	if a.Given.High != nil {
		return *a.Given.High
	}
	return *a.Given.Low
}

// newer reports whether a was given after b, or with it and by a more direct teller.
func newer(a, b *answer.Answer) bool {
	if c := earlier(&a.Given, &b.Given); c != 0 {
		return c > 0
	}
	if vague(a) != vague(b) {
		return vague(b)
	}
	return a.Remove < b.Remove
}
