// Package mapping makes of places what a map may show. It knows where a map would help who wants to
// hurt people: camps, hospitals, shelters, other single facilities, and where people are about to
// go. Of such it shows the district at most, unless who looks asks for more.
package mapping

import (
	"bufio"
	_ "embed"
	"math"
	"strings"
	"sync"
	"unicode"

	"riwaya"
)

// Collection is what map.js takes: GeoJSON (RFC 7946).
type Collection struct {
	Type     string    `json:"type"`
	Features []Feature `json:"features"`
}

// Feature is one place.
type Feature struct {
	Type       string     `json:"type"`
	Geometry   Point      `json:"geometry"`
	Properties Properties `json:"properties"`
}

// Point is where, WGS 84 in degrees, longitude first.
type Point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// Properties are what a map says of a place.
type Properties struct {
	Name      string `json:"name"`
	Precision string `json:"precision"` // as of the record; see [Sheltered]
	Where     string `json:"where,omitempty"`
	Meta      string `json:"meta,omitempty"`
	Href      string `json:"href,omitempty"`
	Contested bool   `json:"contested,omitempty"`
	ID        string `json:"id,omitempty"`
}

// New is a collection of nothing.
func New() *Collection { return &Collection{Type: "FeatureCollection", Features: []Feature{}} }

// district is the precision of what is shown of a sheltered place.
const district = "admin2"

// cell is the side of a field on the grid that sheltered places are moved to the middle of, in
// degrees: a district's width in most countries, some 45 km.
const cell = 0.4

// Place is a place as texts have it.
type Place struct {
	Name      string
	Spelled   []string // as reports write it
	Lat, Lon  *float64
	Precision string
	Planned   bool // people are about to go there, or from there
}

// Add adds a place, if there is a point for it. Whole shows it as exactly as it is known.
func (c *Collection) Add(p Place, whole bool, more Properties) {
	if p.Lat == nil || p.Lon == nil {
		return
	}
	lat, lon := *p.Lat, *p.Lon
	more.Name, more.Precision = p.Name, p.Precision
	if !whole && Sheltered(p) {
		lat, lon, more.Precision = middle(lat), middle(lon), district
	}
	c.Features = append(c.Features, Feature{Type: "Feature", Geometry: Point{"Point", [2]float64{lon, lat}}, Properties: more})
}

func middle(degrees float64) float64 {
	return math.Round((math.Floor(degrees/cell)+0.5)*cell*1000) / 1000
}

// Coarse are the precisions that say no more than a district anyway.
var coarse = map[string]bool{district: true, "admin1": true, "region": true, "country": true, "unknown": true}

// Sheltered reports whether a map must not show a place more exactly than its district.
func Sheltered(p Place) bool {
	if coarse[p.Precision] {
		return false
	}
	if p.Planned || p.Precision == "facility" {
		return true
	}
	for _, name := range append([]string{p.Name}, p.Spelled...) {
		for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if words()[w] {
				return true
			}
		}
	}
	return false
}

// sheltered are the words for such places, one a line.
//
//go:embed sheltered.txt
var sheltered string

var words = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	lines := bufio.NewScanner(strings.NewReader(sheltered))
	for lines.Scan() {
		if w := strings.TrimSpace(lines.Text()); w != "" && !strings.HasPrefix(w, "#") {
			out[w] = true
		}
	}
	return out
})

// Incident adds where an incident was.
func (c *Collection) Incident(in *riwaya.Incident, name string, more Properties) {
	if in.Place == nil {
		return
	}
	c.Add(Place{Name: name, Spelled: append(in.Place.Spellings, in.Place.NameAr, in.Place.Name), Lat: in.Place.Lat, Lon: in.Place.Lon, Precision: in.Place.Precision,
		Planned: moves[in.Type] && in.Status != "happened"}, false, more)
}

// moves are the types of events in which people go somewhere, or are brought.
var moves = map[string]bool{"DISPLACE": true, "AID": true}
