package guard_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"riwaya/internal/desk/guard"
)

// desk is a small desk behind a guard: a page of an article, a change, a search.
func desk(o guard.Options) (*guard.Guard, http.Handler) {
	o.Hosts, o.Now = guard.NewHosts("", "Desk.Example"), time.Now
	g := guard.New(o)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ar/report/{id}", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "page") })
	mux.HandleFunc("GET /ar/search", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.FormValue("q")) })
	mux.HandleFunc("POST /ar/sources", func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if why, ok := guard.Why(err); ok {
			g.Refuse(w, r, why)
			return
		}
		_, _ = io.WriteString(w, http.StatusText(200)+string(b))
	})
	mux.HandleFunc("GET /panic", func(http.ResponseWriter, *http.Request) { panic(errors.New("words of the article")) })
	return g, g.Handler(mux)
}

func ask(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestHosts(t *testing.T) {
	h := guard.NewHosts("8080", "Desk.Example", "192.0.2.7", "2001:DB8::0:7")
	for host, want := range map[string]bool{
		"localhost:8080": true, "LOCALHOST:8080": true, "127.0.0.1:8080": true, "[::1]:8080": true, "[0:0:0:0:0:0:0:1]:8080": true,
		"desk.example:8080": true, "192.0.2.7:8080": true, "[2001:db8::7]:8080": true,
		"localhost": false, "localhost:8081": false, "localhost:080": false, "localhost.:8080": false, "127.0.0.1.:8080": false,
		"evil.example:8080": false, "desk.example.evil.example:8080": false, "localhost.evil.example:8080": false, "127.0.0.1.nip.io:8080": false,
		"127.0.0.2:8080": false, "0.0.0.0:8080": false, "[::]:8080": false, "::1:8080": false, "[::1%25lo]:8080": false, "[::1%lo]:8080": false, "[::ffff:127.0.0.1]:8080": false,
		"": false, ":8080": false, "localhost:": false, "localhost:8080:8080": false, "user@localhost:8080": false, "localhost:8080/": false, "[::1]8080": false, "[::1": false, "localhost:+8080": false,
	} {
		if got := h.Allow(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
	if tls := guard.NewHosts("443", "desk.example"); !tls.Allow("desk.example") || !tls.Allow("desk.example:443") || tls.Allow("desk.example:80") {
		t.Error("the usual port need not be said, and no other will do")
	}
	if (guard.Hosts{}).Allow("localhost") {
		t.Error("no names, and one is allowed")
	}
}

func FuzzHosts(f *testing.F) {
	for _, s := range []string{"localhost:80", "[::1]:1", "a.b", "[", "]:", "::"} {
		f.Add(s)
	}
	h := guard.NewHosts("", "desk.example")
	f.Fuzz(func(t *testing.T, host string) {
		if !h.Allow(host) {
			return
		}
		low := strings.ToLower(host)
		for _, known := range []string{"localhost", "127.0.0.1", "[", "desk.example", "::1", "0:"} {
			if strings.HasPrefix(low, known) {
				return
			}
		}
		t.Errorf("%q is allowed", host)
	})
}

func TestForeignHost(t *testing.T) {
	_, h := desk(guard.Options{})
	for host, want := range map[string]int{"localhost": 200, "desk.example:99": 200, "evil.example": 421, "localhost.": 421} {
		r := httptest.NewRequest("GET", "/ar/search?q=x", nil)
		r.Host = host
		if w := ask(h, r); w.Code != want {
			t.Errorf("%s: %d", host, w.Code)
		}
	}
}

func get(target string, headers ...string) *http.Request {
	r := httptest.NewRequest("GET", target, nil)
	r.Host = "localhost"
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func post(body, kind string, headers ...string) *http.Request {
	r := get("/ar/sources", headers...)
	r.Method, r.Body, r.ContentLength = "POST", io.NopCloser(strings.NewReader(body)), int64(len(body))
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	return r
}

// TestHeaders wants them on what is answered and on what is refused.
func TestHeaders(t *testing.T) {
	_, h := desk(guard.Options{TLS: true})
	for _, target := range []string{"/ar/search?q=x", "/nowhere", "/ar/../x", "/panic"} {
		w := ask(h, get(target))
		for k, want := range map[string]string{
			"Content-Security-Policy": guard.Policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Strict-Transport-Security": "max-age=31536000",
		} {
			if got := w.Header().Get(k); got != want {
				t.Errorf("%s: %s is %q", target, k, got)
			}
		}
		if !strings.Contains(w.Header().Get("Permissions-Policy"), "geolocation=()") {
			t.Errorf("%s: no policy of permissions", target)
		}
	}
	for _, no := range []string{"unsafe", "http:", "https:", "*", "'strict-dynamic'"} {
		if strings.Contains(guard.Policy, no) {
			t.Errorf("the policy has %s", no)
		}
	}
}

func TestOrigin(t *testing.T) {
	_, h := desk(guard.Options{})
	const form, json = "application/x-www-form-urlencoded", "application/json"
	for what, c := range map[string]struct {
		r    *http.Request
		want int
	}{
		"the desk's own form":               {post("a=b", form, "Sec-Fetch-Site", "same-origin"), 200},
		"an older browser's, by its origin": {post("a=b", form, "Origin", "http://localhost"), 200},
		"typed by hand":                     {post("a=b", form, "Sec-Fetch-Site", "none"), 200},
		"another site":                      {post("a=b", form, "Sec-Fetch-Site", "cross-site"), 403},
		"another port of this machine":      {post("a=b", form, "Sec-Fetch-Site", "same-site"), 403},
		"another origin":                    {post("a=b", form, "Origin", "http://evil.example"), 403},
		"another port as origin":            {post("a=b", form, "Origin", "http://localhost:81"), 403},
		"a sandboxed frame":                 {post("a=b", form, "Origin", "null"), 403},
		"a form that says nothing":          {post("a=b", form), 403},
		"files that say nothing":            {post("a=b", "multipart/form-data; boundary=x"), 403},
		"text that says nothing":            {post("{}", "text/plain"), 403},
		"no kind":                           {post("{}", ""), 403},
		"a program":                         {post("{}", json), 200},
		"a program's JSON with a charset":   {post("{}", json+"; charset=utf-8"), 200},
		"JSON with a cookie and no origin":  {post("{}", json, "Cookie", "a=b"), 403},
		"JSON of another site":              {post("{}", json, "Sec-Fetch-Site", "cross-site"), 403},
		"reading, by a program":             {get("/ar/search"), 200},
		"reading, the desk's own":           {get("/ar/search", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"), 200},
		"a link that was followed":          {get("/ar/search", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"), 200},
		"a picture elsewhere":               {get("/ar/search", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"), 403},
		"a frame elsewhere":                 {get("/ar/search", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"), 403},
		"a script at another port":          {get("/ar/search", "Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"), 403},
	} {
		if w := ask(h, c.r); w.Code != c.want {
			t.Errorf("%s: %d, want %d", what, w.Code, c.want)
		}
	}
}

func TestToken(t *testing.T) {
	const session = "a secret of 256 bits"
	token := guard.Token(session)
	if token == guard.Token(session+"x") || strings.Contains(token, "secret") {
		t.Fatal("the token is not of its session")
	}
	const form = "application/x-www-form-urlencoded"
	files := func(fields ...string) *http.Request {
		var b bytes.Buffer
		m := multipart.NewWriter(&b)
		for i := 0; i < len(fields); i += 2 {
			if err := m.WriteField(fields[i], fields[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		f, err := m.CreateFormFile("file", "a.html")
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write(bytes.Repeat([]byte("x"), 5000))
		_ = m.Close()
		return post(b.String(), m.FormDataContentType())
	}
	for what, c := range map[string]struct {
		r    *http.Request
		want bool
	}{
		"header":                {post("{}", "application/json", guard.TokenHeader, token), true},
		"field":                 {post("token="+token, form), true},
		"files, first field":    {files("token", token), true},
		"files, later field":    {files("note", "n", "token", token), false},
		"files, wrong":          {files("token", "wrong"), false},
		"files, none":           {files(), false},
		"none":                  {post("a=b", form), false},
		"empty":                 {post("token=", form), false},
		"of another session":    {post("token="+guard.Token("other"), form), false},
		"in the address":        {get("/ar/sources?token=" + token), false},
		"the session's own":     {post("token="+session, form), false},
		"with something behind": {post("{}", "application/json", guard.TokenHeader, token+"x"), false},
	} {
		before := c.r.ContentLength
		if got, err := guard.HasToken(c.r, session); got != c.want || err != nil {
			t.Errorf("%s: %v %v", what, got, err)
		}
		if strings.HasPrefix(what, "files") {
			if b, err := io.ReadAll(c.r.Body); err != nil || int64(len(b)) != before {
				t.Errorf("%s: the body has %d bytes of %d: %v", what, len(b), before, err)
			}
		}
	}
}

func TestPaths(t *testing.T) {
	_, h := desk(guard.Options{})
	for _, p := range []string{"/ar/../etc/passwd", "/ar/%2e%2e/x", "/ar/%2E%2E%2Fx", "/ar/report/..%2f..%2fx", "/ar/report/a%00b", "/ar/report/a%5cb",
		"/ar/report/a%0ab", "/ar//report/x", "/ar/./x", "/ar/report/%ff", "/ar/report/%E2%80%AEx", "/ar/report/" + strings.Repeat("a", 9000)} {
		w := ask(h, get(p))
		if w.Code != 400 && w.Code != 414 {
			t.Errorf("%.40s: %d", p, w.Code)
		}
	}
	for _, p := range []string{"/ar/report/x", "/ar/report/a%2Fb", "/ar/report/%D9%86%D9%87%D8%B1", "/ar/report/a..b", "/ar/report/CON"} {
		if w := ask(h, get(p)); w.Code != 200 {
			t.Errorf("%s: %d", p, w.Code)
		}
	}
}

// TestPanic wants neither the words of a panic nor a stack with the client, nor the words in
// the log.
func TestPanic(t *testing.T) {
	var log bytes.Buffer
	_, h := desk(guard.Options{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	w := ask(h, get("/panic"))
	if w.Code != 500 || strings.Contains(w.Body.String(), "words") || strings.Contains(w.Body.String(), "goroutine") {
		t.Errorf("%d %q", w.Code, w.Body)
	}
	if s := log.String(); strings.Contains(s, "words of") || !strings.Contains(s, "guard_test.desk") || !strings.Contains(s, `"status":500`) {
		t.Error(s)
	}
}

// TestLog wants patterns in log and metrics, and nothing that was asked for.
func TestLog(t *testing.T) {
	var log bytes.Buffer
	g, h := desk(guard.Options{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	ask(h, get("/ar/search?q=needle"))
	ask(h, get("/ar/report/needle", "User-Agent", "needle", "Referer", "http://localhost/needle"))
	ask(h, get("/needle/needle"))
	odd := get("/ar/search?q=needle")
	odd.Method = "NEEDLE"
	ask(h, odd)
	foreign := get("/ar/search?q=needle")
	foreign.Host = "needle.example"
	id := ask(h, foreign).Header().Get("X-Request-Id")
	m := ask(g.Metrics(func(context.Context) []guard.Gauge { return []guard.Gauge{{"riwaya_articles", "Articles.", 3}} }), get("/metrics")).Body.String()
	for _, s := range []string{log.String(), m} {
		if strings.Contains(strings.ToLower(s), "needle") {
			t.Error(s)
		}
		if !strings.Contains(s, "/ar/report/{id}") || !strings.Contains(s, "/ar/search") {
			t.Error("no patterns in", s)
		}
	}
	if !strings.Contains(log.String(), id) || len(id) != 16 {
		t.Errorf("request %q is not in the log", id)
	}
	for _, want := range []string{`riwaya_requests_total{method="GET",route="/ar/search",status="200"} 1`, `riwaya_refused_total{why="host"} 1`,
		"riwaya_requests_under_way 0", `riwaya_request_seconds_count{route="/ar/search"} 1`, "riwaya_articles 3", `riwaya_requests_total{method="other"`} {
		if !strings.Contains(m, want) {
			t.Errorf("no %s in\n%s", want, m)
		}
	}
}

func TestHealth(t *testing.T) {
	for _, err := range []error{nil, errors.New("/home/somebody/ledger is gone")} {
		w := ask(guard.Health(func(context.Context) error { return err }), get("/healthz"))
		if (w.Code == 200) != (err == nil) || strings.Contains(w.Body.String(), "somebody") {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
}
