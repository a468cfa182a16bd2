package extract

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"riwaya/internal/page/wall"
)

const (
	maxElements  = 60_000 // of one page; news pages have 1,000 to 10,000
	maxWeighed   = 20_000 // of a page whose blocks are weighed, whose cost is quadratic
	maxSteps     = 600_000
	fewLetters   = 80 // an article's least text where nothing marks it as one
	markedFew    = 20 // and where the page marks it: news flashes are short
	linkedShare  = 2  // more than half of it links: a list of articles, not one
	ldTimesAhead = 2  // JSON-LD's text wins when so many times as long
)

// What can be wrong with a page; the error met wraps one of these and says more.
var (
	ErrTooLarge  = errors.New("too large")
	ErrNoArticle = errors.New("no article on this page")
	ErrWall      = errors.New("not the article but a wall in front of it")
)

// Article is what a page holds of its article, each "" or nil where it says none.
type Article struct {
	Title, Outlet, Lang string
	URL                 string // the page's own word, else where it was got
	Authors             []string
	Published           []string // every time it states, as it writes them, the surest first
	Lines               []string // the text by paragraphs, without the title
}

// HTML finds the article in a web page that was got at address, "" when unknown.
func HTML(text, address string) (Article, error) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return Article{}, fmt.Errorf("%w: its markup cannot be read: %s", ErrNoArticle, strings.TrimPrefix(err.Error(), "html: "))
	}
	if n, _ := extent(doc, 1); n > maxElements {
		return Article{}, fmt.Errorf("%w: %d elements in one page", ErrTooLarge, n)
	}
	a, stated := metadata(doc, address)
	body, err := findBody(doc, stated)
	if err != nil {
		return Article{}, err
	}
	a.Lines = withoutTitle(body, a.Title)
	return a, nil
}

// findBody is the article's paragraphs: from the element that the page marks as the
// article's body, else by weighing the page's blocks, else what JSON-LD states it to be.
func findBody(doc *html.Node, stated string) ([]string, error) {
	best := paragraphs(marked(doc))
	enough := markedFew
	if size(best) < fewLetters {
		weighed, err := weigh(doc)
		if err != nil {
			return nil, err
		}
		if size(weighed) >= fewLetters {
			best, enough = weighed, fewLetters
		}
	}
	if ld := textLines(stated); size(ld) >= markedFew && size(ld) > ldTimesAhead*size(best) {
		best, enough = ld, markedFew
	}
	n := size(best)
	if what := wall.In(doc, n, n < enough); what != "" {
		return nil, fmt.Errorf("%w: %s; open it in your browser, save what it shows there and add the file", ErrWall, what)
	}
	if n < enough {
		return nil, fmt.Errorf("%w: no text that reads as one; open it in a browser and save what it shows", ErrNoArticle)
	}
	return best, nil
}

// marked is the element that schema.org's articleBody names, in microdata or RDFa;
// the largest where there are several; nil where there is none.
func marked(doc *html.Node) *html.Node {
	var best *html.Node
	most := 0
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if hasName(attr(n, "itemprop"), "articleBody") || hasName(attr(n, "property"), "articleBody") {
			if s := size(paragraphs(n)); s > most {
				best, most = n, s
			}
			return
		}
		for c := range n.ChildNodes() {
			visit(c)
		}
	}
	visit(doc)
	return best
}

// weigh finds the block with the page's text as browsers' reading views do.
func weigh(doc *html.Node) ([]string, error) {
	if n, steps := extent(doc, 1); n > maxWeighed || steps > maxSteps {
		return nil, fmt.Errorf("%w: %d elements, none marked as the article", ErrTooLarge, n)
	}
	found := readable(doc)
	if found == nil {
		return nil, nil
	}
	text := paragraphs(found)
	if size(text)*linkedShare < size(allLines(found)) {
		return nil, nil
	}
	return text, nil
}

// readable runs go-readability, which is fed anything the web has: where it gives up,
// be it by a panic, the page has no article.
func readable(doc *html.Node) (found *html.Node) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true
	a, err := p.ParseDocument(doc, &url.URL{Scheme: "http", Host: "page.invalid"})
	if err != nil {
		return nil
	}
	return a.Node
}

// size counts the letters of all lines.
func size(lines []string) int {
	n := 0
	for _, l := range lines {
		n += letters(l)
	}
	return n
}

// withoutTitle leaves out the first line that is the title again.
func withoutTitle(lines []string, title string) []string {
	const near = 6 // below it a headline is text
	for i, l := range lines[:min(len(lines), near)] {
		if title != "" && sameWords(l, title) {
			return append(append([]string{}, lines[:i]...), lines[i+1:]...)
		}
	}
	return lines
}
