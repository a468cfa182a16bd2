package across

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"riwaya"
	"riwaya/internal/across/result"
	"riwaya/internal/derived"
	"riwaya/internal/ledger"
	"riwaya/internal/reuse"
	"riwaya/internal/story"
)

const (
	// together is how many articles share a transaction, and are taken in the order of their days.
	together = 16384
	// atOnce is how many articles are held in memory at a time.
	atOnce = 128
	// around is how many days before and after a report's the stories are brought back to mind.
	around = 8
)

// Part takes out what was withdrawn and takes in the next articles.
func (c *content) Part(ctx context.Context, tx *sql.Tx, p derived.Part) (next int64, removed bool, err error) {
	t := &taking{content: c, ctx: ctx, tx: tx, recalled: map[int]bool{}}
	defer func() { err = errors.Join(err, t.close()) }()
	t.copies = reuse.New(c.means.Names, reuse.Options{Load: t.segments})
	t.stories = story.New(c.means.Words, story.Options{})
	if removed, err = t.removeAll(p.Gone); err != nil {
		return 0, false, err
	}
	ids, next, err := t.coming(p)
	if err != nil {
		return 0, false, err
	}
	err = t.readings(ids, func(all []ledger.Reading) error {
		for i := range all {
			if err := t.add(&all[i]); err != nil {
				return err
			}
		}
		p.Done(len(all))
		return nil
	})
	if err = errors.Join(err, t.flush()); err != nil {
		return 0, false, err
	}
	if next < p.Before {
		return next, removed, nil
	}
	return next, removed, t.rule()
}

// coming are the IDs of the articles that are next, in the order of their days.
func (t *taking) coming(p derived.Part) (ids []string, next int64, err error) {
	for next = p.From; len(ids) < together && next < p.Before; {
		var some []string
		if some, next, err = t.store.Changed(t.ctx, next, p.Before, together-len(ids)); err != nil {
			return nil, 0, err
		}
		ids = append(ids, some...)
	}
	days, err := t.store.Days(t.ctx, ids)
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(days[a], days[b]), cmp.Compare(a, b)) })
	return ids, next, err
}

// taking is one part of an update.
type taking struct {
	*content
	ctx      context.Context
	tx       *sql.Tx
	copies   *reuse.Index
	stories  *story.Grouper
	recalled map[int]bool // days whose reports the stories know
	prepared map[string]*sql.Stmt
}

// statement is prepared once. It is not to be used again while its rows are read.
func (t *taking) statement(query string) (*sql.Stmt, error) {
	if st := t.prepared[query]; st != nil {
		return st, nil
	}
	st, err := t.tx.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, err
	}
	if t.prepared == nil {
		t.prepared = map[string]*sql.Stmt{}
	}
	t.prepared[query] = st
	return st, nil
}

// exec does what a statement says.
func (t *taking) exec(query string, args ...any) error {
	st, err := t.statement(query)
	if err == nil {
		_, err = st.ExecContext(t.ctx, args...)
	}
	return err
}

// row reads the first row of a query; sql.ErrNoRows where there is none.
func (t *taking) row(query string, args ...any) func(into ...any) error {
	st, err := t.statement(query)
	if err != nil {
		return func(...any) error { return err }
	}
	return st.QueryRowContext(t.ctx, args...).Scan
}

func (t *taking) close() (err error) {
	for _, st := range t.prepared {
		err = errors.Join(err, st.Close())
	}
	return err
}

// readings gives articles with what was read of them, some at a time and in the order of the IDs. The
// next ones are read while see looks at those before.
func (t *taking) readings(ids []string, see func([]ledger.Reading) error) error {
	type some struct {
		all []ledger.Reading
		err error
	}
	ctx, stop := context.WithCancel(t.ctx)
	defer stop()
	next := make(chan some, 1)
	go func() {
		defer close(next)
		for list := range slices.Chunk(ids, atOnce) {
			all, err := t.store.Readings(ctx, list, riwaya.Layers...)
			for i := range all {
				all[i].Read.Article.ID = all[i].Article
			}
			select {
			case next <- some{all, err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	for s := range next {
		if s.err != nil {
			return s.err
		}
		if err := see(s.all); err != nil {
			return err
		}
	}
	return t.ctx.Err()
}

// rows calls each for every row of a query.
func (t *taking) rows(each func(scan func(...any) error) error, query string, args ...any) error {
	st, err := t.statement(query)
	if err != nil {
		return err
	}
	all, err := st.QueryContext(t.ctx, args...)
	return result.Through(all, err, each)
}

// segments are what was kept of a day.
func (t *taking) segments(day string) (out []reuse.Segment, err error) {
	err = t.rows(func(scan func(...any) error) error {
		s := reuse.Segment{Day: day}
		err := scan(&s.Name, &s.Data)
		out = append(out, s)
		return err
	}, "SELECT name, data FROM segments WHERE day = ?", day)
	return out, err
}

// flush keeps what the copies are to be found by.
func (t *taking) flush() error {
	put, drop, err := t.copies.Flush()
	if err != nil {
		return err
	}
	for _, name := range drop {
		if err := t.exec("DELETE FROM segments WHERE name = ?", name); err != nil {
			return err
		}
	}
	for _, s := range put {
		if err := t.exec("INSERT OR REPLACE INTO segments (name, day, data) VALUES (?, ?, ?)", s.Name, s.Day, s.Data); err != nil {
			return err
		}
	}
	return nil
}

// add takes in an article with what was read of it.
func (t *taking) add(r *ledger.Reading) error {
	found, err := t.copies.Add(&r.Read)
	if err != nil {
		return err
	}
	for i := range found {
		b, err := json.Marshal(&found[i])
		if err == nil {
			err = t.exec("INSERT OR REPLACE INTO copies (a, b, data) VALUES (?, ?, ?)", found[i].A, found[i].B, string(b))
		}
		if err != nil {
			return err
		}
	}
	var known string
	switch err := t.row("SELECT story FROM reports WHERE article = ?", r.Article)(&known); {
	case err == nil: // it was read anew
		return t.touch(known)
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	return t.place(r, found)
}

// place finds the story of an article that is new.
func (t *taking) place(r *ledger.Reading, found []riwaya.Copy) error {
	a := &r.Read.Article
	row := report{article: r.Article}
	row.day, _ = story.DayOf(a)
	if a.URL != nil {
		row.url = *a.URL
	}
	if a.Outlet != nil {
		row.outlet = *a.Outlet
	}
	var older report
	if r.Versions > 1 && row.url != "" {
		if r.Version < r.Versions { // the newest counts, whichever comes first
			row.newer = "-"
			err := t.row("SELECT article FROM reports WHERE url = ? AND url <> '' AND +newer = ''", row.url)(&row.newer)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
			return t.insert(&row)
		}
		err := t.row("SELECT article, grouped, placed FROM reports WHERE url = ? AND url <> '' AND +newer = ''", row.url)(&older.article, &older.grouped, &older.placed)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if err := t.exec("UPDATE reports SET newer = ?, story = '' WHERE url = ? AND url <> ''", r.Article, row.url); err != nil {
			return err
		}
	}
	if err := t.recall(row.day); err != nil {
		return err
	}
	if older.grouped != "" { // it takes the place of the one before
		row.kept = t.stories.Replay(&r.Read, older.grouped)
		var placed riwaya.StoryReport
		if err := json.Unmarshal([]byte(older.placed), &placed); err != nil {
			return err
		}
		placed.Article = r.Article
		row.grouped, row.story = older.grouped, older.grouped
		return errors.Join(t.insertPlaced(&row, placed), t.touch(row.story))
	}
	p := t.stories.Add(&r.Read, found)
	for _, j := range p.Joined {
		if err := t.join(j, p.Story); err != nil {
			return err
		}
	}
	row.grouped, row.story, row.kept = p.Story, p.Story, p.Kept
	return errors.Join(t.insertPlaced(&row, p.Report), t.touch(p.Story))
}

// grouped finds what counts of the reports that were grouped into a story (?1): most are in it, and those that a person put elsewhere
// have an index of their own.
const grouped = `SELECT n FROM reports WHERE newer = '' AND story = ?1 AND +grouped = ?1
	UNION ALL SELECT n FROM reports WHERE newer = '' AND story <> grouped AND grouped = ?1`

// groupedAny finds older versions, too.
const groupedAny = grouped + ` UNION ALL SELECT n FROM reports WHERE newer <> '' AND grouped = ?1`

// join makes one story part of another.
func (t *taking) join(id, into string) error {
	return errors.Join(
		t.exec("UPDATE reports SET grouped = ?2 WHERE n IN ("+groupedAny+")", id, into),
		t.exec("UPDATE reports SET story = ?2 WHERE newer = '' AND story = ?1", id, into),
		t.exec("UPDATE aliases SET story = ?2 WHERE story = ?1", id, into),
		t.exec("INSERT OR REPLACE INTO aliases (id, story) VALUES (?, ?)", id, into),
		t.touch(id), t.touch(into))
}

// touch notes that a story's incidents are to be made anew.
func (t *taking) touch(story string) error {
	if story == "" {
		return nil
	}
	return t.exec("INSERT OR IGNORE INTO changed (story) VALUES (?)", story)
}

// recall brings the stories around a day back to mind, where that was not done yet.
func (t *taking) recall(day int) error {
	if t.recalled[day] {
		return nil
	}
	for d := day - around; d <= day+around; d++ {
		if t.recalled[d] {
			continue
		}
		err := t.rows(func(scan func(...any) error) error {
			var grouped string
			var kept []byte
			if err := scan(&grouped, &kept); err != nil {
				return err
			}
			return t.stories.Restore(kept, grouped)
		}, "SELECT grouped, kept FROM reports WHERE day = ? AND newer = '' ORDER BY n", d)
		if err != nil {
			return err
		}
		t.recalled[d] = true
	}
	return nil
}

// report is a row of reports.
type report struct {
	article, url, outlet, newer, grouped, story, placed string
	day                                                 int
	kept                                                []byte
}

func (t *taking) insertPlaced(r *report, placed riwaya.StoryReport) error {
	b, err := json.Marshal(placed)
	if err != nil {
		return err
	}
	r.placed = string(b)
	return t.insert(r)
}

func (t *taking) insert(r *report) error {
	return t.exec("INSERT INTO reports (article, url, outlet, day, newer, grouped, story, placed, kept) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		r.article, r.url, r.outlet, r.day, r.newer, r.grouped, r.story, r.placed, r.kept)
}

// removeAll takes out articles; what was one of several versions leaves the others as they are,
// and the newest of these counts from then on when its story is made anew.
func (t *taking) removeAll(ids []string) (removed bool, err error) {
	for _, id := range ids {
		var day int
		var in, url, of string
		switch err := t.row("SELECT day, story, url, grouped FROM reports WHERE article = ?", id)(&day, &in, &url, &of); {
		case errors.Is(err, sql.ErrNoRows):
			continue
		case err != nil:
			return removed, err
		}
		removed = true
		for _, name := range []string{story.FormatDay(day - 1), story.FormatDay(day), story.FormatDay(day + 1), ""} { // its day may be another in UTC
			if _, err := t.copies.Remove(name, id); err != nil {
				return removed, err
			}
		}
		err := errors.Join(t.exec("DELETE FROM copies WHERE a = ?1 OR b = ?1", id), t.exec("DELETE FROM reports WHERE article = ?", id), t.touch(in),
			t.exec("UPDATE reports SET placed = json_set(placed, '$.with', '') WHERE n IN ("+groupedAny+") AND placed ->> '$.with' = ?2", of, id))
		if err == nil && in != "" && url != "" { // an older version counts again
			err = t.exec(`UPDATE reports SET newer = '', story = ?2 WHERE n = (SELECT max(n) FROM reports WHERE url = ?1 AND url <> '') AND grouped <> ''`, url, in)
		}
		if err != nil {
			return removed, err
		}
	}
	return removed, nil
}
