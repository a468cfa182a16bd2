package desk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya/internal/casefile"
	"riwaya/internal/casefile/folder"
	"riwaya/internal/casefile/reviewed"
	"riwaya/internal/desk"
	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/work"
	"riwaya/internal/disk"
	"riwaya/internal/pipeline"
	"riwaya/internal/shelf/shelftest"
)

// What is planted in the ledger of these tests.
const (
	witness = "مروان العدي" // a private person: a witness, in text, title and address of an article
	// hostile is in every text, title, outlet and author of an article. Where it is not escaped it
	// makes an element or an attribute of that name.
	hostile = `"'><xss-planted>&lt;` + "</title></textarea></script><script>planted()</script>" + `<img src=x onerror=planted()>`
	element = "xss-planted"
)

// world is a desk over a ledger in which much is planted, behind its guard.
type world struct {
	t        *testing.T
	ledger   *shelftest.Ledger
	desk     *desk.Desk
	handler  http.Handler
	accounts *login.Accounts
	articles []string // of the scene; then the witness's, the hostile one
	ids      map[string]string
	cookies  map[login.Role]*http.Cookie
	cases    *casefile.Cases
	all      []walked
	log      *bytes.Buffer // a line for each request
}

// planted are the articles beside the scene.
func planted() []shelftest.Article {
	name := url.PathEscape(strings.ReplaceAll(witness, " ", "-"))
	return []shelftest.Article{
		{URL: "https://nahr.example/" + name + "/22", Outlet: "نهر بوست", Published: "2021-03-05T09:00:00Z", Title: "شهادة " + witness + " عن انفجار سرمين",
			Text: "شهادة " + witness + " عن انفجار سرمين\nروى الحاج " + witness + "، وهو نازح، أن انفجارا هز سوق الخضار في بلدة سرمين وقتل 12 شخصا. وأضاف الحاج " + witness + " أن بيته احترق."},
		{URL: "javascript:planted()//" + hostile, Outlet: "O" + hostile, Author: "A" + hostile, Published: "2021-03-05T11:00:00Z", Title: "انفجار سرمين " + hostile,
			Text: "انفجار سرمين " + hostile + "\nقالت وزارة الصحة " + hostile + " إن 17 شخصا قتلوا في انفجار سيارة مفخخة في سوق بلدة سرمين. " + hostile},
	}
}

// newWorld makes one. With many, users log in: rana reads, rami reviews, adam is an admin.
func newWorld(t *testing.T, many bool) *world {
	t.Helper()
	l, ids := shelftest.Scene(t)
	w := &world{t: t, log: &bytes.Buffer{}, ledger: l, articles: append(ids, l.Add(planted()...)...), cookies: map[login.Role]*http.Cookie{}}
	if len(w.articles) != 7 {
		t.Fatal(w.articles)
	}
	d, err := disk.Existing(l.Dir)
	must(t, err)
	db, err := deskdb.Open(context.Background(), d)
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	ctx, end := context.WithCancel(context.Background())
	board := work.New(ctx, time.Now)
	t.Cleanup(func() { end(); board.Wait() })
	w.cases = casefile.In(db)
	o := desk.Options{Requests: slog.New(slog.NewTextHandler(w.log, nil)), Options: site.Options{Shelf: l.Shelf, Cases: w.cases, Board: board, Now: time.Now, Version: "test", Log: func(err error) { t.Errorf("logged: %v", err) },
		Writing: site.Writing{Review: l.Review, Proof: w.proof, Hand: w.hand, Upload: func() (site.Upload, error) { return nowhere{}, nil },
			Take:  func(context.Context, site.Intake, work.Tell) error { return nil },
			Watch: func(context.Context, []string, string, work.Tell) error { return nil }}}}
	if many {
		o.Access = guard.Access{Login: true, Hosts: guard.NewHosts("")}
		w.accounts = login.New(db, login.Options{Now: time.Now, Cost: login.Cost{Time: 1, Memory: 64, Threads: 1}})
		o.Accounts = w.accounts
	}
	w.desk, err = desk.New(o)
	must(t, err)
	w.handler = w.desk.Server().Handler
	if many {
		for name, role := range map[string]login.Role{"rana": login.Reader, "rami": login.Reviewer, "adam": login.Admin} {
			_, err := w.accounts.Add(ctx, name, "", "four or five words", role)
			must(t, err)
			a := w.ask(post("/en/login", url.Values{"name": {name}, "password": {"four or five words"}}))
			if len(a.cookies) != 1 {
				t.Fatal(name, a.status, a.body)
			}
			w.cookies[role] = a.cookies[0]
		}
	}
	w.know()
	w.build()
	return w
}

// proof is made as the command makes it.
func (w *world) proof(ctx context.Context, id string) (files map[string][]byte, err error) {
	w.ledger.Write(func(l *pipeline.Ledger) error {
		f, e := l.Store.Find(ctx, id)
		if err = e; err == nil {
			files, err = l.Proof(ctx, f)
		}
		return nil
	}, nil)
	return files, err
}

// hand is made as the command makes it.
func (w *world) hand(ctx context.Context, h site.Hand) (*site.Handed, error) {
	reviews, err := reviewed.In(ctx, w.ledger.Shelf.Store, "test")
	if err != nil {
		return nil, err
	}
	from, err := disk.Existing(w.ledger.Dir)
	if err != nil {
		return nil, err
	}
	to, err := disk.Existing(w.t.TempDir())
	if err != nil {
		return nil, err
	}
	made, err := folder.Write(ctx, to, folder.Options{Shelf: w.ledger.Shelf, Disk: from, Reviewed: reviews, Case: h.Case, Language: h.Language, Names: h.Names, Why: h.Why, By: h.By, At: time.Now(), Program: "riwaya test"})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := folder.Zip(ctx, to, made.Files, h.Case.ID, time.Now(), &out); err != nil {
		return nil, err
	}
	return &site.Handed{ReadCloser: io.NopCloser(&out), Name: h.Case.ID + ".zip", Size: int64(out.Len())}, nil
}

// build puts a case together, of all that is planted.
func (w *world) build() {
	w.t.Helper()
	ctx, by := context.Background(), casefile.By{Who: "R2", At: time.Now()}
	k, err := w.cases.New(ctx, by, "case", "ar")
	must(w.t, err, w.cases.Rename(ctx, by, k.ID, hostile))
	for _, i := range []casefile.Item{{Kind: casefile.Report, About: w.ids["article"]}, {Kind: casefile.Report, About: w.ids["hostile"]}, {Kind: casefile.Claim, About: w.ids["article"] + "/" + w.ids["claim"]},
		{Kind: casefile.Incident, About: w.ids["incident"]}, {Kind: casefile.Question, About: w.ids["question"]}, {Kind: casefile.Note, Comment: hostile}} {
		i.Included = true
		made, err := w.cases.Add(ctx, by, k.ID, i)
		must(w.t, err)
		w.ids["item"] = made.ID
		if i.Kind != casefile.Note {
			must(w.t, w.cases.Comment(ctx, by, k.ID, made.ID, hostile), w.cases.Translate(ctx, by, k.ID, made.ID, hostile))
		}
	}
	w.ids["case"] = k.ID
}

// nowhere takes what is sent, and keeps nothing.
type nowhere struct{}

func (nowhere) Put(_ string, from io.Reader) error { _, err := io.Copy(io.Discard, from); return err }
func (nowhere) Names() []string                    { return []string{"sent"} }
func (nowhere) Remove() error                      { return nil }

func must(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// walked is one request of the walk through all entries, and its answer.
type walked struct {
	entry desk.Entry
	r     *http.Request
	got
}

// walk asks all that the desk's table has, once.
func (w *world) walk() []walked {
	if w.all == nil {
		for _, e := range w.desk.Entries() {
			for _, r := range w.requests(e) {
				w.all = append(w.all, walked{e, r, w.ask(r)})
			}
		}
	}
	return w.all
}

// got is an answer.
type got struct {
	status  int
	header  http.Header
	body    string
	cookies []*http.Cookie
}

func (w *world) ask(r *http.Request) got {
	rec := httptest.NewRecorder()
	w.handler.ServeHTTP(rec, r)
	res := rec.Result()
	return got{res.StatusCode, res.Header, rec.Body.String(), res.Cookies()}
}

// as is a request in a session, with its token.
func (w *world) as(role login.Role, r *http.Request) *http.Request {
	if c := w.cookies[role]; c != nil {
		r.AddCookie(c)
		if !guard.Safe(r) {
			r.Header.Set(guard.TokenHeader, guard.Token(c.Value))
		}
	}
	return r
}

// local is a request from this machine's browser.
func local(r *http.Request) *http.Request {
	r.Host, r.RemoteAddr = "localhost", "127.0.0.1:40000"
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return r
}

func get(path string) *http.Request { return local(httptest.NewRequest("GET", path, nil)) }

func post(path string, form url.Values) *http.Request {
	r := local(httptest.NewRequest("POST", path, strings.NewReader(form.Encode())))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}

// know finds the IDs that routes are asked for, from the API.
func (w *world) know() {
	w.t.Helper()
	w.ids = map[string]string{"article": w.articles[5], "other": w.articles[0], "hostile": w.articles[6]}
	ask := func(path string, into any) {
		w.t.Helper()
		a := w.ask(w.as(login.Reader, get("/api/v1"+path)))
		if a.status != 200 {
			w.t.Fatalf("%s: %d %s", path, a.status, a.body)
		}
		must(w.t, json.Unmarshal([]byte(a.body), into))
	}
	var story struct {
		Story     struct{ ID string }
		Incidents []struct{ ID string }
		Questions []struct{ ID string }
	}
	ask("/stories/"+w.articles[5], &story)
	var report struct {
		Record struct {
			Claims []struct {
				ID     string
				Source struct{ Actor *string }
			}
			Figures []struct{ ID string }
		}
	}
	for _, id := range append(w.articles[:3:3], w.articles[5]) {
		ask("/reports/"+id, &report)
		for _, c := range report.Record.Claims {
			if a := c.Source.Actor; a != nil && !strings.HasPrefix(*a, "a-") {
				w.ids["source"] = *a
			}
		}
	}
	var kept struct{ Capture string }
	ask("/evidence/"+w.articles[5], &kept)
	if len(story.Incidents) == 0 || len(story.Questions) == 0 || len(report.Record.Claims) == 0 {
		w.t.Fatalf("the witness's article is not of the story: %+v %+v", story, report)
	}
	w.ids["story"], w.ids["incident"], w.ids["question"] = story.Story.ID, story.Incidents[0].ID, story.Questions[0].ID
	w.ids["claim"], w.ids["capture"] = report.Record.Claims[0].ID, kept.Capture
}

// TestDeskOfOne looks at a desk that is one person's own.
func TestDeskOfOne(t *testing.T) {
	look(t, newWorld(t, false), map[string]func(*testing.T, *world){"script": nothingIsScript, "other names": otherNames, "tricks": tricksWithPaths, "oversize": oversize,
		"headers": headersEverywhere, "exports": exportsNameNoMachine, "log": logKeepsQuiet})
}

// TestDeskOfMany looks at one that many log in to.
func TestDeskOfMany(t *testing.T) {
	look(t, newWorld(t, true), map[string]func(*testing.T, *world){"private names": privateNamesStay, "roles": roles, "changes": changesAreOurs})
}

func look(t *testing.T, w *world, at map[string]func(*testing.T, *world)) {
	for _, name := range slices.Sorted(maps.Keys(at)) {
		t.Run(name, func(t *testing.T) {
			w.t = t
			at[name](t, w)
		})
	}
}
