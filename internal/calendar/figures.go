package calendar

// Figures are the numbers in a token of digits, by its separators: 11.59 has two.
type Figures struct {
	N      [3]int
	Length [3]int // in digits
	Count  int
	Colon  bool // the first separator is a colon
	Comma  bool // one of them is a comma, as of thousands
}

// FiguresOf reads a token of digits; ok is false where it has more than three numbers, or
// one too long.
func FiguresOf(s string) (f Figures, ok bool) {
	digit := false
	for _, r := range s {
		v := -1
		switch {
		case r >= '0' && r <= '9':
			v = int(r - '0')
		case r >= 0x660 && r <= 0x669:
			v = int(r - 0x660)
		case r >= 0x6f0 && r <= 0x6f9:
			v = int(r - 0x6f0)
		}
		if v < 0 {
			if f.Count == 1 {
				f.Colon = r == ':'
			}
			f.Comma = f.Comma || r == ',' || r == 0x66b || r == 0x66c
			digit = false
			continue
		}
		if !digit {
			if f.Count == len(f.N) {
				return f, false
			}
			f.Count++
			digit = true
		}
		i := f.Count - 1
		f.N[i] = f.N[i]*10 + v
		if f.Length[i]++; f.Length[i] > 4 {
			return f, false
		}
	}
	return f, f.Count > 0
}
