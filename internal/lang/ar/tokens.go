package ar

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/digits"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/lang/ar/morph"
)

// Parse cuts a text into tokens, pairs its quotation marks and brackets, and finds
// its sentences. The text is not changed; every position is a byte offset into it.
func (l *Language) Parse(text string) *lang.Text {
	t := l.texts.Get().(*lang.Text)
	*t = lang.Text{Source: text, Skip: letters.Skip, Voweled: passive, Article: letters.WithArticle, Parts: morph.Parts, Tokens: t.Tokens[:0], Sentences: t.Sentences[:0], Starts: t.Starts[:0]}
	if n := len(text)/8 + 8; cap(t.Tokens) < n {
		t.Tokens = make([]lang.Token, 0, n)
	}
	c := cutter{l: l, text: text, t: t, buf: make([]byte, 0, 64)}
	c.run()
	l.look(t, &c.wait)
	t.SetStarts()
	lang.PairMarks(t)
	l.sentence.Split(t)
	return t
}

// Release says that nobody reads a text any more, so that its memory may serve for the
// next. Of very long ones it is let go.
func (l *Language) Release(t *lang.Text) {
	const most = 1 << 14 // tokens
	if cap(t.Tokens) <= most {
		t.Source = ""
		l.texts.Put(t)
	}
}

type cutter struct {
	l    *Language
	text string
	t    *lang.Text
	i    int    // where reading stands
	end  int    // where the last token ended
	key  uint64 // of the last word, 0 if it has none
	buf  []byte // then: its folded form
	wait waiting
}

func (c *cutter) run() {
	for c.i < len(c.text) {
		switch a := c.text[c.i]; { // what nine tokens of ten begin with
		case a == ' ':
			c.i++
			continue
		case a&^1 == 0xd8 && c.i+1 < len(c.text) && letters.Folded(a, c.text[c.i+1]) != 0:
			c.word()
			continue
		}
		r, n := utf8.DecodeRuneInString(c.text[c.i:])
		switch {
		case r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
			if r == '\r' && strings.HasPrefix(c.text[c.i+1:], "\n") {
				n = 2
			}
			c.emit(n, lang.BreakKind, lang.NoMark)
		case r == ' ' || r == '\t' || letters.IsInvisible(r) || unicode.IsSpace(r):
			c.i += n
		case digits.Is(r):
			c.emit(digits.Len(c.text[c.i:]), lang.NumberKind, lang.NoMark)
		case letters.IsLetter(r):
			c.word()
		case r == '&':
			c.entity(n)
		default:
			c.mark(r, n)
		}
	}
}

// emit adds a token of n bytes at the place where reading stands.
func (c *cutter) emit(n int, kind lang.Kind, mark lang.Mark) *lang.Token {
	var traits lang.Traits
	if c.i == c.end && c.i > 0 {
		traits = lang.Tight
	}
	c.t.Tokens = append(c.t.Tokens, lang.Token{Start: c.i, End: c.i + n, Match: -1, Starts: lang.StartsOf(kind, mark), Traits: traits, Kind: kind, Mark: mark})
	c.i += n
	c.end = c.i
	return &c.t.Tokens[len(c.t.Tokens)-1]
}

// plain reads the word here if it is of plain letters only and ends before a sign that
// belongs to no word: nine words of ten. Its key is made letter by letter; only a word that
// is too long for one is folded into the buffer.
func (c *cutter) plain() (n int, ok bool) {
	t, i := c.text, c.i
	key := uint64(0)
	for ; i+1 < len(t); i += 2 {
		letter := letters.Folded(t[i], t[i+1])
		if letter == 0 {
			break
		}
		key = key<<letters.LetterBits | letter
	}
	n = i - c.i
	if n == 0 || i < len(t) && !separates(t[i:]) {
		return n, false
	}
	if c.key = key; n > 2*letters.PackedMax {
		c.key, c.buf = 0, letters.Fold(c.buf[:0], t[c.i:i])
	}
	return n, true
}

// separates reports whether a text begins with a sign that surely belongs to no word.
func separates(t string) bool {
	switch b := t[0]; {
	case b < utf8.RuneSelf:
		return !(b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z')
	case b == 0xd8 && len(t) > 1: // ، ؛ ؟
		return t[1] == 0x8c || t[1] == 0x9b || t[1] == 0x9f
	case b == 0xe2 && len(t) > 2 && t[1] == 0x80: // inverted commas, the ellipsis
		return t[2] >= 0x98 && t[2] <= 0xa6
	}
	return t[0] == 0xc2 && len(t) > 1 && (t[1] == 0xab || t[1] == 0xbb) // guillemets
}

// word reads letters, marks, letters.Tatweel and invisible joiners up to the next other sign.
func (c *cutter) word() {
	if n, ok := c.plain(); ok {
		c.emitWord(n)
		return
	}
	i, end := c.i, c.i
	first, _ := utf8.DecodeRuneInString(c.text[i:])
	for i < len(c.text) {
		r, n := utf8.DecodeRuneInString(c.text[i:])
		if letters.IsLetter(r) {
			if latin := r < utf8.RuneSelf; i > c.i && latin != (first < utf8.RuneSelf) && !letters.IsMark(r) {
				break // Latin letters glued to Arabic ones are a word of their own
			}
			i += n
			end = i
			continue
		}
		if r == letters.Tatweel || r == letters.ZWNJ || r == letters.ZWJ || letters.IsBidi(r) || r == letters.SoftHyphen {
			i += n
			if r == letters.Tatweel {
				end = i
			}
			continue
		}
		break
	}
	n := end - c.i
	c.buf = letters.Fold(c.buf[:0], c.text[c.i:end])
	if len(c.buf) == 0 { // marks without a letter, of which one drawn out stands for a dash
		mark := lang.OtherMark
		if first == letters.Tatweel {
			mark = lang.Dash
		}
		c.emit(n, lang.MarkKind, mark)
		return
	}
	c.key = letters.Pack(c.buf)
	c.emitWord(n)
}

// emitWord adds the word of n bytes here, whose folded form is in the buffer.
func (c *cutter) emitWord(n int) {
	word := c.text[c.i : c.i+n]
	maqsura := strings.HasSuffix(word, "ى")
	t := c.emit(n, lang.WordKind, lang.NoMark)
	if maqsura {
		t.Traits |= lang.Maqsura
	}
	if strings.HasPrefix(word, "أ") {
		t.Traits |= lang.Hamza
	}
	if c.key == 0 {
		t.SetWord(c.l.Word(c.buf, maqsura))
		return
	}
	if maqsura {
		c.key |= maqsuraFlag
	}
	q := &c.wait
	q.keys[q.n], q.token[q.n] = c.key, int32(len(c.t.Tokens)-1)
	q.n++
	if q.n == len(q.keys) {
		c.l.look(c.t, q)
	}
}

// entity reads an HTML entity that was left in the text.
func (c *cutter) entity(n int) {
	if semi := strings.IndexByte(c.text[c.i:min(len(c.text), c.i+10)], ';'); semi > 1 {
		s := html.UnescapeString(c.text[c.i : c.i+semi+1])
		if r, size := utf8.DecodeRuneInString(s); size == len(s) && r != '&' {
			switch {
			case unicode.IsSpace(r) || letters.IsInvisible(r):
				c.i += semi + 1
			default:
				c.emit(semi+1, lang.MarkKind, letters.MarkOf(r))
			}
			return
		}
	}
	c.emit(n, lang.MarkKind, lang.OtherMark)
}

func (c *cutter) mark(r rune, n int) {
	switch r {
	case '.':
		for c.i+n < len(c.text) && c.text[c.i+n] == '.' {
			n++
		}
		if n > 1 {
			c.emit(n, lang.MarkKind, lang.Ellipsis)
			return
		}
	case letters.Tatweel: // drawn out, it stands for a dash
		for strings.HasPrefix(c.text[c.i+n:], string(letters.Tatweel)) {
			n += utf8.RuneLen(letters.Tatweel)
		}
	case '|':
		for c.i+n < len(c.text) && c.text[c.i+n] == '|' {
			n++
		}
	case '\'':
		if strings.HasPrefix(c.text[c.i+n:], "'") {
			c.emit(2, lang.MarkKind, lang.QuoteEither)
			return
		}
	}
	c.emit(n, lang.MarkKind, letters.MarkOf(r))
}
