package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// furnitureLetters is the most text that a part named as furniture may have; a page
// that calls its whole article "share-box" keeps it.
const furnitureLetters = 400

// hidden reports whether the element is not shown, as its attributes say. Style sheets
// are not read, but for the class names of the common ones.
func hidden(n *html.Node) bool {
	if has(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
		return true
	}
	none, some := false, false
	for c := range strings.FieldsSeq(attr(n, "class")) {
		switch {
		case c == "d-none", c == "sr-only", c == "visually-hidden", c == "screen-reader-text":
			none = true
		case strings.HasPrefix(c, "d-"): // d-none d-md-block: hidden on small screens only
			some = true
		}
	}
	return none && !some
}

// beside reports whether the element stands in the text without being of it: its name
// says tags, sharing, related articles, and it is small.
func beside(n *html.Node) bool {
	if hasName(attr(n, "itemprop"), "articleSection") || hasName(attr(n, "itemprop"), "keywords") {
		return true
	}
	for _, key := range [...]string{"class", "id"} {
		for w := range strings.FieldsFuncSeq(strings.ToLower(attr(n, key)), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if furniture(w) && letters(textOf(n)) < furnitureLetters {
				return true
			}
		}
	}
	return false
}

// furniture reports whether a word of a class or an id names furniture.
func furniture(w string) bool {
	switch w {
	case "tags", "taglist", "related", "readmore", "recommended", "share", "sharing", "social",
		"newsletter", "subscribe", "breadcrumb", "breadcrumbs", "pagination", "pager", "prev", "previous", "next",
		"ad", "ads", "advert", "advertisement", "promo", "sponsored", "comments", "disqus", "caption":
		return true
	}
	return false
}

// legal reports whether an address leads to a site's terms. Two such links in one
// paragraph are the site speaking, not the article.
func legal(address string) bool {
	address = strings.ToLower(address)
	for _, s := range [...]string{"privacy", "terms", "guidelines", "cookie"} {
		if strings.Contains(address, s) {
			return true
		}
	}
	return false
}
