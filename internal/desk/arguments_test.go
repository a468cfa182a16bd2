package desk_test

import (
	"bytes"
	"context"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	"riwaya/internal/desk"
	"riwaya/internal/desk/words"
)

// requests are ones to which an entry of the desk's table gives its answers: with good arguments,
// about what is planted. An entry that is not known here fails the tests, so that whoever adds one
// thinks of what may not be seen there.
func (w *world) requests(e desk.Entry) []*http.Request {
	w.t.Helper()
	pattern, lang := e.Pattern, ""
	for _, l := range words.Languages() {
		if rest, ok := strings.CutPrefix(pattern, "/"+l+"/"); ok {
			pattern, lang = "/"+rest, "/"+l
		}
	}
	var out []*http.Request
	in := func(paths ...string) {
		for _, p := range paths {
			out = append(out, get(lang+p))
		}
	}
	form := func(values url.Values) { out = append(out, post(lang+w.filled(pattern, w.ids["article"]), values)) }
	sent := func(body string) {
		r := local(httptest.NewRequest(e.Method, w.filled(pattern, w.ids["article"]), strings.NewReader(body)))
		r.Header.Set("Content-Type", "application/json")
		out = append(out, r)
	}
	all := []string{w.ids["article"], w.ids["hostile"], w.articles[4], w.articles[0], w.articles[1]}
	each := func(ids ...string) {
		for _, id := range ids {
			in(w.filled(pattern, id))
		}
	}
	switch e.Method + " " + pattern {
	// pages
	case "GET /{$}":
		in("/")
	case "GET /today":
		in("/today", "/today?from=2021-03-01&to=2021-03-31", "/today?outlets=1&skip=1")
	case "GET /sources", "GET /review", "GET /cases", "GET /healthz", "GET /metrics", "GET /api/v1/openapi.json":
		in(pattern)
	case "GET /login":
		in("/login", "/login?next=/ar/today")
	case "POST /login":
		form(url.Values{"name": {"nobody"}, "password": {"x"}})
	case "POST /logout": // ends the session that the others need: TestLeave of the login
	case "POST /sources":
		out = append(out, files(lang+"/sources", map[string]string{"links": "https://a.example/feed"}, ""), files(lang+"/sources", nil, hostile), files(lang+"/sources", map[string]string{"links": "javascript:" + hostile}, ""))
	case "POST /sources/retry":
		form(nil)
	case "POST /sources/stop":
		form(url.Values{"job": {"1"}})
	case "POST /close": // ends the desk; here it has nothing that could be ended
		form(nil)
	case "POST /story/{id}/split":
		out = append(out, post(lang+"/story/"+w.ids["story"]+"/split", url.Values{"article": {w.ids["article"]}, "note": {hostile}}))
	case "POST /story/{id}/merge":
		out = append(out, post(lang+"/story/"+w.ids["story"]+"/merge", url.Values{"with": {w.ids["hostile"]}, "note": {hostile}}), post(lang+"/story/"+w.ids["story"]+"/merge", url.Values{"with": {hostile}}))
	case "POST /story/{id}/undo":
		out = append(out, post(lang+"/story/"+w.ids["story"]+"/undo", url.Values{"decision": {"1"}}))
	case "POST /cases":
		form(url.Values{"name": {hostile}, "language": {"en"}})
	case "GET /cases/add":
		for _, id := range []string{w.ids["article"], w.ids["hostile"], w.ids["claim"], w.ids["article"] + "/" + w.ids["claim"], w.ids["incident"], w.ids["question"], hostile} {
			in("/cases/add?id=" + url.QueryEscape(id))
		}
	case "POST /cases/add":
		form(url.Values{"id": {w.ids["other"]}, "case": {w.ids["case"]}, "comment": {hostile}})
	case "GET /case/{id}", "GET /api/v1/cases/{id}":
		each(w.ids["case"], "case-none")
	case "POST /case/{id}":
		out = append(out, post(lang+"/case/"+w.ids["case"], url.Values{"name": {hostile}, "language": {"ar"}}))
	case "POST /case/{id}/item/{item}":
		for _, do := range []string{"save", "exclude", "include", "up", "down", hostile} {
			out = append(out, post(lang+"/case/"+w.ids["case"]+"/item/"+w.ids["item"], url.Values{"do": {do}, "at": {"2"}, "comment": {hostile}}))
		}
	case "POST /case/{id}/note":
		out = append(out, post(lang+"/case/"+w.ids["case"]+"/note", url.Values{"text": {hostile}}))
	case "POST /case/{id}/undo":
		out = append(out, post(lang+"/case/"+w.ids["case"]+"/undo", url.Values{"change": {"1"}}))
	case "POST /case/{id}/delete": // not sure: the others need the case
		out = append(out, post(lang+"/case/"+w.ids["case"]+"/delete", nil))
	case "POST /case/{id}/export", "POST /api/v1/cases/{id}/export":
		out = append(out, post(lang+w.filled(pattern, w.ids["case"]), url.Values{"language": {"en"}}))
	case "GET /api/v1/cases":
		in(pattern)
	case "POST /api/v1/cases":
		sent(`{"name":"n","language":"en"}`)
	case "POST /api/v1/cases/{id}/items":
		r := local(httptest.NewRequest(e.Method, w.filled(pattern, w.ids["case"]), strings.NewReader(`{"kind":"report","about":"`+w.articles[1]+`","comment":"c"}`)))
		r.Header.Set("Content-Type", "application/json")
		out = append(out, r)
	case "POST /api/v1/evidence/{id}/proof":
		form(nil)
	case " /", "GET /static/": // what is nowhere
		in("/nowhere", "/static/nowhere.js", "/static/x/desk.css")
	case " /api/v1/":
		in("/api/v1/nowhere")
	// the API; pages of the same names have the same arguments
	case "GET /api/v1/stories", "GET /api/v1/incidents", "GET /api/v1/incidents.geojson", "GET /api/v1/outlets", "GET /api/v1/shares", "GET /api/v1/trackers", "GET /api/v1/status",
		"GET /api/v1/sources", "GET /api/v1/failures", "GET /api/v1/jobs", "GET /api/v1/reviews", "GET /api/v1/session":
		in(pattern)
	case "GET /story/{id}", "GET /api/v1/stories/{id}", "GET /api/v1/stories/{id}/series":
		each(append(all, w.ids["story"])...)
	case "GET /incident/{id}", "GET /api/v1/incidents/{id}":
		each(w.ids["incident"])
	case "GET /question/{id}", "GET /api/v1/questions/{id}":
		each(w.ids["question"])
	case "GET /report/{id}", "GET /api/v1/reports/{id}":
		each(all...)
	case "GET /chain/{id}", "GET /api/v1/trace/{id}":
		each(w.ids["article"], w.ids["hostile"], w.articles[4], w.articles[0], w.ids["claim"])
	case "GET /chain", "GET /api/v1/trace":
		in(pattern+"?q="+url.QueryEscape("12 قتيلا"), pattern+"?q="+url.QueryEscape("\"انفجارا هز سوق الخضار\""), pattern+"?q="+url.QueryEscape(hostile))
	case "GET /compare/{a}/{b}", "GET /api/v1/compare/{a}/{b}":
		base := strings.TrimSuffix(pattern, "{a}/{b}")
		in(base+w.articles[0]+"/"+w.ids["article"], base+w.articles[0]+"/"+w.ids["hostile"], base+w.articles[1]+"/"+w.articles[4])
	case "GET /search", "GET /api/v1/search":
		in(pattern+"?q="+url.QueryEscape("سرمين"), pattern+"?q=killed:12", pattern+"?q="+url.QueryEscape(hostile))
	case "GET /api/v1/trackers/{id}":
		each("tolls", "none")
	case "GET /evidence/{id}", "GET /api/v1/evidence/{id}":
		each(append(all, w.ids["capture"])...)
	case "GET /evidence/{id}/capture":
		each(w.ids["capture"], w.ids["article"])
	case "POST /evidence/{id}/proof":
		form(nil)
	case "GET /report/{id}/why/{finding}":
		in("/report/"+w.ids["article"]+"/why/"+w.ids["claim"], "/report/"+w.ids["hostile"]+"/why/"+w.ids["claim"])
	case "GET /outlets":
		in(pattern)
	case "GET /outlet/{name}":
		each(url.PathEscape("نهر بوست"), url.PathEscape("O"+hostile))
	case "GET /source/{id}":
		each(w.ids["source"], "afp", url.PathEscape("الدفاع المدني"), "nobody")
	case "GET /review/agreement":
		in(pattern)
	case "GET /review/{article}":
		for _, id := range all {
			in("/review/"+id, "/review/"+id+"?add=claims", "/review/"+id+"?by=R2&entered=1&add="+url.QueryEscape(hostile))
		}
	case "GET /review/{article}/{finding}":
		in(w.findings("/review/")...)
	case "POST /review/{article}":
		for id, said := range w.said() {
			to := lang + "/review/" + id
			out = append(out, post(to, url.Values{"verdict": {"add"}, "of": {"times"}, "f.span": {"0-3"}, "f.value": {hostile}, "f.type": {"DATE"}, "note": {said}}),
				post(to, url.Values{"verdict": {"whole"}, "layers": {"claims"}, "note": {said}}), post(to, url.Values{"verdict": {hostile}}))
		}
	case "POST /review/{article}/{finding}":
		for id, said := range w.said() {
			for _, to := range w.findings("/review/") {
				if strings.Contains(to, id) {
					out = append(out, post(lang+to, url.Values{"verdict": {"correct"}, "f.source.name": {said}, "f.name": {said}, "note": {said}}), post(lang+to, url.Values{"verdict": {"accept"}, "note": {said}}))
				}
			}
		}
	case "POST /review/undo":
		form(url.Values{"leaf": {"1"}})
		form(url.Values{"leaf": {hostile}})
	case "GET /api/v1/events": // stays open: TestEvents of the API
	case "POST /api/v1/reviews":
		sent(`{"verdict":"whole","about":"` + w.ids["article"] + `","layers":["claims"],"note":"` + witness + `"}`)
	case "POST /api/v1/session":
		sent(`{"name":"nobody","password":"x"}`)
	case "DELETE /api/v1/session": // ends the session that the others need: TestLeave of the login
	default:
		w.t.Errorf("%s %s is not known here: say in arguments_test.go with what it is asked, so that the tests of the guard reach it", e.Method, e.Pattern)
	}
	return out
}

// said is what is written about the planted articles. A name is known to be private by the article that
// has it: what a reviewer writes of it elsewhere nobody can know.
func (w *world) said() map[string]string {
	return map[string]string{w.ids["article"]: witness + hostile, w.ids["hostile"]: hostile}
}

// findings are the addresses of every finding of the planted articles.
func (w *world) findings(below string) (out []string) {
	w.t.Helper()
	for _, id := range []string{w.ids["article"], w.ids["hostile"]} {
		v, err := w.ledger.Shelf.Reviewed(context.Background(), id)
		if err != nil {
			w.t.Fatal(err)
		}
		for i := range v.Findings {
			out = append(out, below+id+"/"+v.Findings[i].Ref.Finding)
		}
	}
	return out
}

// filled is a pattern with its wildcards filled in.
func (w *world) filled(pattern, id string) string {
	for _, wild := range []string{"{id}", "{a}", "{b}", "{name}", "{article}", "{finding}", "{item}"} {
		pattern = strings.ReplaceAll(pattern, wild, id)
	}
	return strings.TrimSuffix(pattern, "{$}")
}

// files is a form with a file.
func files(path string, fields map[string]string, name string) *http.Request {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for k, v := range fields {
		_ = m.WriteField(k, v)
	}
	if name != "" {
		if f, err := m.CreateFormFile("files", name); err == nil {
			_, _ = f.Write([]byte("x"))
		}
	}
	_ = m.Close()
	r := local(httptest.NewRequest("POST", path, &b))
	r.Header.Set("Content-Type", m.FormDataContentType())
	return r
}
