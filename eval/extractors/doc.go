// Package extractors measures how fast web pages are taken in, beside go-trafilatura: the same
// pages, the same machine, one after the other in turn.
//
//	cd eval/extractors && go test -run '^$' -bench . -benchtime 20x
//
// It is a module of its own, which no build of the program knows: go-trafilatura brings 50 MB
// of memory and a quarter of a second to the start of every process that links it. PAGES names
// another folder of pages, *.html and *.html.gz.
package extractors
