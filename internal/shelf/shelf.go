// Package shelf is one ledger that many look into at once: its store, the index of the search, and
// what was found across its reports. Both are kept up with what is added, and what takes long to
// make is made once and kept for a while.
//
// It promises that what it shows was in the ledger at its last [Shelf.Update], whose [Shelf.Edition]
// names that moment; that what was withdrawn since is not in what it makes anew; and that anything
// it hands out may be read by several at once.
package shelf

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/derived"
	"riwaya/internal/evidence"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/question/ask"
	"riwaya/internal/review"
	"riwaya/internal/review/queue"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/hit"
	"riwaya/internal/search/index"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
	"riwaya/internal/why"
)

// Store is what of a store is looked into.
type Store interface {
	across.Store
	hit.Store
	index.Store
	ArticleOf(ctx context.Context, claim string) (string, error)
	Crediting(context.Context) (map[string]bool, error)
	Find(ctx context.Context, id string) (ledger.Found, error)
	Latest(context.Context) (review, withdrawal int64, err error)
	ReadBy(ctx context.Context, article string) (string, error)
	Capture(ctx context.Context, id string) (ledger.Capture, error)
	Holding(ctx context.Context, capture string, most int) (ledger.Holding, error)
	FirstSighting(ctx context.Context, capture string) (ledger.Sighting, error)
	VersionsOf(ctx context.Context, url string) ([]string, error)
	Walk(ctx context.Context, keep func(article string) bool, each func(*ledger.Kept) error, layers ...string) error
	Files(ctx context.Context, capture string, each func(ledger.File) error) error
	Failures(ctx context.Context, each func(ledger.Failure) error) error
	Missed(ctx context.Context, each func(ledger.Missed) error) error
	Gone(ctx context.Context, each func(ledger.Address) error) error
	Status(ctx context.Context, version string) (ledger.Status, error)
	Addresses(ctx context.Context, span time.Duration, each func(ledger.Address) error) error
	Under(ctx context.Context, start string, each func(address string, absent bool) error) error
	Coverages(ctx context.Context, chat string) ([]ledger.Coverage, error)
}

// Parts are what a shelf is made of. Whoever opens them closes them.
type Parts struct {
	Store Store
	Found *across.Across
	Index *index.Index
	Tools *matter.Tools
	Terms *term.Terms
	// Review has what should be reviewed first; nil where nobody reviews.
	Review *queue.Queue
	// Version is that of program and lexicon, by which articles are read now.
	Version string
	Why     *why.Explainer // nil: findings are not explained
	// Evidence is the archive that the store is made from.
	Evidence *evidence.Reader
}

// Shelf is an open ledger, looked into.
type Shelf struct {
	Parts
	updating sync.Mutex
	edition  atomic.Int64
	matters  *cache[*shared]
	items    *cache[Item]
	status   *cache[ledger.Status]
	outlets  *cache[[]Outlet]
	shares   latest
	asker    func() (*ask.Asker, error)
	made     *cache[any]

	incidents *cache[incidents]
	stories   *cache[stories]
	decisions *cache[*review.Log]
	decided   atomic.Pointer[review.Log] // the last of them
}

// How many of what was made are kept. A matter has the records of its reports, some 100 KB each; an
// item is what a list shows, some 4 KB.
const (
	mattersKept = 48
	itemsKept   = 4096
	// of what there is one of each edition
	editionsKept = 2
	// of lists, those that were asked for last: some 100 KB each
	listsKept = 64
)

// New is a shelf of the parts.
func New(p Parts) *Shelf {
	return &Shelf{Parts: p, matters: newCache[*shared](mattersKept), items: newCache[Item](itemsKept),
		status: newCache[ledger.Status](editionsKept), outlets: newCache[[]Outlet](editionsKept), made: newCache[any](madeKept),
		asker:     sync.OnceValues(func() (*ask.Asker, error) { return ask.New(p.Tools.Lexicon, p.Tools.Asked) }),
		incidents: newCache[incidents](listsKept), stories: newCache[stories](listsKept),
		decisions: newCache[*review.Log](editionsKept)}
}

// Edition names what is shown: how many leaves of the log it is made from, and of which reviews.
func (s *Shelf) Edition() int64 { return s.edition.Load() }

// Moment is what a page that is made of the ledger is of: what was made at one moment is as it would be
// made now as long as the moment is the same.
type Moment struct {
	Edition            int64
	Review, Withdrawal int64  // the last leaves of them, which hold at once
	Shares             string // the edition in which it was counted what outlets have from others
}

// Moment is the one that is now. Its edition is 0 before there is one.
func (s *Shelf) Moment(ctx context.Context) (m Moment, err error) {
	m.Edition, m.Shares = s.Edition(), s.shares.of()
	m.Review, m.Withdrawal, err = s.Store.Latest(ctx)
	return m, err
}

// Update brings all to where the store is. Where another process is at it, or nothing can be
// written, what there is stays, and nothing is wrong.
func (s *Shelf) Update(ctx context.Context, progress derived.Progress) error {
	s.updating.Lock()
	defer s.updating.Unlock()
	now, err := s.Store.Cursor(ctx)
	if err != nil {
		return err
	}
	if now == s.edition.Load() && now != 0 {
		return nil
	}
	for _, err := range []error{s.Index.Update(ctx, s.Store, nil), s.Found.Update(ctx, s.Store, progress)} {
		if err != nil && !left(err) {
			return err
		}
		if busy(err) && s.edition.Load() != 0 {
			return nil // what there is stays what it was called, and the next update tries again
		}
	}
	s.edition.Store(now)
	return nil
}

// busy reports whether another process was just at what is to be kept up.
func busy(err error) bool { return errors.Is(err, across.ErrBusy) || errors.Is(err, index.ErrBusy) }

// left reports whether an error of keeping up leaves what there is as it was.
func left(err error) bool {
	for _, e := range []error{across.ErrBusy, across.ErrReadOnly, across.ErrFull, queue.ErrBusy, queue.ErrReadOnly, queue.ErrFull, index.ErrBusy, index.ErrReadOnly, index.ErrFull} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// Reading is an article with all that was read of it; [ledger.ErrUnknown] where there is none.
func (s *Shelf) Reading(ctx context.Context, article string) (*ledger.Reading, error) {
	all, err := s.Store.Readings(ctx, []string{article}, riwaya.Layers...)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: %w", article, ledger.ErrUnknown)
	}
	all[0].Read.Article.ID = all[0].Article
	return &all[0], nil
}

// Search finds articles by a query of the query language.
func (s *Shelf) Search(ctx context.Context, n query.Node, o fts.Options) (*hit.Page, error) {
	page, count, err := s.Index.Search(ctx, n, o)
	if err != nil {
		return nil, err
	}
	hits, err := hit.Of(ctx, s.Store, s.Terms, n, page.Results)
	return &hit.Page{Query: query.String(n), Count: count, Hits: hits, Next: page.Next}, err
}
