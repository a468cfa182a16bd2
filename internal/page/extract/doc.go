// Package extract finds the article in a web page: its text by paragraphs, and what the
// page states of itself in its head, its JSON-LD and the marks in its text.
//
// It takes a page as text, whose encoding is settled, and gives what the page states as
// the page states it: which of the times is the day of publication is for package page
// to say. A page without an article, or with a wall in front of one, is an error.
// Which extractor it stands on, and why, is in the documentation of package page.
package extract
