// Package graph writes chains for other programs: as JSON, and as a graph for Graphviz.
//
// It promises that private persons are named by what they are, and that positions are code points
// of the articles' texts, as everywhere outside the program.
package graph

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"riwaya"
)

// Trace is what is known of where something comes from.
type Trace struct {
	Statement *riwaya.Statement `json:"statement"` // null where it is no statement that was followed
	Chains    []riwaya.Chain    `json:"chains"`
	Origins   riwaya.Origins    `json:"origins"`
	Changes   []riwaya.Change   `json:"changes"`
}

// Articles is what writing asks of the articles that a trace names.
type Articles struct {
	// Text is the text of an article; positions in one that it does not know are left out.
	Text func(article string) (string, bool)
	// Shown are words of an article as they may be shown: without the names of private persons.
	Shown func(article, words string) string
}

// JSON writes a trace as one object on one line.
func JSON(w io.Writer, t Trace, a Articles) error {
	out := t
	if t.Statement != nil {
		st := *t.Statement
		if st.Source.Private {
			st.Source.Text, st.Source.Name, st.Source.NameAr = label(st.Source.Kind), nil, nil
		} else if len(st.Claims) > 0 {
			shown := func(words string) string { return a.Shown(st.Claims[0].Article, words) }
			st.Source.Text = shown(st.Source.Text)
			if st.Source.NameAr != nil {
				name := shown(*st.Source.NameAr)
				st.Source.NameAr = &name
			}
		}
		st.Source.Spans = riwaya.Spans{}
		st.Variants = each(st.Variants, func(v riwaya.Variant) riwaya.Variant {
			if len(v.Claims) > 0 {
				v.Text = a.Shown(v.Claims[0].Article, v.Text)
			}
			return v
		})
		out.Statement = &st
	}
	out.Chains = each(t.Chains, func(c riwaya.Chain) riwaya.Chain {
		c.Hops = each(c.Hops, func(h riwaya.ChainHop) riwaya.ChainHop {
			h.From, h.To = stop(h.From), stop(h.To)
			h.Evidence = each(h.Evidence, a.evidence)
			h.Also = each(h.Also, same)
			return h
		})
		c.End = origin(c.End)
		return c
	})
	out.Origins = Origins(t.Origins)
	out.Changes = each(t.Changes, func(c riwaya.Change) riwaya.Change {
		c.FromText, c.ToText = a.Shown(c.From.Article, c.FromText), a.Shown(c.To.Article, c.ToText)
		c.From, c.To = a.evidence(c.From), a.evidence(c.To)
		c.Was, c.Is = a.Shown(c.From.Article, c.Was), a.Shown(c.To.Article, c.Is)
		c.Args = each(c.Args, func(words string) string { return a.Shown(c.From.Article, a.Shown(c.To.Article, words)) })
		c.Reason = a.Shown(c.From.Article, a.Shown(c.To.Article, c.Reason))
		return c
	})
	b, err := json.Marshal(out)
	if err != nil {
		return fmt.Errorf("graph: %w", err)
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// Origins are origins as they may be shown.
func Origins(o riwaya.Origins) riwaya.Origins {
	o.List = each(o.List, origin)
	o.Merges = each(o.Merges, func(m riwaya.Merge) riwaya.Merge {
		m.Args = each(m.Args, same)
		return m
	})
	o.Scope.Cited = each(o.Scope.Cited, same)
	return o
}

// each is a list with every member made anew, never null.
func each[T any](in []T, made func(T) T) []T {
	out := make([]T, len(in))
	for i, x := range in {
		out[i] = made(x)
	}
	return out
}

func same(s string) string { return s }

// label is what a private source is called.
func label(kind string) string {
	if kind == "" {
		kind = "person"
	}
	return "[" + kind + "]"
}

func stop(n riwaya.Node) riwaya.Node {
	if n.Private {
		n.Name, n.Actor = label(""), nil
	}
	return n
}

func origin(o riwaya.Origin) riwaya.Origin {
	if o.Private {
		o.Name, o.Actor, o.Key = label(o.Source), nil, ""
	}
	o.Articles = each(o.Articles, same)
	o.Claims = each(o.Claims, func(c riwaya.ClaimRef) riwaya.ClaimRef { return c })
	return o
}

// evidence is the same with positions in code points.
func (a *Articles) evidence(e riwaya.Evidence) riwaya.Evidence {
	out := riwaya.Evidence{Article: e.Article, Spans: riwaya.Spans{}}
	text, ok := a.Text(e.Article)
	if !ok {
		return out
	}
	points := func(at int) int { return utf8.RuneCountInString(text[:min(max(at, 0), len(text))]) }
	for _, s := range e.Spans {
		out.Spans = append(out.Spans, riwaya.Span{Start: points(s.Start), End: points(s.End)})
	}
	return out
}
