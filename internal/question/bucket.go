package question

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/question/answer"
)

// bucket is a question while its answers are found.
type bucket struct {
	id       string // what the question is, for its ID
	what     answer.What
	from, to string
	exact    bool // the day is stated; else it is about right
	incident *riwaya.Incident
	root     string // of its place, "" where an incident has none
	places   gathered
	answers  []joinedAnswer
}

type joinedAnswer struct {
	*answer.Answer
	why string
}

func (b *bucket) add(a *answer.Answer, why string) {
	b.answers = append(b.answers, joinedAnswer{a, why})
}

// sorting finds the question of each answer.
type sorting struct {
	places  gathered
	buckets map[string]*bucket
}

func (s *sorting) bucket(id string, w answer.What) *bucket {
	b := s.buckets[id]
	if b == nil {
		b = &bucket{id: id, what: w}
		s.buckets[id] = b
	}
	return b
}

// sortOut puts the answers into buckets: by incidents; by place and day; tolls and stocks by
// area; and what is left by being the same figure as one that has its bucket.
func sortOut(answers []*answer.Answer, incidents []riwaya.Incident) map[string]*bucket {
	s := &sorting{places: gather(answers), buckets: map[string]*bucket{}}
	rest := s.byIncident(answers, incidents)
	s.settle()
	s.oneQuestion()
	rest = s.byArea(rest)
	rest = s.byDay(rest)
	s.settle()
	s.dayAfter()
	rest = s.bySame(rest)
	rest = s.byReport(rest)
	s.byFigure(rest)
	s.settle()
	s.civilians()
	s.plural()
	return s.buckets
}

// byIncident takes the answers one of whose events is of an incident. Events of two leave it
// open which of them the figure counts.
func (s *sorting) byIncident(answers []*answer.Answer, incidents []riwaya.Incident) (rest []*answer.Answer) {
	of := map[eventID]*riwaya.Incident{}
	for i := range incidents {
		for _, e := range incidents[i].Events {
			of[eventID{e.Article, e.Event}] = &incidents[i]
		}
	}
	for _, a := range answers {
		var one *riwaya.Incident
		several := false
		for _, e := range a.Events {
			if in := of[eventID{a.Report.Article, e}]; in != nil {
				several = several || one != nil && one != in
				one = in
			}
		}
		switch {
		case several && a.What.Scope == "incident":
		case one == nil || a.What.Scope != "incident":
			rest = append(rest, a)
		default:
			b := s.bucket("incident "+one.ID+" "+a.What.ID(), a.What)
			b.incident, b.from, b.to, b.exact = one, one.First, one.Last, !one.Seen
			b.add(a, riwaya.WhyIncident)
		}
	}
	for _, id := range sortedKeys(s.buckets) {
		b := s.buckets[id]
		if b.answers = narrow(b.answers); len(b.answers) == 0 {
			delete(s.buckets, id)
		}
	}
	return rest
}

// narrow drops figures of a wider place than a point, such as a country, whose report gives
// another figure of a point in it: the wider one may count several happenings. The same figure
// said of both is one.
func narrow(answers []joinedAnswer) []joinedAnswer {
	if !slices.ContainsFunc(answers, func(a joinedAnswer) bool { return a.Place.Point() }) {
		return answers
	}
	return slices.DeleteFunc(answers, func(a joinedAnswer) bool {
		if a.Place.Key == "" || a.Place.Point() {
			return false
		}
		other := false
		for i := range a.Report.Answers {
			o := &a.Report.Answers[i]
			if o.What != a.What || !o.Place.Point() {
				continue
			}
			if o.Alike() == a.Alike() {
				return false
			}
			other = true
		}
		return other
	})
}

// byArea takes tolls since a date and stocks, each with its place.
func (s *sorting) byArea(answers []*answer.Answer) (rest []*answer.Answer) {
	for _, a := range answers {
		switch a.What.Scope {
		case "cumulative":
			if a.Place.Key == "" || a.What.Since == "" {
				continue // since when, or of where, nobody can tell
			}
		case "stock":
			if a.Place.Key == "" || !standing(&a.What) {
				continue
			}
		default:
			rest = append(rest, a)
			continue
		}
		root := s.places.root(a.Place.Key)
		b := s.bucket("area "+root+" "+a.What.ID(), a.What)
		b.root = root
		b.add(a, riwaya.WhyArea)
	}
	return rest
}

// standing reports whether a stock is of something that is counted again. How many are somewhere
// is one question only where it is known whose they are: soldiers of two armies are two.
func standing(w *answer.What) bool {
	return w.Predicate != "present" || w.Of != ""
}

// byDay takes what happened at one point on one day.
func (s *sorting) byDay(answers []*answer.Answer) (rest []*answer.Answer) {
	groups := map[string][]*answer.Answer{}
	for _, a := range answers {
		if !a.Place.Point() || a.From == "" {
			rest = append(rest, a)
			continue
		}
		id := s.places.root(a.Place.Key) + " " + a.What.ID()
		groups[id] = append(groups[id], a)
	}
	told := s.told()
	for _, id := range sortedKeys(groups) {
		for _, b := range daily(groups[id]) {
			b.root = s.places.root(b.answers[0].Place.Key)
			if into := s.near(b, told[id]); into != nil {
				into.answers = append(into.answers, b.answers...)
				continue
			}
			b.id = "day " + b.from + " " + b.to + " " + id
			s.buckets[b.id] = b
		}
	}
	return rest
}

// told are the buckets of incidents by their places and questions.
func (s *sorting) told() map[string][]*bucket {
	out := map[string][]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		b := s.buckets[id]
		if b.incident == nil {
			continue
		}
		roots := map[string]bool{b.root: true}
		for _, a := range b.answers {
			if a.Place.Key != "" {
				roots[s.places.root(a.Place.Key)] = true
			}
		}
		for root := range roots {
			k := root + " " + b.what.ID()
			out[k] = append(out[k], b)
		}
	}
	return out
}

// near is the one of the incidents' buckets with the question and place of b that has its day, of
// several the one with most answers.
func (s *sorting) near(b *bucket, all []*bucket) *bucket {
	var one *bucket
	equal := false
	for _, c := range all {
		there := c.root == b.root && c.from != "" && c.from <= b.to && b.from <= c.to && (c.exact && b.exact || c.shares(b))
		if !there && !slices.ContainsFunc(c.answers, func(a joinedAnswer) bool {
			return a.Place.Key != "" && s.places.root(a.Place.Key) == b.root && a.From != "" && !a.Loose && a.From <= b.to && b.from <= a.To
		}) {
			continue
		}
		switch {
		case one == nil, len(c.answers) > len(one.answers):
			one, equal = c, false
		case len(c.answers) == len(one.answers):
			equal = true
		}
	}
	if equal {
		return nil
	}
	return one
}

// shares reports whether two buckets have the very same figure.
func (b *bucket) shares(o *bucket) bool {
	for _, x := range b.answers {
		if slices.ContainsFunc(o.answers, func(y joinedAnswer) bool { return x.Alike() == y.Alike() }) {
			return true
		}
	}
	return false
}

// daily parts answers of one place by their days. A stated day is a bucket; a span of days, or
// a day that is only about right, belongs to the bucket whose day it holds, the latest of
// several; else to others like it.
func daily(answers []*answer.Answer) []*bucket {
	slices.SortStableFunc(answers, func(a, b *answer.Answer) int {
		return cmp.Or(boolOrder(a.Loose, b.Loose), boolOrder(a.From != a.To, b.From != b.To), strings.Compare(a.To, b.To), strings.Compare(a.From, b.From),
			strings.Compare(a.Report.Article, b.Report.Article), strings.Compare(a.Given.Figure, b.Given.Figure))
	})
	var out []*bucket
	at := map[string]*bucket{} // by day: the last bucket that had it
	for _, a := range answers {
		var into *bucket
		for day := a.To; day >= a.From && day != ""; day = dayBefore(day) { // a week at most
			if b := at[day]; b != nil && a.From <= b.to && b.from <= a.To && (into == nil || b.to > into.to) {
				into = b
			}
		}
		if into == nil {
			into = &bucket{what: a.What, from: a.From, to: a.To, exact: !a.Loose}
			out = append(out, into)
			for day := a.To; day >= a.From && day != ""; day = dayBefore(day) {
				at[day] = into
			}
		}
		into.from, into.to = max(into.from, a.From), min(into.to, a.To)
		into.add(a, riwaya.WhyPlaceDay)
	}
	return out
}

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// nextDay is the day behind a day, dayBefore the one before it; "" of what is no day.
func nextDay(day string) string   { return move(day, 1) }
func dayBefore(day string) string { return move(day, -1) }

func move(day string, by int) string {
	d, err := time.Parse(answer.DayForm, day)
	if err != nil {
		return ""
	}
	return d.AddDate(0, 0, by).Format(answer.DayForm)
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
