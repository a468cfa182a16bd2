// Package reviewed says of the findings of a case who reviewed them: package review's decisions as
// entries have them.
package reviewed

import (
	"context"

	"riwaya"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/ledger"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
)

// Store is where decisions and readings are.
type Store interface {
	Reviews(context.Context) ([]ledger.Review, error)
	Readings(ctx context.Context, ids []string, layers ...string) ([]ledger.Reading, error)
}

// states are the states of a finding as entries have them.
var states = map[review.State]string{review.Machine: entry.ByMachine, review.Agreed: entry.Reviewed, review.Disputed: entry.Disputed, review.Moved: entry.Changed}

// In says who reviewed a finding, as of now. The function returned is for one goroutine; it reads
// an article once.
func In(ctx context.Context, store Store, version string) (func(ctx context.Context, article, finding string) (entry.Review, error), error) {
	all, err := store.Reviews(ctx)
	if err != nil {
		return nil, err
	}
	log := review.NewLog(all)
	readings := map[string]*finding.Reading{}
	return func(ctx context.Context, article, id string) (entry.Review, error) {
		if _, opinions := log.Opinions(review.Ref{Article: article, Finding: id}); len(opinions) == 0 {
			return entry.Review{}, nil
		}
		reading := readings[article]
		if reading == nil {
			found, err := store.Readings(ctx, []string{article}, riwaya.Layers...)
			if err != nil || len(found) == 0 {
				return entry.Review{}, err
			}
			reading = finding.Read(article, version, &found[0].Read)
			readings[article] = reading
		}
		f, ok := review.Of(reading, log, id)
		if !ok {
			return entry.Review{}, nil
		}
		r := entry.Review{State: states[f.State], By: f.Who(), Rejected: f.Rejected, Corrected: f.Corrected()}
		if f.State == review.Moved { // whoever reviewed what was read before
			for i := range f.Opinions {
				r.By = append(r.By, f.Opinions[i].Who)
			}
		}
		return r, nil
	}, nil
}
