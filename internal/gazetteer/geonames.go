package gazetteer

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Speller folds a name as texts are folded, each word without its article; ok is false
// for a name that texts of the language do not have. persian says that the place's own
// language writes letters that newsrooms change.
type Speller func(name string, persian bool) (text string, article, ok bool)

// persian are the countries whose own language does.
var persian = map[string]bool{"IR": true, "AF": true, "PK": true, "TJ": true}

// Feature is one line of a GeoNames dump, whose columns its readme.txt describes.
type Feature struct {
	Place
	Names     []string // alternative names, of all languages
	ASCII     string
	Class     string // A, P, S …
	Code      string // ADM1, PPLC …
	Division1 string // codes of the divisions
	Division2 string
}

// ParseFeature reads a line of a dump.
func ParseFeature(line string) (Feature, error) {
	f := strings.Split(line, "\t")
	if len(f) < 19 {
		return Feature{}, fmt.Errorf("%d columns, want 19", len(f))
	}
	id, err1 := strconv.ParseUint(f[0], 10, 32)
	lat, err2 := strconv.ParseFloat(f[4], 64)
	lon, err3 := strconv.ParseFloat(f[5], 64)
	if err := errors.Join(err1, err2, err3); err != nil {
		return Feature{}, err
	}
	if !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
		return Feature{}, fmt.Errorf("no such point: %v %v", lat, lon)
	}
	population, err := strconv.ParseUint(f[14], 10, 64)
	if err != nil {
		population = 0 // a few divisions have none
	}
	p := Place{GeoNames: uint32(id), Name: f[1], Country: f[8], Lat: lat, Lon: lon, Point: true, Population: uint32(min(population, 1<<31)),
		Seat: f[7] == "PPLC" || f[7] == "PPLA"}
	return Feature{p, strings.Split(f[3], ","), f[2], f[6], f[7], f[10], f[11]}, nil
}

// Spell are the spellings of names, each once.
func (sp Speller) Spell(country string, names ...string) []Spelling {
	var out []Spelling
	seen := map[string]bool{}
	for _, n := range names {
		if text, article, ok := sp(n, persian[country]); ok && len(text) >= 4 && !seen[text] {
			seen[text] = true
			out = append(out, Spelling{text, article})
		}
	}
	return out
}

// classes are the features of a dump that are places of news, by class; the kind of some
// codes differs.
var classes = map[string]Kind{"A": Admin2, "P": Settlement, "S": Facility, "H": Region, "T": Region, "L": Region, "R": Facility}

var codes = map[string]Kind{"ADM1": Admin1, "PPLX": Quarter, "RFGC": Facility, "ISL": Region, "DAM": Facility}

// ReadGeoNames reads a country's dump (the file XX.txt of its archive). Lines without a
// name in the language are left out. An error names the line.
func ReadGeoNames(r io.Reader, spell Speller) ([]Entry, error) {
	var out []Entry
	divisions := map[string]string{} // code of a division -> its name
	type of struct{ one, two string }
	var within []of
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		f, err := ParseFeature(lines.Text())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		one := f.Country + "." + f.Division1
		two := one + "." + f.Division2
		switch f.Code {
		case "ADM1":
			divisions[one] = f.Name
		case "ADM2":
			divisions[two] = f.Name
		}
		kind, ok := classes[f.Class]
		names := spell.Spell(f.Country, f.Names...)
		if !ok || len(names) == 0 || f.Code == "PCLI" || f.Code == "PCLD" {
			continue
		}
		if k, ok := codes[f.Code]; ok {
			kind = k
		}
		f.Kind = kind
		const known = 1000 // people: below, a name needs a word beside it
		minor := kind == Settlement && !strings.HasPrefix(f.Code, "PPLA") && f.Code != "PPLC" && f.Population < known || kind == Facility || kind == Region
		out = append(out, Entry{f.Place, names, minor})
		within = append(within, of{one, two})
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Admin1, out[i].Admin2 = divisions[within[i].one], divisions[within[i].two]
	}
	return out, nil
}
