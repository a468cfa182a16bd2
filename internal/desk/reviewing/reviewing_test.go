package reviewing_test

import (
	"context"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"riwaya/internal/desk/reviewing"
	"riwaya/internal/desk/site"
	"riwaya/internal/ledger"
	"riwaya/internal/review"
	"riwaya/internal/review/queue"
	"riwaya/internal/shelf/shelftest"
)

var ctx = context.Background()

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// bench is a desk over the scene's ledger.
type bench struct {
	t    *testing.T
	l    *shelftest.Ledger
	ids  []string
	h    http.Handler
	role site.Role
	who  string // who is logged in; "" on a desk of one's own
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, role: site.Admin}
	b.l, b.ids = shelftest.Scene(t)
	q, err := queue.Open(filepath.Join(b.l.Dir, "review.sqlite"), b.l.Shelf.Tools.Maker(b.l.Shelf.Found, b.l.Shelf.Store), "v", false)
	must(t, err)
	t.Cleanup(func() { must(t, q.Close()) })
	b.l.Shelf.Review = q
	s, err := site.New(site.Options{Shelf: b.l.Shelf, Now: time.Now, Log: func(err error) { t.Error(err) },
		Writing: site.Writing{Review: func(ctx context.Context, r *ledger.Review) error { return b.l.Review(ctx, r) }}})
	must(t, err)
	mux := http.NewServeMux()
	for _, route := range reviewing.Routes() {
		for lang, catalog := range s.Words {
			mux.HandleFunc(route.Method+" /"+lang+route.Pattern, func(w http.ResponseWriter, r *http.Request) {
				q := &site.Request{Request: r, W: w, Site: s, Words: catalog, Person: site.Person{Pseudonym: "R1", Role: b.role, Token: "the token"}}
				if b.who != "" {
					q.Person.Pseudonym, q.Person.Login = b.who, true
				}
				err := error(site.Problem{Status: http.StatusForbidden, Key: "error.role"})
				if b.role >= route.Least {
					err = route.Handle(q)
				}
				if err != nil {
					q.Fail(err)
				}
			})
		}
	}
	b.h = mux
	return b
}

// get is a page, of which the status is wanted.
func (b *bench) get(status int, address string) string {
	b.t.Helper()
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1"+address, nil))
	if w.Code != status {
		b.t.Fatalf("%s: %d, want %d: %s", address, w.Code, status, w.Body.String())
	}
	return w.Body.String()
}

// post sends a form, and gives where it leads.
func (b *bench) post(status int, address string, form ...string) string {
	b.t.Helper()
	v := url.Values{}
	for i := 0; i+1 < len(form); i += 2 {
		v.Add(form[i], form[i+1])
	}
	r := httptest.NewRequest("POST", "http://127.0.0.1"+address, strings.NewReader(v.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	if w.Code != status {
		b.t.Fatalf("%s %v: %d, want %d: %s", address, form, w.Code, status, w.Body.String())
	}
	return w.Header().Get("Location")
}

func (b *bench) want(page string, all ...string) {
	b.t.Helper()
	for _, s := range all {
		if !strings.Contains(page, s) {
			b.t.Errorf("%q is not on the page:\n%s", s, page)
		}
	}
}

func (b *bench) reviewed(i int) *review.Reviewed {
	b.t.Helper()
	v, err := b.l.Shelf.Reviewed(ctx, b.ids[i])
	must(b.t, err)
	return v
}

// figure is a figure of the first report.
func (b *bench) figure() string {
	b.t.Helper()
	all := b.reviewed(0).IDs("figures")
	if len(all) == 0 {
		b.t.Fatal("no figure")
	}
	return all[0]
}

var entered = regexp.MustCompile(`entered=(\d+)`)

// TestCourse goes through the pages with forms alone: decide, correct, look at the disagreement, undo.
func TestCourse(t *testing.T) {
	b := newBench(t)
	b.want(b.get(200, "/en/review"), "worked out")
	must(t, b.l.Shelf.UpdateReview(ctx, nil))
	for _, lang := range []string{"ar", "en"} {
		b.want(b.get(200, "/"+lang+"/review"), `data-queue`, "/"+lang+"/review/art-")
	}
	id := b.figure()
	address := "/en/review/" + b.ids[0] + "/" + id
	b.want(b.get(200, address), "read by machine, not reviewed", `class="mark figure on"`, `value="accept"`, `name="f.op"`, `name="token" value="the token"`)
	b.want(b.get(200, "/ar/review/"+b.ids[0]+"/"+id), `dir="rtl"`)
	to := b.post(303, address, "verdict", "accept", "note", "as it says")
	if !entered.MatchString(to) {
		t.Fatalf("it leads to %s", to)
	}
	b.want(b.get(200, to), "is in the log", `action="/en/review/undo"`)
	b.want(b.get(200, address), "reviewed by \u2068R1\u2069", "as it says")
	// The form of a second reviewer, unaltered but for one field.
	page := b.get(200, address+"?by=R2")
	b.want(page, `name="by" value="R2"`, "Decide before you look")
	form := []string{"verdict", "correct", "by", "R2"}
	for _, m := range regexp.MustCompile(`<input id="f-[^"]+" name="(f\.[^"]+)" value="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		form = append(form, m[1], m[2])
	}
	b.post(400, address, form...) // nothing is corrected
	b.post(303, address, append(form, "f.predicate", "injured")...)
	page = b.get(200, address+"?by=R2")
	b.want(page, "reviewed by \u2068R1, R2\u2069", "they hold different things of", "what happened to them", "injured")
	f, _ := review.Of(b.reviewed(0).Reading, b.reviewed(0).Log, id)
	if len(f.Disputed) != 1 || f.Disputed[0] != "predicate" {
		t.Errorf("disputed: %v", f.Disputed)
	}
	b.want(b.get(200, "/en/review/agreement"), "n too small", "Where reviewers disagree", "/en/review/"+b.ids[0]+"/"+id)
	b.want(b.get(200, "/en/review"), "Reviewers hold different things")
	last := f.Opinions[1].Leaves[0]
	to = b.post(303, "/en/review/undo", "leaf", strconv.FormatInt(last, 10), "by", "R1")
	b.want(b.get(200, to), "The decision was taken back", "reviewed by \u2068R1\u2069")
	b.post(400, "/en/review/undo", "leaf", strconv.FormatInt(last, 10))
	b.post(400, "/en/review/undo", "leaf", "x")
	b.post(400, address, "verdict", "agree")
	b.post(404, "/en/review/"+b.ids[0]+"/f-0000000000", "verdict", "accept")
	b.get(404, "/en/review/art-000000000000/f-0000000000")
	b.get(404, "/en/review/x/y")
	b.get(400, "/en/review?from=nowhere")
}

// TestMissed adds what was missed by words of the text, and says that all was looked at.
func TestMissed(t *testing.T) {
	b := newBench(t)
	article := "/en/review/" + b.ids[0]
	b.want(b.get(200, article+"?add=times"), `name="f.value"`, `name="of" value="times"`)
	text := b.reviewed(0).Record.Article.Text
	words := text[strings.LastIndex(strings.TrimSpace(text), " ")+1:]
	to := b.post(303, article, "verdict", "add", "of", "times", "f.span", strings.TrimSpace(words), "f.value", "PRESENT_REF", "f.type", "DATE")
	b.want(b.get(200, to), "added by hand", "reviewed by \u2068R1\u2069")
	b.post(400, article, "verdict", "add", "of", "times", "f.value", "x")
	b.post(400, article, "verdict", "add", "of", "colours")
	b.post(400, article, "verdict", "whole")
	to = b.post(303, article, "verdict", "whole", "layers", "claims", "layers", "times")
	b.want(b.get(200, to), "all was looked at", "Claims, Times")
}

// TestWho: who is logged in decides under the own pseudonym, whatever the form says.
func TestWho(t *testing.T) {
	b := newBench(t)
	b.who = "R7"
	address := "/en/review/" + b.ids[0] + "/" + b.figure()
	if page := b.get(200, address+"?by=R2"); strings.Contains(page, `name="by"`) || !strings.Contains(page, "R7") {
		t.Error("another pseudonym can be chosen")
	}
	b.post(303, address+"?by=R2", "verdict", "accept", "by", "R2")
	if f := b.reviewed(0).Finding(b.figure()); len(f.Who()) != 1 || f.Who()[0] != "R7" {
		t.Errorf("decided by %v", f.Who())
	}
}

// TestRoles: who may only look decides nothing, and is shown no form.
func TestRoles(t *testing.T) {
	b := newBench(t)
	b.role = site.Reader
	address := "/en/review/" + b.ids[0] + "/" + b.figure()
	if page := b.get(200, address); strings.Contains(page, `method="post"`) {
		t.Error("a form for who may not decide")
	}
	for _, to := range []string{address, "/en/review/" + b.ids[0], "/en/review/undo"} {
		b.post(403, to, "verdict", "accept", "leaf", "1")
	}
	b.role = site.Anyone
	b.get(403, address)
}

// TestPrivate: a private person's name is on none of the pages; places in the text still count as in the
// article.
func TestPrivate(t *testing.T) {
	b := newBench(t)
	must(t, b.l.Shelf.UpdateReview(ctx, nil))
	name := shelftest.Private(t)
	last := len(b.ids) - 1
	v := b.reviewed(last)
	pages := []string{"/en/review", "/ar/review", "/en/review/agreement", "/en/review/" + b.ids[last], "/ar/review/" + b.ids[last] + "?add=actors"}
	for i := range v.Findings {
		pages = append(pages, "/en/review/"+b.ids[last]+"/"+v.Findings[i].Ref.Finding)
	}
	if !strings.Contains(v.Record.Article.Text, name) || len(v.Findings) == 0 {
		t.Fatal("the scene has no such name")
	}
	for i := range v.Findings { // decided with a note that has the name, too
		b.post(303, "/en/review/"+b.ids[last]+"/"+v.Findings[i].Ref.Finding, "verdict", "reject", "note", name)
	}
	parts := strings.Fields(name)
	for _, p := range pages {
		page := b.get(200, p)
		for _, s := range append(parts, name) {
			if strings.Contains(page, s) {
				t.Errorf("%s has %q", p, s)
			}
		}
	}
	page := b.get(200, pages[3])
	b.want(page, `class="hides"`)
	points := len([]rune(v.Record.Article.Text))
	for _, m := range regexp.MustCompile(`data-at="(\d+)">([^<]*)<`).FindAllStringSubmatch(page, -1) {
		from, err := strconv.Atoi(m[1])
		must(t, err)
		shown := []rune(html.UnescapeString(m[2]))
		if from+len(shown) > points || string([]rune(v.Record.Article.Text)[from:from+len(shown)]) != string(shown) {
			t.Errorf("at %d the text has something else than %q", from, m[2])
		}
	}
}
