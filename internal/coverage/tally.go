package coverage

import (
	"cmp"
	"maps"
	"slices"
)

// Tally is what was counted. Its zero value is ready to use.
type Tally struct {
	Texts       int
	Occurrences int
	Covered     int
	unknown     map[string]int // what is not covered: the forms of verbs, the names of bodies
}

// Note adds an occurrence.
func (t *Tally) Note(form string, covered bool) { t.add(form, covered) }

func (t *Tally) add(form string, covered bool) {
	t.Occurrences++
	if covered {
		t.Covered++
		return
	}
	if t.unknown == nil {
		t.unknown = map[string]int{}
	}
	t.unknown[form]++
}

// Add adds another tally.
func (t *Tally) Add(u *Tally) {
	t.Texts += u.Texts
	t.Occurrences += u.Occurrences
	t.Covered += u.Covered
	for form, n := range u.unknown {
		if t.unknown == nil {
			t.unknown = map[string]int{}
		}
		t.unknown[form] += n
	}
}

// Share is how much is covered, false where nothing occurred.
func (t *Tally) Share() (float64, bool) {
	if t.Occurrences == 0 {
		return 0, false
	}
	return float64(t.Covered) / float64(t.Occurrences), true
}

// Form is a verb as texts write it, folded, and how often it was not covered.
type Form struct {
	Text string
	N    int
}

// Unknown are the most frequent forms that are not covered, at most so many.
func (t *Tally) Unknown(most int) []Form {
	var out []Form
	for _, f := range slices.Sorted(maps.Keys(t.unknown)) {
		out = append(out, Form{f, t.unknown[f]})
	}
	slices.SortStableFunc(out, func(a, b Form) int { return cmp.Compare(b.N, a.N) })
	return out[:min(most, len(out))]
}
