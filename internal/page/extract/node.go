package extract

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

// textOf is the text under n, which is a name or a headline: what lies behind the
// first few thousand bytes is left out.
func textOf(n *html.Node) string {
	const enough = 4 << 10
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			if b.Len() > enough {
				break
			}
		}
	}
	return b.String()
}

// extent counts the elements under n, and the steps from each of them up to n.
func extent(n *html.Node, depth int) (elements, steps int) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			e, s := extent(c, depth+1)
			elements, steps = elements+1+e, steps+depth+s
		}
	}
	return elements, steps
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
