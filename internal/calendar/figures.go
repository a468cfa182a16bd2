package calendar

import "riwaya/internal/digit"

// Figures are the numbers in a token of digits, by its separators: 11.59 has two.
type Figures struct {
	N      [3]int
	Length [3]int // in digits
	Count  int
	Colon  bool // the first separator is a colon
	Comma  bool // one of them is a comma, as of thousands
	NoDate bool // the comma of an Arabic keyboard, or the letter by which agencies part numbers: of an hour, or a fraction, never of a date
}

// FiguresOf reads a token of digits, in the order of what they say: of an hour that agencies part by their letter (00r14, two in the
// afternoon) the minutes stand first. ok is false where it has more than three numbers, or
// one too long.
func FiguresOf(s string) (f Figures, ok bool) {
	inside, swapped := false, false
	for _, r := range s {
		v, ok := digit.Value(r)
		if !ok {
			if f.Count == 1 {
				f.Colon = r == ':'
			}
			f.Comma = f.Comma || r == ',' || r == digit.Decimal || r == digit.Thousands
			f.NoDate = f.NoDate || r == digit.Comma || r == digit.Agency
			swapped = swapped || r == digit.Agency
			inside = false
			continue
		}
		if !inside {
			if f.Count == len(f.N) {
				return f, false
			}
			f.Count++
			inside = true
		}
		i := f.Count - 1
		f.N[i] = f.N[i]*10 + v
		if f.Length[i]++; f.Length[i] > 4 {
			return f, false
		}
	}
	if swapped && f.Count == 2 {
		f.N[0], f.N[1], f.Length[0], f.Length[1] = f.N[1], f.N[0], f.Length[1], f.Length[0]
	}
	return f, f.Count > 0
}

// FirstGregorian is the least year that is not taken for a Hijri one where nothing says of
// which calendar it is.
const FirstGregorian = 1600

// Date is the date that three numbers are: day, month, year as Arabic papers write it, year
// first where the first number is one, month first only where the second cannot be a month.
// Of two short numbers that can be the year it is the one nearer to published, the year of
// publication, 0 if that is not known.
func (f *Figures) Date(published int) (y, m, d int, ok bool) {
	d, m, y = f.N[0], f.N[1], f.N[2]
	short := f.Length[2] <= 2
	switch {
	case f.Length[0] == 1 && f.Length[2] == 1:
		return 0, 0, 0, false
	case f.Length[0] == 4, short && d > 31, short && published > 0 && apart(published, 2000+d) < apart(published, 2000+y):
		d, y = y, d
	}
	if m > 12 && d <= 12 {
		d, m = m, d
	}
	if y < 100 {
		if y += 2000; y > 2050 {
			y -= 100
		}
	}
	return y, m, d, m >= 1 && m <= 12 && d >= 1 && d <= 31 && y >= 1000 && y <= 2100
}

// apart is how many years lie between two.
func apart(a, b int) int { return max(a-b, b-a) }
