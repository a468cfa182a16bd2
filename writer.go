package riwaya

import (
	"errors"
	"math"
	"strconv"
	"time"
	"unicode/utf8"
)

// writer appends JSON, byte for byte as encoding/json writes it without escaping HTML.
// Positions become code points on their way, and missing lists empty ones.
type writer struct {
	out []byte
	at  *codePoints
	err error // the first value that JSON has no form for
}

func (w *writer) raw(s string) { w.out = append(w.out, s...) }

func (w *writer) bool(b bool) { w.out = strconv.AppendBool(w.out, b) }

func (w *writer) intOrNull(n *int) {
	if n == nil {
		w.raw("null")
		return
	}
	w.out = strconv.AppendInt(w.out, int64(*n), 10)
}

func (w *writer) span(s Span) {
	w.out = append(w.out, '[')
	w.out = strconv.AppendInt(w.out, int64(w.at.points(s.Start)), 10)
	w.out = append(w.out, ',')
	w.out = strconv.AppendInt(w.out, int64(w.at.points(s.End)), 10)
	w.out = append(w.out, ']')
}

func (w *writer) spans(s []Span) {
	writeList(w, s, func(w *writer, s *Span) { w.span(*s) })
}

func (w *writer) strs(s []string) {
	writeList(w, s, func(w *writer, s *string) { w.str(*s) })
}

func writeList[T any](w *writer, in []T, one func(*writer, *T)) {
	w.out = append(w.out, '[')
	for i := range in {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		one(w, &in[i])
	}
	w.out = append(w.out, ']')
}

func (w *writer) time(t *time.Time) {
	if t == nil {
		w.raw("null")
		return
	}
	b, err := t.MarshalJSON()
	if err != nil && w.err == nil {
		w.err = err
	}
	w.out = append(w.out, b...)
}

func (w *writer) floatOrNull(f *float64) {
	if f == nil {
		w.raw("null")
		return
	}
	w.float(*f)
}

// float writes a number as ECMAScript does: plain but for the very large and small, and
// no zero before the exponent's last digit.
func (w *writer) float(f float64) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		if w.err == nil {
			w.err = errors.New("no number in JSON: " + strconv.FormatFloat(f, 'g', -1, 64))
		}
		return
	}
	abs := math.Abs(f)
	if abs == 0 || abs >= 1e-6 && abs < 1e21 {
		w.out = strconv.AppendFloat(w.out, f, 'f', -1, 64)
		return
	}
	w.out = strconv.AppendFloat(w.out, f, 'e', -1, 64)
	if n := len(w.out); w.out[n-4] == 'e' && w.out[n-3] == '-' && w.out[n-2] == '0' {
		w.out[n-2] = w.out[n-1]
		w.out = w.out[:n-1]
	}
}

func (w *writer) strOrNull(s *string) {
	if s == nil {
		w.raw("null")
		return
	}
	w.str(*s)
}

// asItStands is how many of eight bytes, the first the lowest, JSON has as they stand, 0
// where one of them has to be looked at: it is no letter of two bytes that begins with D0 to
// DF, as those of Arabic do, or it is of ASCII and escaped. It asks all eight at once: nearly
// all that is written are letters and spaces, in an order that no processor guesses. A
// letter that only begins in the eight is left for the next. Where a byte is below another
// the difference borrows from the byte above, which can only add to what is looked at.
func asItStands(x uint64) int {
	const (
		ones = 0x0101010101010101
		high = 0x80 * ones
	)
	lead := x & (x << 1) & high      // 11…; those that are 10… must stand behind them
	far := lead & (x<<2 | ^(x << 3)) // 111… or 1100…
	// In q a quotation mark is a space and a space is one: below '!' is only what is escaped.
	q, b := x^2*ones, x^'\\'*ones
	if x&^(x<<1)&high^lead<<8|far|((q-'!'*ones)&^q|(b-ones)&^b)&high != 0 {
		return 0
	}
	return 8 - int(lead>>63)
}

// last are the last n bytes of s, which has eight or more, and spaces behind them.
func last(s string, n int) uint64 {
	const spaces = 0x2020202020202020
	return eight(s[len(s)-8:])>>(64-8*n) | spaces<<(8*n)
}

// str writes a string in quotation marks: what JSON must escape, the two line ends that
// JavaScript takes for its own, and a replacement for each byte that is no UTF-8.
func (w *writer) str(s string) {
	b := append(w.out, '"')
	from := 0 // where the part begins that is not yet written
	slow := 0 // up to here each character is looked at
	for i := 0; i < len(s); {
		if i >= slow && i+8 <= len(s) {
			if n := asItStands(eight(s[i:])); n > 0 {
				i += n
				continue
			}
			slow = i + 8
		} else if i >= slow && len(s) >= 8 {
			if asItStands(last(s, len(s)-i)) > 0 {
				break
			}
			slow = len(s)
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = appendEscaped(append(b, s[from:i]...), c)
			i++
			from = i
			continue
		}
		if c >= 0xc2 && c <= 0xdf && i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
			i += 2 // a letter of Arabic, and whatever else has two bytes
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(append(b, s[from:i]...), `\ufffd`...)
		case r == '\u2028':
			b = append(append(b, s[from:i]...), `\u2028`...)
		case r == '\u2029':
			b = append(append(b, s[from:i]...), `\u2029`...)
		default:
			i += n
			continue
		}
		i += n
		from = i
	}
	w.out = append(append(b, s[from:]...), '"')
}

func appendEscaped(b []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}

func (w *writer) stated(s *Stated) {
	if s == nil {
		w.raw("null")
		return
	}
	w.raw(`{"by":`)
	w.str(s.By)
	w.raw(`,"url":`)
	w.strOrNull(s.URL)
	w.raw(`,"at":`)
	w.time(s.At)
	w.raw(`,"archive":`)
	w.strOrNull(s.Archive)
	w.raw("}")
}
