package export

import (
	"bufio"
	"fmt"
	"io"
	"iter"
)

// Cell is what stands in a cell of a [Table].
type Cell struct{ v value }

// Text is a text; an empty one leaves the cell empty.
func Text(s string) Cell { return Cell{str(s)} }

// Number is a number; nil leaves the cell empty.
func Number(n *float64) Cell { return Cell{optNum(n)} }

// Count is a whole number.
func Count(n int) Cell { return Cell{count(n)} }

// Truth is yes or no.
func Truth(b bool) Cell { return Cell{yes(b)} }

// List is several texts in one cell.
func List(s []string) Cell { return Cell{many(s)} }

// Head is a column: its name, and whether what stands in it is in the language of the
// articles, by which the direction of a sheet is chosen.
type Head struct {
	Name string
	Said bool
}

// Table writes rows that are no single findings, such as accounts, in the formats of [Formats]
// that are tables: csv and xlsx. What its texts say has passed the gate before: here nothing is
// hidden. Cells that a spreadsheet would take for formulas are made harmless.
type Table struct {
	out    *bufio.Writer
	format format
	wide   int
	values []value
}

// NewTable begins a table; name is that of its sheet.
func NewTable(w io.Writer, form, name string, heads []Head) (*Table, error) {
	const buffer = 64 << 10 // bytes
	t := &Table{out: bufio.NewWriterSize(w, buffer), wide: len(heads), values: make([]value, len(heads))}
	switch form {
	case "csv":
		t.format = &csv{w: t.out}
	case "xlsx":
		t.format = newXLSX(t.out, name)
	default:
		return nil, fmt.Errorf("no table can be %q; want csv or xlsx", form)
	}
	columns := make([]column, len(heads))
	for i, h := range heads {
		columns[i] = column{name: h.Name, said: h.Said}
	}
	return t, t.format.begin(columns)
}

// Row writes one row; it has a cell for each column.
func (t *Table) Row(cells ...Cell) error {
	if len(cells) != t.wide {
		return fmt.Errorf("table: a row of %d cells for %d columns", len(cells), t.wide)
	}
	for i, c := range cells {
		t.values[i] = c.v
	}
	return t.format.row(t.values, nil)
}

// Close ends the table. It does not close what it is written to.
func (t *Table) Close() error {
	if err := t.format.end(); err != nil {
		return err
	}
	return t.out.Flush()
}

// CSV writes rows of text as a table; see docs/formats.md.
func CSV(w io.Writer, columns []string, rows iter.Seq[[]string]) error {
	heads := make([]Head, len(columns))
	for i, c := range columns {
		heads[i].Name = c
	}
	t, err := NewTable(w, "csv", "", heads)
	if err != nil {
		return err
	}
	cells := make([]Cell, len(columns))
	for row := range rows {
		for i := range cells {
			cells[i] = Text(row[i])
		}
		if err := t.Row(cells...); err != nil {
			return err
		}
	}
	return t.Close()
}
