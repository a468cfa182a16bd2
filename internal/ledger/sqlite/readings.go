package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
)

// together is how many articles are held at a time.
const together = 64

// Readings are the articles with all that was read of them.
func (s *Store) Readings(ctx context.Context, keep func(article string) bool, each func(*ledger.Reading) error) (err error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one moment, whatever is added meanwhile
	if err != nil {
		return explain(err)
	}
	defer func() { err = explain(errors.Join(err, tx.Rollback())) }()
	for after, more := int64(-1), true; more; {
		if err := ctx.Err(); err != nil {
			return err
		}
		b := batch{ctx: ctx, tx: tx, of: map[int64]*reading{}}
		if after, more, err = b.articles(after, keep); err != nil {
			return err
		}
		for i, t := range layers {
			if err := b.layer(t, fill[i]); err != nil {
				return fmt.Errorf("%s: %w", t.name, err)
			}
		}
		for _, r := range b.order {
			if err := each(&r.Reading); err != nil {
				return err
			}
		}
	}
	return nil
}

// batch is some articles that follow one another.
type batch struct {
	ctx         context.Context
	tx          *sql.Tx
	order       []*reading
	of          map[int64]*reading // by articles.n
	first, last int64
}

// reading is a reading, and its text's characters as bytes.
type reading struct {
	ledger.Reading
	points points
}

const readingQuery = `SELECT a.n, a.id, a.url, a.outlet, a.title, a.authors, a.published, a.published_precision, a.published_from, a.seen, a.language, a.coverage,
	a.text_id, a.text, a.body, a.credits, r.leaf, r.version, r.at, r.sum, r.place,
	coalesce(c.leaf, -1), coalesce(c.id, ''), coalesce(c.sum, ''), coalesce(c.size, 0), coalesce(c.media, ''), coalesce(c.url, ''), coalesce(c.uuid, '')
	FROM articles a JOIN records r ON r.leaf = (SELECT max(leaf) FROM records WHERE article = a.n) LEFT JOIN captures c ON c.leaf = r.capture
	WHERE a.n > ? ORDER BY a.n LIMIT ?`

// articles reads the next articles; last is the key of the last of them, more whether
// there may be others.
func (b *batch) articles(after int64, keep func(string) bool) (last int64, more bool, err error) {
	rows, err := b.tx.QueryContext(b.ctx, readingQuery, after, together)
	if err != nil {
		return after, false, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	n := 0
	for ; rows.Next(); n++ {
		r := &reading{}
		a, c := &r.Read.Article, &r.From
		var key int64
		var authors, body, credits, at string
		var seen *string
		err := rows.Scan(append([]any{&key, &r.Article, &a.URL, &a.Outlet, &a.Title, &authors, &a.Published, &a.PublishedPrecision, &a.PublishedFrom, &seen, &a.Language, &a.Coverage,
			&a.ID, &a.Text, &body, &credits, &r.Leaf, &r.Version, &at, &r.Sum, &r.Place}, scan(c)...)...)
		if err != nil {
			return after, false, err
		}
		after = key
		if keep != nil && !keep(r.Article) {
			continue
		}
		r.Capture, r.Read.Schema, r.points = c.ID, riwaya.Schema, newPoints(a.Text)
		d := decoder{points: r.points}
		a.Authors, a.Body = d.list(authors), d.spans(body)
		d.json(credits, &a.Credits)
		for i := range a.Credits {
			a.Credits[i].Span = d.span(a.Credits[i].Span)
		}
		r.At = d.time(at)
		if seen != nil {
			t := d.time(*seen)
			a.Seen = &t
		}
		if d.err != nil {
			return after, false, fmt.Errorf("%s: %w", r.Article, d.err)
		}
		if len(b.order) == 0 {
			b.first = key
		}
		b.last, b.of[key] = key, r
		b.order = append(b.order, r)
	}
	return after, n == together, rows.Err()
}

// layer reads the findings of one layer of all articles at once.
func (b *batch) layer(t *table, fill func(*sql.Rows, *batch) error) (err error) {
	if len(b.order) == 0 {
		return nil
	}
	rows, err := b.tx.QueryContext(b.ctx, "SELECT "+strings.Join(t.columns, ", ")+" FROM "+t.name+" WHERE article BETWEEN ? AND ? ORDER BY article, rowid", b.first, b.last)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := fill(rows, b); err != nil {
			return err
		}
	}
	return rows.Err()
}

// into is where the finding of article n goes, and what decodes it; of an article that is
// not kept, nowhere that is looked at.
func (b *batch) into(n int64) (*riwaya.Record, *decoder) {
	r := b.of[n]
	if r == nil {
		r = &reading{}
	}
	return &r.Read, &decoder{points: r.points}
}

// decoder turns columns into what they were made of. It keeps the first error.
type decoder struct {
	points
	err error
}

func (d *decoder) json(s string, into any) {
	if err := json.Unmarshal([]byte(s), into); err != nil && d.err == nil {
		d.err = fmt.Errorf("the store: %w", err)
	}
}

func (d *decoder) list(s string) (out []string) {
	if s != "[]" {
		d.json(s, &out)
	}
	return out
}

func (d *decoder) time(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil && d.err == nil {
		d.err = err
	}
	return t
}

func (d *decoder) span(s riwaya.Span) riwaya.Span {
	return riwaya.Span{Start: d.byteAt(s.Start), End: d.byteAt(s.End)}
}

// spans reads [[12,40],[51,60]] without the help of encoding/json: they are most of what
// is decoded.
func (d *decoder) spans(s string) riwaya.Spans {
	if s == "[]" {
		return nil
	}
	out := make(riwaya.Spans, 0, max(1, strings.Count(s, "[")-1))
	rest := strings.TrimPrefix(s, "[")
	for more := true; more; rest, more = strings.CutPrefix(rest, ",") {
		pair, after, closed := strings.Cut(rest, "]")
		start, end, two := strings.Cut(strings.TrimPrefix(pair, "["), ",")
		a, err := strconv.Atoi(start)
		b, err2 := strconv.Atoi(end)
		if !closed || !two || err != nil || err2 != nil {
			if d.err == nil {
				d.err = fmt.Errorf("the store: %q is no list of positions", s)
			}
			return nil
		}
		out = append(out, riwaya.Span{Start: a, End: b})
		rest = after
	}
	return d.moved(out)
}

func (d *decoder) moved(spans riwaya.Spans) riwaya.Spans {
	for i := range spans {
		spans[i] = d.span(spans[i])
	}
	return spans
}
