package derived

import (
	"context"
	"database/sql"
	"errors"
)

// Progress is told how many articles of how many were taken in.
type Progress func(done, of int64)

// Behind is how many articles an Update would take in, about; -1 where it would begin anew.
func (f *File) Behind(ctx context.Context, s Store) (int64, error) {
	now, err := s.Cursor(ctx)
	if err != nil {
		return 0, err
	}
	has, err := f.known(ctx)
	if err != nil {
		return 0, err
	}
	fits, err := f.fits(ctx, s, has, now)
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

// fits reports whether a file was made by this version and from this store, as far as it goes.
func (f *File) fits(ctx context.Context, s Store, has state, now int64) (bool, error) {
	if has.version != f.content.Version() || has.cursor > now {
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

// Update brings the file to where the store is. Where there is nothing to do it writes nothing.
func (f *File) Update(ctx context.Context, s Store, progress Progress) error {
	now, err := s.Cursor(ctx)
	if err != nil {
		return err
	}
	has, err := f.known(ctx)
	if err != nil {
		return err
	}
	fits, err := f.fits(ctx, s, has, now)
	if err != nil {
		return err
	}
	if !fits || has.cursor < now {
		u := &update{File: f, store: s, now: now, progress: progress}
		for more := true; more; {
			if more, err = u.step(ctx); err != nil {
				return f.explain(err)
			}
		}
		if has, err = f.known(ctx); err != nil {
			return err
		}
	}
	if !has.unclean {
		return nil
	}
	return f.purge(ctx)
}

// update is one run.
type update struct {
	*File
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
		if has.version == u.content.Version() && has.cursor > u.now {
			// Another process, which saw a later store, may have gone ahead.
			if u.now, err = u.store.Cursor(ctx); err != nil {
				return false, err
			}
			fits, err = u.fits(ctx, u.store, has, u.now)
		}
		if err == nil && !fits {
			has, err = state{}, errors.Join(u.content.Drop(ctx, tx), u.content.Create(ctx, tx))
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
	p := Part{From: has.cursor, Before: u.now, Done: u.tell}
	if has.version != "" {
		if p.Gone, err = u.store.WithdrawnSince(ctx, has.cursor); err != nil {
			return false, err
		}
	}
	next, removed, err := u.content.Part(ctx, tx, p)
	if err != nil {
		return false, err
	}
	mark, sum, err := u.store.Mark(ctx, next)
	if err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO made_from VALUES (1, ?, ?, ?, ?, ?)", u.content.Version(), next, mark, sum, removed || has.unclean); err != nil {
		return false, err
	}
	return next < u.now, tx.Commit()
}

func (u *update) tell(articles int) {
	u.done += int64(articles)
	if u.progress != nil {
		u.progress(u.done, u.of)
	}
}

// Forget takes something out, and has what it overwrote written anew. What the file lacks
// besides, it goes on to lack. remove says whether there was anything.
func (f *File) Forget(ctx context.Context, remove func(context.Context, *sql.Tx) (bool, error)) error {
	has, err := f.known(ctx)
	if err != nil || has.version != f.content.Version() {
		return err
	}
	removed, err := f.remove(ctx, remove)
	if err != nil || !removed {
		return f.explain(err)
	}
	return f.purge(ctx)
}

func (f *File) remove(ctx context.Context, remove func(context.Context, *sql.Tx) (bool, error)) (removed bool, err error) {
	tx, err := f.write.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	if removed, err = remove(ctx, tx); err != nil || !removed {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE made_from SET unclean = 1"); err != nil {
		return false, err
	}
	return true, tx.Commit()
}

// purge takes the words of what was removed out of the file, and out of the write-ahead log.
func (f *File) purge(ctx context.Context) error {
	if err := f.content.Purge(ctx, f.write); err != nil {
		return f.explain(err)
	}
	for _, q := range []string{"UPDATE made_from SET unclean = 0", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := f.write.ExecContext(ctx, q); err != nil {
			return f.explain(err)
		}
	}
	return nil
}
