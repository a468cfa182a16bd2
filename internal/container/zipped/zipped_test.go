package zipped

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"runtime"
	"strings"
	"testing"

	"riwaya/internal/container/containertest"
)

type file = containertest.File

func made(t testing.TB, files ...file) []byte { t.Helper(); return containertest.Zip(t, files...) }

func open(b []byte) (*Archive, error) { return Open(bytes.NewReader(b), int64(len(b))) }

func TestOpen(t *testing.T) {
	b := made(t, file{"a/", ""}, file{"a/b.txt", "one"}, file{"c", strings.Repeat("two", 1000)})
	for name, in := range map[string][]byte{"whole": b, "behind something": append([]byte("<html data-sfz>"), b...)} {
		a, err := open(in)
		if err != nil || len(a.Entries) != 2 || len(a.Odd) != 0 {
			t.Fatalf("%s: %+v, %v", name, a, err)
		}
		if got, err := a.Find("c").ReadAll(4000); string(got) != strings.Repeat("two", 1000) || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if _, err := a.Find("c").ReadAll(2999); err == nil || err.Error() != "c is larger than 0 MiB" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if a, err := open(made(t)); err != nil || len(a.Entries) != 0 || !Is(made(t)) {
		t.Errorf("an empty one: %v", err)
	}
}

// TestNames sets names aside that would leave a folder somewhere.
func TestNames(t *testing.T) {
	bad := []string{"../../etc/passwd", "/etc/passwd", `..\..\windows\system.ini`, `C:\x`, "C:x", "a/../b", "a/./b", "a//b", "a\x00b", "a\nb", "a\x1b[31mb", "\xff", "CON", "a/nul.txt", "aux.warc.gz", "com1", "a/LPT9.x.y",
		"a.", "a ", "a/b./c", strings.Repeat("x", 2000), "a\u0085b"}
	var files []file
	for _, n := range bad {
		files = append(files, file{n, "x"})
	}
	a, err := open(made(t, append(files, file{"good", "x"}, file{"archive/data.warc.gz", "x"}, file{"مجلد/ملف.html", "x"}, file{"good", "twice"}, file{"console", "x"}, file{"com10", "x"})...))
	if err != nil || len(a.Entries) != 5 || len(a.Odd) != len(bad) || len(a.Twice) != 1 {
		t.Errorf("%+v, %v", a, err)
	}
	if b, err := a.Find("good").ReadAll(10); string(b) != "x" || err != nil {
		t.Errorf("of two of one name: %q, %v", b, err)
	}
}

// entry is one file as a test writes it, byte by byte.
type entry struct {
	name          string
	data          []byte // packed
	size          uint32 // as it says
	method, flags uint16
	at            int // where its header stands, as the directory says
	sum           uint32
}

func local(e entry) []byte {
	b := []byte("PK\x03\x04\x14\x00")
	b = binary.LittleEndian.AppendUint16(b, e.flags)
	b = binary.LittleEndian.AppendUint16(b, e.method)
	b = append(b, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint32(b, e.sum)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(e.data)))
	b = binary.LittleEndian.AppendUint32(b, e.size)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(e.name)))
	return append(append(append(b, 0, 0), e.name...), e.data...)
}

func central(e entry) []byte {
	b := []byte("PK\x01\x02\x14\x00\x14\x00")
	b = binary.LittleEndian.AppendUint16(b, e.flags)
	b = binary.LittleEndian.AppendUint16(b, e.method)
	b = append(b, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint32(b, e.sum)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(e.data)))
	b = binary.LittleEndian.AppendUint32(b, e.size)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(e.name)))
	b = append(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint32(b, uint32(e.at))
	return append(b, e.name...)
}

func end(entries uint16, size, offset uint32) []byte {
	b := []byte("PK\x05\x06\x00\x00\x00\x00")
	b = binary.LittleEndian.AppendUint16(b, entries)
	b = binary.LittleEndian.AppendUint16(b, entries)
	b = binary.LittleEndian.AppendUint32(b, size)
	return append(binary.LittleEndian.AppendUint32(b, offset), 0, 0)
}

func end64(at, entries, size, offset uint64) []byte {
	b := []byte("PK\x06\x06")
	b = binary.LittleEndian.AppendUint64(b, 44)
	b = append(b, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	for _, v := range []uint64{entries, entries, size, offset} {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	b = append(b, "PK\x06\x07\x00\x00\x00\x00"...)
	b = binary.LittleEndian.AppendUint64(b, at)
	return append(b, 1, 0, 0, 0)
}

// laid puts an archive together: data, directory, end.
func laid(data []byte, entries ...entry) []byte {
	var d []byte
	for _, e := range entries {
		d = append(d, central(e)...)
	}
	return append(append(append([]byte{}, data...), d...), end(uint16(len(entries)), uint32(len(d)), uint32(len(data)))...)
}

// zeros is n mebibytes of zeros, deflated: one of them, over and over.
func zeros(t testing.TB, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = w.Write(make([]byte, 1<<20))
	}
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		t.Fatal(err)
	}
	return append(bytes.Repeat(b.Bytes(), n), 1, 0, 0, 0xff, 0xff) // the last block, an empty one
}

// TestHostile opens archives that lie. Each is refused with its reason, early and at little cost.
func TestHostile(t *testing.T) {
	bomb := entry{name: "bomb", data: zeros(t, 1<<10), size: 1 << 30, method: zip.Deflate}
	if len(bomb.data) > 1100<<10 {
		t.Fatalf("%d bytes", len(bomb.data))
	}
	text := []byte("text")
	plain := entry{name: "a", data: text, size: 4, sum: crc32.ChecksumIEEE(text)}
	overlapping := func() []byte { // two names for the same bytes
		b, c := plain, plain
		b.name = "b"
		return laid(local(plain), b, c)
	}()
	quoted := func() []byte { // an entry whose data is another one, with its header (Fifield)
		inner := local(plain)
		outer := entry{name: "o", data: inner, size: uint32(len(inner)), sum: crc32.ChecksumIEEE(inner)}
		i := plain
		i.at = 30 + len(outer.name)
		return laid(local(outer), outer, i)
	}()
	many := func(says uint16) []byte {
		d := bytes.Repeat(central(plain), 100_000)
		b := append(local(plain), d...)
		return append(b, end(says, uint32(len(d)), uint32(len(local(plain))))...)
	}
	far := func(entries, size, offset uint64) []byte {
		b := append(local(plain), central(plain)...)
		at := uint64(len(b))
		return append(append(b, end64(at, entries, size, offset)...), end(1<<16-1, 1<<32-1, 1<<32-1)...)
	}
	beyond := plain
	beyond.at = 1 << 30
	large := plain
	large.data = make([]byte, 10_000)
	secret := plain
	secret.flags = 1
	odd := plain
	odd.method = 12
	false1, false2 := plain, plain
	false1.sum++
	false2.size = 400
	for name, c := range map[string]struct {
		in   []byte
		want string
	}{
		"1 GB of zeros in 1 MB":       {laid(local(bomb), bomb), "it unpacks to more than 200 times its size: it is made to fill a disk"},
		"overlapping entries":         {overlapping, "its entries overlap: it is made to fill a disk"},
		"an entry in an entry":        {quoted, "its entries overlap: it is made to fill a disk"},
		"100,000 entries":             {many(34464), "it has more than 50000 entries"},
		"100,000 entries, says 3":     {many(3), "it has more than 50000 entries"},
		"zip64: 2^40 entries":         {far(1<<40, 50, 0), "it says that it has 1099511627776 entries; 50000 are read at most"},
		"zip64: 2^63 bytes":           {far(1, 1<<63, 0), "it says that its directory has 9223372036854775808 bytes"},
		"zip64: somewhere else":       {far(1, 47, 1<<63), "it says that its directory lies beyond its end"},
		"zip64: nowhere":              {append(append(local(plain), end64(1<<63, 1, 47, 0)...), end(1<<16-1, 1<<32-1, 1<<32-1)...), "its directory is not where it says"},
		"a header beyond the end":     {laid(local(plain), beyond), `"a" is not where the directory says`},
		"an entry beyond the end":     {laid(local(plain), large), `"a" would be larger than the archive`},
		"cut":                         {laid(local(plain), plain)[:60], "it has no directory: it is not whole"},
		"nothing":                     {[]byte("PK\x03\x04"), "it has no directory: it is not whole"},
		"encrypted":                   {laid(local(secret), secret), "it is encrypted"},
		"another packing":             {laid(local(odd), odd), "it is packed in a way that is not read (method 12)"},
		"a false checksum":            {laid(local(false1), false1), "its checksum is not the one that the directory has"},
		"a false size":                {laid(local(false2), false2), "it breaks off, or has another size than the directory says"},
		"a directory that is no such": {append([]byte("PK\x03\x04xxxxxxxxxxxxxxxxxxxx"), end(1, 20, 4)...), "its directory is damaged"},
	} {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		before := m.TotalAlloc
		a, err := open(c.in)
		for i := 0; err == nil && i < len(a.Entries); i++ {
			var r io.ReadCloser
			if r, err = a.Entries[i].Open(); err == nil {
				_, err = io.Copy(io.Discard, r)
				r.Close()
			}
		}
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		runtime.ReadMemStats(&m)
		if held := m.TotalAlloc - before; held > 8<<20 {
			t.Errorf("%s: %d KiB of memory", name, held>>10)
		}
	}
}

// TestTogether bounds what all entries unpack to, where each keeps within its own bound.
func TestTogether(t *testing.T) {
	data, sum := zeros(t, 60), crc32.ChecksumIEEE(make([]byte, 60<<20))
	var body []byte
	var all []entry
	for i := range 20 {
		e := entry{name: fmt.Sprint(i), data: data, size: 60 << 20, method: zip.Deflate, at: len(body), sum: sum}
		body = append(body, local(e)...)
		all = append(all, e)
	}
	a, err := open(laid(body, all...))
	if err != nil {
		t.Fatal(err)
	}
	var n int64
	for _, e := range a.Entries {
		r, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		more, err := io.Copy(io.Discard, r)
		if n += more; err != nil {
			if !strings.Contains(err.Error(), "made to fill a disk") || n > 300<<20 {
				t.Errorf("%d bytes, %v", n, err)
			}
			return
		}
	}
	t.Errorf("%d bytes from %d", n, len(body))
}

// FuzzOpen wants an end, names that are safe, and no more than the bound.
func FuzzOpen(f *testing.F) {
	f.Add(made(f, file{"a", "text"}, file{"../b", "x"}))
	f.Add(append(append([]byte("PK\x03\x04"), end64(4, 1, 47, 0)...), end(1<<16-1, 1<<32-1, 1<<32-1)...))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := open(b)
		if err != nil {
			return
		}
		for _, e := range a.Entries {
			if !Named(e.Name) {
				t.Fatalf("%q", e.Name)
			}
			if r, err := e.Open(); err == nil {
				if n, _ := io.Copy(io.Discard, r); n > free+ratio*int64(len(b))+(1<<20) {
					t.Fatalf("%d bytes from %d", n, len(b))
				}
				r.Close()
			}
		}
	})
}
