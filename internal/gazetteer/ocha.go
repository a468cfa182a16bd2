package gazetteer

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ReadDivisions reads a table of administrative divisions as OCHA publishes them (the
// "COD-AB" tables of a country, saved as CSV): for each level N columns such as ADMN_EN,
// ADMN_AR and ADMN_PCODE, in either case, some with a point. Each division of each level
// becomes one entry with its P-code. An error names the line.
func ReadDivisions(r io.Reader, spell Speller) ([]Entry, error) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	head, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("line 1: %w", err)
	}
	levels, point := columns(head)
	if len(levels) == 0 {
		return nil, errors.New("line 1: no column like ADM1_PCODE: not a table of divisions")
	}
	var out []Entry
	seen := map[string]bool{}
	for {
		f, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err // it names the line
		}
		deepest := len(levels) - 1
		for n, l := range levels {
			code := l.code.of(f)
			if code == "" || seen[code] || l.level == 0 {
				continue
			}
			seen[code] = true
			e := Entry{Place: Place{Kind: Admin2, Name: l.english.of(f), PCode: code, Country: country(code)}}
			if l.level == 1 {
				e.Kind = Admin1
			}
			for _, m := range levels[:n+1] {
				switch m.level {
				case 1:
					e.Admin1 = m.english.of(f)
				case 2:
					e.Admin2 = m.english.of(f)
				}
			}
			if n == deepest {
				e.Lat, e.Lon, e.Point = point.of(f)
			}
			e.Names = spell.Spell(e.Country, l.local.of(f))
			if len(e.Names) > 0 {
				out = append(out, e)
			}
		}
	}
}

// column is where a value stands in a line, -1 if the table has none.
type column int

func (c column) of(f []string) string {
	if c < 0 || int(c) >= len(f) {
		return ""
	}
	return strings.TrimSpace(f[c])
}

type level struct {
	level                int
	english, local, code column
}

type pointColumns struct{ lat, lon column }

func (p pointColumns) of(f []string) (lat, lon float64, ok bool) {
	lat, err1 := strconv.ParseFloat(p.lat.of(f), 64)
	lon, err2 := strconv.ParseFloat(p.lon.of(f), 64)
	if err1 != nil || err2 != nil || !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
		return 0, 0, false
	}
	return lat, lon, true
}

// columns are those of each level, from the outermost in.
func columns(head []string) (out []level, p pointColumns) {
	at := map[string]column{}
	for i, h := range head {
		h = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))
		if _, ok := at[h]; !ok {
			at[h] = column(i)
		}
	}
	find := func(names ...string) column {
		for _, n := range names {
			if c, ok := at[n]; ok {
				return c
			}
		}
		return -1
	}
	const deepest = 4
	for n := 0; n <= deepest; n++ {
		a := fmt.Sprintf("adm%d_", n)
		if l := (level{n, find(a+"en", a+"name", fmt.Sprintf("admin%dname_en", n)), find(a+"ar", a+"name1", a+"name_ar", fmt.Sprintf("admin%dname_ar", n)), find(a+"pcode", fmt.Sprintf("admin%dpcode", n))}); l.code >= 0 {
			out = append(out, l)
		}
	}
	return out, pointColumns{find("latitude", "lat", "center_lat", "y_lat"), find("longitude", "lon", "center_lon", "x_lon")}
}

// country is that of a P-code, which begins with its two letters.
func country(code string) string {
	if len(code) < 2 {
		return ""
	}
	return strings.ToUpper(code[:2])
}
