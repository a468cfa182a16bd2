package shelf

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/matter"
	"riwaya/internal/telling"
)

// Item is a story as a list shows it.
type Item = telling.Item

// shared is a matter that one at a time looks into: it makes what it is asked for as it goes.
type shared struct {
	one sync.Mutex
	*matter.Matter
}

// Story looks into the matter of a story, named by its ID, one that it had, or an article.
// What use is given it must not keep.
func (s *Shelf) Story(ctx context.Context, id string, use func(*matter.Matter) error) error {
	story, err := s.Found.Story(ctx, id)
	if err != nil {
		return err
	}
	return s.use(ctx, "story "+story.ID, func() (*matter.Matter, error) { return s.maker().Of(ctx, story) }, use)
}

// Stories looks into several stories as one.
func (s *Shelf) Stories(ctx context.Context, ids []string, use func(*matter.Matter) error) error {
	key := "stories"
	for _, id := range ids {
		key += " " + id
	}
	return s.use(ctx, key, func() (*matter.Matter, error) { return s.maker().Stories(ctx, ids) }, use)
}

// Around looks into the story of an article with what of other stories it shares text with.
func (s *Shelf) Around(ctx context.Context, article string, use func(*matter.Matter) error) error {
	return s.use(ctx, "around "+article, func() (*matter.Matter, error) { return s.maker().Around(ctx, article) }, use)
}

// maker makes matters of the ledger.
func (s *Shelf) maker() *matter.Maker { return s.Tools.Maker(s.Found, s.Store) }

func (s *Shelf) use(ctx context.Context, key string, make func() (*matter.Matter, error), use func(*matter.Matter) error) error {
	key += " " + strconv.FormatInt(s.Edition(), 10)
	m, err := s.matters.get(ctx, key, func() (*shared, error) {
		m, err := make()
		return &shared{Matter: m}, err
	})
	if err != nil {
		return err
	}
	m.one.Lock()
	defer m.one.Unlock()
	return use(m.Matter)
}

// List are stories as a list shows them, in their order, and how many there are without limit.
func (s *Shelf) List(ctx context.Context, asked across.Asked) ([]Item, int, error) {
	all, count, err := s.Found.Stories(ctx, asked)
	if err != nil {
		return nil, 0, err
	}
	items, err := s.Items(ctx, all)
	return items, count, err
}

// Items are stories as a list shows them. Each is made by one processor, and kept as long as the
// story has the same reports.
func (s *Shelf) Items(ctx context.Context, all []riwaya.Story) ([]Item, error) {
	items, errs := make([]Item, len(all)), make([]error, len(all))
	var working sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		working.Go(func() {
			maker := s.maker()
			for i := int(next.Add(1)) - 1; i < len(all) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				items[i], errs[i] = s.items.get(ctx, reportsOf(&all[i]), func() (Item, error) {
					m, err := maker.Of(ctx, all[i])
					if err != nil {
						return Item{}, err
					}
					return telling.ItemOf(m), nil
				})
			}
		})
	}
	working.Wait()
	return items, errors.Join(append(errs, ctx.Err())...)
}

// reportsOf names a story with the reports that it has.
func reportsOf(s *riwaya.Story) string {
	ids := make([]string, len(s.Reports))
	for i, r := range s.Reports {
		ids[i] = r.Article
	}
	slices.Sort(ids)
	key := s.ID
	for _, id := range ids {
		key += " " + id
	}
	return key
}
