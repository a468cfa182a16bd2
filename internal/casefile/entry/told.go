package entry

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/show/privacy"
	"riwaya/internal/trace/graph"
)

// telling is one record whose words are told.
type telling struct {
	rec   *riwaya.Record
	gate  *privacy.Gate
	names bool
}

func (m *Maker) telling(rec *riwaya.Record) *telling {
	t := &telling{rec, privacy.NewGate(rec), m.Names}
	if m.Names {
		t.gate = &privacy.Gate{Persons: privacy.New(rec, true)}
	}
	return t
}

// under are the words under spans, as they may be shown.
func (t *telling) under(at riwaya.Spans) string {
	s := t.gate.At(at)
	if s == at.Of(t.rec.Article.Text) {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(strings.ReplaceAll(s, "  ", " ")) // a label comes with spaces of its own
}

// beginning is how the article begins below its title: some of it, to be known by.
func (t *telling) beginning() string {
	const most = 500 // bytes
	for s := range t.rec.Article.BelowTitle() {
		text := t.rec.Article.Text[s.Start:s.End]
		if strings.TrimSpace(text) == "" {
			continue
		}
		from := s.Start + len(text) - len(strings.TrimLeft(text, " \t\r\n"))
		end := s.End
		if i := strings.IndexByte(t.rec.Article.Text[from:s.End], '\n'); i >= 0 {
			end = from + i
		}
		if end-from <= most {
			return t.under(riwaya.Spans{{Start: from, End: end}})
		}
		cut := from + strings.LastIndexByte(t.rec.Article.Text[from:from+most], ' ')
		if cut <= from {
			return ""
		}
		return t.under(riwaya.Spans{{Start: from, End: cut}}) + " …"
	}
	return ""
}

// saying is in which words something is said: the content of its claim with who says it, else the
// sentence around it.
func (t *telling) saying(claim *string, at riwaya.Spans) (string, Source) {
	if claim != nil {
		if c := byID(t.rec.Claims, *claim, func(c *riwaya.Claim) string { return c.ID }); c != nil {
			return t.under(c.Content.Spans), t.source(c)
		}
	}
	return t.under(riwaya.Spans{t.around(at.Hull())}), Source{}
}

// around is the sentence that words stand in, by the marks that end sentences; no more than some
// hundred letters on each side.
func (t *telling) around(at riwaya.Span) riwaya.Span {
	text := t.rec.Article.Text
	const most = 400 // bytes
	low, high := max(0, at.Start-most), min(len(text), at.End+most)
	start, end := low, high
	if i := strings.LastIndexAny(text[low:at.Start], "\n؟!۔"); i >= 0 {
		start = low + i + 1
	}
	if i := strings.LastIndex(text[start:at.Start], ". "); i >= 0 {
		start += i + 2
	}
	if i := strings.IndexAny(text[at.End:high], "\n؟!۔"); i >= 0 {
		end = at.End + i
	}
	if i := strings.Index(text[at.End:end], ". "); i >= 0 {
		end = at.End + i + 1
	}
	for start > 0 && start < len(text) && text[start]&0xc0 == 0x80 { // in the middle of a letter
		start++
	}
	for end < len(text) && end > at.End && text[end]&0xc0 == 0x80 {
		end--
	}
	if start == low && low > 0 { // in the middle of a word
		if i := strings.IndexByte(text[start:at.Start], ' '); i >= 0 {
			start += i + 1
		}
	}
	if end == high && high < len(text) {
		if i := strings.LastIndexByte(text[at.End:end], ' '); i >= 0 {
			end = at.End + i
		}
	}
	return riwaya.Span{Start: start, End: end}
}

func (t *telling) source(c *riwaya.Claim) Source {
	s := Source{Kind: c.Source.Kind, Anonymous: c.Source.Anonymous, Elided: c.Source.Elided, Cue: t.under(c.Cue.Spans), Class: c.Cue.Class,
		Mode: c.Content.Mode, Negated: c.Negated, Medium: t.gate.Words(value(c.Medium)), Addressee: t.gate.Words(value(c.Addressee))}
	for _, h := range c.Hedges {
		s.Hedges = append(s.Hedges, t.gate.Words(h))
	}
	if privacy.Hides(&c.Source) && !t.names {
		s.Hidden, s.Written = true, privacy.Label(c.Source.Kind)
		return s
	}
	s.Written, s.Name = t.gate.Words(c.Source.Text), t.gate.Words(value(c.Source.Name))
	if s.Written == "" {
		s.Written = t.gate.Words(value(c.Source.NameAr))
	}
	return s
}

func (t *telling) figure(f *riwaya.Figure) Figure {
	out := Figure{Article: t.rec.Article.ID, ID: f.ID, Text: t.under(f.Span), Op: f.Op, Low: f.Low, High: f.High, Total: f.Total, Unit: value(f.Unit), Noun: t.gate.Words(value(f.Noun)),
		Group: f.Group, Predicate: f.Predicate, Scope: f.Scope, Part: f.PartOf != nil, Place: t.place(f.Place), Time: t.time(f.Time)}
	if s := t.time(f.Since); s != nil {
		out.Since = s.Value
	}
	if f.Claim != nil {
		if c := byID(t.rec.Claims, *f.Claim, func(c *riwaya.Claim) string { return c.ID }); c != nil {
			s := t.source(c)
			out.ByKind, out.Hedged = s.Kind, len(c.Hedges) > 0
			if out.By = s.Name; out.By == "" {
				out.By = s.Written
			}
		}
	}
	return out
}

func (t *telling) place(id *string) *Place {
	if id == nil {
		return nil
	}
	p := byID(t.rec.Places, *id, func(p *riwaya.Place) string { return p.ID })
	if p == nil {
		return nil
	}
	return &Place{Name: value(p.Name), Written: t.under(p.Span), Admin1: value(p.Admin1), Admin2: value(p.Admin2), Country: value(p.Country),
		Relation: p.Relation, Precision: p.Precision, Lat: p.Lat, Lon: p.Lon}
}

func (t *telling) time(id *string) *Time {
	if id == nil {
		return nil
	}
	w := byID(t.rec.Times, *id, func(w *riwaya.Time) string { return w.ID })
	if w == nil {
		return nil
	}
	return &Time{Written: t.under(w.Span), Value: w.Value, Type: w.Type}
}

func (t *telling) party(p *riwaya.Party) Party {
	out := Party{Role: p.Role, Standing: p.Standing}
	if a := byID(t.rec.Actors, p.Actor, func(a *riwaya.Actor) string { return a.ID }); a != nil {
		out.Name = t.actor(a)
	}
	if p.Claim != nil {
		if c := byID(t.rec.Claims, *p.Claim, func(c *riwaya.Claim) string { return c.ID }); c != nil {
			if s := t.source(c); s.Name != "" {
				out.By = []string{s.Name}
			} else if s.Written != "" {
				out.By = []string{s.Written}
			}
		}
	}
	return out
}

func (t *telling) actor(a *riwaya.Actor) string {
	if t.names && a.Private {
		return value(a.NameAr)
	}
	name, written := t.gate.Actor(a)
	if name == "" {
		return written
	}
	return name
}

// hops are the hops of a chain as they may be shown.
func (m *Maker) hops(in *matter.Matter, c *riwaya.Chain) (out []Hop) {
	for i := range c.Hops {
		h := &c.Hops[i]
		out = append(out, Hop{h.Relation, m.stop(in, c.Article, &h.From), m.stop(in, c.Article, &h.To), h.Uncredited, h.Undirected})
	}
	return out
}

func (m *Maker) stop(in *matter.Matter, article string, n *riwaya.Node) Stop {
	s := Stop{Kind: n.Kind, Name: n.Name, Article: value(n.Article)}
	if s.Article != "" {
		article = s.Article
		for _, r := range in.Story.Reports {
			if r.Article != article {
				continue
			}
			if s.Day = r.Day; r.Seen && r.Day != "" {
				s.Day = "~" + r.Day
			}
			if r.Outlet != "" {
				s.Name = r.Outlet
			}
		}
		if s.Name == s.Article { // a report that states no outlet
			s.Name = ""
		}
	}
	switch {
	case m.Names:
	case n.Private:
		s.Name = privacy.Label("")
	default:
		s.Name = in.Gate(article).Words(s.Name)
	}
	return s
}

// origins are origins as they may be shown.
func (m *Maker) origins(in *matter.Matter, o riwaya.Origins) riwaya.Origins {
	if m.Names {
		return o
	}
	out := graph.Origins(o)
	out.List = slices.Clone(out.List)
	for i := range out.List {
		for _, a := range out.List[i].Articles {
			out.List[i].Name = in.Gate(a).Words(out.List[i].Name)
		}
	}
	return out
}
