// Package growtest lets a benchmark see more reports than there are: the same ones in other
// letters, so that no two share a passage. It is for tests.
package growtest

import "math/rand/v2"

// Letters is what each plain letter is put for.
type Letters map[[2]byte][2]byte

// Shuffled gives each plain letter another. They are as long, so that spans stay.
func Shuffled(seed uint64) Letters {
	plain := []rune{0x628} // no alefs, no ta marbuta, nothing weak
	for _, of := range [][2]rune{{0x62a, 0x63a}, {0x641, 0x647}} {
		for r := of[0]; r <= of[1]; r++ {
			plain = append(plain, r)
		}
	}
	out := Letters{}
	for i, p := range rand.New(rand.NewPCG(seed, 1)).Perm(len(plain)) {
		out[[2]byte([]byte(string(plain[i])))] = [2]byte([]byte(string(plain[p])))
	}
	return out
}

// Text is a text in other letters.
func (l Letters) Text(s string) string {
	text := []byte(s)
	for i := 0; i+1 < len(text); i++ {
		if text[i]&^1 != 0xd8 {
			continue
		}
		if to, ok := l[[2]byte(text[i:])]; ok {
			copy(text[i:], to[:])
		}
		i++
	}
	return string(text)
}
