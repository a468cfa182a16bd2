package page

import (
	"bytes"
	"fmt"
	"mime"
	"strings"
	"unicode/utf8"

	"riwaya/internal/page/extract"
)

// Names of the encodings, as IANA writes them.
const (
	utf8Name        = "UTF-8"
	utf16LE         = "UTF-16LE"
	utf16BE         = "UTF-16BE"
	windows1256     = "windows-1256"
	windows1252     = "windows-1252"
	iso88596        = "ISO-8859-6"
	replacement     = "�"
	utf8BOM         = "\xef\xbb\xbf"
	mostlyUTF8      = 3       // characters of several bytes for each bad byte
	controlShare    = 20      // one control character in so many is no text
	charsetSearched = 4 << 10 // where a page declares its encoding
)

// Decode turns bytes into text and names the encoding they are in. UTF-8 comes back
// unaltered. declared is the charset that a server or page states, "" for none: it
// decides between encodings of one byte a character, never against valid UTF-8.
func Decode(b []byte, declared string) (text, encoding string, err error) {
	switch {
	case len(b) == 0:
		return "", "", fmt.Errorf("%w: it is empty", ErrEmpty)
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		text, err = decodeUTF16(b[2:], 2, false)
		encoding = utf16LE
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		text, err = decodeUTF16(b[2:], 2, true)
		encoding = utf16BE
	case magic(b) != "":
		return "", "", fmt.Errorf("%w: %s", ErrBinary, magic(b))
	default:
		text, encoding, err = decodeBare(b, declared)
	}
	switch {
	case err != nil:
		return "", "", err
	case extract.Blank(text):
		return "", "", fmt.Errorf("%w: only white space", ErrEmpty)
	}
	if at, ok := controls(text); ok {
		return "", "", fmt.Errorf("%w: control characters, the first at byte %d", ErrBinary, at)
	}
	return text, encoding, nil
}

// decodeBare decodes what has no byte order mark of UTF-16.
func decodeBare(b []byte, declared string) (text, encoding string, err error) {
	// Arabic in UTF-16 is valid UTF-8 by accident, so it is asked for first.
	if big, ok := looksUTF16(b); ok {
		text, err = decodeUTF16(b, 0, big)
		if big {
			return text, utf16BE, err
		}
		return text, utf16LE, err
	}
	if at := bytes.IndexByte(b, 0); at >= 0 {
		return "", "", fmt.Errorf("%w: a NUL at byte %d", ErrBinary, at)
	}
	if utf8.Valid(b) {
		return string(b), utf8Name, nil
	}
	if bad, good, at := damage(b); good >= mostlyUTF8*bad {
		if at+utf8.UTFMax > len(b) && !utf8.FullRune(b[at:]) {
			return "", "", fmt.Errorf("%w: broken UTF-8: it ends inside the character at byte %d", ErrEncoding, at)
		}
		return "", "", fmt.Errorf("%w: broken UTF-8: byte %d is 0x%02X", ErrEncoding, at, b[at])
	}
	return decodeEightBit(b, declared)
}

// damage counts bad bytes and good characters of several bytes, and finds the first bad.
func damage(b []byte) (bad, good, first int) {
	first = -1
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if bad++; first < 0 {
				first = i
			}
		case n > 1:
			good++
		}
		i += n
	}
	return bad, good, first
}

// decodePage decodes a web page: as [Decode], but where UTF-8 is broken here and there
// it does as browsers do, shows U+FFFD, and says how often: the page itself is kept
// byte for byte elsewhere.
func decodePage(b []byte, contentType string) (text, encoding string, replaced int, err error) {
	declared := charsetOf(contentType)
	if declared == "" {
		declared = declaredCharset(b)
	}
	text, encoding, err = Decode(b, declared)
	if err == nil || !bytes.Contains(b, []byte("<")) || bytes.IndexByte(b, 0) >= 0 {
		return text, encoding, 0, err
	}
	if bad, good, _ := damage(b); bad > 0 && good >= mostlyUTF8*bad {
		return strings.ToValidUTF8(string(b), replacement), utf8Name, bad, nil
	}
	return "", "", 0, err
}

// charsetOf is the charset parameter of a content type.
func charsetOf(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return params["charset"]
}

// declaredCharset is what a page's own head declares: <meta charset="…">, or a content
// type in http-equiv (HTML Standard, 4.2.5.4).
func declaredCharset(b []byte) string {
	head := bytes.ToLower(b[:min(len(b), charsetSearched)])
	for {
		_, after, ok := bytes.Cut(head, []byte("charset"))
		if !ok {
			return ""
		}
		head = after
		value, ok := bytes.CutPrefix(bytes.TrimLeft(after, " \t\r\n"), []byte("="))
		if !ok {
			continue
		}
		value = bytes.TrimLeft(value, " \t\r\n\"'")
		if end := bytes.IndexAny(value, "\"'>; \t\r\n/"); end > 0 {
			return string(value[:end])
		}
	}
}

// controls reports whether text has too many control characters to be text.
func controls(text string) (first int, found bool) {
	n := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && (c < '\t' || c > '\r') || c == 0x7f {
			if n++; n == 1 {
				first = i
			}
		}
	}
	return first, n > 0 && n*controlShare >= len(text)
}
