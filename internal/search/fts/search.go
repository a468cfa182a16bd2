package fts

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// Order is how results are ordered.
type Order int

// By relevance (BM25, a word in the title counting for more), then the later day first; or
// by day alone. A query that asks for no words beside all else has no relevance: its results
// come by day.
const (
	ByRelevance Order = iota
	ByDay
)

// Options say what of the results is wanted.
type Options struct {
	Order Order
	Limit int    // how many results a page has; 20 if 0
	After string // the Next of the page before
}

// Page is a part of the results, in order.
type Page struct {
	Results []Result
	Next    string // for Options.After; empty if this is the last page
	Count   int    // how many articles fulfil the query, -1 where that was not found on the way
}

// Result is an article that fulfils a query.
type Result struct {
	Article  string // its id
	Language string
	Day      string  // 2006-01-02, or empty if not even that is known when it was met
	Seen     bool    // Day is when it was first met, since nothing says when it appeared
	Score    float64 // of relevance; smaller is better, 0 where there is none
}

// ErrCursor says that Options.After is nothing that a Page gave for this kind of search.
var ErrCursor = errors.New("fts: the place to go on from is not one that a search gave")

const page = 20

// titleWeight is how many times a word in the title counts for one in the text.
const titleWeight = 4

// Search finds the articles that fulfil a query.
func Search(ctx context.Context, db Database, terms *term.Terms, n query.Node, o Options) (*Page, error) {
	c := compiler{terms}
	q, err := c.query(n)
	if err != nil {
		return nil, err
	}
	if o.Limit <= 0 {
		o.Limit = page
	}
	sql, args, err := q.selects(o)
	if err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, sql, args...)
	if err != nil {
		return nil, fmt.Errorf("fts: %w", err)
	}
	defer rows.Close()
	out := &Page{Count: -1}
	for rows.Next() {
		var r Result
		if err := rows.Scan(&r.Score, &r.Day, &r.Article, &r.Language, &r.Seen, &out.Count); err != nil {
			return nil, fmt.Errorf("fts: %w", err)
		}
		if len(out.Results) == o.Limit {
			out.Next = cursor(out.Results[o.Limit-1])
			break
		}
		out.Results = append(out.Results, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("fts: %w", err)
	}
	return out, nil
}

// Count is how many articles fulfil a query.
func Count(ctx context.Context, db Database, terms *term.Terms, n query.Node) (int, error) {
	c := compiler{terms}
	q, err := c.query(n)
	if err != nil {
		return 0, err
	}
	from, args := q.from()
	rows, err := db.QueryContext(ctx, "SELECT count(*) "+from, args...)
	if err != nil {
		return 0, fmt.Errorf("fts: %w", err)
	}
	defer rows.Close()
	var count int
	if rows.Next() {
		err = rows.Scan(&count)
	}
	return count, errors.Join(err, rows.Err())
}

// from are the clauses from FROM on, without order.
func (q *compiled) from() (string, []any) {
	sql, args := "FROM search_article a WHERE 1", []any(nil)
	if q.match != "" {
		sql = "FROM search_text JOIN search_article a ON a.id = search_text.rowid WHERE search_text MATCH ?"
		args = append(args, q.match)
	}
	if q.where.sql != "" {
		sql += " AND " + q.where.sql
		args = append(args, q.where.args...)
	}
	return sql, args
}

// ranked is the statement for the first page. It gathers all articles that fulfil the query,
// with what orders them, and looks up but those of the page: to look up each of thousands took
// as long as to rank it. Each row says how many there are.
const ranked = `WITH s AS MATERIALIZED (SELECT %s AS id, %s AS score %s)
SELECT s.score, a.day AS day, a.article AS article, a.language, a.seen, (SELECT count(*) FROM s)
FROM s CROSS JOIN search_article a ON a.id = s.id
WHERE s.score <= (SELECT max(score) FROM (SELECT score FROM s ORDER BY score LIMIT ?))
ORDER BY s.score, day DESC, article LIMIT ?`

// dated is the same by day.
const dated = `WITH s AS MATERIALIZED (SELECT a.id AS id, a.day AS day, a.article AS article %s)
SELECT 0.0, s.day, s.article, a.language, a.seen, (SELECT count(*) FROM s)
FROM (SELECT * FROM s ORDER BY day DESC, article LIMIT ?) s CROSS JOIN search_article a ON a.id = s.id
ORDER BY s.day DESC, s.article`

// selects is the statement for a page and one result more, which says that there is another.
// The article's id settles ties, since it does not depend on the order of adding.
func (q *compiled) selects(o Options) (string, []any, error) {
	score := ""
	if q.match != "" && o.Order == ByRelevance {
		score = fmt.Sprintf("bm25(search_text, %d, 1)", titleWeight)
	}
	from, args := q.from()
	switch {
	case o.After != "":
		return q.after(o, score)
	case score == "":
		return fmt.Sprintf(dated, from), append(args, o.Limit+1), nil
	case q.where.sql == "": // nothing need be looked up to be ranked
		return fmt.Sprintf(ranked, "rowid", score, "FROM search_text WHERE search_text MATCH ?"), append(args, o.Limit+1, o.Limit+1), nil
	}
	return fmt.Sprintf(ranked, "a.id", score, from), append(args, o.Limit+1, o.Limit+1), nil
}

// after is the statement for the page behind a place.
func (q *compiled) after(o Options, score string) (string, []any, error) {
	after, err := parseCursor(o.After)
	if err != nil {
		return "", nil, err
	}
	from, args := q.from()
	if score == "" { // the days' index gives the order
		return "SELECT 0.0, a.day AS day, a.article AS article, a.language, a.seen, -1 " + from +
			" AND (day < ? OR day = ? AND article > ?) ORDER BY day DESC, article LIMIT ?", append(args, after.Day, after.Day, after.Article, o.Limit+1), nil
	}
	return "SELECT *, -1 FROM (SELECT " + score + " AS score, a.day AS day, a.article AS article, a.language, a.seen " + from +
			") WHERE score > ? OR score = ? AND (day < ? OR day = ? AND article > ?) ORDER BY score, day DESC, article LIMIT ?",
		append(args, after.Score, after.Score, after.Day, after.Day, after.Article, o.Limit+1), nil
}

// cursor is the place behind a result: its score, its day's length, its day, its id.
func cursor(r Result) string {
	b := binary.BigEndian.AppendUint64(nil, math.Float64bits(r.Score))
	b = append(b, byte(len(r.Day)))
	b = append(append(b, r.Day...), r.Article...)
	return base64.RawURLEncoding.EncodeToString(b)
}

func parseCursor(s string) (Result, error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(b) < 9 || len(b) < 9+int(b[8]) {
		return Result{}, ErrCursor
	}
	r := Result{Score: math.Float64frombits(binary.BigEndian.Uint64(b))}
	r.Day, r.Article = string(b[9:9+int(b[8])]), string(b[9+int(b[8]):])
	if math.IsNaN(r.Score) {
		return Result{}, ErrCursor
	}
	return r, nil
}
