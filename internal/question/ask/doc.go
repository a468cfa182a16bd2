// Package ask reads a question about a figure in plain words, Arabic or English ("32 killed in
// Suruç"), and finds in records where that figure is given, where the same number is said of
// something else, and which other figures are given for the same.
//
// It promises that a word which it does not understand is named and not guessed at, that a
// place is found under all its spellings, and that where nothing is found it says what was
// searched for and in how much. What it yields has no name of a private person.
package ask
