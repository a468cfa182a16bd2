package ledger

import "riwaya"

// Private, asked for in place of layers, is the claims and actors of private persons only:
// what must be known to show an article without their names.
const Private = "private"

// Reading is an article with what its newest record says of it, as the store has it.
type Reading struct {
	Article string // its ID
	// Version is which version of its report the article is, from 1, and Versions how many
	// there are.
	Version, Versions int
	// Read has the layers that were asked for. Its Article.ID names the text, and credits
	// have no rule: the store does not keep it.
	Read riwaya.Record
}

// Kept is a reading with the evidence that it rests on.
type Kept struct {
	Reading
	From   Capture // what the newest record was read in; its ID is "" where that was withdrawn
	Place  string  // where in it: "line 12"; "" where the article is the whole
	ReadBy string  // version of the layers: program and lexicon
}
