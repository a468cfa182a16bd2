package reuse

// shingle is how many words stand for a place in a text, and window of how many shingles
// one is kept. Whatever two reports share of shingle+window-1 = 8 words in a row or more, they
// share a kept shingle of (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003).
const (
	shingle = 5
	window  = 4
)

// shinglesOf hashes each run of five words to 64 bits, in the order of the text.
func shinglesOf(words []word, into []uint64) []uint64 {
	into = into[:0]
	for i := 0; i+shingle <= len(words); i++ {
		var h uint64
		for _, w := range words[i : i+shingle] {
			h = (h + uint64(w.hash) + 1) * 0x9e3779b97f4a7c15
			h ^= h >> 29
		}
		into = append(into, mix(h))
	}
	return into
}

// print is a kept shingle and which word it begins with.
type print struct {
	hash  uint64
	at    int32
	first int32 // the first print of the report with the same words
}

// winnow keeps of each four shingles in a row the least, of equal ones the last. What is least is
// not spread evenly, which finding it counts on; so it is mixed once more.
func winnow(shingles []uint64, into []print) []print {
	into = into[:0]
	last := -1
	for from := 0; from == 0 || from+window <= len(shingles); from++ {
		to := min(from+window, len(shingles))
		least := -1
		for i := from; i < to; i++ {
			if least < 0 || shingles[i] <= shingles[least] {
				least = i
			}
		}
		if least >= 0 && least != last {
			into = append(into, print{mix(shingles[least]), int32(least), int32(len(into))})
			last = least
		}
	}
	return into
}
