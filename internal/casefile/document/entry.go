package document

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/casefile/typeset"
)

// state says of an entry whether a person reviewed it.
func (w *writer) state(e *entry.Entry) string {
	if e.Kind == casefile.Note {
		return w.say("review.note")
	}
	return w.reviewed(&e.Review)
}

func (w *writer) reviewed(r *entry.Review) string {
	if r.State == entry.ByMachine {
		return w.say("review.machine")
	}
	by := strings.Join(r.By, ", ")
	key := "review." + r.State
	if r.Rejected {
		key = "review.rejected"
	}
	s := w.say(key, by)
	if len(r.Corrected) > 0 {
		s += "; " + w.say("review.corrected", strings.Join(r.Corrected, ", "))
	}
	return s
}

// entry writes one entry.
func (w *writer) entry(n int, e *entry.Entry) {
	w.Heading(1, w.heading(n, e), n == 1)
	w.Paragraph(typeset.Block{Before: 2, Filled: true, Keep: true}, typeset.Run{Text: w.state(e), Style: typeset.Style{Size: smallSize + 0.5, Bold: true}})
	switch {
	case e.Kind == casefile.Note:
		w.Paragraph(typeset.Block{Before: 6, Direction: typeset.Auto}, body(e.Comment))
		return
	case e.Gone != "":
		w.Paragraph(typeset.Block{Before: 6}, body(w.say("gone."+e.Gone)))
		w.own(e)
		w.field("label.finding", typeset.Isolate(e.About))
		return
	}
	w.quote(e)
	w.own(e)
	w.space()
	w.facts(e)
}

// facts writes what is known of an entry beside its quote.
func (w *writer) facts(e *entry.Entry) {
	w.source(&e.Source, e.Report != nil && e.Kind != casefile.Report)
	w.chain(e)
	w.origins(e)
	w.event(e)
	if e.Asked != nil {
		w.field("label.asked", w.asked(e.Asked))
		w.field("label.answers", w.answered(e.Asked))
	}
	w.where(e.Place)
	w.when(e.Time)
	w.figures(e)
	w.tellings(e)
	if e.Report != nil {
		w.report(e.Report, e.Kind == casefile.Report)
	}
	w.field("label.finding", typeset.Isolate(e.About))
}

func (w *writer) space() {
	w.Paragraph(typeset.Block{}, typeset.Run{Text: "", Style: typeset.Style{Size: 4}})
}

// quote writes the words of the report, in their own direction.
func (w *writer) quote(e *entry.Entry) {
	if e.Quote == "" {
		return
	}
	label := "label.quote"
	if e.Kind == casefile.Report {
		label = "label.beginning"
	}
	s := w.say(label)
	if e.Language != "" {
		s += " (" + w.named("lang.", e.Language) + ")"
	}
	w.label(s)
	w.Paragraph(typeset.Block{Before: 2, Bar: true, Direction: typeset.Auto}, typeset.Run{Text: w.shown(e.Quote), Style: typeset.Style{Size: quoteSize}})
}

func (w *writer) label(s string) {
	w.Paragraph(typeset.Block{Before: 6, Keep: true}, typeset.Run{Text: s, Style: typeset.Style{Size: smallSize, Bold: true, Gray: 0.25}})
}

// own writes what the user wrote.
func (w *writer) own(e *entry.Entry) {
	if e.Translation != "" {
		w.label(w.say("label.translation"))
		w.Paragraph(typeset.Block{Before: 2, Bar: true, Direction: typeset.Auto}, body(e.Translation))
	}
	if e.Comment != "" {
		w.label(w.say("label.comment"))
		w.Paragraph(typeset.Block{Before: 2, Direction: typeset.Auto}, body(e.Comment))
	}
}

// source writes who says it, by which word.
func (w *writer) source(s *entry.Source, own bool) {
	if s.Kind == "" {
		if own {
			w.field("label.source", w.say("source.own"))
		}
		return
	}
	w.field("label.source", w.who(s))
	cue := typeset.Isolate(s.Cue)
	if s.Class != "" && s.Cue != "" {
		cue += w.stop() + w.say("source.mode."+s.Mode)
	}
	if s.Negated {
		cue += w.stop() + w.say("source.negated")
	}
	w.field("label.cue", cue)
	w.field("label.hedges", w.isolated(s.Hedges))
	if s.Medium != "" {
		w.field("label.medium", typeset.Isolate(w.shown(s.Medium)))
	}
	if s.Addressee != "" {
		w.field("label.addressee", typeset.Isolate(w.shown(s.Addressee)))
	}
}

// who is who says something, with what they are.
func (w *writer) who(s *entry.Source) string {
	name := w.shown(s.Written)
	switch {
	case s.Name != "" && s.Written != "" && s.Name != s.Written:
		name = w.say("source.called", s.Name, name)
	case s.Name != "":
		name = typeset.Isolate(s.Name)
	case name == "":
		name = w.say("source.nobody")
	default:
		name = typeset.Isolate(name)
	}
	out := w.say("source.kind", name, w.named("kindof.", s.Kind))
	if s.Elided {
		out += w.stop() + w.say("source.elided")
	}
	return out
}

func (w *writer) isolated(all []string) string {
	var out []string
	for _, s := range all {
		out = append(out, typeset.Isolate(w.shown(s)))
	}
	return strings.Join(out, w.stop())
}

// chain writes the way to where it comes from, a hop a line.
func (w *writer) chain(e *entry.Entry) {
	if len(e.Chain) == 0 {
		return
	}
	var lines []string
	for i := range e.Chain {
		h := &e.Chain[i]
		if h.Relation == riwaya.RelationPublishes {
			continue // the report is named after who publishes it
		}
		key := "chain." + h.Relation
		switch {
		case h.Undirected:
			key = "chain.undirected"
		case h.Uncredited:
			key = "chain.uncredited"
		}
		lines = append(lines, w.say(key, w.passed(&h.From), w.passed(&h.To)))
	}
	if e.Known {
		lines = append(lines, w.say("chain.end.known"))
	} else {
		lines = append(lines, w.say("chain.end.text"))
	}
	w.field("label.chain", strings.Join(lines, "\n"))
}

// passed is a stop of a chain in words.
func (w *writer) passed(s *entry.Stop) string {
	name := w.shown(s.Name)
	switch {
	case s.Kind == "report" && name == "":
		name = w.say("stop.unknown")
		fallthrough
	case s.Kind == "report":
		if s.Day != "" {
			return w.say("stop.report.day", name, s.Day)
		}
		return w.say("stop.report", name)
	case name == "":
		return w.say("stop.nobody")
	}
	return name
}

// origins writes from how many independent origins it comes, with the scope.
func (w *writer) origins(e *entry.Entry) {
	o := e.Origins
	if o == nil || o.AtMost == 0 {
		return
	}
	s := w.say("origins.exact", o.AtMost)
	if o.AtLeast != o.AtMost {
		s = w.say("origins.range", o.AtLeast, o.AtMost)
	}
	s += w.stop() + w.say("origins.scope", w.say("doc.reports.n", o.Scope.Reports), w.say("origins.outlets", o.Scope.Outlets))
	switch from, to := o.Scope.From, o.Scope.To; {
	case from == nil || to == nil:
	case *from == *to:
		s += w.stop() + typeset.Isolate(*from)
	default:
		s += w.stop() + w.say("origins.dates", *from, *to)
	}
	if len(o.Scope.Cited) > 0 {
		s += w.stop() + w.say("origins.cited", w.isolated(o.Scope.Cited))
	}
	w.field("label.origins", s)
}

// tellings writes each report's words of an incident.
func (w *writer) tellings(e *entry.Entry) {
	if len(e.Others) == 0 {
		return
	}
	w.label(w.say("label.tellings"))
	told := map[string]bool{}
	for i := range e.Others {
		t := &e.Others[i]
		w.Paragraph(typeset.Block{Before: 6, Keep: true}, small(w.isolated(slices.DeleteFunc([]string{w.outlet(t.Report.Outlet), t.Report.Published, w.reviewed(&t.Review)}, func(s string) bool { return s == "" }))))
		w.Paragraph(typeset.Block{Before: 1, Bar: true, Direction: typeset.Auto}, body(w.shown(t.Quote)))
		w.source(&t.Source, true)
		if told[t.Report.Article] { // its evidence stands above
			w.field("label.article", typeset.Isolate(t.Report.Article))
			continue
		}
		told[t.Report.Article] = true
		w.report(&t.Report, false)
	}
}

func (w *writer) outlet(name string) string {
	if name == "" {
		return w.say("outlet.unknown")
	}
	return w.shown(name)
}
