package export

import (
	"bufio"
	"strconv"
)

// geojson is a FeatureCollection of RFC 7946, one feature a line: a point, longitude
// first, and the row as its properties. place_precision says how exactly the point is
// known: most are the middle of a town or a district, not where something happened. What
// has no point is left out.
type geojson struct {
	w       *bufio.Writer
	columns []column
	object  object
	n       int
}

func (f *geojson) begin(columns []column) error {
	f.columns = columns
	_, err := f.w.WriteString(`{"type":"FeatureCollection","features":[`)
	return err
}

func (f *geojson) row(values []value, at *point) error {
	if at == nil {
		return nil
	}
	b, err := f.object.of(f.columns, values)
	if err != nil {
		return err
	}
	if f.n++; f.n > 1 {
		f.w.WriteByte(',')
	}
	f.w.WriteString("\n" + `{"type":"Feature","geometry":{"type":"Point","coordinates":[`)
	f.w.WriteString(strconv.FormatFloat(at.lon, 'f', -1, 64))
	f.w.WriteByte(',')
	f.w.WriteString(strconv.FormatFloat(at.lat, 'f', -1, 64))
	f.w.WriteString(`]},"properties":`)
	f.w.Write(b)
	return f.w.WriteByte('}')
}

func (f *geojson) end() error {
	_, err := f.w.WriteString("\n]}\n")
	return err
}
