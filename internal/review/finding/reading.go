package finding

import (
	"slices"

	"riwaya"
)

// Reading is what was read of an article, as reviewers look at it.
type Reading struct {
	Article string // its ID in the ledger
	Version string // of the layers that read it; "" where nobody knows
	Record  *riwaya.Record
	points  riwaya.Points
	at      map[string]place // findings by their IDs
}

// place is where a finding stands in a record.
type place struct {
	layer string
	i     int
}

// Read makes a reading of a record whose positions are bytes.
func Read(article, version string, rec *riwaya.Record) *Reading {
	r := &Reading{Article: article, Version: version, Record: rec, points: riwaya.NewPoints(rec.Article.Text), at: map[string]place{}}
	add := func(layer string, n int, id func(int) string) {
		for i := range n {
			if _, known := r.at[id(i)]; !known {
				r.at[id(i)] = place{layer, i}
			}
		}
	}
	add(Claims, len(rec.Claims), func(i int) string { return rec.Claims[i].ID })
	add(Figures, len(rec.Figures), func(i int) string { return rec.Figures[i].ID })
	add(Times, len(rec.Times), func(i int) string { return rec.Times[i].ID })
	add(Places, len(rec.Places), func(i int) string { return rec.Places[i].ID })
	add(Actors, len(rec.Actors), func(i int) string { return rec.Actors[i].ID })
	add(Events, len(rec.Events), func(i int) string { return rec.Events[i].ID })
	add(Positions, len(rec.Positions), func(i int) string { return rec.Positions[i].ID })
	return r
}

// Points converts places of the article's text.
func (r *Reading) Points() riwaya.Points { return r.points }

// Layer is the layer of a finding that was read, "" where none has that ID.
func (r *Reading) Layer(id string) string { return r.at[id].layer }

// IDs are the findings of a layer as they were read, in the record's order.
func (r *Reading) IDs(layer string) (out []string) {
	rec := r.Record
	switch layer {
	case Claims:
		out = idsOf(rec.Claims, func(c *riwaya.Claim) string { return c.ID })
	case Figures:
		out = idsOf(rec.Figures, func(f *riwaya.Figure) string { return f.ID })
	case Times:
		out = idsOf(rec.Times, func(t *riwaya.Time) string { return t.ID })
	case Places:
		out = idsOf(rec.Places, func(p *riwaya.Place) string { return p.ID })
	case Actors:
		out = idsOf(rec.Actors, func(a *riwaya.Actor) string { return a.ID })
	case Events:
		out = idsOf(rec.Events, func(e *riwaya.Event) string { return e.ID })
	case Positions:
		out = idsOf(rec.Positions, func(p *riwaya.Position) string { return p.ID })
	}
	return out
}

func idsOf[T any](in []T, id func(*T) string) (out []string) {
	for i := range in {
		if one := id(&in[i]); !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out
}

// Why is the rule that found something, and how sure the reading is of it; 0 where the layer does
// not say.
func (r *Reading) Why(id string) (rule string, confidence float64) {
	p, i, rec := r.at[id], r.at[id].i, r.Record
	switch p.layer {
	case Claims:
		return rec.Claims[i].Rule, rec.Claims[i].Confidence
	case Figures:
		return rec.Figures[i].Rule, rec.Figures[i].Confidence
	case Times:
		return rec.Times[i].Rule, 0
	case Places:
		return rec.Places[i].Rule, rec.Places[i].Confidence
	case Actors:
		return rec.Actors[i].Rule, 0
	case Events:
		return rec.Events[i].Rule, rec.Events[i].Confidence
	case Positions:
		return rec.Positions[i].Rule, rec.Positions[i].Confidence
	}
	return "", 0
}

// Values are what was read of a finding; nil where none has that ID.
func (r *Reading) Values(id string) Values {
	p, ok := r.at[id]
	if !ok {
		return nil
	}
	v := filling{r.points, Values{}}
	switch rec := r.Record; p.layer {
	case Claims:
		v.claim(&rec.Claims[p.i])
	case Figures:
		v.figure(&rec.Figures[p.i])
	case Times:
		t := &rec.Times[p.i]
		v.at("span", t.Span)
		v.text("value", &t.Value)
		v.text("type", &t.Type)
	case Places:
		v.place(&rec.Places[p.i])
	case Actors:
		v.actor(&rec.Actors[p.i])
	case Events:
		v.event(&rec.Events[p.i])
	case Positions:
		s := &rec.Positions[p.i]
		v.at("span", s.Span)
		v.text("actor", &s.Actor)
		v.text("stance", &s.Stance)
		v.at("content", s.Content.Spans)
		v.text("claim", s.Claim)
	}
	return v.values
}

// filling fills values.
type filling struct {
	points riwaya.Points
	values Values
}

func (f filling) text(name string, s *string) {
	if s == nil || *s == "" {
		f.values[name] = Value{}
		return
	}
	f.values[name] = Value{Kind: Text, Text: *s}
}

func (f filling) number(name string, n *float64) {
	if n == nil {
		f.values[name] = Value{}
		return
	}
	f.values[name] = Value{Kind: Number, Number: *n}
}

func (f filling) truth(name string, b bool) { f.values[name] = Value{Kind: Truth, True: b} }

func (f filling) at(name string, s riwaya.Spans) {
	if len(s) == 0 {
		f.values[name] = Value{}
		return
	}
	f.values[name] = Value{Kind: At, At: Ranges(f.points, s)}
}

func (f filling) list(name string, ids []string) {
	list := slices.Clone(ids)
	slices.Sort(list)
	f.values[name] = Value{Kind: List, List: slices.Compact(list)}
}

func (f filling) claim(c *riwaya.Claim) {
	f.at("cue", c.Cue.Spans)
	f.text("class", &c.Cue.Class)
	f.at("source", c.Source.Spans)
	f.text("source.kind", &c.Source.Kind)
	name := c.Source.Name
	if name == nil {
		name = c.Source.NameAr
	}
	f.text("source.name", name)
	f.truth("source.anonymous", c.Source.Anonymous)
	f.truth("source.private", c.Source.Private)
	f.text("source.actor", c.Source.Actor)
	f.at("content", c.Content.Spans)
	f.text("mode", &c.Content.Mode)
	f.truth("negated", c.Negated)
	f.text("medium", c.Medium)
	f.text("addressee", c.Addressee)
	f.text("parent", c.Parent)
}

func (f filling) figure(x *riwaya.Figure) {
	f.at("span", x.Span)
	f.text("noun", x.Noun)
	f.text("op", &x.Op)
	f.number("low", x.Low)
	f.number("high", x.High)
	f.text("unit", x.Unit)
	f.number("total", x.Total)
	f.text("group", &x.Group)
	f.text("predicate", &x.Predicate)
	f.text("scope", &x.Scope)
	f.text("of", x.Of)
	f.text("since", x.Since)
	f.text("part_of", x.PartOf)
	f.text("place", x.Place)
	f.text("time", x.Time)
	f.text("claim", x.Claim)
}

func (f filling) place(p *riwaya.Place) {
	f.at("span", p.Span)
	f.text("name", p.Name)
	f.text("country", p.Country)
	f.number("lat", p.Lat)
	f.number("lon", p.Lon)
	f.text("relation", &p.Relation)
	f.text("precision", &p.Precision)
}

func (f filling) actor(a *riwaya.Actor) {
	f.at("mentions", a.Mentions)
	f.text("name", a.Name)
	f.text("name_ar", a.NameAr)
	f.text("kind", &a.Kind)
	f.text("country", a.Country)
	f.text("role", a.Role)
	f.truth("private", a.Private)
}

func (f filling) event(e *riwaya.Event) {
	f.at("span", e.Span)
	f.text("type", &e.Type)
	f.text("mode", e.Mode)
	f.text("status", &e.Status)
	f.list("actors", e.Actors)
	f.list("targets", e.Targets)
	f.text("place", e.Place)
	f.text("time", e.Time)
	f.list("figures", e.Figures)
	f.text("claim", e.Claim)
	var told riwaya.Spans
	for i := range e.Mentions {
		told = append(told, e.Mentions[i].Span...)
	}
	slices.SortFunc(told, func(a, b riwaya.Span) int { return a.Start - b.Start })
	f.at("mentions", told)
}
