package restore

import (
	"encoding/json"
	"strings"

	"riwaya"
)

// restoring makes findings of one layer from its rows.
type restoring struct {
	columns string
	// row scans a row and adds the finding to the record that of gives, which is known once
	// the row is scanned.
	row func(scan func(...any) error, of func() (*riwaya.Record, *whole)) error
}

// without is the same with columns of lists left empty: to read a list takes as long as to read
// the row.
func (r restoring) without(columns ...string) restoring {
	for _, c := range columns {
		r.columns = strings.Replace(r.columns, ", "+c+",", ", '[]',", 1)
	}
	return r
}

// restored are all layers, by their names.
var restored = map[string]restoring{
	"claims": {`id, source, source_name, source_name_ar, source_actor, source_kind, source_private, source_anonymous, source_elided, source_spans,
		cue, lemma, class, cue_spans, content, mode, content_spans, hedges, negated, medium, addressee, parent, chain, confidence, rule`, restoreClaim},
	"figures":   {`id, text, spans, noun, op, low, high, unit, total, "group", predicate, of, scope, since, part_of, place, time, claim, confidence, rule`, restoreFigure},
	"times":     {`id, text, spans, value, type, rule`, restoreTime},
	"places":    {`id, text, spans, name, geonames, country, admin1, admin2, pcode, lat, lon, relation, precision, confidence, rule`, restorePlace},
	"actors":    {`id, name, name_ar, kind, country, role, private, mentions, wikidata, rule`, restoreActor},
	"events":    {`id, text, spans, type, mode, acled_event, acled_sub_event, cameo, actors, targets, parties, place, time, figures, status, claim, mentions, confidence, rule`, restoreEvent},
	"positions": {`id, actor, spans, stance, content, content_spans, conditions, claim, confidence, rule`, restorePosition},
}

func restoreClaim(scan func(...any) error, of func() (*riwaya.Record, *whole)) error {
	var c riwaya.Claim
	s := &c.Source
	var source, cue, content, hedges, chain string
	if err := scan(&c.ID, &s.Text, &s.Name, &s.NameAr, &s.Actor, &s.Kind, &s.Private, &s.Anonymous, &s.Elided, &source,
		&c.Cue.Text, &c.Cue.Lemma, &c.Cue.Class, &cue, &c.Content.Text, &c.Content.Mode, &content,
		&hedges, &c.Negated, &c.Medium, &c.Addressee, &c.Parent, &chain, &c.Confidence, &c.Rule); err != nil {
		return err
	}
	r, p := of()
	s.Spans, c.Cue.Spans, c.Content.Spans = p.spans(source), p.spans(cue), p.spans(content)
	p.json(hedges, &c.Hedges)
	var hops []struct {
		riwaya.Hop
		Span json.RawMessage `json:"span"`
	}
	p.json(chain, &hops)
	for _, h := range hops {
		h.Hop.Span = p.spans(string(h.Span))
		c.Chain = append(c.Chain, h.Hop)
	}
	r.Claims = append(r.Claims, c)
	return p.err
}

func restoreFigure(scan func(...any) error, of func() (*riwaya.Record, *whole)) error {
	var f riwaya.Figure
	var spans string
	if err := scan(&f.ID, &f.Text, &spans, &f.Noun, &f.Op, &f.Low, &f.High, &f.Unit, &f.Total, &f.Group, &f.Predicate,
		&f.Of, &f.Scope, &f.Since, &f.PartOf, &f.Place, &f.Time, &f.Claim, &f.Confidence, &f.Rule); err != nil {
		return err
	}
	r, p := of()
	f.Span = p.spans(spans)
	r.Figures = append(r.Figures, f)
	return p.err
}

func restoreTime(scan func(...any) error, of func() (*riwaya.Record, *whole)) error {
	var t riwaya.Time
	var spans string
	if err := scan(&t.ID, &t.Text, &spans, &t.Value, &t.Type, &t.Rule); err != nil {
		return err
	}
	r, p := of()
	t.Span = p.spans(spans)
	r.Times = append(r.Times, t)
	return p.err
}

func restorePlace(scan func(...any) error, of func() (*riwaya.Record, *whole)) error {
	var f riwaya.Place
	var spans string
	if err := scan(&f.ID, &f.Text, &spans, &f.Name, &f.GeoNames, &f.Country, &f.Admin1, &f.Admin2, &f.PCode, &f.Lat, &f.Lon,
		&f.Relation, &f.Precision, &f.Confidence, &f.Rule); err != nil {
		return err
	}
	r, p := of()
	f.Span = p.spans(spans)
	r.Places = append(r.Places, f)
	return p.err
}

func restoreActor(scan func(...any) error, of func() (*riwaya.Record, *whole)) error {
	var a riwaya.Actor
	var mentions string
	if err := scan(&a.ID, &a.Name, &a.NameAr, &a.Kind, &a.Country, &a.Role, &a.Private, &mentions, &a.Wikidata, &a.Rule); err != nil {
		return err
	}
	r, p := of()
	a.Mentions = p.spans(mentions)
	r.Actors = append(r.Actors, a)
	return p.err
}

func restoreEvent(scan func(...any) error, of func() (*riwaya.Record, *whole)) error {
	var e riwaya.Event
	var spans, actors, targets, parties, figures, mentions string
	var kind, sub *string
	if err := scan(&e.ID, &e.Text, &spans, &e.Type, &e.Mode, &kind, &sub, &e.CAMEO, &actors, &targets, &parties,
		&e.Place, &e.Time, &figures, &e.Status, &e.Claim, &mentions, &e.Confidence, &e.Rule); err != nil {
		return err
	}
	r, p := of()
	e.Span = p.spans(spans)
	if kind != nil && sub != nil {
		e.ACLED = &riwaya.ACLED{EventType: *kind, SubEventType: *sub}
	}
	p.json(actors, &e.Actors)
	p.json(targets, &e.Targets)
	p.json(parties, &e.Parties)
	p.json(figures, &e.Figures)
	var told []struct {
		riwaya.Mention
		Span json.RawMessage `json:"span"`
	}
	p.json(mentions, &told)
	for _, m := range told {
		m.Mention.Span = p.spans(string(m.Span))
		e.Mentions = append(e.Mentions, m.Mention)
	}
	r.Events = append(r.Events, e)
	return p.err
}

func restorePosition(scan func(...any) error, of func() (*riwaya.Record, *whole)) error {
	var s riwaya.Position
	var spans, content, conditions string
	if err := scan(&s.ID, &s.Actor, &spans, &s.Stance, &s.Content.Text, &content, &conditions, &s.Claim, &s.Confidence, &s.Rule); err != nil {
		return err
	}
	r, p := of()
	s.Span, s.Content.Spans = p.spans(spans), p.spans(content)
	p.json(conditions, &s.Conditions)
	r.Positions = append(r.Positions, s)
	return p.err
}
