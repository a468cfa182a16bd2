package page

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// letterBits is what a letter costs in tenths of a bit, from U+0621 on: minus the
// logarithm of how often Arabic news has it (18,000 articles, 2008 to 2024). Zero is
// a character that is no Arabic letter.
var letterBits = [...]uint8{
	82, 100, 57, 96, 69, 79, 27, 49, 49, 44, 75, 62, 58, 69, 50, 74, 44, 73, 54, 66, 68, 72, 67, 87, 49, 81,
	0, 0, 0, 0, 0, // U+063B to U+063F: other languages
	110, 53, 55, 58, 31, 39, 43, 54, 42, 69, 37, 91, 150, 133, 110, 112, 121, 103, 129,
}

const (
	firstLetter  = 0x621
	firstMark    = 0x64b
	strangeBits  = 160 // a Latin letter grown onto an Arabic one
	plausible    = 60  // the most that the mean letter of a real text costs: it costs 45
	strangeShare = 25  // one strange letter in so many is another encoding
)

// A reading is the bytes read in one encoding, and how much that looks like Arabic.
type reading struct {
	name, text                     string
	bits, arabic, strange, invalid int
	marks, markBits                int // vowel signs among them
}

// decodeEightBit decodes text of one byte a character. windows-1256 and ISO-8859-6
// share their letters up to U+0636 and differ from there: what one calls lam the other
// calls nun, and the waw and ya of ISO-8859-6 are Latin letters in windows-1256. So
// each reading is weighed by how common its letters are, and the lighter one wins.
func decodeEightBit(b []byte, declared string) (text, encoding string, err error) {
	if name := eightBitName(declared); name != "" {
		if r := read(b, name); r.invalid == 0 && (r.arabic == 0 || r.fits()) {
			return r.text, r.name, nil
		}
	}
	if western(b) {
		r := read(b, windows1252)
		if r.invalid == 0 {
			return r.text, r.name, nil
		}
	}
	best := read(b, windows1256)
	if iso := read(b, iso88596); iso.invalid == 0 && iso.bits < best.bits {
		best = iso
	}
	if best.arabic == 0 || !best.fits() {
		_, _, at := damage(b)
		return "", "", fmt.Errorf("%w: neither UTF-8 (byte %d is 0x%02X) nor UTF-16, windows-1256 or ISO-8859-6",
			ErrEncoding, at, b[at])
	}
	return best.text, best.name, nil
}

// eightBitName is the encoding that a label means (WHATWG Encoding Standard, 4.2),
// "" for others. ISO-8859-1 means windows-1252 to every browser.
func eightBitName(label string) string {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "windows-1256", "cp1256", "x-cp1256":
		return windows1256
	case "iso-8859-6", "iso8859-6", "iso_8859-6", "iso-8859-6-i", "iso-8859-6-e", "arabic", "asmo-708", "ecma-114":
		return iso88596
	case "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii":
		return windows1252
	}
	return ""
}

// read decodes b and weighs the result.
func read(b []byte, name string) reading {
	table := charmap.Windows1256
	switch name {
	case iso88596:
		table = charmap.ISO8859_6
	case windows1252:
		table = charmap.Windows1252
	}
	r := reading{name: name}
	var out strings.Builder
	out.Grow(2 * len(b))
	before := ' '
	for _, c := range b {
		ch := table.DecodeByte(c)
		out.WriteRune(ch)
		switch {
		case ch == utf8.RuneError, ch >= 0x80 && ch < 0xa0:
			r.invalid++
		case cost(ch) > 0:
			r.arabic++
			r.bits += cost(ch)
			if ch >= firstMark {
				r.marks++
				r.markBits += cost(ch)
			}
			if grown(before) {
				r.strange++
				r.bits += strangeBits
			}
		case grown(ch) && cost(before) > 0:
			r.strange++
			r.bits += strangeBits
		}
		before = ch
	}
	r.text = out.String()
	return r
}

// cost is the letter's weight, zero for what is no Arabic letter.
func cost(r rune) int {
	if r < firstLetter || int(r-firstLetter) >= len(letterBits) {
		return 0
	}
	return int(letterBits[r-firstLetter])
}

// grown reports a Latin letter outside ASCII, which no Arabic word has inside it.
func grown(r rune) bool { return r >= 0xc0 && r < 0x180 && unicode.IsLetter(r) }

// fits reports whether the reading is Arabic by the weight of its letters. Vowel signs
// are rare in news and many in a verse that news quotes, so they weigh nothing here.
func (r reading) fits() bool {
	return r.strange*strangeShare <= r.arabic && r.bits-r.markBits <= plausible*(r.arabic-r.marks)
}

// western reports whether the bytes above ASCII stand alone among Latin letters, as
// accents and typographic quotes do; Arabic stands in words.
func western(b []byte) bool {
	ascii, high, run := 0, 0, 0
	for _, c := range b {
		switch {
		case c >= 0xc0:
			high++
			if run++; run == 3 {
				return false
			}
			continue
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z':
			ascii++
		}
		run = 0
	}
	return ascii > 2*high && ascii > 0
}
