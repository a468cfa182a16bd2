package export

import (
	"bufio"
	"io"
	"iter"
)

// CSV writes rows of text as all CSV is written here: see docs/formats.md. What would be a formula
// gets an apostrophe.
func CSV(w io.Writer, columns []string, rows iter.Seq[[]string]) error {
	out := bufio.NewWriter(w)
	f := &csv{w: out}
	head := make([]column, len(columns))
	for i := range columns {
		head[i].name = columns[i]
	}
	if err := f.begin(head); err != nil {
		return err
	}
	values := make([]value, len(columns))
	for row := range rows {
		for i := range values {
			values[i] = str(row[i])
		}
		if err := f.row(values, nil); err != nil {
			return err
		}
	}
	return out.Flush()
}
