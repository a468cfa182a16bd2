package passage

import (
	"encoding/binary"
	"errors"
)

// ErrDamaged are bytes that are no words.
var ErrDamaged = errors.New("passage: damaged words")

// Append writes words: uvarint how many, then for each a little-endian uint32, its hash, uvarint the bytes since
// the end of the word before, uvarint its length.
func Append(b []byte, words []Word) []byte {
	b = binary.AppendUvarint(b, uint64(len(words)))
	at := uint32(0)
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w.Hash)
		b = binary.AppendUvarint(b, uint64(w.Start-at))
		b = binary.AppendUvarint(b, uint64(w.End-w.Start))
		at = w.End
	}
	return b
}

// Count is how many words Append wrote.
func Count(b []byte) (int, error) {
	count, n := binary.Uvarint(b)
	if n <= 0 || count > most {
		return 0, ErrDamaged
	}
	return int(count), nil
}

// Read reads what Append wrote into into.
func Read(b []byte, into []Word) ([]Word, error) {
	into = into[:0]
	count, n := binary.Uvarint(b)
	if n <= 0 || count > most {
		return nil, ErrDamaged
	}
	b = b[n:]
	at := uint64(0)
	for range count {
		if len(b) < 6 {
			return nil, ErrDamaged
		}
		h := binary.LittleEndian.Uint32(b)
		space, n := binary.Uvarint(b[4:])
		if n <= 0 {
			return nil, ErrDamaged
		}
		length, k := binary.Uvarint(b[4+n:])
		if k <= 0 || space > 1<<31 || length > 1<<31 || at+space+length > 1<<32-1 {
			return nil, ErrDamaged
		}
		into = append(into, Word{h, uint32(at + space), uint32(at + space + length)})
		at += space + length
		b = b[4+n+k:]
	}
	return into, nil
}
