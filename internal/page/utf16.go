package page

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeUTF16 decodes b, which starts at byte offset of the input. Half a character
// is an error.
func decodeUTF16(b []byte, offset int, big bool) (string, error) {
	order := byteOrder(big)
	if len(b)%2 != 0 {
		return "", fmt.Errorf("%w: broken UTF-16: it ends inside the character at byte %d", ErrEncoding, offset+len(b)-1)
	}
	var out strings.Builder
	out.Grow(len(b))
	for i := 0; i < len(b); i += 2 {
		r := rune(order.Uint16(b[i:]))
		switch {
		case r == 0:
			return "", fmt.Errorf("%w: a NUL at byte %d", ErrBinary, offset+i)
		case utf16.IsSurrogate(r):
			second := rune(utf8.RuneError)
			if i+2 < len(b) {
				second = rune(order.Uint16(b[i+2:]))
			}
			if r = utf16.DecodeRune(r, second); r == utf8.RuneError {
				return "", fmt.Errorf("%w: broken UTF-16: half a character at byte %d", ErrEncoding, offset+i)
			}
			i += 2
		}
		out.WriteRune(r)
	}
	return out.String(), nil
}

func byteOrder(big bool) binary.ByteOrder {
	if big {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// looksUTF16 reports whether b is UTF-16 without a mark, and in which order. It must
// read as Arabic or Latin nearly throughout: in the wrong order, and in any other
// encoding, pairs of bytes read as Chinese.
func looksUTF16(b []byte) (big, ok bool) {
	b = b[:min(len(b), sniffed)&^1]
	if len(b) < 4 {
		return false, false
	}
	little, bigger := readable(b, false), readable(b, true)
	best := max(little, bigger)
	return bigger > little, best*100 >= len(b)/2*97
}

// readable counts the units of b that Arabic and Western text is made of.
func readable(b []byte, big bool) int {
	order := byteOrder(big)
	n := 0
	for i := 0; i+1 < len(b); i += 2 {
		switch u := order.Uint16(b[i:]); {
		case u >= ' ' && u < 0x7f, u == '\t', u == '\n', u == '\r',
			u >= 0xa0 && u <= 0x17f,                                // Latin
			u >= 0x600 && u <= 0x6ff,                               // Arabic
			u >= 0xfb50 && u <= 0xfdff, u >= 0xfe70 && u <= 0xfeff, // its presentation forms
			u >= 0x200c && u <= 0x200f, u >= 0x2010 && u <= 0x2027, u == 0x20ac: // marks, dashes, quotes
			n++
		}
	}
	return n
}
