package trace

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/read"
	"riwaya/lexicon"
)

// reader reads texts as the program does.
func reader(t testing.TB) func(id, outlet, published, text string) *riwaya.Record {
	t.Helper()
	lx, _ := artest.Load(t)
	r, err := read.New(lx)
	if err != nil {
		t.Fatal(err)
	}
	return func(id, outlet, published, text string) *riwaya.Record {
		title, _, _ := strings.Cut(text, "\n")
		a := riwaya.Article{ID: id, Text: text, Title: title, Language: "ar", PublishedPrecision: riwaya.PrecisionUnknown}
		if outlet != "" {
			a.Outlet = &outlet
		}
		if published != "" {
			a.Published, a.PublishedPrecision, a.PublishedFrom = &published, riwaya.PrecisionDay, riwaya.FromFlag
		}
		rec := r.Read(a)
		rec.Article.ID = id // the ledger's, which names the report and not its text
		return &rec
	}
}

func load(t testing.TB) *Tracer {
	t.Helper()
	tr, err := Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// seedFile is a published article, beside the project and no part of it.
const seedFile = "../../../shared/gold/dev/seed.txt"

// TestSeed follows a quotation of a published page: credited to one outlet, in the words of a
// dispatch that the page does not name. The dispatch is cut from the page itself.
func TestSeed(t *testing.T) {
	b, err := os.ReadFile(seedFile)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the page is not part of the project: " + seedFile)
	}
	if err != nil {
		t.Fatal(err)
	}
	var two []string
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "وقال المرصد السوري") || len(two) == 1 && strings.HasPrefix(line, "وأضاف") {
			two = append(two, strings.TrimSpace(line))
		}
	}
	if len(two) != 2 {
		t.Fatalf("%d paragraphs on the Observatory", len(two))
	}
	read := reader(t)
	seed := read("art-1", "", "2019-02-20", string(b))
	dispatch := read("art-2", "", "2019-02-18", "دمشق - (د ب أ)\n"+strings.Join(two, "\n"))
	tr := load(t)
	records := []*riwaya.Record{seed, dispatch}
	copies := copiesOf(tr, records)
	if len(copies) != 1 {
		t.Fatalf("%d copies", len(copies))
	}
	s := tr.Over(records, copies)
	seen := 0
	for _, st := range s.Statements() {
		if st.Source.Actor == nil || *st.Source.Actor != "sohr" {
			continue
		}
		seen++
		if len(st.Claims) != 2 {
			t.Errorf("%d claims in %q", len(st.Claims), st.Variants[0].Text)
		}
		chains := s.Chains(&st)
		if got, want := line(&chains[0]), "report <-credits Sada El-Balad <-copies, uncredited German Press Agency (dpa) <-attributes Syrian Observatory for Human Rights (SOHR)"; got != want {
			t.Errorf("the page:\n%s, want\n%s", got, want)
		}
		if got, want := line(&chains[1]), "report <-credits German Press Agency (dpa) <-attributes Syrian Observatory for Human Rights (SOHR)"; got != want {
			t.Errorf("the dispatch:\n%s, want\n%s", got, want)
		}
		o := s.Origins(chains)
		if o.AtLeast != 1 || o.AtMost != 1 || o.List[0].Kind != riwaya.OriginInstitution || !o.List[0].Known {
			t.Errorf("origins: %+v", o)
		}
		if !strings.Contains(st.Variants[0].Text, "التأجيل") {
			continue
		}
		if m := o.List[0].Medium; m == nil || !strings.Contains(*m, "بيان") {
			t.Errorf("it was a statement to the press: %v", m)
		}
		if want := "among 2 reports of no known outlet, 18-20 February 2019; cited but not in it: German Press Agency (dpa), Sada El-Balad"; strings.ReplaceAll(o.Scope.Words, " in this ledger", "") != want {
			t.Errorf("%s", o.Scope.Words)
		}
	}
	if seen != 3 {
		t.Errorf("%d statements of the Observatory", seen)
	}
}

// line is a chain on one line, what is nearest the reader first.
func line(c *riwaya.Chain) string {
	out := "report"
	for _, h := range c.Hops {
		if h.Relation == riwaya.RelationPublishes {
			continue
		}
		out += " <-" + h.Relation
		if h.Uncredited {
			out += ", uncredited"
		}
		if h.Undirected {
			out += ", without direction"
		}
		out += " " + h.To.Name
	}
	return out
}
