// Package check holds the rows of the store against the log they are made from:
// docs/ledger.md describes the tables.
//
// It promises that a row which is altered, missing, or made by nothing in the log is named,
// with its table. It reads only. Package tables says which rows a change makes.
package check

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/tables"
)

// Ask prepares a query of the store, once; who is asked closes it.
type Ask func(ctx context.Context, query string) (*sql.Stmt, error)

// Checker compares changes with their rows, and remembers which leaves it has seen. One
// goroutine calls it. Errors are those of the database.
type Checker struct {
	ask  Ask
	seen map[string]*bits // leaves that have made a row, by table; of "" those that may have made any
}

// New is a Checker that has seen nothing.
func New(ask Ask) *Checker { return &Checker{ask, map[string]*bits{}} }

// Change says what differs between the rows of a change and those there are.
func (c *Checker) Change(ctx context.Context, change ledger.Change) ([]string, error) {
	k := &checking{c, ctx, nil, nil}
	switch {
	case change.Record != nil:
		k.record(change.Record)
	case change.Withdrawal != nil:
		d := change.Withdrawal
		k.same("withdrawals", d.Leaf, "leaf, at, who, reason", "leaf", []tables.Row{{d.Leaf, tables.Time(d.At), d.Who, d.Reason}})
		for _, g := range d.Gone {
			k.same("withdrawn", g.ID, "id, sum, withdrawal", "id", []tables.Row{{g.ID, tables.Null(g.Sum), d.Leaf}})
		}
	case change.Review != nil:
		k.rowsOf(tables.Reviews, change.Review.Leaf, []tables.Row{tables.ReviewRow(change.Review)})
	case change.Files != nil:
		k.rowsOf(tables.Files, change.Files.Leaf, tables.FileRows(change.Files))
	default:
		if change.Capture != nil {
			k.rowsOf(tables.Captures, change.Capture.Leaf, []tables.Row{tables.CaptureRow(change.Capture)})
		}
		if change.Sighting != nil {
			k.rowsOf(tables.Sightings, change.Sighting.Leaf, []tables.Row{tables.SightingRow(change.Sighting)})
		}
	}
	return k.wrong, k.err
}

// Pass remembers that a leaf may have made anything.
func (c *Checker) Pass(leaf int64) { c.look("", leaf) }

// look remembers that the log has made a row of a leaf.
func (c *Checker) look(table string, leaf int64) {
	if c.seen[table] == nil {
		c.seen[table] = &bits{}
	}
	c.seen[table].set(leaf)
}

// bits is a set of numbers of leaves: one bit each, as there can be many millions.
type bits struct{ words []uint64 }

func (b *bits) set(n int64) {
	if need := int(n/64) + 1 - len(b.words); need > 0 {
		b.words = append(b.words, make([]uint64, need)...)
	}
	b.words[n/64] |= 1 << (n % 64)
}

func (b *bits) has(n int64) bool {
	return b != nil && n >= 0 && int(n/64) < len(b.words) && b.words[n/64]>>(n%64)&1 == 1
}

// checking is the check of one change.
type checking struct {
	*Checker
	ctx   context.Context
	wrong []string
	err   error
}

// rowsOf wants just these rows of a leaf.
func (k *checking) rowsOf(t *tables.Table, leaf int64, want []tables.Row) {
	k.same(t.Name, leaf, strings.Join(t.Columns, ","), "leaf", want)
}

// same wants just these rows under a key.
func (k *checking) same(table string, key any, columns, by string, want []tables.Row) {
	if k.err != nil {
		return
	}
	if n, ok := key.(int64); ok && by == "leaf" {
		k.look(table, n)
	}
	have, err := k.rows("SELECT "+columns+" FROM "+table+" WHERE "+by+" = ?", key)
	if err != nil {
		k.err = err
		return
	}
	old, expected := lines(have), lines(want)
	if slices.Equal(old, expected) {
		return
	}
	cols := strings.Split(columns, ",")
	for _, l := range expected {
		if !slices.Contains(old, l) {
			k.wrong = append(k.wrong, fmt.Sprintf("table %s, row %s: %s", table, called(want, l, cols), how(have, want, l, cols)))
		}
	}
	for _, l := range old {
		if !slices.Contains(expected, l) && len(old) > len(expected) {
			k.wrong = append(k.wrong, fmt.Sprintf("table %s, row %s: nothing in the log made it", table, called(have, l, cols)))
		}
	}
	if len(k.wrong) == 0 { // the same row twice
		k.wrong = append(k.wrong, fmt.Sprintf("table %s, %s %v: %d rows, %d were made", table, by, key, len(old), len(expected)))
	}
}

// called is a row's ID, or its first value.
func called(rows []tables.Row, line string, cols []string) string {
	for _, r := range rows {
		if oneLine(r) == line {
			for i, c := range cols {
				if strings.TrimSpace(c) == "id" && i < len(r) {
					return fmt.Sprint(r[i])
				}
			}
			return fmt.Sprint(r[0])
		}
	}
	return "?"
}

// how says which columns differ, where a row of the same ID is there.
func how(have, want []tables.Row, line string, cols []string) string {
	for _, w := range want {
		if oneLine(w) != line {
			continue
		}
		for _, h := range have {
			var other []string
			for i := range w {
				if value(w[i]) != value(h[i]) {
					other = append(other, strings.TrimSpace(cols[i]))
				}
			}
			if len(other) <= len(w)/2 {
				return "altered: " + strings.Join(other, ", ")
			}
		}
	}
	return "missing or altered"
}

func lines(rows []tables.Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, oneLine(r))
	}
	slices.Sort(out)
	return out
}

func oneLine(r tables.Row) string {
	var b strings.Builder
	for _, v := range r {
		b.WriteString(value(v))
		b.WriteByte(0)
	}
	return b.String()
}

// value is a value as a line, the same before and after it was stored.
func value(v any) string {
	switch v := v.(type) {
	case nil:
		return "\x01"
	case int:
		return fmt.Sprint(int64(v))
	case float64:
		if v == float64(int64(v)) {
			return fmt.Sprint(int64(v))
		}
	case []byte:
		return string(v)
	}
	return fmt.Sprint(v)
}

func (k *checking) rows(query string, args ...any) (out []tables.Row, err error) {
	err = each(k.ctx, k.ask, func(rows *sql.Rows) error {
		cols, err := rows.Columns()
		if err != nil {
			return err
		}
		r, at := make(tables.Row, len(cols)), make([]any, len(cols))
		for i := range r {
			at[i] = &r[i]
		}
		out = append(out, r)
		return rows.Scan(at...)
	}, query, args...)
	return out, err
}

// one scans the one row of a query; false where it gives none.
func (k *checking) one(into []any, query string, args ...any) (bool, error) {
	st, err := k.ask(k.ctx, query)
	if err != nil {
		return false, err
	}
	err = st.QueryRowContext(k.ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// column is the one column of a query.
func column[T any](ctx context.Context, ask Ask, query string) (out []T, err error) {
	err = each(ctx, ask, func(rows *sql.Rows) error {
		var v T
		err := rows.Scan(&v)
		out = append(out, v)
		return err
	}, query)
	return out, err
}

// each calls row for each row of a query.
func each(ctx context.Context, ask Ask, row func(*sql.Rows) error, query string, args ...any) (err error) {
	st, err := ask(ctx, query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// record checks a record, and where it is its article's newest also the article and its
// findings.
func (k *checking) record(r *ledger.Record) {
	all := append(tables.RecordRow(r), r.Article, r.Capture)
	var n int64
	if gone, err := k.one([]any{&n}, "SELECT 1 FROM withdrawn WHERE id = ?", r.Capture); err != nil {
		k.err = err
		return
	} else if gone {
		all[len(all)-1] = nil
	}
	k.same("readings", r.Leaf, "leaf, version, at, sum, place, article, capture", "leaf", []tables.Row{all})
	k.look(tables.Records.Name, r.Leaf)
	var newest int64
	found, err := k.one([]any{&n, &newest}, "SELECT a.n, max(r.leaf) FROM articles a JOIN records r ON r.article = a.n WHERE a.id = ? GROUP BY a.n", r.Article)
	if err != nil {
		k.err = errors.Join(k.err, err)
		return
	}
	if !found {
		k.wrong = append(k.wrong, fmt.Sprintf("table articles, row %s: missing", r.Article))
		return
	}
	if newest != r.Leaf {
		return
	}
	p := tables.Of(&r.Read)
	k.same(tables.Articles.Name, r.Article, strings.Join(tables.Articles.Columns, ","), "id", []tables.Row{p.Article(r.Article)})
	for i, rows := range p.Findings(n) {
		k.same(tables.Layers[i].Name, n, strings.Join(tables.Layers[i].Columns, ","), "article", rows)
	}
	if k.err == nil {
		k.err = p.Err()
	}
	for i := range k.wrong {
		if !strings.Contains(k.wrong[i], r.Article) {
			k.wrong[i] += " (of " + r.Article + ")"
		}
	}
}

// Unmade names the rows that no leaf has made; all leaves must have been seen.
func (c *Checker) Unmade(ctx context.Context) (wrong []string, err error) {
	for _, t := range []string{tables.Captures.Name, tables.Sightings.Name, tables.Records.Name, tables.Files.Name, tables.Reviews.Name, "withdrawals"} {
		leaves, err := column[int64](ctx, c.ask, "SELECT DISTINCT leaf FROM "+t)
		if err != nil {
			return wrong, err
		}
		for _, n := range leaves {
			if !c.seen[t].has(n) && !c.seen[""].has(n) {
				wrong = append(wrong, fmt.Sprintf("table %s, row %d: nothing in the log made it", t, n))
			}
		}
	}
	for _, q := range append([]string{"SELECT 'articles, row ' || id FROM articles WHERE n NOT IN (SELECT article FROM records)",
		"SELECT 'appearances, row ' || capture || ' ' || place FROM appearances WHERE article NOT IN (SELECT n FROM articles) OR capture NOT IN (SELECT leaf FROM captures)",
		"SELECT 'coverage, row ' || capture || ' ' || chat FROM coverage WHERE capture NOT IN (SELECT leaf FROM captures)",
		"SELECT 'articles, row ' || id FROM articles WHERE id IN (SELECT id FROM withdrawn)",
		"SELECT 'withdrawn, row ' || id FROM withdrawn WHERE withdrawal NOT IN (SELECT leaf FROM withdrawals)"}, orphaned()...) {
		lost, err := column[string](ctx, c.ask, q)
		if err != nil {
			return wrong, err
		}
		for _, l := range lost {
			wrong = append(wrong, "table "+l+": nothing in the log made it")
		}
	}
	return wrong, nil
}

func orphaned() (out []string) {
	for _, t := range tables.Layers {
		out = append(out, "SELECT '"+t.Name+", row ' || id FROM "+t.Name+" WHERE article NOT IN (SELECT n FROM articles)")
	}
	return out
}
