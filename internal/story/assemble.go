package story

import (
	"cmp"
	"slices"

	"riwaya"
)

// Assemble makes a story of what Add said of its reports, in the order in which they came in.
// aliases are the IDs of the stories that joined it.
func Assemble(id string, aliases []string, reports []riwaya.StoryReport) riwaya.Story {
	s := riwaya.Story{ID: id, Aliases: slices.Clone(aliases), Reports: slices.Clone(reports), About: about(reports)}
	for i := range reports {
		r := &reports[i]
		if r.Outlet != "" {
			s.Outlets = append(s.Outlets, r.Outlet)
		}
		if r.Day != "" {
			if s.First == "" || r.Day < s.First {
				s.First = r.Day
			}
			s.Last = max(s.Last, r.Day)
		}
	}
	slices.Sort(s.Outlets)
	s.Outlets = slices.Compact(s.Outlets)
	return s
}

// about is what most reports have in common: the marks that at least a third of them, and two,
// are told by.
func about(reports []riwaya.StoryReport) []riwaya.Mark {
	type tally struct {
		riwaya.Mark
		n, rank int // rank: the places it has in the lists of marks, added up
	}
	at := map[riwaya.Mark]int{}
	var all []tally
	for i := range reports {
		for rank, m := range reports[i].Marks {
			k, ok := at[m]
			if !ok {
				k = len(all)
				at[m] = k
				all = append(all, tally{Mark: m})
			}
			all[k].n++
			all[k].rank += rank
		}
	}
	all = slices.DeleteFunc(all, func(t tally) bool { return t.n < 2 || 3*t.n < len(reports) })
	slices.SortStableFunc(all, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.rank, b.rank), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value))
	})
	var out []riwaya.Mark
	for _, t := range all[:min(len(all), shownMarks)] {
		out = append(out, t.Mark)
	}
	return out
}
