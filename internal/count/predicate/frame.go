// Package predicate holds what can have happened to what is counted: the predicates of
// figures, whom of a verb they are said of, and which counted thing can have which.
//
// It promises that a predicate is one of a fixed list, and decides by what is counted alone:
// the words around it, package count reads.
package predicate

import (
	"fmt"
	"slices"
	"strings"
)

// all are what can have happened; see the guide of the gold's annotators.
var all = []string{"killed", "injured", "missing", "abducted", "detained", "released", "surrendered", "displaced", "left",
	"evacuated", "arrived", "returned", "departed", "trapped", "present", "infected", "recovered", "needed", "destroyed", "sent",
	"received", "age", "other"}

// All are the predicates.
func All() []string { return slices.Clone(all) }

// Together is what is said of those to whom one of two things happened, nobody knows which: the dead
// and wounded. It is other in a figure.
const Together = "together"

// Known reports whether there is such a predicate.
func Known(p string) bool { return slices.Contains(all, p) }

// Role is who of a verb is counted.
type Role uint8

// The roles.
const (
	Subject  Role = iota
	Topic         // the subject, where it stands before the verb
	Object        // or the subject of the passive
	BehindAn      // what stands behind a preposition
	BehindAla
	BehindIla
	BehindMin
	BehindBi
	BehindFi
)

var roles = []string{"s", "t", "o", "an", "ala", "ila", "min", "bi", "fi"}

// Frame is one way in which a verb says what happens to what is counted.
type Frame struct {
	Predicate string
	Role      Role
}

// FrameOf reads a key of the lexicon: PREDICATE:ROLE.
func FrameOf(key string) (Frame, error) {
	p, r, ok := strings.Cut(key, ":")
	n := slices.Index(roles, r)
	if !ok || n < 0 || !Known(p) {
		return Frame{}, fmt.Errorf("%q is no PREDICATE:ROLE, with a role of %s", key, strings.Join(roles, ", "))
	}
	return Frame{p, Role(n)}, nil
}
