// Package ruling makes of what a person decides about stories the review that enters it into the
// ledger: what was one is split, what was several is merged, a decision is taken back.
//
// It promises that a decision names reports and not stories, which are made anew, and that one
// that can mean nothing is an error before anything is written. It writes nothing itself.
package ruling

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riwaya/internal/across"
	"riwaya/internal/ledger"
)

// What can be wrong with a decision.
var (
	ErrArticles = errors.New("to be split off, name articles (art-…)")
	ErrOther    = errors.New("it is of another story")
	ErrFew      = errors.New("two stories at least are merged")
	ErrNone     = errors.New("there is no decision")
	ErrUndone   = errors.New("this decision is taken back already")
)

// Split is that articles, all of one story, are a story of their own.
func Split(ctx context.Context, found *across.Across, articles ...string) (*ledger.Review, error) {
	r := &ledger.Review{Verdict: ledger.VerdictSplit}
	for _, id := range articles {
		story, err := found.Story(ctx, id)
		switch {
		case err != nil:
			return nil, err
		case !strings.HasPrefix(id, "art-"):
			return nil, fmt.Errorf("%s: %w", id, ErrArticles)
		case r.About == "":
			r.About = story.ID
		case story.ID != r.About:
			return nil, fmt.Errorf("%s: %w, %s", id, ErrOther, story.ID)
		}
	}
	if len(articles) == 0 {
		return nil, ErrArticles
	}
	return with(r, articles)
}

// Merge is that stories, named by their IDs or by an article of theirs, are one.
func Merge(ctx context.Context, found *across.Across, stories ...string) (*ledger.Review, error) {
	r := &ledger.Review{Verdict: ledger.VerdictMerge}
	var articles, met []string
	for _, id := range stories {
		story, err := found.Story(ctx, id)
		if err != nil {
			return nil, err
		}
		if r.About == "" {
			r.About = story.ID
		}
		met = append(met, story.ID)
		articles = append(articles, story.Reports[0].Article)
	}
	slices.Sort(met)
	if len(slices.Compact(met)) < 2 {
		return nil, ErrFew
	}
	return with(r, articles)
}

func with(r *ledger.Review, articles []string) (*ledger.Review, error) {
	var err error
	r.Value, err = json.Marshal(articles)
	return r, err
}

// Undo takes back a decision, named by its leaf.
func Undo(before []ledger.Review, leaf int64) (*ledger.Review, error) {
	if !slices.ContainsFunc(before, func(b ledger.Review) bool { return b.Leaf == leaf }) {
		return nil, fmt.Errorf("%w %d", ErrNone, leaf)
	}
	if Undone(before)[leaf] {
		return nil, fmt.Errorf("%w: %d", ErrUndone, leaf)
	}
	return &ledger.Review{Verdict: ledger.VerdictUndo, Undoes: &leaf, About: strconv.FormatInt(leaf, 10)}, nil
}

// Undone are the leaves of the decisions that are taken back, by ones that hold themselves.
func Undone(all []ledger.Review) map[int64]bool {
	undone := map[int64]bool{}
	for _, r := range slices.Backward(all) {
		if r.Undoes != nil && !undone[r.Leaf] {
			undone[*r.Undoes] = true
		}
	}
	return undone
}
