package extract

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linked is what a page says of itself in JSON-LD, in the words of schema.org. Pages
// write it in many shapes; a value of another shape than asked for is empty.
type linked struct {
	Type      values   `json:"@type"`
	Headline  values   `json:"headline"`
	Published values   `json:"datePublished"`
	Body      values   `json:"articleBody"`
	Language  values   `json:"inLanguage"`
	Author    values   `json:"author"`
	Publisher values   `json:"publisher"`
	Graph     branches `json:"@graph"`
	Entity    branches `json:"mainEntity"`
}

// branches are nodes, one or a list.
type branches []linked

func (b *branches) UnmarshalJSON(in []byte) error {
	var many []json.RawMessage
	if json.Unmarshal(in, &many) != nil {
		many = []json.RawMessage{in}
	}
	for _, raw := range many {
		var n linked
		if json.Unmarshal(raw, &n) == nil {
			*b = append(*b, n)
		}
	}
	return nil
}

// values are the texts, or the names of the things, under one key: "a", {"name": "a"},
// or a list of either.
type values []string

func (v *values) UnmarshalJSON(in []byte) error {
	var one string
	var many []json.RawMessage
	var named struct {
		Name values `json:"name"`
	}
	switch {
	case json.Unmarshal(in, &one) == nil:
		if one != "" {
			*v = append(*v, one)
		}
	case json.Unmarshal(in, &many) == nil:
		for _, raw := range many {
			var next values
			if next.UnmarshalJSON(raw) == nil {
				*v = append(*v, next...)
			}
		}
	case json.Unmarshal(in, &named) == nil:
		*v = append(*v, named.Name...)
	}
	return nil
}

func (v values) first() string {
	if len(v) == 0 {
		return ""
	}
	return v[0]
}

// linkedArticle is the first article that the page's JSON-LD describes.
func linkedArticle(doc *html.Node) linked {
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Script || n.FirstChild == nil ||
			!strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
			continue
		}
		var nodes branches
		if json.Unmarshal([]byte(mended(n.FirstChild.Data)), &nodes) != nil {
			continue
		}
		if a, ok := nodes.article(); ok {
			return a
		}
	}
	return linked{}
}

func (b branches) article() (linked, bool) {
	for _, n := range b {
		if n.isArticle() {
			return n, true
		}
		if a, ok := n.Graph.article(); ok {
			return a, true
		}
		if a, ok := n.Entity.article(); ok {
			return a, true
		}
	}
	return linked{}, false
}

// isArticle goes by schema.org's types: Article, NewsArticle, ReportageNewsArticle…
func (n linked) isArticle() bool {
	for _, t := range n.Type {
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report" {
			return true
		}
	}
	return false
}

// mended is JSON whose strings may have line ends, as the common mistake is.
func mended(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, strings.Trim(strings.TrimSpace(s), ";"))
}
