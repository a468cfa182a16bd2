package reviewing

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/show/privacy"
)

// piece is a stretch of an article's text as a page shows it. From and To are code points of the text:
// by them a selection on the page is found in the article.
type piece struct {
	From, To int
	Text     string
	Hidden   bool   // the text is what a private person is, and not what stands there
	Class    string // "" or what stands there: source, cue, content, figure, place, time, finding
	On       bool   // it is of the finding that the page is about
	Line     bool   // a new line begins with it
}

// marked is a stretch to be marked. Of those that overlap the later in the list is inside.
type marked struct {
	at    riwaya.Span
	class string
	on    bool
}

// pieces cut a text at marks, lines and what is hidden.
func pieces(v *review.Reviewed, g gate, marks []marked) (out []piece) {
	text := v.Record.Article.Text
	cuts := []int{0, len(text)}
	for _, m := range marks {
		cuts = append(cuts, m.at.Start, m.at.End)
	}
	hidden := g.Hidden()
	for _, h := range hidden {
		cuts = append(cuts, h.Span.Start, h.Span.End)
	}
	for i := range text {
		if text[i] == '\n' {
			cuts = append(cuts, i, i+1)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	line := true
	for i := 0; i+1 < len(cuts); i++ {
		at := riwaya.Span{Start: cuts[i], End: cuts[i+1]}
		if text[at.Start:at.End] == "\n" {
			line = true
			continue
		}
		p := piece{From: v.Points().Count(at.Start), To: v.Points().Count(at.End), Text: at.Of(text), Line: line}
		line = false
		for _, m := range marks {
			if m.at.Contains(at) {
				p.Class, p.On = m.class, p.On || m.on
			}
		}
		if k := slices.IndexFunc(hidden, func(h privacy.Stretch) bool { return h.Span.Overlaps(at) }); k >= 0 {
			h := hidden[k]
			p.Hidden, p.Text = true, g.view.Shown(h.Label)
			p.From, p.To = v.Points().Count(h.Span.Start), v.Points().Count(h.Span.End)
			if h.Span.Start < at.Start {
				continue // its beginning says it
			}
		}
		out = append(out, p)
	}
	return out
}

// lines are pieces line by line, those without words left out.
func lines(all []piece) (out [][]piece) {
	for _, p := range all {
		if p.Line || out == nil {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], p)
	}
	return slices.DeleteFunc(out, func(l []piece) bool {
		return !slices.ContainsFunc(l, func(p piece) bool { return strings.TrimSpace(p.Text) != "" })
	})
}

// marksOf are the stretches of a finding: of a claim its content, source and cue, of others where they
// stand. Corrected places of reviewers are marked as theirs.
func marksOf(v *review.Reviewed, f *review.Finding) (out []marked) {
	add := func(values finding.Values, class string) {
		for _, field := range finding.Fields(f.Layer) {
			if field.Kind != finding.At {
				continue
			}
			at, err := finding.Spans(v.Points(), v.Record.Article.Text, values[field.Name].At)
			if err != nil {
				continue
			}
			for _, s := range at {
				out = append(out, marked{s, cmp.Or(class, classOf(f.Layer, field)), true})
			}
		}
	}
	is := f.Read
	if is == nil {
		for i := range f.Opinions {
			if is = f.Opinions[i].Values(); is != nil {
				break
			}
		}
	}
	add(is, "")
	slices.SortStableFunc(out, func(a, b marked) int { return b.at.Len() - a.at.Len() })
	return out
}

// classOf is as what a field's place is marked.
func classOf(layer string, f finding.Field) string {
	switch layer {
	case finding.Claims, finding.Positions:
		if f.Anchor {
			return "cue"
		}
		return f.Name
	case finding.Figures:
		return "figure"
	case finding.Times:
		return "time"
	case finding.Places:
		return "place"
	case finding.Actors:
		return "source"
	}
	return "cue"
}
