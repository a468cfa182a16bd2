package riwaya

// Hop is one step from the reader towards an origin, with the words it was read from.
type Hop struct {
	Actor    *string `json:"actor"`
	Name     string  `json:"name"` // the lexicon's name, else what the article says
	Relation string  `json:"relation"`
	Span     Spans   `json:"span"`
}

// The relations of a hop.
const (
	HopCredits = "credits" // republished from whom
	HopSaid    = "said"    // reported by whom
	HopWrote   = "wrote"
	HopTold    = "told"  // the paper or agency it was said to
	HopCites   = "cites" // citing whom
)
