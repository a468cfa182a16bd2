// Package source joins whom claims have for their source to the record's actors.
//
// It promises that a source is joined to an actor only where nobody else is named in its words, and that a source which
// is nobody by name is joined to none.
package source

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/link"
)

// joining is one text being looked at.
type joining struct {
	t   *lang.Text
	rec *riwaya.Record
}

// Join joins the claims' sources to the actors that they name: with a mention that begins
// where the source begins, behind which nobody else is named. "A source in the police" is not
// the police, "X and Y" is neither. A source that was left out is who it was before.
func Join(t *lang.Text, rec *riwaya.Record) {
	s := joining{t, rec}
	var at *link.Index // of mentions, made for the first claim that asks
	var joined map[riwaya.Span]*string
	for i := range s.rec.Claims {
		c := &s.rec.Claims[i]
		if c.Source.Actor != nil || c.Source.Private || c.Source.Anonymous {
			continue
		}
		switch {
		case c.Source.Elided:
			for j := i - 1; j >= 0; j-- {
				if p := &s.rec.Claims[j].Source; p.Text == c.Source.Text {
					c.Source.Actor, c.Source.Kind = p.Actor, p.Kind
					break
				}
			}
			if a := s.bare(c.Source.Text); c.Source.Actor == nil && c.Source.Kind == "other" && a != nil {
				c.Source.Actor, c.Source.Kind = &a.ID, "person"
			}
		default:
			if at == nil {
				at = s.mentioned()
			}
			if a := s.speaking(at, c.Source.Spans); a >= 0 {
				c.Source.Actor = &s.rec.Actors[a].ID
				if c.Source.Kind == "other" && s.rec.Actors[a].Kind == "person" {
					c.Source.Kind = "person" // called by a name alone
				}
			}
		}
		own := c.Source.Spans
		if len(own) == 0 {
			own = c.Cue.Spans // where the hop of a source that was left out stands
		}
		if c.Source.Actor != nil && len(own) > 0 {
			if joined == nil {
				joined = map[riwaya.Span]*string{}
			}
			joined[own.Hull()] = c.Source.Actor
		}
	}
	if joined != nil {
		s.hops(joined)
	}
}

// bare is the one person whom the text calls just so, nil if there is none or more than one.
func (s *joining) bare(name string) *riwaya.Actor {
	var found *riwaya.Actor
	for i := range s.rec.Actors {
		a := &s.rec.Actors[i]
		if a.Kind != "person" || a.Private || !slices.ContainsFunc(a.Mentions, func(m riwaya.Span) bool { return s.rec.Article.Text[m.Start:m.End] == name }) {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	return found
}

// mentioned are the actors' mentions.
func (s *joining) mentioned() *link.Index {
	at := new(link.Index)
	for i := range s.rec.Actors {
		for _, m := range s.rec.Actors[i].Mentions {
			at.Add(m, i)
		}
	}
	at.Sort()
	return at
}

// hops says of the hops of chains which actors the sources are that were joined to one, by
// where their hops stand.
func (s *joining) hops(joined map[riwaya.Span]*string) {
	for i := range s.rec.Claims {
		for n := range s.rec.Claims[i].Chain {
			if h := &s.rec.Claims[i].Chain[n]; h.Actor == nil && h.Relation != riwaya.HopCredits && len(h.Span) > 0 {
				h.Actor = joined[h.Span.Hull()]
			}
		}
	}
}

// speaking is the actor who alone is named by a source with those words, -1 if there is none.
func (s *joining) speaking(at *link.Index, words riwaya.Spans) int {
	if len(words) == 0 {
		return -1
	}
	span := words.Hull()
	i := s.t.TokenAt(span.Start, 0, len(s.t.Tokens))
	for i >= 0 && i+1 < len(s.t.Tokens) && s.t.Tokens[i].Kind == lang.MarkKind && s.t.Tokens[i+1].Start < span.End {
		i++
	}
	if i < 0 {
		return -1
	}
	found, end := -1, 0
	for _, e := range at.Starting(s.t.Tokens[i].Start, s.t.Tokens[i].End) {
		if e.End > end {
			found, end = e.Of, e.End
		}
	}
	if found < 0 || s.rec.Actors[found].Private {
		return -1
	}
	for _, e := range at.Starting(end, span.End) {
		if n := s.t.TokenAt(e.Start, 0, len(s.t.Tokens)); e.Of != found && n > i && s.t.Tokens[n].Has(lang.Conjunction) {
			return -1 // and somebody else
		}
	}
	return found
}
