package restore

import (
	"fmt"
	"unicode/utf8"

	"riwaya"
)

// stride is how many characters stand between two marks.
const stride = 64

// chars turns characters of one text into byte offsets.
type chars struct {
	text  string
	marks []int32 // the byte at which character i*stride begins
	count int     // characters
}

func newChars(text string) chars {
	c := chars{text: text, marks: make([]int32, 0, len(text)/stride+1)}
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			if c.count%stride == 0 {
				c.marks = append(c.marks, int32(i))
			}
			c.count++
		}
	}
	return c
}

// at is the byte at which a character begins; the end of the text for what is beyond it.
func (c chars) at(n int) int {
	switch {
	case n <= 0:
		return 0
	case n >= c.count:
		return len(c.text)
	}
	b := int(c.marks[n/stride])
	for n %= stride; n > 0; n-- {
		for b++; b < len(c.text) && !utf8.RuneStart(c.text[b]); b++ {
		}
	}
	return b
}

func (c chars) span(s riwaya.Span) riwaya.Span {
	start := c.at(s.Start)
	return riwaya.Span{Start: start, End: max(start, c.at(s.End))}
}

// parseSpans reads spans as the store has them: [[12,40],[51,60]].
func parseSpans(s string) (riwaya.Spans, error) {
	if len(s) < 2 || s[0] != '[' || s[len(s)-1] != ']' {
		return nil, fmt.Errorf("no spans: %.40q", s)
	}
	out := riwaya.Spans{}
	rest := s[1 : len(s)-1]
	for rest != "" {
		var one riwaya.Span
		var ok bool
		if one.Start, rest, ok = parsePart(rest, '[', ','); ok {
			one.End, rest, ok = parsePart(rest, 0, ']')
		}
		if ok && rest != "" {
			ok = rest[0] == ',' && len(rest) > 1
			rest = rest[1:]
		}
		if !ok {
			return nil, fmt.Errorf("no spans: %.40q", s)
		}
		out = append(out, one)
	}
	return out, nil
}

// parsePart reads a number between two signs; no sign is looked for where before is 0.
func parsePart(s string, before, behind byte) (n int, rest string, ok bool) {
	if before != 0 {
		if s == "" || s[0] != before {
			return 0, s, false
		}
		s = s[1:]
	}
	const most = 9 // digits: no text is longer
	for i := 0; i < len(s) && i <= most; i++ {
		switch c := s[i]; {
		case c == behind && i > 0:
			return n, s[i+1:], true
		case c < '0' || c > '9':
			return 0, s, false
		default:
			n = n*10 + int(c-'0')
		}
	}
	return 0, s, false
}
