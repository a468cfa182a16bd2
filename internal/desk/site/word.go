package site

import "strings"

// Word is the word of the page's language for a value of the record: the text of "KIND.VALUE", or
// the value itself where there is none, without the signs that join its words.
func (r *Request) Word(kind, value string) string {
	if key := kind + "." + value; r.Words.Has(key) {
		return r.Say(key)
	}
	return strings.ReplaceAll(value, "_", " ")
}

// Local reports whether an actor's ID is one of its article alone, not of the lexicon: nothing joins
// it to an actor of another.
func Local(id string) bool {
	const length = 2 + 10 // a letter and ten signs, as riwaya.FindingID makes them
	return strings.HasPrefix(id, "a-") && len(id) >= length && !strings.Contains(id[2:length], "-")
}
