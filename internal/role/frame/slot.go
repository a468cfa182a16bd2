package frame

import (
	"fmt"
	"slices"
	"strings"
)

// Slot is a place of a clause where a party may stand.
type Slot uint8

// The places. Those from BehindOn on are behind prepositions, by their keys.
const (
	Subject Slot = iota
	Object
	Of      // what a noun is bound to
	Between // two sides: the first is agent, the second target
	BehindOn
	BehindAgainst
	BehindIn
	BehindFrom
	BehindTo
	BehindWith
	BehindBy
	BehindAbout
	BehindBi
	BehindLi
	slots
)

// slotNames are the places as rules and the lexicon's prepositions name them.
var slotNames = [slots]string{"subject", "object", "of", "between", "on", "against", "in", "from", "to", "with", "by", "about", "bi", "li"}

// Slots is a set of places.
type Slots uint32

// Has reports whether the place is one of the set.
func (s Slots) Has(x Slot) bool { return s&(1<<x) != 0 }

// Frame is where the parties stand.
type Frame struct{ Agent, Target Slots }

// Verb is what the place of its subject depends on in a verb that names a happening.
type Verb struct {
	Passive bool  // it is read as a passive too
	Alone   bool  // the one noun behind it is who does it, not whom it is done to
	Arms    bool  // the one noun behind it is who does it where it names arms of somebody's
	Harm    bool  // it is what another happening brought about: killing, wounding
	Both    bool  // its two parties do it to each other
	Target  Slots // where whom it is done to stands
}

// SlotsOf reads places with commas or spaces between. An unknown one is an error that says
// which there are.
func SlotsOf(s string) (Slots, error) {
	var out Slots
	for _, name := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' }) {
		n := slices.Index(slotNames[:], name)
		if n < 0 {
			return 0, fmt.Errorf("unknown place %q, want one of %s", name, strings.Join(slotNames[:], ", "))
		}
		out |= 1 << n
	}
	return out, nil
}

// SlotOf is the place behind a preposition of that key; ok is false where it has none.
func SlotOf(prep string) (at Slot, ok bool) {
	n := slices.Index(slotNames[:], prep)
	return Slot(n), n >= 0
}
