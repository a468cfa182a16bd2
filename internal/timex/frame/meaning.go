package frame

import (
	"fmt"
	"slices"
	"strings"
)

// Meaning is how a frame becomes a value.
type Meaning uint8

// The meanings.
const (
	Date Meaning = iota
	Length
	Ago
	Ahead
	Uncounted
	Recurring
	Morrow
)

var meanings = []string{"date", "length", "ago", "ahead", "ref", "set", "morrow"}

// MeaningOf is the meaning that a rule names so.
func MeaningOf(name string) (Meaning, error) {
	n := slices.Index(meanings, name)
	if n < 0 {
		return 0, fmt.Errorf("unknown meaning %q, want one of %s", name, strings.Join(meanings, " "))
	}
	return Meaning(n), nil
}
