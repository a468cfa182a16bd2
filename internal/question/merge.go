package question

import (
	"slices"
	"strings"

	"riwaya/internal/question/answer"
)

// oneQuestion joins what two incidents count at one place: where a day is the same and so is a
// figure, or days can be the same and a telling figure is. Whether the incidents are one is not for
// a question to say; how many were killed there that day is. A report that tells of both knows
// better, and they stay two.
func (s *sorting) oneQuestion() {
	at := map[string][]*bucket{}
	for _, id := range sortedKeys(s.buckets) {
		if b := s.buckets[id]; b.incident != nil && b.from != "" && b.pointed() {
			k := b.root + " " + b.what.ID()
			at[k] = append(at[k], b)
		}
	}
	for _, k := range sortedKeys(at) {
		all := at[k]
		slices.SortStableFunc(all, func(a, b *bucket) int { return strings.Compare(a.from, b.from) })
		for i := range all {
			for j := i + 1; j < len(all) && all[j].from <= all[i].to; j++ {
				big, small := all[i], all[j]
				if big == small || !big.sameDay(small) || big.tells(small) {
					continue
				}
				if len(small.answers) > len(big.answers) {
					big, small = small, big
				}
				big.answers = append(big.answers, small.answers...)
				delete(s.buckets, small.id)
				all[i], all[j] = big, big
			}
		}
	}
}

// pointed reports whether an answer has the bucket's place as a point.
func (b *bucket) pointed() bool {
	return b.root != "" && slices.ContainsFunc(b.answers, func(a joinedAnswer) bool { return a.Place.Point() && b.places.root(a.Place.Key) == b.root })
}

// tells reports whether a teller of a report has answers in both and none of them twice: to it
// they are two happenings. What two tellers say of one is in both as well.
func (b *bucket) tells(o *bucket) bool {
	both, twice := map[string]bool{}, map[string]bool{}
	for _, x := range b.answers {
		for _, y := range o.answers {
			if x.Report == y.Report && x.Teller.Key == y.Teller.Key {
				k := x.Report.Article + " " + x.Teller.Key
				both[k], twice[k] = true, twice[k] || x.Alike() == y.Alike()
			}
		}
	}
	for k := range both {
		if !twice[k] {
			return true
		}
	}
	return false
}

// sameDay reports whether two buckets have the same day and a figure in common; where a day is
// not sure, one that tells happenings apart.
func (b *bucket) sameDay(o *bucket) bool {
	if b.to == "" || o.to == "" || b.from > o.to || o.from > b.to {
		return false
	}
	sure := b.from == b.to && o.from == o.to
	figures := map[answer.Alike]bool{}
	for _, a := range o.answers {
		figures[a.Alike()] = true
	}
	return slices.ContainsFunc(b.answers, func(a joinedAnswer) bool {
		return figures[a.Alike()] && (sure || a.Given.Low != nil && *a.Given.Low >= telling && !vague(a.Answer))
	})
}
