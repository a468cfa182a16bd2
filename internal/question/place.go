package question

import (
	"strconv"

	"riwaya/internal/question/answer"
)

// gathered finds which keys of places are one place: those with the same number in GeoNames,
// and those of one sort and country at the same point.
type gathered map[string]string

func (g gathered) root(key string) string {
	for {
		to, ok := g[key]
		if !ok || to == key {
			return key
		}
		key = to
	}
}

// join makes one of two keys; the first in the order of letters stands for both.
func (g gathered) join(a, b string) {
	if a, b = g.root(a), g.root(b); a < b {
		g[b] = a
	} else if b < a {
		g[a] = b
	}
}

// gather looks through the places of all answers.
func gather(answers []*answer.Answer) gathered {
	g, seen := gathered{}, map[string]string{}
	note := func(mark, key string) {
		if first, ok := seen[mark]; ok {
			g.join(first, key)
		} else {
			seen[mark] = key
		}
	}
	for _, a := range answers {
		p := &a.Place
		if p.Key == "" {
			continue
		}
		if p.GeoNames != nil {
			note("n"+strconv.Itoa(*p.GeoNames)+answer.Sort(p.Precision), p.Key)
		}
		if p.Lat != nil && p.Lon != nil && p.Country != nil && p.Precision != "near" && p.Precision != "region" {
			const apart = 2 // decimals of a degree: about a kilometre
			note(*p.Country+answer.Sort(p.Precision)+strconv.FormatFloat(*p.Lat, 'f', apart, 64)+" "+strconv.FormatFloat(*p.Lon, 'f', apart, 64), p.Key)
		}
	}
	return g
}
