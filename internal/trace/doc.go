// Package trace follows what reports say back to where it comes from. Over the records of some
// reports and the copies between them it makes statements (one saying, as several reports have
// it), chains (the hops from a report or a claim to an origin, each with its evidence), origins
// counted as a range with the reason for every merge, and the changes that wordings met on the
// way.
//
// It promises that every hop, merge and change names the words it was read from; that the same
// records and copies give the same result in whatever order they come; that a chain passes no
// report twice; and that the name of a private person never joins two reports, but where both
// have one passage. Precision goes before recall: two sayings that are hardly alike stay two, and
// a difference of wording that nobody would call a change is none.
//
// It does not look at stores, networks or clocks, finds no copies itself, and says of nothing
// that it is true.
package trace
