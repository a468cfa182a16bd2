package query

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"riwaya"
)

// fieldOf makes the node of a field from its value, which begins at byte at.
func (p *parser) fieldOf(name, value string, exact bool, at int) (Node, error) {
	named := slices.Contains(Fields, name)
	if exact && !named {
		return nil, p.wrong(at, "%s: takes no =, %s", name, example(name))
	}
	switch {
	case named:
		if !strings.ContainsFunc(value, searchable) {
			return nil, p.wrong(at, "no letter or digit to look for")
		}
		if name == "class" && !slices.Contains(riwaya.Classes, strings.ToLower(value)) {
			return nil, p.wrong(at, "no class %q; there are %s", value, strings.Join(riwaya.Classes, ", "))
		}
		if name == "class" || name == "lang" || name == "event" {
			value = strings.ToLower(value)
		}
		return Field{name, value, exact}, nil
	case slices.Contains(Dates, name):
		value = digits(value)
		if _, _, ok := Days(value); !ok {
			return nil, p.wrong(at, "%s: wants a day, a month or a year, %s", name, example(name))
		}
		return Date{name, value}, nil
	case name == near:
		return p.near(value, at)
	}
	return p.figure(name, value, at)
}

func (p *parser) near(value string, at int) (Node, error) {
	parts := strings.Split(digits(value), ",")
	if len(parts) == 3 {
		lat, ok1 := degrees(parts[0], 90)
		lon, ok2 := degrees(parts[1], 180)
		km, ok3 := parseNumber(strings.TrimSuffix(strings.ToLower(parts[2]), "km"))
		if ok1 && ok2 && ok3 && km > 0 && km <= 20_000 {
			return Near{lat, lon, km}, nil
		}
	}
	return nil, p.wrong(at, "near: wants latitude, longitude and kilometres without spaces, %s", example(near))
}

func degrees(s string, limit float64) (float64, bool) {
	rest, minus := strings.CutPrefix(s, "-")
	f, ok := parseNumber(rest)
	if minus && f != 0 {
		f = -f
	}
	return f, ok && math.Abs(f) <= limit
}

func (p *parser) figure(name, value string, at int) (Node, error) {
	wrong := func() (Node, error) {
		return nil, p.wrong(at, "%s: wants a number or a range, %s", name, example(name))
	}
	n := Figure{Predicate: name}
	value = strings.NewReplacer(",", "", "٬", "", "٫", ".").Replace(digits(value))
	if value == "*" {
		return n, nil
	}
	if low, high, ok := strings.Cut(value, ".."); ok {
		l, ok1 := parseNumber(low)
		h, ok2 := parseNumber(high)
		if !ok1 || !ok2 {
			return wrong()
		}
		if l > h {
			return nil, p.wrong(at, "%s: the range runs backwards; %s..%s is meant", name, number(h), number(l))
		}
		n.Low, n.High = &l, &h
		return n, nil
	}
	rest := strings.TrimLeft(value, "<>=")
	f, ok := parseNumber(rest)
	if !ok {
		return wrong()
	}
	switch strings.TrimSuffix(value, rest) {
	case "":
		n.Low, n.High = &f, &f
	case ">":
		n.Low, n.LowOpen = &f, true
	case ">=":
		n.Low = &f
	case "<":
		n.High, n.HighOpen = &f, true
	case "<=":
		n.High = &f
	default:
		return wrong()
	}
	return n, nil
}

// parseNumber reads a number without a sign.
func parseNumber(s string) (float64, bool) {
	if s == "" || strings.Trim(s, "0123456789.") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && f <= 1e15
}

// digits writes decimal digits of any script as ASCII does.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || !unicode.IsDigit(r) {
			return r
		}
		n := rune(0)
		for n < 9 && unicode.IsDigit(r-n-1) {
			n++
		}
		return '0' + n
	}, s)
}

// Days are the first and the last day of a date's value, as 2006-01-02: of a year, a month
// or a day.
func Days(value string) (first, last string, ok bool) {
	for _, form := range []struct {
		layout             string
		years, months, day int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(form.layout, value); err == nil {
			return t.Format(time.DateOnly), t.AddDate(form.years, form.months, form.day).AddDate(0, 0, -1).Format(time.DateOnly), true
		}
	}
	return "", "", false
}

// example shows how a field is written.
func example(name string) string {
	switch {
	case name == near:
		return "like near:34.4,40.9,50km"
	case slices.Contains(Dates, name):
		return "like " + name + ":2019-02-20, " + name + ":2019-02 or " + name + ":2019"
	case slices.Contains(Predicates, name):
		return "like " + name + ":12, " + name + ":>100, " + name + ":10..20 or " + name + ":*"
	case name == "class":
		return "like class:deny"
	case name == "lang":
		return "like lang:ar"
	case name == "event":
		return "like event:assault"
	}
	return "like " + name + `:NAME or ` + name + `:"TWO NAMES"`
}

// nearest proposes a field for one that does not exist.
func nearest(name string) string {
	best, at := "", 3
	for _, list := range [][]string{Fields, Dates, {near}, Predicates} {
		for _, f := range list {
			if d := distance(name, f); d < at {
				best, at = f, d
			}
		}
	}
	if best == "" {
		return " (fields are " + strings.Join(Fields, ", ") + ", near, before, after, on, killed, injured and the other things that befall people)"
	}
	return "; did you mean " + best + ":"
}

// distance is how many letters must be put in, taken out or changed to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
