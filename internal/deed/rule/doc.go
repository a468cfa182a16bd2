// Package rule reads the rules of happenings: which words name one, where who takes part stands
// with each form of them, and what must or may not stand about them.
//
// It promises that a rule that cannot be read, or a word that names none, is an error that says
// where it stands; and that what it says of a word alone ([Rules.Begins]) is never narrower than
// what is found with the sentence about it.
package rule
