package identify

import "unicode/utf8"

// tally is what was counted in a text. It lives on the stack.
type tally struct {
	counts  [256]uint16              // distinctive letters, by slot; 0 is all others
	letters [scripts]int             // letters of each script
	words   [scripts]int             // words of each script
	scores  [scripts][maxCodes]int32 // what whole words and prefixes weigh
}

// read counts a piece of text. Nearly all the time of an answer goes to this loop.
func (t *tally) read(p *profile, text string) {
	w := word{hash: hashSeed}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		switch {
		case r < utf8.RuneSelf:
		case r >= 0xC2 && r < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			// Two bytes, as all of the table beyond ASCII is: decoded on the spot.
			r, size = r&0x1F<<6|rune(text[i+1]&0x3F), 2
		default:
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		if r >= tableEnd {
			var second rune
			if r, second = p.narrow(r, w.last); second != 0 {
				w.push(p.table[r].fold) // lam of lam-alef, which is in no letter line
				r = second
			}
		}
		c := &p.table[r]
		t.counts[c.slot]++ // for slot 0 too: faster than asking
		if c.kind == kindLetter {
			w.push(c.fold)
		} else if c.kind == kindBreak && w.length > 0 {
			t.end(p, w)
			w = word{hash: hashSeed}
			if r == ':' && i+1 < len(text) && text[i:i+2] == "//" {
				i += addressLength(text[i:])
			}
		}
	}
	if w.length > 0 {
		t.end(p, w)
	}
}

// addressLength returns how far the rest of an address goes: its Latin letters say
// nothing of the language around them.
func addressLength(text string) int {
	n := 0
	for n < len(text) && text[n] > ' ' {
		n++
	}
	return n
}

// end weighs a word. One that is itself listed is not asked for its prefix.
func (t *tally) end(p *profile, w word) {
	first := &p.table[uint16(w.start)]
	s := first.script
	t.words[s]++
	t.letters[s] += w.length
	if s == foreign {
		return
	}
	r := p.find(w.hash)
	if r == nil && first.prefix != 0 && w.length >= int(first.prefix)+2 {
		r = p.find(w.prefixHash(int(first.prefix)))
	}
	if r == nil {
		return
	}
	for c, weight := range r[s] {
		t.scores[s][c] += int32(weight)
	}
}
