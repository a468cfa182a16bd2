package desk_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"riwaya"
	"riwaya/internal/desk/login"
	"riwaya/internal/disk"
	"riwaya/internal/proof"
	"riwaya/internal/shelf/shelftest"
)

// page is a page's tree; it must be there.
func (w *world) page(path string) *html.Node {
	w.t.Helper()
	a := w.ask(get(path))
	if a.status != 200 {
		w.t.Fatalf("%s: %d %.400s", path, a.status, a.body)
	}
	n, err := html.Parse(strings.NewReader(a.body))
	must(w.t, err)
	return n
}

// all are the elements below one that fit.
func all(n *html.Node, fits func(*html.Node) bool) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && fits(d) {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func byID(n *html.Node, id string) *html.Node {
	if found := all(n, func(d *html.Node) bool { return attr(d, "id") == id }); len(found) == 1 {
		return found[0]
	}
	return nil
}

func text(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func (w *world) record(article string) *riwaya.Record {
	w.t.Helper()
	reading, err := w.ledger.Shelf.Reading(context.Background(), article)
	must(w.t, err)
	return &reading.Read
}

// TestReport holds the page of a report to what was read in it: all of the text, and each finding
// in it, beside it and with its rule.
func TestReport(t *testing.T) {
	w := newWorld(t, false)
	for _, article := range []string{w.articles[0], w.articles[2], w.articles[4], w.articles[6]} {
		rec := w.record(article)
		for _, lang := range []string{"ar", "en"} {
			n := w.page("/" + lang + "/report/" + article)
			shown := byID(n, "text")
			if attr(shown, "lang") != rec.Article.Language || attr(shown, "dir") != "auto" {
				t.Errorf("the text is lang %q dir %q", attr(shown, "lang"), attr(shown, "dir"))
			}
			var lines []string
			for _, p := range all(shown, func(d *html.Node) bool { return d.Data == "p" }) {
				lines = append(lines, text(p))
				at, _ := strconv.Atoi(attr(p, "data-at"))
				if runes := []rune(rec.Article.Text); !strings.HasPrefix(string(runes[at:]), text(p)) {
					t.Errorf("the paragraph at %d is %q", at, text(p))
				}
			}
			if want := strings.FieldsFunc(rec.Article.Text, func(r rune) bool { return r == '\n' }); !slices.Equal(lines, want) {
				t.Errorf("%s: the text is\n%q, want\n%q", lang, lines, want)
			}
			ids := []string{}
			for i := range rec.Claims {
				ids = append(ids, rec.Claims[i].ID)
			}
			for i := range rec.Figures {
				ids = append(ids, rec.Figures[i].ID)
			}
			for i := range rec.Events {
				ids = append(ids, rec.Events[i].ID)
			}
			for i := range rec.Places {
				ids = append(ids, rec.Places[i].ID)
			}
			for _, id := range ids {
				beside := byID(n, id)
				if beside == nil || byID(n, "t-"+id) == nil {
					t.Errorf("%s: %s has no place beside the text, or in it", lang, id)
					continue
				}
				if len(all(beside, func(d *html.Node) bool { return d.Data == "details" && attr(d, "class") == "why" })) == 0 || len(all(beside, func(d *html.Node) bool { return d.Data == "code" })) == 0 {
					t.Errorf("%s: nothing says why there is %s", lang, id)
				}
				if len(all(beside, func(d *html.Node) bool { return attr(d, "href") == "/"+lang+"/review/"+article+"/"+id })) == 0 {
					t.Errorf("%s: no way to review %s", lang, id)
				}
			}
			for _, a := range all(n, func(d *html.Node) bool { return d.Data == "a" && strings.HasPrefix(attr(d, "href"), "#") }) {
				if to := attr(a, "href")[1:]; byID(n, to) == nil {
					t.Errorf("%s: %s leads nowhere", lang, attr(a, "href"))
				}
			}
		}
	}
}

// TestReportNamesNobody: a private person's name stands in the text of the report, as it was
// published, and is no link there; beside the text it does not stand.
func TestReportNamesNobody(t *testing.T) {
	w := newWorld(t, false)
	name := shelftest.Private(t)
	n := w.page("/en/report/" + w.articles[4])
	if !strings.Contains(text(byID(n, "text")), name) {
		t.Error("the text is not as it was published")
	}
	for _, a := range all(n, func(d *html.Node) bool { return d.Data == "a" }) {
		for part := range strings.FieldsSeq(name) {
			if strings.Contains(text(a), part) || strings.Contains(attr(a, "href"), part) || strings.Contains(attr(a, "href"), url.PathEscape(part)) {
				t.Errorf("a link names a private person: %s %s", attr(a, "href"), text(a))
			}
		}
	}
	for _, beside := range all(n, func(d *html.Node) bool { return d.Data == "aside" || d.Data == "section" || d.Data == "title" }) {
		if strings.Contains(text(beside), name) {
			t.Errorf("beside the text stands %s", text(beside))
		}
	}
	if a := w.ask(get("/en/source/" + url.PathEscape(name))); a.status != 404 {
		t.Errorf("a private person has a page: %d", a.status)
	}
}

// TestReportAt: an address marks the span that it asks for, in code points.
func TestReportAt(t *testing.T) {
	w := newWorld(t, false)
	rec := w.record(w.articles[0])
	f := rec.Figures[0].Span.Hull()
	start := utf8.RuneCountInString(rec.Article.Text[:f.Start])
	end := start + utf8.RuneCountInString(f.Of(rec.Article.Text))
	at := strconv.Itoa(start) + "-" + strconv.Itoa(end)
	if got := text(byID(w.page("/en/report/"+w.articles[0]+"?at="+at), "at")); got == "" || !strings.HasPrefix(f.Of(rec.Article.Text), got) {
		t.Errorf("marked is %q, want %q", got, f.Of(rec.Article.Text))
	}
	for _, at := range []string{"5", "7-5", "-1-4", "x-y", "99999-100000", "1-"} {
		if byID(w.page("/en/report/"+w.articles[0]+"?at="+at), "at") != nil {
			t.Errorf("%s marks something", at)
		}
	}
}

func TestWhy(t *testing.T) {
	w := newWorld(t, false)
	rec := w.record(w.articles[0])
	for _, id := range []string{rec.Claims[0].ID, rec.Figures[0].ID, rec.Events[0].ID} {
		n := w.page("/en/report/" + w.articles[0] + "/why/" + id)
		if found := text(byID(n, "main")); !strings.Contains(found, id) || strings.Contains(found, "does not give this finding again") || !strings.Contains(found, ":") {
			t.Errorf("%s: %s", id, found)
		}
	}
	if a := w.ask(get("/en/report/" + w.articles[0] + "/why/c-0000000000")); a.status != 404 {
		t.Error(a.status)
	}
}

// TestEvidence: the page says that all holds, gives what came in byte for byte and never as a page,
// and a proof that holds by itself; a byte that was altered shows.
func TestEvidence(t *testing.T) {
	w := newWorld(t, false)
	ctx := context.Background()
	c, err := w.ledger.Shelf.Store.Capture(ctx, w.ids["capture"])
	must(t, err)
	for _, id := range []string{w.ids["article"], w.ids["capture"]} {
		n := w.page("/en/evidence/" + id)
		main := text(byID(n, "main"))
		for _, want := range []string{c.Sum, c.ID, "bytes as logged", "articles.jsonl"} {
			if !strings.Contains(main, want) {
				t.Errorf("%s: no %q in %s", id, want, main)
			}
		}
		if strings.Contains(main, "does not hold") {
			t.Errorf("%s: %s", id, main)
		}
	}
	a := w.ask(get("/en/evidence/" + w.ids["capture"] + "/capture"))
	sum := sha256.Sum256([]byte(a.body))
	if hex.EncodeToString(sum[:]) != c.Sum || a.header.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(a.header.Get("Content-Disposition"), "attachment;") || a.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("the capture comes as %v, SHA-256 %x, want %s", a.header, sum, c.Sum)
	}
	a = w.ask(post("/en/evidence/"+w.ids["article"]+"/proof", nil))
	if a.status != 200 || a.header.Get("Content-Type") != "application/zip" {
		t.Fatal(a.status, a.header)
	}
	z, err := zip.NewReader(bytes.NewReader([]byte(a.body)), int64(len(a.body)))
	must(t, err)
	dir := t.TempDir()
	for _, f := range z.File {
		in, err := f.Open()
		must(t, err)
		b, err := io.ReadAll(in)
		must(t, err)
		folder, name := filepath.Split(f.Name)
		if folder != "proof-"+w.ids["article"]+"/" {
			t.Errorf("in the archive stands %s", f.Name)
		}
		must(t, os.WriteFile(filepath.Join(dir, name), b, 0o600))
	}
	d, err := disk.Existing(dir)
	must(t, err)
	if said, err := proof.Verify(d); err != nil || len(said) < 3 {
		t.Errorf("the proof does not hold: %v %v", said, err)
	}
	if main := text(byID(w.page("/en/evidence/"+w.ids["article"]), "main")); !strings.Contains(main, "leads to the signed head") {
		t.Errorf("the head that the proof signed covers nothing: %s", main)
	}
	name := filepath.Join(w.ledger.Dir, "warc", "riwaya-00001.warc.gz")
	b, err := os.ReadFile(name)
	must(t, err)
	log, err := w.ledger.Shelf.Evidence.Open()
	must(t, err)
	e, err := log.Entry(c.Leaf)
	must(t, err)
	must(t, log.Close())
	b[e.Offset+e.Length-6] ^= 1 // in the sum at the end: what is in the record is not touched
	must(t, os.WriteFile(name, b, 0o600))
	if main := text(byID(w.page("/en/evidence/"+w.ids["capture"]), "main")); !strings.Contains(main, "does not hold") {
		t.Errorf("an altered byte does not show: %s", main)
	}
}

// TestEvidenceRoles: what came in has the names in it, and is for admins.
func TestEvidenceRoles(t *testing.T) {
	w := newWorld(t, true)
	for role, want := range map[login.Role]int{login.Reader: 403, login.Reviewer: 403, login.Admin: 200} {
		if a := w.ask(w.as(role, get("/en/evidence/"+w.ids["capture"]+"/capture"))); a.status != want {
			t.Errorf("%v: %d", role, a.status)
		}
	}
}

// TestSearchPage: plain fields write the query, results are linked, and what is wrong is said at its
// place in the page's language with all that was typed still there.
func TestSearchPage(t *testing.T) {
	w := newWorld(t, false)
	a := w.ask(get("/ar/search?" + url.Values{"words": {"سوق OR ميدان"}, "place": {"سرمين"}, "what": {"killed"}, "more": {"10"}, "from": {"2021-03-04"}, "view": {"table"}}.Encode()))
	to, err := url.Parse(a.header.Get("Location"))
	must(t, err)
	if q := to.Query().Get("q"); a.status != 303 || q != "(سوق OR ميدان) place:سرمين after:2021-03-03 killed:>10" || to.Query().Get("view") != "table" {
		t.Fatalf("%d %s", a.status, q)
	}
	n := w.page(to.RequestURI())
	if got := attr(byID(n, "f-from"), "value"); got != "2021-03-04" {
		t.Errorf("the field of the first day is %q", got)
	}
	if len(all(n, func(d *html.Node) bool { return d.Data == "a" && strings.HasPrefix(attr(d, "href"), "/ar/report/art-") })) == 0 {
		t.Error("nothing was found")
	}
	for lang, want := range map[string]string{"ar": "لا حقل باسم", "en": "There is no field"} {
		n := w.page("/" + lang + "/search?q=" + url.QueryEscape("سوق kiled:3 ميدان"))
		wrong := byID(n, "wrong")
		marked := all(wrong, func(d *html.Node) bool { return d.Data == "mark" })
		if len(marked) != 1 || text(marked[0]) != "kiled:3" || !strings.Contains(text(wrong), want) || attr(byID(n, "q"), "value") != "سوق kiled:3 ميدان" {
			t.Errorf("%s: %s", lang, text(wrong))
		}
	}
	n = w.page("/en/search?q=" + url.QueryEscape("12 قتيلا في سرمين"))
	if len(all(n, func(d *html.Node) bool { return strings.HasPrefix(attr(d, "href"), "/en/chain?q=12") })) != 1 {
		t.Error("a number in words is not followed")
	}
	for q, to := range map[string]string{w.articles[0]: "/en/report/" + w.articles[0], "https://nahr.example/1": "/en/report/" + w.articles[0], w.ids["capture"]: "/en/evidence/" + w.ids["capture"]} {
		if a := w.ask(get("/en/search?q=" + url.QueryEscape(q))); a.header.Get("Location") != to {
			t.Errorf("%s leads to %d %s", q, a.status, a.header.Get("Location"))
		}
	}
	if a := w.ask(get("/en/search?q=x&cursor=nothing")); a.status != 400 {
		t.Error(a.status)
	}
	if n := w.page("/en/search?view=map&q=" + url.QueryEscape("سرمين")); byID(n, "places") == nil {
		t.Error("no map")
	}
}

func TestOutletPages(t *testing.T) {
	w := newWorld(t, false)
	if len(all(w.page("/ar/outlets"), func(d *html.Node) bool { return d.Data == "tr" })) < 4 {
		t.Error("outlets are missing")
	}
	main := text(byID(w.page("/en/outlet/"+url.PathEscape("جسر نت")), "main"))
	if !strings.Contains(main, "نهر بوست") || !strings.Contains(main, "1 (100 %)") {
		t.Error(main)
	}
	if a := w.ask(get("/en/outlet/nobody")); a.status != 404 {
		t.Error(a.status)
	}
}

// TestSourcePage: who speaks in several reports under one name, with the figures; and the outlets.
func TestSourcePage(t *testing.T) {
	w := newWorld(t, false)
	main := text(byID(w.page("/en/source/"+url.PathEscape("الدفاع المدني")+"?contradicted=1"), "main"))
	for _, want := range []string{"صدى الشمال", "نهر بوست", "15 شخصا", "3 reports"} {
		if !strings.Contains(main, want) {
			t.Errorf("no %s: %s", want, main)
		}
	}
	for _, id := range []string{"nobody", "a-0123456789", " "} {
		if a := w.ask(get("/en/source/" + url.PathEscape(id))); a.status != 404 {
			t.Errorf("%q: %d", id, a.status)
		}
	}
}
