package shelf

import (
	"context"
	"strconv"

	"riwaya"
	"riwaya/internal/derived"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/review/queue"
)

// Decisions are what reviewers decided about findings, as of now: a decision that is on disk is among
// them, whatever the edition.
func (s *Shelf) Decisions(ctx context.Context) (*review.Log, error) {
	now, err := s.Store.Cursor(ctx)
	if err != nil {
		return nil, err
	}
	return s.decisions.get(ctx, strconv.FormatInt(now, 10), func() (*review.Log, error) {
		all, err := s.Store.Reviews(ctx)
		if err != nil {
			return nil, err
		}
		log := s.decided.Load().Next(all)
		s.decided.Store(log)
		return log, nil
	})
}

// Reviewed is an article with all that was read of it and what reviewers decided beside it;
// [ledger.ErrUnknown] where there is none.
func (s *Shelf) Reviewed(ctx context.Context, article string) (*review.Reviewed, error) {
	log, err := s.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	r, err := s.Reading(ctx, article)
	if err != nil {
		return nil, err
	}
	version, err := s.Store.ReadBy(ctx, article)
	return review.Apply(finding.Read(article, version, &r.Read), log), err
}

// Readings are articles, as many of those named as there are, as reviewers look at them.
func (s *Shelf) Readings(ctx context.Context, articles []string) (map[string]*finding.Reading, error) {
	all, err := s.Store.Readings(ctx, articles, riwaya.Layers...)
	if err != nil {
		return nil, err
	}
	out := make(map[string]*finding.Reading, len(all))
	for i := range all {
		all[i].Read.Article.ID = all[i].Article
		out[all[i].Article] = finding.Read(all[i].Article, "", &all[i].Read)
	}
	return out, nil
}

// UpdateReview brings the queue of the review to where the store is, after what is found across
// reports. The first time takes minutes of a large ledger; all else can be used meanwhile.
func (s *Shelf) UpdateReview(ctx context.Context, progress derived.Progress) error {
	if s.Review == nil {
		return nil
	}
	if err := s.Review.Update(ctx, s.Store, progress); err != nil && !left(err) {
		return err
	}
	return nil
}

// Unready reports whether the queue is still being made for the first time.
func (s *Shelf) Unready(ctx context.Context) (bool, error) {
	if s.Review == nil {
		return true, nil
	}
	usable, err := s.Review.Usable(ctx)
	return !usable, err
}

// Queue is a part of what should be reviewed first.
func (s *Shelf) Queue(ctx context.Context, a queue.Asked) (queue.Page, error) {
	log, err := s.Decisions(ctx)
	if err != nil {
		return queue.Page{}, err
	}
	return s.Review.Page(ctx, log, a)
}
