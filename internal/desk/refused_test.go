package desk_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"riwaya/internal/desk"
	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
)

// roles asks all routes as each role: what is beyond it is refused, what is not is not.
func roles(t *testing.T, w *world) {
	for _, role := range []login.Role{login.Nobody, login.Reader, login.Reviewer, login.Admin} {
		for _, e := range w.desk.Entries() {
			for _, r := range w.requests(e) {
				if role > e.Least && !guard.Safe(r) {
					continue // done once, by whoever may just do it
				}
				a := w.ask(w.as(role, r))
				what := role.String() + " " + r.Method + " " + r.URL.Path
				toLogin := a.status == http.StatusUnauthorized || strings.Contains(a.header.Get("Location"), "/login?next=") || strings.HasSuffix(a.header.Get("Location"), "/login")
				switch {
				case role == login.Nobody && e.Least > login.Nobody:
					if !toLogin {
						t.Errorf("%s: %d", what, a.status)
					}
				case role < e.Least:
					if a.status != http.StatusForbidden {
						t.Errorf("%s: %d", what, a.status)
					}
				case role > login.Nobody && toLogin:
					t.Errorf("%s is led to log in", what)
				case strings.HasSuffix(e.Pattern, "/close"): // a desk with accounts is not closed by one of them
				case role > login.Nobody && a.status == http.StatusForbidden && e.Least > login.Nobody:
					t.Errorf("%s: %d %.200s", what, a.status, a.body)
				}
			}
		}
	}
}

// changesAreOurs asks for every change as a page of another site would have a browser ask, and
// without the token of the session.
func changesAreOurs(t *testing.T, w *world) {
	changes := 0
	for _, e := range w.desk.Entries() {
		if method := e.Method; method != "" && !guard.Safe(&http.Request{Method: method}) { // for any method is what is nowhere
			changes++
			ask := func(what string, want int, change func(*http.Request)) {
				t.Helper()
				r := local(httptest.NewRequest(method, w.filled(e.Pattern, w.ids["article"]), strings.NewReader("a=b")))
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				r.AddCookie(w.cookies[login.Admin])
				change(r)
				if a := w.ask(r); a.status != want {
					t.Errorf("%s %s, %s: %d", method, e.Pattern, what, a.status)
				}
			}
			token := guard.Token(w.cookies[login.Admin].Value)
			ask("no token", 403, func(*http.Request) {})
			ask("the token of another", 403, func(r *http.Request) { r.Header.Set(guard.TokenHeader, guard.Token(w.cookies[login.Reader].Value)) })
			ask("from another site", 403, func(r *http.Request) {
				r.Header.Set(guard.TokenHeader, token)
				r.Header.Set("Sec-Fetch-Site", "cross-site")
			})
			ask("from another port", 403, func(r *http.Request) {
				r.Header.Set(guard.TokenHeader, token)
				r.Header.Set("Sec-Fetch-Site", "same-site")
			})
			ask("from another origin", 403, func(r *http.Request) {
				r.Header.Set(guard.TokenHeader, token)
				r.Header.Del("Sec-Fetch-Site")
				r.Header.Set("Origin", "https://evil.example")
			})
			ask("that says nothing", 403, func(r *http.Request) {
				r.Header.Set(guard.TokenHeader, token)
				r.Header.Del("Sec-Fetch-Site")
			})
		}
	}
	if changes < 8 {
		t.Errorf("only %d changes", changes)
	}
}

// otherNames asks every route under names that are not the desk's, as a page whose name was made
// to resolve to this machine would.
func otherNames(t *testing.T, w *world) {
	for _, e := range w.desk.Entries() {
		for _, r := range w.requests(e) {
			for _, host := range []string{"evil.example", "localhost.", "127.0.0.1.evil.example", "localhost.evil.example", "[::ffff:127.0.0.1]", "127.1", "0.0.0.0", "", "localhost:99999x", "[fe80::1%25eth0]"} {
				one := r.Clone(r.Context())
				one.Host, one.Body = host, http.NoBody
				if a := w.ask(one); a.status != http.StatusMisdirectedRequest || strings.Contains(a.body, "سرمين") {
					t.Errorf("%s %s as %q: %d", r.Method, r.URL.Path, host, a.status)
				}
			}
			one := r.Clone(r.Context())
			one.RemoteAddr, one.Body = "192.0.2.1:1", http.NoBody
			if a := w.ask(one); a.status != http.StatusForbidden {
				t.Errorf("%s %s from another machine: %d", r.Method, r.URL.Path, a.status)
			}
			break // one of each is enough: the guard does not look at arguments
		}
	}
}

// tricks are paths and names by which programs are made to open other files than they should.
var tricks = []string{"../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "%2e%2e%2f", "..%5c..%5cwindows", "....//....//etc/passwd", "..;/x", "a%00b", "%00", "a%0ab", "a%0d%0aSet-Cookie:x=y",
	"C:%5Cwindows%5Cwin.ini", "C:/windows", "CON", "nul", "NUL.txt", "COM1", "aux.html", "LPT1:", "file:%2f%2f%2fetc%2fpasswd", "%2fetc%2fpasswd", "~root", ".git/config", "desk.sqlite", "ledger.sqlite",
	"..%2fdesk.sqlite", "%252e%252e%252f", "%c0%ae%c0%ae%2f", "%ff", "%E2%80%AE", "\u202e", strings.Repeat("a", 3000), strings.Repeat("%2e%2e%2f", 1200)}

// tricksWithPaths puts them into every pattern that has a place for them, and behind every one.
func tricksWithPaths(t *testing.T, w *world) {
	asked := 0
	for _, e := range w.desk.Entries() {
		method := e.Method
		if method == "" {
			method = http.MethodGet
		}
		if open(e) {
			continue
		}
		for _, trick := range tricks {
			paths := []string{strings.TrimSuffix(w.filled(e.Pattern, "x"), "/") + "/" + trick}
			if filled := w.filled(e.Pattern, trick); filled != w.filled(e.Pattern, "x") {
				paths = append(paths, filled)
			}
			for _, p := range paths {
				u, err := url.ParseRequestURI(p)
				if err != nil {
					continue // no browser and no program could send it
				}
				r := local(httptest.NewRequest(method, "/", nil))
				r.URL, r.RequestURI = u, p
				a := w.ask(r)
				asked++
				switch {
				case a.status >= 500:
					t.Errorf("%s %.120s: %d", method, p, a.status)
				case a.status == 200 && method == http.MethodGet && !harmless(e, p):
					t.Errorf("%s %.120s: %d %.200s", method, p, a.status, a.body)
				}
				for _, secret := range []string{"root:x:", "SQLite format 3", "[core]", w.ledger.Dir} {
					if strings.Contains(a.body, secret) || strings.Contains(a.header.Get("Location"), secret) {
						t.Errorf("%s %.120s shows %q", method, p, secret)
					}
				}
				if len(a.cookies) > 0 {
					t.Errorf("%s %.120s sets a cookie", method, p)
				}
			}
		}
	}
	if asked < 1000 {
		t.Errorf("only %d were asked", asked)
	}
}

// harmless reports whether an entry answers 200 to whatever it is asked for, by what it is.
func harmless(e desk.Entry, _ string) bool {
	return strings.HasSuffix(e.Pattern, "/outlet/{name}") // a name of no outlet: a page that says so
}

// oversize sends every change more than it takes, and a header and an address that are too long.
func oversize(t *testing.T, w *world) {
	for _, e := range w.desk.Entries() {
		if guard.Safe(&http.Request{Method: e.Method}) || e.Method == "" {
			continue
		}
		most := e.Body
		if most == 0 {
			most = 1 << 20
		}
		for _, kind := range []string{"application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x"} {
			for _, length := range []int64{most + 1, -1} {
				if most > 16<<20 && length < 0 {
					continue // an upload: it would be taken in to its end
				}
				body := &endless{}
				r := local(httptest.NewRequest(e.Method, w.filled(e.Pattern, w.ids["article"]), body))
				r.Header.Set("Content-Type", kind)
				r.ContentLength = length
				a := w.ask(r)
				if a.status >= 500 || body.read > most+(64<<10) || body.read > 0 && a.status < 300 {
					t.Errorf("%s %s with %s: %d, %d bytes were read", e.Method, e.Pattern, kind, a.status, body.read)
				}
			}
		}
	}
	r := get("/ar/search?q=" + strings.Repeat("a", 9000))
	if a := w.ask(r); a.status != http.StatusRequestURITooLong {
		t.Error(a.status)
	}
}

// endless is a body that goes on: who reads it to its end reads for ever.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += int64(len(p))
	return len(p), nil
}

// headersEverywhere wants the policy on every answer, whatever it is, and texts kept nowhere.
func headersEverywhere(t *testing.T, w *world) {
	for _, x := range w.walk() {
		e, r, a := x.entry, x.r, x.got
		for k, want := range map[string]string{"Content-Security-Policy": guard.Policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin"} {
			if got := a.header.Get(k); got != want && got != "default-src 'none'; sandbox" { // of a capture, which is no page
				t.Errorf("%s %s: %s is %q", r.Method, r.URL.Path, k, a.header.Get(k))
			}
		}
		if c := a.header.Get("Cache-Control"); c != "no-store" && !strings.HasPrefix(e.Pattern, "/static/") {
			t.Errorf("%s %s: Cache-Control is %q", r.Method, r.URL.Path, c)
		}
		if kind := a.header.Get("Content-Type"); kind == "" && len(a.body) > 0 {
			t.Errorf("%s %s has no content type", r.Method, r.URL.Path)
		}
		for _, no := range []string{"Server", "X-Powered-By", "Access-Control-Allow-Origin"} {
			if a.header.Get(no) != "" {
				t.Errorf("%s %s: %s is %q", r.Method, r.URL.Path, no, a.header.Get(no))
			}
		}
	}
}

// TestGuessing tries passwords on both doors: neither tells who there is, and both close.
func TestGuessing(t *testing.T) {
	w := newWorld(t, true)
	seen := map[string]string{}
	for i := range 12 {
		name := []string{"rana", "nobody"}[i%2]
		a := w.ask(post("/en/login", url.Values{"name": {name}, "password": {"a wrong guess at it"}}))
		if a.status != 403 && a.status != 429 || len(a.cookies) > 0 {
			t.Fatal(a.status)
		}
		if a.status == 403 {
			seen[name] = strings.ReplaceAll(a.body, name, "")
		}
	}
	if seen["rana"] == "" || seen["rana"] != seen["nobody"] {
		t.Error("a name that is there is answered otherwise than one that is not")
	}
	r := local(httptest.NewRequest("POST", "/api/v1/session", strings.NewReader(`{"name":"rana","password":"four or five words"}`)))
	r.Header.Set("Content-Type", "application/json")
	if a := w.ask(r); a.status != 429 {
		t.Error("the other door is open:", a.status, a.body)
	}
}

// TestBearer logs in as a program does.
func TestBearer(t *testing.T) {
	w := newWorld(t, true)
	ask := func(method, path, secret, body string) got {
		r := httptest.NewRequest(method, "/api/v1"+path, strings.NewReader(body))
		r.Host = "localhost"
		r.Header.Set("Content-Type", "application/json")
		if secret != "" {
			r.Header.Set("Authorization", "Bearer "+secret)
		}
		return w.ask(r)
	}
	a := ask("POST", "/session", "", `{"name":"rami","password":"four or five words"}`)
	i := strings.Index(a.body, `"secret":"`)
	if a.status != 200 || i < 0 || len(a.cookies) > 0 {
		t.Fatal(a.status, a.body)
	}
	secret, _, _ := strings.Cut(a.body[i+len(`"secret":"`):], `"`)
	if a := ask("GET", "/session", secret, ""); a.status != 200 || !strings.Contains(a.body, `"role":"reviewer"`) || strings.Contains(a.body, "rami") {
		t.Error(a.status, a.body)
	}
	if a := ask("POST", "/reviews", secret, `{"verdict":"whole","about":"`+w.articles[0]+`","layers":["claims"]}`); a.status != 200 {
		t.Error(a.status, a.body)
	}
	if a := ask("DELETE", "/session", secret, ""); a.status != 204 {
		t.Error(a.status, a.body)
	}
	if a := ask("GET", "/stories", secret, ""); a.status != 401 || a.header.Get("WWW-Authenticate") == "" {
		t.Error(a.status)
	}
}

// logKeepsQuiet asks all, and looks at the log and the metrics: no words of articles, no IDs, no
// queries, no addresses.
func logKeepsQuiet(t *testing.T, w *world) {
	w.walk()
	text := w.log.String() + w.ask(get("/metrics")).body
	for _, no := range []string{w.ids["article"], w.ids["story"], w.ids["claim"], "سرمين", "%D8", "xss", "killed", "a.example", "nahr.example", "nobody", w.ledger.Dir} {
		if i := strings.Index(text, no); i >= 0 {
			t.Errorf("%q is in … %s …", no, text[max(0, i-100):min(len(text), i+60)])
		}
	}
	if !strings.Contains(text, "/api/v1/reports/{id}") {
		t.Error("nothing was logged")
	}
}
