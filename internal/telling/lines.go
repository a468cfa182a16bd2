// Package telling writes what was found across reports for people at a terminal: stories,
// incidents, what two reports share, what outlets have from others. Everything it writes of an
// article has passed the gate of private persons, and no count stands without what it was counted
// among. Programs take the JSON of the root types.
package telling

import (
	"strings"
)

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
