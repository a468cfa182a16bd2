package words

import (
	"regexp"
	"slices"
	"testing"

	"riwaya"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/entry"
)

var place = regexp.MustCompile(`\{\d\}`)

// TestLanguages wants all words in both, with as many places for values.
func TestLanguages(t *testing.T) {
	ar, err := Load("ar")
	if err != nil {
		t.Fatal(err)
	}
	en, err := Load("en")
	if err != nil {
		t.Fatal(err)
	}
	if a, e := ar.Keys(), en.Keys(); !slices.Equal(a, e) {
		for _, k := range a {
			if !en.Has(k) {
				t.Errorf("en.txt has no %s", k)
			}
		}
		for _, k := range e {
			if !ar.Has(k) {
				t.Errorf("ar.txt has no %s", k)
			}
		}
	}
	for _, k := range en.Keys() {
		if !en.Plural(k) && len(place.FindAllString(en.Say(k), -1)) != len(place.FindAllString(ar.Say(k), -1)) {
			t.Errorf("%s has not as many places for values in both", k)
		}
	}
	var want []string
	for prefix, all := range map[string][]string{"kind.": casefile.Kinds, "kindof.": riwaya.SourceKinds,
		"figure.": {"exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"}, "scope.": {"incident", "cumulative", "stock"},
		"review.": {"machine", entry.Reviewed, entry.Disputed, entry.Changed}, "gone.": {entry.Withdrawn, entry.Unknown}, "lang.": casefile.Languages,
		"chain.": {riwaya.RelationPublishes, riwaya.RelationCredits, riwaya.RelationCopies, riwaya.RelationAttributes, riwaya.RelationCites},
		"from.":  {riwaya.FromFlag, riwaya.FromMetadata, riwaya.FromURL, riwaya.FromText, riwaya.FromFeed, riwaya.FromUnknown},
	} {
		for _, x := range all {
			want = append(want, prefix+x)
		}
	}
	for _, k := range want {
		if !en.Has(k) {
			t.Errorf("no words for %s", k)
		}
	}
}
