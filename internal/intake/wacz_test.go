package intake

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"riwaya/internal/archive/warc"
)

// pageOf is a web page with a title, long enough to be read as an article.
func pageOf(title string) string {
	return "<html><head><title>" + title + "</title></head><body><article>" + strings.Repeat("<p>"+strings.Repeat("words of an article, ", 20)+"</p>", 3) + "</article></body></html>"
}

// response is the record of a page that a crawler got.
func response(t testing.TB, url, html string) string {
	t.Helper()
	h := warc.Header{{Name: "WARC-Type", Value: warc.Response}, {Name: "WARC-Target-URI", Value: url}, {Name: "WARC-Date", Value: "2019-02-21T12:34:56.789Z"}, {Name: "Content-Type", Value: "application/http"}}
	m, err := warc.Member(h, []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+html))
	if err != nil {
		t.Fatal(err)
	}
	return string(m)
}

type entry struct{ name, text string }

func bundle(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.CreateHeader(&zip.FileHeader{Name: e.name, Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(w, e.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zst(t testing.TB, s string) string {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(z.EncodeAll([]byte(s), nil))
}

func sumOf(s string) string { return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(s))) }

// stating is a datapackage.json, and its digest, that state these files.
func stating(entries ...entry) []entry {
	var list []string
	for _, e := range entries {
		list = append(list, fmt.Sprintf(`{"name": "x", "path": %q, "hash": %q, "bytes": %d}`, e.name, sumOf(e.text), len(e.text)))
	}
	p := `{"profile": "data-package", "wacz_version": "1.1.1", "resources": [` + strings.Join(list, ",") + `]}`
	return append(entries, entry{"datapackage.json", p}, entry{"datapackage-digest.json", `{"path": "datapackage.json", "hash": "` + sumOf(p) + `"}`})
}

// found is what is found in a file, one line each.
func found(t testing.TB, in string) (out []string) {
	t.Helper()
	media, err := Media([]byte(in), "x", "")
	if err != nil {
		return []string{err.Error()}
	}
	for f := range Articles(strings.NewReader(in), Options{Name: "x", Media: media, Seen: noon}) {
		line := f.Place + ": "
		switch {
		case f.Err != nil:
			line += f.Err.Error()
		default:
			line += f.Article.Title
			if s := f.Article.Stated; s != nil && s.URL != nil && s.At != nil {
				line += " " + s.By + " " + *s.URL + " " + s.At.Format("15:04:05")
			}
		}
		out = append(out, line)
	}
	return out
}

func TestWACZ(t *testing.T) {
	one, two := response(t, "https://outlet.example/1", pageOf("one")), response(t, "https://outlet.example/2", pageOf("two"))
	frame := response(t, "https://ads.example/frame", "<html><body>x</body></html>")
	pages := entry{"pages/pages.jsonl", "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n{\"url\": \"https://outlet.example/1\", \"ts\": \"2019-02-21T12:34:56Z\", \"title\": \"one\"}\n{\"url\": \"https://outlet.example/2#x\"}\n"}
	data, more, index := entry{"archive/data.warc.gz", one + frame}, entry{"archive/more.warc.gz", two}, entry{"indexes/index.cdx.gz", "x"}
	places := func(err string) []string {
		out := []string{"archive/data.warc.gz byte 0: one wacz https://outlet.example/1 12:34:56", "archive/more.warc.gz byte 0: two wacz https://outlet.example/2 12:34:56"}
		if err != "" {
			out = append(out, err)
		}
		return out
	}
	all := stating(data, more, pages, index)
	changed := func(name, text string) []entry {
		out := append([]entry{}, all...)
		for i := range out {
			if out[i].name == name {
				out[i].text = text
			}
		}
		return out
	}
	for _, c := range []struct {
		name string
		in   []entry
		want []string
	}{
		{"whole", all, places("")},
		{"nothing stated", []entry{data, more, pages}, places("")},
		{"no pages: a frame is a page too", []entry{{"archive/data.warc.gz", frame}}, []string{"archive/data.warc.gz byte 0: no article on this page: no text that reads as one; open it in a browser and save what it shows"}},
		{"a WARC that is another", changed("archive/more.warc.gz", one), []string{places("")[0], "archive/more.warc.gz byte 0: one wacz https://outlet.example/1 12:34:56",
			"archive/more.warc.gz: its hash is " + sumOf(one)[:23] + "…, datapackage.json states " + sumOf(two)[:23] + "…"}},
		{"an index that is longer", changed("indexes/index.cdx.gz", "xy"), append([]string{"indexes/index.cdx.gz: it has 2 bytes, datapackage.json states 1"}, places("")...)},
		{"another datapackage", changed("datapackage.json", `{"resources": []}`), append([]string{"datapackage.json: its hash is " + sumOf(`{"resources": []}`)[:23] + "…, datapackage-digest.json states " + sumOf(all[4].text)[:23] + "…"}, places("")...)},
		{"a broken one", changed("datapackage.json", `{`), append([]string{"datapackage.json: it cannot be read, and no hash was compared"}, places("")...)},
		{"a WARC not stated", append(stating(data, pages), more), places("archive/more.warc.gz: datapackage.json does not state that it is there")},
		{"one that is missing", stating(data, more, pages, index)[1:], []string{"datapackage.json: 1 of the files that it states are not there", places("")[1]}},
		{"odd names", append(stating(data, more, pages), entry{"../../etc/passwd", one}, entry{`archive\x.warc.gz`, one}, entry{"archive/con.warc.gz", one}),
			append([]string{`: 3 names are used twice, or are none that a file may have, as "../../etc/passwd"; these entries are kept, not read`}, places("")...)},
		{"archives in it", append(stating(data, more, pages), entry{"archive/x.wacz", bundle(t, all...)}, entry{"inner.wacz", bundle(t, all...)}),
			append([]string{"archive/x.wacz: an archive in an archive; it is kept, not read: unpack it and add it by itself", "inner.wacz: an archive in an archive; it is kept, not read: unpack it and add it by itself"}, places("")...)},
		{"an archive that is called a WARC", []entry{{"archive/data.warc.gz", bundle(t, all...)}, more}, []string{"archive/data.warc.gz: it is not a WARC file; it is kept, not read", places("")[1]}},
		{"a text that is", []entry{{"archive/data.warc", strings.Repeat("no record\n", 1000)}, more}, []string{"archive/data.warc: it is not a WARC file; it is kept, not read", places("")[1]}},
		{"an empty WARC", []entry{{"archive/data.warc.gz", ""}, more}, places("")[1:]},
	} {
		if got := found(t, bundle(t, c.in...)); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n got %s\nwant %s", c.name, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

// TestNotWACZ has one line for each zip archive that is none, and for what is packed twice.
func TestNotWACZ(t *testing.T) {
	whole := bundle(t, entry{"archive/data.warc.gz", response(t, "https://outlet.example/1", pageOf("one"))})
	for in, want := range map[string]string{
		bundle(t, entry{"a.html", "x"}):                                  "x: not text: a ZIP archive, but no WACZ; unpack it and add what is in it",
		bundle(t, entry{"[Content_Types].xml", "x"}, entry{"word", "x"}): "x: not text: an office document or an e-book",
		bundle(t, entry{"a.wacz", whole}):                                "x: not text: a ZIP archive of WACZ files; unpack it and add what is in it",
		whole[:len(whole)-30]:                                            "x: not text: a ZIP archive: it has no directory: it is not whole",
		gzipped(t, whole):                                                "x: not text: a packed ZIP archive; unpack it once",
		gzipped(t, bundle(t, entry{"archive/a.wacz", whole})):            "x: not text: a packed ZIP archive; unpack it once",
		gzipped(t, gzipped(t, whole)):                                    "x: not text: the gzip file holds another packed file; unpack it once",
	} {
		if got := found(t, in); len(got) != 1 || got[0] != want {
			t.Errorf("got %s; want %s", got, want)
		}
	}
}

// TestPackedWARC reads a WARC that is packed as a whole with something else.
func TestPackedWARC(t *testing.T) {
	plain := "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://outlet.example/1\r\nWARC-Date: 2019-02-21T12:34:56Z\r\nContent-Type: text/html\r\nContent-Length: "
	plain += fmt.Sprint(len(pageOf("one"))) + "\r\n\r\n" + pageOf("one") + "\r\n\r\n"
	for name, in := range map[string]string{"plain": plain, "gzip": gzipped(t, plain), "zstd": zst(t, plain)} {
		if got := found(t, in); len(got) != 1 || got[0] != "byte 0: one warc https://outlet.example/1 12:34:56" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestFalseLengths reads WARC records whose lengths lie: each is a line that says where, and the
// record behind it is read.
func TestFalseLengths(t *testing.T) {
	good := response(t, "https://outlet.example/2", pageOf("two"))
	html := pageOf("one")
	for name, c := range map[string]struct{ length, want string }{
		"beyond the end": {fmt.Sprint(len(html) + 1<<40), "it ends before its block does"}, "negative": {"-1", `its Content-Length is "-1"`},
		"overflow": {"99999999999999999999", `its Content-Length is "99999999999999999999"`}, "none": {"", `its Content-Length is ""`},
		"too short": {fmt.Sprint(len(html) - 20), "its Content-Length is false: the block goes on, or ended before"}, "hex": {"0x10", `its Content-Length is "0x10"`},
	} {
		record := "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://outlet.example/1\r\nContent-Type: text/html\r\nContent-Length: " + c.length + "\r\n\r\n" + html + "\r\n\r\n"
		for _, in := range []string{gzipped(t, record) + good, gzipped(t, record) + gzipped(t, record) + good} {
			got := found(t, in)
			if len(got) < 2 || !strings.Contains(strings.Join(got, "\n"), ": "+c.want) || !strings.HasSuffix(got[len(got)-1], ": two warc https://outlet.example/2 12:34:56") {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
}

// TestLongLine reads a line of 1 GB from a reader: it is an error, the line behind it is read, and
// no more than one article is held.
func TestLongLine(t *testing.T) {
	const size = 1 << 30
	start, end := `{"text": "one"}`+"\n"+`{"text": "`, `"}`+"\n"+`{"text": "two"}`+"\n"
	in := io.MultiReader(strings.NewReader(start), io.LimitReader(letters{}, size), strings.NewReader(end))
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.TotalAlloc
	var got []string
	for f := range Articles(in, Options{Name: "x", Media: MediaLines, Seen: noon}) {
		got = append(got, fmt.Sprint(f.Place, " ", f.Article.Text, " ", f.Err))
	}
	if s := strings.Join(got, "; "); s != "line 1 one <nil>; line 2  a broken line: too large: over 16 MiB; line 3 two <nil>" {
		t.Error(s)
	}
	runtime.ReadMemStats(&m)
	if held := m.TotalAlloc - before; held > 100<<20 {
		t.Errorf("%d MiB for a line of %d", held>>20, size>>20)
	}
}

// letters is a text without end.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}
