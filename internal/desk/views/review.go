package views

import (
	"context"
	"strings"

	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/shelf"
)

// Review is how far a finding was looked at, as the part "reviewline" shows it.
type Review struct {
	State    review.State
	Who      string // pseudonyms
	Rejected bool
	Added    bool     // the machine missed it
	Fields   []string // of a dispute, or of a correction
}

// ReviewOf is that of a finding.
func ReviewOf(f *review.Finding) Review {
	r := Review{State: f.State, Who: strings.Join(f.Who(), ", "), Rejected: f.Rejected, Added: f.Read == nil}
	if r.Fields = f.Disputed; r.Fields == nil {
		r.Fields = f.Corrected()
	}
	return r
}

// Reviews are those of an article's findings about which anything was decided, by their IDs.
func Reviews(ctx context.Context, s *shelf.Shelf, r *finding.Reading) (map[string]Review, error) {
	log, err := s.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]Review{}
	for _, id := range log.Findings(r.Article) {
		if f, ok := review.Of(r, log, id); ok {
			out[id] = ReviewOf(&f)
		}
	}
	return out, nil
}
