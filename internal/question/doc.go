// Package question lays side by side what reports answer to one question: how many, of whom,
// where, in which happening or since when; who gave each figure, and how the accounts stand
// to one another.
//
// It promises that nothing is added up or averaged, and that every figure shown is one that a
// report prints; that the toll of one happening, a toll since a date, a stock, and a part of
// any of these are different questions; that no private person's name is held or joins
// anything: they are witnesses; and that the same records, incidents and copies give the same
// questions in whatever order they come. A figure that could belong to two questions belongs
// to none.
//
// It holds some two kilobytes for each figure of what happened to somebody, and nothing of other
// figures or of the texts; the cost of a report does not grow with their number.
package question
