// Package answer takes out of a record the figures that answer a question: how many of whom
// something happened to, where and when, and who says so.
//
// It promises that ages, prices and other plain numbers are left out, and so is what a claim
// denies, threatens or demands and what did not happen; that no private person's name stands
// in what it yields; and that one record is all it looks at.
package answer
