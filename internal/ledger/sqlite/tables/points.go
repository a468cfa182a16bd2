package tables

import (
	"strconv"
	"unicode/utf8"

	"riwaya"
)

// points turns byte offsets into characters of one text.
type points struct {
	text  string
	marks []int32 // characters before byte i*stride
}

const stride = 64

func newPoints(text string) points {
	p := points{text: text, marks: make([]int32, 0, len(text)/stride+1)}
	n := int32(0)
	for i := range len(text) {
		if i%stride == 0 {
			p.marks = append(p.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return p
}

// at is the number of characters before a byte.
func (p points) at(b int) int {
	b = max(0, min(b, len(p.text)))
	if len(p.marks) == 0 {
		return 0
	}
	m := min(b/stride, len(p.marks)-1)
	n := int(p.marks[m])
	for i := m * stride; i < b; i++ {
		if utf8.RuneStart(p.text[i]) {
			n++
		}
	}
	return n
}

// spans are spans as JSON, in characters: [[12,40],[51,60]].
func (p points) spans(s []riwaya.Span) string {
	b := make([]byte, 0, 16*len(s)+2)
	b = append(b, '[')
	for i, one := range s {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = strconv.AppendInt(b, int64(p.at(one.Start)), 10)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(p.at(one.End)), 10)
		b = append(b, ']')
	}
	return string(append(b, ']'))
}
