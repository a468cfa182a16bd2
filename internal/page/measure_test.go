package page

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// pagesAr is where three real pages lie beside the project; they are measured with,
// never copied into it.
const pagesAr = "../../../shared/gold/pages-ar"

// TestPagesAr measures extraction against the references and keeps it from getting worse.
func TestPagesAr(t *testing.T) {
	if _, err := os.Stat(pagesAr); err != nil {
		t.Skip("no pages to measure with")
	}
	for _, c := range []struct {
		file, published, outlet string
		precision, recall       float64
		reference               func(*testing.T) string
	}{
		{"newspaper4k_cnn_arabic.html", "", "CNNArabic", 0.92, 1, func(t *testing.T) string {
			return readAll(t, "newspaper4k_cnn_arabic.txt")
		}},
		{"fundus_LBCGroup_2026_01_08.html.gz", "2026-01-08T11:42:50Z", "LBCIV7", 0.99, 1, lbcReference},
		{"trafilatura_assabah.html", "2019-02-08", "Assabah News", 0, 0, nil},
	} {
		t.Run(c.file, func(t *testing.T) {
			in, err := Parse([]byte(readAll(t, c.file)), Options{Name: c.file})
			if err != nil {
				t.Fatal(err)
			}
			a := in.Article
			t.Logf("url %s\noutlet %s published %v %s title %q authors %q lang %s", str(a.URL), str(a.Outlet), str(a.Published), a.PublishedPrecision, a.Title, a.Authors, in.Lang)
			if str(a.Published) != c.published || str(a.Outlet) != c.outlet {
				t.Errorf("published %q, outlet %q", str(a.Published), str(a.Outlet))
			}
			if !strings.HasPrefix(a.Text, a.Title+"\n") {
				t.Errorf("text does not start with the title %q", a.Title)
			}
			body := strings.TrimPrefix(a.Text, a.Title+"\n")
			if c.reference == nil {
				t.Logf("%d characters, %d lines; starts %q, ends %q", utf8.RuneCountInString(body), strings.Count(body, "\n")+1, clip(body), tail(body))
				return
			}
			p, r := overlap(body, c.reference(t))
			t.Logf("precision %.3f recall %.3f, %d lines", p, r, strings.Count(body, "\n")+1)
			if p < c.precision || r < c.recall {
				t.Errorf("precision %.3f recall %.3f, wanted %.2f and %.2f\n%s", p, r, c.precision, c.recall, body)
			}
		})
	}
}

func str(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func tail(s string) string { return s[max(0, len(s)-100):] }

func lbcReference(t *testing.T) string {
	var ref struct {
		V1 struct {
			Body struct {
				Sections []struct {
					Paragraphs []string `json:"paragraphs"`
				} `json:"sections"`
			} `json:"body"`
		}
	}
	if err := json.Unmarshal([]byte(readAll(t, "fundus_LBCGroup.json")), &ref); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range ref.V1.Body.Sections {
		all = append(all, s.Paragraphs...)
	}
	return strings.Join(all, "\n")
}

func readAll(t testing.TB, name string) string {
	t.Helper()
	f, err := os.Open(filepath.Join(pagesAr, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// overlap compares two texts as bags of words.
func overlap(got, want string) (precision, recall float64) {
	split := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	}
	count := map[string]int{}
	ref, out := split(want), split(got)
	for _, w := range ref {
		count[w]++
	}
	hit := 0
	for _, w := range out {
		if count[w] > 0 {
			count[w]--
			hit++
		}
	}
	return float64(hit) / float64(max(1, len(out))), float64(hit) / float64(max(1, len(ref)))
}

func BenchmarkHTML(b *testing.B) {
	if _, err := os.Stat(pagesAr); err != nil {
		b.Skip("no pages to measure with")
	}
	page := []byte(readAll(b, "fundus_LBCGroup_2026_01_08.html.gz"))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Parse(page, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
