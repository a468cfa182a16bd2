package desk_test

import (
	"archive/zip"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"riwaya/internal/desk"
	"riwaya/internal/desk/login"
	"riwaya/internal/shelf/shelftest"
)

// privateNamesStay asks all that the desk's table has, in both languages, as a reader and as an
// admin: the name of a private person is on no page but that of the article that has it.
func privateNamesStay(t *testing.T, w *world) {
	names := []string{witness, shelftest.Private(t)}
	asked := 0
	for _, role := range []login.Role{login.Reader, login.Admin} {
		for _, e := range w.desk.Entries() {
			if theArticle(e) {
				continue
			}
			shown := false
			for _, r := range w.requests(e) {
				what := role.String() + " " + r.Method + " " + r.URL.RequestURI()
				a := w.ask(w.as(role, r))
				asked++
				shown = shown || a.status < 400 && !strings.Contains(a.header.Get("Location"), "/login")
				if a.status >= 500 {
					t.Errorf("%s: %d %.300s", what, a.status, a.body)
				}
				for _, name := range names {
					if where := named(a, name); where != "" {
						t.Errorf("%s names a private person: %s", what, where)
					}
				}
			}
			if !shown && e.Method == "GET" && e.Least <= role && !open(e) {
				t.Errorf("%s %s shows nothing as it is asked here", e.Method, e.Pattern)
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d were asked", asked)
	}
}

// theArticle reports whether an entry is the page of an article, which shows it as it was published; or
// sends, to a reviewer and as a file, the capture as it came or what proves it: that is the evidence,
// and altered it would be none.
func theArticle(e desk.Entry) bool {
	return strings.HasSuffix(e.Pattern, "/report/{id}") || e.Least >= login.Reviewer && (strings.HasSuffix(e.Pattern, "/evidence/{id}/capture") || strings.HasSuffix(e.Pattern, "/evidence/{id}/proof"))
}

// open reports whether an entry's answer stays open.
func open(e desk.Entry) bool { return strings.HasSuffix(e.Pattern, "/events") }

// named is where an answer has a name, "" where it has not: as it is, its parts, escaped for HTML,
// JSON or an address, in what is shown or in a header.
func named(a got, name string) string {
	var all strings.Builder
	all.WriteString(a.body)
	for k, v := range a.header {
		all.WriteString("\n" + k + ": " + strings.Join(v, " "))
	}
	texts := append(archived(a), all.String(), html.UnescapeString(all.String()))
	var v any
	if json.Unmarshal([]byte(a.body), &v) == nil {
		b, _ := json.Marshal(v)
		texts = append(texts, strings.ReplaceAll(string(b), `\u`, ""))
	}
	if plain, err := url.PathUnescape(strings.ReplaceAll(all.String(), "%", "%")); err == nil {
		texts = append(texts, plain)
	}
	parts := append(strings.Fields(name), url.PathEscape(strings.Fields(name)[len(strings.Fields(name))-1]))
	for _, text := range texts {
		for _, part := range parts[len(parts)-2:] { // the name that is nobody else's
			if i := strings.Index(text, part); i >= 0 {
				return "… " + strings.ToValidUTF8(text[max(0, i-80):min(len(text), i+80)], "") + " …"
			}
		}
	}
	return ""
}

// archived are the files of an answer that is an archive, and their names.
func archived(a got) (out []string) {
	if a.header.Get("Content-Type") != "application/zip" {
		return nil
	}
	z, err := zip.NewReader(strings.NewReader(a.body), int64(len(a.body)))
	if err != nil {
		return []string{a.body}
	}
	for _, f := range z.File {
		out = append(out, f.Name)
		if in, err := f.Open(); err == nil {
			if b, err := io.ReadAll(in); err == nil {
				out = append(out, string(unpacked(b)))
			}
		}
	}
	return out
}

// nothingIsScript asks the same, and reads what comes as a browser would: nothing that came in
// with an article, an address or a query is an element, an attribute, a script or a link that runs.
func nothingIsScript(t *testing.T, w *world) {
	pages := 0
	see := func(r *http.Request, a got) {
		what := r.Method + " " + r.URL.RequestURI()
		if a.status >= 500 {
			t.Errorf("%.200s: %d", what, a.status)
		}
		if strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
			pages++
			inspect(t, what, a.body)
		}
		if l := a.header.Get("Location"); l != "" && !strings.HasPrefix(l, "/") || strings.HasPrefix(l, "//") {
			t.Errorf("%.200s leads to %q", what, l)
		}
	}
	for _, x := range w.walk() {
		see(x.r, x.got)
		for _, r := range hostileQueries(x.r) {
			see(r, w.ask(r))
		}
	}
	if pages < 20 {
		t.Errorf("only %d pages were read", pages)
	}
}

// hostileQueries are a request with planted values in all that pages read from an address.
func hostileQueries(r *http.Request) []*http.Request {
	if r.Method != http.MethodGet || strings.HasPrefix(r.URL.Path, "/api/") {
		return nil
	}
	q := url.Values{}
	for _, k := range []string{"q", "from", "to", "outlets", "skip", "said", "next", "cursor", "lang", "view", "sort", "about", "at", "id", "layer", "page", "place", "bbox", "names"} {
		q.Set(k, hostile)
	}
	more := r.Clone(r.Context())
	more.URL.RawQuery = q.Encode()
	more.RequestURI = more.URL.RequestURI()
	path := r.Clone(r.Context())
	path.URL.Path += hostile
	path.URL.RawPath = ""
	path.RequestURI = path.URL.RequestURI()
	return []*http.Request{more, path}
}

// loads are the attributes by which an element loads, leads or sends somewhere.
var loads = map[string]bool{"href": true, "src": true, "action": true, "formaction": true, "data": true, "poster": true, "srcset": true, "cite": true, "background": true, "xlink:href": true, "ping": true, "manifest": true}

// inspect reads a page as a browser does.
func inspect(t *testing.T, what, body string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	must(t, err)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		wrong := func(why string) { t.Errorf("%.200s: <%s>: %s", what, n.Data, why) }
		kind, src := "", ""
		for _, a := range n.Attr {
			switch {
			case strings.Contains(a.Key, element), strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc", a.Key == "http-equiv", strings.Contains(a.Key, "<"):
				wrong("attribute " + a.Key)
			case a.Key == "type":
				kind = a.Val
			}
			if loads[a.Key] {
				if !leads(a.Val, n.Data == "a") {
					wrong(a.Key + " is " + a.Val)
				}
				if a.Key == "src" {
					src = a.Val
				}
			}
		}
		switch n.Data {
		case element, "style", "base", "iframe", "frame", "object", "embed", "applet":
			wrong("is on the page")
		case "script":
			if kind == "application/json" && src == "" { // data, which does not run
				var v any
				if n.FirstChild != nil && json.Unmarshal([]byte(n.FirstChild.Data), &v) != nil {
					wrong("its data are no JSON")
				}
			} else if !strings.HasPrefix(src, "/static/") {
				wrong("runs what is no file of the desk")
			}
		case "link", "img", "source", "video", "audio", "form":
			for _, a := range n.Attr {
				if loads[a.Key] && (strings.Contains(a.Val, ":") && !strings.HasPrefix(a.Val, "data:image/")) {
					wrong("loads or sends elsewhere: " + a.Val)
				}
			}
		}
	}
}

// leads reports whether an address may stand on a page: one of the desk, and of a link also one of
// the web.
func leads(address string, link bool) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "":
		return u.Host == ""
	case "http", "https":
		return link && u.Host != ""
	case "data":
		return strings.HasPrefix(address, "data:image/")
	}
	return false
}
