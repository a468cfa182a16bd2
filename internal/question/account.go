package question

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/question/answer"
)

// Questions lays out what the reports answer, in the order of the questions' IDs. Copies say
// which narrations are one: a figure in a passage that two reports share is the agency's, else
// that of the report it was copied from.
func (s *Set) Questions(with With) []riwaya.Question {
	var answers []*answer.Answer
	for _, r := range s.sorted() {
		for i := range r.Answers {
			if a := r.Answers[i]; !a.Several || a.What.Scope != "incident" { // of which happening, nobody can tell
				answers = append(answers, &a)
			}
		}
	}
	follow(answers, with.Copies)
	buckets := sortOut(answers, with.Incidents)
	out := make([]riwaya.Question, 0, len(buckets))
	for _, id := range sortedKeys(buckets) {
		if q, ok := s.ask(buckets[id]); ok {
			out = append(out, q)
		}
	}
	slices.SortFunc(out, func(a, b riwaya.Question) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// follow gives a figure in a shared passage the teller that it has there.
func follow(answers []*answer.Answer, copies []riwaya.Copy) {
	in := map[string][]*answer.Answer{}
	for _, a := range answers {
		in[a.Report.Article] = append(in[a.Report.Article], a)
	}
	for i := range copies {
		c := &copies[i]
		for _, a := range in[c.A] {
			for _, b := range in[c.B] {
				if a.Alike() != b.Alike() || !shared(c, a, b) {
					continue
				}
				switch {
				case a.Narrated && b.Narrated && c.Agency != nil:
					t := riwaya.Teller{Key: "name " + answer.Fold(c.Agency.Name), Name: c.Agency.Name, Actor: c.Agency.Actor, Kind: riwaya.TellerCredit, Named: true}
					if t.Actor != nil {
						t.Key = *t.Actor
					}
					a.Teller, b.Teller = t, t
					a.Remove, b.Remove = answer.RankTold, answer.RankTold
				case a.Narrated && b.Narrated && c.Directed, !a.Teller.Named && !b.Teller.Named && a.Teller.Name == b.Teller.Name:
					b.Teller = a.Teller
				}
			}
		}
	}
}

// shared reports whether one passage holds both figures.
func shared(c *riwaya.Copy, a, b *answer.Answer) bool {
	for _, p := range c.Passages {
		if p.A.Contains(a.Given.Span.Hull()) && p.B.Contains(b.Given.Span.Hull()) {
			return true
		}
	}
	return false
}

// ask makes a question of a bucket.
func (s *Set) ask(b *bucket) (riwaya.Question, bool) {
	answers := onceEach(b.answers)
	if len(answers) == 0 {
		return riwaya.Question{}, false
	}
	q := riwaya.Question{ID: riwaya.FindingID(b.id, 'q', riwaya.Span{}, 0), Predicate: b.what.Predicate, Group: b.what.Group, Scope: b.what.Scope, Part: b.what.Part,
		Unit: some(b.what.Unit), Of: some(b.what.Of), Since: some(b.what.Since), Relations: []riwaya.Relation{}}
	q.From, q.To = some(b.from), some(b.to)
	if b.incident != nil {
		q.Incident = some(b.incident.ID)
	}
	q.Place = where(b, answers)
	slices.SortStableFunc(answers, func(a, b joinedAnswer) int {
		return cmp.Or(earlier(&a.Given, &b.Given), strings.Compare(a.Report.Article, b.Report.Article), a.Given.Span.Hull().Start-b.Given.Span.Hull().Start, strings.Compare(a.Given.Figure, b.Given.Figure))
	})
	s.oneName(answers)
	at := map[string]int{}
	var of [][]joinedAnswer // by account
	for _, a := range answers {
		i, ok := at[a.Teller.Key]
		if !ok {
			i = len(of)
			at[a.Teller.Key] = i
			of = append(of, nil)
			q.Accounts = append(q.Accounts, riwaya.Account{By: a.Teller})
		}
		g := a.Given
		g.Why = a.why
		q.Accounts[i].Figures = append(q.Accounts[i].Figures, g)
		of[i] = append(of[i], a)
	}
	q.Relations = append(q.Relations, relations(of)...)
	q.Summary = summary(of).Summary
	return q, true
}

// earlier orders figures by the day when they were given, those of no known day first, then by
// the time of day where both have one.
func earlier(a, b *riwaya.Given) int {
	if c := strings.Compare(answer.DayIn(a.At), answer.DayIn(b.At)); c != 0 {
		return c
	}
	if len(a.At) > len(answer.DayForm) && len(b.At) > len(answer.DayForm) && a.AtFrom == b.AtFrom {
		return strings.Compare(a.At, b.At)
	}
	return 0
}

// onceEach leaves out what a report says twice: of the same figure by the same teller the first,
// and a narrated one that a source of the same report gives.
func onceEach(answers []joinedAnswer) []joinedAnswer {
	slices.SortStableFunc(answers, func(a, b joinedAnswer) int {
		return cmp.Or(strings.Compare(a.Report.Article, b.Report.Article), boolOrder(a.Narrated, b.Narrated), boolOrder(a.why == riwaya.WhySame, b.why == riwaya.WhySame), a.Given.Span.Hull().Start-b.Given.Span.Hull().Start)
	})
	type key struct {
		article, teller string
		alike           answer.Alike
	}
	told, claimed := map[key]bool{}, map[key]bool{}
	var out []joinedAnswer
	for _, a := range answers {
		k := key{a.Report.Article, a.Teller.Key, a.Alike()}
		any := key{k.article, "", k.alike}
		if told[k] || a.Narrated && claimed[any] {
			continue
		}
		told[k] = true
		claimed[any] = claimed[any] || !a.Narrated
		out = append(out, a)
	}
	return out
}

// where is the place of a question under all its spellings: the incident's where it has one.
func where(b *bucket, answers []joinedAnswer) *riwaya.QuestionPlace {
	var out *riwaya.QuestionPlace
	spelled := map[string]bool{}
	for _, a := range answers {
		p := &a.Place
		if p.Key == "" || b.places.root(p.Key) != b.root {
			continue
		}
		for _, s := range p.Spelled {
			spelled[s] = true
		}
		if out == nil || out.GeoNames == nil && p.GeoNames != nil || out.GeoNames != nil && p.GeoNames != nil && *p.GeoNames < *out.GeoNames {
			c := p.QuestionPlace
			out = &c
		}
	}
	if b.incident != nil && b.incident.Place != nil {
		p := b.incident.Place
		c := riwaya.QuestionPlace{Name: p.Name, GeoNames: p.GeoNames, Country: p.Country, Lat: p.Lat, Lon: p.Lon, Precision: p.Precision}
		if c.Name == "" {
			c.Name = p.NameAr
		}
		for _, s := range p.Spellings {
			spelled[s] = true
		}
		out = &c
	}
	if out != nil {
		out.Spelled = sortedKeys(spelled)
	}
	return out
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
