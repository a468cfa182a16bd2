package desk_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"riwaya/internal/desk/login"
	"riwaya/internal/pipeline"
)

// TestKeptPages: a page that was made before is the same, is nobody else's, and does not outlive what
// it shows: a decision and a withdrawal are seen at the next look, though the edition is the same.
func TestKeptPages(t *testing.T) {
	w := newWorld(t, true)
	about := func(role login.Role, path string) string {
		t.Helper()
		a := w.ask(w.as(role, get(path)))
		if a.status != 200 {
			t.Fatalf("%s: %d", path, a.status)
		}
		return a.body
	}
	report, claim := "/en/report/"+w.articles[5], w.articles[5]+"/"+w.ids["claim"]
	for _, path := range []string{"/en/", "/ar/story/" + w.ids["story"], report, "/ar/question/" + w.ids["question"], "/en/search?q=" + url.QueryEscape("سرمين")} {
		first := about(login.Reader, path)
		if again := about(login.Reader, path); again != first {
			t.Errorf("%s is another the second time", path)
		}
		for _, role := range []login.Role{login.Reviewer, login.Admin} {
			if strings.Contains(about(role, path), ">R1<") || strings.Contains(first, `name="token" value=""`) {
				t.Errorf("%s is shown to role %d as another's", path, role)
			}
		}
	}
	before := about(login.Reviewer, report)
	a := w.ask(w.as(login.Reviewer, post("/en/review/"+claim, url.Values{"verdict": {"accept"}})))
	if a.status != 303 {
		t.Fatalf("no decision: %d %.600s", a.status, a.body)
	}
	if about(login.Reviewer, report) == before {
		t.Error("the page is as before the decision")
	}
	looked := w.ledger.Shelf
	edition := looked.Edition()
	w.ledger.Shelf = nil // nobody has looked yet
	w.ledger.Write(func(l *pipeline.Ledger) error {
		_, _, err := l.Withdraw(context.Background(), w.articles[5], "R9", "asked for")
		return err
	}, nil)
	if got := looked.Edition(); got != edition {
		t.Fatalf("the edition is another: %d, %d", edition, got)
	}
	if a := w.ask(w.as(login.Reader, get(report))); a.status != 410 {
		t.Errorf("what was withdrawn is shown: %d", a.status)
	}
}
