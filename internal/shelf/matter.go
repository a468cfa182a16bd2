package shelf

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/matter"
	"riwaya/internal/telling"
)

// Item is a story as a list shows it.
type Item struct {
	telling.Item
	Marks     []Mark     // what it is about
	Questions []Question // on which most accounts were given
	Asked     int        // how many there are
}

// Mark is what reports of a story have in common, in words: as a list in English has it, and as the reports
// themselves spell it in Arabic.
type Mark struct {
	riwaya.Mark
	Written, Spelled string
}

// Question is a question at a glance: figures as they were printed, none of them added to another.
type Question struct {
	ID, Predicate, Group    string
	Lowest, Highest, Newest *riwaya.Given // the same where all give one
	Tellers, Reports        int
	Contested               bool // two accounts contradict each other, and no later hour explains it
}

// questionsShown is how many questions an item has.
const questionsShown = 3

// itemOf is the item of a matter.
func itemOf(m *matter.Matter) Item {
	i := Item{Item: telling.ItemOf(m)}
	for _, k := range m.Story.About {
		if w := m.Written(k); w != "" {
			i.Marks = append(i.Marks, Mark{k, w, m.Spelled(k)})
		}
	}
	all := slices.Clone(m.Questions())
	i.Asked = len(all)
	slices.SortStableFunc(all, func(a, b riwaya.Question) int {
		return cmp.Or(cmp.Compare(len(b.Accounts), len(a.Accounts)), cmp.Compare(b.Summary.Reports, a.Summary.Reports))
	})
	for k := range all[:min(len(all), questionsShown)] {
		i.Questions = append(i.Questions, questionOf(&all[k]))
	}
	return i
}

func questionOf(q *riwaya.Question) Question {
	given := func(at *riwaya.FigureRef) *riwaya.Given {
		if at == nil {
			return nil
		}
		g := q.Accounts[at.Account].Figures[at.Figure]
		return &g
	}
	return Question{ID: q.ID, Predicate: q.Predicate, Group: q.Group, Tellers: q.Summary.Tellers, Reports: q.Summary.Reports,
		Lowest: given(q.Summary.Lowest), Highest: given(q.Summary.Highest), Newest: given(q.Summary.Newest),
		Contested: slices.ContainsFunc(q.Relations, func(r riwaya.Relation) bool {
			return r.Kind == riwaya.RelationContradict && r.Cause != riwaya.CauseTime
		})}
}

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
	return s.use(ctx, reportsOf(&story), func() (*matter.Matter, error) { return s.maker().Of(ctx, story) }, use)
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
	story, err := s.maker().Beside(ctx, article)
	if err != nil {
		return err
	}
	// mostly that is the story itself
	return s.use(ctx, reportsOf(&story), func() (*matter.Matter, error) { return s.maker().Of(ctx, story) }, use)
}

// Reports looks into some articles by themselves: see [matter.Maker.Reports].
func (s *Shelf) Reports(ctx context.Context, articles []string, use func(*matter.Matter) error, layers ...string) error {
	key := "reports " + strings.Join(layers, " ")
	for _, id := range articles {
		key += " " + id
	}
	return s.use(ctx, key, func() (*matter.Matter, error) { return s.maker().Reports(ctx, articles, layers...) }, use)
}

// Telling looks into the reports that tell of an incident: see [matter.Maker.Telling].
func (s *Shelf) Telling(ctx context.Context, in *riwaya.Incident, use func(*matter.Matter) error) error {
	return s.use(ctx, "telling "+in.ID, func() (*matter.Matter, error) { return s.maker().Telling(ctx, in) }, use)
}

// maker makes matters of the ledger.
func (s *Shelf) maker() *matter.Maker { return s.Tools.Maker(s.Found, s.Store) }

func (s *Shelf) use(ctx context.Context, key string, make func() (*matter.Matter, error), use func(*matter.Matter) error) error {
	key += " " + s.key()
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
	got, err := s.stories.get(ctx, fmt.Sprintf("%s %v", s.key(), asked), func() (got stories, err error) {
		got.all, got.count, err = s.Found.Stories(ctx, asked)
		return got, err
	})
	if err != nil {
		return nil, 0, err
	}
	items, err := s.Items(ctx, got.all)
	return items, got.count, err
}

// Warm makes what the first page shows, and what outlets have from others, so that who asks need not
// wait.
func (s *Shelf) Warm(ctx context.Context) error {
	const first = 20
	_, _, err := s.List(ctx, across.Asked{Reports: 2, Limit: first})
	if err == nil {
		_, err = s.Status(ctx)
	}
	if err == nil {
		_, err = s.Outlets(ctx)
	}
	if err == nil && s.shares.none() { // later, when somebody asks
		_, err = s.Shares(ctx)
	}
	return err
}

// stories are some of how many.
type stories struct {
	all   []riwaya.Story
	count int
}

// Items are stories as a list shows them. Each is made by one processor, and kept as long as the
// story has the same reports.
func (s *Shelf) Items(ctx context.Context, all []riwaya.Story) ([]Item, error) {
	items := make([]Item, len(all))
	err := matter.Each(ctx, len(all), s.maker, func(maker *matter.Maker, i int) (err error) {
		items[i], err = s.items.get(ctx, reportsOf(&all[i]), func() (Item, error) {
			m, err := maker.Of(ctx, all[i])
			if err != nil {
				return Item{}, err
			}
			return itemOf(m), nil
		})
		return err
	})
	return items, err
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
