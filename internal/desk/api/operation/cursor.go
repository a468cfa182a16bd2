package operation

import (
	"encoding/base64"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"riwaya/internal/across"
)

// A cursor is where in the order of a list the last member stood. It is opaque to who gets it: it
// says nothing that the member did not, and what it is made of may change.

// cursorVersion changes when what cursors are made of does.
const cursorVersion = 1

type cursor struct {
	V  int    `json:"v"`
	Of string `json:"o"` // the list
	D  string `json:"d"`
	N  int    `json:"n"`
	ID string `json:"i"`
}

// After is the cursor of a place in a list.
func After(list string, p across.Place) string {
	b, err := json.Marshal(cursor{cursorVersion, list, p.Day, p.Reports, p.ID})
	if err != nil {
		return "" // never: these are a number and three strings
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// Place is the place that a cursor of a list stands for, nil of none.
func Place(list, s string) (*across.Place, error) {
	if s == "" {
		return nil, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(s)
	var c cursor
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.V != cursorVersion || c.Of != list {
		return nil, Wrong("query.cursor", "this is no cursor that this list gave")
	}
	return &across.Place{Day: c.D, Reports: c.N, ID: c.ID}, nil
}

// Wrong is an error of one parameter.
func Wrong(where, why string) error {
	return huma.Error422UnprocessableEntity(why, &huma.ErrorDetail{Message: why, Location: where})
}

// Listing are the parameters of every list.
type Listing struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"how many members at most"`
	Cursor string `query:"cursor" maxLength:"1000" doc:"next of the answer before"`
}

// Period are days between which something lies.
type Period struct {
	From string `query:"from" format:"date" doc:"the first day, 2006-01-02"`
	To   string `query:"to" format:"date" doc:"the last day"`
}
