package identify

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpus is where real Arabic articles lie beside the repository, if they do.
const corpus = "../../../../shared/corpus"

// eachArticle calls f with the text of every every-th article of the corpus that has
// more than 20 words, and skips the test where there is no corpus.
func eachArticle(t testing.TB, every int, f func(outlet, text string)) {
	t.Helper()
	for _, name := range []string{"other-ar.jsonl.gz", "saudinewsnet-2015-07.jsonl.gz"} {
		file, err := os.Open(filepath.Join(corpus, name))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("no corpus here: %v", err)
		}
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		plain, err := gzip.NewReader(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		lines := bufio.NewScanner(plain)
		lines.Buffer(nil, 64<<20)
		for n := 0; lines.Scan(); n++ {
			if n%every != 0 {
				continue
			}
			var article struct{ Outlet, Text string }
			if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
				t.Fatalf("%s: article %d: %v", name, n, err)
			}
			if len(strings.Fields(article.Text)) > 20 {
				f(article.Outlet, article.Text)
			}
		}
		if err := lines.Err(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// TestCorpus holds that real Arabic articles are told to be Arabic, whole and from
// their first twenty words.
func TestCorpus(t *testing.T) {
	every := 2
	if testing.Short() {
		every = 40
	}
	var whole, opening score
	eachArticle(t, every, func(outlet, text string) {
		code, confidence := Language(text)
		whole.add(code == "ar")
		if code != "ar" {
			t.Logf("whole: %s (%.2f) %s: %.200s", code, confidence, outlet, text)
		}
		first := strings.Join(strings.Fields(text)[:20], " ")
		code, confidence = Language(first)
		opening.add(code == "ar")
		if code != "ar" {
			t.Logf("opening: %s (%.2f) %s: %s", code, confidence, outlet, first)
		}
	})
	t.Logf("articles: %d of %d = %.5f told as ar; from their first 20 words: %d = %.5f",
		whole.right, whole.all, whole.share(), opening.right, opening.share())
	if whole.share() < 0.999 {
		t.Errorf("articles told as ar: %.5f, want at least 0.999", whole.share())
	}
}
