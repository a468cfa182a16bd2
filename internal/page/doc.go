// Package page turns what came in (a text file, a web page, also a saved one, JSON lines)
// into [riwaya.Article] values.
//
// What it promises:
//   - The text of a plain-text file in UTF-8 is never altered, a byte order mark
//     included: offsets count the file's own characters. UTF-16, windows-1256,
//     ISO-8859-6 and windows-1252 are converted, declared or not, and
//     [Input.Encoding] says from what.
//   - What cannot be read is an error that says why and where: broken UTF-8 names
//     its byte, a broken line of JSON its line. No input is guessed into an article.
//   - An article larger than [MaxArticle] is refused before it is read whole. JSON
//     lines are streamed, and a bad line does not stop the lines after it.
//   - A date is taken from what states it (a flag, the page's metadata, a date
//     written out in the URL), never from when a page was seen, saved or archived. A
//     time without a zone yields its day only.
//   - What a saved page states of where and when it was got stands in
//     [riwaya.Article.Stated]; what an archive put into a page is taken out.
//
// What it does not do: it fetches nothing, runs no script, does not tell languages
// apart, and leaves furniture that stands inside an article's text (share lines,
// captions) to the reader: [riwaya.Article.Body] is one span over the whole text.
// The text of a web page or of a JSON line is the title, a line end, and the body;
// a page's paragraphs are one a line, runs of white space one space.
//
// # Which extractor, and why
//
// Web pages are read, by package extract, by what publishers mark (schema.org articleBody) where it is
// marked, else by go-readability/v2 (MIT, release of September 2026), else by the
// articleBody of JSON-LD. Measured in November 2026 on the two pages of gold/pages-ar
// that have a reference, words of the body against it, with what a process pays for
// the mere import (start to end of an empty program, resident memory):
//
//	                           precision CNN, LBC   recall   start   memory
//	this package and fetch        0.92  0.996        1.00     5 ms    7 MB
//	go-readability/v2 alone       0.80  0.70         1.00     5 ms    6 MB
//	go-trafilatura 1.12           0.84  0.15         1.00   290 ms   52 MB
//	nothing imported                                          3 ms    2 MB
//
// go-trafilatura, without its fallback, takes LBC's whole page, menus included, and
// its date parser fills 78 MB of tables in package initialisation, which no lazy call
// can avoid. TestPagesAr and BenchmarkHTML measure again.
package page
