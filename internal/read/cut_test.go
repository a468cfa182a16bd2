package read

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"riwaya"
)

// TestCutExamples reads the examples of all rules from each of their words on, and up to each:
// headlines, captions and broken pages begin and end anywhere, and a rule that looks at what
// stands beside its words must not look outside the text.
func TestCutExamples(t *testing.T) {
	r, seen := newReader(t), map[string]bool{}
	rules := r.claims.Rules()
	for _, f := range r.finders {
		if f, ok := f.(ruled); ok {
			rules = append(rules[:len(rules):len(rules)], f.Rules()...)
		}
	}
	for _, rule := range rules {
		for _, e := range rule.Yes {
			seen[e.Text] = true
		}
		for _, e := range rule.No {
			seen[e.Text] = true
		}
	}
	if len(seen) < 1000 {
		t.Fatalf("%d examples", len(seen))
	}
	var some []riwaya.Article
	for text := range seen {
		for i, c := range text {
			if c == ' ' {
				some = append(some, articleOf(text[i+1:]), articleOf(text[:i]))
			}
		}
	}
	readAll(t, r, some)
}

// TestCorpusIsRead reads every article of the corpora that are kept beside the project.
func TestCorpusIsRead(t *testing.T) {
	files, err := filepath.Glob(corpora)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("no corpus is here: only the project's own texts are read")
	}
	r := newReader(t)
	for _, name := range files {
		var some []riwaya.Article
		eachOf(t, name, func(_ int, title, text string) { some = append(some, articleOf(title+"\n"+text)) })
		readAll(t, r, some)
	}
}

// readAll reads articles, two at once, and checks where their findings stand.
func readAll(t *testing.T, r *Reader, all []riwaya.Article) {
	t.Helper()
	for n, part := range [][]riwaya.Article{all[:len(all)/2], all[len(all)/2:]} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			for _, a := range part {
				readOne(t, r, a)
			}
		})
	}
}

func readOne(t *testing.T, r *Reader, a riwaya.Article) {
	defer func() {
		if v := recover(); v != nil {
			words := strings.Fields(a.Text)
			t.Errorf("%v in a text of %d words that begins %q", v, len(words), words[:min(6, len(words))])
		}
	}()
	a.Language = "ar"
	rec := r.Read(a)
	check(t, a.Text, &rec)
}
