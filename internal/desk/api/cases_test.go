package api_test

import (
	"archive/zip"
	"encoding/json"
	"strings"
	"testing"

	"riwaya/internal/desk/api"
)

func TestCases(t *testing.T) {
	s := newScene(t)
	w := s.do("POST", "/cases", `{"name":"Sarmin","language":"en"}`)
	var k api.Case
	if err := json.Unmarshal(w.Body.Bytes(), &k); w.Code != 200 || err != nil || k.Name != "Sarmin" {
		t.Fatal(w.Code, w.Body)
	}
	for body, status := range map[string]int{
		`{"kind":"report","about":"` + s.articles[0] + `","comment":"see this"}`: 200,
		`{"kind":"note","comment":"a note"}`:                                     200,
		`{"kind":"report","about":"x"}`:                                          422,
		`{"kind":"note"}`:                                                        422,
		`{"kind":"colour"}`:                                                      422,
	} {
		if w := s.do("POST", "/cases/"+k.ID+"/items", body); w.Code != status {
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
	}
	if w := s.do("POST", "/cases/"+k.ID+"/items", `{"kind":"report","about":"`+s.articles[0]+`"}`); w.Code != 409 {
		t.Error("twice in one case:", w.Code, w.Body)
	}
	if s.get("/cases/"+k.ID, 200, &k); len(k.Items) != 2 {
		t.Errorf("%+v", k)
	}
	var all []api.CaseSummary
	if s.get("/cases", 200, &all); len(all) != 1 || all[0].Items != 2 {
		t.Errorf("%+v", all)
	}
	s.get("/cases/case-000000000000", 404, nil)
	w = s.do("POST", "/cases/"+k.ID+"/export?language=ar", "")
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/zip" || w.Body.String() != "ar of "+k.ID {
		t.Error(w.Code, w.Header(), w.Body)
	}
}

func TestProof(t *testing.T) {
	s := newScene(t)
	w := s.do("POST", "/evidence/"+s.articles[0]+"/proof", "")
	if w.Code != 200 {
		t.Fatal(w.Code, w.Body)
	}
	z, err := zip.NewReader(strings.NewReader(w.Body.String()), int64(w.Body.Len()))
	if err != nil || len(z.File) != 1 || z.File[0].Name != "proof-"+s.articles[0]+"/README.txt" {
		t.Error(err, z)
	}
	if w := s.do("POST", "/evidence/art-000000000000/proof", ""); w.Code != 404 {
		t.Error(w.Code)
	}
}
