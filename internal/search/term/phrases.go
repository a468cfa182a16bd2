package term

import "slices"

// most is how many alternatives one part of a query may have.
const most = 64

// Phrases are the sequences of terms that words of a query stand for: any of them is what
// was asked for, and a sequence of several is a phrase. The first word may have a
// preposition written in one with it; if loose, every word may have the spellings of foreign
// names. There is none if no word is in words.
func (t *Terms) Phrases(words string, loose bool) [][]string {
	var all [][]string
	for i, one := range t.Of(words) {
		of := []string{one.Text}
		if loose {
			of = t.Variants(one.Of(words))
		}
		if i == 0 {
			for _, v := range slices.Clone(of) {
				of = append(of, t.Prefixed(v)...)
			}
			for _, v := range of {
				all = append(all, []string{v})
			}
			continue
		}
		if len(all)*len(of) > most {
			of = of[:1]
		}
		longer := make([][]string, 0, len(all)*len(of))
		for _, before := range all {
			for _, v := range of {
				longer = append(longer, append(slices.Clone(before), v))
			}
		}
		all = longer
	}
	return all
}
