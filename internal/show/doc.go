// Package show writes a record for people at a terminal: who said what, nearest to the
// reader first, in lines of a given width.
//
// What it promises: text of an article stays in logical order; where it runs from right
// to left it stands between U+2068 and U+2069 on every line, so that it never turns the
// words beside it; signs that would control the terminal or turn its text are left out;
// a line is never wider than asked for; the same record gives the same bytes. Private
// persons are shown by what they are ("[witness]"), not by name, unless the caller asks
// for names: see package privacy.
//
// What it does not do: it decides nothing about a record, reads no environment, and
// writes English around the text whatever the article's language is.
package show
