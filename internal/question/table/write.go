package table

import (
	"encoding/json"
	"fmt"
	"io"

	"riwaya"
	"riwaya/internal/export"
	"riwaya/internal/question/track"
)

// Formats are what can be written.
var Formats = []string{"text", "json", "csv", "xlsx"}

// Options are how to write.
type Options struct {
	Format string // one of Formats
	Width  int    // columns of a terminal, for text
}

// Scope is what the ledger had to give: nothing is said of more.
type Scope struct {
	Reports int    `json:"reports"`
	From    string `json:"from"` // first and last day of the reports, "" where not known
	To      string `json:"to"`
}

// Note stands below every tracker.
const Note = "Each row is one figure as somebody gave it. Nothing is added up."

// Question writes a question with its accounts.
func Question(w io.Writer, q *riwaya.Question, o Options) error {
	switch o.Format {
	case "text":
		return questionText(w, q, o.Width)
	case "json":
		return encode(w, q)
	}
	t, err := export.NewTable(w, o.Format, "accounts", accountHeads)
	if err != nil {
		return err
	}
	for i := range q.Accounts {
		a := &q.Accounts[i]
		for j := range a.Figures {
			g := &a.Figures[j]
			if err := t.Row(accountRow(q, i, a, g)...); err != nil {
				return err
			}
		}
	}
	return t.Close()
}

// Tracker writes the rows of a tracker.
func Tracker(w io.Writer, name string, rows []track.Row, s Scope, o Options) error {
	switch o.Format {
	case "text":
		return trackerText(w, name, rows, s, o.Width)
	case "json":
		return encode(w, struct {
			Tracker  string      `json:"tracker"`
			Rows     []track.Row `json:"rows"`
			Searched Scope       `json:"searched"`
			Note     string      `json:"note"`
		}{name, rows, s, Note})
	}
	t, err := export.NewTable(w, o.Format, "tracker", trackerHeads)
	if err != nil {
		return err
	}
	for i := range rows {
		if err := t.Row(trackerRow(&rows[i])...); err != nil {
			return err
		}
	}
	return t.Close()
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	return nil
}
