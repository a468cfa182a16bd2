// Package wall tells the pages that services put in front of a site from the site's own: checks
// for robots, refusals, questions for consent.
//
// Such a page is known by what its service alone puts into it or into the answer's fields, never by
// what its text is about: articles tell of captchas too, many sites have a captcha in the form for
// comments, and services leave their scripts in the pages that they let through. So each mark says
// in which company it counts, and none counts where there is an article's worth of text. Precision
// comes first: a wall that is missed is a page without an article, which is an error as well.
//
// The marks are what these services document or were seen to send; a new one is a line more in
// marks.go.
package wall

import (
	"bytes"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What walls are.
const (
	Robots  = "a check for robots"
	Denied  = "the server denies access"
	Consent = "a question for consent"
)

const (
	most    = 1_500     // letters: a wall's page has no more text
	phrased = 600       // and less where it is known by a phrase of its text
	maxBody = 512 << 10 // bytes: a wall's page is no longer
)

// In says which wall a document is, "" for none. letters is how many of them are in what was
// found to be its article; bare is that this is none, so that nothing can be lost.
func In(doc *html.Node, letters int, bare bool) string {
	if letters >= most {
		return ""
	}
	p := look(doc, bare)
	return p.wall(bare)
}

// Answer says which wall an answer of a server is, "" for none. at is the address that answered,
// field the answer's fields by name, body is unpacked.
func Answer(at string, status int, field func(name string) string, body []byte) string {
	if what := fields(field); what != "" {
		return what
	}
	if u, err := url.Parse(at); err == nil && status < 300 {
		if first, _, _ := strings.Cut(strings.ToLower(u.Hostname()), "."); first == "consent" || first == "guce" {
			return Consent
		}
	}
	if !refusal(status) && (status < 200 || status > 299) || len(body) > maxBody || !markup(body) {
		return ""
	}
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		return ""
	}
	bare := refusal(status)
	p := look(doc, bare)
	if p.letters >= most {
		return ""
	}
	return p.wall(bare)
}

// refusal reports whether a status is one that such services answer with; of 404 and 500 the
// site itself is the author.
func refusal(status int) bool {
	switch status {
	case 403, 405, 406, 415, 429, 503:
		return true
	}
	return false
}

// markup reports whether a body is a web page by its start. Feeds are not.
func markup(body []byte) bool {
	start := bytes.ToLower(bytes.TrimLeft(body[:min(len(body), 2048)], "\ufeff \t\r\n"))
	return bytes.HasPrefix(start, []byte("<")) && !bytes.HasPrefix(start, []byte("<?xml")) &&
		!bytes.HasPrefix(start, []byte("<rss")) && !bytes.HasPrefix(start, []byte("<feed"))
}

// page is what of a document can tell that it is a wall, all in lower case.
type page struct {
	titles  []string // its title and headings
	inside  []string // what its elements load or are called, and its scripts
	letters int      // how many it shows; no more are counted than a wall has
	text    string   // what it shows, where that is little
}

// look gathers what can tell. Of a page that is not bare it is little, since only few marks count.
func look(doc *html.Node, bare bool) page {
	const (
		enough    = 8       // titles and headings
		ofScript  = 4 << 10 // bytes: what tells stands at the start
		ofAddress = 512
	)
	var p page
	var text strings.Builder
	note := func(key, value string, most int) {
		p.inside = append(p.inside, key+"="+strings.ToLower(value[:min(len(value), most)]))
	}
	var visit func(*html.Node, bool)
	visit = func(n *html.Node, shown bool) {
		if n.Type == html.TextNode {
			if shown && p.letters < most {
				text.WriteString(n.Data)
				text.WriteByte(' ')
				p.letters += letters(n.Data)
			}
			return
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id", a.Key == "src", a.Key == "href" && n.DataAtom == atom.Link, a.Key == "content" && n.DataAtom == atom.Meta,
				bare && (a.Key == "href" || a.Key == "action" || a.Key == "class"):
				note(a.Key, a.Val, ofAddress)
			}
		}
		switch n.DataAtom {
		case atom.Title, atom.H1:
			if n.Namespace == "" && len(p.titles) < enough {
				p.titles = append(p.titles, strings.ToLower(textOf(n)))
			}
		case atom.Script:
			if n.FirstChild != nil {
				note("script", n.FirstChild.Data, ofScript)
			}
			return
		case atom.Head, atom.Style, atom.Noscript, atom.Template, atom.Svg:
			shown = false
		}
		for c := range n.ChildNodes() {
			visit(c, shown)
		}
	}
	visit(doc, true)
	if p.letters < phrased {
		p.text = strings.ToLower(strings.Join(strings.Fields(text.String()), " "))
	}
	return p
}

// wall says which wall the page is. bare is that it has no text of its own, or was refused.
func (p page) wall(bare bool) string {
	for _, s := range p.titles {
		whole, _, _ := strings.Cut(s, " | ")
		whole = words(whole)
		for _, t := range titles {
			if whole != "" && whole[0] == t.start[0] && whole == words(t.start) || bare && strings.HasPrefix(s, t.start) {
				return t.what
			}
		}
	}
	for _, s := range p.inside {
		for _, m := range marks {
			if (m.alone || bare) && strings.Contains(s, m.mark) {
				return m.what
			}
		}
	}
	for _, m := range phrases {
		if strings.Contains(p.text, m.phrase) {
			return m.what
		}
	}
	return ""
}

// words is the letters and digits of s.
func words(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
