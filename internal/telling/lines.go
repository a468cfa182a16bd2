// Package telling writes what was found across reports for people at a terminal: stories,
// incidents, what two reports share, what outlets have from others. Everything it writes of an
// article has passed the gate of private persons, and no count stands without what it was counted
// among. Programs take the JSON of the root types.
package telling

import (
	"io"
	"slices"
	"strings"

	"riwaya/internal/show"
)

// lines writes blocks until one fails.
type lines struct {
	w     io.Writer
	width int
	err   error
}

// block lays words out below one another, behind a label on the first line; words of the other
// direction are kept apart from what stands beside them.
func (l *lines) block(label string, runs ...string) {
	if l.err == nil {
		l.err = show.Block(l.w, label, l.width, slices.DeleteFunc(runs, func(r string) bool { return strings.TrimSpace(r) == "" })...)
	}
}

func (l *lines) blank() {
	if l.err == nil {
		_, l.err = io.WriteString(l.w, "\n")
	}
}

// dotted puts words apart by dots, the empty ones left out.
func dotted(words ...string) (out []string) {
	for _, w := range words {
		if strings.TrimSpace(w) == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, "·")
		}
		out = append(out, w)
	}
	return out
}
