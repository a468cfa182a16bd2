package packed

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"riwaya/internal/container/containertest"

	"github.com/klauspost/compress/zstd"
)

func gz(t testing.TB, s string) string { t.Helper(); return containertest.Gzip(t, s) }

func zst(t testing.TB, s string, options ...zstd.EOption) string {
	t.Helper()
	z, err := zstd.NewWriter(nil, options...)
	if err != nil {
		t.Fatal(err)
	}
	return string(z.EncodeAll([]byte(s), nil))
}

// bz2 is "hello bzip2\n", as the program bzip2 packs it.
var bz2 = func() string {
	b, err := base64.StdEncoding.DecodeString("QlpoOTFBWSZTWatrofEAAALZgAAQQAAQABJkwBAgADEA000EAB6j705RogeLuSKcKEhVtdD4gA==")
	if err != nil {
		panic(err)
	}
	return string(b)
}()

// skippable is a frame of zstd to be passed over.
func skippable(magic uint32, s string) string {
	b := binary.LittleEndian.AppendUint32(nil, magic)
	return string(binary.LittleEndian.AppendUint32(b, uint32(len(s)))) + s
}

func read(s string) (string, string, error) {
	in, kind, err := Open(strings.NewReader(s), 4096)
	if err != nil {
		return "", kind, err
	}
	b, err := io.ReadAll(in)
	return string(b), kind, err
}

func TestOpen(t *testing.T) {
	for _, c := range []struct{ name, in, kind, want string }{
		{"plain", "plain", "", "plain"}, {"nothing", "", "", ""}, {"one byte", "\x1f", "", "\x1f"},
		{"a text that begins as bzip2 does", "BZh9 is a word", "", "BZh9 is a word"},
		{"gzip", gz(t, "one"), Gzip, "one"}, {"members", gz(t, "one") + gz(t, "") + gz(t, "two"), Gzip, "onetwo"}, {"an empty one", gz(t, ""), Gzip, ""},
		{"zstd", zst(t, "one"), Zstd, "one"}, {"frames", zst(t, "one") + skippable(0x184D2A50, "x") + zst(t, "two"), Zstd, "onetwo"},
		{"a frame before", skippable(0x184D2A53, "x") + zst(t, "one"), Zstd, "one"},
		{"bzip2", bz2, Bzip2, "hello bzip2\n"}, {"streams", bz2 + bz2, Bzip2, "hello bzip2\nhello bzip2\n"},
	} {
		got, kind, err := read(c.in)
		if got != c.want || kind != c.kind || err != nil {
			t.Errorf("%s: %q, %s, %v", c.name, got, kind, err)
		}
	}
}

// TestDictionary reads what begins with its own dictionary, packed and not.
func TestDictionary(t *testing.T) {
	samples := make([][]byte, 200)
	for i := range samples {
		samples[i] = []byte(strings.Repeat("WARC/1.1\r\nWARC-Type: response\r\n", 1+i%7) + strings.Repeat(string(rune('a'+i%26)), i))
	}
	d, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: samples[199], Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("WARC/1.1\r\nWARC-Type: response\r\n", 3)
	body := zst(t, text, zstd.WithEncoderDict(d))
	for name, in := range map[string]string{"plain": skippable(dictionary, string(d)) + body, "packed": skippable(dictionary, zst(t, string(d))) + body} {
		if got, _, err := read(in); got != text || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if _, _, err := read(body); err == nil || err.Error() != "the zstd file needs a dictionary that is not in it" {
		t.Errorf("without: %v", err)
	}
	if _, _, err := read(skippable(dictionary, zst(t, strings.Repeat("\x00", mostDictionary+1))) + body); err == nil || !strings.Contains(err.Error(), "a dictionary of more than") {
		t.Errorf("a dictionary that is a bomb: %v", err)
	}
}

func TestDamage(t *testing.T) {
	long := strings.Repeat("words that stand in it, again and again; ", 5000)
	for _, c := range []struct{ name, in, want string }{
		{"cut gzip", gz(t, long)[:200], "the gzip file breaks off"}, {"cut zstd", zst(t, long)[:20], "the zstd file breaks off"}, {"cut bzip2", bz2[:30], "the bzip2 file breaks off"},
		{"bad gzip", gz(t, "x")[:12] + "garbage garbage", "the gzip file is damaged"}, {"bad zstd", "\x28\xb5\x2f\xfd\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", ""},
		{"bad bzip2", bz2[:20] + strings.Repeat("x", 40), "the bzip2 file is damaged"},
		{"twice", gz(t, zst(t, "x")), "the gzip file holds another packed file; unpack it once"},
		{"thrice", zst(t, gz(t, zst(t, "x"))), "the zstd file holds another packed file; unpack it once"},
		{"a false window", "\x28\xb5\x2f\xfd\x00\x90\x00\x00\x00\x00\x00", "the zstd file needs a window of more than 128 MiB; unpack it with `zstd -d --long=31`"},
	} {
		_, _, err := read(c.in)
		var d *Damage
		if !errors.As(err, &d) || c.want != "" && err.Error() != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, _, err := Open(io.MultiReader(strings.NewReader(gz(t, long)[:50]), broken{}), 4096); err != errBroken {
		if in, _, _ := Open(io.MultiReader(strings.NewReader(gz(t, long)[:50]), broken{}), 16); in != nil {
			if _, err = io.ReadAll(in); err != errBroken {
				t.Errorf("a disk that fails: %v", err)
			}
		}
	}
}

var errBroken = errors.New("the disk is broken")

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errBroken }

// zeros gives n bytes.
func zeros(n int64) io.Reader { return io.LimitReader(zero{}, n) }

type zero struct{}

func (zero) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// runs is a frame of zstd with n blocks that each say 128 KiB of one byte in four (RFC 8878, 3.1.1.2).
func runs(n int) string {
	b := []byte{0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38} // no checksum, a window of 128 KiB
	for i := range n {
		last := 0
		if i == n-1 {
			last = 1
		}
		head := uint32(128<<10)<<3 | 1<<1 | uint32(last)
		b = append(b, byte(head), byte(head>>8), byte(head>>16), 'x')
	}
	return string(b)
}

// TestBombs unpacks what is made to fill a disk: it ends early, and little is held. gzip, which
// cannot reach the bound, is unpacked to its end.
func TestBombs(t *testing.T) {
	const size = 80 << 20
	var g bytes.Buffer
	gw := gzip.NewWriter(&g)
	if _, err := io.Copy(gw, zeros(size)); err != nil {
		t.Fatal(err)
	}
	if err := gw.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		in    string
		ended bool
	}{"gzip": {g.String(), true}, "zstd": {runs(1000), false}} {
		in, _, err := open(strings.NewReader(c.in), 4096, bounds{free: 64 << 20, ratio: usual().ratio})
		if err != nil {
			t.Fatal(err)
		}
		before := allocated()
		n, err := io.Copy(io.Discard, in)
		var d *Damage
		switch {
		case c.ended && (n != size || err != nil), !c.ended && (!errors.As(err, &d) || d.Reason != "unpacks to more than 1100 times its size: it is made to fill a disk" || n > 65<<20):
			t.Errorf("%s: %d bytes, %v", name, n, err)
		}
		if more := allocated() - before; more > 8<<20 {
			t.Errorf("%s: %d bytes of memory", name, more)
		}
	}
	if got, _, err := read(runs(3)); len(got) != 3*128<<10 || err != nil {
		t.Errorf("the test's own frames: %d bytes, %v", len(got), err)
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func TestStart(t *testing.T) {
	for in, want := range map[string]string{"abcdef": "abcd", gz(t, "abcdef"): "abcd", zst(t, "abcdef"): "abcd", bz2: "hell", gz(t, strings.Repeat("x", 1000))[:20]: "xxxx"} {
		if got, err := Start([]byte(in), 4); string(got) != want || err != nil {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
}

// FuzzOpen wants an end, and no more than the bound.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(gz(f, "one") + gz(f, "two")))
	f.Add([]byte(zst(f, "one") + skippable(0x184D2A50, "x")))
	f.Add([]byte(skippable(dictionary, "x") + zst(f, "one")))
	f.Add([]byte(bz2))
	f.Fuzz(func(t *testing.T, b []byte) {
		in, _, err := Open(bytes.NewReader(b), 4096)
		if err != nil {
			return
		}
		if n, _ := io.Copy(io.Discard, in); n > usual().free+int64(len(b))*usual().ratio+(1<<20) {
			t.Fatalf("%d bytes from %d", n, len(b))
		}
	})
}
