package entry

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/casefile"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/shelf"
	"riwaya/internal/show/privacy"
)

// Maker makes entries of one ledger, as it is now. It is for one goroutine.
type Maker struct {
	Shelf *shelf.Shelf
	// Reviewed says who reviewed a finding of an article; nil where nobody reviewed anything.
	Reviewed func(ctx context.Context, article, finding string) (Review, error)
	// Names asks for private persons by name.
	Names bool

	known map[string]known // what was read of reports: several items are of one
}

// known is a report with its record.
type known struct {
	report Report
	record *riwaya.Record
}

// Entries are the items of a case as they are told, in its order.
func (m *Maker) Entries(ctx context.Context, items []casefile.Item) ([]Entry, error) {
	out := make([]Entry, len(items))
	for i := range items {
		var err error
		if out[i], err = m.Entry(ctx, items[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Entry is one item as it is told.
func (m *Maker) Entry(ctx context.Context, i casefile.Item) (Entry, error) {
	e := Entry{Item: i}
	var err error
	switch i.Kind {
	case casefile.Note:
		return e, nil
	case casefile.Incident:
		err = m.incident(ctx, &e)
	case casefile.Question:
		err = m.question(ctx, &e)
	default:
		article, finding := i.Finding()
		err = m.finding(ctx, &e, article, finding)
		if err == nil && finding != "" {
			e.Review, err = m.review(ctx, article, finding)
		}
	}
	for k := range e.Figures {
		if err == nil {
			e.Figures[k].Review, err = m.review(ctx, e.Figures[k].Article, e.Figures[k].ID)
		}
	}
	for k := range e.Others {
		if err == nil {
			e.Others[k].Review, err = m.review(ctx, e.Others[k].Report.Article, e.Others[k].Event)
		}
	}
	switch {
	case errors.Is(err, ledger.ErrGone):
		return Entry{Item: i, Gone: Withdrawn}, nil
	case errors.Is(err, ledger.ErrUnknown), errors.Is(err, across.ErrUnknown), errors.Is(err, errNone):
		return Entry{Item: i, Gone: Unknown}, nil
	}
	return e, err
}

func (m *Maker) review(ctx context.Context, article, finding string) (Review, error) {
	if m.Reviewed == nil {
		return Review{}, nil
	}
	return m.Reviewed(ctx, article, finding)
}

var errNone = errors.New("entry: no such finding")

// finding tells a report, a claim, a figure or an event.
func (m *Maker) finding(ctx context.Context, e *Entry, article, finding string) error {
	r, rec, err := m.report(ctx, article)
	if err != nil {
		return err
	}
	e.Report, e.Language = &r, rec.Article.Language
	t := m.telling(rec)
	e.Title = t.gate.Words(rec.Article.Title)
	var claim *string
	var at riwaya.Spans
	switch e.Kind {
	case casefile.Report:
		e.Quote = t.beginning()
	case casefile.Claim:
		c := byID(rec.Claims, finding, func(c *riwaya.Claim) string { return c.ID })
		if c == nil {
			return errNone
		}
		e.Quote, e.Source, claim = t.under(c.Content.Spans), t.source(c), &c.ID
		for k := range rec.Figures {
			if f := &rec.Figures[k]; f.Claim != nil && *f.Claim == c.ID {
				e.Figures = append(e.Figures, t.figure(f))
			}
		}
	case casefile.Figure:
		f := byID(rec.Figures, finding, func(f *riwaya.Figure) string { return f.ID })
		if f == nil {
			return errNone
		}
		e.Quote, e.Source = t.saying(f.Claim, f.Span)
		e.Figures = []Figure{t.figure(f)}
		e.Place, e.Time, claim, at = t.place(f.Place), t.time(f.Time), f.Claim, f.Span
	case casefile.Event:
		v := byID(rec.Events, finding, func(v *riwaya.Event) string { return v.ID })
		if v == nil {
			return errNone
		}
		e.Quote, e.Source = t.saying(v.Claim, v.Span)
		e.Place, e.Time, claim, at = t.place(v.Place), t.time(v.Time), v.Claim, v.Span
		e.Event = &Event{Type: v.Type, Mode: value(v.Mode), Status: v.Status}
		for k := range v.Parties {
			e.Event.Parties = append(e.Event.Parties, t.party(&v.Parties[k]))
		}
		for _, id := range v.Figures {
			if f := byID(rec.Figures, id, func(f *riwaya.Figure) string { return f.ID }); f != nil {
				e.Figures = append(e.Figures, t.figure(f))
			}
		}
	}
	return m.chain(ctx, e, article, claim, at)
}

// byID is the finding of an ID, nil where there is none.
func byID[T any](all []T, id string, of func(*T) string) *T {
	for i := range all {
		if of(&all[i]) == id {
			return &all[i]
		}
	}
	return nil
}

// report is a report with its evidence, and its record; each is read once.
func (m *Maker) report(ctx context.Context, article string) (Report, *riwaya.Record, error) {
	if k, ok := m.known[article]; ok {
		return k.report, k.record, nil
	}
	r, rec, err := m.read(ctx, article)
	if err == nil {
		if m.known == nil {
			m.known = map[string]known{}
		}
		m.known[article] = known{r, rec}
	}
	return r, rec, err
}

func (m *Maker) read(ctx context.Context, article string) (r Report, rec *riwaya.Record, err error) {
	store := m.Shelf.Store
	found, err := store.Find(ctx, article)
	if err != nil {
		return r, nil, err
	}
	reading, err := m.Shelf.Reading(ctx, article)
	if err != nil {
		return r, nil, err
	}
	rec = &reading.Read
	a := &rec.Article
	gate := privacy.NewGate(rec)
	shown := gate
	if m.Names {
		shown = &privacy.Gate{Persons: privacy.New(rec, true)}
	}
	r = Report{Article: article, Title: shown.Words(a.Title), Outlet: shown.Words(value(a.Outlet)), Published: value(a.Published), Precision: string(a.PublishedPrecision),
		From: a.PublishedFrom, Language: a.Language, Coverage: string(a.Coverage), TextSum: strings.TrimPrefix(riwaya.TextID(a.Text), "sha256:"),
		RecordLeaf: found.Leaf, Named: len(gate.Names())+len(gate.Hidden()) > 0, Versions: reading.Versions}
	if a.URL != nil {
		r.URL = address(shown, m.Names, *a.URL)
	}
	for c := range a.Credited() {
		name := c.Text
		if c.Name != nil {
			name = *c.Name
		}
		if name = shown.Words(name); !slices.Contains(r.Credits, name) {
			r.Credits = append(r.Credits, name)
		}
	}
	if a.Stated != nil {
		s := *a.Stated
		for _, u := range []**string{&s.URL, &s.Archive} {
			if *u != nil {
				passed := address(shown, m.Names, **u)
				*u = &passed
			}
		}
		r.Stated = &s
	}
	if found.Capture == "" { // what it was read in was withdrawn
		return r, rec, nil
	}
	c, err := store.Capture(ctx, found.Capture)
	if err != nil {
		return r, nil, err
	}
	r.Capture, r.Sum, r.Media, r.Size, r.Leaf = c.ID, c.Sum, c.Media, c.Size, c.Leaf
	for _, in := range found.Appears {
		if in.Capture == c.ID {
			r.Where, r.Alone = strings.Join(in.Places, ", "), in.Alone
		}
	}
	seen, err := store.FirstSighting(ctx, c.ID)
	if err != nil {
		return r, nil, err
	}
	r.Captured, r.Came, r.Program = seen.At, seen.How, seen.Program
	if seen.How == ledger.CameFile {
		r.File = shown.Words(path.Base(strings.ReplaceAll(seen.Name, `\`, "/"))) // folders tell of the machine
	}
	return r, rec, nil
}

func address(g *privacy.Gate, names bool, u string) string {
	if names {
		return u
	}
	return g.Address(u)
}

// chain lays the way of an entry: of its claim, of the words under spans, or of its report.
func (m *Maker) chain(ctx context.Context, e *Entry, article string, claim *string, at riwaya.Spans) error {
	return m.Shelf.Around(ctx, article, func(in *matter.Matter) error {
		if in.Record(article) == nil {
			return nil // an older version: the newest counts, and has the chains
		}
		chain, ok := in.Chain(article)
		switch {
		case claim != nil:
			chain, ok = in.ClaimChain(riwaya.ClaimRef{Article: article, Claim: *claim})
		case len(at) > 0:
			chain, ok = in.ChainAt(article, at.Hull())
		}
		if !ok {
			return nil
		}
		chains := []riwaya.Chain{chain}
		if claim != nil {
			for i := range in.Statements() {
				if st := &in.Statements()[i]; slices.Contains(st.Claims, riwaya.ClaimRef{Article: article, Claim: *claim}) {
					chains = in.Chains(st)
				}
			}
		}
		e.Chain, e.Known = m.hops(in, &chain), chain.End.Known
		o := m.origins(in, in.Origins(chains))
		e.Origins = &o
		return nil
	})
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
