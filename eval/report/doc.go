// Package report is what came of scoring: measures with their intervals, how far
// confidence can be believed, how each rule did.
//
// What it promises: the text and the JSON are those of the gold's own score.py; the
// same report is written the same, byte for byte; what a repository checks in
// (Markdown) has totals only, without words of any article.
//
// What it does not do: it scores nothing and reads no article.
//
// The ways in are [Report] with its forms of writing, and [LoadKnown] (failures that
// are known).
package report
