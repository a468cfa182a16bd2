package sqlite

import (
	"database/sql"

	"riwaya"
)

// fill are, for the tables of layers, what reads a row of them into its record. Columns
// stand in the order of the tables in rows.go.
var fill = []func(*sql.Rows, *batch) error{fillClaim, fillFigure, fillTime, fillPlace, fillActor, fillEvent, fillPosition}

func fillClaim(rows *sql.Rows, b *batch) error {
	var c riwaya.Claim
	var n int64
	var source, cue, content, hedges, chain string
	s := &c.Source
	if err := rows.Scan(&n, &c.ID, &s.Text, &s.Name, &s.NameAr, &s.Actor, &s.Kind, &s.Private, &s.Anonymous, &s.Elided, &source,
		&c.Cue.Text, &c.Cue.Lemma, &c.Cue.Class, &cue, &c.Content.Text, &c.Content.Mode, &content,
		&hedges, &c.Negated, &c.Medium, &c.Addressee, &c.Parent, &chain, &c.Confidence, &c.Rule); err != nil {
		return err
	}
	rec, d := b.into(n)
	s.Spans, c.Cue.Spans, c.Content.Spans = d.spans(source), d.spans(cue), d.spans(content)
	c.Hedges = d.list(hedges)
	d.json(chain, &c.Chain)
	for i := range c.Chain {
		c.Chain[i].Span = d.moved(c.Chain[i].Span)
	}
	rec.Claims = append(rec.Claims, c)
	return d.err
}

func fillFigure(rows *sql.Rows, b *batch) error {
	var f riwaya.Figure
	var n int64
	var spans string
	if err := rows.Scan(&n, &f.ID, &f.Text, &spans, &f.Noun, &f.Op, &f.Low, &f.High, &f.Unit, &f.Total,
		&f.Group, &f.Predicate, &f.Of, &f.Scope, &f.Since, &f.PartOf, &f.Place, &f.Time, &f.Claim, &f.Confidence, &f.Rule); err != nil {
		return err
	}
	rec, d := b.into(n)
	f.Span = d.spans(spans)
	rec.Figures = append(rec.Figures, f)
	return d.err
}

func fillTime(rows *sql.Rows, b *batch) error {
	var t riwaya.Time
	var n int64
	var spans string
	if err := rows.Scan(&n, &t.ID, &t.Text, &spans, &t.Value, &t.Type, &t.Rule); err != nil {
		return err
	}
	rec, d := b.into(n)
	t.Span = d.spans(spans)
	rec.Times = append(rec.Times, t)
	return d.err
}

func fillPlace(rows *sql.Rows, b *batch) error {
	var p riwaya.Place
	var n int64
	var spans string
	if err := rows.Scan(&n, &p.ID, &p.Text, &spans, &p.Name, &p.GeoNames, &p.Country, &p.Admin1, &p.Admin2,
		&p.PCode, &p.Lat, &p.Lon, &p.Relation, &p.Precision, &p.Confidence, &p.Rule); err != nil {
		return err
	}
	rec, d := b.into(n)
	p.Span = d.spans(spans)
	rec.Places = append(rec.Places, p)
	return d.err
}

func fillActor(rows *sql.Rows, b *batch) error {
	var a riwaya.Actor
	var n int64
	var spans string
	if err := rows.Scan(&n, &a.ID, &a.Name, &a.NameAr, &a.Kind, &a.Country, &a.Role, &a.Private, &spans, &a.Wikidata, &a.Rule); err != nil {
		return err
	}
	rec, d := b.into(n)
	a.Mentions = d.spans(spans)
	rec.Actors = append(rec.Actors, a)
	return d.err
}

func fillEvent(rows *sql.Rows, b *batch) error {
	var e riwaya.Event
	var n int64
	var kind, sub *string
	var spans, actors, targets, parties, figures, mentions string
	if err := rows.Scan(&n, &e.ID, &e.Text, &spans, &e.Type, &e.Mode, &kind, &sub, &e.CAMEO, &actors, &targets, &parties,
		&e.Place, &e.Time, &figures, &e.Status, &e.Claim, &mentions, &e.Confidence, &e.Rule); err != nil {
		return err
	}
	rec, d := b.into(n)
	if kind != nil && sub != nil {
		e.ACLED = &riwaya.ACLED{EventType: *kind, SubEventType: *sub}
	}
	e.Span, e.Actors, e.Targets, e.Figures = d.spans(spans), d.list(actors), d.list(targets), d.list(figures)
	d.json(parties, &e.Parties)
	d.json(mentions, &e.Mentions)
	for i := range e.Mentions {
		e.Mentions[i].Span = d.moved(e.Mentions[i].Span)
	}
	rec.Events = append(rec.Events, e)
	return d.err
}

func fillPosition(rows *sql.Rows, b *batch) error {
	var p riwaya.Position
	var n int64
	var spans, content, conditions string
	if err := rows.Scan(&n, &p.ID, &p.Actor, &spans, &p.Stance, &p.Content.Text, &content, &conditions, &p.Claim, &p.Rule); err != nil {
		return err
	}
	rec, d := b.into(n)
	p.Span, p.Content.Spans, p.Conditions = d.spans(spans), d.spans(content), d.list(conditions)
	rec.Positions = append(rec.Positions, p)
	return d.err
}
