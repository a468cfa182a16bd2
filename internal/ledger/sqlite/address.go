package sqlite

import (
	"context"
	"errors"
	"fmt"
	"time"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/tables"
)

// miss keeps that an address could not be got.
func (w *writing) miss(m *ledger.Missed) error {
	again := 0
	if m.Again {
		again = 1
	}
	at := tables.Time(m.At)
	return w.exec(`INSERT INTO missed (address, found, error, again, first, at, tries) VALUES (?,?,?,?,?,?,1)
		ON CONFLICT (address) DO UPDATE SET error = excluded.error, again = excluded.again, at = excluded.at, tries = tries + 1`,
		m.Address, tables.Null(m.Found), m.Error, again, at, at)
}

// unmiss forgets addresses that something was withdrawn from.
func (w *writing) unmiss(gone []ledger.Gone) error {
	ids := map[string]bool{}
	for _, g := range gone {
		ids[g.ID] = true
	}
	rows, err := w.conn.QueryContext(w.ctx, "SELECT address FROM missed")
	if err != nil {
		return err
	}
	var some []string
	for rows.Next() {
		var address string
		if err := rows.Scan(&address); err != nil {
			return errors.Join(err, rows.Close())
		}
		if ids[ledger.AddressID(address)] {
			some = append(some, address)
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, address := range some {
		if err := w.exec("DELETE FROM missed WHERE address = ?", address); err != nil {
			return err
		}
	}
	return nil
}

// known are addresses by a list of their names, n, which are distinct: what was seen of each,
// and what was missed. there and back are the last leaves at which it was there, or not gone.
const known = `, k AS MATERIALIZED (SELECT name,
		coalesce((SELECT max(leaf) FROM sightings t WHERE t.name = n.name AND t.how = 'address' AND t.status BETWEEN 200 AND 299), -1) AS there,
		coalesce((SELECT max(leaf) FROM sightings t WHERE t.name = n.name AND t.how = 'address' AND coalesce(t.status, 0) NOT IN (404, 410, 451)), -1) AS back,
		(SELECT max(leaf) FROM sightings t WHERE t.name = n.name AND t.how = 'address') AS last,
		(SELECT min(leaf) FROM sightings t WHERE t.name = n.name AND t.how = 'address') AS first
	FROM n)
	SELECT k.name, coalesce(f.at, ''), coalesce(l.at, ''), coalesce(f.found, l.found, m.found, ''), coalesce(l.status, 0),
	coalesce((SELECT min(g.at) FROM sightings g WHERE g.name = k.name AND g.how = 'address' AND g.status IN (404, 410, 451) AND g.leaf > k.back), ''),
	k.there, coalesce(x.capture, ''), coalesce(c.media, ''),
	coalesce(m.error, ''), coalesce(m.again, 0), coalesce(m.first, ''), coalesce(m.at, ''), coalesce(m.tries, 0)
	FROM k LEFT JOIN sightings f ON f.leaf = k.first LEFT JOIN sightings l ON l.leaf = k.last LEFT JOIN sightings x ON x.leaf = k.there
	LEFT JOIN captures c ON c.id = x.capture LEFT JOIN missed m ON m.address = k.name`

// Address is what is known of an address.
func (s *Store) Address(ctx context.Context, url string) (a ledger.Address, err error) {
	a.URL = url
	if err := s.gone(ctx, ledger.AddressID(url)); err != nil {
		return a, err
	}
	err = s.addresses(ctx, func(one ledger.Address) error { a = one; return nil }, "WITH n AS (SELECT ?1 AS name) "+known, url)
	return a, err
}

// Addresses gives addresses that were not looked at for long, and those that never answered.
func (s *Store) Addresses(ctx context.Context, span time.Duration, each func(ledger.Address) error) error {
	return s.addresses(ctx, each, `WITH n AS (SELECT name FROM sightings WHERE how = 'address' GROUP BY name HAVING unixepoch(max(at)) - unixepoch(min(at)) < ?1
		UNION SELECT address FROM missed WHERE NOT EXISTS (SELECT 1 FROM sightings o WHERE o.name = address AND o.how = 'address')) `+
		known+" ORDER BY coalesce(k.first, 1e18), k.name", int64(span/time.Second))
}

// gone are the names of the addresses whose last answer is that they are gone.
const gone = `SELECT name FROM (SELECT DISTINCT name FROM sightings WHERE status IN (404, 410, 451) AND how = 'address') d
	WHERE (SELECT l.status FROM sightings l WHERE l.leaf = (SELECT max(leaf) FROM sightings t WHERE t.name = d.name AND t.how = 'address')) IN (404, 410, 451)`

// Gone gives the addresses that are gone.
func (s *Store) Gone(ctx context.Context, each func(ledger.Address) error) error {
	return s.addresses(ctx, each, "WITH n AS ("+gone+")"+known+" ORDER BY k.last DESC, k.name")
}

func (s *Store) addresses(ctx context.Context, each func(ledger.Address) error, query string, args ...any) (err error) {
	st, err := s.asking(ctx, query)
	if err != nil {
		return explain(err)
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var a ledger.Address
		var m ledger.Missed
		var first, last, gone, missed, at string
		if err := rows.Scan(&a.URL, &first, &last, &a.Found, &a.Status, &gone, &a.Leaf, &a.Capture, &a.Media, &m.Error, &m.Again, &missed, &at, &m.Tries); err != nil {
			return err
		}
		if err := errors.Join(read(first, &a.First), read(last, &a.Last), read(gone, &a.GoneSince), read(missed, &m.First), read(at, &m.At)); err != nil {
			return fmt.Errorf("%w: address %s: %w", ledger.ErrDamaged, a.URL, err)
		}
		if m.Tries > 0 {
			m.Address, m.Found = a.URL, a.Found
			a.Missed = &m
		}
		if err := each(a); err != nil {
			return err
		}
	}
	return rows.Err()
}

// read reads a time as the store has it; nothing is the zero time.
func read(s string, into *time.Time) (err error) {
	if s != "" {
		*into, err = time.Parse(time.RFC3339, s)
	}
	return err
}

// Missed gives the addresses that could not be got.
func (s *Store) Missed(ctx context.Context, each func(ledger.Missed) error) error {
	return s.addresses(ctx, func(a ledger.Address) error { return each(*a.Missed) }, "WITH n AS (SELECT address AS name FROM missed)"+known+" ORDER BY k.name")
}
