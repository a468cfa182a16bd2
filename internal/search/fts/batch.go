package fts

import (
	"context"
	"strings"
)

// batch gathers rows of one table, to insert many with one statement: running a statement
// costs more than a row does.
type batch struct {
	into    string // table and columns
	columns int
	args    []any
}

// rowsAtOnce is how many rows a statement inserts.
const rowsAtOnce = 64

// add puts a row into a batch, which is written when it is full.
func (w *Writer) add(ctx context.Context, b *batch, row ...any) error {
	if b.args = append(b.args, row...); len(b.args) < rowsAtOnce*b.columns {
		return nil
	}
	return w.write(ctx, b)
}

// write inserts what a batch holds.
func (w *Writer) write(ctx context.Context, b *batch) error {
	n := len(b.args) / b.columns
	if n == 0 {
		return nil
	}
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", b.columns), ",") + ")"
	_, err := w.exec(ctx, "INSERT OR IGNORE INTO "+b.into+" VALUES "+strings.TrimSuffix(strings.Repeat(row+",", n), ","), b.args...)
	clear(b.args)
	b.args = b.args[:0]
	return err
}

// Flush writes what the writer still holds; until then a search may miss it.
func (w *Writer) Flush(ctx context.Context) error {
	for _, b := range []*batch{&w.has, &w.at, &w.called, &w.figures} {
		if err := w.write(ctx, b); err != nil {
			return err
		}
	}
	if w.named == 0 {
		return nil
	}
	_, err := w.exec(ctx, `INSERT INTO search_name_text (rowid, terms) SELECT id, terms FROM search_name WHERE id >= ?`, w.named)
	w.named = 0
	return err
}
