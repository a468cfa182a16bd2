package riwaya

import (
	"math/bits"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of byte offsets into an article's text.
type Span struct{ Start, End int }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Of is the text under the span.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Spans is a finding's place in the text: several ranges where it has a gap, in
// order, never touching.
type Spans []Span

// Of is the text under the spans, the gaps shown as " … ".
func (s Spans) Of(text string) string {
	switch len(s) {
	case 0:
		return ""
	case 1:
		return s[0].Of(text)
	}
	var b []byte
	for i, p := range s {
		if i > 0 {
			b = append(b, " … "...)
		}
		b = append(b, p.Of(text)...)
	}
	return string(b)
}

// Hull is the smallest single span over all of them, zero when there is none.
func (s Spans) Hull() Span {
	if len(s) == 0 {
		return Span{}
	}
	return Span{s[0].Start, s[len(s)-1].End}
}

// Contains reports whether one of the ranges holds t wholly.
func (s Spans) Contains(t Span) bool {
	for _, p := range s {
		if p.Contains(t) {
			return true
		}
	}
	return false
}

// mark is how often a codePoints table remembers where it stands, in bytes.
const mark = 32

// codePoints converts between byte offsets and code points of one text.
type codePoints struct {
	text  string
	marks []int32 // code points before byte i*mark
}

func newCodePoints(text string) *codePoints {
	c := &codePoints{text: text, marks: make([]int32, 0, len(text)/mark+1)}
	n := 0
	for i := 0; i < len(text); i += mark {
		c.marks = append(c.marks, int32(n))
		n += starts(text[i:min(i+mark, len(text))])
	}
	return c
}

// starts counts the bytes that begin a code point, eight at a time: all but those whose
// highest bits are 10.
func starts(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		x := eight(s)
		n -= bits.OnesCount64(x &^ (x << 1) & 0x8080808080808080)
	}
	for i := range len(s) {
		if !utf8.RuneStart(s[i]) {
			n--
		}
	}
	return n
}

// eight are the first eight bytes of s as one number, the first the lowest: one load.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// points is the number of code points before byte b.
func (c *codePoints) points(b int) int {
	if b <= 0 || len(c.marks) == 0 {
		return 0
	}
	b = min(b, len(c.text))
	m := min(b/mark, len(c.marks)-1)
	return int(c.marks[m]) + starts(c.text[m*mark:b])
}

// byteAt is the byte offset of code point p, the inverse of points.
func (c *codePoints) byteAt(p int) int {
	lo, hi := 0, len(c.marks)
	for lo+1 < hi { // last mark that is not past p
		if mid := (lo + hi) / 2; int(c.marks[mid]) <= p {
			lo = mid
		} else {
			hi = mid
		}
	}
	if len(c.marks) == 0 {
		return 0
	}
	n := int(c.marks[lo])
	i := lo * mark
	for i < len(c.text) {
		if utf8.RuneStart(c.text[i]) {
			if n == p {
				return i
			}
			n++
		}
		i++
	}
	return len(c.text)
}
