package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Place is a hand-written place of shared/places.txt.
type Place struct {
	Kind    string // settlement, quarter, facility, admin1, admin2, region
	Country string // ISO 3166-1 alpha-2, upper case; empty where it is in several or none
	Admin1  string // in English, or empty
	Name    string // in English
	Names   []string
	At      uint32  // the GeoNames number of the row that its coordinates come from, 0 for none
	Near    bool    // that row is what it lies in or beside
	Km      float64 // how far from that row it lies
	Bearing float64 // in which direction, degrees from north by east
	Line    Position
}

// PlaceKinds are the kinds of a hand-written place.
var PlaceKinds = []string{"settlement", "quarter", "facility", "admin1", "admin2", "region"}

// bearings are the sixteen points of the compass, each 22.5 degrees from the last.
var bearings = []string{"N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"}

// placeLine reads a line of shared/places.txt.
func (l *Lexicon) placeLine(at Position, s string) error {
	key, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	if key == "place" {
		k, name := keys(rest, 3)
		if len(k) < 3 || name == "" {
			return errors.New("want place KIND COUNTRY ADMIN1 English name")
		}
		if err := oneOf("kind", k[0], PlaceKinds); err != nil {
			return err
		}
		p := Place{Kind: k[0], Country: k[1], Admin1: strings.ReplaceAll(k[2], "_", " "), Name: name, Line: at}
		if p.Country == "-" {
			p.Country = ""
		} else if len(p.Country) != 2 || strings.ToUpper(p.Country) != p.Country {
			return fmt.Errorf("want a country's code in capitals, or -, not %q", p.Country)
		}
		if p.Admin1 == "-" {
			p.Admin1 = ""
		}
		l.Places = append(l.Places, p)
		return nil
	}
	if len(l.Places) == 0 {
		return errors.New("a line before the first place")
	}
	p := &l.Places[len(l.Places)-1]
	switch key {
	case "ar":
		p.Names = append(p.Names, rest)
	case "at":
		return p.source(rest)
	default:
		return fmt.Errorf("want place, ar or at, not %q", key)
	}
	return nil
}

// source reads where coordinates come from: "geonames N", "near N", "12 km NE of N". What
// stands behind the number is for the reader.
func (p *Place) source(s string) error {
	form := errors.New("want at geonames N, at near N, or at KM km BEARING of N")
	f := strings.Fields(s)
	if len(f) >= 5 && f[1] == "km" && f[3] == "of" {
		km, err := strconv.ParseFloat(f[0], 64)
		if p.Bearing = 22.5 * float64(slices.Index(bearings, f[2])); p.Bearing < 0 {
			var e error
			p.Bearing, e = strconv.ParseFloat(f[2], 64)
			err = errors.Join(err, e)
		}
		if err != nil || !(p.Bearing >= 0 && p.Bearing < 360 && km > 0 && km <= 200) {
			return form
		}
		p.Km = km
		f = f[3:]
	} else if len(f) < 2 || f[0] != "geonames" && f[0] != "near" {
		return form
	}
	p.Near = f[0] == "near"
	n, err := strconv.ParseUint(f[1], 10, 32)
	if err != nil {
		return form
	}
	p.At = uint32(n)
	return nil
}
