package number

import (
	"math"
	"unicode/utf8"

	"riwaya/internal/digit"
)

// mostDigits is more than a number has that anybody counted.
const mostDigits = 16

// group is a run of digits.
type group struct {
	value  float64
	digits int
	before rune // the separator in front
}

// fraction reads a number whose fraction comes first, as agencies part it by a letter: 5r1 is one and a half, as a screen shows
// it from right to left. Three digits may be a fraction or thousands: nothing says which, but
// where a scale follows, and three noughts are no fraction. Two noughts are a clock's.
func fraction(whole, part *group, decimal bool) (float64, bool) {
	switch {
	case part.digits == 3 && part.value == 0 && !decimal:
		return whole.value * 1000, whole.value > 0
	case part.digits == 3 && !decimal, part.digits == 2 && part.value == 0:
		return 0, false
	}
	return joined(whole.value, part), true
}

// joined is a whole with its fraction, rounded once.
func joined(whole float64, part *group) float64 {
	p := math.Pow10(part.digits)
	return (whole*p + part.value) / p
}

// digits reads digits with their separators. decimal says that a single full stop before
// three digits is a decimal point, as before a million; else it parts thousands. Clock
// times, dates and addresses are no numbers.
func digits(s string, decimal bool) (float64, bool) {
	var gs [8]group
	n, all := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		d, ok := digit.Value(r)
		switch {
		case ok:
			g := &gs[n]
			g.value, g.digits, all = g.value*10+float64(d), g.digits+1, all+1
		case r == ':' || n+1 == len(gs):
			return 0, false
		default:
			n++
			gs[n].before = r
		}
	}
	if all > mostDigits {
		return 0, false
	}
	if n == 1 && gs[1].before == digit.Agency {
		return fraction(&gs[1], &gs[0], decimal)
	}
	value := gs[0].value
	for i := 1; i <= n; i++ {
		g := &gs[i]
		switch {
		case g.before == digit.Thousands && g.digits == 3, g.before != digit.Decimal && g.digits == 3 && thousands(&gs, n, i, decimal):
			value = value*1000 + g.value
		case i == n && (i == 1 || gs[i-1].before != g.before):
			value = joined(value, g)
		default:
			return 0, false
		}
	}
	return value, true
}

// thousands reports whether the separator before group i parts thousands.
func thousands(gs *[8]group, n, i int, decimal bool) bool {
	if gs[0].digits > 3 || gs[0].value == 0 {
		return false
	}
	for k := 1; k < i; k++ {
		if gs[k].before != gs[i].before {
			return false
		}
	}
	return n > 1 || gs[i].before == ',' || gs[i].before == digit.Comma || !decimal
}
