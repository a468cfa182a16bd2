package read

import (
	"os"
	"strings"
	"testing"

	"riwaya"
)

// TestAliasesOfSeveral holds the names that several actors bear against sentences of the
// project's own: in a `yes` sentence the name means the actor, in a `no` sentence, for want
// of a country (then the actor is `-`: nobody is named) or because of the time, it must not.
func TestAliasesOfSeveral(t *testing.T) {
	b, err := os.ReadFile("../../eval/gold/aliases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r, yes, no := newReader(t), 0, 0
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			t.Fatalf("line %d: %d fields", n+1, len(f))
		}
		a := articleOf(f[3])
		a.Language, a.Published, a.PublishedPrecision = "ar", &f[0], riwaya.PrecisionDay
		found, others := false, []string{}
		rec := r.Read(a)
		for i := range rec.Actors {
			found = found || rec.Actors[i].ID == f[2]
			if rec.Actors[i].Name != nil {
				others = append(others, rec.Actors[i].ID)
			}
		}
		switch f[1] {
		case "yes":
			yes++
			if !found {
				t.Errorf("line %d: %s is not found, but %v: %s", n+1, f[2], others, f[3])
			}
		case "no":
			no++
			if found || f[2] == "-" && len(others) > 0 {
				t.Errorf("line %d: %s must not be found (%v): %s", n+1, f[2], others, f[3])
			}
		default:
			t.Errorf("line %d: neither yes nor no", n+1)
		}
	}
	t.Logf("%d sentences that mean the actor, %d that do not", yes, no)
}
