package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya"
)

// Translated reports whether a report looks translated: it is credited to another's dateline,
// or to a translator, or has names in Latin letters in brackets.
func (s *Set) Translated(r *Report) bool {
	for _, c := range r.Credited() {
		if c.Form == riwaya.CreditDateline && c.Actor != nil {
			return true
		}
	}
	text := r.Rec.Article.Text
	for line := range strings.Lines(text) {
		if len(line) > 160 {
			continue
		}
		if s.Words.Begins(line, s.Words.Translated) {
			return true
		}
	}
	return latinInBrackets(text)
}

// latinInBrackets reports whether a name in Latin letters stands in brackets behind Arabic.
func latinInBrackets(text string) bool {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '(')
		if i < 0 {
			return false
		}
		at += i + 1
		j := strings.IndexByte(text[at:], ')')
		if j < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:at-1], " "))
		name := text[at : at+j]
		if unicode.Is(unicode.Arabic, before) && len(name) > 4 && name[0] >= 'A' && name[0] <= 'Z' && strings.ContainsFunc(name, unicode.IsLower) &&
			!slices.ContainsFunc([]byte(name), func(b byte) bool { return b > 0x7f || b >= '0' && b <= '9' || b == '/' }) {
			return true
		}
	}
}
