// Package since finds what a sentence says about since when something is counted, and which
// of its figures that is said of.
//
// It promises that a word behind which another verb's clause begins, and one that says since
// when something was the most of its kind, count nothing. It names no word of any language.
package since

import (
	"riwaya"
	"riwaya/internal/lang"
)

// Sentence is the sentence that is read, by its tokens.
type Sentence interface {
	Finite(i int) bool // a finite verb
	Called(i int) bool // a word of a name, and so no verb whatever it looks like
	Counts(i int) bool // where a figure begins
	Since(i int) bool  // a word that says since when
	Divides(i int) bool
}

// Words are the classes of words that are asked for.
type Words struct {
	Context  lang.Set // where a word that says since when can stand
	Utmost   lang.Set // the worst, the first
	Relative lang.Set
}

// Line is one sentence, tokens [From, To) of a text.
type Line struct {
	Sentence
	Words
	Tokens   []lang.Token
	From, To int
}

// Point is a word of the sentence that says since when something is counted.
type Point struct {
	At, to int  // tokens: the word's, behind what it says
	Time   int  // of the record, -1 where it names no more than what began
	rank   bool // it says since when something was the most of its kind, and counts nothing
}

// How many tokens may stand between a figure and the word that says since when, and between that
// word and its time: since the beginning of the war in March.
const (
	far    = 25
	toTime = 8
)

// Find appends to found the words of a line that say since when. times are those of the
// record that the line has.
func (l Line) Find(found []Point, t *lang.Text, rec *riwaya.Record, times []int) []Point {
	for i := l.From; i < l.To; i++ {
		if !l.Tokens[i].In(l.Context) || !l.Since(i) {
			continue
		}
		p := Point{i, i + 1, -1, l.utmost(i)}
		limit := i + 1
		for limit < min(l.To, i+toTime) && !l.Divides(limit) && !l.Tokens[limit].Is(lang.Comma) && (limit == i+1 || !l.Finite(limit) || l.Called(limit)) {
			limit++
		}
		for _, n := range times {
			hull := rec.Times[n].Span.Hull()
			if at := t.TokenAt(hull.Start, l.From, l.To); at >= i && at < limit {
				p.Time = n
				for p.to < l.To && l.Tokens[p.to].Start < hull.End {
					p.to++
				}
				break
			}
		}
		found = append(found, p)
	}
	return found
}

// utmost reports whether a word for the most of its kind stands before token i.
func (l Line) utmost(i int) bool {
	for j := i - 1; j >= max(l.From, i-10); j-- {
		if l.Tokens[j].Is(lang.Comma) {
			return false
		}
		if l.Tokens[j].Word != nil && l.Tokens[j].In(l.Utmost) {
			return true
		}
	}
	return false
}

// Of is the one of the line's points that says since when the figure at tokens [from, to) is
// counted, nil if none does: the nearest behind it that no other verb's clause keeps from it,
// else the last before it.
func (l Line) Of(points []Point, from, to int) *Point {
	for n := range points {
		if p := &points[n]; p.At >= to && p.At-to <= far {
			if !p.rank && l.behind(to, p.At) {
				return p
			}
			break
		}
	}
	for n := len(points) - 1; n >= 0; n-- {
		if p := &points[n]; p.At < from {
			if within := p.Time < 0 && from-p.At <= 2; !within && !p.rank && from-p.to <= far && l.before(p.to, from) {
				return p
			}
			break
		}
	}
	return nil
}

// behind reports whether the word at token to says since when what ends at token end was counted:
// no verb stands between them but the one whose subject it is.
func (l Line) behind(end, to int) bool {
	own := false
	for i := end; i < to; i++ {
		switch {
		case l.Divides(i):
			return false
		case l.Finite(i) && !l.Called(i):
			if own || i > end+2 {
				return false
			}
			own = true
		case own && i > end && l.Counts(i):
			return false
		}
	}
	return true
}

// before is the same of a word whose time ends at token end, before what begins at token to: one
// verb may stand between.
func (l Line) before(end, to int) bool {
	verbs := 0
	for i := end; i < to; i++ {
		if l.Divides(i) || l.Tokens[i].Word != nil && l.Tokens[i].In(l.Relative) {
			return false
		}
		if l.Finite(i) && !l.Called(i) {
			if verbs++; verbs > 1 {
				return false
			}
		}
	}
	return true
}
