package api_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"riwaya/internal/desk/api"
	"riwaya/internal/desk/api/reference"
	"riwaya/internal/desk/site"
	"riwaya/internal/shelf/shelftest"
)

// TestOpenAPI wants a description that says what there is, and loads nothing from elsewhere.
func TestOpenAPI(t *testing.T) {
	s := newScene(t)
	var d struct {
		OpenAPI string
		Paths   map[string]map[string]struct{ Summary, OperationID string }
	}
	w := s.get("/openapi.json", 200, &d)
	if !strings.HasPrefix(d.OpenAPI, "3.1") || len(d.Paths) < 20 {
		t.Fatal(d.OpenAPI, len(d.Paths))
	}
	for p, ops := range d.Paths {
		for m, op := range ops {
			if op.Summary == "" || op.OperationID == "" {
				t.Errorf("%s %s says nothing of itself", m, p)
			}
		}
	}
	if strings.Contains(w.Body.String(), "unpkg") || strings.Contains(w.Body.String(), "http://") {
		t.Error("it names an address elsewhere")
	}
	for _, p := range []string{"/docs", "/openapi", "/openapi.yaml", "/schemas/Story.json"} {
		s.get(p, 404, nil)
	}
}

// TestEvents looks on while something is added, over a real connection.
func TestEvents(t *testing.T) {
	s := newScene(t)
	server := httptest.NewServer(s.api)
	defer server.Close()
	res, err := http.Get(server.URL + api.Prefix + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatal(res.Header)
	}
	lines := make(chan string)
	go func() {
		b := make([]byte, 4096)
		for {
			n, err := res.Body.Read(b)
			if n > 0 {
				lines <- string(b[:n])
			}
			if err == io.EOF || err != nil {
				close(lines)
				return
			}
		}
	}()
	wait := func(want string) {
		t.Helper()
		for {
			select {
			case got := <-lines:
				if strings.Contains(got, want) {
					return
				}
			case <-time.After(10 * time.Second):
				t.Fatalf("no %s", want)
			}
		}
	}
	wait("event: edition")
	s.ledger.Add(shelftest.Article{URL: "https://new.example/1", Outlet: "N", Published: "2026-11-20", Title: "New", Text: "New\nThe weather was fine."})
	wait("event: edition")
}

// TestPageIsOfTheAPI wants docs/api.md to say what the code does: `make docs` writes it anew.
func TestPageIsOfTheAPI(t *testing.T) {
	page, err := os.ReadFile("../../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := reference.Markdown(&b, api.New(api.Options{Site: &site.Site{}}).Huma.OpenAPI(), api.Prefix); err != nil {
		t.Fatal(err)
	}
	if b.String() != string(page) {
		t.Error("docs/api.md is of another API; make docs")
	}
}
