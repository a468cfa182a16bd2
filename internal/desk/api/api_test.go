package api_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"riwaya/internal/casefile"
	"riwaya/internal/desk/api"
	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
	"riwaya/internal/disk"
	"riwaya/internal/shelf/shelftest"
)

// scene is the API over a small ledger, on a desk that is one person's own.
type scene struct {
	t        *testing.T
	ledger   *shelftest.Ledger
	articles []string
	api      *api.API
}

func newScene(t *testing.T) *scene {
	t.Helper()
	l, ids := shelftest.Scene(t)
	g := guard.New(guard.Options{Hosts: guard.NewHosts(""), Now: time.Now})
	d, err := disk.Existing(l.Dir)
	if err != nil {
		t.Fatal(err)
	}
	db, err := deskdb.Open(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	hand := func(_ context.Context, h site.Hand) (*site.Handed, error) {
		text := h.Language + " of " + h.Case.ID
		return &site.Handed{ReadCloser: io.NopCloser(strings.NewReader(text)), Name: h.Case.ID + ".zip", Size: int64(len(text))}, nil
	}
	prove := func(_ context.Context, id string) (map[string][]byte, error) {
		return map[string][]byte{"README.txt": []byte(id)}, nil
	}
	s, err := site.New(site.Options{Shelf: l.Shelf, Cases: casefile.In(db), Writing: site.Writing{Review: l.Review, Hand: hand, Proof: prove}, Gate: login.NewGate(login.GateOptions{Guard: g}), Now: time.Now, Version: "test",
		Log: func(err error) { t.Errorf("logged: %v", err) }})
	if err != nil {
		t.Fatal(err)
	}
	return &scene{t, l, ids, api.New(api.Options{Site: s, Guard: g})}
}

func (s *scene) do(method, path, body string, headers ...string) *httptest.ResponseRecorder {
	s.t.Helper()
	r := httptest.NewRequest(method, api.Prefix+path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.api.ServeHTTP(w, r)
	return w
}

// get asks, wants that status, and reads the answer.
func (s *scene) get(path string, status int, into any) *httptest.ResponseRecorder {
	s.t.Helper()
	w := s.do("GET", path, "")
	if w.Code != status {
		s.t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	if into != nil {
		if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
			s.t.Fatalf("%s: %v in %s", path, err, w.Body)
		}
	}
	return w
}

func TestEverything(t *testing.T) {
	s := newScene(t)
	var stories api.StoryList
	s.get("/stories", 200, &stories)
	if stories.Count != 2 || len(stories.Stories) != 2 || stories.Next != "" {
		t.Fatalf("%+v", stories)
	}
	big := stories.Stories[1].Story.ID
	if len(stories.Stories[0].Story.Reports) > len(stories.Stories[1].Story.Reports) {
		big = stories.Stories[0].Story.ID
	}
	var whole api.StoryWhole
	s.get("/stories/"+big, 200, &whole)
	if len(whole.Questions) == 0 || len(whole.Incidents) == 0 || len(whole.Trace) == 0 {
		t.Errorf("%+v", whole)
	}
	var series []api.Series
	s.get("/stories/"+big+"/series", 200, &series)
	if len(series) == 0 || len(series[0].Points) == 0 {
		t.Errorf("%+v", series)
	}
	var q struct{ ID string }
	s.get("/questions/"+whole.Questions[0].ID, 200, &q)
	var incidents api.IncidentList
	s.get("/incidents", 200, &incidents)
	for i := range incidents.Incidents {
		var one api.IncidentWhole
		s.get("/incidents/"+incidents.Incidents[i].ID, 200, &one)
		told := map[string]bool{}
		for _, e := range one.Events {
			told[e.Article] = true
		}
		if o := &one.Origins; one.ID != incidents.Incidents[i].ID || o.AtLeast < 1 || o.AtMost < o.AtLeast || len(o.List) != o.AtMost || o.Scope.Reports != len(told) || o.Scope.Words == "" {
			t.Errorf("%s is told in %d reports by %+v", one.ID, len(told), o)
		}
	}
	var places struct{ Features []any }
	s.get("/incidents.geojson", 200, &places)
	if incidents.Count == 0 || len(places.Features) == 0 {
		t.Error(incidents.Count, len(places.Features))
	}
	var report api.Report
	s.get("/reports/"+s.articles[4], 200, &report)
	if report.Version != 2 || report.Versions != 2 || strings.Contains(string(report.Record), shelftest.Private(t)) {
		t.Errorf("%+v", report)
	}
	var trace struct{ Chains []any }
	s.get("/trace/"+s.articles[0], 200, &trace)
	if len(trace.Chains) != 1 {
		t.Errorf("%+v", trace)
	}
	var record struct{ Claims []struct{ ID string } }
	var first api.Report
	s.get("/reports/"+s.articles[0], 200, &first)
	if err := json.Unmarshal(first.Record, &record); err != nil || len(record.Claims) == 0 {
		t.Fatal(err, record)
	}
	s.get("/trace/"+record.Claims[0].ID, 200, &trace)
	if len(trace.Chains) == 0 {
		t.Error("no chain of a claim")
	}
	s.get("/trace?q=12%20killed", 200, nil)
	s.get("/trace?q=%22no%20such%20words%22", 200, &trace)
	if len(trace.Chains) != 0 {
		t.Error("a chain of nothing")
	}
	var compared api.Compared
	s.get("/compare/"+s.articles[0]+"/"+s.articles[4], 200, &compared)
	if compared.Versions || string(compared.Copies) == "[]" {
		t.Errorf("%s", compared.Copies)
	}
	s.get("/compare/"+s.articles[1]+"/"+s.articles[4], 200, &compared)
	if !compared.Versions || string(compared.Changes) == "[]" {
		t.Errorf("%s", compared.Changes)
	}
	var found struct {
		Count int
		Next  string
	}
	s.get("/search?q=killed:12&limit=1", 200, &found)
	if found.Count < 1 {
		t.Errorf("%+v", found)
	}
	var outlets []api.Outlet
	s.get("/outlets", 200, &outlets)
	if len(outlets) != 3 {
		t.Errorf("%+v", outlets)
	}
	var shares api.Shares
	s.get("/shares", 200, &shares)
	if shares.Reports != 4 || len(shares.Outlets) != 3 || len(shares.Ties) == 0 {
		t.Errorf("%+v", shares)
	}
	var names []string
	s.get("/trackers", 200, &names)
	s.get("/trackers/"+names[0], 200, nil)
	var status api.Status
	s.get("/status", 200, &status)
	if status.Articles != 5 || status.Reports != 4 {
		t.Errorf("%+v", status)
	}
	for _, p := range []string{"/sources", "/failures", "/jobs", "/session"} {
		s.get(p, 200, nil)
	}
	var kept api.Evidence
	s.get("/evidence/"+s.articles[0], 200, &kept)
	if len(kept.SHA256) != 64 || len(kept.Records) == 0 {
		t.Errorf("%+v", kept)
	}
	s.get("/evidence/"+kept.Capture, 200, nil)
}

// TestWrong wants problem details that tell nothing of the machine.
func TestWrong(t *testing.T) {
	s := newScene(t)
	for path, status := range map[string]int{
		"/stories/s-0000000000": 404, "/incidents/i-0000000000": 404, "/questions/q-0000000000": 404, "/reports/art-000000000000": 404, "/trace/c-0000000000": 404,
		"/trace/art-000000000000": 404, "/compare/art-000000000000/art-000000000001": 404, "/compare/a/a": 422, "/trackers/none": 404, "/evidence/cap-000000000000": 404,
		"/evidence/x": 404, "/nowhere": 404, "/stories?limit=0": 422, "/stories?limit=9999": 422, "/stories?from=yesterday": 422, "/stories?cursor=x": 422, "/stories?colour=red": 422,
		"/search?q=kiled:3": 422, "/search": 422, "/search?q=%28": 422, "/search?q=x&cursor=zzz": 422, "/trace": 422,
	} {
		w := s.get(path, status, nil)
		var p struct {
			Status int
			Title  string
		}
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != status || p.Title == "" || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s %s", path, w.Header().Get("Content-Type"), w.Body)
		}
		if strings.Contains(w.Body.String(), s.ledger.Dir) || strings.Contains(w.Body.String(), "sqlite") {
			t.Errorf("%s: %s", path, w.Body)
		}
	}
}

// TestCursors goes through lists one by one while others add: each member comes once.
func TestCursors(t *testing.T) {
	s := newScene(t)
	for _, list := range []string{"stories", "incidents"} {
		var whole, page struct {
			Stories   []struct{ Story struct{ ID string } }
			Incidents []struct{ ID string }
			Next      string
		}
		s.get("/"+list, 200, &whole)
		seen := map[string]int{}
		next := ""
		for i := range 20 {
			page.Stories, page.Incidents, page.Next = nil, nil, ""
			s.get("/"+list+"?limit=1&cursor="+next, 200, &page)
			for _, x := range page.Stories {
				seen[x.Story.ID]++
			}
			for _, x := range page.Incidents {
				seen[x.ID]++
			}
			if i == 0 {
				s.ledger.Add(shelftest.Article{URL: "https://new.example/" + list, Outlet: "N", Published: "2026-11-20", Title: "New of " + list, Text: "New of " + list + "\nThe weather was " + list + " all day."})
			}
			if next = page.Next; next == "" {
				break
			}
		}
		for _, x := range whole.Stories {
			if seen[x.Story.ID] != 1 {
				t.Errorf("%s came %d times", x.Story.ID, seen[x.Story.ID])
			}
		}
		for _, x := range whole.Incidents {
			if seen[x.ID] != 1 {
				t.Errorf("%s came %d times", x.ID, seen[x.ID])
			}
		}
		w := s.get("/"+list+"?limit=1", 200, &page)
		other := map[string]string{"stories": "incidents", "incidents": "stories"}[list]
		if page.Next != "" {
			s.get("/"+other+"?cursor="+page.Next, 422, nil)
		}
		_ = w
	}
}

// TestETags: an answer that did not change is not sent again, one that did is; and a tag says
// nothing.
func TestETags(t *testing.T) {
	s := newScene(t)
	for _, path := range []string{"/stories", "/status", "/reports/" + s.articles[0], "/search?q=killed:12"} {
		tag := s.get(path, 200, nil).Header().Get("ETag")
		if tag == "" {
			t.Fatalf("%s has no tag", path)
		}
		if w := s.do("GET", path, "", "If-None-Match", `"x", W/`+tag); w.Code != 304 || w.Body.Len() > 0 {
			t.Errorf("%s: %d", path, w.Code)
		}
		if w := s.do("GET", path+"?x=1", "", "If-None-Match", tag); w.Code == 304 {
			t.Errorf("%s: another question has the same tag", path)
		}
	}
	if newScene(t).get("/stories", 200, nil).Header().Get("ETag") == s.get("/stories", 200, nil).Header().Get("ETag") {
		t.Error("two desks give one tag: it tells who compares them what is in both")
	}
	before := s.get("/stories", 200, nil).Header().Get("ETag")
	s.ledger.Add(shelftest.Article{URL: "https://new.example/1", Outlet: "N", Published: "2026-11-20", Title: "New", Text: "New\nThe weather was fine."})
	if w := s.do("GET", "/stories", "", "If-None-Match", before); w.Code != 200 || w.Header().Get("ETag") == before {
		t.Error("what was added does not show:", w.Code)
	}
	if w := s.get("/stories/s-0000000000", 404, nil); w.Header().Get("ETag") != "" {
		t.Error("an error has a tag")
	}
}

func TestReviews(t *testing.T) {
	s := newScene(t)
	var none, all api.ReviewList
	s.get("/reviews", 200, &none)
	if none.Count != 0 {
		t.Fatal(none)
	}
	var report api.Report
	s.get("/reports/"+s.articles[0], 200, &report)
	var record struct{ Figures []struct{ ID string } }
	if err := json.Unmarshal(report.Record, &record); err != nil || len(record.Figures) == 0 {
		t.Fatal(err)
	}
	figure := s.articles[0] + "/" + record.Figures[0].ID
	for body, status := range map[string]int{
		`{"verdict":"split","names":["art-000000000000"]}`:                         404,
		`{"verdict":"split"}`:                                                      422,
		`{"verdict":"merge","names":["` + s.articles[0] + `"]}`:                    422,
		`{"verdict":"undo"}`:                                                       422,
		`{"verdict":"undo","undoes":4711}`:                                         422,
		`{"verdict":"guess"}`:                                                      422,
		`{"verdict":"split","names":["` + s.articles[3] + `"],"who":"R9"}`:         422,
		`{"verdict":"accept","about":"art-000000000000/f-0000000000"}`:             404,
		`{"verdict":"accept","about":"` + s.articles[0] + `/f-0000000000"}`:        422,
		`{"verdict":"accept","about":"../x"}`:                                      422,
		`{"verdict":"correct","about":"` + figure + `","fields":{"colour":"red"}}`: 422,
		`{"verdict":"correct","about":"` + figure + `","fields":{"op":"perhaps"}}`: 422,
		`{"verdict":"whole","about":"` + s.articles[0] + `","layers":["colours"]}`: 422,
		`{`: 400,
	} {
		if w := s.do("POST", "/reviews", body); w.Code != status {
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
	}
	for _, body := range []string{`{"verdict":"accept","about":"` + figure + `"}`, `{"verdict":"correct","about":"` + figure + `","fields":{"op":"at_least"},"note":"as the text says"}`,
		`{"verdict":"whole","about":"` + s.articles[0] + `","layers":["figures"]}`, `{"verdict":"split","names":["` + s.articles[2] + `"],"note":"another matter"}`} {
		w := s.do("POST", "/reviews", body)
		if w.Code != 200 || !strings.Contains(w.Body.String(), `"who":"R1"`) {
			t.Fatal(body, w.Code, w.Body)
		}
	}
	s.get("/reviews", 200, &all)
	if all.Count != 4 || all.Reviews[0].Leaf == 0 || all.Reviews[0].Verdict != "split" || all.Reviews[0].Who != "R1" {
		t.Fatalf("%+v", all)
	}
	if s.get("/reviews?about="+figure, 200, &all); all.Count != 2 {
		t.Errorf("%+v", all)
	}
	var stories api.StoryList
	if s.get("/stories", 200, &stories); stories.Count != 3 {
		t.Error("the decision does not hold:", stories.Count)
	}
	undo := func(leaf int64) {
		t.Helper()
		b, _ := json.Marshal(map[string]any{"verdict": "undo", "undoes": leaf})
		if w := s.do("POST", "/reviews", string(b)); w.Code != 200 {
			t.Error(w.Code, w.Body)
		}
		if w := s.do("POST", "/reviews", string(b)); w.Code != 422 {
			t.Error("taken back twice", w.Code, w.Body)
		}
	}
	undo(all.Reviews[0].Leaf)
	s.get("/reviews", 200, &all)
	undo(all.Reviews[1].Leaf)
	if s.get("/reviews?limit=2", 200, &all); all.Count != 6 || all.Next == "" || all.Reviews[0].Verdict != "undo" {
		t.Errorf("%+v", all)
	}
	if s.get("/reviews?limit=1&cursor="+all.Next, 200, &all); !all.Reviews[0].Undone || all.Reviews[0].Verdict != "split" {
		t.Errorf("%+v", all)
	}
}
