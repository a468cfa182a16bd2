package show

import (
	"fmt"
	"io"
	"slices"
	"strings"

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

// Lines writes blocks, until one cannot be written.
type Lines struct {
	W     io.Writer
	Width int // columns
	Err   error
}

// Block is the function of that name; runs that are blank are left out.
func (l *Lines) Block(label string, runs ...string) {
	if l.Err == nil {
		l.Err = Block(l.W, label, l.Width, slices.DeleteFunc(runs, func(r string) bool { return strings.TrimSpace(r) == "" })...)
	}
}

// Blank writes an empty line.
func (l *Lines) Blank() {
	if l.Err == nil {
		_, l.Err = io.WriteString(l.W, "\n")
	}
}

// Many is a number of things: "1 report", "2 reports".
func Many(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// Amount is a figure's number with what bounds it: "≥30", "~400", "400 of 900".
func Amount(f *riwaya.Figure) string { return amount(f) }
