// Package export writes findings of a ledger for other programs: one row a finding, with
// its words, who said it, where it stands and how it was found. docs/formats.md describes
// each column.
//
// It promises that rows come out as they come in, so that memory does not grow with their
// number; that the same readings give the same bytes; and that every text of a row passes
// the gate of package show, so that no private person leaves by name. It adds nothing up and
// decides nothing about a finding.
package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"riwaya/internal/ledger"
)

// Formats are what can be written.
var Formats = []string{"csv", "xlsx", "jsonl", "geojson"}

// Kinds are what can be exported.
var Kinds = []string{"claims", "figures", "events", "positions", "articles"}

// format is one way of writing rows. A row has a value for each column; at is where on
// earth it is, nil where that is not known.
type format interface {
	begin(columns []column) error
	row(values []value, at *point) error
	end() error
}

// point is a place in degrees, WGS 84.
type point struct{ lat, lon float64 }

// Writer writes the findings of one kind.
type Writer struct {
	// Keep says which findings of an article are written; nil: all.
	Keep func(article, finding string) bool
	// Reviewed says in words what people decided about a finding; nil: nobody decided anything.
	Reviewed func(article, finding string) string

	out     *bufio.Writer
	format  format
	columns []column
	rows    func(*ledger.Kept) []*line
	values  []value
}

// Layers are the layers of a reading that a kind needs: its own, what its rows are linked
// to, and those that say who is private.
func Layers(kind string) []string {
	switch kind {
	case "claims":
		return []string{"claims", "actors"}
	case "positions":
		return []string{"claims", "actors", "positions"}
	case "figures":
		return []string{"claims", "figures", "times", "places", "actors"}
	case "events":
		return []string{"claims", "figures", "times", "places", "actors", "events"}
	}
	return []string{"claims", "figures", "actors", "events", "positions"} // to be counted
}

// Check says what is wrong with a kind and a format, nil where they can be written.
func Check(kind, format string) error {
	for _, one := range []struct {
		what, word string
		among      []string
	}{{"kind", kind, Kinds}, {"format", format, Formats}} {
		if !has(one.among, one.word) {
			return fmt.Errorf("no %s %q; want one of %s", one.what, one.word, strings.Join(one.among, ", "))
		}
	}
	if format == "geojson" && kind != "figures" && kind != "events" {
		return fmt.Errorf("geojson holds what has a place: figures, events; %s can be csv, xlsx, jsonl", kind)
	}
	return nil
}

func has(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// New begins a file.
func New(w io.Writer, kind, name string) (*Writer, error) {
	if err := Check(kind, name); err != nil {
		return nil, err
	}
	const buffer = 64 << 10 // bytes
	x := &Writer{out: bufio.NewWriterSize(w, buffer)}
	x.columns, x.rows = table(kind)
	switch name {
	case "csv":
		x.format = &csv{w: x.out}
	case "xlsx":
		x.format = newXLSX(x.out, kind)
	case "jsonl":
		x.format = &jsonl{w: x.out}
	case "geojson":
		x.format = &geojson{w: x.out}
	}
	x.values = make([]value, len(x.columns))
	return x, x.format.begin(x.columns)
}

// Add writes the rows of one reading.
func (x *Writer) Add(r *ledger.Kept) error {
	for _, l := range x.rows(r) {
		if x.Keep != nil && !x.Keep(r.Article, l.id) {
			continue
		}
		if l.review = Unreviewed; x.Reviewed != nil {
			l.review = x.Reviewed(r.Article, l.id)
		}
		for i := range x.columns {
			x.values[i] = l.pass(x.columns[i].get(l))
		}
		if err := x.format.row(x.values, l.point()); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the file. It does not close what it is written to.
func (x *Writer) Close() error {
	if err := x.format.end(); err != nil {
		return err
	}
	return x.out.Flush()
}
