package wording

// How far the words around a stretch are looked at, and how they count: a word that is the same
// adds one, words that stand for others take one for each; what has fallen this far below its best
// is no longer the same text.
const (
	reach = 48 // words
	fall  = 7
	// Behind the last word in common so many words may be compared too: what was put in or left out
	// at the end of a sentence.
	overhang = 4
)

// Extended is the stretch and what around it goes on word for word, hardly more loosely: passages
// end where eight words differ, sentences do not. It stays within words [loA, hiA) of A and [loB, hiB)
// of B. endA and endB say behind which words a sentence may end.
func (s *Stretch) Extended(a, b []Word, loA, hiA, loB, hiB int, endA, endB func(int) bool) Stretch {
	out := Stretch{A0: s.A0, A1: s.A1, B0: s.B0, B1: s.B1}
	i, j := onward(a[s.A1:max(s.A1, min(hiA, s.A1+reach))], b[s.B1:max(s.B1, min(hiB, s.B1+reach))])
	out.A1, out.B1 = tail(s.A1+i, hiA, endA), tail(s.B1+j, hiB, endB)
	i, j = onward(reversed(a[min(s.A0, max(loA, s.A0-reach)):s.A0]), reversed(b[min(s.B0, max(loB, s.B0-reach)):s.B0]))
	out.A0, out.B0 = s.A0-i, s.B0-j
	if out.A0 == s.A0 && out.A1 == s.A1 && out.B0 == s.B0 && out.B1 == s.B1 {
		return *s
	}
	out.To, out.From = blank(out.A1-out.A0), blank(out.B1-out.B0)
	for k, j := range s.To {
		if j >= 0 {
			out.same(s.A0+k, int(j))
		}
	}
	out.between(a, b, out.A0, s.A0, out.B0, s.B0)
	out.between(a, b, s.A1, out.A1, s.B1, out.B1)
	out.differ()
	return out
}

// tail is how far a sentence goes on behind a word, a few words at most.
func tail(at, high int, end func(int) bool) int {
	for n := range overhang {
		if at+n >= high || end(at+n-1) {
			return min(at+n, high)
		}
	}
	return min(at+overhang, high)
}

func (s *Stretch) same(i, j int) { s.To[i-s.A0], s.From[j-s.B0] = int32(j), int32(i) }

// between notes which words of two ranges are the same.
func (s *Stretch) between(a, b []Word, a0, a1, b0, b1 int) {
	myers(a[a0:a1], b[b0:b1], func(i, j int) { s.same(a0+i, b0+j) })
}

func blank(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func reversed(words []Word) []Word {
	out := make([]Word, len(words))
	for i, w := range words {
		out[len(words)-1-i] = w
	}
	return out
}

// onward is how many words of both go on alike from their beginnings, up to a word in common.
func onward(x, y []Word) (int, int) {
	if len(x) == 0 || len(y) == 0 {
		return 0, 0
	}
	// The score of the best way to each pair of places, where what differs costs the longer side.
	const none = -1 << 20
	const far = fall + 1
	bestI, bestJ, best := 0, 0, 0
	w := len(y) + 1
	at := make([]int, (len(x)+1)*w) // of ways that end with a word in common
	for k := range at {
		at[k] = none
	}
	at[0] = 0
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			if x[i-1].Term != y[j-1].Term {
				continue
			}
			top := none
			for d := 0; d < far && d < i; d++ {
				for e := 0; e < far && e < j; e++ {
					if v := at[(i-1-d)*w+j-1-e]; v != none && v-max(d, e) > top {
						top = v - max(d, e)
					}
				}
			}
			if top == none {
				continue
			}
			at[i*w+j] = top + 1
			if top+1 >= best {
				best, bestI, bestJ = top+1, i, j
			}
		}
	}
	return bestI, bestJ
}
