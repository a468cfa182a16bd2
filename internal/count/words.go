package count

import (
	"fmt"
	"slices"
	"strings"
)

// predicates are what can have happened; see the guide of the gold's annotators.
var predicates = []string{"killed", "injured", "missing", "abducted", "detained", "released", "surrendered", "displaced", "left",
	"evacuated", "arrived", "returned", "departed", "trapped", "present", "infected", "recovered", "needed", "destroyed", "sent",
	"received", "age", "other"}

// role is who of a verb is counted.
type role uint8

const (
	subject  role = iota
	topic         // the subject, where it stands before the verb
	object        // or the subject of the passive
	behindAn      // what stands behind a preposition
	behindAla
	behindIla
	behindMin
	behindBi
	behindFi
)

var roles = []string{"s", "t", "o", "an", "ala", "ila", "min", "bi", "fi"}

// frame is one way in which a verb says what happens to what is counted.
type frame struct {
	predicate string
	role      role
}

func frameOf(key string) (frame, error) {
	p, r, ok := strings.Cut(key, ":")
	n := slices.Index(roles, r)
	if !ok || n < 0 || !slices.Contains(predicates, p) {
		return frame{}, fmt.Errorf("%q is no PREDICATE:ROLE, with a role of %s", key, strings.Join(roles, ", "))
	}
	return frame{p, role(n)}, nil
}
