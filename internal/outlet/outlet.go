// Package outlet says what outlets have from others: how many of an outlet's reports share their text
// with those of another, copy one, credit a source, or have an agency's text without naming it; and
// from whom, and who has it from them.
//
// It promises that of several versions of a report the newest alone counts, and that nothing is counted
// but reports of the ledger: what an outlet has from one that is not in it does not show.
package outlet

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"riwaya"
)

// Shares is what an outlet has from others.
type Shares struct {
	Outlet  string `json:"outlet"` // "" of reports that state none
	Reports int    `json:"reports"`
	// Shared is how many of them have at least half of their words in passages that they share with
	// a report of another outlet.
	Shared int `json:"shared"`
	// Copied is how many copy one of another outlet, as far as directions are known.
	Copied int `json:"copied"`
	// Credited is how many name an agency or an outlet as whose text they have; Uncredited how many
	// have the text of one that they do not name, as the report of another shows.
	Credited   int `json:"credited"`
	Uncredited int `json:"uncredited"`
}

// Tie is how many reports of one outlet have passages of another's.
type Tie struct {
	From, To string
	Directed bool // From copies To; otherwise nothing says which had it first, and there is a tie of each
	Reports  int  // of From
}

// All is what is known of all outlets.
type All struct {
	Shares []Shares // the largest first
	Ties   []Tie    // those with most reports first
}

// Of are the shares of an outlet, false where no report states it.
func (a *All) Of(name string) (Shares, bool) {
	for _, s := range a.Shares {
		if s.Outlet == name {
			return s, true
		}
	}
	return Shares{}, false
}

// Reports is how many there are.
func (a *All) Reports() (n int) {
	for _, s := range a.Shares {
		n += s.Reports
	}
	return n
}

// Found is what was found across reports.
type Found interface {
	Outlets(context.Context) (map[string]string, error)
	EachCopy(context.Context, func(*riwaya.Copy) error) error
}

// Store says which articles credit somebody.
type Store interface {
	Crediting(context.Context) (map[string]bool, error)
}

// half is the share of its words from which a report counts as shared.
const half = 0.5

// Sum counts what all outlets have from others.
func Sum(ctx context.Context, found Found, store Store) (*All, error) {
	of, err := found.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	credited, err := store.Crediting(ctx)
	if err != nil {
		return nil, err
	}
	at := map[string]*Shares{}
	for article, outlet := range of {
		x := at[outlet]
		if x == nil {
			x = &Shares{Outlet: outlet}
			at[outlet] = x
		}
		if x.Reports++; credited[article] {
			x.Credited++
		}
	}
	type has struct{ shared, copied, hidden bool }
	have := map[string]has{}
	ties := map[Tie]map[string]bool{} // the reports of From
	err = found.EachCopy(ctx, func(c *riwaya.Copy) error {
		a, okA := of[c.A]
		b, okB := of[c.B]
		if !okA || !okB {
			return nil // another version counts
		}
		for article, share := range map[string]float64{c.A: c.ShareA, c.B: c.ShareB} {
			h := have[article]
			h.shared = h.shared || share >= half && a != b
			h.copied = h.copied || c.Directed && article == c.B && a != b
			h.hidden = h.hidden || c.Agency != nil && c.Agency.Hidden == article
			have[article] = h
		}
		if a == b || a == "" || b == "" {
			return nil
		}
		tied := func(tie Tie, report string) {
			if ties[tie] == nil {
				ties[tie] = map[string]bool{}
			}
			ties[tie][report] = true
		}
		if tied(Tie{From: b, To: a, Directed: c.Directed}, c.B); !c.Directed {
			tied(Tie{From: a, To: b}, c.A)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for article, h := range have {
		x := at[of[article]]
		for n, is := range map[*int]bool{&x.Shared: h.shared, &x.Copied: h.copied, &x.Uncredited: h.hidden} {
			if is {
				*n++
			}
		}
	}
	out := &All{}
	for _, x := range at {
		out.Shares = append(out.Shares, *x)
	}
	for tie, reports := range ties {
		tie.Reports = len(reports)
		out.Ties = append(out.Ties, tie)
	}
	slices.SortFunc(out.Shares, func(a, b Shares) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.Outlet, b.Outlet))
	})
	slices.SortFunc(out.Ties, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.From, b.From), strings.Compare(a.To, b.To), more(a.Directed, b.Directed))
	})
	return out, nil
}

func more(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
