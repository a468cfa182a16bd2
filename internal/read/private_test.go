package read

import (
	"os"
	"strings"
	"testing"
)

// leastPrivate is the share of private names found that must be marked private.
const leastPrivate = 0.98

// TestPrivateNames measures on the project's own sentences whether persons are taken to be
// private: the open half, which rules may be written from, and the one held out.
func TestPrivateNames(t *testing.T) {
	b, err := os.ReadFile("../../eval/gold/private.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type tally struct{ private, missed, kept, shown, public, hidden, lost int }
	var halves = map[string]*tally{"open": {}, "held": {}}
	r := newReader(t)
	for _, line := range strings.Split(string(b), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			continue
		}
		a := articleOf(f[3])
		a.Language = "ar"
		rec, n := r.Read(a), halves[f[0]]
		found, private := false, false
		for i := range rec.Actors {
			if p := &rec.Actors[i]; p.Kind == "person" && strings.Contains(p.Mentions.Of(f[3])+" "+*p.NameAr, f[2]) {
				found, private = true, p.Private
			}
		}
		switch {
		case f[1] == "private" && !found:
			n.private, n.missed = n.private+1, n.missed+1
			if f[0] == "open" {
				t.Logf("not found: %s", f[3])
			}
		case f[1] == "private" && private:
			n.private, n.kept = n.private+1, n.kept+1
		case f[1] == "private":
			n.private, n.shown = n.private+1, n.shown+1
			if f[0] == "open" {
				t.Logf("private, but shown: %s", f[3])
			}
		case !found:
			n.public, n.lost = n.public+1, n.lost+1
			if f[0] == "open" {
				t.Logf("not found: %s", f[3])
			}
		case private:
			n.public, n.hidden = n.public+1, n.hidden+1
			if f[0] == "open" {
				t.Logf("public, but hidden: %s", f[3])
			}
		default:
			n.public++
		}
	}
	for half, n := range halves {
		recall := float64(n.kept) / float64(max(n.kept+n.shown, 1))
		precision := float64(n.kept) / float64(max(n.kept+n.hidden, 1))
		t.Logf("%s: %d private (%d not found), recall %.3f, precision %.3f; %d public (%d not found)",
			half, n.private, n.missed, recall, precision, n.public, n.lost)
		if recall < leastPrivate {
			t.Errorf("%s: recall of private %.3f, want %.2f", half, recall, leastPrivate)
		}
	}
}
