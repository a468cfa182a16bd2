package sources

import (
	"cmp"
	"slices"

	"riwaya/internal/ledger"
)

// chatOf joins what the captures of a chat have.
func chatOf(name string, covered []ledger.Coverage) chat {
	var runs [][2]int64
	for _, c := range covered {
		runs = append(runs, c.Runs...)
	}
	slices.SortFunc(runs, func(a, b [2]int64) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	c := chat{Name: name}
	for i, r := range runs {
		switch {
		case i == 0:
			c.First, c.Last, c.Messages = r[0], r[1], r[1]-r[0]+1
			continue
		case r[0] > c.Last+1:
			c.Missing = append(c.Missing, [2]int64{c.Last + 1, r[0] - 1})
		}
		if from := max(r[0], c.Last+1); r[1] >= from {
			c.Messages += r[1] - from + 1
			c.Last = r[1]
		}
	}
	return c
}

func sortChats(all []chat) {
	slices.SortFunc(all, func(a, b chat) int { return cmp.Compare(a.Name, b.Name) })
}
