// Package restore makes records from the rows that the store keeps of them: the way back
// from what package sqlite writes. docs/ledger.md describes the tables.
//
// It promises that what comes back is what was written, positions again as bytes, but for
// the rule of a credit, which no row has; a test holds all layers to that. It reads only.
package restore

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
)

// Readings are articles by their IDs with the findings of the layers asked for (names of
// riwaya.Layers), in the order of the IDs. What is not, or not any more, in the store is left
// out. The transaction makes that all is of one moment.
func Readings(ctx context.Context, tx *sql.Tx, ids []string, layers ...string) ([]ledger.Reading, error) {
	g, err := gather(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	for _, l := range layers {
		if err := g.layer(l, "1"); err != nil {
			return nil, err
		}
	}
	return g.out, nil
}

// Sought are articles by their IDs, as Readings has them, with who is private and what of
// findings is sought; claims without their hedges and chains. begin, if there is one, is called
// as soon as the articles are there; what it starts may go on while their findings are read.
func Sought(ctx context.Context, tx *sql.Tx, ids []string, want ledger.Sought, begin func([]ledger.Reading)) ([]ledger.Reading, error) {
	g, err := gather(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	if begin != nil {
		begin(g.out)
	}
	predicates, err := json.Marshal(want.Predicates)
	if err != nil {
		return nil, err
	}
	classes, err := json.Marshal(want.Classes)
	if err != nil {
		return nil, err
	}
	claims, args := privateClaims, []any(nil)
	switch {
	case want.Claims:
		claims = "1"
	case len(want.Classes)+len(want.Predicates) > 0:
		claims = `(source_private OR class IN (SELECT value FROM json_each(?))
			OR id IN (SELECT claim FROM figures f WHERE f.article = claims.article AND lower(f.predicate) IN (SELECT value FROM json_each(?))))`
		args = []any{string(classes), string(predicates)}
	}
	err = errors.Join(g.rows("claims", restored["claims"].without("hedges", "chain"), claims, args...), g.layer("actors", privateActors))
	if err == nil && len(want.Predicates) > 0 {
		err = g.layer("figures", "lower(predicate) IN (SELECT value FROM json_each(?))", string(predicates))
	}
	if err != nil {
		return nil, err
	}
	return g.out, nil
}

// Which claims and actors are of private persons.
const privateClaims, privateActors = "source_private", "private"

// gathering puts rows together to records.
type gathering struct {
	ctx   context.Context
	tx    *sql.Tx
	out   []ledger.Reading
	chars []chars
	at    map[int64]int // by articles.n
	ns    []int64
}

// gather begins with the articles of the IDs.
func gather(ctx context.Context, tx *sql.Tx, ids []string) (*gathering, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	g := &gathering{ctx: ctx, tx: tx, at: map[int64]int{}}
	return g, g.articles(string(list))
}

const articleColumns = `a.n, a.id, a.url, a.outlet, a.title, a.authors, a.published, a.published_precision, a.published_from, a.seen,
	a.language, a.coverage, a.text_id, a.text, a.body, a.credits, a.stated_by, a.stated_url, a.stated_at, a.stated_archive,
	(SELECT count(*) FROM articles v WHERE v.report = a.report AND v.n <= a.n), (SELECT count(*) FROM articles v WHERE v.report = a.report),
	a.published IS NULL AND a.seen IS NOT NULL AND EXISTS (SELECT 1 FROM appearances p JOIN captures c ON c.leaf = p.capture JOIN sightings s ON s.capture = c.id
		WHERE p.article = a.n AND s.how IN ('file', 'stdin') AND s.at = a.seen)`

func (g *gathering) articles(ids string) (err error) {
	rows, err := g.tx.QueryContext(g.ctx, "SELECT "+articleColumns+" FROM json_each(?) i JOIN articles a ON a.id = i.value ORDER BY i.key", ids)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var n int64
		var authors, body, credits string
		var seen, by, at *string
		var s riwaya.Stated
		r := ledger.Reading{Read: riwaya.Record{Schema: riwaya.Schema}}
		a := &r.Read.Article
		if err := rows.Scan(&n, &r.Article, &a.URL, &a.Outlet, &a.Title, &authors, &a.Published, &a.PublishedPrecision, &a.PublishedFrom, &seen,
			&a.Language, &a.Coverage, &a.ID, &a.Text, &body, &credits, &by, &s.URL, &at, &s.Archive, &r.Version, &r.Versions, &a.Undated); err != nil {
			return err
		}
		c := newChars(a.Text)
		p := whole{chars: c}
		a.Body = p.spans(body)
		p.json(authors, &a.Authors)
		a.Seen = p.time(seen)
		if by != nil {
			s.By, s.At = *by, p.time(at)
			a.Stated = &s
		}
		p.json(credits, &a.Credits)
		for i := range a.Credits {
			a.Credits[i].Span = c.span(a.Credits[i].Span)
		}
		if p.err != nil {
			return fmt.Errorf("%w: article %s: %w", ledger.ErrDamaged, r.Article, p.err)
		}
		g.at[n] = len(g.out)
		g.out, g.chars, g.ns = append(g.out, r), append(g.chars, c), append(g.ns, n)
	}
	return rows.Err()
}

// layer reads the findings of one layer that fulfil a condition.
func (g *gathering) layer(name, where string, args ...any) error {
	r, ok := restored[name]
	if !ok {
		return fmt.Errorf("store: no layer %q", name)
	}
	return g.rows(name, r, where, args...)
}

func (g *gathering) rows(name string, r restoring, where string, args ...any) (err error) {
	ns, err := json.Marshal(g.ns)
	if err != nil {
		return err
	}
	rows, err := g.tx.QueryContext(g.ctx, "SELECT article, "+r.columns+" FROM "+name+" WHERE article IN (SELECT value FROM json_each(?)) AND "+where+" ORDER BY article, rowid", append([]any{string(ns)}, args...)...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var n int64
		scan := func(into ...any) error { return rows.Scan(append([]any{&n}, into...)...) }
		if err := r.row(scan, func() (*riwaya.Record, *whole) {
			i := g.at[n]
			return &g.out[i].Read, &whole{chars: g.chars[i]}
		}); err != nil {
			return fmt.Errorf("%w: %s of article %d: %w", ledger.ErrDamaged, name, n, err)
		}
	}
	return rows.Err()
}

// whole makes values from what rows keep as JSON and in characters.
type whole struct {
	chars
	err error
}

func (p *whole) keep(err error) {
	if err != nil && p.err == nil {
		p.err = err
	}
}

func (p *whole) time(s *string) *time.Time {
	if s == nil {
		return nil
	}
	t, err := time.Parse(time.RFC3339, *s)
	p.keep(err)
	return &t
}

func (p *whole) json(s string, into any) {
	if s != "[]" && s != "" {
		p.keep(json.Unmarshal([]byte(s), into))
	}
}

func (p *whole) spans(s string) riwaya.Spans {
	out, err := parseSpans(s)
	p.keep(err)
	for i := range out {
		out[i] = p.span(out[i])
	}
	return out
}
