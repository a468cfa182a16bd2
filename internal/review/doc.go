// Package review has what people decide about what the machine read of an article: that a finding
// is right, that it is none, that a field of it is otherwise, that one was missed, that all of an
// article was looked at; and that such a decision does not hold any more.
//
// A decision is a leaf of the ledger's log (ledger.Review): who (a pseudonym), about which finding
// ("art-…/c-…"), the verdict, a note, and as its value a JSON object:
//
//	{"v": 1, "layer": "figures", "read_by": "the version that had read it",
//	 "at": [[12, 25]], "words": "the SHA-256 of the words there, in hex",
//	 "read": {"op": "about", "low": 400, …}, "is": {"op": "at_least"}}
//
// "read" has every field as it was read when it was decided; "is" those that the reviewer has
// otherwise, or, of a finding that was missed, all that is known of it. Positions are code points
// over article.text, half open. That all was looked at names the findings that there were:
//
//	{"v": 1, "read_by": "…", "seen": [{"layer": "claims", "findings": ["c-…", …]}]}
//
// It promises that what the machine read is never overwritten ([Finding.Read] stands beside
// [Finding.Is]); that a decision is about the finding and the values that its reviewer saw, and
// says so where the reading has changed since ([Changed], [Gone]) instead of being moved; that
// any decisions and undoings come to the same as the decisions that were not undone; and that a
// leaf that anybody may have written is refused with a reason or holds as it says.
//
// What it does not do: it decides nothing by majority. Where reviewers hold different things the
// finding is disputed, and all that they hold is shown.
package review
