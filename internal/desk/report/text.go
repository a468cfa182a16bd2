package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/desk/marking"
)

// line is a paragraph of the text.
type line struct {
	At     int // where it begins, in code points
	Pieces []piece
}

// piece is a stretch of the text under the same marks.
type piece struct {
	Text    string
	Class   string   // of the style sheet, "" where nothing was read in it
	Of      string   // the findings over it, with spaces between
	To      string   // the finding that it is a link to, "" where it is none
	Anchors []string // the findings whose text begins here
	Asked   bool     // it is the first of the span that was asked for
}

// layers are the kinds of marks, in the order of the legend.
var layers = []string{"source", "cue", "content", "figure", "place", "time", "event", "position", "credit", "furniture"}

// links are those that lead to what is said of them. A content is as long as a paragraph, and its
// cue is beside it.
var links = []string{"source", "cue", "figure", "place", "time", "event", "position"}

// asked is the class of what an address asks for.
const asked = "asked"

// lines is the text with all that was read in it.
func (v *view) lines(at riwaya.Span) ([]line, []layer) {
	text := v.rec.Article.Text
	marks := v.marks()
	if at.Len() > 0 {
		marks = append(marks, marking.Mark{Class: asked, Spans: riwaya.Spans{at}})
	}
	var out []line
	points, bytes := 0, 0
	var private riwaya.Spans
	for _, h := range v.gate.Hidden() {
		private = append(private, h.Span)
	}
	for _, pieces := range marking.Lines(text, marks) {
		if len(pieces) > 0 {
			points += utf8.RuneCountInString(text[bytes:pieces[0].Start])
			bytes = pieces[0].Start
		}
		one := line{At: points}
		for i := range pieces {
			one.Pieces = append(one.Pieces, pieceOf(&pieces[i], marks, private))
		}
		out = append(out, one)
	}
	var legend []layer
	for _, name := range layers {
		n := 0
		for i := range marks {
			if marks[i].Class == name && len(marks[i].Spans) > 0 {
				n++
			}
		}
		if n > 0 {
			legend = append(legend, layer{name, n})
		}
	}
	return out, legend
}

// pieceOf is a piece as the page has it. What names a private person is no link.
func pieceOf(p *marking.Piece, marks []marking.Mark, private riwaya.Spans) piece {
	out := piece{Text: p.Text}
	var classes, of []string
	named := slices.ContainsFunc(private, riwaya.Span{Start: p.Start, End: p.Start + len(p.Text)}.Overlaps)
	for _, n := range p.Over {
		m := &marks[n]
		if !slices.Contains(classes, m.Class) {
			classes = append(classes, m.Class)
		}
		if m.ID == "" {
			continue
		}
		if !slices.Contains(of, m.ID) {
			of = append(of, m.ID)
		}
		if !named && slices.Contains(links, m.Class) {
			out.To = m.ID
		}
	}
	for _, n := range p.Begins {
		switch m := &marks[n]; {
		case m.Class == asked:
			out.Asked = true
		case m.ID != "" && m.Class != "source" && m.Class != "content": // a claim is where its cue is
			out.Anchors = append(out.Anchors, m.ID)
		}
	}
	if len(classes) > 0 {
		out.Class = "mark " + strings.Join(classes, " ")
	}
	out.Of = strings.Join(of, " ")
	return out
}

// marks are all that is marked in the text.
func (v *view) marks() []marking.Mark {
	rec := v.rec
	var out []marking.Mark
	add := func(class, id string, spans riwaya.Spans) {
		out = append(out, marking.Mark{Class: class, ID: id, Spans: spans})
	}
	if len(rec.Article.Body) > 0 {
		at := 0
		for _, s := range append(slices.Clone(rec.Article.Body), riwaya.Span{Start: len(rec.Article.Text)}) {
			if strings.TrimSpace(rec.Article.Text[at:max(at, s.Start)]) != "" {
				add("furniture", "", riwaya.Spans{{Start: at, End: s.Start}})
			}
			at = max(at, s.End)
		}
	}
	for i := range rec.Article.Credits {
		if s := rec.Article.Credits[i].Span; s.Len() > 0 {
			add("credit", "", riwaya.Spans{s})
		}
	}
	for i := range rec.Claims {
		c := &rec.Claims[i]
		add("content", c.ID, c.Content.Spans)
		add("source", c.ID, c.Source.Spans)
		add("cue", c.ID, c.Cue.Spans)
	}
	for i := range rec.Positions {
		add("position", rec.Positions[i].ID, rec.Positions[i].Span)
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		spans := slices.Clone(e.Span)
		for _, m := range e.Mentions {
			if !slices.Equal(m.Span, e.Span) {
				spans = append(spans, m.Span...)
			}
		}
		add("event", e.ID, spans)
	}
	for i := range rec.Figures {
		add("figure", rec.Figures[i].ID, rec.Figures[i].Span)
	}
	for i := range rec.Places {
		add("place", rec.Places[i].ID, rec.Places[i].Span)
	}
	for i := range rec.Times {
		add("time", rec.Times[i].ID, rec.Times[i].Span)
	}
	return out
}

// askedFor is the span of an address, START-END in code points, in bytes; false where it is none.
func askedFor(s, text string) (riwaya.Span, bool) {
	from, to, ok := strings.Cut(s, "-")
	start, err1 := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	if !ok || err1 != nil || err2 != nil || start < 0 || end <= start {
		return riwaya.Span{}, false
	}
	out := riwaya.Span{Start: len(text), End: len(text)}
	n := 0
	for i := range text {
		if n == start {
			out.Start = i
		}
		if n == end {
			out.End = i
			break
		}
		n++
	}
	return out, out.Len() > 0
}
