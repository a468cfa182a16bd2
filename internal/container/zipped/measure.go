package zipped

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
)

// Sizes of the structures at an archive's end (APPNOTE 6.3.10, 4.3.12 and 4.3.14 to 4.3.16).
const (
	endSize     = 22
	locatorSize = 20
	end64Size   = 56
	headerSize  = 46
)

// measure looks at the end of an archive, where it says how much its directory has, and counts
// the entries that are there, before any of it is held.
func measure(r io.ReaderAt, size int64) error {
	b := make([]byte, min(size, endSize+1<<16-1))
	if n, err := r.ReadAt(b, size-int64(len(b))); n < len(b) {
		return err
	}
	at := len(b) - endSize
	for ; at >= 0; at-- {
		if bytes.HasPrefix(b[at:], []byte("PK\x05\x06")) && at+endSize+int(binary.LittleEndian.Uint16(b[at+20:])) <= len(b) {
			break
		}
	}
	if at < 0 {
		return fail("it has no directory: it is not whole")
	}
	end := size - int64(len(b)-at)
	d := directory{entries: uint64(binary.LittleEndian.Uint16(b[at+10:])), bytes: uint64(binary.LittleEndian.Uint32(b[at+12:])), offset: uint64(binary.LittleEndian.Uint32(b[at+16:]))}
	if err := d.check(size); at < locatorSize || !bytes.HasPrefix(b[at-locatorSize:], []byte("PK\x06\x07")) {
		if err != nil {
			return err
		}
		return d.count(r, end)
	}
	far := int64(min(binary.LittleEndian.Uint64(b[at-locatorSize+8:]), 1<<62))
	var b64 [end64Size]byte
	if n, _ := r.ReadAt(b64[:], far); n < len(b64) || !bytes.HasPrefix(b64[:], []byte("PK\x06\x06")) {
		return fail("its directory is not where it says")
	}
	// Where a field of the older record says all ones the newer one counts; some programs write
	// both. None may be over the bounds.
	for _, f := range []struct {
		of   *uint64
		ones uint64
		at   int
	}{{&d.entries, 1<<16 - 1, 32}, {&d.bytes, 1<<32 - 1, 40}, {&d.offset, 1<<32 - 1, 48}} {
		if v := binary.LittleEndian.Uint64(b64[f.at:]); *f.of == f.ones || v > *f.of {
			*f.of = v
		}
	}
	if err := d.check(size); err != nil {
		return err
	}
	return d.count(r, far)
}

// directory is what an archive says of its directory.
type directory struct{ entries, bytes, offset uint64 }

func (d directory) check(size int64) error {
	switch {
	case d.entries > MaxEntries:
		return fail("it says that it has %d entries; %d are read at most", d.entries, MaxEntries)
	case d.bytes > maxDirectory || d.bytes > uint64(size):
		return fail("it says that its directory has %d bytes", d.bytes)
	case d.offset > uint64(size):
		return fail("it says that its directory lies beyond its end")
	}
	return nil
}

// count walks the headers where the directory may begin: before its end, or where the offset
// says. Readers go on while there are headers, whatever the number of entries says.
func (d directory) count(r io.ReaderAt, end int64) error {
	for _, start := range [...]int64{end - int64(d.bytes), int64(d.offset)} {
		if start < 0 {
			continue
		}
		in := bufio.NewReaderSize(io.NewSectionReader(r, start, 1<<62), 64<<10)
		for n := 0; ; n++ {
			h, err := in.Peek(headerSize)
			if err != nil || !bytes.HasPrefix(h, []byte("PK\x01\x02")) {
				break // what is damaged there is found when it is read
			}
			if n == MaxEntries {
				return fail("it has more than %d entries", MaxEntries)
			}
			skip := headerSize + int(binary.LittleEndian.Uint16(h[28:])) + int(binary.LittleEndian.Uint16(h[30:])) + int(binary.LittleEndian.Uint16(h[32:]))
			if _, err := in.Discard(skip); err != nil {
				break
			}
		}
	}
	return nil
}
