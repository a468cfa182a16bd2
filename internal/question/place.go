package question

import (
	"strconv"

	"riwaya"
)

// place is where something is counted, as one record has it.
type place struct {
	riwaya.QuestionPlace
	key string // "" where nothing is known; records that spell it alike have the same
}

// The precisions of places by what they are: a town and the province of its name are two.
func sort(precision string) string {
	switch precision {
	case "populated place", "near", "facility":
		return "point"
	}
	return precision
}

// point reports whether the place is so narrow that what happens there on one day is likely
// one happening.
func (p *place) point() bool { return p.key != "" && sort(p.Precision) == "point" }

func (w *words) place(p *riwaya.Place) place {
	if p == nil {
		return place{}
	}
	q := place{QuestionPlace: riwaya.QuestionPlace{Name: p.Text, Country: p.Country, Lat: p.Lat, Lon: p.Lon, Precision: p.Precision, Spelled: []string{p.Text}}}
	if p.GeoNames != nil && *p.GeoNames > 0 {
		q.GeoNames = p.GeoNames
	}
	country := ""
	if p.Country != nil {
		country = *p.Country
	}
	switch {
	case p.Name != nil && *p.Name != "":
		q.Name = *p.Name
		q.key = sort(p.Precision) + " " + country + " " + fold(*p.Name)
	default:
		q.key = "unlisted " + sort(p.Precision) + " " + country + " " + fold(p.Text)
	}
	return q
}

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
func gather(answers []*answer) gathered {
	g, seen := gathered{}, map[string]string{}
	note := func(mark, key string) {
		if first, ok := seen[mark]; ok {
			g.join(first, key)
		} else {
			seen[mark] = key
		}
	}
	for _, a := range answers {
		p := &a.place
		if p.key == "" {
			continue
		}
		if p.GeoNames != nil {
			note("n"+strconv.Itoa(*p.GeoNames)+sort(p.Precision), p.key)
		}
		if p.Lat != nil && p.Lon != nil && p.Country != nil && p.Precision != "near" && p.Precision != "region" {
			const apart = 2 // decimals of a degree: about a kilometre
			note(*p.Country+sort(p.Precision)+strconv.FormatFloat(*p.Lat, 'f', apart, 64)+" "+strconv.FormatFloat(*p.Lon, 'f', apart, 64), p.key)
		}
	}
	return g
}
