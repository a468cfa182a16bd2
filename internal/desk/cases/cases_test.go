package cases_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"riwaya/internal/casefile"
	"riwaya/internal/desk"
	"riwaya/internal/desk/cases"
	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/site"
	"riwaya/internal/disk"
	"riwaya/internal/shelf/shelftest"
)

// TestRoutes lets nobody who only looks see a case: it has what people wrote.
func TestRoutes(t *testing.T) {
	for _, r := range cases.Routes() {
		if r.Least < site.Reviewer {
			t.Errorf("%s %s is open to whoever looks", r.Method, r.Pattern)
		}
	}
}

// scene is a desk over a small ledger.
type scene struct {
	t        *testing.T
	articles []string
	cases    *casefile.Cases
	handler  http.Handler
	handed   []site.Hand
}

func newScene(t *testing.T) *scene {
	t.Helper()
	l, ids := shelftest.Scene(t)
	d, err := disk.Existing(l.Dir)
	if err != nil {
		t.Fatal(err)
	}
	db, err := deskdb.Open(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s := &scene{t: t, articles: ids, cases: casefile.In(db)}
	hand := func(_ context.Context, h site.Hand) (*site.Handed, error) {
		s.handed = append(s.handed, h)
		return &site.Handed{ReadCloser: io.NopCloser(strings.NewReader("zip")), Name: h.Case.ID + ".zip", Size: 3}, nil
	}
	front, err := desk.New(desk.Options{Options: site.Options{Shelf: l.Shelf, Cases: s.cases, Writing: site.Writing{Hand: hand}, Now: func() time.Time { return l.Now }, Version: "test", Log: func(err error) { t.Errorf("logged: %v", err) }}})
	if err != nil {
		t.Fatal(err)
	}
	s.handler = front.Handler()
	return s
}

// do asks, and wants that status.
func (s *scene) do(method, path string, form url.Values, status int) *httptest.ResponseRecorder {
	s.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	if w.Code != status {
		s.t.Fatalf("%s %s: %d, want %d: %s", method, path, w.Code, status, w.Body)
	}
	return w
}

func (s *scene) one() casefile.Case {
	s.t.Helper()
	all, err := s.cases.List(context.Background())
	if err != nil || len(all) != 1 {
		s.t.Fatal(all, err)
	}
	k, err := s.cases.Case(context.Background(), all[0].ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return k
}

func TestPages(t *testing.T) {
	s := newScene(t)
	form := func(pairs ...string) url.Values {
		v := url.Values{}
		for i := 0; i+1 < len(pairs); i += 2 {
			v.Set(pairs[i], pairs[i+1])
		}
		return v
	}
	s.do("GET", "/en/cases", nil, 200)
	s.do("POST", "/en/cases", form("name", " ", "language", "ar"), 400)
	article := s.articles[0]
	page := s.do("GET", "/en/cases/add?id="+article, nil, 200).Body.String()
	if !strings.Contains(page, "Read by machine, not reviewed") || !strings.Contains(page, `name="id" value="`+article+`"`) {
		t.Error(page)
	}
	s.do("GET", "/en/cases/add?id=art-000000000000", nil, 404)
	s.do("GET", "/en/cases/add?id=../../etc", nil, 404)
	s.do("POST", "/en/cases/add", form("id", article, "name", `<script>alert("x")</script>`, "language", "ar", "comment", "why"), 303)
	k := s.one()
	if len(k.Items) != 1 || k.Items[0].Comment != "why" {
		t.Fatalf("%+v", k)
	}
	s.do("POST", "/en/cases/add", form("id", article, "case", k.ID), 409)
	s.do("POST", "/en/cases/add", form("id", s.articles[4], "case", k.ID), 303)
	for _, lang := range []string{"ar", "en"} {
		page := s.do("GET", "/"+lang+"/case/"+k.ID, nil, 200).Body.String()
		if strings.Contains(page, "<script>alert") || strings.Contains(page, shelftest.Private(t)) {
			t.Errorf("%s: a script, or somebody private", lang)
		}
	}
	item := "/en/case/" + k.ID + "/item/" + k.Items[0].ID
	s.do("POST", item, form("do", "exclude", "comment", "typed before"), 303)
	s.do("POST", item, form("do", "down", "at", "1", "comment", "typed before", "translation", "words"), 303)
	if k = s.one(); k.Items[1].Included || k.Items[1].Comment != "typed before" || k.Items[1].Translation != "words" {
		t.Errorf("%+v", k.Items)
	}
	s.do("POST", item, form("do", "explode"), 400)
	s.do("POST", "/en/case/"+k.ID+"/note", form("text", "a note"), 303)
	history, err := s.cases.History(context.Background(), k.ID)
	if err != nil || len(history) < 5 {
		t.Fatal(history, err)
	}
	s.do("POST", "/en/case/"+k.ID+"/undo", form("change", "0"), 400)
	s.do("POST", "/en/case/"+k.ID, form("name", "Sarmin", "language", "en"), 303)
	s.do("GET", "/en/case/"+k.ID+"?from=99", nil, 404)
	s.do("GET", "/en/case/case-none", nil, 404)

	s.do("POST", "/en/case/"+k.ID+"/export", form("names", "yes"), 400)
	w := s.do("POST", "/en/case/"+k.ID+"/export", form("language", "ar", "names", "yes", "reason", "the court asked"), 200)
	if w.Body.String() != "zip" || !strings.Contains(w.Header().Get("Content-Disposition"), k.ID+".zip") || len(s.handed) != 1 || !s.handed[0].Names || s.handed[0].Language != "ar" {
		t.Errorf("%v %+v", w.Header(), s.handed)
	}
	if history, err = s.cases.History(context.Background(), k.ID); err != nil || history[len(history)-1].Deed != casefile.Exported {
		t.Error("names were handed on, and the history does not say so", err)
	}
	s.do("POST", "/en/case/"+k.ID+"/delete", form(), 400)
	s.do("POST", "/en/case/"+k.ID+"/delete", form("sure", "yes"), 303)
	if _, err := s.cases.Case(context.Background(), k.ID); !errors.Is(err, casefile.ErrUnknown) {
		t.Error(err)
	}
}
