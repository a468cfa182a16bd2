package api

import (
	"context"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/outlet"
)

// Shares say what outlets have from one another.
type Shares struct {
	Reports int     `json:"reports" doc:"among how many all was counted, of several versions the newest alone"`
	Outlets []Share `json:"outlets" doc:"the largest first"`
	Ties    []Tie   `json:"ties" doc:"those with most reports first"`
}

// Share is what one outlet has from others.
type Share struct {
	Outlet     string `json:"outlet" doc:"empty of reports that state none"`
	Reports    int    `json:"reports"`
	Shared     int    `json:"shared" doc:"at least half of their words are in passages that a report of another outlet has, too"`
	Copied     int    `json:"copied" doc:"they copy a report of another outlet, as far as directions are known"`
	Credited   int    `json:"credited" doc:"they name an agency or an outlet as whose text they have"`
	Uncredited int    `json:"uncredited" doc:"they have the text of one that they do not name, as the report of another shows"`
}

// Tie is how many reports of one outlet have passages of another's.
type Tie struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Directed bool   `json:"directed" doc:"from copies to; otherwise nothing says who had it first, and there is a tie of each"`
	Reports  int    `json:"reports" doc:"of from"`
}

// shares has what the pages of outlets show of one another. It is counted later than an edition begins.
func (a *API) shares() {
	operation.Look(a.Set, "/shares", "shares", "outlets", "What outlets have from one another: how many of their reports share text, copy, credit, do not credit", "A report of which the ledger has no other is not seen to be a copy.",
		func(ctx context.Context, _ *struct{}) (*operation.Body[Shares], error) {
			all, err := a.o.Shelf.Shares(ctx)
			if err != nil {
				return nil, err
			}
			return operation.Answer(sharesOf(all)), nil
		})
}

func sharesOf(all *outlet.All) Shares {
	out := Shares{Reports: all.Reports(), Outlets: make([]Share, 0, len(all.Shares)), Ties: make([]Tie, 0, len(all.Ties))}
	for _, s := range all.Shares {
		out.Outlets = append(out.Outlets, Share(s))
	}
	for _, t := range all.Ties {
		out.Ties = append(out.Ties, Tie(t))
	}
	return out
}
