package question

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
)

// Questions lays out what the reports answer, in the order of the questions' IDs. Copies say
// which narrations are one: a figure in a passage that two reports share is the agency's, else
// that of the report it was copied from.
func (s *Set) Questions(with With) []riwaya.Question {
	var answers []*answer
	for _, r := range s.sorted() {
		for i := range r.answers {
			a := r.answers[i]
			answers = append(answers, &a)
		}
	}
	follow(answers, with.Copies)
	buckets := sortOut(answers, with.Incidents)
	out := make([]riwaya.Question, 0, len(buckets))
	for _, id := range sortedKeys(buckets) {
		if q, ok := s.words.ask(buckets[id]); ok {
			out = append(out, q)
		}
	}
	slices.SortFunc(out, func(a, b riwaya.Question) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// follow gives a figure in a shared passage the teller that it has there.
func follow(answers []*answer, copies []riwaya.Copy) {
	in := map[string][]*answer{}
	for _, a := range answers {
		in[a.report.article] = append(in[a.report.article], a)
	}
	for i := range copies {
		c := &copies[i]
		for _, a := range in[c.A] {
			for _, b := range in[c.B] {
				if a.alike() != b.alike() || !shared(c, a, b) {
					continue
				}
				switch {
				case a.narrated && b.narrated && c.Agency != nil:
					t := riwaya.Teller{Key: "name " + fold(c.Agency.Name), Name: c.Agency.Name, Actor: c.Agency.Actor, Kind: riwaya.TellerCredit, Named: true}
					if t.Actor != nil {
						t.Key = *t.Actor
					}
					a.teller, b.teller = t, t
					a.remove, b.remove = rankTold, rankTold
				case a.narrated && b.narrated && c.Directed, !a.teller.Named && !b.teller.Named && a.teller.Name == b.teller.Name:
					b.teller = a.teller
				}
			}
		}
	}
}

// shared reports whether one passage holds both figures.
func shared(c *riwaya.Copy, a, b *answer) bool {
	for _, p := range c.Passages {
		if p.A.Contains(a.given.Span.Hull()) && p.B.Contains(b.given.Span.Hull()) {
			return true
		}
	}
	return false
}

// ask makes a question of a bucket.
func (s *words) ask(b *bucket) (riwaya.Question, bool) {
	answers := onceEach(b.answers)
	if len(answers) == 0 {
		return riwaya.Question{}, false
	}
	q := riwaya.Question{ID: riwaya.FindingID(b.id, 'q', riwaya.Span{}, 0), Predicate: b.what.predicate, Group: b.what.group, Scope: b.what.scope, Part: b.what.part,
		Unit: some(b.what.unit), Of: some(b.what.of), Since: some(b.what.since), Relations: []riwaya.Relation{}}
	q.From, q.To = some(b.from), some(b.to)
	if b.incident != nil {
		q.Incident = some(b.incident.ID)
	}
	q.Place = where(b, answers)
	slices.SortStableFunc(answers, func(a, b joinedAnswer) int {
		return cmp.Or(earlier(&a.given, &b.given), strings.Compare(a.report.article, b.report.article), a.given.Span.Hull().Start-b.given.Span.Hull().Start, strings.Compare(a.given.Figure, b.given.Figure))
	})
	s.oneName(answers)
	at := map[string]int{}
	var of [][]joinedAnswer // by account
	for _, a := range answers {
		i, ok := at[a.teller.Key]
		if !ok {
			i = len(of)
			at[a.teller.Key] = i
			of = append(of, nil)
			q.Accounts = append(q.Accounts, riwaya.Account{By: a.teller})
		}
		g := a.given
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
	if c := strings.Compare(dayIn(a.At), dayIn(b.At)); c != 0 {
		return c
	}
	if len(a.At) > len(dayForm) && len(b.At) > len(dayForm) && a.AtFrom == b.AtFrom {
		return strings.Compare(a.At, b.At)
	}
	return 0
}

// onceEach leaves out what a report says twice: of the same figure by the same teller the first,
// and a narrated one that a source of the same report gives.
func onceEach(answers []joinedAnswer) []joinedAnswer {
	slices.SortStableFunc(answers, func(a, b joinedAnswer) int {
		return cmp.Or(strings.Compare(a.report.article, b.report.article), boolOrder(a.narrated, b.narrated), boolOrder(a.why == riwaya.WhySame, b.why == riwaya.WhySame), a.given.Span.Hull().Start-b.given.Span.Hull().Start)
	})
	type key struct {
		article, teller string
		alike           alike
	}
	told, claimed := map[key]bool{}, map[key]bool{}
	var out []joinedAnswer
	for _, a := range answers {
		k := key{a.report.article, a.teller.Key, a.alike()}
		any := key{k.article, "", k.alike}
		if told[k] || a.narrated && claimed[any] {
			continue
		}
		told[k] = true
		claimed[any] = claimed[any] || !a.narrated
		out = append(out, a)
	}
	return out
}

// where is the place of a question under all its spellings: the incident's where it has one.
func where(b *bucket, answers []joinedAnswer) *riwaya.QuestionPlace {
	var out *riwaya.QuestionPlace
	spelled := map[string]bool{}
	for _, a := range answers {
		p := &a.place
		if p.key == "" || b.places.root(p.key) != b.root {
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
		c := riwaya.QuestionPlace{Name: p.Text, GeoNames: p.GeoNames, Country: p.Country, Lat: p.Lat, Lon: p.Lon, Precision: p.Precision}
		if p.Name != nil {
			c.Name = *p.Name
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
