// Package story groups reports into stories as they come: what is about one matter within a span
// of days.
//
// A report is compared with those of the days around it by what is rare in these days: words of its
// title and its beginning, places, known actors, what happened where, tolls; and by the copies that
// are handed in. How words are compared is handed in too ([Words]), so that nothing here depends
// on a language.
//
// It promises that memory is bounded by the reports of [Options.Held] days, that a report costs
// the same however long the ledger is in time, and that the same reports handed in in the same order
// give the same stories. Each report says which other it is like and what the two share. Another
// order can give other stories, for what is rare is counted over what came before.
//
// It does not promise to find all: two reports that share little stay two stories. Names of private
// persons are no reason to join anything. It keeps nothing: what it answers is for its caller to
// store, and [Grouper.Replay] brings it back to where it was.
package story
