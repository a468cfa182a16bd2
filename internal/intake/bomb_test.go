package intake

import (
	"bytes"
	"compress/gzip"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"riwaya/internal/archive/warc"
)

// TestBombs reads files that are made to fill a disk or to take for ever. What stands before
// is read, one line says what it is, and little memory is held.
func TestBombs(t *testing.T) {
	const size = 100 << 20
	lines := func(w io.WriteCloser) {
		_, err := io.WriteString(w, "{\"text\": \"one\"}\n{\"text\": \"")
		if err == nil {
			_, err = io.Copy(w, io.LimitReader(letters{}, size))
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var g, z, w bytes.Buffer
	lines(gzip.NewWriter(&g))
	e, err := zstd.NewWriter(&z, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
	if err != nil {
		t.Fatal(err)
	}
	lines(e)
	h := warc.Header{{Name: "WARC-Type", Value: warc.Resource}, {Name: "Content-Type", Value: "text/html"}, {Name: "WARC-Target-URI", Value: "https://a.example/"}}
	m, err := warc.Member(h, bytes.Repeat([]byte("x"), 60<<20))
	if err != nil {
		t.Fatal(err)
	}
	w.WriteString(response(t, "https://outlet.example/1", pageOf("one")))
	for range 100 { // 6 GB, each member within its own bound
		w.Write(m)
	}
	for name, c := range map[string]struct {
		in          []byte
		first, last string
		most        int
	}{
		"gzip": {g.Bytes(), "line 1: ", "line 2: a broken line: not text: the gzip file unpacks to more than 200 times its size: it is made to fill a disk", 2},
		"zstd": {z.Bytes(), "line 1: ", "line 2: a broken line: not text: the zstd file unpacks to more than 200 times its size: it is made to fill a disk", 2},
		"WARC": {w.Bytes(), "byte 0: one warc https://outlet.example/1 12:34:56", ": the file unpacks to far more than it was packed from; nothing behind this is read", 40},
	} {
		var mem runtime.MemStats
		runtime.ReadMemStats(&mem)
		before := mem.TotalAlloc
		got := found(t, string(c.in))
		runtime.ReadMemStats(&mem)
		if len(got) < 2 || len(got) > c.most || got[0] != c.first || !strings.HasSuffix(got[len(got)-1], c.last) {
			t.Errorf("%s: %s", name, strings.Join(got, "\n"))
		}
		if held := (mem.TotalAlloc - before) >> 20; name != "WARC" && held > 100 {
			t.Errorf("%s: %d MiB", name, held)
		}
	}
}
