package document

import (
	"fmt"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/casefile/typeset"
	"riwaya/internal/ledger"
)

// amount is a figure with its bounds in words.
func (w *writer) amount(f *entry.Figure) string {
	low, high := number(f.Low), number(f.High)
	var s string
	switch f.Op {
	case "range", "vague":
		s = w.say("figure."+f.Op, low, high)
	case "at_most", "less_than":
		s = w.say("figure."+f.Op, high)
	default:
		if low == "" {
			low = high
		}
		s = w.say("figure."+f.Op, low)
	}
	if f.Unit != "" {
		s += " " + typeset.Isolate(f.Unit)
	}
	if f.Total != nil {
		s += " " + w.say("figure.of", number(f.Total))
	}
	return s
}

func (w *writer) figureBrief(f *entry.Figure) string {
	s := w.amount(f)
	if f.Predicate != "" && f.Predicate != "other" {
		s += w.stop() + w.named("predicate.", f.Predicate)
	}
	if f.Group != "" && f.Group != "other" {
		s += w.stop() + w.named("group.", f.Group)
	}
	return s
}

// figures writes each figure on a line of its own: as it was printed, with its bounds, by whom,
// and whether a person reviewed it.
func (w *writer) figures(e *entry.Entry) {
	label := "label.figures"
	if len(e.Figures) == 1 {
		label = "label.figure"
	}
	for i := range e.Figures {
		f := &e.Figures[i]
		parts := []string{w.figureBrief(f), w.say("figure.printed", w.shown(f.Text))}
		if f.Scope != "" {
			parts = append(parts, w.named("scope.", f.Scope))
		}
		if f.Since != "" {
			parts = append(parts, w.say("figure.since", f.Since))
		}
		if f.Part {
			parts = append(parts, w.say("figure.part"))
		}
		if f.Hedged {
			parts = append(parts, w.say("figure.hedged"))
		}
		if f.By != "" && e.Kind != casefile.Claim && e.Kind != casefile.Figure {
			parts = append(parts, w.say("figure.by", w.shown(f.By)))
		}
		if f.Outlet != "" {
			parts = append(parts, w.say("figure.in", w.shown(f.Outlet)))
		}
		if f.At != "" {
			from := f.AtFrom
			if from == "" {
				from = riwaya.GivenPublished
			}
			parts = append(parts, w.say("figure.at."+from, f.At))
		}
		if f.Place != nil && e.Kind != casefile.Figure {
			parts = append(parts, w.place(f.Place))
		}
		if f.Time != nil && e.Kind != casefile.Figure {
			parts = append(parts, w.say("time.as", w.moment(f.Time.Value), w.shown(f.Time.Written)))
		}
		if e.Kind != casefile.Figure {
			parts = append(parts, w.reviewed(&f.Review))
		}
		w.field(label, strings.Join(parts, w.stop()))
	}
}

func (w *writer) place(p *entry.Place) string {
	name := p.Name
	if name == "" {
		name = p.Written
	}
	key := "place." + p.Relation
	if !w.w.Has(key) {
		key = "place.in"
	}
	return w.say(key, w.shown(name))
}

func (w *writer) where(p *entry.Place) {
	if p == nil {
		return
	}
	parts := []string{w.place(p)}
	if p.Written != "" && p.Written != p.Name {
		parts = append(parts, w.say("place.written", w.shown(p.Written)))
	}
	for _, s := range []string{p.Admin2, p.Admin1, p.Country} {
		if s != "" {
			parts = append(parts, typeset.Isolate(s))
		}
	}
	if p.Precision != "" {
		parts = append(parts, w.say("place.precision", w.named("precision.", p.Precision)))
	}
	if p.Lat != nil && p.Lon != nil {
		parts = append(parts, w.say("place.point", fmt.Sprintf("%.4f", *p.Lat), fmt.Sprintf("%.4f", *p.Lon)))
	}
	w.field("label.place", strings.Join(parts, w.stop()))
}

// moment is a value of TIMEX3: its part of the day in words.
func (w *writer) moment(value string) string {
	if day, part, ok := strings.Cut(value, "T"); ok && w.w.Has("time.part."+part) {
		return day + ", " + w.say("time.part."+part)
	}
	return value
}

func (w *writer) when(t *entry.Time) {
	switch {
	case t == nil:
		return
	case t.Precision != "":
		var s string
		switch t.Precision {
		case "range":
			s = w.say("time.range", t.First, t.Last)
		default:
			s = w.say("time."+t.Precision, t.Last)
		}
		if t.Seen {
			s += w.stop() + w.say("time.seen")
		}
		w.field("label.time", s)
	default:
		w.field("label.time", w.say("time.as", w.moment(t.Value), w.shown(t.Written)))
	}
}

func (w *writer) what(v *entry.Event) string {
	s := w.named("event.", v.Type)
	if v.Mode != "" {
		s += " (" + typeset.Isolate(v.Mode) + ")"
	}
	return s
}

func (w *writer) event(e *entry.Entry) {
	v := e.Event
	if v == nil {
		return
	}
	s := w.what(v) + w.stop() + w.named("event.status.", v.Status)
	if v.Reports > 0 {
		s += w.stop() + w.say("event.reports", w.say("doc.reports.n", v.Reports), w.say("origins.outlets", v.Outlets))
	}
	w.field("label.what", s)
	var lines []string
	for i := range v.Parties {
		p := &v.Parties[i]
		if p.Name == "" {
			continue
		}
		line := w.say("party."+p.Role, w.shown(p.Name)) + w.stop() + w.named("party.standing.", p.Standing)
		if len(p.By) > 0 {
			line += w.stop() + w.say("party.by", w.isolated(p.By))
		}
		lines = append(lines, line)
	}
	w.field("label.who", strings.Join(lines, "\n"))
}

func (w *writer) asked(q *entry.Asked) string {
	parts := []string{w.named("predicate.", q.Predicate), w.named("group.", q.Group)}
	if q.Place != "" {
		parts = append(parts, w.say("asked.place", w.shown(q.Place)))
	}
	switch {
	case q.Since != "":
		parts = append(parts, w.say("asked.since", q.Since))
	case q.From != "" && q.To != "" && q.From != q.To:
		parts = append(parts, w.say("asked.days", q.From, q.To))
	case q.From != "":
		parts = append(parts, w.say("asked.day", q.From))
	}
	parts = append(parts, w.named("scope.", q.Scope))
	if q.Part {
		parts = append(parts, w.say("asked.part"))
	}
	return strings.Join(parts, w.stop())
}

func (w *writer) answered(q *entry.Asked) string {
	return strings.Join([]string{w.say("origins.scope", w.say("doc.reports.n", q.Reports), w.say("origins.outlets", q.Outlets)),
		w.say("asked.tellers", strconv.Itoa(q.Tellers), strconv.Itoa(q.Unnamed)), w.say("asked.contradict", q.Contradicted)}, w.stop())
}

// report writes a report with its evidence.
func (w *writer) report(r *entry.Report, whole bool) {
	if !whole {
		w.field("label.report", typeset.Isolate(w.shown(r.Title)))
	}
	w.field("label.outlet", typeset.Isolate(w.outlet(r.Outlet)))
	published := w.say("published.unknown")
	if r.Published != "" {
		published = w.say("published.precision", r.Published, w.named("precision.", r.Precision), w.named("from.", r.From))
	}
	w.field("label.published", published)
	if r.URL != "" {
		w.field("label.address", typeset.Isolate(w.shown(r.URL)))
	}
	w.field("label.credits", w.isolated(r.Credits))
	if r.Stated != nil && r.Stated.Archive != nil {
		w.field("label.stated", typeset.Isolate(w.shown(*r.Stated.Archive)))
	}
	kept := w.Kept(r)
	if r.Capture == "" {
		w.field("label.captured", w.say("capture.withdrawn"))
	} else {
		w.field("label.captured", w.say("captured.at", r.Captured.UTC().Format("2006-01-02 15:04:05"), r.Program))
		came := w.named("came.", r.Came)
		switch {
		case r.Came == ledger.CameFile && r.Where != "":
			came = w.say("came.file.where", r.File, w.inside(r.Where))
		case r.Came == ledger.CameFile:
			came = w.say("came.file", r.File)
		}
		w.field("label.file", came)
		w.code("label.hash", r.Sum)
		switch {
		case kept.Capture != "":
			w.field("label.capture", w.say("capture.kept", kept.Capture))
		case kept.CaptureWhy != "":
			w.field("label.capture", typeset.Isolate(r.Capture)+w.stop()+w.say(kept.CaptureWhy, strconv.Itoa(MostCapture>>20)))
		default:
			w.field("label.capture", typeset.Isolate(r.Capture))
		}
	}
	w.field("label.article", typeset.Isolate(r.Article))
	w.code("label.text", r.TextSum)
	if kept.Proof != "" {
		w.field("label.proof", w.say("proof.kept", kept.Proof))
	} else if kept.ProofWhy != "" {
		w.field("label.proof", w.say(kept.ProofWhy))
	}
}

// inside is where in a capture something stands: line 12, message 7.
func (w *writer) inside(where string) string {
	kind, number, _ := strings.Cut(where, " ")
	if w.w.Has("where."+kind) && !strings.Contains(number, " ") {
		return w.say("where."+kind, number)
	}
	return where
}

// MostCapture is the largest capture that is put into a folder, in bytes.
const MostCapture = 64 << 20
