package login

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"riwaya/internal/desk/guard"
)

// world is a desk with a route for each role, over real connections.
type world struct {
	t       *testing.T
	server  *httptest.Server
	clock   *clock
	account *Accounts
	cookies map[string]*http.Cookie
}

func newWorld(t *testing.T, tls bool) *world {
	w := &world{t: t, clock: newClock()}
	w.account, _ = open(t, w.clock)
	for name, role := range map[string]Role{"rana": Reader, "rami": Reviewer, "adam": Admin} {
		_, err := w.account.Add(context.Background(), name, "", good, role)
		must(t, err)
	}
	g := guard.New(guard.Options{Hosts: guard.NewHosts(""), Now: time.Now})
	gate := NewGate(GateOptions{Accounts: w.account, TLS: tls, Guard: g})
	mux := http.NewServeMux()
	say := func(rw http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(rw, From(r.Context()).Pseudonym) }
	for path, role := range map[string]Role{"/any": Nobody, "/read": Reader, "/review": Reviewer, "/admin": Admin} {
		mux.Handle(path, gate.Least(role, http.HandlerFunc(say)))
	}
	mux.Handle("POST /login", gate.Least(Nobody, http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if err := gate.Enter(rw, r, r.PostFormValue("name"), r.PostFormValue("password")); err != nil {
			http.Error(rw, "no", http.StatusForbidden)
		}
	})))
	mux.Handle("POST /logout", gate.Least(Reader, http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		must(t, gate.Leave(rw, r, r.PostFormValue("all") != ""))
	})))
	if tls {
		w.server = httptest.NewTLSServer(g.Handler(mux))
	} else {
		w.server = httptest.NewServer(g.Handler(mux))
	}
	t.Cleanup(w.server.Close)
	return w
}

func (w *world) do(method, path string, c *http.Cookie, form url.Values, headers ...string) *http.Response {
	w.t.Helper()
	r, err := http.NewRequest(method, w.server.URL+path, strings.NewReader(form.Encode()))
	must(w.t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", w.server.URL)
	if c != nil {
		r.AddCookie(c)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	res, err := w.server.Client().Do(r)
	must(w.t, err)
	b, err := io.ReadAll(res.Body)
	must(w.t, err, res.Body.Close())
	res.Body = io.NopCloser(strings.NewReader(string(b)))
	return res
}

func (w *world) login(name string) *http.Cookie {
	w.t.Helper()
	res := w.do("POST", "/login", nil, url.Values{"name": {name}, "password": {good}})
	if len(res.Cookies()) != 1 {
		w.t.Fatal(res.Status, res.Cookies())
	}
	return res.Cookies()[0]
}

func TestGate(t *testing.T) {
	w := newWorld(t, false)
	cookies := map[string]*http.Cookie{"": nil, "rana": w.login("rana"), "rami": w.login("rami"), "adam": w.login("adam")}
	for _, c := range []struct {
		name, path string
		want       int
	}{
		{"", "/any", 200}, {"", "/read", 401}, {"", "/review", 401}, {"", "/admin", 401},
		{"rana", "/any", 200}, {"rana", "/read", 200}, {"rana", "/review", 403}, {"rana", "/admin", 403},
		{"rami", "/read", 200}, {"rami", "/review", 200}, {"rami", "/admin", 403},
		{"adam", "/read", 200}, {"adam", "/review", 200}, {"adam", "/admin", 200},
	} {
		if res := w.do("GET", c.path, cookies[c.name], nil); res.StatusCode != c.want {
			t.Errorf("%s at %s: %d", c.name, c.path, res.StatusCode)
		}
	}
	b, _ := io.ReadAll(w.do("GET", "/read", cookies["rana"], nil).Body)
	if s := string(b); !strings.HasPrefix(s, "R") || strings.Contains(s, "rana") {
		t.Errorf("shown as %q", s)
	}
}

func TestCookie(t *testing.T) {
	for _, tls := range []bool{false, true} {
		w := newWorld(t, tls)
		c := w.login("rana")
		if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" || c.Secure != tls || strings.HasPrefix(c.Name, "__Host-") != tls || !c.Expires.IsZero() || c.MaxAge != 0 {
			t.Errorf("%+v", c)
		}
		w.clock.turn(time.Minute)
		again := w.do("POST", "/login", c, url.Values{"name": {"rana"}, "password": {good}, guard.TokenField: {guard.Token(c.Value)}}).Cookies()[0]
		if again.Value == c.Value {
			t.Error("a session was fixed")
		}
		if res := w.do("GET", "/read", c, nil); res.StatusCode != 401 {
			t.Error("the session before goes on")
		}
		if res := w.do("GET", "/read", &http.Cookie{Name: "riwaya-other", Value: again.Value}, nil); res.StatusCode != 401 {
			t.Error("another cookie will do")
		}
	}
}

// TestForged wants the session's token with every change, where the session is a cookie.
func TestForged(t *testing.T) {
	w := newWorld(t, false)
	c, other := w.login("rana"), w.login("rami")
	for what, x := range map[string]struct {
		form url.Values
		head []string
		want int
	}{
		"no token":             {nil, nil, 403},
		"another's":            {url.Values{guard.TokenField: {guard.Token(other.Value)}}, nil, 403},
		"its own":              {url.Values{guard.TokenField: {guard.Token(c.Value)}}, nil, 200},
		"its own in a header":  {nil, []string{guard.TokenHeader, guard.Token(c.Value)}, 200},
		"its own, other site":  {url.Values{guard.TokenField: {guard.Token(c.Value)}}, []string{"Origin", "http://evil.example"}, 403},
		"its own, origin null": {url.Values{guard.TokenField: {guard.Token(c.Value)}}, []string{"Origin", "null"}, 403},
	} {
		if res := w.do("POST", "/read", c, x.form, x.head...); res.StatusCode != x.want {
			t.Errorf("%s: %d", what, res.StatusCode)
		}
	}
	if res := w.do("POST", "/read", nil, nil, "Authorization", "Bearer "+c.Value); res.StatusCode != 200 {
		t.Errorf("a bearer: %d", res.StatusCode)
	}
	for _, bad := range []string{"Bearer", "Bearer x", "Basic " + c.Value, c.Value} {
		if res := w.do("GET", "/read", nil, nil, "Authorization", bad); res.StatusCode != 401 {
			t.Errorf("%s: %d", bad, res.StatusCode)
		}
	}
}

func TestLeave(t *testing.T) {
	w := newWorld(t, false)
	one, two, rami := w.login("rana"), w.login("rana"), w.login("rami")
	status := func(c *http.Cookie) int { return w.do("GET", "/read", c, nil).StatusCode }
	out := w.do("POST", "/logout", one, url.Values{guard.TokenField: {guard.Token(one.Value)}})
	if out.StatusCode != 200 || out.Cookies()[0].MaxAge >= 0 || status(one) != 401 || status(two) != 200 {
		t.Error("left", out.Status, status(one), status(two))
	}
	three := w.login("rana")
	w.do("POST", "/logout", three, url.Values{"all": {"1"}, guard.TokenField: {guard.Token(three.Value)}})
	if status(two) != 401 || status(three) != 401 || status(rami) != 200 {
		t.Error("left everywhere", status(two), status(three), status(rami))
	}
}

// TestOpen: at the machine itself nobody logs in, and from elsewhere nobody gets in.
func TestOpen(t *testing.T) {
	g := guard.New(guard.Options{Hosts: guard.NewHosts(""), Now: time.Now, Local: true})
	gate := NewGate(GateOptions{Guard: g})
	h := g.Handler(gate.Least(Admin, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, From(r.Context()).Pseudonym) })))
	for from, want := range map[string]int{"127.0.0.1:5": 200, "[::1]:5": 200, "192.0.2.1:5": 403, "": 403} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr, r.Host = from, "localhost"
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want || w.Code == 200 && w.Body.String() != Usual {
			t.Errorf("%s: %d %s", from, w.Code, w.Body)
		}
	}
}

func TestNext(t *testing.T) {
	for next, want := range map[string]string{
		"/ar/story/s-1": "/ar/story/s-1", "/en/search?q=a+b": "/en/search?q=a+b",
		"": "/ar/", "//evil.example/": "/ar/", "/\\evil.example": "/ar/", "https://evil.example/ar/": "/ar/", "/ar/../x": "/ar/", "/ar//evil.example": "/ar/",
		"javascript:alert(1)": "/ar/", "/api/v1/stories": "/ar/", "/ar/x\r\nSet-Cookie: a=b": "/ar/", "/ar/x?a=\\": "/ar/", "\t//evil.example": "/ar/",
	} {
		if got := Next(next, "/ar/"); got != want {
			t.Errorf("%q: %q", next, got)
		}
	}
}
