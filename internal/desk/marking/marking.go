// Package marking cuts a text at the ends of what is marked in it, nested and overlapping as that
// may be, into pieces that stand one behind another.
//
// It promises that the pieces, lines joined by line ends, are the text again, byte for byte; that
// none is empty or cut inside a character; and that each knows all marks over it. What a piece says
// is not escaped: that is the template's business.
package marking

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"riwaya"
)

// Mark is something that stands in the text.
type Mark struct {
	Class string // what it is: figure, cue
	ID    string // of the finding that it is of, "" of none
	Spans riwaya.Spans
}

// Piece is a stretch of the text under the same marks.
type Piece struct {
	Text  string
	Start int // in the text, in bytes
	// Over are the marks over it, as numbers of the list of marks: the longest first, so that the
	// last is what most surely is meant by who points at it.
	Over []int
	// Begins are those that have not begun before it; a mark of line ends alone begins with what
	// follows them.
	Begins []int
}

// open is a mark that the place is under.
type open struct{ mark, end, size int }

// Lines are the pieces of a text by its lines, line ends left out. Spans that do not lie in the
// text are cut to what does.
func Lines(text string, marks []Mark) [][]Piece {
	type start struct {
		at, end, mark, size int
		first               bool
	}
	var starts []start
	for i := range marks {
		first := true
		size := 0
		for _, s := range marks[i].Spans {
			size += max(0, s.Len())
		}
		for _, s := range marks[i].Spans {
			from, to := whole(text, s.Start), whole(text, s.End)
			if from < to {
				starts = append(starts, start{from, to, i, size, first})
				first = false
			}
		}
	}
	slices.SortStableFunc(starts, func(a, b start) int { return cmp.Compare(a.at, b.at) })
	var out [][]Piece
	var line []Piece
	var under []open
	var begins []int
	at := 0
	upTo := func(end int) {
		for at < end {
			stop, ends := end, false
			for i := at; i < end; i++ {
				if text[i] == '\n' {
					stop, ends = i, true
					break
				}
			}
			if at < stop {
				line = append(line, Piece{Text: text[at:stop], Start: at, Over: over(under), Begins: begins})
				begins = nil
			}
			at = stop
			if ends {
				out, line = append(out, line), nil
				at++
			}
		}
	}
	next := func(before int) int { // where the first of what is open ends
		for _, o := range under {
			before = min(before, o.end)
		}
		return before
	}
	for i := 0; i < len(starts) || len(under) > 0; {
		stop := len(text)
		if i < len(starts) {
			stop = starts[i].at
		}
		stop = next(stop)
		upTo(stop)
		under = slices.DeleteFunc(under, func(o open) bool { return o.end <= stop })
		for ; i < len(starts) && starts[i].at == stop; i++ {
			s := &starts[i]
			under = append(under, open{s.mark, s.end, s.size})
			if s.first {
				begins = append(begins, s.mark)
			}
		}
	}
	upTo(len(text))
	return append(out, line)
}

// over are what is open, the longest first, each once.
func over(under []open) []int {
	if len(under) == 0 {
		return nil
	}
	sorted := slices.Clone(under)
	slices.SortStableFunc(sorted, func(a, b open) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.mark, b.mark)) })
	out := make([]int, 0, len(sorted))
	for _, o := range sorted {
		if !slices.Contains(out, o.mark) {
			out = append(out, o.mark)
		}
	}
	return out
}

// whole is the place in the text that is nearest before at, or at it, and begins a character.
func whole(text string, at int) int {
	at = min(max(at, 0), len(text))
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
