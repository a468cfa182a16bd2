package story

import (
	"encoding/binary"
	"errors"
	"math"
)

// What is kept of a report, so that it need not be read again to be compared: numbers as
// encoding/binary's uvarints, strings and lists with their length before them.
//
//	version, article, outlet, day (since 1970, plus 2^31), seen, countries,
//	the marks of what it says first that happened somewhere, every mark with how much of it there is
//
// Marks are their 64-bit numbers, eight bytes, little endian; how much is a float32.
const keptVersion = 1

// errKept is what Restore gives for bytes that Keep has not made.
var errKept = errors.New("story: what was kept of a report is damaged")

// keep is a sketch in bytes.
func (s *sketch) keep() []byte {
	b := make([]byte, 0, 64+12*len(s.features))
	text := func(t string) { b = append(binary.AppendUvarint(b, uint64(len(t))), t...) }
	b = append(b, keptVersion)
	text(s.article)
	text(s.outlet)
	b = binary.AppendUvarint(b, uint64(int64(s.day)+1<<31))
	seen := byte(0)
	if s.seen {
		seen = 1
	}
	b = append(b, seen)
	b = binary.AppendUvarint(b, uint64(len(s.countries)))
	for _, c := range s.countries {
		text(c)
	}
	b = binary.AppendUvarint(b, uint64(len(s.main)))
	for _, k := range s.main {
		b = binary.LittleEndian.AppendUint64(b, k)
	}
	b = binary.AppendUvarint(b, uint64(len(s.features)))
	for i := range s.features {
		b = binary.LittleEndian.AppendUint64(b, s.features[i].key)
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(s.features[i].load)))
	}
	return b
}

// kept reads what keep has written.
type kept struct {
	b   []byte
	bad bool
}

func (k *kept) number(most uint64) int {
	n, used := binary.Uvarint(k.b)
	if used <= 0 || n > most {
		k.bad, k.b = true, nil
		return 0
	}
	k.b = k.b[used:]
	return int(n)
}

func (k *kept) take(n int) []byte {
	if n > len(k.b) {
		k.bad, k.b = true, nil
		return make([]byte, n)
	}
	out := k.b[:n]
	k.b = k.b[n:]
	return out
}

func (k *kept) text() string { return string(k.take(k.number(uint64(len(k.b))))) }

func (k *kept) mark() uint64 { return binary.LittleEndian.Uint64(k.take(8)) }

// sketchOf is the sketch that bytes were made from.
func sketchOf(b []byte) (*sketch, error) {
	k := &kept{b: b}
	if len(b) == 0 || k.take(1)[0] != keptVersion {
		return nil, errKept
	}
	s := &sketch{article: k.text(), outlet: k.text()}
	s.day = int(int64(k.number(1<<33)) - 1<<31)
	s.seen = k.take(1)[0] == 1
	for range k.number(uint64(len(k.b))) {
		s.countries = append(s.countries, k.text())
	}
	for range k.number(uint64(len(k.b) / 8)) {
		s.main = append(s.main, k.mark())
	}
	n := k.number(uint64(len(k.b) / 12))
	s.features = make([]feature, 0, n)
	for range n {
		key := k.mark()
		s.features = append(s.features, feature{key: key, load: float64(math.Float32frombits(binary.LittleEndian.Uint32(k.take(4))))})
	}
	if k.bad || len(k.b) > 0 {
		return nil, errKept
	}
	return s, nil
}

// Restore adds a report of an earlier run by what Add or Replay gave to be kept of it, as Replay
// does by its record.
func (g *Grouper) Restore(b []byte, story string) error {
	s, err := sketchOf(b)
	if err != nil {
		return err
	}
	g.replay(s, story)
	return nil
}
