// Package growtest lets a benchmark see more reports than there are: the same ones in other
// letters, so that no two share a passage. It is for tests.
package growtest

import "math/rand/v2"

// Letters is what each plain letter is put for, as such and in the forms that old type has for where it stands in a word.
type Letters struct {
	plain  map[[2]byte][2]byte
	formed map[[3]byte][3]byte
}

// Shuffled gives each plain letter another. They are as long, so that spans stay.
func Shuffled(seed uint64) Letters {
	plain := []rune{0x628} // no alefs, no ta marbuta, nothing weak
	for _, of := range [][2]rune{{0x62a, 0x63a}, {0x641, 0x647}} {
		for r := of[0]; r <= of[1]; r++ {
			plain = append(plain, r)
		}
	}
	formed := []rune{0xfe8f} // the first of four forms each: those with two are left as they are
	for _, of := range [][2]rune{{0xfe95, 0xfea5}, {0xfeb1, 0xfee9}} {
		for r := of[0]; r <= of[1]; r += 4 {
			formed = append(formed, r)
		}
	}
	from := rand.New(rand.NewPCG(seed, 1))
	out := Letters{map[[2]byte][2]byte{}, map[[3]byte][3]byte{}}
	for i, p := range from.Perm(len(plain)) {
		out.plain[[2]byte([]byte(string(plain[i])))] = [2]byte([]byte(string(plain[p])))
	}
	for i, p := range from.Perm(len(formed)) {
		for form := range rune(4) {
			out.formed[[3]byte([]byte(string(formed[i]+form)))] = [3]byte([]byte(string(formed[p] + form)))
		}
	}
	return out
}

// Text is a text in other letters.
func (l Letters) Text(s string) string {
	text := []byte(s)
	for i := 0; i+1 < len(text); i++ {
		if i+2 < len(text) && text[i] == 0xef {
			if to, ok := l.formed[[3]byte(text[i:])]; ok {
				copy(text[i:], to[:])
			}
			i += 2
			continue
		}
		if text[i]&^1 != 0xd8 {
			continue
		}
		if to, ok := l.plain[[2]byte(text[i:])]; ok {
			copy(text[i:], to[:])
		}
		i++
	}
	return string(text)
}
