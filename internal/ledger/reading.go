package ledger

import "riwaya"

// Sought says which findings of articles a search asks for. Who is private is known of every
// article that is read for one, for it must be before anything is shown.
type Sought struct {
	Claims     bool     // all claims
	Classes    []string // claims of these classes
	Predicates []string // figures with these predicates, and the claims that gave them
}

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
