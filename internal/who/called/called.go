// Package called reads an actor's aliases: by which noun they begin.
package called

import (
	"strings"

	"riwaya/lexicon"
)

// letter is how many bytes an Arabic letter has.
const letter = 2

// Stem is a plural without its ending of two letters, which the case changes.
func Stem(noun string) string {
	if n := len(noun) - 2*letter; n >= 3*letter {
		return noun[:n]
	}
	return noun
}

// By reports whether an alias of the actor begins with the noun, in any case, and goes on.
func By(a *lexicon.Actor, noun string) bool {
	for i := range a.Aliases {
		first, _, more := strings.Cut(a.Aliases[i].Text, " ")
		if more && len(noun) >= 4*letter && strings.Contains(first, noun) {
			return true
		}
	}
	return false
}

// Heads reports whether an alias of the actor is the noun with more behind it.
func Heads(a *lexicon.Actor, noun string) bool {
	for i := range a.Aliases {
		if first, _, more := strings.Cut(a.Aliases[i].Text, " "); more && noun != "" && first == noun {
			return true
		}
	}
	return false
}
