package queue

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"riwaya/internal/review"
)

// Around are a finding's place in the queue: why it should be looked at, and what is to be looked at
// before and after it. It may have been decided since.
type Around struct {
	In            bool // it stands, or stood, in the queue
	Reasons       []Reason
	Before, After *review.Ref // nil where there is none
}

// Around finds a finding's place in what is asked for.
func (q *Queue) Around(ctx context.Context, log *review.Log, a Asked, ref review.Ref) (Around, error) {
	out, err := q.around(ctx, decidedIn(log), a, ref)
	return out, meaning.Explain(err)
}

func (q *Queue) around(ctx context.Context, d decided, a Asked, ref review.Ref) (out Around, err error) {
	tx, err := q.Read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return out, err
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	one := []Item{{Ref: ref}}
	if err := reasons(ctx, tx, one); err != nil {
		return out, err
	}
	out.Reasons = one[0].Reasons
	if fields, ok := d.disputed[ref]; ok {
		out.Reasons = append([]Reason{{Kind: Disputed, Weight: 1000, Fields: fields}}, out.Reasons...)
	}
	if a.Second != "" {
		all := d.second(Asked{Second: a.Second, Layer: a.Layer, Limit: 1 << 30}).Items
		i := slices.IndexFunc(all, func(i Item) bool { return i.Ref == ref })
		out.In = true // it was until it was decided
		out.Before, out.After = at(all, i-1), at(all, i+1)
		return out, nil
	}
	first := d.first(a)
	k := slices.IndexFunc(first, func(i Item) bool { return i.Ref == ref })
	if k >= 0 {
		out.In = true
		if out.Before, out.After = at(first, k-1), at(first, k+1); out.After == nil {
			rest, _, err := listed(ctx, tx, d, a, nil, 1, false)
			out.After = at(rest, 0)
			return out, err
		}
		return out, nil
	}
	here := Item{Ref: ref}
	err = tx.QueryRowContext(ctx, "SELECT weight, day FROM queue WHERE article = ? AND finding = ?", ref.Article, ref.Finding).Scan(&here.Weight, &here.Day)
	if errors.Is(err, sql.ErrNoRows) {
		return out, nil
	}
	if err != nil {
		return out, err
	}
	out.In = true
	next, _, err := listed(ctx, tx, d, a, &here, 1, false)
	if err != nil {
		return out, err
	}
	before, _, err := listed(ctx, tx, d, a, &here, 1, true)
	if out.Before, out.After = at(before, 0), at(next, 0); out.Before == nil {
		out.Before = at(first, len(first)-1)
	}
	return out, err
}

func at(all []Item, i int) *review.Ref {
	if i < 0 || i >= len(all) {
		return nil
	}
	return &all[i].Ref
}
