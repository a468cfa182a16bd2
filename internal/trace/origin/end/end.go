// Package end says what the end of a chain is by itself: how well it is known, and how much of it.
//
// It promises nothing about two of them: whether they are one is for package origin to say.
package end

import (
	"strings"

	"riwaya"
)

// Paper is 1 for a document: who gave it out stands for it.
func Paper(o *riwaya.Origin) int {
	if o.Kind == riwaya.OriginDocument {
		return 1
	}
	return 0
}

// Full is 1 for a name of several words.
func Full(name string) int { return min(strings.Count(strings.TrimSpace(name), " "), 1) }

// Standing is how well an origin is known: named ones first, then those without a name of their
// own, then last hops.
func Standing(o *riwaya.Origin) int {
	switch {
	case !o.Known, o.Kind == riwaya.OriginUnnamed && o.Name == "": // nor is a verb whose subject stands nowhere anybody's
		return 2
	case o.Key == "" || o.Private || o.Kind == riwaya.OriginUnnamed:
		return 1 // private persons of several reports are not told apart by their names
	}
	return 0
}

// Has is how much more than a name is known of it.
func Has(o *riwaya.Origin) int {
	n := 0
	if o.Actor != nil {
		n += 2
	}
	if o.Of != nil || o.Medium != nil {
		n++
	}
	return n
}

// Nameless reports whether an origin is nobody who may be told from another by a name.
func Nameless(o *riwaya.Origin) bool { return o.Key == "" || o.Private }
