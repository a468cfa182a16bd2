package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"strings"
	"testing"
)

func header(kind, uri string) Header {
	var h Header
	h.Add("WARC-Type", kind)
	h.Add("WARC-Record-ID", "<urn:uuid:00000000-0000-8000-8000-000000000001>")
	h.Add("WARC-Date", "2026-11-26T12:00:00Z")
	h.Add("WARC-Target-URI", uri)
	return h
}

// TestRoundTrip writes records and reads them again, packed and not.
func TestRoundTrip(t *testing.T) {
	var file, flat bytes.Buffer
	var want []string
	var at []int64
	for i := range 20 {
		block := strings.Repeat("نص ", i*i*i*10)
		at = append(at, int64(file.Len()))
		h := header(Resource, fmt.Sprintf("urn:test:%d", i))
		if i%2 == 0 {
			m, err := Member(h, []byte(block))
			must(t, err)
			if len(m) < Smallest {
				t.Fatalf("record %d has %d bytes", i, len(m))
			}
			file.Write(m)
		} else {
			must(t, Stream(&file, h, int64(len(block)), strings.NewReader(block), Stored))
		}
		start, err := head(h, int64(len(block)))
		must(t, err)
		flat.Write(start)
		flat.WriteString(block + tail)
		want = append(want, block)
	}
	for name, f := range map[string][]byte{"packed": file.Bytes(), "flat": flat.Bytes()} {
		r := NewReader(bytes.NewReader(f))
		for i := range want {
			rec, err := r.Next()
			must(t, err)
			if i%3 != 0 { // every third block is passed over unread
				b, err := io.ReadAll(rec.Block)
				must(t, err)
				if string(b) != want[i] {
					t.Fatalf("%s: record %d: %d bytes, want %d", name, i, len(b), len(want[i]))
				}
			}
			if rec.URI() != fmt.Sprintf("urn:test:%d", i) || rec.Type() != Resource {
				t.Fatalf("%s: record %d: %v", name, i, rec.Header)
			}
			if name == "packed" && rec.Offset != at[i] {
				t.Fatalf("record %d at %d, want %d", i, rec.Offset, at[i])
			}
			if name == "flat" && !IsWARC(f[rec.Offset:]) {
				t.Fatalf("no record at %d", rec.Offset)
			}
		}
		if _, err := r.Next(); err != io.EOF {
			t.Fatalf("%s: at the end: %v", name, err)
		}
		if r.Taken() != int64(len(f)) {
			t.Fatalf("%s: %d bytes taken of %d", name, r.Taken(), len(f))
		}
	}
}

func TestStreamChanged(t *testing.T) {
	for _, size := range []int64{2, 4} {
		if err := Stream(io.Discard, header(Resource, "x"), size, strings.NewReader("abc"), Stored); err == nil {
			t.Errorf("3 bytes were taken for %d", size)
		}
	}
}

func TestHeaderOnOneLine(t *testing.T) {
	for _, h := range []Header{{{"A", "b\r\nC: d"}}, {{"A: b", "c"}}, {{"", "c"}}, {{"A", "b\nc"}}} {
		if _, err := Member(h, nil); !errors.Is(err, ErrField) {
			t.Errorf("%q: %v", h, err)
		}
	}
}

// TestNotice fits a notice into every size that a record can have.
func TestNotice(t *testing.T) {
	sizes := []int64{Smallest, 65534, 65535, 65536, 66000, 66400, 66413, 131072, 200000, 1 << 20}
	for n := int64(Smallest); n < 3000; n++ {
		sizes = append(sizes, n)
	}
	for n := int64(60000); n < 70000; n += 7 {
		sizes = append(sizes, n, n+60000)
	}
	h := header(Metadata, "urn:test:"+strings.Repeat("x", 100))
	for _, n := range sizes {
		b, err := Notice(h, []byte(strings.Repeat("words of a reason ", 12)), n)
		must(t, err)
		if int64(len(b)) != n {
			t.Fatalf("%d bytes, want %d", len(b), n)
		}
		r := NewReader(bytes.NewReader(append(b, b...)))
		for range 2 {
			rec, err := r.Next()
			must(t, err)
			block, err := io.ReadAll(rec.Block)
			must(t, err)
			if !strings.HasPrefix(string(block), "words of a reason") {
				t.Fatalf("block %q", block)
			}
		}
		if _, err := r.Next(); err != io.EOF {
			t.Fatal(err)
		}
	}
}

// TestDamage has a record of every kind of damage, and good ones around it that must be
// found.
func TestDamage(t *testing.T) {
	good, err := Member(header(Resource, "urn:good"), []byte("good"))
	must(t, err)
	long, err := Member(header(Resource, "urn:long"), bytes.Repeat([]byte("0123456789"), 3000))
	must(t, err)
	flat := func(fields, block string) string { return "WARC/1.0\r\n" + fields + "\r\n\r\n" + block + tail }
	gz := func(s string) string { return string(pack([]byte(s))) }
	flipped := bytes.Clone(long)
	flipped[len(flipped)-6] ^= 1
	fine := flat("WARC-Type: resource\r\nWARC-Target-URI: <urn:good>\r\nContent-Length: 4", "good")
	for name, c := range map[string]struct{ good, bad string }{
		"cut short":                      {string(good), string(long[:len(long)/2])},
		"a byte of its checksum changed": {string(good), string(flipped)},
		"rubbish between members":        {string(good), "rubbish\x1f\x8brubbish"},
		"half a member's head":           {string(good), "\x1f\x8b\x08\xff"},
		"length too long":                {string(good), gz("WARC/1.0\r\nContent-Length: 900\r\n\r\nshort")},
		"length too short":               {string(good), gz("WARC/1.0\r\nContent-Length: 2\r\n\r\nlonger than that")},
		"length negative":                {string(good), gz("WARC/1.0\r\nContent-Length: -2\r\n\r\nx")},
		"length enormous":                {string(good), gz("WARC/1.0\r\nContent-Length: 9223372036854775807\r\n\r\nx")},
		"length beyond numbers":          {string(good), gz("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx")},
		"no length":                      {string(good), gz("WARC/1.0\r\nWARC-Type: resource\r\n\r\nx")},
		"no record":                      {string(good), gz("GET / HTTP/1.0\r\n\r\n")},
		"endless header":                 {string(good), gz("WARC/1.0\r\nA: " + strings.Repeat("x", maxHeader))},
		"endless fields":                 {string(good), gz("WARC/1.0\r\n" + strings.Repeat("A: b\r\n", maxHeader))},
		"flat, length too long by a few": {fine, "WARC/1.0\r\nContent-Length: 9\r\n\r\nshort" + tail},
		"flat, length too short":         {fine, "WARC/1.0\r\nContent-Length: 2\r\n\r\nlonger than that" + tail},
		"flat, no length":                {fine, "WARC/1.0\r\nWARC-Type: resource\r\n\r\nx" + tail},
		"flat, rubbish":                  {fine, "rubbish\r\nand more\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			r := NewReader(strings.NewReader(c.good + c.good + c.bad + c.good + c.good))
			found, bad := 0, 0
			for {
				rec, err := r.Next()
				var d *Damage
				if err == io.EOF {
					break
				} else if errors.As(err, &d) {
					bad++
					continue
				}
				must(t, err)
				if rec.URI() == "urn:good" {
					found++
				}
			}
			// A length that is too long in a flat file swallows the start of the next record:
			// nothing says where that begins but the record itself.
			if found < 3 || !strings.HasPrefix(name, "flat") && found != 4 {
				t.Errorf("%d good records found", found)
			}
			if bad == 0 && !strings.HasPrefix(name, "rubbish") && name != "half a member's head" {
				t.Error("no damage was reported")
			}
		})
	}
}

// TestBomb gives up a record of a hundred mebibytes of zeros, and reads the one behind it.
func TestBomb(t *testing.T) {
	const size = 100 << 20
	var file bytes.Buffer
	must(t, Stream(&file, header(Resource, "urn:bomb"), size, io.LimitReader(zeros{}, size), gzip.BestCompression))
	good, err := Member(header(Resource, "urn:good"), []byte("good"))
	must(t, err)
	file.Write(good)
	r := NewReader(&file)
	_, err = r.Next()
	must(t, err)
	var d *Damage
	if _, err = r.Next(); !errors.As(err, &d) || !strings.Contains(d.Reason, "unpacks to far more") {
		t.Fatalf("got %v", err)
	}
	for {
		rec, err := r.Next()
		if errors.As(err, &d) {
			continue // what looks like a member inside it
		}
		must(t, err)
		if rec.URI() == "urn:good" {
			return
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestParseHTTP(t *testing.T) {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	_, err := w.Write([]byte("packed"))
	must(t, err)
	must(t, w.Close())
	for in, want := range map[string]string{
		"HTTP/1.1 200 OK\r\nA: b\r\n\r\nplain":                                                         "plain",
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nin pi\r\n3;x=y\r\nece\r\n0\r\n\r\n": "in piece",
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nput together already":                    "put together already",
		"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + z.String():                               "packed",
		"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nunpacked already":                            "unpacked already",
		"HTTP/1.1 200\r\n\r\n": "",
	} {
		h, err := ParseHTTP(strings.NewReader(in))
		must(t, err)
		b, err := io.ReadAll(h.Body)
		must(t, err)
		if string(b) != want || h.Status != 200 {
			t.Errorf("%q: %q, %d", in, b, h.Status)
		}
	}
	for _, in := range []string{"", "x", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 x\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\n\r\n"} {
		if _, err := ParseHTTP(strings.NewReader(in)); err == nil {
			t.Errorf("%q was read", in)
		}
	}
	h, err := ParseHTTP(strings.NewReader("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nin"))
	must(t, err)
	if _, err := io.ReadAll(h.Body); err == nil {
		t.Error("half a chunk was taken for a body")
	}
}

// FuzzReader wants that whatever the bytes are, reading ends, in bounds, and every record
// lies in the file, in order.
func FuzzReader(f *testing.F) {
	m, err := Member(header(Response, "https://outlet.example/1"), []byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(m)
	f.Add(append(bytes.Clone(m), m...))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 3\r\nA: b\r\n c\r\n\r\nabc\r\n\r\nWARC/1.0\r\nContent-Length: 9\r\n\r\nx"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := NewReader(bytes.NewReader(b))
		before := int64(-1)
		for n := 0; ; n++ {
			rec, err := r.Next()
			if n > len(b)+1 {
				t.Fatal("no end")
			}
			var d *Damage
			if errors.As(err, &d) {
				continue
			}
			if err != nil {
				return
			}
			if rec.Offset < before || rec.Offset > int64(len(b)) {
				t.Fatalf("record at %d after %d, of %d", rec.Offset, before, len(b))
			}
			before = rec.Offset
			if h, err := ParseHTTP(rec.Block); err == nil {
				_, _ = io.Copy(io.Discard, io.LimitReader(h.Body, 1<<20))
			}
		}
	})
}

// FuzzMember wants that what is written is what is read.
func FuzzMember(f *testing.F) {
	f.Add("urn:x", []byte("block"), int64(1))
	f.Fuzz(func(t *testing.T, uri string, block []byte, seed int64) {
		m, err := Member(header(Resource, uri), block)
		if err != nil {
			return
		}
		extra := make([]byte, rand.New(rand.NewSource(seed)).Intn(20))
		r := NewReader(bytes.NewReader(append(m, extra...)))
		rec, err := r.Next()
		must(t, err)
		got, err := io.ReadAll(rec.Block)
		must(t, err)
		if !bytes.Equal(got, block) {
			t.Fatalf("%d bytes, want %d", len(got), len(block))
		}
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
