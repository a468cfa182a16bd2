package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/desk/mapping"
	"riwaya/internal/desk/site"
	"riwaya/internal/show/privacy"
)

// placed is a place that found articles name.
type placed struct {
	ID, Name, Precision string
	Reports             int
	Href                string
	place               mapping.Place
}

// places gathers the places that the found articles name, for map and list.
func (p *page) places(r *site.Request) error {
	ids := make([]string, len(p.Hits))
	for i := range p.Hits {
		ids[i] = p.Hits[i].Article
	}
	all, err := r.Shelf().Store.Readings(r.Context(), ids, "places", "events", "actors")
	if err != nil {
		return err
	}
	type key struct {
		name, country, precision string
		lat, lon                 float64
	}
	at := map[key]*placed{}
	for i := range all {
		rec := &all[i].Read
		gate := privacy.NewGate(rec)
		seen := map[key]bool{}
		for k := range rec.Places {
			x := &rec.Places[k]
			if x.Lat == nil || x.Lon == nil || x.Precision == "country" { // the middle of a country is nowhere
				continue
			}
			name := gate.At(x.Span)
			if x.Name != nil {
				name = *x.Name
			}
			one := key{name, stated(x.Country), x.Precision, *x.Lat, *x.Lon}
			found := at[one]
			if found == nil {
				found = &placed{Name: name, Precision: x.Precision, place: mapping.Place{Name: name, Lat: x.Lat, Lon: x.Lon, Precision: x.Precision}}
				at[one] = found
			}
			if !seen[one] {
				seen[one] = true
				found.Reports++
			}
			if written := gate.At(x.Span); !slices.Contains(found.place.Spelled, written) {
				found.place.Spelled = append(found.place.Spelled, written)
			}
			found.place.Planned = found.place.Planned || planned(rec, x.ID)
		}
	}
	for _, one := range at {
		p.Places = append(p.Places, *one)
	}
	slices.SortFunc(p.Places, func(a, b placed) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.Name, b.Name), cmp.Compare(*a.place.Lat, *b.place.Lat), cmp.Compare(*a.place.Lon, *b.place.Lon))
	})
	p.Map = mapping.New()
	for i := range p.Places {
		one := &p.Places[i]
		if r.Words.Language == "ar" && len(one.place.Spelled) > 0 {
			one.Name = one.place.Spelled[0]
		}
		one.ID = "place-" + strconv.Itoa(i+1)
		only := page{View: asList, Order: p.Order}
		f := p.Filter
		f.Place = one.place.Spelled[0]
		if q, err := f.query(); err == nil {
			one.Href = r.Link("search") + "?" + only.address(q, "")
		}
		before := len(p.Map.Features)
		p.Map.Add(mapping.Place{Name: one.Name, Spelled: append(one.place.Spelled, one.place.Name), Lat: one.place.Lat, Lon: one.place.Lon, Precision: one.place.Precision, Planned: one.place.Planned},
			false, mapping.Properties{Meta: r.Say("count.reports", one.Reports), Href: one.Href, ID: one.ID})
		if len(p.Map.Features) > before {
			f := &p.Map.Features[before]
			one.Precision = f.Properties.Precision
			f.Properties.Where = r.Words.Word("precision", one.Precision)
		}
	}
	return nil
}

// moves are the types of events in which people go somewhere, or are brought.
var moves = []string{"DISPLACE", "AID"}

// planned reports whether people are to go to a place, or from there.
func planned(rec *riwaya.Record, place string) bool {
	return slices.ContainsFunc(rec.Events, func(e riwaya.Event) bool {
		return e.Place != nil && *e.Place == place && e.Status != "happened" && slices.Contains(moves, e.Type)
	})
}

func stated(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
