package sqlite

import (
	"encoding/json"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
)

// table is a table whose rows a change makes.
type table struct {
	name    string
	columns []string
	key     int // the column that Check asks by
}

func columns(name string, key int, names string) *table {
	return &table{name, strings.Fields(names), key}
}

// The tables, with their columns in the order of the rows below.
var (
	captures  = columns("captures", 0, "leaf id sum size media url uuid")
	sightings = columns("sightings", 0, "leaf capture at how name status collector note program")
	articles  = columns("articles", 0, "id report url outlet title authors published published_precision published_from seen language coverage text_id text body credits")
	records   = columns("records", 0, "leaf version at sum place")
	claims    = columns("claims", 0, "article id source source_name source_name_ar source_actor source_kind source_private source_anonymous source_elided source_spans cue lemma class cue_spans content mode content_spans hedges negated medium addressee parent chain confidence rule")
	figures   = columns("figures", 0, `article id text spans noun op low high unit total "group" predicate of scope since part_of place time claim confidence rule`)
	times     = columns("times", 0, "article id text spans value type rule")
	places    = columns("places", 0, "article id text spans name geonames country admin1 admin2 pcode lat lon relation precision confidence rule")
	actors    = columns("actors", 0, "article id name name_ar kind country role private mentions wikidata rule")
	events    = columns("events", 0, "article id text spans type mode acled_event acled_sub_event cameo actors targets parties place time figures status claim mentions confidence rule")
	positions = columns("positions", 0, "article id actor spans stance content content_spans conditions claim confidence rule")
)

// layers are the tables of findings, under the names of the layers.
var layers = []*table{claims, figures, times, places, actors, events, positions}

type row = []any

// null is nil for "".
func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// opt is nil for nil.
func opt[T any](v *T) any {
	if v == nil {
		return nil
	}
	return *v
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func utc(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func optTime(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.Format(time.RFC3339)
}

func captureRow(c *ledger.Capture) row {
	return row{c.Leaf, c.ID, c.Sum, c.Size, c.Media, null(c.URL), c.UUID}
}

func sightingRow(s *ledger.Sighting) row {
	var status any
	if s.Status != 0 {
		status = int64(s.Status)
	}
	return row{s.Leaf, s.Capture, utc(s.At), s.How, s.Name, status, null(s.Collector), null(s.Note), s.Program}
}

func recordRow(r *ledger.Record) row {
	return row{r.Leaf, r.Version, utc(r.At), r.Sum, r.Place}
}

// parts is JSON that positions must be put into.
type parts struct {
	points
	err error
}

func (p *parts) json(v any) string {
	b, err := json.Marshal(v)
	if err != nil && p.err == nil {
		p.err = err
	}
	return string(b)
}

func (p *parts) list(s []string) string {
	if len(s) == 0 {
		return "[]"
	}
	return p.json(s)
}

func (p *parts) articleRow(id string, a *riwaya.Article) row {
	type credit struct {
		Span  json.RawMessage `json:"span"`
		Text  string          `json:"text"`
		Name  *string         `json:"name"`
		Actor *string         `json:"actor"`
		Form  string          `json:"form"`
	}
	credits := make([]credit, len(a.Credits))
	for i, c := range a.Credits {
		one := p.spans([]riwaya.Span{c.Span})
		credits[i] = credit{json.RawMessage(one[1 : len(one)-1]), c.Text, c.Name, c.Actor, c.Form}
	}
	return row{id, ledger.ReportKey(a), opt(a.URL), opt(a.Outlet), a.Title, p.list(a.Authors), opt(a.Published),
		string(a.PublishedPrecision), a.PublishedFrom, optTime(a.Seen), a.Language, string(a.Coverage), a.ID, a.Text, p.spans(a.Body), p.json(credits)}
}

// findings are the rows of a record's findings, under the tables of layers.
func (p *parts) findings(n int64, r *riwaya.Record) [][]row {
	out := make([][]row, len(layers))
	for i := range r.Claims {
		out[0] = append(out[0], p.claim(n, &r.Claims[i]))
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		out[1] = append(out[1], row{n, f.ID, f.Text, p.spans(f.Span), opt(f.Noun), f.Op, opt(f.Low), opt(f.High), opt(f.Unit), opt(f.Total),
			f.Group, f.Predicate, opt(f.Of), f.Scope, opt(f.Since), opt(f.PartOf), opt(f.Place), opt(f.Time), opt(f.Claim), f.Confidence, f.Rule})
	}
	for i := range r.Times {
		t := &r.Times[i]
		out[2] = append(out[2], row{n, t.ID, t.Text, p.spans(t.Span), t.Value, t.Type, t.Rule})
	}
	for i := range r.Places {
		f := &r.Places[i]
		var geonames any
		if f.GeoNames != nil {
			geonames = int64(*f.GeoNames)
		}
		out[3] = append(out[3], row{n, f.ID, f.Text, p.spans(f.Span), opt(f.Name), geonames, opt(f.Country), opt(f.Admin1), opt(f.Admin2),
			opt(f.PCode), opt(f.Lat), opt(f.Lon), f.Relation, f.Precision, f.Confidence, f.Rule})
	}
	for i := range r.Actors {
		a := &r.Actors[i]
		out[4] = append(out[4], row{n, a.ID, opt(a.Name), opt(a.NameAr), a.Kind, opt(a.Country), opt(a.Role), flag(a.Private), p.spans(a.Mentions), opt(a.Wikidata), a.Rule})
	}
	for i := range r.Events {
		out[5] = append(out[5], p.event(n, &r.Events[i]))
	}
	for i := range r.Positions {
		s := &r.Positions[i]
		out[6] = append(out[6], row{n, s.ID, s.Actor, p.spans(s.Span), s.Stance, s.Content.Text, p.spans(s.Content.Spans), p.list(s.Conditions), opt(s.Claim), s.Confidence, s.Rule})
	}
	return out
}

func (p *parts) claim(n int64, c *riwaya.Claim) row {
	type hop struct {
		Actor    *string         `json:"actor"`
		Name     string          `json:"name"`
		Relation string          `json:"relation"`
		Span     json.RawMessage `json:"span"`
	}
	chain := make([]hop, len(c.Chain))
	for i, h := range c.Chain {
		chain[i] = hop{h.Actor, h.Name, h.Relation, json.RawMessage(p.spans(h.Span))}
	}
	s := &c.Source
	return row{n, c.ID, s.Text, opt(s.Name), opt(s.NameAr), opt(s.Actor), s.Kind, flag(s.Private), flag(s.Anonymous), flag(s.Elided), p.spans(s.Spans),
		c.Cue.Text, c.Cue.Lemma, c.Cue.Class, p.spans(c.Cue.Spans), c.Content.Text, c.Content.Mode, p.spans(c.Content.Spans),
		p.list(c.Hedges), flag(c.Negated), opt(c.Medium), opt(c.Addressee), opt(c.Parent), p.json(chain), c.Confidence, c.Rule}
}

func (p *parts) event(n int64, e *riwaya.Event) row {
	type mention struct {
		Span   json.RawMessage `json:"span"`
		Text   string          `json:"text"`
		Claim  *string         `json:"claim"`
		Status string          `json:"status"`
	}
	mentions := make([]mention, len(e.Mentions))
	for i, m := range e.Mentions {
		mentions[i] = mention{json.RawMessage(p.spans(m.Span)), m.Text, m.Claim, m.Status}
	}
	var kind, sub any
	if e.ACLED != nil {
		kind, sub = e.ACLED.EventType, e.ACLED.SubEventType
	}
	parties := "[]"
	if len(e.Parties) > 0 {
		parties = p.json(e.Parties)
	}
	return row{n, e.ID, e.Text, p.spans(e.Span), e.Type, opt(e.Mode), kind, sub, opt(e.CAMEO), p.list(e.Actors), p.list(e.Targets), parties,
		opt(e.Place), opt(e.Time), p.list(e.Figures), e.Status, opt(e.Claim), p.json(mentions), e.Confidence, e.Rule}
}
