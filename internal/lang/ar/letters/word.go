package letters

import (
	"unicode"
	"unicode/utf8"
)

// IsLetter reports whether r belongs to a word: a letter of any script, or a mark on one.
func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	if IsOrnament(r) {
		return r == 0xfdf2 // the ligature of the name of God is a word
	}
	if r >= 0x2000 && r <= 0x206f || r == '،' || r == '«' || r == '»' {
		return false // most of the marks: to look them up takes long
	}
	return r >= 0x620 && r <= 0x64a || unicode.IsLetter(r) || IsMark(r) || r == SuperAlef
}
