package index

import (
	"context"
	"database/sql"
	"errors"

	"riwaya"
	"riwaya/internal/search/fts"
)

// together is how many articles share a commit. Small commits make FTS5 write its lists
// many times over; four times as many gain little, and an interrupted run loses more.
const together = 2048

// Progress is told how many articles of how many are indexed.
type Progress func(done, of int64)

// Behind is how many articles an Update would index, about; -1 where it would begin anew.
func (x *Index) Behind(ctx context.Context, s Store) (int64, error) {
	now, err := s.Cursor(ctx)
	if err != nil {
		return 0, err
	}
	has, err := x.known(ctx)
	if err != nil {
		return 0, err
	}
	fits, err := x.fits(ctx, s, has, now)
	switch {
	case err != nil:
		return 0, err
	case !fits:
		return -1, nil
	case has.cursor == now:
		return 0, nil
	}
	return s.Pending(ctx, has.cursor, now)
}

// fits reports whether an index was made by this version and from this store, as far as it
// goes.
func (x *Index) fits(ctx context.Context, s Store, has state, now int64) (bool, error) {
	if has.version != fts.Version(x.terms) || has.cursor > now {
		return false, nil
	}
	if has.mark < 0 {
		return true, nil
	}
	sum, err := s.SumOf(ctx, has.mark)
	if err != nil || sum != "" {
		return sum == has.sum, err
	}
	gone, err := s.WithdrawnSince(ctx, has.mark+1) // then the record may have gone with it
	return len(gone) > 0, err
}

// Update brings the index to where the store is. Where there is nothing to do it writes
// nothing.
func (x *Index) Update(ctx context.Context, s Store, progress Progress) error {
	now, err := s.Cursor(ctx)
	if err != nil {
		return err
	}
	has, err := x.known(ctx)
	if err != nil {
		return err
	}
	fits, err := x.fits(ctx, s, has, now)
	if err != nil {
		return err
	}
	if !fits || has.cursor < now {
		u := &update{Index: x, store: s, now: now, progress: progress}
		for more := true; more; {
			if more, err = u.step(ctx); err != nil {
				return explain(err)
			}
		}
		if has, err = x.known(ctx); err != nil {
			return err
		}
	}
	if !has.unclean {
		return nil
	}
	return x.purge(ctx)
}

// update is one run.
type update struct {
	*Index
	store    Store
	now      int64 // how far the store is
	done, of int64
	progress Progress
}

// step does a part of the work in one transaction. What another process has done meanwhile
// is not done again: the state is read anew.
func (u *update) step(ctx context.Context) (more bool, err error) {
	tx, err := u.write.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	if _, err := tx.ExecContext(ctx, stateTable); err != nil {
		return false, err
	}
	has, err := u.state(ctx, tx)
	if err != nil {
		return false, err
	}
	fits, err := u.fits(ctx, u.store, has, u.now)
	if err != nil {
		return false, err
	}
	if !fits {
		if has.version == fts.Version(u.terms) && has.cursor > u.now {
			// Another process, which saw a later store, may have gone ahead.
			if u.now, err = u.store.Cursor(ctx); err != nil {
				return false, err
			}
			fits, err = u.fits(ctx, u.store, has, u.now)
		}
		if err == nil && !fits {
			has, err = state{}, errors.Join(fts.Drop(ctx, tx), fts.Create(ctx, tx))
		}
		if err != nil {
			return false, err
		}
	}
	if has.cursor == u.now && fits {
		return false, nil
	}
	if u.of == 0 {
		if u.of, err = u.store.Pending(ctx, has.cursor, u.now); err != nil {
			return false, err
		}
	}
	next, removed, err := u.part(ctx, tx, has)
	if err != nil {
		return false, err
	}
	mark, sum, err := u.store.Mark(ctx, next)
	if err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO search_state VALUES (1, ?, ?, ?, ?, ?)", fts.Version(u.terms), next, mark, sum, removed || has.unclean); err != nil {
		return false, err
	}
	return next < u.now, tx.Commit()
}

// indexed are the layers that the index has something of.
var indexed = []string{riwaya.Layers[0], riwaya.Layers[1], riwaya.Layers[3], riwaya.Layers[4], riwaya.Layers[5]}

// atOnce is how many articles are held in memory at a time.
const atOnce = 128

// part removes what was withdrawn and indexes the next articles. It returns how far the
// index then is, and whether anything was removed.
func (u *update) part(ctx context.Context, tx *sql.Tx, has state) (next int64, removed bool, err error) {
	w := fts.NewWriter(tx, u.terms)
	defer func() { err = errors.Join(err, w.Close(ctx)) }()
	if has.version != "" {
		gone, err := u.store.WithdrawnSince(ctx, has.cursor)
		if err != nil {
			return 0, false, err
		}
		if removed, err = removeAll(ctx, w, gone); err != nil {
			return 0, false, err
		}
	}
	next = has.cursor
	for n := 0; n < together && next < u.now; n += atOnce {
		ids, to, err := u.store.Changed(ctx, next, u.now, atOnce)
		if err != nil {
			return 0, false, err
		}
		all, err := u.store.Readings(ctx, ids, indexed...)
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
		u.done += int64(len(all))
		if u.progress != nil {
			u.progress(u.done, u.of)
		}
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

// Forget takes articles out with their words, and overwrites where these stood. What the
// index lacks besides, it goes on to lack.
func (x *Index) Forget(ctx context.Context, ids []string) error {
	has, err := x.known(ctx)
	if err != nil || has.version != fts.Version(x.terms) {
		return err
	}
	removed, err := x.remove(ctx, ids)
	if err != nil || !removed {
		return explain(err)
	}
	return x.purge(ctx)
}

func (x *Index) remove(ctx context.Context, ids []string) (removed bool, err error) {
	tx, err := x.write.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	w := fts.NewWriter(tx, x.terms)
	removed, err = removeAll(ctx, w, ids)
	if err = errors.Join(err, w.Close(ctx)); err != nil || !removed {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE search_state SET unclean = 1"); err != nil {
		return false, err
	}
	return true, tx.Commit()
}

// purge takes the words of what was removed out of the file, and out of the write-ahead log.
func (x *Index) purge(ctx context.Context) error {
	if err := fts.Purge(ctx, x.write); err != nil {
		return explain(err)
	}
	for _, q := range []string{"UPDATE search_state SET unclean = 0", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := x.write.ExecContext(ctx, q); err != nil {
			return explain(err)
		}
	}
	return nil
}
