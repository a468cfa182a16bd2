package answer

import "riwaya"

// Place is where something is counted, as one record has it.
type Place struct {
	riwaya.QuestionPlace
	Key string // "" where nothing is known; records that spell it alike have the same
}

// Sort is what a precision says a place is: a town and the province of its name are two.
func Sort(precision string) string {
	switch precision {
	case "populated place", "near", "facility":
		return "point"
	}
	return precision
}

// Point reports whether the place is so narrow that what happens there on one day is likely
// one happening.
func (p *Place) Point() bool { return p.Key != "" && Sort(p.Precision) == "point" }

func (w *Words) place(p *riwaya.Place) Place {
	if p == nil {
		return Place{}
	}
	q := Place{QuestionPlace: riwaya.QuestionPlace{Name: p.Text, Country: p.Country, Lat: p.Lat, Lon: p.Lon, Precision: p.Precision, Spelled: []string{p.Text}}}
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
		q.Key = Sort(p.Precision) + " " + country + " " + Fold(*p.Name)
	default:
		q.Key = "unlisted " + Sort(p.Precision) + " " + country + " " + Fold(p.Text)
	}
	return q
}
