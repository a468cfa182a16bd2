package export

import (
	"bufio"
	"strings"
	"unicode"
	"unicode/utf8"
)

// csv is RFC 4180 with CRLF, in UTF-8 behind a byte order mark: without one Excel takes
// Arabic for another encoding.
type csv struct{ w *bufio.Writer }

const byteOrderMark = "\ufeff"

func (f *csv) begin(columns []column) error {
	f.w.WriteString(byteOrderMark)
	for i := range columns {
		f.cell(i, columns[i].name)
	}
	_, err := f.w.WriteString("\r\n")
	return err
}

func (f *csv) row(values []value, _ *point) error {
	for i := range values {
		s := values[i].cell()
		if k := values[i].kind; k == text || k == list {
			s = harmless(plain(s))
		}
		f.cell(i, s)
	}
	_, err := f.w.WriteString("\r\n") // bufio keeps the first error and says it here
	return err
}

func (f *csv) end() error { return nil }

func (f *csv) cell(i int, s string) {
	if i > 0 {
		f.w.WriteByte(',')
	}
	if s == "" || !strings.ContainsAny(s, ",\";\n\t'") && s[0] != ' ' && s[len(s)-1] != ' ' {
		f.w.WriteString(s)
		return
	}
	f.w.WriteByte('"')
	f.w.WriteString(strings.ReplaceAll(s, `"`, `""`))
	f.w.WriteByte('"')
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula. What
// has one already gets another, so that to take one away gives the words back.
func harmless(s string) string {
	if formula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// formula reports whether a cell begins as a formula does, or with a tab or an end of
// line, or would after white space and signs that show nothing. The full-width and small
// forms count: where the keyboard is East Asian, spreadsheets read them as the usual ones.
func formula(s string) bool {
	for i, r := range s {
		switch r {
		case '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20, 0xfe66, 0xfe62, 0xfe63, 0xfe6b, 0x2212:
			return true
		case '\t', '\n', '\r':
			if i == 0 {
				return true
			}
		default:
			if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
				return false
			}
		}
	}
	return false
}

// plain is s without control characters but tab and end of line, every end of line as one
// sign, and what is no UTF-8 replaced: neither CSV nor XML can carry them.
func plain(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= ' ' && s[i] < utf8.RuneSelf
	}
	if clean {
		return s
	}
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n':
			return r
		case r < ' ', r == 0x7f, r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, s)
}
