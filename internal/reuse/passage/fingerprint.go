package passage

// Shingle is how many words stand for a place in a text, and Window of how many shingles
// one is kept. Whatever two reports share of Shingle+Window-1 = 8 words in a row or more, they
// share a kept shingle of (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003).
const (
	Shingle = 5
	Window  = 4
)

// Shingles hashes each run of five words to 64 bits, in the order of the text.
func Shingles(words []Word, into []uint64) []uint64 {
	into = into[:0]
	for i := 0; i+Shingle <= len(words); i++ {
		var h uint64
		for _, w := range words[i : i+Shingle] {
			h = (h + uint64(w.Hash) + 1) * 0x9e3779b97f4a7c15
			h ^= h >> 29
		}
		into = append(into, mix(h))
	}
	return into
}

// Print is a kept shingle and which word it begins with.
type Print struct {
	Hash  uint64
	At    int32
	First int32 // the first print of the report with the same words
}

// Winnow keeps of each four shingles in a row the least, of equal ones the last. What is least is
// not spread evenly, which finding it counts on; so it is mixed once more.
func Winnow(shingles []uint64, into []Print) []Print {
	into = into[:0]
	last := -1
	for from := 0; from == 0 || from+Window <= len(shingles); from++ {
		to := min(from+Window, len(shingles))
		least := -1
		for i := from; i < to; i++ {
			if least < 0 || shingles[i] <= shingles[least] {
				least = i
			}
		}
		if least >= 0 && least != last {
			into = append(into, Print{mix(shingles[least]), int32(least), int32(len(into))})
			last = least
		}
	}
	return into
}
