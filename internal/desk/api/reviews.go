package api

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"riwaya/internal/across"
	"riwaya/internal/desk/login"
	"riwaya/internal/ledger"
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

// Decision is what is to be entered.
type Decision struct {
	About   string   `json:"about" maxLength:"256" doc:"the ID of what it is about"`
	Verdict string   `json:"verdict" enum:"merge,split,undo" doc:"merge: the stories of the articles in value are one; split: these articles are a story of their own; undo: the review in undoes does not hold any more"`
	Value   []string `json:"value,omitempty" maxItems:"500" doc:"articles"`
	Note    string   `json:"note,omitempty" maxLength:"2000"`
	Undoes  *int64   `json:"undoes,omitempty"`
}

func (a *API) reviews() {
	type asked struct {
		Listing
		About string `query:"about" maxLength:"256" doc:"only those about this"`
	}
	get(a, "/reviews", "reviews", "reviews", "What persons decided, the latest first, with what was taken back", "",
		func(ctx context.Context, in *asked) (*Body[ReviewList], error) {
			out, err := a.decided(ctx, in.About, in.Cursor, in.Limit)
			return answer(out), err
		})
	type sent struct{ Body Decision }
	add(a, operation{method: http.MethodPost, path: "/reviews", id: "decide", tag: "reviews", summary: "Enter a decision about stories", least: login.Reviewer, errors: []int{http.StatusConflict},
		about: "It becomes a leaf of the ledger's log, under the pseudonym of who asks; what the machine read is not changed. The answer comes when it is on disk."},
		func(ctx context.Context, in *sent) (*Body[Review], error) {
			if a.o.Writing.Review == nil {
				return nil, huma.Error503ServiceUnavailable("this ledger is only to be looked at")
			}
			d := &in.Body
			r := ledger.Review{Who: login.From(ctx).Pseudonym, About: d.About, Verdict: d.Verdict, Note: d.Note, Undoes: d.Undoes}
			if (d.Verdict == ledger.VerdictUndo) != (d.Undoes != nil) {
				return nil, wrong("body.undoes", "undo names what it takes back, and nothing else does")
			}
			if d.Verdict != ledger.VerdictUndo {
				if len(d.Value) == 0 {
					return nil, wrong("body.value", "name the articles")
				}
				for _, id := range d.Value {
					if _, err := a.o.Shelf.Found.Story(ctx, id); err != nil {
						return nil, err
					}
				}
				b, err := json.Marshal(d.Value)
				if err != nil {
					return nil, err
				}
				r.Value = b
			}
			if err := a.o.Writing.Review(ctx, &r); err != nil {
				return nil, err
			}
			return answer(reviewOf(&r)), nil
		})
}

func reviewOf(r *ledger.Review) Review {
	v := r.Value
	if len(v) == 0 {
		v = Raw("null")
	}
	return Review{Leaf: r.Leaf, At: r.At.UTC(), Who: r.Who, About: r.About, Verdict: r.Verdict, Value: v, Note: r.Note, Undoes: r.Undoes}
}

// decided are reviews, the latest first. The cursor is the leaf of the last one that was told: more
// come at the front alone.
func (a *API) decided(ctx context.Context, about, cursor string, limit int) (out ReviewList, err error) {
	at, err := place("reviews", cursor)
	if err != nil {
		return out, err
	}
	all, err := a.o.Shelf.Store.Reviews(ctx)
	if err != nil {
		return out, err
	}
	undone := map[int64]bool{}
	for i := range all {
		if all[i].Undoes != nil {
			undone[*all[i].Undoes] = true
		}
	}
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
			out.Next = after("reviews", across.Place{Reports: int(out.Reviews[limit-1].Leaf)})
			continue
		}
		one := reviewOf(&r)
		one.Undone = undone[r.Leaf]
		out.Reviews = append(out.Reviews, one)
	}
	return out, nil
}
