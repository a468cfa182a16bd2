package api

import (
	"context"
	"slices"
	"time"

	"riwaya/internal/across"
	"riwaya/internal/desk/api/operation"
	"riwaya/internal/ledger"
	"riwaya/internal/ruling"
	"riwaya/internal/show/privacy"
)

// Review is what a person decided about what the program found.
type Review struct {
	Leaf    int64     `json:"leaf" doc:"of the log"`
	At      time.Time `json:"at"`
	Who     string    `json:"who" doc:"a pseudonym"`
	About   string    `json:"about" doc:"the ID of what it is about"`
	Verdict string    `json:"verdict"`
	Value   Raw       `json:"value" doc:"what more there is to say, as the verdict asks for; null where nothing"`
	Note    string    `json:"note"`
	Undoes  *int64    `json:"undoes" doc:"the leaf of the review that it takes back"`
	Undone  bool      `json:"undone" doc:"another takes it back"`
}

// ReviewList are reviews, the latest first.
type ReviewList struct {
	Reviews []Review `json:"reviews"`
	Count   int      `json:"count" doc:"how many there are, on all pages"`
	Next    string   `json:"next,omitempty" doc:"the cursor of the next page"`
}

func (a *API) reviews() {
	type asked struct {
		operation.Listing
		About string `query:"about" maxLength:"256" doc:"only those about this"`
	}
	operation.Get(a.Set, "/reviews", "reviews", "reviews", "What persons decided, the latest first, with what was taken back", "",
		func(ctx context.Context, in *asked) (*operation.Body[ReviewList], error) {
			out, err := a.decided(ctx, in.About, in.Cursor, in.Limit)
			return operation.Answer(out), err
		})
	a.decisions()
}

// reviewOf is a review as it is told. The gate is that of the article that it is about, nil of none.
func reviewOf(r *ledger.Review, g *privacy.Gate) Review {
	v := r.Value
	if len(v) == 0 {
		v = Raw("null")
	}
	note := r.Note
	if g != nil {
		v, note = gated(g, v), g.Words(note)
	}
	return Review{Leaf: r.Leaf, At: r.At.UTC(), Who: r.Who, About: r.About, Verdict: r.Verdict, Value: v, Note: note, Undoes: r.Undoes}
}

// decided are reviews, the latest first. The cursor is the leaf of the last one that was told: more
// come at the front alone.
func (a *API) decided(ctx context.Context, about, cursor string, limit int) (out ReviewList, err error) {
	at, err := operation.Place("reviews", cursor)
	if err != nil {
		return out, err
	}
	all, err := a.o.Shelf.Store.Reviews(ctx)
	if err != nil {
		return out, err
	}
	undone, g := ruling.Undone(all), gates{a, map[string]*privacy.Gate{}}
	out.Reviews = []Review{}
	for _, r := range slices.Backward(all) {
		if about != "" && r.About != about {
			continue
		}
		out.Count++
		if at != nil && r.Leaf >= int64(at.Reports) {
			continue
		}
		if len(out.Reviews) == limit {
			out.Next = operation.After("reviews", across.Place{Reports: int(out.Reviews[limit-1].Leaf)})
			continue
		}
		one := reviewOf(&r, g.at(ctx, r.About))
		one.Undone = undone[r.Leaf]
		out.Reviews = append(out.Reviews, one)
	}
	return out, nil
}
