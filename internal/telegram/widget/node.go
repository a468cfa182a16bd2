package widget

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// each calls see for every element below a node; see says whether to go into it.
func each(n *html.Node, see func(*html.Node) bool) {
	for d := n.FirstChild; d != nil; {
		in := d.Type != html.ElementNode || see(d)
		switch {
		case in && d.FirstChild != nil:
			d = d.FirstChild
			continue
		case d.NextSibling != nil:
			d = d.NextSibling
			continue
		}
		for d = d.Parent; d != n && d.NextSibling == nil; d = d.Parent {
		}
		if d == n {
			return
		}
		d = d.NextSibling
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// classed is the first element of a class below a node, nil where there is none.
func classed(n *html.Node, class string) *html.Node { return classedOutside(n, nil, class) }

// classedOutside is the same but for what stands inside another node.
func classedOutside(n, not *html.Node, class string) (found *html.Node) {
	each(n, func(d *html.Node) bool {
		if found == nil && d != not && hasClass(d, class) {
			found = d
		}
		return found == nil && d != not
	})
	return found
}

// having is the first element with an attribute.
func having(n *html.Node, name string) (found *html.Node) {
	each(n, func(d *html.Node) bool {
		if found == nil && attr(d, name) != "" {
			found = d
		}
		return found == nil
	})
	return found
}

func within(n, around *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == around {
			return true
		}
	}
	return false
}

var spaces = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// words is the text of a node as it is seen: a line end for each br, quotations and code on
// lines of their own, white space of the markup as one. links gets where its links
// lead, but for those whose text says so itself.
func words(n *html.Node, links *[]string) string {
	var b strings.Builder
	line := func() {
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
			b.WriteByte('\n')
		}
	}
	var after bool // a block has ended: what follows begins a line
	write := func(s string) {
		if after && s != "" && s != "\n" {
			line()
		}
		if s != "" {
			after = false
		}
		b.WriteString(s)
	}
	// Depth is bounded by the parser, which moves what is nested too deeply.
	var walk func(*html.Node, bool)
	walk = func(n *html.Node, pre bool) {
		for d := n.FirstChild; d != nil; d = d.NextSibling {
			switch {
			case d.Type == html.TextNode && pre:
				write(d.Data)
			case d.Type == html.TextNode:
				write(spaces.Replace(d.Data))
			case d.Type != html.ElementNode, d.Data == "script", d.Data == "style":
			case d.Data == "br":
				write("\n")
			case d.Data == "blockquote", d.Data == "pre":
				line()
				walk(d, pre || d.Data == "pre")
				after = true
			default:
				from := b.Len()
				walk(d, pre)
				if href := attr(d, "href"); d.Data == "a" && links != nil && leads(href, b.String()[from:]) {
					*links = append(*links, href)
				}
			}
		}
	}
	walk(n, false)
	return b.String()
}

// leads reports whether a link leads elsewhere than its text says.
func leads(href, text string) bool {
	if !strings.Contains(href, ":") || strings.HasPrefix(text, "#") || strings.HasPrefix(text, "@") || strings.HasPrefix(text, "$") {
		return false
	}
	bare := func(s string) string {
		_, after, found := strings.Cut(s, "://")
		if !found {
			after = s
		}
		return strings.TrimSuffix(after, "/")
	}
	return bare(href) != bare(text)
}

// squeezed is a name on one line.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }
