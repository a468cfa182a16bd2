package hit

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/search/snippet"
	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
)

// Page is one page of the results of a search.
type Page struct {
	Query string
	Count int // of all results
	Hits  []Hit
	Next  string // where the next page begins, "" where there is none
}

// Text writes a page for people, in lines of the options' width.
func (p *Page) Text(w io.Writer, o show.Options) error {
	var b strings.Builder
	for i := range p.Hits {
		p.Hits[i].text(&b, o)
	}
	switch {
	case p.Count == 1:
		b.WriteString("1 article\n")
	default:
		fmt.Fprintf(&b, "%d articles\n", p.Count)
	}
	if p.Next != "" {
		fmt.Fprintf(&b, "more: --cursor %s\n", p.Next)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

const margin = "    "

func (h *Hit) text(b *strings.Builder, o show.Options) {
	write := func(indent, text string, marks riwaya.Spans) {
		for _, l := range terminal.Marked(text, marks, o.Width-len(indent), o.Color) {
			b.WriteString(indent + l + "\n")
		}
	}
	if title := h.Title; title != "" {
		write("", title, h.Marks)
	} else {
		b.WriteString("(no title)\n")
	}
	parts := []string{h.day()}
	if h.Outlet != "" {
		parts = append(parts, terminal.Isolate(h.Outlet))
	}
	if h.Versions > 1 {
		parts = append(parts, fmt.Sprintf("version %d of %d", h.Version, h.Versions))
	}
	b.WriteString(margin + strings.Join(append(parts, h.Article), " · ") + "\n")
	if h.URL != "" {
		b.WriteString(margin + terminal.Isolate(h.URL) + "\n")
	}
	text, marks := dotted(h.Snippet)
	write(margin, text, marks)
	for _, f := range h.Findings {
		parts := []string{f.What}
		if f.Source != "" {
			parts = append(parts, terminal.Isolate(f.Source))
		}
		b.WriteString(margin + "- " + strings.Join(append(parts, f.ID), " · ") + "\n")
		write(margin+"  ", f.Text, nil)
	}
	if h.More > 0 {
		fmt.Fprintf(b, margin+"- and %d more\n", h.More)
	}
	b.WriteByte('\n')
}

// day is when it appeared, in words that say so where that is not known.
func (h *Hit) day() string {
	switch {
	case h.Day == "":
		return "no date"
	case h.Seen:
		return "seen " + h.Day
	}
	return h.Day
}

// dotted is a stretch with an ellipsis where the article goes on.
func dotted(s snippet.Snippet) (string, riwaya.Spans) {
	text, marks := s.Text, s.Marks
	if s.MoreBefore {
		const before = "… "
		moved := make(riwaya.Spans, len(marks))
		for i, m := range marks {
			moved[i] = riwaya.Span{Start: m.Start + len(before), End: m.End + len(before)}
		}
		text, marks = before+text, moved
	}
	if s.MoreAfter {
		text += " …"
	}
	return text, marks
}

// wire is a hit as JSON has it.
type wire struct {
	Article  string        `json:"article"`
	Title    string        `json:"title"`
	Marks    [][2]int      `json:"title_marks"`
	Outlet   *string       `json:"outlet"`
	URL      *string       `json:"url"`
	Language string        `json:"language"`
	Day      *string       `json:"day"`
	Seen     bool          `json:"seen"`
	Version  int           `json:"version"`
	Versions int           `json:"versions"`
	Snippet  wireSnippet   `json:"snippet"`
	Findings []wireFinding `json:"findings"`
	More     int           `json:"more_findings"`
}

type wireSnippet struct {
	Text       string   `json:"text"`
	Marks      [][2]int `json:"marks"`
	MoreBefore bool     `json:"more_before"`
	MoreAfter  bool     `json:"more_after"`
}

type wireFinding struct {
	Kind   string  `json:"kind"`
	ID     string  `json:"id"`
	What   string  `json:"what"`
	Text   string  `json:"text"`
	Source *string `json:"source"`
}

func (h *Hit) wire() wire {
	w := wire{Article: h.Article, Title: h.Title, Marks: points(h.Title, h.Marks), Outlet: null(h.Outlet), URL: null(h.URL), Language: h.Language,
		Day: null(h.Day), Seen: h.Seen, Version: h.Version, Versions: h.Versions, Findings: []wireFinding{}, More: h.More,
		Snippet: wireSnippet{h.Snippet.Text, points(h.Snippet.Text, h.Snippet.Marks), h.Snippet.MoreBefore, h.Snippet.MoreAfter}}
	for _, f := range h.Findings {
		w.Findings = append(w.Findings, wireFinding{f.Kind, f.ID, f.What, f.Text, null(f.Source)})
	}
	return w
}

func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// points are spans in code points, as in a record.
func points(text string, spans riwaya.Spans) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i][0] = utf8.RuneCountInString(text[:s.Start])
		out[i][1] = out[i][0] + utf8.RuneCountInString(text[s.Start:s.End])
	}
	return out
}

// JSON writes a page as one object.
func (p *Page) JSON(w io.Writer) error {
	out := struct {
		Query   string  `json:"query"`
		Count   int     `json:"count"`
		Results []wire  `json:"results"`
		Next    *string `json:"next"`
	}{p.Query, p.Count, []wire{}, null(p.Next)}
	for i := range p.Hits {
		out.Results = append(out.Results, p.Hits[i].wire())
	}
	e := encoder(w)
	e.SetIndent("", " ")
	return e.Encode(out)
}

// Lines writes each hit as JSON on a line of its own.
func (p *Page) Lines(w io.Writer) error {
	e := encoder(w)
	for i := range p.Hits {
		if err := e.Encode(p.Hits[i].wire()); err != nil {
			return err
		}
	}
	return nil
}

func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// columns are those of the CSV.
var columns = []string{"article", "day", "seen", "title", "outlet", "url", "language", "version", "versions", "snippet", "findings"}

// CSV writes hits as a table (RFC 4180) that spreadsheets open with its Arabic whole: it
// begins with the mark of UTF-8. A cell that a spreadsheet would take for a formula has a
// ' before it.
func (p *Page) CSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(columns); err != nil {
		return err
	}
	for i := range p.Hits {
		h := &p.Hits[i]
		text, marks := dotted(h.Snippet)
		var found []string
		for _, f := range h.Findings {
			one := f.What + ": " + f.Text
			if f.Source != "" {
				one += " (" + f.Source + ")"
			}
			found = append(found, one)
		}
		row := []string{h.Article, h.Day, strconv.FormatBool(h.Seen), h.Title, h.Outlet, h.URL, h.Language, strconv.Itoa(h.Version), strconv.Itoa(h.Versions),
			strings.Join(terminal.Marked(text, marks, 1<<20, false), " "), strings.Join(found, "; ")}
		for k := range row {
			row[k] = harmless(terminal.Plain(row[k]))
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// harmless is a cell that no spreadsheet runs.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
