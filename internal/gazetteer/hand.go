package gazetteer

import (
	"fmt"
	"math"

	"riwaya/lexicon"
)

// ByHand makes a table of the places that the lexicon lists. Their coordinates are those
// of rows of the table made from packages, or lie in a stated direction from one.
func ByHand(lx *lexicon.Lexicon, made *Table, spell func(string) (string, bool)) (*Table, error) {
	entries := make([]Entry, 0, 2*len(lx.Places))
	copied := map[int]int{}                            // rows of made -> their entries
	spellings := make([]Spelling, 0, 4*len(lx.Places)) // of all, in one piece
	for i := range lx.Places {
		p := &lx.Places[i]
		e := Entry{Place: Place{Name: p.Name, Country: p.Country, Admin1: p.Admin1, Kind: kindOf(p.Kind)}}
		if p.At != 0 {
			at, ok := made.ByGeoNames(p.At)
			if !ok {
				return nil, fmt.Errorf("%s: no place %d in the table made from packages", p.Line, p.At)
			}
			e.Lat, e.Lon, e.Point, e.Near = at.Lat, at.Lon, true, p.Near || p.Km > 0
			e.Population, e.Seat = at.Population, at.Seat
			if p.Km > 0 {
				e.Lat, e.Lon = move(at.Lat, at.Lon, p.Km, p.Bearing)
			} else if !p.Near {
				e.GeoNames = at.GeoNames
			}
			if e.Admin1 == "" {
				e.Admin1 = at.Admin1
			}
		}
		e.Population = max(e.Population, KnownByHand)
		first := len(spellings)
		for _, n := range p.Names {
			text, article := spell(n)
			spellings = append(spellings, Spelling{Text: text, Article: article})
		}
		e.Names = spellings[first:len(spellings):len(spellings)]
		entries = append(entries, e)
		for _, n := range e.Names {
			entries = namesakes(entries, copied, made, &e, n)
		}
	}
	return Open(Build(entries))
}

// KnownByHand is what a place counts as that somebody thought worth a line.
const KnownByHand = 20_000

func kindOf(name string) Kind {
	for i, k := range Kinds {
		if k == name {
			return Kind(i)
		}
	}
	return Settlement
}

// move is the point that lies km kilometres from another, in a bearing of degrees from
// north by east, on a sphere.
func move(lat, lon, km, bearing float64) (float64, float64) {
	const radius, degree = 6371, math.Pi / 180
	d, b, y := km/radius, bearing*degree, lat*degree
	y2 := math.Asin(math.Sin(y)*math.Cos(d) + math.Cos(y)*math.Sin(d)*math.Cos(b))
	x2 := lon*degree + math.Atan2(math.Sin(b)*math.Sin(d)*math.Cos(y), math.Cos(d)-math.Sin(y)*math.Sin(y2))
	round := func(v float64) float64 { return math.Round(v/degree*1e3) / 1e3 }
	return round(y2), round(x2)
}

// namesakes adds the rows of made that share a name with a hand-written place and are not
// that place: other countries have one too, or a province is called after it.
func namesakes(entries []Entry, copied map[int]int, made *Table, e *Entry, n Spelling) []Entry {
	lo, hi := made.Named(n.Text)
	for i := lo; i < hi; i++ {
		row := made.Of(i)
		p := made.Row(row)
		province := p.Kind == Admin1 && e.Kind != Admin1
		if made.Minor(i) || made.Article(i) != n.Article || p.Kind == Country || e.Country == "" || p.Country == e.Country && !province {
			continue
		}
		at, ok := copied[row]
		if !ok {
			at = len(entries)
			copied[row] = at
			entries = append(entries, Entry{Place: p})
		}
		entries[at].Names = append(entries[at].Names, n)
	}
	return entries
}
