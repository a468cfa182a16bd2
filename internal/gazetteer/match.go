package gazetteer

import "riwaya/internal/lang"

// Found is a name of the tables at some token of a text.
type Found struct {
	Table  *Table
	Lo, Hi int // its names there
	To     int // the token behind it
	Part   lang.Part
	Exact  bool // one of them is spelt so
}

// matcher looks for a name.
type matcher struct {
	t     *lang.Text
	i, to int
	loose bool
	best  Found
}

// Match is the longest name that begins with token i and ends before token to, in the
// first table that has it as it is spelt. Variants of its spelling, and one article more
// or less, count only where loose says so. Names of countries are left to the lexicon.
func Match(tables []*Table, t *lang.Text, i, to int, loose bool) (Found, bool) {
	k := &t.Tokens[i]
	if k.Kind != lang.WordKind || k.Word.Names == lang.NoName {
		return Found{}, false
	}
	if k.Word.Names == lang.NameBegins && (i+1 >= to || t.Tokens[i+1].Kind != lang.WordKind || !t.Tokens[i+1].Word.Follows) {
		return Found{}, false
	}
	parts := t.Parts(k.Word.Form)
	var hashes [lang.MaxParts]uint32
	for n, p := range parts.All() {
		if k.Word.Named&(1<<n) != 0 {
			hashes[n] = Hash(p.Text)
		}
	}
	m := matcher{t: t, i: i, to: to, loose: loose}
	for _, g := range tables {
		for n, p := range parts.All() {
			if k.Word.Named&(1<<n) == 0 {
				continue
			}
			if c, ok := g.start(p.Text, hashes[n]); ok {
				m.longest(g, c, p)
			}
		}
		if m.best.Table == g && m.best.Exact {
			return m.best, true
		}
	}
	return m.best, m.best.Table != nil
}

// longest follows the names of a cursor over the words behind the first token.
func (m *matcher) longest(g *Table, c Cursor, p lang.Part) {
	words := [8]string{p.Text}
	for j := m.i; ; {
		j++
		if lo, hi := c.Whole(); hi > lo {
			if n, x := m.spelt(g, lo, hi, words[:j-m.i], p); n > 0 && (j > m.best.To || x && !m.best.Exact && j == m.best.To) {
				m.best = Found{g, lo, hi, j, p, x}
			}
		}
		if j-m.i == len(words) || j >= m.to || m.t.Tokens[j].Kind != lang.WordKind || !c.More() {
			return
		}
		next, ok := c.Next(m.t.Tokens[j].Word.Bare)
		if !ok {
			return
		}
		c, words[j-m.i] = next, m.t.Tokens[j].Word.Bare
	}
}

// spelt counts the names [lo, hi) that are written as the text has them, and reports
// whether one is so exactly; the variants count only where loose.
func (m *matcher) spelt(t *Table, lo, hi int, words []string, p lang.Part) (n int, exact bool) {
	for i := lo; i < hi; i++ {
		if t.KindOf(t.Of(i)) == Country {
			continue // countries are read by the lexicon
		}
		from, same := 0, true
		for _, w := range words {
			next, ok := t.Exact(i, from, w)
			if same = same && ok; !same {
				break
			}
			from = next
		}
		switch art := t.Article(i) == (p.Feat&lang.Article != 0); {
		case same && art:
			n++
			exact = true
		case m.loose && (same || len(words) > 1 || len(p.Text) >= 8):
			n++
		}
	}
	return n, exact
}
