package english

import (
	"testing"

	"riwaya"
	"riwaya/lexicon"
)

func TestNames(t *testing.T) {
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	f := New(lx)
	for _, c := range []struct{ words, kind, country, want string }{
		{"المدنيين", "civilians", "", "Civilians"},
		{"مدنيًا", "civilians", "", "Civilians"},
		{"السكان المدنيين", "civilians", "", "Civilians"},
		{"جنود مالطيين", "military", "MT", "Maltese soldiers"},
		{"الأطفال والنساء", "civilians", "", "Children and women"},
		{"المجتمع الدولي", "other", "", "International community"},
		{"جنود آخرين", "military", "", ""},
		{"المصلين", "civilians", "MT", "Worshippers"},
		{"مدني", "person", "", ""},
		{"جمعية الجسر", "ngo", "", ""},
	} {
		a := riwaya.Actor{NameAr: &c.words, Kind: c.kind}
		if c.country != "" {
			a.Country = &c.country
		}
		rec := riwaya.Record{Actors: []riwaya.Actor{a}}
		f.Find(nil, &rec)
		got := ""
		if n := rec.Actors[0].Name; n != nil {
			got = *n
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.words, got, c.want)
		}
	}
}
