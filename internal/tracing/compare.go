package tracing

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/reuse"
	"riwaya/internal/trace"
	"riwaya/internal/trace/wording"
)

// Compared are two reports, or two versions of one, side by side.
type Compared struct {
	*matter.Matter
	Changed  []riwaya.Change
	Versions bool // they are versions of one report
	aligned  *trace.Set
}

// ErrSame are two names of one article.
var ErrSame = errors.New("they are one article")

// ErrGone is that one of two articles is not there any more.
var ErrGone = errors.New("one of them was withdrawn")

// Compare says what two articles, named by their IDs, have in common and what is changed between them.
func Compare(ctx context.Context, tools *matter.Tools, make *matter.Maker, a, b string) (*Compared, error) {
	if a == b {
		return nil, fmt.Errorf("%s: %w", a, ErrSame)
	}
	m, err := make.Reports(ctx, []string{a, b}, riwaya.Layers...)
	if err != nil {
		return nil, err
	}
	records := m.Records()
	if len(records) != 2 {
		return nil, ErrGone
	}
	first, second := records[0].Article.URL, records[1].Article.URL
	if first != nil && second != nil && *first == *second {
		whole := riwaya.Passage{A: riwaya.Span{End: len(records[0].Article.Text)}, B: riwaya.Span{End: len(records[1].Article.Text)}}
		aligned := make.Tracer.Over(records, []riwaya.Copy{{A: a, B: b, Directed: true, Passages: []riwaya.Passage{whole}}})
		return &Compared{m, make.Tracer.Versions(records[0], records[1]), true, aligned}, nil
	}
	// Reports far apart in time are not looked through for copies as they come.
	if m.Copies, err = reuse.Between(tools.Means.Names, records[0], records[1]); err != nil {
		return nil, err
	}
	m.Set = make.Tracer.Over(records, m.Copies)
	return &Compared{m, m.Changes(), false, m.Set}, nil
}

// Passage is a stretch of two texts that runs word for word in parallel, but for where they differ.
type Passage struct {
	A, B    riwaya.Span // in the first text and in the second
	Differs []Difference
}

// Difference is where words of one text stand for words of another; a span is empty where nothing
// stands.
type Difference struct{ A, B riwaya.Span }

// Passages are what the two have in common, in the order of the first: of versions all that runs in
// parallel in them.
func (c *Compared) Passages() (out []Passage) {
	for i := range c.aligned.Edges {
		e := &c.aligned.Edges[i]
		first := c.Records()[0].Article.ID == c.aligned.Reports[e.PlaceA].Rec.Article.ID
		a, b := c.aligned.WordsOf(e.PlaceA), c.aligned.WordsOf(e.PlaceB)
		for _, s := range c.aligned.StretchesOf(e) {
			p := Passage{A: spanOf(a, s.A0, s.A1), B: spanOf(b, s.B0, s.B1)}
			for _, h := range s.Hunks {
				p.Differs = append(p.Differs, Difference{spanOf(a, h.A0, h.A1), spanOf(b, h.B0, h.B1)})
			}
			if !first {
				p.A, p.B = p.B, p.A
				for k := range p.Differs {
					d := &p.Differs[k]
					d.A, d.B = d.B, d.A
				}
			}
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(x, y Passage) int { return x.A.Start - y.A.Start })
	return out
}

// spanOf is where words [from, to) stand; empty where there are none.
func spanOf(words []wording.Word, from, to int) riwaya.Span {
	if from < to {
		return riwaya.Span{Start: int(words[from].Start), End: int(words[to-1].End)}
	}
	if from < len(words) {
		at := int(words[from].Start)
		return riwaya.Span{Start: at, End: at}
	}
	return riwaya.Span{}
}
