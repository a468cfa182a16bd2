// Package views has what several pages show of findings: reports, excerpts, origins, changes on the
// way, each in the words of the page's language, with the address of its evidence.
//
// It promises that every name and every excerpt that it gives passed the gate of private persons,
// and that no count of origins comes without its scope.
package views

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/matter"
)

// View makes what is shown of a matter in the language of a request.
type View struct {
	*site.Request
	M *matter.Matter
}

// Report is a report as pages name it.
type Report struct {
	Article  string
	Title    string
	Language string // of the title
	Outlet   string // "" where none is stated
	Day      string
	Seen     bool // the day is when it was first met
	Href     string
}

// Report is what is shown of a report of the matter; the ID alone of another.
func (v *View) Report(article string) Report {
	out := Report{Article: article, Href: v.Link("report", article)}
	rec := v.M.Record(article)
	if rec == nil {
		return out
	}
	gate := v.M.Gate(article)
	out.Title, out.Language = v.Shown(v.M.Title(article)), rec.Article.Language
	if rec.Article.Outlet != nil {
		out.Outlet = gate.Words(*rec.Article.Outlet)
	}
	for i := range v.M.Story.Reports {
		if r := &v.M.Story.Reports[i]; r.Article == article {
			out.Day, out.Seen = r.Day, r.Seen && r.Day != ""
		}
	}
	return out
}

// At is the address of a finding at its place in its report's text.
func (v *View) At(article, finding string) string {
	return v.Link("report", article) + "#t-" + finding
}

// Span is the address of a stretch of a report's text; of the report where nothing of it is known.
func (v *View) Span(article string, spans riwaya.Spans) string {
	rec := v.M.Record(article)
	if rec == nil || len(spans) == 0 {
		return v.Link("report", article)
	}
	text, at := rec.Article.Text, spans.Hull()
	if at.Start < 0 || at.End > len(text) || at.Start >= at.End {
		return v.Link("report", article)
	}
	start := utf8.RuneCountInString(text[:at.Start])
	end := start + utf8.RuneCountInString(text[at.Start:at.End])
	return v.Link("report", article) + "?at=" + strconv.Itoa(start) + "-" + strconv.Itoa(end) + "#at"
}

// Excerpt is a stretch of a report's text with a little of what stands around it.
type Excerpt struct {
	Report              Report
	Before, Text, After string
	Language            string
	Href                string
}

// around is how many bytes of the text stand on each side of what an excerpt shows.
const around = 70

// Excerpt is what stands under spans; without text where the report is none of the matter, or has
// nothing there.
func (v *View) Excerpt(e riwaya.Evidence) Excerpt {
	out := Excerpt{Report: v.Report(e.Article), Href: v.Span(e.Article, e.Spans)}
	rec := v.M.Record(e.Article)
	if rec == nil || len(e.Spans) == 0 {
		return out
	}
	text, at := rec.Article.Text, e.Spans.Hull()
	if at.Start < 0 || at.End > len(text) {
		return out
	}
	from, to := max(0, at.Start-around), min(len(text), at.End+around)
	for from > 0 && !space(text[from-1]) {
		from--
	}
	for to < len(text) && !space(text[to]) {
		to++
	}
	gate := v.M.Gate(e.Article)
	shown := func(start, end int) string {
		if start >= end {
			return ""
		}
		return v.Shown(line(gate.At(riwaya.Spans{{Start: start, End: end}})))
	}
	out.Language = rec.Article.Language
	out.Before, out.Text, out.After = shown(from, at.Start), shown(at.Start, at.End), shown(at.End, to)
	return out
}

func space(b byte) bool { return b == ' ' || b == '\n' }

// line is text on one line, with the space kept that it begins or ends with.
func line(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if out != "" && strings.TrimLeft(s, " \n\t") != s {
		out = " " + out
	}
	if out != "" && strings.TrimRight(s, " \n\t") != s {
		out += " "
	}
	return out
}

// Copied is how a report stands to another that has its text.
type Copied struct {
	Report Report
	Share  int    // of the words of the one that is looked at, in percent
	Key    string // of the words: copies, hides, shares
	Why    string // in words
	Agency string // whose text it is, "" where nobody says
	Href   string // the two side by side
}

// CopiedBy says what a report has from the other side of a copy; ok is false where it is rather
// the other that has it, and says so.
func (v *View) CopiedBy(c *riwaya.Copy, article string) (out Copied, ok bool) {
	other, share := c.A, c.ShareB
	if article == c.A {
		other, share = c.B, c.ShareA
	}
	out = Copied{Report: v.Report(other), Share: int(100*share + 0.5), Why: v.Words.Word("copy", c.Why), Href: v.Link("compare", article, other)}
	if c.Agency != nil {
		out.Agency = v.Name(c.Agency.Actor, v.M.Gate(c.Agency.By).Words(c.Agency.Name))
	}
	switch {
	case c.Directed && article == c.A:
		return out, false
	case c.Directed:
		out.Key = "copies"
	case c.Agency != nil && c.Agency.Hidden == article:
		out.Key = "hides"
	case c.Agency != nil || article > other:
		return out, false // the other side says it, or it is said once
	default:
		out.Key = "shares"
	}
	return out, true
}
