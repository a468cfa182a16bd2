package read

import (
	"riwaya/internal/gazetteer"
	"riwaya/internal/toponym"
)

// AddPlaces puts a table of places behind those that the program ships with. It must be
// called before anything is read.
func (r *Reader) AddPlaces(t *gazetteer.Table) { r.places.Add(t) }

// Words calls see for every word of a text, with what the tables of places make of it.
func (r *Reader) Words(text string, see func(toponym.Seen)) {
	r.places.Tally(r.arabic.Parse(text), see)
}
