package count

import (
	"fmt"
	"slices"
	"strings"
)

// The values that keys may take; see the guide of the gold's annotators.
var (
	predicates = []string{"killed", "injured", "missing", "abducted", "detained", "released", "surrendered", "displaced", "left",
		"evacuated", "arrived", "returned", "departed", "trapped", "present", "infected", "recovered", "needed", "destroyed", "sent",
		"received", "age", "other"}
	groups = []string{"people", "civilians", "children", "women", "women and children", "fighters", "soldiers", "police", "families",
		"journalists", "medics", "prisoners", "refugees", "protesters", "staff", "other", "things", "not"}
	ops = []string{"about", "at_least", "more_than", "at_most", "less_than"}
)

// The ops that no hedge gives.
const (
	opExact = "exact"
	opRange = "range"
	opVague = "vague"
)

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

// noun is what the lexicon says of a counted noun.
type noun struct {
	group     string
	predicate string // "" for none
	fixed     bool   // no verb changes it
	unlisted  bool   // nothing is said of it: the group is a guess
	person    bool   // it is unlisted, and by its form one of people
}

func nounOf(key string) (noun, error) {
	key = strings.TrimSuffix(key, "+")
	g, p, _ := strings.Cut(strings.ReplaceAll(key, "_", " "), ":")
	n := noun{group: g}
	n.predicate, n.fixed = strings.CutSuffix(p, "!")
	if !slices.Contains(groups, g) || n.predicate != "" && !slices.Contains(predicates, n.predicate) {
		return n, fmt.Errorf("%q is no GROUP:PREDICATE", key)
	}
	return n, nil
}

// forces reports whether a group bears arms.
func forces(group string) bool {
	return group == "fighters" || group == "soldiers" || group == "police"
}

// people reports whether a group is one of people.
func people(group string) bool {
	return group != "" && group != "other" && group != "things" && group != "not"
}
