// Package called reads an actor's aliases: by which noun they begin.
package called

import (
	"slices"
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
	return len(noun) >= 4*letter && begins(a, func(first string) bool { return strings.Contains(first, noun) })
}

// Heads reports whether an alias of the actor is the noun with more behind it.
func Heads(a *lexicon.Actor, noun string) bool {
	return noun != "" && begins(a, func(first string) bool { return first == noun })
}

// begins reports whether an alias of several words begins with such a one.
func begins(a *lexicon.Actor, such func(first string) bool) bool {
	return slices.ContainsFunc(a.Aliases, func(alias lexicon.Alias) bool {
		first, _, more := strings.Cut(alias.Text, " ")
		return more && such(first)
	})
}
