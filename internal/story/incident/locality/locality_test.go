package locality

import (
	"testing"

	"riwaya"
)

func at(precision, country, admin1 string, lat, lon float64) *riwaya.Place {
	p := &riwaya.Place{Precision: precision}
	if country != "" {
		p.Country = &country
	}
	if admin1 != "" {
		p.Admin1 = &admin1
	}
	if lat != 0 {
		p.Lat, p.Lon = &lat, &lon
	}
	return p
}

func TestLie(t *testing.T) {
	town, suburb, far := at("populated place", "XA", "North", 36.9, 38.4), at("facility", "XA", "North", 36.97, 38.4), at("populated place", "XA", "North", 37.9, 38.4)
	for _, test := range []struct {
		name string
		a, b *riwaya.Place
		key  string // of b; that of a is "a"
		want Relation
	}{
		{"the same by name", town, far, "a", Same},
		{"two kilometres", town, at("populated place", "XA", "North", 36.91, 38.4), "b", Same},
		{"a quarter", town, suburb, "b", Near},
		{"twenty kilometres", town, at("populated place", "XA", "North", 37.08, 38.4), "b", Apart},
		{"twenty kilometres, near it", town, at("near", "XA", "North", 37.08, 38.4), "b", Near},
		{"another town", town, far, "b", Apart},
		{"no coordinates", town, at("populated place", "XA", "North", 0, 0), "b", Apart},
		{"its country", town, at("country", "XA", "", 0, 0), "b", Inside},
		{"another country", town, at("country", "XB", "", 0, 0), "b", Apart},
		{"its province", town, at("admin1", "XA", "North", 0, 0), "b", Inside},
		{"another province", town, at("admin1", "XA", "South", 0, 0), "b", Apart},
		{"a region somewhere", town, at("region", "XA", "", 0, 0), "b", Unclear},
		{"nothing", town, nil, "", Unclear},
	} {
		if got := Lie(test.a, test.b, "a", test.key); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
		if got := Lie(test.b, test.a, test.key, "a"); got != test.want {
			t.Errorf("%s, the other way round: %d, want %d", test.name, got, test.want)
		}
	}
}
