package telling

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/trace/graph"
)

// story is all that is known of a story, as programs take it; positions are code points.
type story struct {
	Story     riwaya.Story      `json:"story"`
	Titles    map[string]string `json:"titles"` // by article
	Incidents []riwaya.Incident `json:"incidents"`
	Questions []riwaya.Question `json:"questions"`
	Copies    []riwaya.Copy     `json:"copies"`
	Trace     json.RawMessage   `json:"trace"` // the chains of its reports, origins, changes
}

// StoryJSON is a story as JSON. The error is that of writing a trace.
func StoryJSON(m *matter.Matter) (any, error) {
	out := story{Story: m.Story, Titles: map[string]string{}, Incidents: list(m.Incidents), Questions: list(m.Questions()), Copies: Copies(m)}
	var chains []riwaya.Chain
	for _, r := range m.Story.Reports {
		out.Titles[r.Article] = m.Title(r.Article)
		if c, ok := m.Chain(r.Article); ok {
			chains = append(chains, c)
		}
	}
	var b bytes.Buffer
	err := graph.JSON(&b, graph.Trace{Chains: chains, Origins: m.Sources(), Changes: m.Changes()}, Articles(m))
	out.Trace = b.Bytes()
	return out, err
}

// Articles is what writing asks of the articles of a matter.
func Articles(m *matter.Matter) graph.Articles {
	return graph.Articles{
		Text: func(article string) (string, bool) {
			rec := m.Record(article)
			if rec == nil {
				return "", false
			}
			return rec.Article.Text, true
		},
		Shown: func(article, words string) string { return m.Gate(article).Words(words) },
	}
}

// Copies are the copies of a matter with positions in code points.
func Copies(m *matter.Matter) []riwaya.Copy {
	points := func(article string, s riwaya.Span) riwaya.Span {
		rec := m.Record(article)
		if rec == nil {
			return riwaya.Span{}
		}
		text := rec.Article.Text
		at := func(b int) int { return utf8.RuneCountInString(text[:min(max(b, 0), len(text))]) }
		return riwaya.Span{Start: at(s.Start), End: at(s.End)}
	}
	out := make([]riwaya.Copy, len(m.Copies))
	for i, c := range m.Copies {
		passages := make([]riwaya.Passage, len(c.Passages))
		for k, p := range c.Passages {
			passages[k] = riwaya.Passage{A: points(c.A, p.A), B: points(c.B, p.B), Words: p.Words}
		}
		c.Passages = passages
		if c.Agency != nil {
			a := *c.Agency
			a.Credit = points(a.By, a.Credit)
			c.Agency = &a
		}
		out[i] = c
	}
	return out
}

// list is never null.
func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}

// share is a number of reports as it stands in a table: with its percentage.
func share(n, of int) string {
	if of == 0 {
		return "0"
	}
	return fmt.Sprintf("%d (%d %%)", n, (100*n+of/2)/of)
}
