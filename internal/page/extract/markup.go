package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraphs is the text under n, one paragraph, heading, list item or table row a
// line. Left out: what is no text (scripts, pictures and their captions, forms), what
// stands beside an article (nav, aside, footer), what is hidden, and lines that are
// nothing but a link, which lead to other articles, or that link the site's terms.
func paragraphs(n *html.Node) []string { return render(n, true) }

// allLines is paragraphs with the lines that are links.
func allLines(n *html.Node) []string { return render(n, false) }

func render(n *html.Node, dropLinks bool) []string {
	if n == nil {
		return nil
	}
	w := writer{dropLinks: dropLinks}
	w.node(n, false)
	w.end()
	return w.lines
}

// writer gathers lines. linked counts the letters of the current line that are a link's,
// legal its links to the site's terms.
type writer struct {
	lines         []string
	line          strings.Builder
	linked, legal int
	dropLinks     bool
}

func (w *writer) node(n *html.Node, inLink bool) {
	switch n.Type {
	case html.TextNode:
		w.line.WriteString(n.Data)
		if inLink {
			w.linked += letters(n.Data)
		}
		return
	case html.ElementNode:
		if skipped(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	block := isBlock(n.DataAtom)
	if block {
		w.end()
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		w.line.WriteByte(' ')
	}
	if n.DataAtom == atom.A && legal(attr(n, "href")) {
		w.legal++
	}
	for c := range n.ChildNodes() {
		w.node(c, inLink || n.DataAtom == atom.A)
	}
	if block {
		w.end()
	}
}

// end ends the line, which counts only when it has a letter or a digit.
func (w *writer) end() {
	s := Squeeze(w.line.String())
	w.line.Reset()
	all, linked, terms := letters(s), w.linked, w.legal
	w.linked, w.legal = 0, 0
	if strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return
	}
	if w.dropLinks && (linked > 0 && linked*20 >= all*19 || terms > 1) {
		return
	}
	w.lines = append(w.lines, s)
}

// skipped reports whether the element and all in it is left out.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg, atom.Math,
		atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio, atom.Canvas,
		atom.Figure, atom.Figcaption, atom.Picture, atom.Img,
		atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Input,
		atom.Nav, atom.Aside, atom.Footer, atom.Dialog:
		return true
	}
	return hidden(n) || beside(n)
}

// isBlock reports whether the element stands on lines of its own. A line break ends a
// line too: many outlets write <br><br> for a paragraph.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Br, atom.Hr, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Tr, atom.Caption,
		atom.Blockquote, atom.Pre, atom.Section, atom.Article, atom.Header, atom.Main, atom.Body,
		atom.Address, atom.Details, atom.Summary, atom.Hgroup, atom.Center:
		return true
	}
	return false
}

// textLines is the text of a value in metadata, which may carry markup of its own.
func textLines(s string) []string {
	if Blank(s) {
		return nil
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "<br>")
	doc, err := html.Parse(strings.NewReader(html.UnescapeString(s)))
	if err != nil {
		return nil
	}
	return paragraphs(doc)
}
