package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// attr is an attribute's value, "" where it is missing.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// hasName reports whether a list of names has this one, with or without a prefix.
func hasName(list, name string) bool {
	for f := range strings.FieldsSeq(list) {
		if _, after, ok := strings.Cut(f, ":"); ok {
			f = after
		}
		if strings.EqualFold(f, name) {
			return true
		}
	}
	return false
}

// textOf is all text under n.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func elements(doc *html.Node) int {
	n := 0
	for d := range doc.Descendants() {
		if d.Type == html.ElementNode {
			n++
		}
	}
	return n
}

// sameWords reports whether two lines differ in punctuation and white space at most.
func sameWords(a, b string) bool { return bare(a) == bare(b) }

// bare is the letters and digits of s, in lower case.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
