package api

import (
	"context"
	"encoding/json"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/desk/api/operation"
	"riwaya/internal/matter"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
	"riwaya/internal/tracing"
)

// StoryList are stories, those with the latest report first.
type StoryList struct {
	Stories []StoryItem `json:"stories"`
	Count   int         `json:"count" doc:"how many there are, on all pages"`
	Next    string      `json:"next,omitempty" doc:"the cursor of the next page"`
}

// StoryItem is a story as a list has it.
type StoryItem telling.Item

// StoryWhole is all that is known of a story.
type StoryWhole struct {
	Story     riwaya.Story      `json:"story"`
	Titles    map[string]string `json:"titles" doc:"by article"`
	Incidents []riwaya.Incident `json:"incidents"`
	Questions []riwaya.Question `json:"questions"`
	Copies    Raw               `json:"copies" doc:"which report has which passages of which"`
	Trace     Raw               `json:"trace" doc:"the chains of its reports, origins, changes on the way"`
}

// Raw is JSON that another package of the program writes.
type Raw = json.RawMessage

// ByID names one thing.
type ByID struct {
	ID string `path:"id" minLength:"1" maxLength:"2000"`
}

func (a *API) stories() {
	type asked struct {
		operation.Period
		operation.Listing
		Reports int `query:"reports" minimum:"0" default:"1" doc:"of at least so many reports"`
		Outlets int `query:"outlets" minimum:"0" doc:"of at least so many outlets"`
	}
	operation.Get(a.Set, "/stories", "stories", "stories", "Stories, those with the latest report first", "A story is the reports about one matter within a span of days.",
		func(ctx context.Context, in *asked) (*operation.Body[StoryList], error) {
			at, err := operation.Place("stories", in.Cursor)
			if err != nil {
				return nil, err
			}
			items, count, err := a.o.Shelf.List(ctx, across.Asked{From: in.From, To: in.To, Reports: in.Reports, Outlets: in.Outlets, Limit: in.Limit, After: at})
			if err != nil {
				return nil, err
			}
			out := StoryList{Stories: []StoryItem{}, Count: count}
			for i := range items {
				out.Stories = append(out.Stories, StoryItem(items[i].Item))
			}
			if n := len(items); n == in.Limit {
				out.Next = operation.After("stories", across.PlaceOf(&items[n-1].Story))
			}
			return operation.Answer(out), nil
		})
	operation.Get(a.Set, "/stories/{id}", "story", "stories", "A story, with its questions, incidents, copies and chains", "By its ID, one that it had, or that of one of its articles.",
		func(ctx context.Context, in *ByID) (*operation.Body[StoryWhole], error) {
			var out StoryWhole
			err := a.o.Shelf.Story(ctx, in.ID, func(m *matter.Matter) (err error) {
				out, err = wholeOf(m)
				return err
			})
			return operation.Answer(out), err
		})
	operation.Get(a.Set, "/stories/{id}/series", "series", "stories", "The figures of a story over time, for a chart",
		"One series for each account of each question: what one teller answered, and when. Bounds are as printed; an open end is null.",
		func(ctx context.Context, in *ByID) (*operation.Body[[]Series], error) {
			out := []Series{}
			err := a.o.Shelf.Story(ctx, in.ID, func(m *matter.Matter) error {
				for _, q := range m.Questions() {
					out = append(out, seriesOf(m, &q)...)
				}
				return nil
			})
			return operation.Answer(out), err
		})
	operation.Get(a.Set, "/questions/{id}", "question", "questions", "A question, with its accounts and how they stand to one another", "",
		func(ctx context.Context, in *ByID) (*operation.Body[riwaya.Question], error) {
			var out riwaya.Question
			err := tracing.Question(ctx, a.o.Shelf.Found, a.o.Shelf, in.ID, func(q *riwaya.Question, _ *matter.Matter) error {
				out = *q
				return nil
			})
			return operation.Answer(out), err
		})
}

func wholeOf(m *matter.Matter) (out StoryWhole, err error) {
	out = StoryWhole{Story: m.Story, Titles: map[string]string{}, Incidents: notNull(m.Incidents), Questions: notNull(m.Questions())}
	t := graph.Trace{Origins: m.Sources(), Changes: m.Changes()}
	for _, r := range m.Story.Reports {
		out.Titles[r.Article] = m.Title(r.Article)
		if c, ok := m.Chain(r.Article); ok {
			t.Chains = append(t.Chains, c)
		}
	}
	if out.Copies, err = json.Marshal(telling.Copies(m)); err == nil {
		out.Trace, err = written(m, t)
	}
	return out, err
}

// notNull is a list that JSON has as one.
func notNull[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}
