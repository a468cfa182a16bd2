// Package identify tells which language a text is written in, so that the Arabic
// reader is given Arabic and nothing else: Persian, Sorani Kurdish, Urdu and Pashto
// share its letters.
//
// It promises an answer in a few microseconds, without allocating, and the same one
// every time: it looks at the beginning of a text and at a piece of its middle, counts
// distinctive letters and frequent words, and adds up their weights from languages.txt,
// which holds everything the package knows about languages.
//
// It does not find several languages in one text, does not read transliterated Arabic,
// and does not tell dialects apart: they are all ar. Languages that it has no name for
// are und.
package identify

// Undetermined is the code, of ISO 639-2, of a text whose language is not known.
const Undetermined = "und"

// What is looked at: the first head bytes and, of a text much longer than that, middle
// bytes more, since pages begin with menus, bylines and quotations.
const (
	head   = 1000
	middle = 500
)

// What an answer needs. One frequent word is worth 3 to 5, so a margin of 2 is the least
// that a real clue gives; a third of a point a word keeps chance likenesses in a
// language that the package does not know from adding up.
const (
	leastLetters  = 3
	leastMargin   = 2
	wordsPerPoint = 3
	leastShare    = 4 // the script with fewer letters has at least one in four
)

// Language tells the language of a text by its ISO 639 code: ar, fa, ckb, ur, ps, en,
// fr, tr, de or es; or und when it is none of these or cannot be told. The confidence
// lies in [0, 1): it grows with how far the best language leads the next, and shrinks
// with the share of letters in other scripts. It is 0 for und. It orders answers; it is
// not a probability.
func Language(text string) (code string, confidence float64) {
	p := loaded().profile
	var t tally
	t.read(p, text[:min(head, len(text))])
	if len(text) >= 2*(head+middle) {
		t.read(p, afterSpace(text[len(text)/2:][:middle]))
	}
	return t.decide(p)
}

// afterSpace cuts what may be the end of a word, or of a character, from the beginning
// of a piece. A piece without a space is returned as it is.
func afterSpace(piece string) string {
	for i := 0; i < len(piece); i++ {
		if piece[i] == ' ' || piece[i] == '\n' {
			return piece[i+1:]
		}
	}
	return piece
}

// decide weighs what was counted. Only languages of one script compete: the script that
// most letters are in or, when that is style sheets, names or a language that the
// package does not know, the other, if it has its share.
func (t *tally) decide(p *profile) (code string, confidence float64) {
	first, second := arabic, latin
	if t.letters[latin] > t.letters[arabic] {
		first, second = latin, arabic
	}
	all := t.letters[arabic] + t.letters[latin] + t.letters[foreign]
	if t.letters[first] < leastLetters || t.letters[foreign] > t.letters[first] {
		return Undetermined, 0
	}
	s := first
	code, margin := t.best(p, first)
	if code == Undetermined && t.letters[second] >= max(leastLetters, all/leastShare) {
		s = second
		code, margin = t.best(p, second)
	}
	if code == Undetermined {
		return code, 0
	}
	share := float64(t.letters[s]) / float64(all)
	return code, share * float64(margin) / float64(margin+4)
}

// best returns the language of a script that fits best, and by how much it leads.
func (t *tally) best(p *profile, s script) (code string, margin int32) {
	score := t.scores[s]
	// A letter repeated is not independent evidence: a name comes again, a keyboard
	// has one kaf. So what a letter can say is limited by the length of the text.
	limit := int32(4 + t.words[s]/10)
	for i := 1; i < p.slots; i++ {
		if n := min(int32(t.counts[i]), limit); n > 0 {
			for c, w := range p.letters[i][s] {
				score[c] += n * int32(w)
			}
		}
	}
	best, next := rank(score[:len(p.codes[s])])
	margin = score[best] - next
	if margin < leastMargin || score[best]*wordsPerPoint < int32(t.words[s]) {
		return Undetermined, 0
	}
	return p.codes[s][best], margin
}

// rank returns the place of the highest score, the first of equals, and the score that
// comes next.
func rank(scores []int32) (best int, next int32) {
	next = -1 << 30
	for i := 1; i < len(scores); i++ {
		if scores[i] > scores[best] {
			next, best = scores[best], i
		} else {
			next = max(next, scores[i])
		}
	}
	return best, next
}
