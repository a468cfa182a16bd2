package where

import (
	"riwaya"
	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
	"riwaya/internal/toponym"
)

// relate sets how a mention lies to its place, by the words before it.
func (s *search) relate(i int) {
	h := &s.hits[i]
	p := h.Head - 1
	if p < 0 || s.k[p].Kind != lang.WordKind {
		return
	}
	if i > 0 && h.Feat&lang.Conjunction != 0 && s.hits[i-1].To == h.Head {
		h.near = s.hits[i-1].near
		return
	}
	switch k := &s.k[p]; {
	case k.In(s.f.near), k.In(s.f.direction) && h.Form != toponym.ByDirection && h.Form != toponym.ByHome:
		h.near = nearby
	case k.In(s.f.toward):
		h.near = toward
	case k.In(s.f.between):
		h.near = between
	default:
		for back := 1; back <= 2 && p-back >= 0; back++ {
			if e, _ := s.t.PhraseAt(p-back, s.f.near); e == h.Head {
				h.near = nearby
			}
		}
	}
}

// Precisions of a place.
const (
	facility  = "facility"
	populated = "populated place"
	near      = "near"
	admin2    = "admin2"
	admin1    = "admin1"
	whole     = "country"
	region    = "region"
)

// emit writes the places to the record.
func (s *search) emit(rec *riwaya.Record) {
	n := 0
	for i := range s.hits {
		h := &s.hits[i]
		if h.Use == toponym.Place && !inBody(&rec.Article, h.Start) {
			h.Use = toponym.Actor // page furniture, the article's own tags
		}
		if h.Use == toponym.Place {
			n++
		}
	}
	if n == 0 {
		return
	}
	rec.Places = make([]riwaya.Place, 0, n)
	spans := make(riwaya.Spans, 0, n)
	for i := range s.hits {
		h := &s.hits[i]
		if h.Use != toponym.Place {
			continue
		}
		span := riwaya.Span{Start: h.Start, End: h.End}
		spans = append(spans, span)
		p := riwaya.Place{ID: riwaya.FindingID(rec.Article.ID, 'p', span, 0), Span: spans[len(spans)-1 : len(spans) : len(spans)], Text: span.Of(s.t.Source),
			Relation: relations[h.near], Precision: populated, Confidence: s.f.sure[h.Form],
			Rule: s.f.rules[h.Form]}
		if h.country >= 0 {
			p.Country = &s.f.countries[h.country].code
		}
		s.describe(h, &p)
		rec.Places = append(rec.Places, p)
	}
}

// inBody is whether a byte of the text belongs to what is read of the article.
func inBody(a *riwaya.Article, at int) bool {
	for _, b := range a.Body {
		if at >= b.Start && at < b.End {
			return true
		}
	}
	return len(a.Body) == 0
}

// describe fills what the row of a mention says: name, divisions, point, precision.
func (s *search) describe(h *hit, p *riwaya.Place) {
	switch h.Form {
	case toponym.ByCountry, toponym.ByLand, toponym.ByBorder:
		if h.country < 0 {
			return
		}
		p.Precision = whole
		if n := &s.f.countries[h.country]; n.name != "" && h.Form != toponym.ByBorder {
			p.Name = &n.name
		}
		return
	case toponym.ByDirection, toponym.ByHome:
		p.Precision = region
		return
	}
	if h.Form == toponym.ByFacility {
		p.Precision = facility
	}
	if h.row < 0 {
		return
	}
	r := h.Table.Row(h.row)
	if !h.Inner {
		p.Name = &r.Name
		if r.GeoNames != 0 {
			id := int(r.GeoNames)
			p.GeoNames = &id
		}
		p.Precision = precision(r.Kind)
	}
	if r.PCode == "" && !h.Inner {
		s.complete(h, &r)
	}
	if r.Admin1 != "" && !h.vague {
		p.Admin1 = &r.Admin1
	}
	if r.Admin2 != "" && !h.vague {
		p.Admin2 = &r.Admin2
	}
	if r.PCode != "" && !h.vague && !h.Inner {
		p.PCode = &r.PCode
	}
	if r.Kind == gazetteer.Admin1 && !r.Point {
		if seat, ok := s.seat(h, &r); ok {
			r.Lat, r.Lon, r.Point = seat.Lat, seat.Lon, true
		}
	}
	if r.Point && !h.vague && !(h.Inner && r.Kind > gazetteer.Facility) {
		p.Lat, p.Lon = &r.Lat, &r.Lon
		if h.Inner || r.Near {
			p.Precision = near
		}
	}
	if h.near != in && p.Lat != nil {
		p.Precision = near
	}
}

// complete takes from the tables that were added what they say of the same division: its
// P-code and what it lies in.
func (s *search) complete(h *hit, r *gazetteer.Place) {
	const shipped = 2
	for _, t := range s.f.Tables[shipped:] {
		text := h.Table.Name(h.Lo).Text
		for i, hi := t.Named(text); i < hi; i++ {
			if q := t.Row(t.Of(i)); q.Country == r.Country && q.PCode != "" && (q.Kind == r.Kind || q.Kind == gazetteer.Admin2 && r.Kind == gazetteer.Settlement) {
				r.PCode = q.PCode
				if r.Admin1 == "" {
					r.Admin1 = q.Admin1
				}
				if r.Admin2 == "" {
					r.Admin2 = q.Admin2
				}
				return
			}
		}
	}
}

func precision(k gazetteer.Kind) string {
	switch k {
	case gazetteer.Facility:
		return facility
	case gazetteer.Admin1:
		return admin1
	case gazetteer.Admin2:
		return admin2
	case gazetteer.Region:
		return region
	case gazetteer.Country:
		return whole
	}
	return populated
}

// seat is the town that a province is called after, by which it is shown on a map.
func (s *search) seat(h *hit, r *gazetteer.Place) (gazetteer.Place, bool) {
	for n := h.Lo; n < h.Hi; n++ {
		row := h.Table.Of(n)
		if h.Table.KindOf(row) == gazetteer.Settlement && h.Table.Country(row) == r.Country {
			if q := h.Table.Row(row); q.Seat && q.Point {
				return q, true
			}
		}
	}
	return gazetteer.Place{}, false
}
