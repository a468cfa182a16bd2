package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestVendored holds the committed files against what generate recorded of them, and NOTICE
// against the packages that they are of.
func TestVendored(t *testing.T) {
	notice, err := os.ReadFile("../../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	vendored, err := manifest()
	if err != nil {
		t.Fatal(err)
	}
	known, kept := map[string]bool{"assets.json": true}, 0
	for _, m := range vendored {
		name := m.Name
		if m.Packed {
			name += ".br"
		}
		known[name] = true
		b, err := files.ReadFile("vendor/" + name)
		if err != nil {
			t.Fatal(err)
		}
		kept += len(b)
		if m.Packed {
			if b, err = io.ReadAll(brotli.NewReader(bytes.NewReader(b))); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != m.SHA256 || len(b) != m.Size {
			t.Errorf("%s is not what assets.json says", name)
		}
		for _, from := range m.From {
			at := strings.LastIndex(from, "@")
			if !regexp.MustCompile(regexp.QuoteMeta(from[:at]) + `,? +` + regexp.QuoteMeta(from[at+1:])).Match(notice) {
				t.Errorf("NOTICE does not name %s", from)
			}
		}
	}
	entries, err := fs.ReadDir(files, "vendor")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !known[e.Name()] {
			t.Errorf("vendor/%s is in no list: generate again, or take it out", e.Name())
		}
	}
	const most = 3 << 20
	if t.Logf("%d files of others, %d bytes", len(vendored), kept); kept > most {
		t.Errorf("more than %d bytes", most)
	}
}

func get(t *testing.T, method, address, encoding string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, address, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func TestServed(t *testing.T) {
	s, err := served()
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range s.byName {
		if a.kind == "" {
			t.Errorf("%s has no type", name)
		}
		for _, coding := range []string{"gzip, br", "gzip", "", "br;q=0"} {
			r := get(t, http.MethodGet, Asset(name), coding)
			b, err := io.ReadAll(r.Body)
			if err != nil || r.StatusCode != http.StatusOK {
				t.Fatalf("%s: %s, %v", name, r.Status, err)
			}
			if packed := r.Header.Get("Content-Encoding") == "br"; packed != (a.packed && coding == "gzip, br") {
				t.Errorf("%s with %q: Content-Encoding %q", name, coding, r.Header.Get("Content-Encoding"))
			} else if !packed && len(b) != a.size || int64(len(b)) != r.ContentLength {
				t.Errorf("%s with %q: %d bytes, announced %d, want %d", name, coding, len(b), r.ContentLength, a.size)
			}
			if !strings.Contains(r.Header.Get("Cache-Control"), "immutable") {
				t.Errorf("%s is not kept", name)
			}
		}
	}
}

func TestNotServed(t *testing.T) {
	for address, want := range map[string]int{
		Prefix: 404, Prefix + "x/": 404, Prefix + "x/assets.json": 404, Prefix + "x/../assets.go": 404,
		Prefix + "x/vendor/world.json.br": 404, Prefix + "x/desk.css": 200,
	} {
		r := get(t, http.MethodGet, address, "br")
		if r.StatusCode != want {
			t.Errorf("%s: %s", address, r.Status)
		}
		if strings.Contains(r.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s is kept for good", address)
		}
	}
	if r := get(t, http.MethodPost, Asset("desk.css"), ""); r.StatusCode != http.StatusMethodNotAllowed {
		t.Error(r.Status)
	}
	if r := get(t, http.MethodHead, Asset("world.json"), ""); r.ContentLength < 1_000_000 {
		t.Error(r.ContentLength)
	}
	if got := Asset("none.css"); got != "" {
		t.Error(got)
	}
}

// TestNothingFromElsewhere wants no address of another host in what is written by hand, and every
// file that a style sheet or module names to be there.
func TestNothingFromElsewhere(t *testing.T) {
	s, err := served()
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?m)(?:\burl\(["']?|^import .* from '\./|\bimport\('\./|\bURL\('|\bsheet\(')([^"')#]+)["')]`)
	err = fs.WalkDir(files, "static", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		text := strings.ReplaceAll(string(b), "http://www.w3.org/2000/svg", "")
		if strings.Contains(text, "http:") || strings.Contains(text, "https:") {
			t.Errorf("%s names another host", name)
		}
		if !strings.HasSuffix(name, ".css") && !strings.HasSuffix(name, ".js") {
			return nil
		}
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			if _, ok := s.byName[m[1]]; !ok && !strings.HasPrefix(m[1], "data:") {
				t.Errorf("%s names %s, which is not there", name, m[1])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestLogical refuses sides of the page in the style sheet: what is left in English is right in
// Arabic.
func TestLogical(t *testing.T) {
	b, err := files.ReadFile("static/desk.css")
	if err != nil {
		t.Fatal(err)
	}
	physical := regexp.MustCompile(`(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)`)
	for n, line := range strings.Split(string(b), "\n") {
		if physical.MatchString(line) {
			t.Errorf("desk.css:%d: %s", n+1, line)
		}
	}
}

func FuzzAccepts(f *testing.F) {
	f.Add("gzip, br;q=0.5")
	f.Add("br;q=;,")
	f.Fuzz(func(t *testing.T, header string) {
		if accepts(header, "br") && !strings.Contains(strings.ToLower(header), "br") {
			t.Error(header)
		}
	})
}
