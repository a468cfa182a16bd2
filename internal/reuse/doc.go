// Package reuse finds what reports share word for word, as they come: [riwaya.Copy].
//
// It promises that what it calls shared is shared, word by word as folded, with spans on both sides;
// that a passage is too long and too rare to be chance, a formula, a title or what a page always says;
// that the same reports are found whatever is kept in segments and whatever in memory; and that what one
// more report costs depends on the reports of the days around it only. It does not say who wrote a text, and
// a text that was rewritten is none that it finds.
//
// How: each report is words ([riwaya.Article.BelowTitle], folded), of whose runs of five some are kept as
// prints (package passage). Reports of the days around that have a print in common (package segment) are
// candidates (find.go). What a candidate really shares is read off the words of both and weighed by how many
// others share just that (evidence.go, compare.go). Credits and times of publication give it a direction
// (names.go, direction.go).
//
// It is handed records and the bytes it gave before. It knows no store and no clock.
package reuse
