package site

import "strings"

// Local reports whether an actor's ID is one of its article alone, not of the lexicon: nothing joins
// it to an actor of another.
func Local(id string) bool {
	const length = 2 + 10 // a letter and ten signs, as riwaya.FindingID makes them
	return strings.HasPrefix(id, "a-") && len(id) >= length && !strings.Contains(id[2:length], "-")
}
