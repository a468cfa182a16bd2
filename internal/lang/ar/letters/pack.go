package letters

import "unicode/utf8"

// A folded word of at most ten plain Arabic letters is packed into sixty bits of a number:
// six for each letter.
const (
	LetterBits = 6
	PackedMax  = 10
)

// PackLetter is the number of the folded letter that UTF-8 writes a, b, from 1 up to
// the 36 that there are; 0 for what is none.
func PackLetter(a, b byte) uint64 {
	switch {
	case a == 0xd8 && b >= 0xa1 && b <= 0xba:
		return uint64(b - 0xa0)
	case a == 0xd9 && b >= 0x81 && b <= 0x8a:
		return uint64(b - 0x81 + 27)
	}
	return 0
}

// folded are the numbers of letters as [Folded] gives them, by the last bit of the first
// byte and the second.
var folded = func() (out [2][256]uint8) {
	for i := range out {
		for j := range out[i] {
			a, b := 0xd8|byte(i), byte(j)
			r, _ := utf8.DecodeRune([]byte{a, b})
			if r < Hamza || r > Ya || r > 0x063a && r < 0x0641 {
				continue
			}
			var to [utf8.UTFMax]byte
			if f, drop := Letter(r); !drop && utf8.EncodeRune(to[:], f) == 2 {
				out[i][j] = uint8(PackLetter(to[0], to[1]))
			}
		}
	}
	return out
}()

// Folded is the number of the plain letter that UTF-8 writes a, b, once it is folded; 0 for
// what is none.
func Folded(a, b byte) uint64 {
	if a&^1 != 0xd8 {
		return 0
	}
	return uint64(folded[a&1][b])
}

// Pack is the key of a folded form, 0 if it does not fit.
func Pack(form []byte) uint64 {
	if len(form) > 2*PackedMax || len(form)%2 != 0 {
		return 0
	}
	var key uint64
	for i := 0; i < len(form); i += 2 {
		n := PackLetter(form[i], form[i+1])
		if n == 0 {
			return 0
		}
		key = key<<LetterBits | n
	}
	return key
}

// Unpack is the form that a key packs. The bits above the letters do not count.
func Unpack(key uint64) string {
	var b [2 * PackedMax]byte
	i := len(b)
	for key &= 1<<(LetterBits*PackedMax) - 1; key != 0; key >>= LetterBits {
		i -= 2
		if n := byte(key & (1<<LetterBits - 1)); n < 27 {
			b[i], b[i+1] = 0xd8, n+0xa0
		} else {
			b[i], b[i+1] = 0xd9, n-27+0x81
		}
	}
	return string(b[i:])
}
