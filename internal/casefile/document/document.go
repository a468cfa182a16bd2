// Package document writes a case as a document with pages, in Arabic or English.
//
// It promises that above every entry, and beside every figure and telling in it, stands whether a
// person reviewed it, whatever is asked for; that what it says of private persons, and who
// asked for their names, stands on the first page; and that the same data give the same bytes.
package document

import (
	"io"
	"strconv"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/casefile/typeset"
	casewords "riwaya/internal/casefile/words"
	"riwaya/internal/desk/words"
)

// Data are what a document is made of.
type Data struct {
	Case     casefile.Case
	Language string
	Entries  []entry.Entry // those that are in it
	Left     int           // items that are left out
	At       time.Time
	By       string // a pseudonym
	Names    bool   // private persons are named
	Why      string // and the reason that was given
	Program  string
	ReadBy   []string // versions of program and lexicon that the reports were read by
	Ledger   Ledger
	Kept     func(r *entry.Report) Kept // where a report's evidence is in the folder
}

// Kept says where the evidence of a report is: a path in the folder, or the key of why it is not.
type Kept struct {
	Capture, CaptureWhy string
	Proof, ProofWhy     string
}

// Ledger is what the ledger has that was searched.
type Ledger struct {
	Captures, Reports, Articles                       int64
	Languages                                         []Count
	Outlets                                           []Count // the largest first
	Nowhere, Undated                                  int
	First, Last                                       string
	Gaps                                              []Gap
	Failures, Missed, Gone, Absent, Withdrawn, Undone int64
	Leaves                                            int64 // that the signed head covers
	Signed                                            time.Time
	Head                                              string // short, to be read out; "" where there is none
}

// Gap is a stretch of days in which the ledger has no report of an outlet that seldom is silent so
// long.
type Gap struct{ Outlet, From, To string }

// Count is how many reports something has.
type Count struct {
	Name        string
	N           int
	First, Last string
}

// sheet is what a document is written on: pages, or what a page of the desk shows.
type sheet interface {
	Paragraph(typeset.Block, ...typeset.Run)
	Heading(level int, text string, newPage bool)
	Field(label string, size float64, keep bool, value ...typeset.Run)
	Missing() []rune
}

// writer is a document that is being written.
type writer struct {
	sheet
	Data
	w      *words.Catalog
	labels *strings.Replacer
}

// Sizes of letters, in points.
const (
	bodySize  = 10.5
	smallSize = 9.0
	quoteSize = 12.0
)

// PDF writes the document.
func PDF(out io.Writer, d Data) error {
	set, err := typeset.New()
	if err != nil {
		return err
	}
	w := &writer{sheet: set, Data: d}
	if w.w, err = casewords.Load(d.Language); err != nil {
		return err
	}
	w.labels = labels(w.w)
	set.Title, set.Language, set.RTL, set.Made = d.Case.Name, d.Language, w.w.Direction == "rtl", d.At
	set.Footer = func(page, pages int) string { return w.w.Say("doc.page", d.Case.Name, page, pages) }
	w.front()
	for i := range d.Entries {
		w.entry(i+1, &d.Entries[i])
	}
	w.method()
	return set.Write(out)
}

// labels puts what stands for private persons into the document's language.
func labels(c *words.Catalog) *strings.Replacer {
	pairs := []string{"[private person]", c.Say("label.withheld.private person"), "[withheld: it names a private person]", c.Say("label.withheld.address")}
	for _, k := range riwaya.SourceKinds {
		pairs = append(pairs, "["+k+"]", "["+c.Say("kindof."+k)+"]")
	}
	return strings.NewReplacer(pairs...)
}

// say is a text of the document; values keep their directions.
func (w *writer) say(key string, values ...any) string { return w.w.Say(key, values...) }

// named is the text of a value of a list, or the value itself where there are no words for it.
func (w *writer) named(prefix, value string) string {
	if w.w.Has(prefix + value) {
		return w.say(prefix + value)
	}
	return value
}

// shown is a text of an article as it stands here.
func (w *writer) shown(s string) string { return w.labels.Replace(s) }

func body(s string) typeset.Run {
	return typeset.Run{Text: s, Style: typeset.Style{Size: bodySize}}
}

func small(s string) typeset.Run {
	return typeset.Run{Text: s, Style: typeset.Style{Size: smallSize}}
}

// field writes a label and its value; nothing where there is none.
func (w *writer) field(label, value string) {
	if value = strings.TrimSpace(value); value != "" {
		w.Field(w.say(label), smallSize+0.5, false, typeset.Run{Text: value, Style: typeset.Style{Size: smallSize + 0.5}})
	}
}

// code writes a label and a hash, which is to stand on one line.
func (w *writer) code(label, value string) {
	w.Field(w.say(label), smallSize+0.5, false, typeset.Run{Text: typeset.Isolate(value), Style: typeset.Style{Size: smallSize}})
}

// front is the first page: what this is, and what one must know to read it.
func (w *writer) front() {
	w.Paragraph(typeset.Block{Keep: true}, typeset.Run{Text: w.say("doc.kind"), Style: typeset.Style{Size: 11, Gray: 0.35}})
	w.Heading(0, w.Case.Name, false)
	w.Paragraph(typeset.Block{}, small(""))
	w.field("doc.case", typeset.Isolate(w.Case.ID))
	w.field("doc.made", minute(w.Case.Made))
	w.field("doc.exported", minute(w.At))
	w.field("doc.by", typeset.Isolate(w.By))
	items := w.say("doc.entries", len(w.Entries))
	if w.Left > 0 {
		items += w.stop() + w.say("doc.left", w.Left)
	}
	w.field("doc.items", items)
	reports, reviewed := map[string]bool{}, 0
	for i := range w.Entries {
		e := &w.Entries[i]
		if e.Review.State != entry.ByMachine {
			reviewed++
		}
		if e.Report != nil {
			reports[e.Report.Article] = true
		}
		for k := range e.Others {
			reports[e.Others[k].Report.Article] = true
		}
		for k := range e.Figures {
			reports[e.Figures[k].Article] = true
		}
	}
	w.field("doc.reports", w.say("doc.reports.n", len(reports)))
	w.field("doc.reviewed", w.say("doc.reviewed.n", reviewed, len(w.Entries)))
	names := w.say("doc.names.hidden")
	if w.Names {
		names = w.say("doc.names.shown", w.Why)
	}
	w.Paragraph(typeset.Block{Before: 10, Filled: true}, typeset.Run{Text: names, Style: typeset.Style{Size: bodySize, Bold: w.Names}})
	w.Heading(2, w.say("doc.read"), false)
	for _, key := range []string{"doc.read.1", "doc.read.2", "doc.read.3", "doc.read.4", "doc.manifest"} {
		w.Paragraph(typeset.Block{Before: 3}, body(w.say(key)))
	}
	if len(w.Entries) > 0 {
		w.Heading(2, w.say("doc.contents"), false)
	}
	for i := range w.Entries {
		w.Paragraph(typeset.Block{Before: 1}, small(w.heading(i+1, &w.Entries[i])+" — "+typeset.Isolate(w.state(&w.Entries[i]))))
	}
}

// stop is what stands between two statements on a line.
func (w *writer) stop() string { return " · " }

func minute(t time.Time) string {
	return typeset.Isolate(t.UTC().Format("2006-01-02 15:04 UTC"))
}

// heading is what an entry is called.
func (w *writer) heading(n int, e *entry.Entry) string {
	s := w.say("doc.entry", n, w.say("kind."+e.Kind))
	if about := w.about(e); about != "" {
		s += ": " + typeset.Isolate(about)
	}
	return s
}

// about is what an entry is about, in a few words.
func (w *writer) about(e *entry.Entry) string {
	const most = 90 // letters
	switch {
	case e.Gone != "":
		return typeset.Isolate(e.About)
	case e.Kind == casefile.Note:
		return brief(e.Comment, most)
	case e.Asked != nil:
		return w.asked(e.Asked)
	case e.Kind == casefile.Incident:
		s := w.what(e.Event)
		if e.Place != nil {
			s += w.stop() + typeset.Isolate(w.shown(e.Place.Name))
		}
		if e.Time != nil {
			s += w.stop() + typeset.Isolate(e.Time.Last)
		}
		return s
	case e.Kind == casefile.Report:
		return brief(w.shown(e.Title), most)
	case e.Kind == casefile.Figure && len(e.Figures) > 0:
		return w.figureBrief(&e.Figures[0])
	}
	return brief(w.shown(e.Quote), most)
}

// brief is the beginning of a text, on one line.
func brief(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n++; n > most {
			cut := s[:i]
			if k := strings.LastIndexByte(cut, ' '); k > 0 {
				cut = cut[:k]
			}
			return cut + " …"
		}
	}
	return s
}

func number(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}
