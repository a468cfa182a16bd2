// Package digit holds the signs of numbers written in digits: the digits of the scripts that are read, and what parts them.
package digit

// The separators of numbers besides the full stop, the comma and the colon.
const (
	Decimal   = 0x66b // of the Arabic script: parts a fraction
	Thousands = 0x66c // of the Arabic script: parts thousands
	Comma     = 0x60c // as an Arabic keyboard has it: parts thousands, a fraction, minutes
	Agency    = 0x631 // the letter by which agencies part numbers: the fraction, or the minutes, stand before it
)

// Value is the value of a decimal digit of European, Arabic or Persian script; ok is false of any other sign.
func Value(r rune) (v int, ok bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= 0x660 && r <= 0x669:
		return int(r - 0x660), true
	case r >= 0x6f0 && r <= 0x6f9:
		return int(r - 0x6f0), true
	}
	return 0, false
}
