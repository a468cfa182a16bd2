package sqlite

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"riwaya/internal/ledger"
)

// Find says what an ID, or a start of one, names.
func (s *Store) Find(ctx context.Context, id string) (ledger.Found, error) {
	var f ledger.Found
	if len(id) < len("cap-")+4 || strings.ContainsAny(id, "%_") {
		return f, fmt.Errorf("%s: %w; an ID is like cap-7k2m4q9x1d0v or art-…", id, ledger.ErrUnknown)
	}
	// a range, since LIKE, which knows no case, goes through every row
	from := strings.ToLower(id)
	const starting = "id >= ?1 AND id < ?1 || '~'"
	full, err := s.texts(ctx, "SELECT id FROM captures WHERE "+starting+" UNION SELECT id FROM articles WHERE "+starting+" UNION SELECT id FROM withdrawn WHERE "+starting+" LIMIT 2", from)
	switch {
	case err != nil:
		return f, err
	case len(full) == 0:
		return f, fmt.Errorf("%s: %w", id, ledger.ErrUnknown)
	case len(full) > 1:
		return f, fmt.Errorf("%s: several IDs begin with that: %s, %s", id, full[0], full[1])
	}
	if err := s.gone(ctx, full[0]); err != nil {
		return f, err
	}
	if strings.HasPrefix(full[0], "cap-") {
		return s.capture(ctx, full[0])
	}
	return s.article(ctx, full[0])
}

func (s *Store) capture(ctx context.Context, id string) (ledger.Found, error) {
	f := ledger.Found{Capture: id}
	c, err := s.Capture(ctx, id)
	if err != nil {
		return f, err
	}
	f.Leaf = c.Leaf
	if f.Custody, err = s.numbers(ctx, custody, id); err != nil {
		return f, err
	}
	if f.Records, err = s.numbers(ctx, `SELECT leaf FROM records WHERE capture = ?1 UNION
		SELECT r.leaf FROM records r JOIN appearances p ON p.article = r.article WHERE p.capture = ?1 ORDER BY 1`, c.Leaf); err != nil {
		return f, err
	}
	if f.Articles, err = s.texts(ctx, "SELECT DISTINCT a.id FROM appearances p JOIN articles a ON a.n = p.article WHERE p.capture = ? ORDER BY 1", c.Leaf); err != nil {
		return f, err
	}
	f.Others, err = s.texts(ctx, `SELECT DISTINCT o.id FROM appearances p JOIN appearances q ON q.article = p.article
		JOIN captures o ON o.leaf = q.capture WHERE p.capture = ?1 AND q.capture <> ?1 ORDER BY 1`, c.Leaf)
	if err != nil {
		return f, err
	}
	f.Asked, err = s.texts(ctx, asked, id)
	return f, err
}

func (s *Store) article(ctx context.Context, id string) (ledger.Found, error) {
	f := ledger.Found{Article: id, Articles: []string{id}}
	found, err := s.one(ctx, []any{&f.Leaf, &f.Capture}, `SELECT r.leaf, coalesce(c.id, '') FROM articles a JOIN records r ON r.article = a.n
		LEFT JOIN captures c ON c.leaf = r.capture WHERE a.id = ? ORDER BY r.leaf DESC LIMIT 1`, id)
	if err == nil && !found {
		err = fmt.Errorf("%s: %w", id, ledger.ErrUnknown)
	}
	if err != nil {
		return f, err
	}
	if f.Records, err = s.numbers(ctx, "SELECT r.leaf FROM articles a JOIN records r ON r.article = a.n WHERE a.id = ? ORDER BY 1", id); err != nil {
		return f, err
	}
	captures, err := s.texts(ctx, "SELECT DISTINCT c.id FROM articles a JOIN appearances p ON p.article = a.n JOIN captures c ON c.leaf = p.capture WHERE a.id = ? ORDER BY c.leaf", id)
	if err != nil {
		return f, err
	}
	for _, c := range captures {
		in := ledger.Appears{Capture: c}
		// from the article on, which stands in few places: a capture may hold thousands
		if in.Places, err = s.texts(ctx, `SELECT p.place FROM articles a CROSS JOIN appearances p ON p.article = a.n CROSS JOIN captures c ON c.leaf = p.capture
			WHERE c.id = ? AND a.id = ? ORDER BY length(p.place), p.place`, c, id); err != nil {
			return f, err
		}
		var others bool
		if _, err := s.one(ctx, []any{&others}, `SELECT EXISTS (SELECT 1 FROM appearances p WHERE p.capture = (SELECT leaf FROM captures WHERE id = ?1)
			AND p.article <> (SELECT n FROM articles WHERE id = ?2))`, c, id); err != nil {
			return f, err
		}
		in.Alone = !others
		f.Appears = append(f.Appears, in)
	}
	return f, nil
}

func (s *Store) texts(ctx context.Context, query string, args ...any) (out []string, err error) {
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

func (s *Store) numbers(ctx context.Context, query string, args ...any) (out []int64, err error) {
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var v int64
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// Holding is what a capture holds, at most so many of each list that grows with it; with 0 only how
// it came.
func (s *Store) Holding(ctx context.Context, capture string, most int) (h ledger.Holding, err error) {
	c, err := s.Capture(ctx, capture)
	if err != nil {
		return h, err
	}
	if h.Custody, err = s.numbers(ctx, custody, capture); err != nil {
		return h, err
	}
	if h.Asked, err = s.texts(ctx, asked, capture); err != nil {
		return h, err
	}
	if most <= 0 {
		return h, nil
	}
	if _, err = s.one(ctx, []any{&h.Count}, "SELECT count(DISTINCT article) FROM appearances WHERE capture = ?", c.Leaf); err != nil {
		return h, err
	}
	if h.Articles, err = s.texts(ctx, "SELECT DISTINCT a.id FROM appearances p JOIN articles a ON a.n = p.article WHERE p.capture = ? LIMIT ?", c.Leaf, most); err != nil {
		return h, err
	}
	h.Others, err = s.texts(ctx, `SELECT DISTINCT o.id FROM appearances p JOIN appearances q ON q.article = p.article AND q.capture <> p.capture
		JOIN captures o ON o.leaf = q.capture WHERE p.capture = ? LIMIT ?`, c.Leaf, most)
	return h, err
}

// The leaves of a capture's custody, and the addresses that were asked for it.
const (
	custody = "SELECT leaf FROM captures WHERE id = ?1 UNION SELECT leaf FROM sightings WHERE capture = ?1 UNION SELECT leaf FROM files WHERE capture = ?1 ORDER BY 1"
	asked   = "SELECT DISTINCT name FROM sightings WHERE capture = ? AND how = 'address' ORDER BY 1"
)
