package story_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"riwaya/internal/desk"
	"riwaya/internal/desk/site"
	"riwaya/internal/shelf/shelftest"
)

// reader looks at a desk over the scene.
type reader struct {
	t       *testing.T
	ledger  *shelftest.Ledger
	handler http.Handler
	ids     []string // of the scene's articles
}

func newReader(t *testing.T) *reader {
	t.Helper()
	l, ids := shelftest.Scene(t)
	d, err := desk.New(desk.Options{Options: site.Options{Shelf: l.Shelf, Now: time.Now, Version: "test", Log: func(err error) { t.Errorf("logged: %v", err) }, Writing: site.Writing{Review: l.Review}}})
	if err != nil {
		t.Fatal(err)
	}
	return &reader{t, l, d.Handler(), ids}
}

// get is a page, which must be there, and where it was found.
func (r *reader) get(path string) string {
	r.t.Helper()
	for range 3 {
		w := httptest.NewRecorder()
		r.handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		switch w.Code {
		case http.StatusOK:
			return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(w.Body.String()) // what isolates directions
		case http.StatusSeeOther:
			path = w.Header().Get("Location")
		default:
			r.t.Fatalf("%s: %d", path, w.Code)
		}
	}
	r.t.Fatalf("%s leads on and on", path)
	return ""
}

// send sends a form; what comes back is its status and where it leads.
func (r *reader) send(path string, form url.Values) (status int, to string) {
	r.t.Helper()
	q := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	r.handler.ServeHTTP(w, q)
	return w.Code, w.Header().Get("Location")
}

func (r *reader) wants(page string, all ...string) {
	r.t.Helper()
	for _, want := range all {
		if !strings.Contains(page, want) {
			r.t.Errorf("the page has no %q", want)
		}
	}
}

// links are the addresses of a page that fit.
func links(page, pattern string) (out []string) {
	for _, m := range regexp.MustCompile(`href="(`+pattern+`)"`).FindAllStringSubmatch(page, -1) {
		out = append(out, strings.ReplaceAll(m[1], "&amp;", "&"))
	}
	return out
}

// TestStory wants of a story what was counted, by whom, what happened, who has whose text and what
// changed on the way, each with a link to where it stands.
func TestStory(t *testing.T) {
	r := newReader(t)
	page := r.get("/en/story/" + r.ids[0])
	r.wants(page, "killed: people", "White Helmets", "Agence France-Presse (AFP)", "the number 24 became 14", "has, without naming it, the text of", "Changed on the way", "contested", "data-chart",
		"in this ledger", "/en/compare/"+r.ids[4]+"/"+r.ids[0])
	arabic := r.get("/ar/story/" + r.ids[0])
	r.wants(arabic, "قُتلوا: أشخاص", "الدفاع المدني", "وكالة فرانس برس", "صار العدد", `dir="rtl"`)
	for _, page := range []string{page, arabic} {
		if strings.Contains(page, shelftest.Private(t)) {
			t.Error("a private person is named")
		}
	}
	followed := 0
	for _, to := range links(page, `/en/(?:question|incident|chain|compare)/[^"]*`) {
		r.get(to)
		followed++
	}
	if followed < 8 {
		t.Errorf("only %d links lead on", followed)
	}
}

// TestQuestion wants all accounts side by side, with what bounds them and through whom.
func TestQuestion(t *testing.T) {
	r := newReader(t)
	ids := links(r.get("/en/story/"+r.ids[0]), `/en/question/[^"]*`)
	if len(ids) == 0 {
		t.Fatal("no question")
	}
	page := r.get(ids[0])
	r.wants(page, "Accounts side by side", "White Helmets", "Lowest", "Nothing is added up or averaged", `application/json`, "#t-f-")
	r.wants(r.get(strings.Replace(ids[0], "/en/", "/ar/", 1)), "الروايات جنبًا إلى جنب", "لا يُجمع هنا شيء")
}

// TestIncident wants the precisions, the parties with their standing, from how many origins and among what, and every telling.
func TestIncident(t *testing.T) {
	r := newReader(t)
	page := r.get("/en/story/" + r.ids[0])
	var at, accused, by2 string
	for _, to := range links(page, `/en/incident/[^"]*`) {
		if p := r.get(to); strings.Contains(p, "ACLED: <bdi lang=\"en\">Explosions") {
			at = to
		} else if strings.Contains(p, "accusation") {
			accused = to
		} else if strings.Contains(p, "among 2 reports of 2 outlets in this ledger") {
			by2 = to
		}
	}
	if at == "" || accused == "" || by2 == "" {
		t.Fatalf("explosion %q, accusation %q, by two %q", at, accused, by2)
	}
	r.wants(r.get(accused), "Islamic State", "<td>doer</td>", "<td>target</td>", "as reported")
	r.wants(r.get(at), "ACLED time 1: the day", "UCDP date 1: the day", "Every telling", "#t-e-", "figures differ", "says الدفاع المدني")
	r.wants(r.get(at), "Where it comes from", "independent origin", "among 3 reports of 3 outlets in this ledger", "not whom they name for what came before or after it", `class="ends"`)
	r.wants(r.get(strings.Replace(at, "/en/", "/ar/", 1)), "الأعداد مختلفة", "كل رواية", "من أين جاءت", "ولا يُعدّ من تسمّيه لما سبقها")
	r.wants(r.get(strings.Replace(by2, "/en/", "/ar/", 1)), "بين تقريرين من وسيلتين في هذا السجل")
}

// TestChain traces a report, each of its claims, a quote and a number in words.
func TestChain(t *testing.T) {
	r := newReader(t)
	page := r.get("/en/chain/" + r.ids[4])
	r.wants(page, "Agence France-Presse (AFP)", "copies, uncredited", "last known hop", "data-chain", "/en/evidence/"+r.ids[4], "/en/compare/"+r.ids[4]+"/"+r.ids[0])
	for _, q := range []string{`"معظم الجرحى من الباعة"`} {
		r.wants(r.get("/en/chain?q="+url.QueryEscape(q)), "Reports that have these words", "خالد العمر")
	}
	r.wants(r.get("/en/chain?q="+url.QueryEscape(`"هذه كلمات لم يكتبها أحد"`)), "No report has these words side by side")
	r.wants(r.get("/ar/chain?q="+url.QueryEscape("اثنا عشر قتيلا في سرمين")), "هذا العدد", "12")
	r.wants(r.get("/en/chain?q="+url.QueryEscape("17 قتيلا في سرمين")), "This number", "17 قتيلا")
	r.wants(r.get("/en/chain?q=https://jisr.example/7"), "Traced is what this report tells")
	// A version that does not count leads to the one that does.
	r.wants(r.get("/en/chain/"+r.ids[1]), "A newer version of this report counts", "Side by side")
}

// TestCompare wants passages marked on both sides, linked to each other, with the words that differ.
func TestCompare(t *testing.T) {
	r := newReader(t)
	page := r.get("/en/compare/" + r.ids[0] + "/" + r.ids[4])
	r.wants(page, `id="a-1"`, `href="#b-1"`, `id="b-1"`, `href="#a-1"`, "<del>14</del>", "<ins>24</ins>", "the number 24 became 14")
	if strings.Contains(page, shelftest.Private(t)) {
		t.Error("a private person is named")
	}
	r.wants(r.get("/en/compare/"+r.ids[4]+"/"+r.ids[1]), "two versions of one report", "<del>12</del>", "<ins>15</ins>", "revised by the outlet")
	r.wants(r.get("/en/compare/"+r.ids[0]+"/"+r.ids[3]), "They share no passage")
}

// TestDecide splits a report off, takes that back, merges with another story, and refuses what means nothing.
func TestDecide(t *testing.T) {
	r := newReader(t)
	id := links(r.get("/en/story/"+r.ids[0]), `/en/chain/`+r.ids[0])
	if len(id) == 0 {
		t.Fatal("the story has not its report")
	}
	story := regexp.MustCompile(`action="(/en/story/s-[^"/]*)/split"`).FindStringSubmatch(r.get("/en/story/" + r.ids[0]))
	if story == nil {
		t.Fatal("no form to split")
	}
	at := story[1]
	want := func(what string, path string, form url.Values, status int) string {
		t.Helper()
		got, to := r.send(path, form)
		if got != status {
			t.Fatalf("%s: %d, want %d", what, got, status)
		}
		return to
	}
	want("nothing marked", at+"/split", nil, http.StatusBadRequest)
	want("all marked", at+"/split", url.Values{"article": {r.ids[0], r.ids[2], r.ids[4]}}, http.StatusBadRequest)
	want("another story's report", at+"/split", url.Values{"article": {r.ids[3]}}, http.StatusBadRequest)
	want("with itself", at+"/merge", url.Values{"with": {r.ids[2]}}, http.StatusBadRequest)
	want("with what is nowhere", at+"/merge", url.Values{"with": {"s-0000000000"}}, http.StatusBadRequest)
	want("no decision", at+"/undo", url.Values{"decision": {"99"}}, http.StatusBadRequest)
	page := r.get(want("a split", at+"/split", url.Values{"article": {r.ids[2]}, "note": {"another day"}}, http.StatusSeeOther))
	r.wants(page, "Your decision is entered", "split off", "another day")
	if strings.Contains(page, `id="`+r.ids[2]+`"`) {
		t.Error("the report is still there")
	}
	leaf := regexp.MustCompile(`name="decision" value="(\d+)"`).FindStringSubmatch(page)
	if leaf == nil {
		t.Fatal("no form to take it back")
	}
	page = r.get(want("taken back", at+"/undo", url.Values{"decision": {leaf[1]}}, http.StatusSeeOther))
	r.wants(page, "taken back", `id="`+r.ids[2]+`"`)
	want("taken back twice", at+"/undo", url.Values{"decision": {leaf[1]}}, http.StatusBadRequest)
	page = r.get(want("a merge", at+"/merge", url.Values{"with": {"https://nahr.example/9"}}, http.StatusSeeOther))
	r.wants(page, "merged", `id="`+r.ids[3]+`"`)
}

// TestUnknown wants a page that says so.
func TestUnknown(t *testing.T) {
	r := newReader(t)
	for _, path := range []string{"/en/story/s-0000000000", "/en/question/q-0000000000", "/ar/incident/i-0000000000", "/en/chain/c-0000000000", "/en/chain/art-000000000000", "/en/compare/" + r.ids[0] + "/art-000000000000"} {
		w := httptest.NewRecorder()
		r.handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	w := httptest.NewRecorder()
	r.handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/en/compare/"+r.ids[0]+"/"+r.ids[0], nil))
	if w.Code != http.StatusBadRequest {
		t.Errorf("twice the same: %d", w.Code)
	}
}
