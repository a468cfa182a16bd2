package review

import (
	"slices"

	"riwaya"
	"riwaya/internal/review/finding"
)

// Guarded is the record as the gate of private persons must have it: whom any reviewer holds to be
// private is private in it. That somebody is not, nobody's word alone makes so. The record that was
// read is not altered.
func (v *Reviewed) Guarded() *riwaya.Record { return Guarded(v.Reading, v.Log) }

// Guarded is the same of a reading.
func Guarded(v *finding.Reading, l *Log) *riwaya.Record {
	out := *v.Record
	out.Claims, out.Actors = slices.Clone(out.Claims), slices.Clone(out.Actors)
	text := out.Article.Text
	for _, id := range l.Findings(v.Article) {
		layer, opinions := l.Opinions(Ref{v.Article, id})
		for k := range opinions {
			is := opinions[k].Values()
			switch {
			case layer == finding.Actors && is["private"].True:
				at, err := finding.Spans(v.Points(), text, is["mentions"].At)
				j := slices.IndexFunc(out.Actors, func(a riwaya.Actor) bool { return a.ID == id })
				if j < 0 {
					j = len(out.Actors)
					out.Actors = append(out.Actors, riwaya.Actor{ID: id, Kind: is["kind"].Text})
				}
				if out.Actors[j].Private = true; err == nil {
					out.Actors[j].Mentions = append(slices.Clone(out.Actors[j].Mentions), at...)
				}
			case layer == finding.Claims && is["source.private"].True && !is["source.anonymous"].True:
				at, err := finding.Spans(v.Points(), text, is["source"].At)
				j := slices.IndexFunc(out.Claims, func(c riwaya.Claim) bool { return c.ID == id })
				if j < 0 {
					j = len(out.Claims)
					out.Claims = append(out.Claims, riwaya.Claim{ID: id, Source: riwaya.Source{Kind: is["source.kind"].Text}})
				}
				c := &out.Claims[j]
				c.Source.Private, c.Source.Anonymous = true, false
				if err == nil && len(at) > 0 {
					c.Source.Spans, c.Source.Text = at, at.Of(text)
				}
				if n := is["source.name"]; n.Kind == finding.Text {
					c.Source.NameAr = &n.Text
				}
			}
		}
	}
	return &out
}
