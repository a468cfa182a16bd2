package api_test

import (
	"encoding/json"
	"strings"
	"testing"

	"riwaya/internal/desk/api"
)

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
