package terminal

import (
	"strings"

	"riwaya"
)

// The signs around marked words: bold where there is colour, quotation marks elsewhere.
const (
	boldOn, boldOff   = "\x1b[1m", "\x1b[22m"
	markOpen, markEnd = "«", "»"
)

// Marked lays text out in lines of at most width columns, with the words under marks (in
// order, none touching another) in bold or between « and ». Each line that has letters
// from right to left stands between isolates.
func Marked(text string, marks riwaya.Spans, width int, bold bool) []string {
	m := marking{width: max(width, Narrowest), bold: bold}
	at := 0
	for _, s := range marks {
		m.write(text[at:s.Start])
		m.open()
		m.write(text[s.Start:s.End])
		m.close()
		at = s.End
	}
	m.write(text[at:])
	m.endWord()
	m.endLine()
	return m.lines
}

// marking gathers words to lines.
type marking struct {
	width int
	bold  bool

	lines    []string
	line     strings.Builder
	used     int // columns of the line
	word     strings.Builder
	columns  int  // of the word
	in       bool // a mark
	letter   bool // the word shows something
	turning  bool // the line has letters from right to left
	wordTurn bool
}

func (m *marking) write(s string) {
	for _, r := range s {
		r = Visible(r)
		switch {
		case r < 0:
		case r == ' ':
			m.endWord()
		default:
			if m.bold && m.in && !m.letter {
				m.word.WriteString(boldOn)
			}
			n := runeColumns(r)
			if m.columns+n > m.width-2 && n > 0 { // a word as wide as a line is Cut
				m.endWord()
				if m.bold && m.in {
					m.word.WriteString(boldOn)
				}
			}
			m.word.WriteRune(r)
			m.columns += n
			m.letter = true
			m.wordTurn = m.wordTurn || Turns(string(r))
		}
	}
}

func (m *marking) open() {
	m.in = true
	switch {
	case !m.bold:
		m.word.WriteString(markOpen)
		m.columns++
	case m.letter:
		m.word.WriteString(boldOn)
	}
}

func (m *marking) close() {
	m.in = false
	switch {
	case !m.bold:
		m.word.WriteString(markEnd)
		m.columns++
	case m.letter:
		m.word.WriteString(boldOff)
	}
}

func (m *marking) endWord() {
	if !m.letter {
		return // the sign that opens a mark waits for its word
	}
	if m.bold && m.in {
		m.word.WriteString(boldOff)
	}
	if m.used > 0 && m.used+1+m.columns > m.width {
		m.endLine()
	}
	if m.used > 0 {
		m.line.WriteByte(' ')
		m.used++
	}
	m.line.WriteString(m.word.String())
	m.used += m.columns
	m.turning = m.turning || m.wordTurn
	m.word.Reset()
	m.columns, m.letter, m.wordTurn = 0, false, false
}

func (m *marking) endLine() {
	if m.used == 0 {
		return
	}
	s := m.line.String()
	if m.turning {
		s = FirstStrong + s + Pop
	}
	m.lines = append(m.lines, s)
	m.line.Reset()
	m.used, m.turning = 0, false
}
