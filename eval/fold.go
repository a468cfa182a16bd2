package eval

import (
	"strings"
	"unicode"
)

// fold is full case folding (Unicode, CaseFolding.txt, statuses C and F), which is
// Python's casefold. The standard library has only the simple kind.
func fold(s string) string {
	var b strings.Builder
	for _, r := range s {
		if full := foldFull(r); full != "" {
			b.WriteString(full)
		} else {
			b.WriteRune(foldSimple(r))
		}
	}
	return b.String()
}

func foldSimple(r rune) rune {
	switch {
	case r == 'ı': // folds only in Turkic
		return r
	case r >= 0x13A0 && r <= 0x13F5: // Cherokee folds upwards
		return r
	case r >= 0x13F8 && r <= 0x13FD:
		return r - 8
	case r >= 0xAB70 && r <= 0xABBF:
		return r - 0xAB70 + 0x13A0
	}
	return unicode.ToLower(unicode.ToUpper(r))
}

// foldFull is what a character folds to where that is more than one, else "".
func foldFull(r rune) string {
	if r < 0xDF {
		return ""
	}
	if r >= 0x1F80 && r <= 0x1FAF { // Greek with iota subscript, small and capital
		base := [...]rune{0x1F00, 0x1F20, 0x1F60}[(r-0x1F80)/16] + r%8
		return string(base) + "\u03b9"
	}
	switch r {
	case 0x00DF, 0x1E9E:
		return "ss"
	case 0x0130:
		return "i\u0307"
	case 0x0149:
		return "\u02bcn"
	case 0x01F0:
		return "j\u030c"
	case 0x0390, 0x1FD3:
		return "\u03b9\u0308\u0301"
	case 0x03B0, 0x1FE3:
		return "\u03c5\u0308\u0301"
	case 0x0587:
		return "\u0565\u0582"
	case 0x1E96:
		return "h\u0331"
	case 0x1E97:
		return "t\u0308"
	case 0x1E98:
		return "w\u030a"
	case 0x1E99:
		return "y\u030a"
	case 0x1E9A:
		return "a\u02be"
	case 0x1F50:
		return "\u03c5\u0313"
	case 0x1F52:
		return "\u03c5\u0313\u0300"
	case 0x1F54:
		return "\u03c5\u0313\u0301"
	case 0x1F56:
		return "\u03c5\u0313\u0342"
	case 0x1FB2:
		return "\u1f70\u03b9"
	case 0x1FB3, 0x1FBC:
		return "\u03b1\u03b9"
	case 0x1FB4:
		return "\u03ac\u03b9"
	case 0x1FB6:
		return "\u03b1\u0342"
	case 0x1FB7:
		return "\u03b1\u0342\u03b9"
	case 0x1FC2:
		return "\u1f74\u03b9"
	case 0x1FC3, 0x1FCC:
		return "\u03b7\u03b9"
	case 0x1FC4:
		return "\u03ae\u03b9"
	case 0x1FC6:
		return "\u03b7\u0342"
	case 0x1FC7:
		return "\u03b7\u0342\u03b9"
	case 0x1FD2:
		return "\u03b9\u0308\u0300"
	case 0x1FD6:
		return "\u03b9\u0342"
	case 0x1FD7:
		return "\u03b9\u0308\u0342"
	case 0x1FE2:
		return "\u03c5\u0308\u0300"
	case 0x1FE4:
		return "\u03c1\u0313"
	case 0x1FE6:
		return "\u03c5\u0342"
	case 0x1FE7:
		return "\u03c5\u0308\u0342"
	case 0x1FF2:
		return "\u1f7c\u03b9"
	case 0x1FF3, 0x1FFC:
		return "\u03c9\u03b9"
	case 0x1FF4:
		return "\u03ce\u03b9"
	case 0x1FF6:
		return "\u03c9\u0342"
	case 0x1FF7:
		return "\u03c9\u0342\u03b9"
	case 0xFB00:
		return "ff"
	case 0xFB01:
		return "fi"
	case 0xFB02:
		return "fl"
	case 0xFB03:
		return "ffi"
	case 0xFB04:
		return "ffl"
	case 0xFB05, 0xFB06:
		return "st"
	case 0xFB13:
		return "\u0574\u0576"
	case 0xFB14:
		return "\u0574\u0565"
	case 0xFB15:
		return "\u0574\u056b"
	case 0xFB16:
		return "\u057e\u0576"
	case 0xFB17:
		return "\u0574\u056d"
	}
	return ""
}
