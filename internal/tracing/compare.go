package tracing

import (
	"context"
	"errors"
	"fmt"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/reuse"
)

// Compared are two reports, or two versions of one, side by side.
type Compared struct {
	*matter.Matter
	Changed  []riwaya.Change
	Versions bool // they are versions of one report
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
		return &Compared{m, make.Tracer.Versions(records[0], records[1]), true}, nil
	}
	// Reports far apart in time are not looked through for copies as they come.
	if m.Copies, err = reuse.Between(tools.Means.Names, records[0], records[1]); err != nil {
		return nil, err
	}
	m.Set = make.Tracer.Over(records, m.Copies)
	return &Compared{m, m.Changes(), false}, nil
}
