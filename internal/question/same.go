package question

import (
	"riwaya"
	"riwaya/internal/question/answer"
)

// bySame takes figures that their report gives again elsewhere, where they have a bucket: the
// headline's, or one told again without its place. Tens are like all tens.
func (s *sorting) bySame(answers []*answer.Answer) (rest []*answer.Answer) {
	type key struct {
		article string
		alike   answer.Alike
	}
	in := map[key]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		b := s.buckets[id]
		if b.what.Scope != "incident" {
			continue
		}
		for _, a := range b.answers {
			k := key{a.Report.Article, a.Alike()}
			if other, ok := in[k]; ok && other != b {
				in[k] = nil // of two happenings: which, nobody can tell
			} else {
				in[k] = b
			}
		}
	}
	for _, a := range answers {
		b := in[key{a.Report.Article, a.Alike()}]
		if b == nil || vague(a) || a.Place.Point() && b.root != "" && s.places.root(a.Place.Key) != b.root || !meets(a, b) {
			rest = append(rest, a)
			continue
		}
		b.add(a, riwaya.WhySame)
	}
	return rest
}

// meets reports whether the days of an answer, if it has any, allow the bucket's.
func meets(a *answer.Answer, b *bucket) bool {
	return a.From == "" || b.from == "" || a.From <= nextDay(b.to) && b.from <= nextDay(a.To)
}

// byReport takes bounds from below that have neither place nor day where their report counts
// such people of one happening only, and gives a higher figure there: what was known earlier,
// what another source had said.
func (s *sorting) byReport(answers []*answer.Answer) (rest []*answer.Answer) {
	type key struct {
		article string
		what    answer.What
	}
	in := map[key]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		b := s.buckets[id]
		for _, a := range b.answers {
			k := key{a.Report.Article, a.What}
			if other, ok := in[k]; ok && other != b {
				in[k] = nil
			} else {
				in[k] = b
			}
		}
	}
	for _, a := range answers {
		b := in[key{a.Report.Article, a.What}]
		if a.What.Scope != "incident" || a.Place.Key != "" || a.From != "" || b == nil || !b.allows(a) {
			rest = append(rest, a)
			continue
		}
		b.add(a, riwaya.WhyReport)
	}
	return rest
}

// allows reports whether a figure of the same report in the bucket is higher than this bound,
// and by another teller.
func (b *bucket) allows(a *answer.Answer) bool {
	if a.Given.Op != "more_than" && a.Given.Op != "at_least" {
		return false
	}
	for _, o := range b.answers {
		if o.Report == a.Report && o.why != riwaya.WhyReport && o.Teller.Key != a.Teller.Key && o.Given.Low != nil && *o.Given.Low > *a.Given.Low {
			return true
		}
	}
	return false
}

// telling is the least number that joins by itself: small ones are everywhere.
const telling = 10

// byFigure takes figures with a place and no day where one bucket alone of that place has
// the very same figure; and figures with neither where one alone of the places that their report
// names has it, told by several.
func (s *sorting) byFigure(answers []*answer.Answer) {
	type key struct {
		root  string
		alike answer.Alike
	}
	in := map[key]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		b := s.buckets[id]
		if b.what.Scope != "incident" {
			continue
		}
		roots := map[string]bool{b.root: true}
		for _, a := range b.answers {
			if a.Place.Point() {
				roots[s.places.root(a.Place.Key)] = true
			}
		}
		for _, a := range b.answers {
			for r := range roots {
				k := key{r, a.Alike()}
				if other, ok := in[k]; ok && other != b {
					in[k] = nil
				} else {
					in[k] = b
				}
			}
		}
	}
	for _, a := range answers {
		if a.From != "" || a.What.Scope != "incident" || a.Given.Low == nil || *a.Given.Low < telling || vague(a) {
			continue
		}
		switch {
		case a.Place.Point():
			if b := in[key{s.places.root(a.Place.Key), a.Alike()}]; b != nil {
				b.add(a, riwaya.WhyFigure)
			}
		case a.Place.Key == "":
			var one *bucket
			several := false
			for _, p := range a.Report.Named {
				if b, ok := in[key{s.places.root(p), a.Alike()}]; ok {
					several = several || b == nil || one != nil && one != b
					one = b
				}
			}
			if one != nil && !several && one.wellTold(a.Alike()) {
				one.add(a, riwaya.WhyNamed)
			}
		}
	}
}

// wellTold reports whether three reports of two outlets have a figure: then who gives it without
// its place is likely to mean that.
func (b *bucket) wellTold(figure answer.Alike) bool {
	const least = 3
	reports, outlets := map[string]bool{}, map[string]bool{}
	for _, a := range b.answers {
		if a.why != riwaya.WhyNamed && a.Alike() == figure {
			reports[a.Report.Address], outlets[a.Report.Outlet] = true, true
		}
	}
	return len(reports) >= least && len(outlets) > 1
}

// dayAfter moves figures to the day before where most reports have the very same one at the
// same place: what was said on the day after is easily read as having happened then.
func (s *sorting) dayAfter() {
	before := map[string][]*bucket{} // by place, question and the day after
	for _, id := range sortedKeys(s.buckets) {
		if b := s.buckets[id]; b.what.Scope == "incident" && b.to != "" {
			k := b.root + " " + b.what.ID() + " " + nextDay(b.to)
			before[k] = append(before[k], b)
		}
	}
	for _, id := range sortedKeys(s.buckets) {
		late := s.buckets[id]
		if late == nil || late.incident != nil || late.what.Scope != "incident" {
			continue // an incident's events say when it was
		}
		for _, b := range before[late.root+" "+late.what.ID()+" "+late.from] {
			if s.buckets[b.id] == nil || len(b.answers) < len(late.answers) {
				continue
			}
			figures := map[answer.Alike]bool{}
			for _, a := range b.answers {
				figures[a.Alike()] = true
			}
			kept := late.answers[:0:0]
			for _, a := range late.answers {
				if figures[a.Alike()] && a.Given.Low != nil && *a.Given.Low >= telling && !vague(a.Answer) {
					b.add(a.Answer, riwaya.WhyFigure)
				} else {
					kept = append(kept, a)
				}
			}
			if late.answers = kept; len(kept) == 0 {
				delete(s.buckets, late.id)
			}
		}
	}
}

// settle gives each bucket its place: where most of its answers have theirs, points before
// whatever is wider.
func (s *sorting) settle() {
	for _, b := range s.buckets {
		b.places = s.places
		if b.root != "" {
			continue
		}
		const wider = 1 << 20 // more than any question has answers
		count := map[string]int{}
		for _, a := range b.answers {
			if a.Place.Point() {
				count[s.places.root(a.Place.Key)] += wider
			} else if a.Place.Key != "" {
				count[s.places.root(a.Place.Key)]++
			}
		}
		for _, r := range sortedKeys(count) {
			if b.root == "" || count[r] > count[b.root] {
				b.root = r
			}
		}
	}
}

// civilians adds answers that count civilians to the question that counts people, of the
// reports that give no figure of people there: they give it as the whole toll.
func (s *sorting) civilians() {
	of := map[string][]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		if p := s.buckets[id]; p.what.Group == "people" {
			of[p.civil(p.what)] = append(of[p.civil(p.what)], p)
		}
	}
	for _, id := range sortedKeys(s.buckets) {
		c := s.buckets[id]
		if c.what.Group != "civilians" || c.what.Scope != "incident" || c.what.Part {
			continue
		}
		w := c.what
		w.Group = "people"
		var people *bucket
		for _, p := range of[c.civil(w)] {
			if c.incident != nil || p.from <= c.to && c.from <= p.to {
				people = p
				break
			}
		}
		if people == nil {
			continue
		}
		has := map[string]bool{}
		for _, a := range people.answers {
			has[a.Report.Article] = true
		}
		kept := c.answers[:0:0]
		for _, a := range c.answers {
			if has[a.Report.Article] {
				kept = append(kept, a)
			} else {
				people.answers = append(people.answers, a)
			}
		}
		if c.answers = kept; len(kept) == 0 {
			delete(s.buckets, id)
		}
	}
}

// civil is where a bucket's question about w is asked: of its incident, or at its place.
func (b *bucket) civil(w answer.What) string {
	if b.incident != nil {
		return "incident " + b.incident.ID + " " + w.ID()
	}
	return b.root + " " + w.ID()
}

// plural drops what a report gives twice by one teller with bounds that exclude each other:
// it tells of several happenings, or of parts. The one that another outlet gives as well stays, and neither where both are given.
func (s *sorting) plural() {
	for id, b := range s.buckets {
		type key struct{ article, teller string }
		by := map[key][]joinedAnswer{}
		for _, a := range b.answers {
			by[key{a.Report.Article, a.Teller.Key}] = append(by[key{a.Report.Article, a.Teller.Key}], a)
		}
		drop := map[*answer.Answer]bool{}
		for _, all := range by {
			for i := range all {
				for j := range all {
					if i != j && !all[i].Counts.Overlaps(all[j].Counts) && (!b.given(all[i].Answer) || b.given(all[j].Answer)) {
						drop[all[i].Answer] = true
					}
				}
			}
		}
		if len(drop) == 0 {
			continue
		}
		kept := b.answers[:0:0]
		for _, a := range b.answers {
			if !drop[a.Answer] {
				kept = append(kept, a)
			}
		}
		if b.answers = kept; len(kept) == 0 {
			delete(s.buckets, id)
		}
	}
}

// given reports whether another outlet gives the same figure.
func (b *bucket) given(a *answer.Answer) bool {
	for _, o := range b.answers {
		if o.Report.Outlet != a.Report.Outlet && o.Alike() == a.Alike() {
			return true
		}
	}
	return false
}
