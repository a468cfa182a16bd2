package coding

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"
)

// text is a page, long enough to be packed in several blocks.
var text = "<!DOCTYPE html><html><body>" + strings.Repeat("<p>عشرة جرحى وصلوا إلى البلدة</p>", 5_000)

func packed(t testing.TB, how, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	var err error
	switch how {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "zlib":
		w = zlib.NewWriter(&b)
	case "deflate":
		w, err = flate.NewWriter(&b, flate.BestCompression)
	case "zstd":
		w, err = zstd.NewWriter(&b)
	case "zstd, wide":
		w, err = zstd.NewWriter(&b, zstd.WithWindowSize(64<<20), zstd.WithSingleSegment(false))
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestUnpack(t *testing.T) {
	gz, zl, df, zs := packed(t, "gzip", text), packed(t, "zlib", text), packed(t, "deflate", text), packed(t, "zstd", text)
	for _, c := range []struct {
		name, field string
		body        []byte
		want        string
		says        string // of an error, with kept as without
	}{
		{"plain", "", []byte(text), text, ""},
		{"identity", "Identity", []byte(text), text, ""},
		{"gzip", "GZIP", gz, text, ""},
		{"gzip, two members", "x-gzip", append(append([]byte{}, gz...), gz...), text + text, ""},
		{"deflate", "deflate", zl, text, ""},
		{"deflate without its start", "deflate", df, text, ""},
		{"deflate and something behind it", "deflate", append(append([]byte{}, zl...), "x"...), text, ""},
		{"zstd", "zstd", zs, text, ""},
		{"nothing, packed", "gzip", nil, "", ""},
		{"brotli", "br", []byte{0x0b}, "", `packed as "br"`},
		{"several", "gzip, zstd", gz, "", `packed as "gzip, zstd"`},
		{"cut, gzip", "gzip", gz[:len(gz)/2], "", "unexpected EOF"},
		{"cut, deflate", "deflate", zl[:len(zl)/2], "", "unexpected EOF"},
		{"cut, zstd", "zstd", zs[:len(zs)/2], "", "unexpected EOF"},
		{"damaged, gzip", "gzip", spoilt(gz), "", "its gzip is damaged"},
		{"damaged, deflate", "deflate", spoilt(zl), "", "its deflate is damaged"},
		{"damaged, zstd", "zstd", spoilt(zs), "", "its zstd is damaged"},
		{"zstd that needs much memory", "zstd", packed(t, "zstd, wide", strings.Repeat(text, 40)), "", "its zstd needs a window of more than 8 MiB"},
	} {
		for _, kept := range []bool{false, true} {
			for _, slow := range []bool{false, true} {
				var in io.Reader = bytes.NewReader(c.body)
				if slow {
					in = iotest.OneByteReader(in)
				}
				left := &counting{r: in}
				out, err := Unpack(c.field, left, kept)
				var got []byte
				if err == nil {
					got, err = io.ReadAll(out)
				}
				switch {
				case c.says != "" && (err == nil || err.Error() != c.says):
					t.Errorf("%s: got %v, want %s", c.name, err, c.says)
				case c.says == "" && (err != nil || string(got) != c.want || left.n != len(c.body)):
					t.Errorf("%s: %d bytes of %d, read %d of %d, %v", c.name, len(got), len(c.want), left.n, len(c.body), err)
				}
			}
		}
	}
}

type counting struct {
	r io.Reader
	n int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

// spoilt has another checksum.
func spoilt(b []byte) []byte {
	b = bytes.Clone(b)
	b[len(b)-1] ^= 0x5a
	return b
}

// A kept body may be unpacked already, though its field says otherwise; one that was just sent may not.
func TestUnpackedAlready(t *testing.T) {
	for _, field := range []string{"gzip", "deflate", "zstd"} {
		for _, s := range []string{text, "x", "قال"} {
			out, err := Unpack(field, strings.NewReader(s), true)
			if err != nil {
				t.Errorf("%s: %v", field, err)
				continue
			}
			if got, err := io.ReadAll(out); err != nil || string(got) != s {
				t.Errorf("%s: %q, %v", field, got, err)
			}
		}
		out, err := Unpack(field, strings.NewReader(text), false)
		if err == nil {
			_, err = io.ReadAll(out)
		}
		var d Damaged
		if !errors.As(err, &d) {
			t.Errorf("%s: got %v", field, err)
		}
	}
}

// What goes wrong before the unpacking is told as it was.
func TestSourceFails(t *testing.T) {
	broken := errors.New("the connection broke off")
	for _, how := range []string{"gzip", "deflate", "zstd"} {
		b := packed(t, how, text)
		out, err := Unpack(how, io.MultiReader(bytes.NewReader(b[:len(b)/2]), iotest.ErrReader(broken)), false)
		if err == nil {
			_, err = io.ReadAll(out)
		}
		if !errors.Is(err, broken) {
			t.Errorf("%s: got %v", how, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	for _, how := range []string{"gzip", "zlib", "deflate", "zstd"} {
		b := packed(f, how, "<p>عشرة جرحى</p>")
		f.Add(how, b, true)
		f.Add(how, spoilt(b), false)
	}
	f.Fuzz(func(t *testing.T, field string, body []byte, kept bool) {
		out, err := Unpack(field, bytes.NewReader(body), kept)
		if err == nil {
			_, _ = io.Copy(io.Discard, io.LimitReader(out, 1<<20))
		}
	})
}
