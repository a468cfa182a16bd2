package main

// A Package is one package of npm's registry at one version.
type Package struct {
	Name, Version string
	Integrity     string // as the registry states it: "sha512-" and the digest in base64
	Licence       string // SPDX
	Authors       string // whom the licence names
	Texts         []string
}

// packages are what the files are made from. To take a newer version, write it and its integrity
// here ("npm view NAME@VERSION dist.integrity") and generate again.
var packages = []Package{
	{"maplibre-gl", "6.17.0", "sha512-2chIZwpLGenoUQOcnm9Pk4SLbA8ppNFq8jlpXiq9vcYm3Y1wJ3fc82FL0GLwBaPYJCLzPv/mC46KEupVov75rQ==",
		"BSD-3-Clause", "MapLibre contributors, Mapbox", []string{"LICENSE.txt"}},
	{"world-atlas", "2.0.2", "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
		"ISC", "Michael Bostock; data: Natural Earth, public domain", []string{"LICENSE"}},
	{"echarts", "6.1.0", "sha512-q0yaFPggC9FUdsWH4blavRWFmxdrIodbkoKNAjJudAI6CA9gNPxHtV2RcZNEepZVlk4yvBYkOkbk6HIVpIyHZA==",
		"Apache-2.0", "The Apache Software Foundation", []string{"NOTICE", "LICENSE"}},
	{"zrender", "6.1.0", "sha512-oEGMDB6pOP2S6OwRR4PdVv610zrjnA3Bh+JnSG12fYJlBKjtNAoEb5fSUoCOOINlH96I2fU38/A2UpRKs67xYQ==",
		"BSD-3-Clause", "Baidu Inc.", []string{"LICENSE"}},
	{"tslib", "2.3.0", "sha512-N82ooyxVNm6h1riLCoyS9e3fuJ3AMG2zIZs2Gd1ATcSFjSA23Q0fzjjZeh0jbJvWVDZ0cJT8yaNNaaXHzueNjg==",
		"0BSD", "Microsoft Corporation", []string{"LICENSE.txt"}},
	{"@fontsource-variable/noto-naskh-arabic", "5.3.0", "sha512-Ot0G5iln5MeLPKp1WNt6AGi4KHbPIVm0GEow2ED6rZ+8Rao+OuswhX4D+RPerc3aQ6teneLdqXSL8VPGorJvGg==",
		"OFL-1.1", "The Noto Project Authors", []string{"LICENSE"}},
	{"@fontsource-variable/source-serif-4", "5.3.1", "sha512-4Rtay22SC4lMvw11r/+9kxANB6P3M0X8s1NudBC2v0J1KU2y3DcMoNcT3lBoZ/CqLirzf+StlO6UlJilyrvaUg==",
		"OFL-1.1", "Adobe", []string{"LICENSE"}},
	{"cldr-localenames-full", "48.2.0", "sha512-4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ==",
		"Unicode-3.0", "Unicode, Inc.", []string{"LICENSE"}},
	{"cldr-core", "48.2.0", "sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg==",
		"Unicode-3.0", "Unicode, Inc.", []string{"LICENSE"}},
}

// taken are files that are served as they stand in a package.
var taken = []struct{ name, pkg, path string }{
	{"maplibre-gl.mjs", "maplibre-gl", "dist/maplibre-gl.mjs"},
	{"maplibre-gl-worker.mjs", "maplibre-gl", "dist/maplibre-gl-worker.mjs"},
	{"maplibre-gl.css", "maplibre-gl", "dist/maplibre-gl.css"},
	{"naskh-arabic.woff2", "@fontsource-variable/noto-naskh-arabic", "files/noto-naskh-arabic-arabic-wght-normal.woff2"},
	{"serif-latin.woff2", "@fontsource-variable/source-serif-4", "files/source-serif-4-latin-wght-normal.woff2"},
	{"serif-latin-ext.woff2", "@fontsource-variable/source-serif-4", "files/source-serif-4-latin-ext-wght-normal.woff2"},
}
