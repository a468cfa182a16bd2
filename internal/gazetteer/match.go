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
	goesOn := i+1 < to && t.Tokens[i+1].Kind == lang.WordKind && t.Tokens[i+1].Word.Follows
	if k.Word.Names == lang.NameBegins && !goesOn {
		return Found{}, false
	}
	m := matcher{t: t, i: i, to: to, loose: loose}
	for p := k.Word.Places; p != nil; p = p.Next {
		if goesOn || p.Exact || loose && p.Loose { // else it has no name of it
			m.longest(tables[p.Table], p, goesOn)
		}
		if (p.Next == nil || p.Next.Table != p.Table) && m.best.Table == tables[p.Table] && m.best.Exact {
			break
		}
	}
	return m.best, m.best.Table != nil
}

// NamesOf are what the tables have of a word that can be cut so: table by table, and part by
// part in each.
func NamesOf(tables []*Table, parts []lang.Part) (first *lang.PlaceName) {
	last := &first
	var hashes [lang.MaxParts]uint32
	for i, p := range parts {
		hashes[i] = Hash(p.Text)
	}
	for n, t := range tables {
		for i, p := range parts {
			c, ok := t.start(p.Text, hashes[i])
			if !ok {
				continue
			}
			lo, whole := c.Whole()
			name := &lang.PlaceName{Part: p, Lo: int32(lo), Hi: int32(c.hi), Whole: int32(whole), At: int32(c.at), Table: uint8(n)}
			word := []string{p.Text}
			_, name.Exact = (&matcher{}).spelt(t, lo, whole, word, p)
			variants, _ := (&matcher{loose: true}).spelt(t, lo, whole, word, p)
			name.Loose = variants > 0
			*last, last = name, &name.Next
		}
	}
	return first
}

// longest follows the names that begin with a part of the first token over the words behind, where
// the next perhaps stands second in one.
func (m *matcher) longest(g *Table, p *lang.PlaceName, goesOn bool) {
	if j := m.i + 1; (p.Exact || m.loose && p.Loose) && (j > m.best.To || p.Exact && !m.best.Exact && j == m.best.To) {
		m.best = Found{g, int(p.Lo), int(p.Whole), j, p.Part, p.Exact}
	}
	if !goesOn {
		return
	}
	c := Cursor{t: g, lo: int(p.Lo), hi: int(p.Hi), words: 1, at: int(p.At)}
	words := [8]string{p.Part.Text}
	for j := m.i + 1; j-m.i < len(words) && j < m.to && c.More(); {
		w := m.t.Tokens[j].Word
		if w == nil {
			return
		}
		next, ok := c.Next(w.Bare)
		if !ok {
			return
		}
		c, words[j-m.i] = next, w.Bare
		j++
		if lo, hi := c.Whole(); hi > lo {
			if n, x := m.spelt(g, lo, hi, words[:j-m.i], p.Part); n > 0 && (j > m.best.To || x && !m.best.Exact && j == m.best.To) {
				m.best = Found{g, lo, hi, j, p.Part, x}
			}
		}
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
