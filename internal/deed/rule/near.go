package rule

import (
	"strings"
)

// What a rule may ask for or against in `with` and `without` beside the keys of words: what
// earlier finders saw.
const (
	NearPlace = "place" // a place
	NearToll  = "toll"  // people counted as dead or hurt, or a word for them
	NearParty = "party" // an actor, or a word that stands for one
	NearArmed = "armed" // behind a preposition, an armed actor or a word for its people
	NearLand  = "land"  // a place or a word for one, as an object or as what a noun is bound to
)

var seen = []string{NearPlace, NearToll, NearParty, NearArmed, NearLand}

// Near is something that a rule asks for or against about its word: a key of [event-near] or
// one of those above. One that ends in "!" asks for the head of a phrase without a preposition,
// or of what a noun is bound to; one that ends in "+" for one without an article as well, which
// is no subject that was named before; one that ends in "?" for the head of what a verb governs alone: it is not asked for
// about a noun.
type Near struct {
	Key              string
	Head, Bare, Verb bool
}

// nearOf reads what a rule asks for, as it is written.
func nearOf(s string) []Near {
	var all []Near
	for _, written := range strings.Fields(s) {
		key := strings.TrimRight(written, "!+?")
		all = append(all, Near{key, written != key, written == key+"+", written == key+"?"})
	}
	return all
}
