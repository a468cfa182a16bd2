package privacy

import (
	"strings"
	"unicode/utf8"

	"riwaya"
)

// Masked is the article's text with every letter of what is hidden crossed out. It has as many
// characters as the text, and as many bytes: positions stay what they are.
func (g *Gate) Masked() string {
	var b strings.Builder
	at := 0
	for _, h := range g.spans {
		b.WriteString(g.text[at:h.span.Start])
		for _, r := range g.text[h.span.Start:h.span.End] {
			b.WriteString(crosses[utf8.RuneLen(r)])
		}
		at = h.span.End
	}
	b.WriteString(g.text[at:])
	return b.String()
}

// crosses are what stands for a letter, by how many bytes it has.
var crosses = [...]string{1: "*", 2: "\u00d7", 3: "\u2588", 4: "\U0001F7EB"}

// Record is the record of the gate's article as it may be handed on: what is hidden is crossed out
// in the text, and said by what it is elsewhere. Positions and IDs are those of the record.
func (g *Gate) Record(rec *riwaya.Record) riwaya.Record {
	out := *rec
	a := &out.Article
	a.Text, a.Title = g.Masked(), g.Words(a.Title)
	a.URL, a.Outlet = opt(a.URL, g.Address), opt(a.Outlet, g.Words)
	a.Authors = each(a.Authors, g.Words)
	a.Credits = each(a.Credits, func(c riwaya.Credit) riwaya.Credit {
		c.Text, c.Name = g.At(riwaya.Spans{c.Span}), opt(c.Name, g.Words)
		return c
	})
	if a.Stated != nil {
		s := *a.Stated
		s.URL, s.Archive = opt(s.URL, g.Address), opt(s.Archive, g.Address)
		a.Stated = &s
	}
	out.Claims = each(out.Claims, g.claim)
	out.Figures = each(out.Figures, func(f riwaya.Figure) riwaya.Figure {
		f.Text, f.Noun = g.under(f.Span, f.Text), opt(f.Noun, g.Words)
		return f
	})
	out.Times = each(out.Times, func(t riwaya.Time) riwaya.Time {
		t.Text = g.under(t.Span, t.Text)
		return t
	})
	out.Places = each(out.Places, func(p riwaya.Place) riwaya.Place {
		p.Text, p.Name = g.under(p.Span, p.Text), opt(p.Name, g.Words)
		return p
	})
	out.Actors = each(out.Actors, func(x riwaya.Actor) riwaya.Actor {
		if x.Withheld() {
			label := Label(x.Kind)
			x.Name, x.NameAr, x.Wikidata = nil, &label, nil
		}
		x.Name, x.NameAr, x.Role = opt(x.Name, g.Words), opt(x.NameAr, g.Words), opt(x.Role, g.Words)
		return x
	})
	out.Events = each(out.Events, func(e riwaya.Event) riwaya.Event {
		e.Text = g.under(e.Span, e.Text)
		e.Mentions = each(e.Mentions, func(m riwaya.Mention) riwaya.Mention {
			m.Text = g.under(m.Span, m.Text)
			return m
		})
		return e
	})
	out.Positions = each(out.Positions, func(p riwaya.Position) riwaya.Position {
		p.Content.Text = g.under(p.Content.Spans, p.Content.Text)
		p.Conditions = each(p.Conditions, g.Words)
		return p
	})
	return out
}

func (g *Gate) claim(c riwaya.Claim) riwaya.Claim {
	s := &c.Source
	if Hides(s) {
		label := Label(s.Kind)
		s.Text, s.Name, s.NameAr = label, nil, &label
	}
	s.Text, s.Name, s.NameAr = g.Words(s.Text), opt(s.Name, g.Words), opt(s.NameAr, g.Words)
	c.Cue.Text = g.under(c.Cue.Spans, c.Cue.Text)
	c.Content.Text = g.under(c.Content.Spans, c.Content.Text)
	c.Hedges = each(c.Hedges, g.Words)
	c.Medium, c.Addressee = opt(c.Medium, g.Words), opt(c.Addressee, g.Words)
	c.Chain = each(c.Chain, func(h riwaya.Hop) riwaya.Hop {
		h.Name = g.Hop(&h)
		return h
	})
	return c
}

// under is the text under spans as it may be shown, where they are what words were cut from; else
// the words.
func (g *Gate) under(spans riwaya.Spans, words string) string {
	for _, s := range spans {
		for _, h := range g.spans {
			if h.span.Overlaps(s) {
				return strings.TrimSpace(g.At(spans))
			}
		}
	}
	return g.Words(words)
}

// opt passes what is there.
func opt(s *string, pass func(string) string) *string {
	if s == nil {
		return nil
	}
	p := pass(*s)
	return &p
}

// each is a list with every member made anew; nil stays nil.
func each[T any](in []T, made func(T) T) []T {
	if in == nil {
		return nil
	}
	out := make([]T, len(in))
	for i, x := range in {
		out[i] = made(x)
	}
	return out
}
