package read

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"riwaya"
)

// corpora are where real articles are looked for; they are not part of the project.
const corpora = "../../../shared/corpus/*.jsonl.gz"

// BenchmarkRead reads articles one after another, text in, JSON out, as `riwaya read` does it: those of the corpus
// where it is there, else the project's own texts. It reports articles a second, bytes a
// second and allocations an article.
func BenchmarkRead(b *testing.B) {
	articles := corpus(b)
	r := newReader(b)
	b.ReportAllocs()
	bytes, i := int64(0), 0
	var line []byte
	var err error
	for b.Loop() {
		a := articles[i%len(articles)]
		rec := r.Read(a)
		if line, err = rec.AppendJSON(line[:0]); err != nil {
			b.Fatal(err)
		}
		bytes += int64(len(a.Text))
		i++
	}
	s := b.Elapsed().Seconds()
	b.ReportMetric(float64(i)/s, "articles/s")
	b.ReportMetric(float64(bytes)/s/1e6, "MB/s")
}

// BenchmarkNew prepares the lexicon, as every start of the program does.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newReader(b)
	}
}

// corpus is every eighth article of the corpora, or all texts of the project.
func corpus(b *testing.B) []riwaya.Article {
	b.Helper()
	files, err := filepath.Glob(corpora)
	if err != nil {
		b.Fatal(err)
	}
	var out []riwaya.Article
	for _, f := range files {
		out = append(out, some(b, f)...)
	}
	if len(out) == 0 {
		b.Log("no corpus: the project's own texts")
		for _, text := range texts(b) {
			out = append(out, articleOf(text))
		}
	}
	return out
}

func some(b *testing.B, file string) (out []riwaya.Article) {
	b.Helper()
	eachOf(b, file, func(n int, title, text string) {
		if n%8 == 0 && text != "" {
			out = append(out, articleOf(title+"\n"+text))
		}
	})
	return out
}

// eachOf goes over the articles of a corpus.
func eachOf(tb testing.TB, file string, yield func(n int, title, text string)) {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for n := 0; lines.Scan(); n++ {
		var row struct{ Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			tb.Fatal(err)
		}
		yield(n, row.Title, row.Text)
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
}
