// Package tables makes the rows of the store from changes of it: docs/ledger.md describes the
// tables. Package restore has the way back.
//
// It promises that the same change makes the same rows, so that a store can be held against
// the log row by row. Positions become characters. It does not write.
package tables

import (
	"encoding/json"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
)

// Table is a table whose rows a change makes.
type Table struct {
	Name    string
	Columns []string
}

func columns(name, names string) *Table {
	return &Table{name, strings.Fields(names)}
}

// Insertion writes n rows. or is "" or what to do with one that is there.
func (t *Table) Insertion(or string, n int) string {
	one := "(?" + strings.Repeat(",?", len(t.Columns)-1) + ")"
	return "INSERT " + or + " INTO " + t.Name + " (" + strings.Join(t.Columns, ",") + ") VALUES " + one + strings.Repeat(","+one, n-1)
}

// Upsertion writes an article, or what a later record says anew of it.
func (t *Table) Upsertion() string {
	var set []string
	for _, c := range t.Columns[1:] {
		set = append(set, c+" = excluded."+c)
	}
	return "INSERT INTO " + t.Name + " (n," + strings.Join(t.Columns, ",") + ") VALUES (?" + strings.Repeat(",?", len(t.Columns)) +
		") ON CONFLICT (id) DO UPDATE SET " + strings.Join(set, ", ")
}

// The tables, with their columns in the order of the rows below.
var (
	Captures  = columns("captures", "leaf id sum size media url uuid")
	Sightings = columns("sightings", "leaf capture at how name status found collector note program")
	Articles  = columns("articles", "id report url outlet title authors published published_precision published_from seen language coverage text_id text body credits stated_by stated_url stated_at stated_archive")
	Files     = columns("files", "leaf capture name sum size missing")
	Records   = columns("records", "leaf version at sum place")
	Reviews   = columns("reviews", "leaf at who about verdict value note undoes")
	claims    = columns("claims", "article id source source_name source_name_ar source_actor source_kind source_private source_anonymous source_elided source_spans cue lemma class cue_spans content mode content_spans hedges negated medium addressee parent chain confidence rule")
	figures   = columns("figures", `article id text spans noun op low high unit total "group" predicate of scope since part_of place time claim confidence rule`)
	times     = columns("times", "article id text spans value type rule")
	places    = columns("places", "article id text spans name geonames country admin1 admin2 pcode lat lon relation precision confidence rule")
	actors    = columns("actors", "article id name name_ar kind country role private mentions wikidata rule")
	events    = columns("events", "article id text spans type mode acled_event acled_sub_event cameo actors targets parties place time figures status claim mentions confidence rule")
	positions = columns("positions", "article id actor spans stance content content_spans conditions claim confidence rule")
)

// Layers are the tables of findings, under the names of the layers.
var Layers = []*Table{claims, figures, times, places, actors, events, positions}

// Row is a row, in the order of its table's columns.
type Row = []any

// Null is nil for "".
func Null(s string) any {
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

// Time is a time as the store has it.
func Time(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// TimeOr is the same, nil for nil.
func TimeOr(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.Format(time.RFC3339)
}

// CaptureRow is the row of a capture.
func CaptureRow(c *ledger.Capture) Row {
	return Row{c.Leaf, c.ID, c.Sum, c.Size, c.Media, Null(c.URL), c.UUID}
}

// ReviewRow is the row of a review.
func ReviewRow(r *ledger.Review) Row {
	return Row{r.Leaf, Time(r.At), r.Who, r.About, r.Verdict, Null(string(r.Value)), r.Note, opt(r.Undoes)}
}

// SightingRow is the row of a sighting.
func SightingRow(s *ledger.Sighting) Row {
	var status any
	if s.Status != 0 {
		status = int64(s.Status)
	}
	return Row{s.Leaf, s.Capture, Time(s.At), s.How, s.Name, status, Null(s.Found), Null(s.Collector), Null(s.Note), s.Program}
}

// FileRows are the rows of a list of files.
func FileRows(f *ledger.Files) (out []Row) {
	for _, one := range f.Files {
		var size any
		if one.Missing == "" {
			size = one.Size
		}
		out = append(out, Row{f.Leaf, f.Capture, one.Name, Null(one.Sum), size, Null(one.Missing)})
	}
	return out
}

// RecordRow is the start of the row of a record; the keys of its article and capture follow.
func RecordRow(r *ledger.Record) Row {
	return Row{r.Leaf, r.Version, Time(r.At), r.Sum, r.Place}
}

// Reading is an article with its findings, about to be rows.
type Reading struct {
	parts
	read *riwaya.Record
}

// Of begins the rows of what a record says.
func Of(r *riwaya.Record) *Reading {
	return &Reading{parts{points: newPoints(r.Article.Text)}, r}
}

// Err is what could not be written down.
func (r *Reading) Err() error { return r.err }

// Article is the article's row under an ID, without its key.
func (r *Reading) Article(id string) Row { return r.articleRow(id, &r.read.Article) }

// Findings are the rows of the findings, for each of [Layers], of the article with a key.
func (r *Reading) Findings(n int64) [][]Row { return r.findings(n, r.read) }

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

func (p *parts) articleRow(id string, a *riwaya.Article) Row {
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
	return append(Row{id, ledger.ReportKey(a), opt(a.URL), opt(a.Outlet), a.Title, p.list(a.Authors), opt(a.Published),
		string(a.PublishedPrecision), a.PublishedFrom, TimeOr(a.Seen), a.Language, string(a.Coverage), a.ID, a.Text, p.spans(a.Body), p.json(credits)}, StatedRow(a.Stated)...)
}

// StatedRow is what is stated of an article, in the order of the columns.
func StatedRow(s *riwaya.Stated) Row {
	if s == nil {
		return make(Row, 4)
	}
	return Row{s.By, opt(s.URL), TimeOr(s.At), opt(s.Archive)}
}

// findings are the rows of a record's findings, under the tables of Layers.
func (p *parts) findings(n int64, r *riwaya.Record) [][]Row {
	out := make([][]Row, len(Layers))
	for i := range r.Claims {
		out[0] = append(out[0], p.claim(n, &r.Claims[i]))
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		out[1] = append(out[1], Row{n, f.ID, f.Text, p.spans(f.Span), opt(f.Noun), f.Op, opt(f.Low), opt(f.High), opt(f.Unit), opt(f.Total),
			f.Group, f.Predicate, opt(f.Of), f.Scope, opt(f.Since), opt(f.PartOf), opt(f.Place), opt(f.Time), opt(f.Claim), f.Confidence, f.Rule})
	}
	for i := range r.Times {
		t := &r.Times[i]
		out[2] = append(out[2], Row{n, t.ID, t.Text, p.spans(t.Span), t.Value, t.Type, t.Rule})
	}
	for i := range r.Places {
		f := &r.Places[i]
		var geonames any
		if f.GeoNames != nil {
			geonames = int64(*f.GeoNames)
		}
		out[3] = append(out[3], Row{n, f.ID, f.Text, p.spans(f.Span), opt(f.Name), geonames, opt(f.Country), opt(f.Admin1), opt(f.Admin2),
			opt(f.PCode), opt(f.Lat), opt(f.Lon), f.Relation, f.Precision, f.Confidence, f.Rule})
	}
	for i := range r.Actors {
		a := &r.Actors[i]
		out[4] = append(out[4], Row{n, a.ID, opt(a.Name), opt(a.NameAr), a.Kind, opt(a.Country), opt(a.Role), flag(a.Private), p.spans(a.Mentions), opt(a.Wikidata), a.Rule})
	}
	for i := range r.Events {
		out[5] = append(out[5], p.event(n, &r.Events[i]))
	}
	for i := range r.Positions {
		s := &r.Positions[i]
		out[6] = append(out[6], Row{n, s.ID, s.Actor, p.spans(s.Span), s.Stance, s.Content.Text, p.spans(s.Content.Spans), p.list(s.Conditions), opt(s.Claim), s.Confidence, s.Rule})
	}
	return out
}

func (p *parts) claim(n int64, c *riwaya.Claim) Row {
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
	return Row{n, c.ID, s.Text, opt(s.Name), opt(s.NameAr), opt(s.Actor), s.Kind, flag(s.Private), flag(s.Anonymous), flag(s.Elided), p.spans(s.Spans),
		c.Cue.Text, c.Cue.Lemma, c.Cue.Class, p.spans(c.Cue.Spans), c.Content.Text, c.Content.Mode, p.spans(c.Content.Spans),
		p.list(c.Hedges), flag(c.Negated), opt(c.Medium), opt(c.Addressee), opt(c.Parent), p.json(chain), c.Confidence, c.Rule}
}

func (p *parts) event(n int64, e *riwaya.Event) Row {
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
	return Row{n, e.ID, e.Text, p.spans(e.Span), e.Type, opt(e.Mode), kind, sub, opt(e.CAMEO), p.list(e.Actors), p.list(e.Targets), parties,
		opt(e.Place), opt(e.Time), p.list(e.Figures), e.Status, opt(e.Claim), p.json(mentions), e.Confidence, e.Rule}
}
