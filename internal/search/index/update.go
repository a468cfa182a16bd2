package index

import (
	"context"
	"database/sql"
	"errors"

	"riwaya"
	"riwaya/internal/derived"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/term"
)

// together is how many articles share a commit. Small commits make FTS5 write its lists
// many times over; four times as many gain little, and an interrupted run loses more.
const together = 2048

// atOnce is how many articles are held in memory at a time.
const atOnce = 128

// indexed are the layers that the index has something of.
var indexed = []string{riwaya.Layers[0], riwaya.Layers[1], riwaya.Layers[3], riwaya.Layers[4], riwaya.Layers[5]}

// content is what is in the file.
type content struct {
	terms *term.Terms
	store Store // while it is brought up to date
}

func (c *content) Version() string                              { return fts.Version(c.terms) }
func (c *content) Create(ctx context.Context, tx *sql.Tx) error { return fts.Create(ctx, tx) }
func (c *content) Drop(ctx context.Context, tx *sql.Tx) error   { return fts.Drop(ctx, tx) }
func (c *content) Purge(ctx context.Context, db *sql.DB) error  { return fts.Purge(ctx, db) }

// Part removes what was withdrawn and indexes the next articles.
func (c *content) Part(ctx context.Context, tx *sql.Tx, p derived.Part) (next int64, removed bool, err error) {
	w := fts.NewWriter(tx, c.terms)
	defer func() { err = errors.Join(err, w.Close(ctx)) }()
	if removed, err = removeAll(ctx, w, p.Gone); err != nil {
		return 0, false, err
	}
	next = p.From
	for n := 0; n < together && next < p.Before; n += atOnce {
		ids, to, err := c.store.Changed(ctx, next, p.Before, atOnce)
		if err != nil {
			return 0, false, err
		}
		all, err := c.store.Readings(ctx, ids, indexed...)
		if err != nil {
			return 0, false, err
		}
		for i := range all {
			all[i].Read.Article.ID = all[i].Article
			if err := w.Add(ctx, &all[i].Read); err != nil {
				return 0, false, err
			}
		}
		next = to
		p.Done(len(all))
	}
	return next, removed, nil
}

func removeAll(ctx context.Context, w *fts.Writer, ids []string) (removed bool, err error) {
	for _, id := range ids {
		was, err := w.Remove(ctx, id)
		if err != nil {
			return false, err
		}
		removed = removed || was
	}
	return removed, nil
}

// Update brings the index to where the store is. Where there is nothing to do it writes
// nothing.
func (x *Index) Update(ctx context.Context, s Store, progress derived.Progress) error {
	x.content.store = s
	return x.File.Update(ctx, s, progress)
}

// Forget takes articles out with their words, and overwrites where these stood. What the
// index lacks besides, it goes on to lack.
func (x *Index) Forget(ctx context.Context, ids []string) error {
	return x.File.Forget(ctx, func(ctx context.Context, tx *sql.Tx) (removed bool, err error) {
		w := fts.NewWriter(tx, x.content.terms)
		removed, err = removeAll(ctx, w, ids)
		return removed, errors.Join(err, w.Close(ctx))
	})
}
