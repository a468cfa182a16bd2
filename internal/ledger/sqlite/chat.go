package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"riwaya/internal/ledger"
)

// cover keeps which messages of a chat a capture has.
func (w *writing) cover(c *ledger.Coverage) error {
	leaf, err := w.captureLeaf(c.Capture)
	if err != nil {
		return err
	}
	runs, err := json.Marshal(c.Runs)
	if err != nil {
		return err
	}
	return w.exec("INSERT OR REPLACE INTO coverage (capture, chat, members, runs) VALUES (?,?,?,?)", leaf, c.Chat, c.Group, string(runs))
}

// Files gives the files of a capture.
func (s *Store) Files(ctx context.Context, capture string, each func(ledger.File) error) (err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT name, coalesce(sum, ''), coalesce(size, 0), coalesce(missing, '') FROM files WHERE capture = ? ORDER BY leaf, name", capture)
	if err != nil {
		return explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var f ledger.File
		if err := rows.Scan(&f.Name, &f.Sum, &f.Size, &f.Missing); err != nil {
			return err
		}
		if err := each(f); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Coverages are those of a chat, in the order in which the captures came in.
func (s *Store) Coverages(ctx context.Context, chat string) (out []ledger.Coverage, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT c.id, v.members, v.runs FROM coverage v JOIN captures c ON c.leaf = v.capture WHERE v.chat = ? ORDER BY c.leaf", chat)
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		c := ledger.Coverage{Chat: chat}
		var runs string
		if err := rows.Scan(&c.Capture, &c.Group, &runs); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(runs), &c.Runs); err != nil {
			return nil, fmt.Errorf("%w: coverage of %s: %w", ledger.ErrDamaged, c.Capture, err)
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

// Under gives the address of each report that begins so, and whether it is known to be
// absent from a capture.
func (s *Store) Under(ctx context.Context, start string, each func(address string, absent bool) error) (err error) {
	// What sorts behind all that begins so: no address has a byte of 0xff.
	rows, err := s.read.QueryContext(ctx, `SELECT DISTINCT report, EXISTS (SELECT 1 FROM sightings s WHERE s.name = report AND s.how = 'absent')
		FROM articles WHERE report >= ?1 AND report < ?1 || char(1114111)`, start)
	if err != nil {
		return explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var address string
		var absent bool
		if err := rows.Scan(&address, &absent); err != nil {
			return err
		}
		if err := each(address, absent); err != nil {
			return err
		}
	}
	return rows.Err()
}
