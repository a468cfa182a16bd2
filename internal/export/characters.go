package export

import "unicode/utf8"

// characters counts the code points before a byte of a text. It remembers the count every
// so many bytes, since a text of thousands of letters has hundreds of findings.
type characters struct {
	text  string
	marks []int // code points before byte i*apart
}

const apart = 128 // bytes

func charactersOf(text string) characters {
	c := characters{text, make([]int, 0, len(text)/apart+1)}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%apart == 0 {
			c.marks = append(c.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return c
}

// before is the number of code points before byte b; of a byte outside the text, that of
// its nearest end.
func (c characters) before(b int) int {
	if b <= 0 || len(c.marks) == 0 {
		return 0
	}
	b = min(b, len(c.text))
	m := min(b/apart, len(c.marks)-1)
	n := c.marks[m]
	for i := m * apart; i < b; i++ {
		if utf8.RuneStart(c.text[i]) {
			n++
		}
	}
	return n
}
