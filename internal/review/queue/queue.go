package queue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"riwaya"
	"riwaya/internal/derived"
	"riwaya/internal/disk/database"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
)

// What can be wrong with the file; errors wrap one of these.
var (
	// ErrDamaged is a file that cannot be read any more. It can be deleted.
	ErrDamaged = errors.New("the queue of the review is damaged")
	// ErrBusy is a file that another process is bringing up to date.
	ErrBusy = errors.New("another process is bringing the queue of the review up to date")
	// ErrFull is a file that cannot grow.
	ErrFull = errors.New("no space left for the queue of the review")
	// ErrReadOnly is a file that cannot be written.
	ErrReadOnly = errors.New("the queue of the review cannot be written")
)

var meaning = database.Meaning{Damaged: ErrDamaged, Full: ErrFull, Busy: ErrBusy, ReadOnly: ErrReadOnly}

// Store is what the file is made from.
type Store interface {
	derived.Store
	Readings(ctx context.Context, ids []string, layers ...string) ([]ledger.Reading, error)
	Days(ctx context.Context, ids []string) (map[string]string, error)
	Reviews(context.Context) ([]ledger.Review, error)
}

// Queue is the open file.
type Queue struct {
	*derived.File
	content *content
}

// Open opens the file, which is made at the first Update. maker makes matters of the same ledger;
// version is that of the lexicon that it was made with. Where nothing can be written, not even
// memory shared, immutable must be said; it is then as it was left.
func Open(path string, maker *matter.Maker, version string, immutable bool) (*Queue, error) {
	rules, err := weak()
	if err != nil {
		return nil, err
	}
	q := &Queue{content: &content{maker: maker, version: version, rules: rules}}
	q.File, err = derived.Open(path, q.content, meaning, immutable)
	return q, err
}

// Update brings the file to where the store is. What is found across reports must be there already.
func (q *Queue) Update(ctx context.Context, s Store, progress derived.Progress) error {
	q.content.store = s
	return q.File.Update(ctx, s, progress)
}

// Forget takes articles out that are no longer in the store.
func (q *Queue) Forget(ctx context.Context, ids []string) error {
	return q.File.Forget(ctx, func(ctx context.Context, tx *sql.Tx) (bool, error) {
		f := &filling{content: q.content, ctx: ctx, tx: tx}
		return f.removeAll(ids)
	})
}

// content is what is in the file, and how it is made.
type content struct {
	maker   *matter.Maker
	version string
	rules   map[string]rule
	store   Store // while it is brought up to date
}

func (c *content) Version() string { return fmt.Sprintf("%d-%s", tablesVersion, c.version) }

func (c *content) Create(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, schema)
	return err
}

func (c *content) Drop(ctx context.Context, tx *sql.Tx) error { return derived.Drop(ctx, tx, tables) }

// Purge has nothing to do: no words stand in the file.
func (c *content) Purge(context.Context, *sql.DB) error { return nil }

// How much one transaction takes in.
const (
	articlesAtOnce = 256
	storiesAtOnce  = 64
)

// Part takes in what is new: first articles, then the stories that these changed.
func (c *content) Part(ctx context.Context, tx *sql.Tx, p derived.Part) (next int64, removed bool, err error) {
	f := &filling{content: c, ctx: ctx, tx: tx}
	if removed, err = f.removeAll(p.Gone); err != nil {
		return 0, false, err
	}
	ids, next, err := c.store.Changed(ctx, p.From, p.Before, articlesAtOnce)
	if err != nil {
		return 0, false, err
	}
	if err := f.articles(ids); err != nil {
		return 0, false, err
	}
	if err := f.ruled(p.From, next); err != nil {
		return 0, false, err
	}
	if p.Done != nil {
		p.Done(len(ids))
	}
	if next < p.Before {
		return next, removed, nil
	}
	more, err := f.stories(storiesAtOnce)
	if more {
		next = p.Before - 1 // the last leaf is looked at once more, and the stories go on
	}
	return next, removed, err
}

// filling fills the tables in one transaction.
type filling struct {
	*content
	ctx context.Context
	tx  *sql.Tx
}

func (f *filling) exec(query string, args ...any) error {
	_, err := f.tx.ExecContext(f.ctx, query, args...)
	return err
}

// removeAll takes articles out.
func (f *filling) removeAll(ids []string) (removed bool, err error) {
	for _, id := range ids {
		if err := f.wait(id); err != nil {
			return removed, err
		}
		for _, t := range tables {
			r, err := f.tx.ExecContext(f.ctx, "DELETE FROM "+t+" WHERE article = ?", id)
			if err != nil {
				return removed, err
			}
			if n, err := r.RowsAffected(); err == nil && n > 0 && t != "waiting" {
				removed = true
			}
		}
	}
	return removed, nil
}

// articles takes in what records say by themselves, and what decisions are about readings that
// changed.
func (f *filling) articles(ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	all, err := f.store.Readings(f.ctx, ids, riwaya.Layers...)
	if err != nil {
		return err
	}
	days, err := f.store.Days(f.ctx, ids)
	if err != nil {
		return err
	}
	reviews, err := f.store.Reviews(f.ctx)
	if err != nil {
		return err
	}
	log := review.NewLog(reviews)
	for i := range all {
		r := &all[i]
		reasons := of(&r.Read, f.rules)
		if len(log.Findings(r.Article)) > 0 {
			reasons = append(reasons, moved(finding.Read(r.Article, "", &r.Read), log)...)
		}
		err := errors.Join(f.exec("DELETE FROM reasons WHERE article = ? AND per = ''", r.Article), f.insert(r.Article, "", reasons),
			f.sum(r.Article, days[r.Article]), f.exec("INSERT OR IGNORE INTO waiting (article) VALUES (?)", r.Article))
		if err != nil {
			return err
		}
	}
	return nil
}

// moved are the findings that were decided when they were read otherwise.
func moved(r *finding.Reading, log *review.Log) (out []reason) {
	for _, id := range log.Findings(r.Article) {
		f, _ := review.Of(r, log, id)
		if f.State != review.Moved {
			continue
		}
		why := Reason{Kind: Changed, Weight: 900}
		for i := range f.Opinions {
			o := &f.Opinions[i]
			why.Leaf = max(why.Leaf, o.Leaves[len(o.Leaves)-1])
			for _, name := range o.Fields {
				if !slices.Contains(why.Fields, name) {
					why.Fields = append(why.Fields, name)
				}
			}
		}
		out = append(out, reason{id, f.Layer, why})
	}
	return out
}

func (f *filling) insert(article, per string, reasons []reason) error {
	for _, r := range reasons {
		b, err := json.Marshal(r.Reason)
		if err == nil {
			err = f.exec("INSERT OR REPLACE INTO reasons (article, finding, kind, per, layer, weight, args) VALUES (?,?,?,?,?,?,?)", article, r.finding, string(r.Kind), per, r.layer, r.Weight, string(b))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// sum makes the queue of an article from its reasons.
func (f *filling) sum(article, day string) error {
	return errors.Join(f.exec("DELETE FROM queue WHERE article = ?", article),
		f.exec("INSERT INTO queue (article, finding, layer, weight, day) SELECT article, finding, min(layer), sum(weight), ?2 FROM reasons WHERE article = ?1 GROUP BY finding", article, day))
}

// wait lets an article wait, and all reports of which the same story said something.
func (f *filling) wait(article string) error {
	return errors.Join(f.exec("INSERT OR IGNORE INTO waiting (article) VALUES (?)", article),
		f.exec("INSERT OR IGNORE INTO waiting (article) SELECT article FROM reasons WHERE per IN (SELECT per FROM reasons WHERE article = ? AND per <> '')", article))
}

// ruled lets the stories wait that persons put together or took apart.
func (f *filling) ruled(from, before int64) error {
	all, err := f.store.Reviews(f.ctx)
	if err != nil {
		return err
	}
	touched := func(r *ledger.Review) error {
		var articles []string
		if r.Verdict != ledger.VerdictMerge && r.Verdict != ledger.VerdictSplit || json.Unmarshal(r.Value, &articles) != nil {
			return nil
		}
		for _, id := range articles {
			if err := f.wait(id); err != nil {
				return err
			}
		}
		return nil
	}
	for i := range all {
		r := &all[i]
		if r.Leaf < from || r.Leaf >= before {
			continue
		}
		if r.Verdict == ledger.VerdictUndo && r.Undoes != nil {
			if j := slices.IndexFunc(all, func(o ledger.Review) bool { return o.Leaf == *r.Undoes }); j >= 0 {
				r = &all[j]
			}
		}
		if err := touched(r); err != nil {
			return err
		}
	}
	return nil
}
