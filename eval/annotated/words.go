package annotated

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// silent are the characters that two spans may differ in and still be the same.
const silent = " \n\t\u00a0\"“”«»‘’'()[]{}،,.:;؛…-–—\u0640!؟?|"

// pair is a span as JSON has it: code points, half open.
type pair struct{ start, end int }

// parseSpans reads [[a, b], …] or [a, b], or an object that has the former under
// "spans". What is no pair of integers is left out.
func parseSpans(b []byte) []pair {
	if o := parseObject(b); o != nil {
		b = o["spans"]
	}
	l := parseList(b)
	if p, ok := parsePair(l); ok {
		return []pair{p}
	}
	var out []pair
	for _, e := range l {
		if p, ok := parsePair(parseList(e)); ok {
			out = append(out, p)
		}
	}
	return out
}

func parsePair(l []json.RawMessage) (pair, bool) {
	if len(l) != 2 {
		return pair{}, false
	}
	a, okA := parseInt(l[0])
	b, okB := parseInt(l[1])
	return pair{a, b}, okA && okB
}

// parseInt reads an integer; one too great to hold becomes the greatest.
func parseInt(b []byte) (int, bool) {
	n, err := strconv.Atoi(string(bytes.TrimSpace(b)))
	return n, err == nil || errors.Is(err, strconv.ErrRange)
}

// spans is where a finding or a part of it stands: under "spans", else "span".
func (f fields) spans() []pair {
	if len(f.list("spans")) > 0 {
		return parseSpans(f["spans"])
	}
	return parseSpans(f["span"])
}

// Words is a set of positions in a text, sorted: the characters under some spans
// that are not silent.
type Words []int

// wordsAt are the words under spans. What lies outside the text holds none.
func wordsAt(spans []pair, text []rune) Words {
	var out Words
	for _, s := range spans {
		for i := max(0, s.start); i < min(s.end, len(text)); i++ {
			if !strings.ContainsRune(silent, text[i]) {
				out = append(out, i)
			}
		}
	}
	if len(spans) > 1 {
		slices.Sort(out)
		out = slices.Compact(out)
	}
	return out
}
