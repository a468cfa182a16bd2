// Package snippet shows where in an article the words of a query stand: a stretch of its
// text, with the words marked.
//
// Words are compared as the index compares them (internal/search/term), so that what was
// found is what is marked. It promises that a stretch begins and ends with whole words and
// that every mark lies inside what is shown. Names of private persons are the business of
// who calls: what is shown comes from a function of theirs, and marks are looked for in what
// that function gave.
package snippet

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// Snippet is a stretch of an article's text.
type Snippet struct {
	Text  string       // on one line
	Marks riwaya.Spans // in Text: the words that were looked for
	// More says that the article goes on before or after it.
	MoreBefore, MoreAfter bool
}

// Matcher finds the words of a query. It remembers words, and is for one goroutine.
type Matcher struct {
	terms *term.Memo
	// parts are the words and phrases of the query, each with its alternatives.
	parts [][][]string
	words []term.Term // of the text looked at last
}

// New makes a Matcher for the words that a query asks for; those that it excludes, and its
// fields, are no words to mark.
func New(terms *term.Terms, n query.Node) *Matcher {
	m := &Matcher{terms: term.NewMemo(terms)}
	m.gather(terms, n)
	return m
}

func (m *Matcher) gather(terms *term.Terms, n query.Node) {
	switch n := n.(type) {
	case query.Text:
		if phrases := terms.Phrases(n.Words, n.Loose); len(phrases) > 0 {
			m.parts = append(m.parts, phrases)
		}
	case query.And:
		for _, p := range n {
			m.gather(terms, p)
		}
	case query.Or:
		for _, p := range n {
			m.gather(terms, p)
		}
	}
}

// match is a place where a part of the query stands.
type match struct {
	riwaya.Span
	part int
}

// matches are the places where parts stand, in order, and the words of the text, which are
// gone with the next one.
func (m *Matcher) matches(text string) ([]match, []term.Term) {
	m.words = m.terms.Of(text, m.words)
	words := m.words
	var out []match
	for i := range words {
		for part, phrases := range m.parts {
			longest := 0
			for _, p := range phrases {
				if len(p) > longest && begins(words[i:], p) {
					longest = len(p)
				}
			}
			if longest > 0 {
				out = append(out, match{riwaya.Span{Start: words[i].Start, End: words[i+longest-1].End}, part})
			}
		}
	}
	return out, words
}

func begins(words []term.Term, phrase []string) bool {
	return len(words) >= len(phrase) && slices.EqualFunc(words[:len(phrase)], phrase,
		func(w term.Term, p string) bool { return w.Text == p })
}

// Marks are the places in text where the words of the query stand, in order, none touching
// another.
func (m *Matcher) Marks(text string) riwaya.Spans {
	all, _ := m.matches(text)
	var out riwaya.Spans
	for _, one := range all {
		if n := len(out); n > 0 && one.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, one.End)
			continue
		}
		out = append(out, one.Span)
	}
	return out
}

// Stretch is a stretch that was chosen and is yet to be shown.
type Stretch struct {
	riwaya.Span // in the text
	// More says that the text goes on before or after it.
	MoreBefore, MoreAfter bool
}

// Stretch chooses at most about width bytes of text inside of, where most parts of the query
// stand near each other; the beginning if none does.
func (m *Matcher) Stretch(text string, of riwaya.Span, width int) Stretch {
	of.Start, of.End = max(of.Start, 0), min(of.End, len(text))
	if of.Start >= of.End {
		return Stretch{}
	}
	all, words := m.matches(of.Of(text))
	at := stretch(m.best(all, width), words, width)
	at.Start, at.End = at.Start+of.Start, at.End+of.Start
	return Stretch{Span: at, MoreBefore: at.Start > of.Start, MoreAfter: len(words) > 0 && at.End < words[len(words)-1].End+of.Start}
}

// Show is a stretch as it is shown: show gives what may be shown of a span of the text.
func (m *Matcher) Show(at Stretch, show func(riwaya.Span) string) Snippet {
	if at.Len() == 0 {
		return Snippet{}
	}
	shown := strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, show(at.Span))
	return Snippet{Text: shown, Marks: m.Marks(shown), MoreBefore: at.MoreBefore, MoreAfter: at.MoreAfter}
}

// best is the stretch from one match to another, no wider than width, in which most parts of
// the query stand, and of those the one with most matches, and of those the first.
func (m *Matcher) best(all []match, width int) riwaya.Span {
	var best riwaya.Span
	most := -1
	for i := range all {
		parts := map[int]bool{}
		worth, end := 0, all[i].End
		for _, one := range all[i:] {
			if one.End-all[i].Start > width && one != all[i] {
				break
			}
			if !parts[one.part] {
				parts[one.part] = true
				worth += 1000
			}
			worth++
			end = max(end, one.End)
		}
		if worth > most {
			most, best = worth, riwaya.Span{Start: all[i].Start, End: end}
		}
	}
	return best
}

// stretch widens a span by whole words to about width bytes: a third of the rest before it,
// the other after it.
func stretch(at riwaya.Span, words []term.Term, width int) riwaya.Span {
	if len(words) == 0 {
		return riwaya.Span{}
	}
	first, last := 0, 0
	if at.Len() > 0 {
		first = slices.IndexFunc(words, func(w term.Term) bool { return w.Start >= at.Start })
		last = slices.IndexFunc(words, func(w term.Term) bool { return w.End >= at.End })
	}
	spare := (width - at.Len()) / 3
	from := words[first].Start
	for first > 0 && from-words[first-1].Start <= spare {
		first--
	}
	for last+1 < len(words) && words[last+1].End-words[first].Start <= width {
		last++
	}
	for first > 0 && words[last].End-words[first-1].Start <= width { // at the end of a text there is room left
		first--
	}
	return riwaya.Span{Start: words[first].Start, End: words[last].End}
}
