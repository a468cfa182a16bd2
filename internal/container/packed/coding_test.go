package packed

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// coded is a text packed by what make gives.
func coded(t testing.TB, text string, make func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := make(&b)
	_, err := io.WriteString(w, text)
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func br(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }

func TestCoding(t *testing.T) {
	const page = "  <html><p>a page</p></html>"
	raw := func(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 6); return f }
	zl := func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }
	for _, c := range []struct{ name, in string }{
		{"br", coded(t, page, br)}, {"BR ", coded(t, page, br)}, {"zstd", zst(t, page)}, {"deflate", coded(t, page, zl)}, {"deflate", coded(t, page, raw)}, {"gzip", gz(t, page)},
		{"br", page}, {"zstd", page}, // unpacked already
	} {
		out, ok, err := Coding(c.name, strings.NewReader(c.in))
		if !ok || err != nil {
			t.Fatal(c.name, ok, err)
		}
		if got, err := io.ReadAll(out); string(got) != page || err != nil {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
	if _, ok, _ := Coding("compress", strings.NewReader(page)); ok {
		t.Error("an unknown coding")
	}
	var d *Damage
	for name, in := range map[string]string{"br": coded(t, strings.Repeat(page, 1000), br)[:30], "zstd": "no zstd at all", "deflate": "no deflate at all", "gzip": "no gzip at all"} {
		out, _, err := Coding(name, strings.NewReader(in))
		if err == nil {
			_, err = io.ReadAll(out)
		}
		if !errors.As(err, &d) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if out, ok, err := Coding("br", strings.NewReader("")); !ok || err != nil {
		t.Error(ok, err)
	} else if b, err := io.ReadAll(out); len(b) > 0 || err != nil {
		t.Errorf("nothing: %q, %v", b, err)
	}
}

// FuzzCoding wants an end.
func FuzzCoding(f *testing.F) {
	f.Add("br", []byte(coded(f, "a page", br)))
	f.Add("deflate", []byte("x\x9c"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if out, ok, err := Coding(name, bytes.NewReader(b)); ok && err == nil {
			if n, _ := io.Copy(io.Discard, out); n > usual().free+int64(len(b))*usual().ratio+(1<<20) {
				t.Fatalf("%d bytes from %d", n, len(b))
			}
		}
	})
}
