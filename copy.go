package riwaya

// Copy is what two reports share word for word: at least one passage too long and too rare to
// be chance. Articles are named by their IDs in the ledger. A report that stands for another (the same
// address later, or the same text where one has no address) is a version, not a copy; the same text
// under two addresses is a copy.
type Copy struct {
	A        string    `json:"a"`
	B        string    `json:"b"`
	Passages []Passage `json:"passages"` // in the order of A
	// Containment is the share of the 5-word shingles of the shorter report that the longer has.
	Containment float64 `json:"containment"`
	// ShareA and ShareB are the shares of each report's words that stand in passages.
	ShareA float64 `json:"share_a"`
	ShareB float64 `json:"share_b"`
	// Directed says that B copies A. Otherwise nothing in the two says who was first, and A is
	// the one whose ID comes first.
	Directed bool   `json:"directed"`
	Why      string `json:"why"` // one of the constants
	// Agency is whose text it is, where one of the two or both say so about what they share.
	Agency *Agency `json:"agency"`
}

// Passage is a run of words that two reports share, small differences inside it allowed.
type Passage struct {
	A     Span `json:"a"`     // in the text of A
	B     Span `json:"b"`     // in the text of B
	Words int  `json:"words"` // that are the same
}

// Agency is whose text a shared passage is, by the credit of a report.
type Agency struct {
	Name   string  `json:"name"`
	Actor  *string `json:"actor"`  // the lexicon's id, else null
	By     string  `json:"by"`     // the article that credits it
	Credit Span    `json:"credit"` // in that article's text; empty where the credit is its byline, in Article.Authors
	// Hidden is the article that has the text and does not name the agency: an uncredited copy.
	Hidden string `json:"hidden"`
}

// What gives a copy its direction, or why it has none.
const (
	CopyCredits   = "credits"    // B credits A's outlet, or the agency that A is
	CopyPublished = "published"  // A appeared earlier, as exactly as both times are known
	CopyOneSource = "one source" // both credit, or have, the same agency's text: neither copies the other
	CopyUnknown   = "unknown"    // no credit, and publication times do not decide
)
