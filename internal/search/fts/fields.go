package fts

import (
	"fmt"
	"math"
	"strings"

	"riwaya/internal/search/query"
)

// termsOf are the terms of a field's value.
func (c *compiler) termsOf(value string) (string, error) {
	t := strings.TrimSuffix(string(c.terms.Append(nil, value)), " ")
	if t == "" {
		return "", fmt.Errorf("query: nothing to look for in %q", value)
	}
	return t, nil
}

func (c *compiler) field(n query.Field) (condition, error) {
	if n.Name == "lang" {
		return condition{"a.language = ?", []any{n.Value}}, nil
	}
	terms, err := c.termsOf(n.Value)
	if err != nil {
		return condition{}, err
	}
	switch {
	case n.Name == "place" && n.Exact:
		return condition{`a.id IN (SELECT t.article FROM search_place_name n JOIN search_at t ON t.place = n.place WHERE n.terms = ?)`, []any{terms}}, nil
	case n.Name == "place":
		return condition{within, []any{terms, terms, terms}}, nil
	case n.Exact || n.Name == "class" || n.Name == "event": // those two have a set of values
		return condition{`a.id IN (SELECT h.article FROM search_name n JOIN search_has h ON h.name = n.id WHERE n.kind = ? AND n.terms = ?)`, []any{n.Name, terms}}, nil
	}
	return condition{`a.id IN (SELECT h.article FROM search_name_text f JOIN search_name n ON n.id = f.rowid JOIN search_has h ON h.name = n.id
  WHERE f.terms MATCH ? AND n.kind = ?)`, []any{`"` + terms + `"`, n.Name}}, nil
}

// within finds articles that name a place of that name or one that lies in it: in the
// country, the governorate or the district of that name. What a governorate is called in
// Arabic is known from the places that were read: from itself where an article names it,
// and from its seat, which has its name.
const within = `a.id IN (SELECT t.article FROM search_at t WHERE t.place IN (
  WITH named AS (SELECT p.* FROM search_place_name n JOIN search_place p ON p.id = n.place WHERE n.terms = ?)
  SELECT id FROM named
  UNION SELECT p.id FROM search_place p JOIN named m ON p.country = m.country AND m.country <> '' AND m.precision = 'country' AND m.known = 1
  UNION SELECT p.id FROM search_place p JOIN named m ON p.country = m.country AND p.admin1 = m.admin1
    AND m.admin1 <> '' AND (m.precision = 'admin1' OR m.name = m.admin1)
  UNION SELECT p.id FROM search_place p JOIN named m ON p.country = m.country AND p.admin1 = m.admin1 AND p.admin2 = m.admin2
    AND m.admin2 <> '' AND (m.precision = 'admin2' OR m.name = m.admin2)
  UNION SELECT id FROM search_place WHERE admin1 = ?
  UNION SELECT id FROM search_place WHERE admin2 = ?))`

// figure finds figures that surely lie in a range: an open end of the figure lies in no
// closed one, and "more than 12" is above 12.
func figure(n query.Figure) condition {
	sql := "predicate = ?"
	args := []any{n.Predicate}
	switch {
	case n.Low == nil:
	case n.LowOpen:
		sql += " AND (low > ? OR low = ? AND low_open = 1)"
		args = append(args, *n.Low, *n.Low)
	default:
		sql += " AND low >= ?"
		args = append(args, *n.Low)
	}
	switch {
	case n.High == nil:
	case n.HighOpen:
		sql += " AND (high < ? OR high = ? AND high_open = 1)"
		args = append(args, *n.High, *n.High)
	default:
		sql += " AND high <= ?"
		args = append(args, *n.High)
	}
	return condition{"a.id IN (SELECT article FROM search_figure WHERE " + sql + ")", args}
}

// kmPerDegree is the length of a degree of latitude on a sphere of the earth's mean radius,
// 6371.0088 km.
const kmPerDegree = 111.19508

// nearby finds places with a point within so many kilometres, on that sphere (at most half
// a percent from the ellipsoid). The middle of a country, a region or a governorate is near
// nothing.
func nearby(n query.Near) condition {
	dLat := n.Km / kmPerDegree
	sql := `a.id IN (SELECT t.article FROM search_at t WHERE t.place IN (SELECT p.id FROM search_place p
  WHERE p.precision NOT IN ('country', 'region', 'admin1', 'admin2') AND p.lat BETWEEN ? AND ?`
	args := []any{n.Lat - dLat, n.Lat + dLat}
	// A box of longitudes helps only where it does not reach a pole or the date line.
	if c := math.Cos((math.Abs(n.Lat) + dLat) * math.Pi / 180); math.Abs(n.Lat)+dLat < 89 && math.Abs(n.Lon)+dLat/c < 180 {
		sql += " AND p.lon BETWEEN ? AND ?"
		args = append(args, n.Lon-dLat/c, n.Lon+dLat/c)
	}
	sql += ` AND 2 * 6371.0088 * asin(min(1, sqrt(
    pow(sin(radians(p.lat - ?) / 2), 2) + cos(radians(?)) * cos(radians(p.lat)) * pow(sin(radians(p.lon - ?) / 2), 2)))) <= ?))`
	return condition{sql, append(args, n.Lat, n.Lat, n.Lon, n.Km)}
}

func date(n query.Date) (condition, error) {
	first, last, ok := query.Days(n.Value)
	if !ok {
		return condition{}, fmt.Errorf("query: no date %q", n.Value)
	}
	switch n.Name {
	case "before":
		return condition{"a.day < ? AND a.day <> ''", []any{first}}, nil
	case "after":
		return condition{"a.day > ?", []any{last}}, nil
	}
	return condition{"a.day BETWEEN ? AND ?", []any{first, last}}, nil
}
