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
