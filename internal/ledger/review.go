package ledger

import (
	"encoding/json"
	"time"
)

// Review is what a person decided about what the program found. The finding itself is never
// overwritten, and a review is taken back by another.
type Review struct {
	Leaf    int64
	At      time.Time
	Who     string          // a pseudonym
	About   string          // the ID of what it is about
	Verdict string          // what was decided: see the constants
	Value   json.RawMessage // what more there is to say, as the verdict asks for; nil where nothing
	Note    string
	Undoes  *int64 // the leaf of the review that it takes back, nil otherwise
}

// The verdicts of reviews.
const (
	VerdictMerge = "merge" // the stories of these reports are one: Value is a list of articles
	VerdictSplit = "split" // these reports are a story of their own: Value is a list of articles
	VerdictUndo  = "undo"  // a review does not hold any more
)
