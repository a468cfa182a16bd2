package reuse

import (
	"math"
	"math/bits"
	"slices"

	"riwaya/internal/reuse/passage"
)

const (
	// fewest is how many prints a candidate shares at least. A run of least words has two.
	fewest = 2
	// least is how many equal words a passage has at least, where nobody else has it, and
	// again where one outlet has it twice: pages of one outlet have sentences in common that
	// nobody else ever prints.
	least, again = 14, 20
	// near is how many words may lie between two prints that count as one place.
	near = 2 * passage.Gap
	// little is how many prints two reports share at most, about fifty words, for that to be
	// formulas only.
	little = 20
	// far is how many days lie between what one event makes and what returns without it.
	far = 2
	// spoken is how much less a word counts in a quotation: a verse, a proverb, what was said before
	// many is in reports that have nothing from one another.
	spoken = 0.6
	// form is how many numbers stand in the place of others, and apart how many equal words there are to
	// one at most, in a form that is filled in anew: a day at the exchange, a hospital's month.
	form, apart = 3, 15
	// filledIn is what a word of such a form counts.
	filledIn = 0.25
	// kin is how many prints, all of them rare, two reports share beside a place for it to be no
	// chance that they share it.
	kin = 3.0
)

// commonness says of the prints of a newcomer how many reports share the place they stand in, and
// hardly anything else, with it. A report that has another's text has much of it; what many have that have
// nothing else alike is a formula, a title, a verse, a sentence that a page always ends with.
// Reports full of such sentences share several of them, so it is counted twice: at first whoever shares
// one place only, then also whoever shares nothing beside a place that is not common itself. What
// returns on other days as the lesser part of other reports is a form that is filled in: a cable of
// congratulation, the close of an exchange, a forecast.
type commonness struct {
	others []int32  // by print
	days   []uint64 // by print: far days on which reports have it of which it is the lesser part, a bit for each
	alone  []bool   // by candidate, in order, and of each by print
	starts []int    // of each candidate's in alone
	more   []bool   // by print: whether more have it than are looked at
	falls  []float32
}

func commonnessOf(n *newcomer, all []candidate, more []bool) commonness {
	first := make([]int32, len(n.prints))
	total := 0
	unique := 0
	for i := range n.prints {
		if int(n.prints[i].First) == i {
			unique++
		}
	}
	for i := range all {
		c := &all[i]
		total += len(c.prints)
		c.lesser = 2*len(c.prints) < min(unique, c.words*2/(passage.Window+1))
		if len(c.prints) > little || !c.lesser {
			continue
		}
		for _, p := range c.prints {
			first[p]++
		}
	}
	weight := make([]float64, len(n.prints))
	for i := range weight {
		weight[i] = 1 / float64(1+max(0, first[i]-1))
	}
	m := commonness{others: make([]int32, len(n.prints)), days: make([]uint64, len(n.prints)), alone: make([]bool, 0, total), starts: make([]int, 0, len(all)), more: more}
	for i := range all {
		c := &all[i]
		m.starts = append(m.starts, len(m.alone))
		if !c.close() && c.lesser {
			for _, p := range c.prints {
				m.days[p] |= 1 << (uint(c.days) & 63)
			}
		}
		sum := 0.0
		for _, p := range c.prints {
			sum += weight[p]
		}
		from, to, here := 0, 0, 0.0
		for _, p := range c.prints {
			at := n.prints[p].At
			for to < len(c.prints) && n.prints[c.prints[to]].At <= at+near {
				here += weight[c.prints[to]]
				to++
			}
			for n.prints[c.prints[from]].At < at-near {
				here -= weight[c.prints[from]]
				from++
			}
			alone := sum-here < kin && c.lesser
			m.alone = append(m.alone, alone)
			if alone {
				m.others[p]++
			}
		}
	}
	m.falls = make([]float32, held+1)
	for i := range m.falls {
		m.falls[i] = float32(math.Log2(1+float64(i)) / 2)
	}
	return m
}

// close reports whether a candidate is of about the newcomer's day.
func (c *candidate) close() bool { return c.days < far && c.days > -far }

// value is what a word under print p counts as evidence that candidate i, whose j-th print it is, has it from
// the same text: 1 for what no other report has, down. returns says whether it counts that it returns on other days.
func (m *commonness) value(p int32, i, j int, returns bool) float32 {
	others := m.others[p]
	if m.alone[m.starts[i]+j] {
		others--
	}
	v := 1 / (1 + m.falls[others])
	if returns {
		v /= 1 + float32(bits.OnesCount64(m.days[p]))/2
	}
	return v
}

// atMost is no less than the evidence that a candidate can be: each print that it shares stands for
// its own words and those up to the next, the first also for those before.
func (m *commonness) atMost(c candidate, i int) float32 {
	sum, most := float32(0), float32(0)
	for j, p := range c.prints {
		v := m.value(p, i, j, !c.close())
		sum, most = sum+v, max(most, v)
	}
	return (passage.Shingle+passage.Window-1)*sum + (passage.Shingle+passage.Window)*most
}

// worth is what each print of a newcomer counts, as of value. What the candidate does not share counts
// nothing, and what more have than are looked at is as common as it can be.
func (m *commonness) worth(n *newcomer, c candidate, i int, returns bool, into []float32) []float32 {
	into = into[:0]
	j := 0
	for p := range n.prints {
		switch f := int(n.prints[p].First); {
		case f < p: // the same words once more
			into = append(into, into[f])
		case j < len(c.prints) && int(c.prints[j]) == p:
			into = append(into, m.value(c.prints[j], i, j, returns))
			j++
		case m.more[p]:
			into = append(into, 1/(1+m.falls[m.others[p]]))
		default:
			into = append(into, 0)
		}
	}
	return into
}

// evidence is the number of equal words of a passage, each as much as the print is worth that
// it stands in: one that lies in the passage whole, else it would speak of what stands around it. In
// a quotation it is less by less, 0 to 1.
func evidence(p passage.Passage, n *newcomer, worth []float32, less float32) float32 {
	prints := n.prints
	sum, at, last := float32(0), p.A[0], float32(0)
	from, _ := slices.BinarySearchFunc(prints, p.A[0], func(t passage.Print, at int) int { return int(t.At) - at })
	for i := from; i < len(prints) && int(prints[i].At)+passage.Shingle <= p.A[1]; i++ {
		if worth[i] == 0 {
			continue
		}
		last = worth[i]
		end := int(prints[i].At) + passage.Shingle
		sum += last * float32(end-at)
		at = end
	}
	sum += last * float32(p.A[1]-at)
	words := float32(p.A[1] - p.A[0])
	said := float32(quoted(n.Quoted, p.A)) / words
	sum *= float32(p.Words) / words * (1 - said*less)
	if p.Numbers >= form && p.Words <= apart*p.Numbers {
		sum *= filledIn
	}
	return sum
}
