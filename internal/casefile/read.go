package casefile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"riwaya/internal/desk/deskdb"
)

// Cases are the cases of a ledger. Several goroutines may use them.
type Cases struct{ db *deskdb.DB }

// In are the cases in an open file.
func In(db *deskdb.DB) *Cases { return &Cases{db} }

// Summary is a case on a list.
type Summary struct {
	Case           // without its items
	Count int      // how many items there are
	Has   []string // of which things of those asked for it has an item
}

// List is all cases, the one that was changed last first. Of the things that are named by IDs it
// says which cases have them.
func (c *Cases) List(ctx context.Context, about ...string) (out []Summary, err error) {
	rows, err := c.db.Read.QueryContext(ctx, `SELECT id, name, language, made, changed, (SELECT count(*) FROM items WHERE case_id = cases.id)
		FROM cases ORDER BY changed DESC, id`)
	if err != nil {
		return nil, deskdb.Explain(err)
	}
	defer func() { err = errors.Join(err, deskdb.Explain(rows.Close())) }()
	for rows.Next() {
		var s Summary
		var made, changed string
		if err := rows.Scan(&s.ID, &s.Name, &s.Language, &made, &changed, &s.Count); err != nil {
			return nil, deskdb.Explain(err)
		}
		if s.Made, s.Changed, err = times(made, changed); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		return nil, deskdb.Explain(err)
	}
	for i := range out {
		for _, a := range about {
			n := 0
			if err := c.db.Read.QueryRowContext(ctx, "SELECT count(*) FROM items WHERE case_id = ? AND about = ? AND about <> ''", out[i].ID, a).Scan(&n); err != nil {
				return nil, deskdb.Explain(err)
			}
			if n > 0 {
				out[i].Has = append(out[i].Has, a)
			}
		}
	}
	return out, nil
}

// Case is a case by its ID or by the start of one that is unlike others.
func (c *Cases) Case(ctx context.Context, id string) (Case, error) {
	tx, err := c.db.Read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // a case and its items of one moment
	if err != nil {
		return Case{}, deskdb.Explain(err)
	}
	defer tx.Rollback() // nothing was written
	out, err := read(ctx, tx, id)
	return out, deskdb.Explain(err)
}

func read(ctx context.Context, tx *sql.Tx, id string) (out Case, err error) {
	if out.ID, err = whole(ctx, tx, id); err != nil {
		return out, err
	}
	var made, changed string
	if err := tx.QueryRowContext(ctx, "SELECT name, language, made, changed FROM cases WHERE id = ?", out.ID).Scan(&out.Name, &out.Language, &made, &changed); err != nil {
		return out, err
	}
	if out.Made, out.Changed, err = times(made, changed); err != nil {
		return out, err
	}
	rows, err := tx.QueryContext(ctx, "SELECT id, kind, about, included, comment, translation FROM items WHERE case_id = ? ORDER BY place, n", out.ID)
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var i Item
		if err := rows.Scan(&i.ID, &i.Kind, &i.About, &i.Included, &i.Comment, &i.Translation); err != nil {
			return out, err
		}
		out.Items = append(out.Items, i)
	}
	return out, rows.Err()
}

// whole is the ID of a case by its start.
func whole(ctx context.Context, tx *sql.Tx, id string) (string, error) {
	if !strings.HasPrefix(id, "case-") {
		id = "case-" + id
	}
	rows, err := tx.QueryContext(ctx, "SELECT id FROM cases WHERE substr(id, 1, length(?)) = ? LIMIT 2", id, id)
	if err != nil {
		return "", err
	}
	defer rows.Close() // what it could say, Err says
	var found []string
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			return "", err
		}
		found = append(found, one)
	}
	switch {
	case rows.Err() != nil:
		return "", rows.Err()
	case len(found) == 0:
		return "", fmt.Errorf("%s: %w", id, ErrUnknown)
	case len(found) > 1:
		return "", fmt.Errorf("%s: %w: several begin so", id, ErrUnknown)
	}
	return found[0], nil
}

// History is all that was done to a case, the first first.
func (c *Cases) History(ctx context.Context, id string) (out []Change, err error) {
	tx, err := c.db.Read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, deskdb.Explain(err)
	}
	defer tx.Rollback() // nothing was written
	if id, err = whole(ctx, tx, id); err != nil {
		return nil, deskdb.Explain(err)
	}
	out, err = history(ctx, tx, id)
	return out, deskdb.Explain(err)
}

func history(ctx context.Context, tx *sql.Tx, id string) (out []Change, err error) {
	rows, err := tx.QueryContext(ctx, "SELECT n, at, who, deed, item, old, new, coalesce(undoes, 0) FROM changes WHERE case_id = ? ORDER BY n", id)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var c Change
		var at string
		if err := rows.Scan(&c.N, &at, &c.Who, &c.Deed, &c.Item, &c.Old, &c.New, &c.Undoes); err != nil {
			return nil, err
		}
		if c.At, err = time.Parse(time.RFC3339, at); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	at := map[int64]int{}
	for i := range out {
		at[out[i].N] = i
	}
	for i := len(out) - 1; i >= 0; i-- { // what undoes comes later: whether it holds is known by then
		if k, ok := at[out[i].Undoes]; ok && !out[i].Undone {
			out[k].Undone = true
		}
	}
	return out, rows.Err()
}

func times(made, changed string) (a, b time.Time, err error) {
	if a, err = time.Parse(time.RFC3339, made); err != nil {
		return a, b, err
	}
	b, err = time.Parse(time.RFC3339, changed)
	return a, b, err
}
