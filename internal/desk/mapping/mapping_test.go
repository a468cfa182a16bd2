package mapping

import (
	"math"
	"testing"
)

func TestSheltered(t *testing.T) {
	lat, lon := 36.37, 41.15
	for _, p := range []struct {
		Place
		want bool
	}{
		{Place{Name: "Al-Hol camp", Precision: "facility"}, true},
		{Place{Name: "Raqqa", Precision: "populated place"}, false},
		{Place{Name: "Hospital of the north", Precision: "near"}, true},
		{Place{Name: "X", Spelled: []string{"قرب مخيم الرمل"}, Precision: "near"}, true},
		{Place{Name: "Aleppo camp", Precision: "admin1"}, false}, // no finer anyway
		{Place{Name: "Raqqa", Precision: "populated place", Planned: true}, true},
		{Place{Name: "Campania", Precision: "populated place"}, false},
	} {
		p.Lat, p.Lon = &lat, &lon
		c := New()
		c.Add(p.Place, false, Properties{})
		f := c.Features[0]
		moved := f.Geometry.Coordinates != [2]float64{lon, lat}
		if moved != p.want || moved && f.Properties.Precision != "admin2" {
			t.Errorf("%s: %v %s", p.Name, f.Geometry, f.Properties.Precision)
		}
		if moved && (math.Abs(f.Geometry.Coordinates[0]-lon) > cell || math.Abs(f.Geometry.Coordinates[1]-lat) > cell) {
			t.Errorf("%s: moved to %v", p.Name, f.Geometry)
		}
		whole := New()
		if whole.Add(p.Place, true, Properties{}); whole.Features[0].Geometry.Coordinates != [2]float64{lon, lat} {
			t.Errorf("%s: not as exactly as asked for", p.Name)
		}
	}
	c := New()
	if c.Add(Place{Name: "nowhere"}, false, Properties{}); len(c.Features) != 0 {
		t.Error("a place without a point is on the map")
	}
}

// TestCell holds that two camps of one field cannot be told apart.
func TestCell(t *testing.T) {
	for _, d := range []float64{-179.9, -0.1, 0, 0.39, 36.2, 36.39} {
		if m := middle(d); math.Abs(m-d) > cell/2+0.001 {
			t.Errorf("%v: %v", d, m)
		}
	}
	if middle(36.01) != middle(36.39) {
		t.Error("one field has two middles")
	}
}
