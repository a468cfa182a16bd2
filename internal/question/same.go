package question

import (
	"math"

	"riwaya"
)

// alike is what must be the same in two figures for one to repeat the other.
type alike struct {
	predicate, group, unit, noun string
	part                         bool
	low, high                    float64
}

func (a *answer) alike() alike {
	low, high := 0.0, math.Inf(1)
	if a.given.Low != nil {
		low = *a.given.Low
	}
	if a.given.High != nil {
		high = *a.given.High
	} else { // at least 30 and 30 are the same number said twice
		high = low
	}
	return alike{a.what.predicate, a.what.group, a.what.unit, a.what.noun, a.what.part, low, high}
}

// bySame takes figures that their report gives again elsewhere, where they have a bucket: the
// headline's, or one told again without its place.
func (s *sorting) bySame(answers []*answer) (rest []*answer) {
	type key struct {
		article string
		alike   alike
	}
	in := map[key]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		b := s.buckets[id]
		if b.what.scope != "incident" {
			continue
		}
		for _, a := range b.answers {
			k := key{a.report.article, a.alike()}
			if other, ok := in[k]; ok && other != b {
				in[k] = nil // of two happenings: which, nobody can tell
			} else {
				in[k] = b
			}
		}
	}
	for _, a := range answers {
		b := in[key{a.report.article, a.alike()}]
		if b == nil || a.place.point() && b.root != "" && s.places.root(a.place.key) != b.root || !meets(a, b) {
			rest = append(rest, a)
			continue
		}
		b.add(a, riwaya.WhySame)
	}
	return rest
}

// meets reports whether the days of an answer, if it has any, allow the bucket's.
func meets(a *answer, b *bucket) bool {
	return a.from == "" || b.from == "" || a.from <= nextDay(b.to) && b.from <= nextDay(a.to)
}

// telling is the least number that joins by itself: small ones are everywhere.
const telling = 10

// byFigure takes figures with a place and no day where one bucket alone of that place has
// the very same figure.
func (s *sorting) byFigure(answers []*answer) {
	type key struct {
		root  string
		alike alike
	}
	in := map[key]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		b := s.buckets[id]
		if b.what.scope != "incident" {
			continue
		}
		roots := map[string]bool{b.root: true}
		for _, a := range b.answers {
			if a.place.point() {
				roots[s.places.root(a.place.key)] = true
			}
		}
		for _, a := range b.answers {
			for r := range roots {
				k := key{r, a.alike()}
				if other, ok := in[k]; ok && other != b {
					in[k] = nil
				} else {
					in[k] = b
				}
			}
		}
	}
	for _, a := range answers {
		if !a.place.point() || a.from != "" || a.given.Low == nil || *a.given.Low < telling || a.given.Op == "vague" {
			continue
		}
		if b := in[key{s.places.root(a.place.key), a.alike()}]; b != nil {
			b.add(a, riwaya.WhyFigure)
		}
	}
}

// dayAfter moves figures to the day before where most reports have the very same one at the
// same place: what was said on the day after is easily read as having happened then.
func (s *sorting) dayAfter() {
	days := map[string][]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		if b := s.buckets[id]; b.incident == nil && b.what.scope == "incident" {
			k := b.root + " " + b.what.id()
			days[k] = append(days[k], b)
		}
	}
	for _, k := range sortedKeys(days) {
		for _, late := range days[k] {
			for _, b := range days[k] {
				if nextDay(b.to) != late.from || len(b.answers) < len(late.answers) {
					continue
				}
				figures := map[alike]bool{}
				for _, a := range b.answers {
					figures[a.alike()] = true
				}
				kept := late.answers[:0:0]
				for _, a := range late.answers {
					if figures[a.alike()] && a.given.Low != nil && *a.given.Low >= telling && !vague(a.answer) {
						b.add(a.answer, riwaya.WhyFigure)
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
			if a.place.point() {
				count[s.places.root(a.place.key)] += wider
			} else if a.place.key != "" {
				count[s.places.root(a.place.key)]++
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
	for _, id := range sortedKeys(s.buckets) {
		c := s.buckets[id]
		if c.what.group != "civilians" || c.what.scope != "incident" || c.what.part {
			continue
		}
		w := c.what
		w.group = "people"
		var people *bucket
		for _, other := range sortedKeys(s.buckets) {
			if p := s.buckets[other]; p.what == w && p.incident == c.incident && (c.incident != nil || p.root == c.root && p.from <= c.to && c.from <= p.to) {
				people = p
				break
			}
		}
		if people == nil {
			continue
		}
		has := map[string]bool{}
		for _, a := range people.answers {
			has[a.report.article] = true
		}
		kept := c.answers[:0:0]
		for _, a := range c.answers {
			if has[a.report.article] {
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

// plural drops what a report gives twice by one teller with bounds that exclude each other:
// it tells of several happenings, or of parts. What another outlet gives as well stays.
func (s *sorting) plural() {
	for id, b := range s.buckets {
		type key struct{ article, teller string }
		by := map[key][]joinedAnswer{}
		for _, a := range b.answers {
			by[key{a.report.article, a.teller.Key}] = append(by[key{a.report.article, a.teller.Key}], a)
		}
		drop := map[*answer]bool{}
		for _, all := range by {
			for i := range all {
				for j := range all {
					if i != j && !all[i].counts.overlaps(all[j].counts) && !b.given(all[i].answer) {
						drop[all[i].answer] = true
					}
				}
			}
		}
		if len(drop) == 0 {
			continue
		}
		kept := b.answers[:0:0]
		for _, a := range b.answers {
			if !drop[a.answer] {
				kept = append(kept, a)
			}
		}
		if b.answers = kept; len(kept) == 0 {
			delete(s.buckets, id)
		}
	}
}

// given reports whether another outlet gives the same figure.
func (b *bucket) given(a *answer) bool {
	for _, o := range b.answers {
		if o.report.outlet != a.report.outlet && o.alike() == a.alike() {
			return true
		}
	}
	return false
}
