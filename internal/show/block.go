package show

import (
	"io"

	"riwaya"
)

// Block writes runs of words under a margin, as records are written: the first line begins
// with label, the others with as many spaces, none is wider than width columns, and a run that
// is read from right to left stands between isolates on each line.
func Block(w io.Writer, label string, width int, runs ...string) error {
	p := &page{o: Options{Width: width}}
	all := make([]run, len(runs))
	for i, r := range runs {
		all[i] = run{r, normal}
	}
	p.block(label, 0, all...)
	return p.writeTo(w)
}

// Amount is a figure's number with what bounds it: "≥30", "~400", "400 of 900".
func Amount(f *riwaya.Figure) string { return amount(f) }
