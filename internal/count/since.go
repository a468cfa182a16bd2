package count

import (
	"riwaya/internal/lang"
)

// since is a word of the sentence that says since when something is counted.
type since struct {
	at, to int  // tokens: the word's, behind what it says
	time   int  // of the record, -1 where it names no more than what began
	rank   bool // it says since when something was the most of its kind, and counts nothing
}

// How many tokens may stand between a figure and the word that says since when, and between that
// word and its time: since the beginning of the war in March.
const (
	sinceFar  = 25
	sinceTime = 8
)

// sinces finds the words that say since when in a sentence whose times are known.
func (r *reading) sinces(l *line) {
	for i := r.Begin; i < r.End; i++ {
		if !r.k[i].In(r.f.g.context) || !r.Is(i, keySince) {
			continue
		}
		s := since{i, i + 1, -1, r.utmost(i)}
		limit := i + 1
		for limit < min(r.End, i+sinceTime) && !r.divides(limit) && !r.k[limit].Is(lang.Comma) && (limit == i+1 || !r.Finite(limit) || r.called(limit)) {
			limit++
		}
		for _, t := range l.times {
			hull := r.rec.Times[t].Span.Hull()
			if at := r.t.TokenAt(hull.Start, r.Begin, r.End); at >= i && at < limit {
				s.time = t
				for s.to < r.End && r.k[s.to].Start < hull.End {
					s.to++
				}
				break
			}
		}
		l.since = append(l.since, s)
	}
}

// utmost reports whether a word for the most of its kind stands before token i.
func (r *reading) utmost(i int) bool {
	for j := i - 1; j >= max(r.Begin, i-10); j-- {
		if r.k[j].Is(lang.Comma) {
			return false
		}
		if r.k[j].Word != nil && r.k[j].In(r.f.g.utmost) {
			return true
		}
	}
	return false
}

// divides reports whether token i ends what a time may be said of.
func (r *reading) divides(i int) bool {
	k := &r.k[i]
	return k.Kind == lang.BreakKind || k.Is(lang.Stop) || k.Is(lang.Semicolon) || k.Is(lang.Colon) || k.Word != nil && k.In(r.f.g.that) && k.Feats&lang.Function != 0
}

// sinceOf is what says since when a chunk is counted, nil if nothing does: the nearest behind it
// that no other verb's clause keeps from it, else the last before it.
func (r *reading) sinceOf(c *chunk, l *line) *since {
	for n := range l.since {
		if s := &l.since[n]; s.at >= c.End && s.at-c.End <= sinceFar {
			if !s.rank && r.sinceBehind(c, s.at) {
				return s
			}
			break
		}
	}
	for n := len(l.since) - 1; n >= 0; n-- {
		if s := &l.since[n]; s.at < c.Start {
			if within := s.time < 0 && c.Start-s.at <= 2; !within && !s.rank && c.Start-s.to <= sinceFar && r.sinceBefore(c, s.to) {
				return s
			}
			break
		}
	}
	return nil
}

// sinceBehind reports whether the word at token to says since when what is before it was counted:
// no verb stands between them but the one whose subject it is.
func (r *reading) sinceBehind(c *chunk, to int) bool {
	own := false
	for i := c.End; i < to; i++ {
		switch {
		case r.divides(i):
			return false
		case r.Finite(i) && !r.called(i):
			if own || i > c.End+2 {
				return false
			}
			own = true
		case own && i > c.End && r.counts(i):
			return false
		}
	}
	return true
}

// sinceBefore is the same of a word whose time ends before token from: one verb may stand between.
func (r *reading) sinceBefore(c *chunk, from int) bool {
	verbs := 0
	for i := from; i < c.Start; i++ {
		if r.divides(i) || r.k[i].Word != nil && r.k[i].In(r.f.g.relative) {
			return false
		}
		if r.Finite(i) && !r.called(i) {
			if verbs++; verbs > 1 {
				return false
			}
		}
	}
	return true
}

// counts reports whether a figure begins at token i.
func (r *reading) counts(i int) bool {
	return len(r.around.numbers.Starting(r.k[i].Start, r.k[i].End)) > 0
}
