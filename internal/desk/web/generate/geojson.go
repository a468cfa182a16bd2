package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

type feature struct {
	Type       string     `json:"type"`
	Properties properties `json:"properties"`
	Geometry   geometry   `json:"geometry"`
}

// properties: k is "land", "border" or "name"; ar and en are a country's names; z is its rank for
// labels, 1 for the largest.
type properties struct {
	K  string `json:"k"`
	AR string `json:"ar,omitempty"`
	EN string `json:"en,omitempty"`
	Z  int    `json:"z,omitempty"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

// world makes world.json of world-atlas' outlines at 1:50 million: the land as one feature, the
// borders as one, and a point with an Arabic and an English name for every country that CLDR names.
func world(got map[string]map[string][]byte) ([]byte, error) {
	var t topology
	if err := json.Unmarshal(got["world-atlas"]["countries-50m.json"], &t); err != nil {
		return nil, err
	}
	lines := t.lines()
	land, err := rings(lines, t.Objects.Land.Geometries)
	if err != nil {
		return nil, err
	}
	shared, err := borders(lines, t.Objects.Countries.Geometries)
	if err != nil {
		return nil, err
	}
	out := struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}{"FeatureCollection", []feature{
		{"Feature", properties{K: "land"}, geometry{"MultiPolygon", land}},
		{"Feature", properties{K: "border"}, geometry{"MultiLineString", shared}},
	}}
	names, err := labels(got, lines, t.Objects.Countries.Geometries)
	if err != nil {
		return nil, err
	}
	out.Features = append(out.Features, names...)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err = e.Encode(out)
	return b.Bytes(), err
}

// labels are the names of countries, largest first.
func labels(got map[string]map[string][]byte, lines [][]point, countries []shape) ([]feature, error) {
	var codes struct {
		Supplemental struct {
			CodeMappings map[string]struct {
				Numeric string `json:"_numeric"`
			}
		}
	}
	if err := json.Unmarshal(got["cldr-core"]["supplemental/codeMappings.json"], &codes); err != nil {
		return nil, err
	}
	code := map[string]string{}
	for alpha, m := range codes.Supplemental.CodeMappings {
		if len(alpha) == 2 {
			code[m.Numeric] = alpha
		}
	}
	arabic, err := territories(got, "ar")
	if err != nil {
		return nil, err
	}
	english, err := territories(got, "en")
	if err != nil {
		return nil, err
	}
	type label struct {
		feature
		area float64
	}
	var all []label
	for _, s := range countries {
		alpha := code[s.ID]
		if arabic[alpha] == "" || english[alpha] == "" {
			continue
		}
		polygons, err := rings(lines, []shape{s})
		if err != nil {
			return nil, err
		}
		at, area := middle(polygons)
		if area == 0 {
			continue
		}
		all = append(all, label{feature{"Feature", properties{"name", arabic[alpha], english[alpha], 0}, geometry{"Point", at}}, area})
	}
	slices.SortStableFunc(all, func(a, b label) int { return cmp.Compare(b.area, a.area) })
	var out []feature
	for _, l := range all {
		// 1 from 250 square degrees (Iraq has 43, Sudan 150), then one more for each quarter
		l.Properties.Z = max(1, 1+int(math.Ceil(math.Log(250/l.area)/math.Log(4))))
		out = append(out, l.feature)
	}
	return out, nil
}

// territories are the names of countries in one language, by code; the short one where there is.
func territories(got map[string]map[string][]byte, language string) (map[string]string, error) {
	var v struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	if err := json.Unmarshal(got["cldr-localenames-full"]["main/"+language+"/territories.json"], &v); err != nil {
		return nil, fmt.Errorf("territories of %s: %w", language, err)
	}
	names := v.Main[language].LocaleDisplayNames.Territories
	for code, name := range names {
		if len(code) == 2 {
			if short := names[code+"-alt-short"]; len([]rune(short)) > 3 {
				name = short
			}
			names[code] = name
		}
	}
	return names, nil
}
