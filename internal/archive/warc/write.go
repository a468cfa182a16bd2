package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
	"sync"
)

// Smallest is how many bytes a packed record has at least: as many as the notice needs
// that takes its place when it must go (see [Notice]).
const Smallest = 896

// ErrChanged is a block that has not the size that was said.
var ErrChanged = errors.New("it changed while it was read")

// Levels of packing.
const (
	Packed = flate.BestSpeed
	Stored = flate.NoCompression // for blocks that are packed already
)

// Digest is the SHA-256 of b as a header has it.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// head is a record up to its block. Content-Length is added here.
func head(h Header, size int64) ([]byte, error) {
	b := append(make([]byte, 0, 1024), Version+"\r\n"...)
	for _, f := range h {
		if f.Name == "" || strings.ContainsAny(f.Name, ":\r\n\t ") || strings.ContainsAny(f.Value, "\r\n\x00") {
			return nil, fmt.Errorf("%w: %q", ErrField, f.Name)
		}
		b = append(append(append(append(b, f.Name...), ": "...), f.Value...), "\r\n"...)
	}
	b = append(b, "Content-Length: "...)
	b = strconv.AppendInt(b, size, 10)
	return append(b, "\r\n\r\n"...), nil
}

const tail = "\r\n\r\n"

// packers are kept: each has tables of more than half a mebibyte.
var packers = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(io.Discard, Packed)
	if err != nil {
		panic(err) // the level is a constant
	}
	return z
}}

// Member is a record, packed: one gzip member of at least [Smallest] bytes.
func Member(h Header, block []byte) ([]byte, error) {
	start, err := head(h, int64(len(block)))
	if err != nil {
		return nil, err
	}
	return padded(pack(start, block), Smallest), nil
}

func pack(parts ...[]byte) []byte {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	out := bytes.NewBuffer(make([]byte, 0, n/4+Smallest))
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(out)
	for _, p := range parts {
		_, _ = z.Write(p) // a buffer takes everything
	}
	_, _ = io.WriteString(z, tail)
	_ = z.Close()
	return out.Bytes()
}

// Stream writes a record whose block is not held in memory, and packs it as level says.
// It fails where block has not exactly size bytes.
func Stream(w io.Writer, h Header, size int64, block io.Reader, level int) error {
	start, err := head(h, size)
	if err != nil {
		return err
	}
	z, err := gzip.NewWriterLevel(w, level)
	if err != nil {
		return fmt.Errorf("warc: %w", err)
	}
	if _, err := z.Write(start); err != nil {
		return err
	}
	n, err := io.Copy(z, io.LimitReader(block, size+1))
	if err != nil {
		return err
	}
	if n != size {
		return ErrChanged
	}
	if _, err := io.WriteString(z, tail); err != nil {
		return err
	}
	return z.Close()
}

// extra is where a gzip member's extra field begins (RFC 1952, 2.3), and the flag that
// says there is one.
const (
	extraAt   = 10
	extraFlag = 1 << 2
	extraHead = 2 + 4 // its length, and the head of its one subfield
	extraMost = 1<<16 - 1 - 4
)

// padded is a member with at least least bytes: what is missing goes into an extra field,
// which every reader passes over.
func padded(member []byte, least int) []byte {
	missing := least - len(member)
	if missing <= 0 {
		return member
	}
	return withExtra(member, max(missing, extraHead))
}

// withExtra is a member that is longer by n bytes, at least extraHead of them.
func withExtra(member []byte, n int) []byte {
	out := append(make([]byte, 0, len(member)+n), member[:extraAt]...)
	out[3] |= extraFlag
	out = binary.LittleEndian.AppendUint16(out, uint16(n-2))
	out = append(out, "rw"...) // the subfield's name
	out = binary.LittleEndian.AppendUint16(out, uint16(n-extraHead))
	out = append(out, make([]byte, n-extraHead)...)
	return append(out, member[extraAt:]...)
}

// Notice is a record packed into exactly n bytes, to be written over one that must go,
// so that every other record stays where it is. block is text: white space is added.
func Notice(h Header, block []byte, n int64) ([]byte, error) {
	start, err := head(h, int64(len(block)))
	if err != nil {
		return nil, err
	}
	out := pack(start, block)
	missing := n - int64(len(out))
	switch {
	case missing == 0:
		return out, nil
	case missing >= extraHead && missing <= extraMost:
		return withExtra(out, int(missing)), nil
	case missing < extraHead:
		return nil, fmt.Errorf("warc: no room for a notice in %d bytes", n)
	}
	return stored(h, block, n)
}

// stored is a record in exactly n bytes, not packed but padded.
func stored(h Header, block []byte, n int64) ([]byte, error) {
	const frame, part, cost = 18, 65535, 5 // of gzip; the most a stored block holds; what each costs
	room := n - frame - 2*extraHead        // so that an extra field can take up what does not fit
	body := room - (room/part+1)*cost
	pad := body - int64(len(block)) - tailed
	for {
		start, err := head(h, int64(len(block))+pad)
		if err != nil {
			return nil, err
		}
		over := int64(len(start)) + int64(len(block)) + pad + int64(len(tail)) - body
		if over <= 0 {
			break
		}
		pad -= over
	}
	if pad < 0 {
		return nil, fmt.Errorf("warc: no room for a notice in %d bytes", n)
	}
	block = append(bytes.Clone(block), bytes.Repeat([]byte(" "), int(pad))...)
	start, err := head(h, int64(len(block)))
	if err != nil {
		return nil, err
	}
	raw := append(append(start, block...), tail...)
	out := append(make([]byte, 0, n), 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)
	for rest := raw; len(rest) > 0; {
		size := min(len(rest), part)
		last := byte(0)
		if size == len(rest) {
			last = 1
		}
		out = append(out, last)
		out = binary.LittleEndian.AppendUint16(out, uint16(size))
		out = binary.LittleEndian.AppendUint16(out, ^uint16(size))
		out = append(out, rest[:size]...)
		rest = rest[size:]
	}
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(raw))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(raw)))
	missing := n - int64(len(out))
	if missing < extraHead || missing > extraMost {
		return nil, fmt.Errorf("warc: no room for a notice in %d bytes", n)
	}
	return withExtra(out, int(missing)), nil
}

// tailed is a first guess at what a header takes.
const tailed = 256
