package wording

import "strings"

// Number is the digits in words: an era or a unit may be written on to them.
func Number(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// Digit reports whether a word begins with a digit.
func Digit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// AlikeSpelled reports whether so few letters of two words differ that they are spellings of one.
func AlikeSpelled(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) == len(y)
	}
	if a == b {
		return true
	}
	if Digit(a) || Digit(b) {
		return false
	}
	return 3*distance(x, y) <= max(len(x), len(y))
}

// distance is how many letters must be put in, left out or replaced to make one word the other.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
