package typeset

import (
	"slices"

	"github.com/go-text/typesetting/bidi"
)

// Controls of direction (UAX #9, 2.4): a mark makes a letter before or behind it have its direction;
// an isolate keeps what is in it and what is around it apart.
const (
	lrm, rlm      = '\u200e', '\u200f'
	lri, rli, fsi = '\u2066', '\u2067', '\u2068'
	pdi           = '\u2069'
	object        = '\ufffc' // what an isolate is to the text around it: a neutral
)

// levelsOf are the embedding levels of letters, in a text of a base level: even is from left to
// right. The library settles text without isolates; what is in one is settled by itself and
// raised, which is what the rules come to (X5a to X6a, and BD13).
func levelsOf(text []rune, base bidi.Level) []bidi.Level {
	type isolate struct{ start, end int } // in the text: of the control, and of its end
	var inside []isolate
	outer, from := []rune{lrm}, []int{-1} // each letter, and where it is in the text
	first := bidi.LeftToRight
	if base%2 == 1 {
		outer[0], first = rlm, bidi.RightToLeft
	}
	for i := 0; i < len(text); i++ {
		r := text[i]
		if r >= lri && r <= fsi {
			end := matching(text, i)
			inside = append(inside, isolate{i, end})
			outer, from = append(outer, object), append(from, i)
			i = end
			continue
		}
		outer, from = append(outer, r), append(from, i)
	}
	levels := make([]bidi.Level, len(text))
	var p bidi.Paragraph
	runs := p.Segment(outer, first)
	for n := range runs.NumRuns() {
		run := runs.Run(n)
		for k := max(run.Start, 1); k < run.End; k++ {
			levels[from[k]] = run.Level - base%2 + base
		}
	}
	for _, s := range inside {
		at := levels[s.start]
		in := text[s.start+1 : min(s.end, len(text))]
		level := at + 1 // the next one of its direction
		if rtl := text[s.start] == rli || text[s.start] == fsi && begins(in); rtl != (level%2 == 1) {
			level++
		}
		copy(levels[s.start+1:], levelsOf(in, level))
		if s.end < len(text) {
			levels[s.end] = at
		}
	}
	return levels
}

// matching is where the isolate that begins at i ends; the text's end where it does not.
func matching(text []rune, i int) int {
	depth := 0
	for k := i; k < len(text); k++ {
		switch r := text[k]; {
		case r >= lri && r <= fsi:
			depth++
		case r == pdi:
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return len(text)
}

// begins reports whether the first letter with a direction is from right to left, those in
// isolates left aside (P2).
func begins(text []rune) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= lri && text[i] <= fsi {
			i = matching(text, i)
			continue
		}
		if strong, rtl := strength(text[i]); strong {
			return rtl
		}
	}
	return false
}

// reorder puts parts in the order in which they stand, from left to right: rule L2. The library
// that wraps lines knows two levels only.
func reorder(parts []part, levels []bidi.Level) {
	if len(levels) == 0 {
		return
	}
	for level := slices.Max(levels); level > 0; level-- {
		for i := 0; i < len(levels); i++ {
			end := i
			for end < len(levels) && levels[end] >= level {
				end++
			}
			if end > i {
				slices.Reverse(parts[i:end])
				slices.Reverse(levels[i:end])
				i = end
			}
		}
	}
}
