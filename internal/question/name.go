package question

import (
	"cmp"
	"slices"
	"strings"
)

// oneName joins, within one question, tellers of the same kind whom texts call by a longer
// and a shorter name: the shorter begins the longer (a ministry, the ministry of that country),
// or is a person's name that stands in it behind titles. A name of one word joins nobody.
func (s *Set) oneName(answers []joinedAnswer) {
	const mark = "name "
	type named struct{ key, words, kind string }
	var all []named
	for _, a := range answers {
		n := named{a.Teller.Key, strings.TrimPrefix(a.Teller.Key, mark), a.Teller.Kind}
		if a.Teller.Named && strings.HasPrefix(a.Teller.Key, mark) && strings.Contains(n.words, " ") && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b named) int { return cmp.Or(len(a.words)-len(b.words), strings.Compare(a.words, b.words)) })
	to := map[string]string{}
	for i, long := range all {
		for _, short := range all[:i] {
			if short.kind != long.kind {
				continue
			}
			first, _, _ := strings.Cut(short.words, " ")
			if strings.HasPrefix(long.words, short.words+" ") || short.kind == "person" && !s.words.Office(first) && strings.Contains(" "+long.words+" ", " "+short.words+" ") {
				to[long.key] = short.key
				if up, ok := to[short.key]; ok {
					to[long.key] = up
				}
				break
			}
		}
	}
	for i := range answers {
		if key, ok := to[answers[i].Teller.Key]; ok {
			answers[i].Teller.Key = key
		}
	}
}
