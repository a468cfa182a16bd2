package extractors

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/markusmobius/go-trafilatura"

	"riwaya/internal/page"
)

// folder is where pages lie beside the project.
const folder = "../../../shared/gold/pages-ar"

func pages(b *testing.B) map[string][]byte {
	dir := folder
	if d := os.Getenv("PAGES"); d != "" {
		dir = d
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.html*"))
	if err != nil {
		b.Fatal(err)
	}
	if len(names) == 0 {
		b.Skip("no pages to measure with")
	}
	out := map[string][]byte{}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		var r io.Reader = f
		if strings.HasSuffix(name, ".gz") {
			if r, err = gzip.NewReader(f); err != nil {
				b.Fatal(err)
			}
		}
		if out[filepath.Base(name)], err = io.ReadAll(r); err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
	return out
}

// BenchmarkPages reads every page once by each, in turn; one op is one round.
func BenchmarkPages(b *testing.B) {
	all := pages(b)
	readers := []struct {
		name string
		read func([]byte) error
		took time.Duration
	}{
		{"riwaya", func(p []byte) error { _, err := page.Parse(p, page.Options{}); return err }, 0},
		{"trafilatura", func(p []byte) error {
			_, err := trafilatura.Extract(bytes.NewReader(p), trafilatura.Options{})
			return err
		}, 0},
		{"trafilatura-with-fallback", func(p []byte) error {
			_, err := trafilatura.Extract(bytes.NewReader(p), trafilatura.Options{EnableFallback: true})
			return err
		}, 0},
	}
	n := 0
	for b.Loop() {
		for name, p := range all {
			for i := range readers {
				start := time.Now()
				if err := readers[i].read(p); err != nil {
					b.Fatal(readers[i].name, name, err)
				}
				readers[i].took += time.Since(start)
			}
			n++
		}
	}
	for _, r := range readers {
		b.ReportMetric(float64(n)/r.took.Seconds(), r.name+"-pages/s")
	}
	b.ReportMetric(100*readers[1].took.Seconds()/readers[0].took.Seconds(), "%-of-trafilatura")
	b.ReportMetric(0, "ns/op")
}
