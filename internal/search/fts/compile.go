package fts

import (
	"fmt"
	"slices"
	"strings"

	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// condition is a condition of SQL on the row a of search_article, with its arguments.
type condition struct {
	sql  string
	args []any
}

// compiled is a query as SQL: match is what the full text must match, if the query asks for
// words beside all else; where is the rest. Either may be empty.
type compiled struct {
	match string
	where condition
}

// compiler turns a query's tree into SQL.
type compiler struct{ terms *term.Terms }

func (c *compiler) query(n query.Node) (compiled, error) {
	parts, ok := n.(query.And)
	if !ok && n != nil {
		parts = query.And{n}
	}
	var words, rest []query.Node
	for _, p := range parts {
		if textual(p) {
			words = append(words, p)
		} else {
			rest = append(rest, p)
		}
	}
	var out compiled
	var err error
	if len(words) > 0 {
		// What is excluded by its words goes into the same match: -word beside a word.
		var others []query.Node
		for _, p := range rest {
			if not, ok := p.(query.Not); ok && textual(not.Node) {
				words = append(words, p)
			} else {
				others = append(others, p)
			}
		}
		rest = others
		if out.match, err = c.match(query.And(words)); err != nil {
			return out, err
		}
	}
	if len(rest) > 0 {
		out.where, err = c.join(rest, " AND ")
	}
	return out, err
}

// textual reports whether a part asks for words only and can be asked of the full text
// alone. The bare name of a predicate can not: it asks for figures too.
func textual(n query.Node) bool {
	switch n := n.(type) {
	case query.Text:
		return !figurative(n)
	case query.And:
		return slices.ContainsFunc(n, textual) && !slices.ContainsFunc(n, func(p query.Node) bool {
			not, ok := p.(query.Not)
			return !textual(p) && !(ok && textual(not.Node))
		})
	case query.Or:
		return !slices.ContainsFunc(n, func(p query.Node) bool { return !textual(p) })
	}
	return false
}

// figurative reports whether a word is the bare name of a predicate, like killed.
func figurative(t query.Text) bool {
	return !t.Phrase && slices.Contains(query.Predicates, t.Words)
}

// match is a textual part in the language of FTS5. Terms are letters and digits, so that
// quotation marks are all that they need.
func (c *compiler) match(n query.Node) (string, error) {
	switch n := n.(type) {
	case query.Text:
		phrases := c.terms.Phrases(n.Words, n.Loose)
		if len(phrases) == 0 {
			return "", fmt.Errorf("query: nothing to look for in %q", n.Words)
		}
		quoted := make([]string, len(phrases))
		for i, p := range phrases {
			quoted[i] = `"` + strings.Join(p, " ") + `"`
		}
		return "(" + strings.Join(quoted, " OR ") + ")", nil
	case query.Or:
		return c.matches(n, " OR ")
	case query.And:
		var yes, no []query.Node
		for _, p := range n {
			if not, ok := p.(query.Not); ok {
				no = append(no, not.Node)
			} else {
				yes = append(yes, p)
			}
		}
		out, err := c.matches(yes, " AND ")
		if err != nil || len(no) == 0 {
			return out, err
		}
		without, err := c.matches(no, " OR ")
		return "(" + out + " NOT " + without + ")", err
	}
	return "", fmt.Errorf("query: %T is not full text", n)
}

func (c *compiler) matches(nodes []query.Node, between string) (string, error) {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		var err error
		if parts[i], err = c.match(n); err != nil {
			return "", err
		}
	}
	return "(" + strings.Join(parts, between) + ")", nil
}

// where is any part as a condition on its own.
func (c *compiler) where(n query.Node) (condition, error) {
	if textual(n) {
		match, err := c.match(n)
		return condition{"a.id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)", []any{match}}, err
	}
	switch n := n.(type) {
	case query.Text: // the bare name of a predicate: the word, or a figure of it
		n.Phrase = true
		return c.join([]query.Node{n, query.Figure{Predicate: n.Words}}, " OR ")
	case query.And:
		return c.join(n, " AND ")
	case query.Or:
		return c.join(n, " OR ")
	case query.Not:
		in, err := c.where(n.Node)
		in.sql = "NOT (" + in.sql + ")"
		return in, err
	case query.Field:
		return c.field(n)
	case query.Figure:
		return figure(n), nil
	case query.Near:
		return nearby(n), nil
	case query.Date:
		return date(n)
	}
	return condition{}, fmt.Errorf("query: %T cannot be searched for", n)
}

// join puts conditions together. Textual ones are asked of the full text at once.
func (c *compiler) join(nodes []query.Node, between string) (condition, error) {
	var words, rest []query.Node
	for _, n := range nodes {
		if textual(n) {
			words = append(words, n)
		} else {
			rest = append(rest, n)
		}
	}
	switch {
	case len(words) > 1 && between == " OR ":
		rest = append(rest, query.Or(words))
	case len(words) > 1:
		rest = append(rest, query.And(words))
	default:
		rest = nodes
	}
	var out condition
	parts := make([]string, len(rest))
	for i, n := range rest {
		one, err := c.where(n)
		if err != nil {
			return out, err
		}
		parts[i] = one.sql
		out.args = append(out.args, one.args...)
	}
	out.sql = "(" + strings.Join(parts, between) + ")"
	return out, nil
}
