// Package across keeps what is found across the reports of a ledger: which are copies, which are
// of one story, which events are one incident. It is a SQLite file beside the store, made from it
// and kept up with it (package derived); this package has its tables and brings together those who
// find: internal/reuse, internal/story, internal/question.
//
// The file is no evidence: delete it, and the next question makes it anew. What a person decided
// about stories stands in the ledger's log, not here, and holds over what is made anew.
//
// It promises that what it tells of is in the store as of the last Update, that an article that was
// withdrawn is in none of its tables, and that of several versions of a report the newest counts
// and the others are named. Statements, chains and questions are not kept: they are made when they
// are asked for, from the records of the reports they are about.
package across

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"riwaya/internal/derived"
	"riwaya/internal/disk/database"
	"riwaya/internal/ledger"
	"riwaya/internal/question"
	"riwaya/internal/reuse"
	"riwaya/internal/story"
)

// What can be wrong with the file; errors wrap one of these.
var (
	// ErrDamaged is a file that cannot be read any more. It can be deleted.
	ErrDamaged = errors.New("what was found across reports is damaged")
	// ErrBusy is a file that another process is bringing up to date.
	ErrBusy = errors.New("another process is finding what is new across reports")
	// ErrFull is a file that cannot grow.
	ErrFull = errors.New("no space left for what is found across reports")
	// ErrReadOnly is a file that cannot be written.
	ErrReadOnly = errors.New("what is found across reports cannot be written")
	// ErrUnknown is an ID that names nothing here.
	ErrUnknown = errors.New("no such story, incident or report in this ledger")
)

var meaning = database.Meaning{Damaged: ErrDamaged, Full: ErrFull, Busy: ErrBusy, ReadOnly: ErrReadOnly}

func explain(err error) error { return meaning.Explain(err) }

// Store is what the file is made from.
type Store interface {
	derived.Store
	Readings(ctx context.Context, ids []string, layers ...string) ([]ledger.Reading, error)
	Days(ctx context.Context, ids []string) (map[string]string, error)
	Reviews(context.Context) ([]ledger.Review, error)
}

// Means are what reports are compared with.
type Means struct {
	Names   *reuse.Names         // whose credits are whose
	Words   story.Words          // how words are compared
	Answers func() *question.Set // an empty set of answers
	Version string               // of the lexicon that both are made from
}

// tablesVersion changes whenever the tables do, or the code that fills them.
const tablesVersion = 17

// Across is the open file.
type Across struct {
	*derived.File
	content *content
}

// Open opens the file, which is made at the first Update. Where nothing can be written, not even
// memory shared, immutable must be said; it is then as it was left.
func Open(path string, m Means, immutable bool) (*Across, error) {
	x := &Across{content: &content{means: m}}
	var err error
	x.File, err = derived.Open(path, x.content, meaning, immutable)
	return x, err
}

// Update brings the file to where the store is. Where there is nothing to do it writes nothing.
func (x *Across) Update(ctx context.Context, s Store, progress derived.Progress) error {
	x.content.store = s
	return x.File.Update(ctx, s, progress)
}

// Forget takes articles out that are no longer in the store, makes anew what was found with them,
// and overwrites where they stood.
func (x *Across) Forget(ctx context.Context, s Store, ids []string) error {
	x.content.store = s
	return x.File.Forget(ctx, func(ctx context.Context, tx *sql.Tx) (removed bool, err error) {
		t := &taking{content: x.content, ctx: ctx, tx: tx}
		defer func() { err = errors.Join(err, t.close()) }()
		t.copies = reuse.New(x.content.means.Names, reuse.Options{Load: t.segments})
		if removed, err = t.removeAll(ids); err != nil || !removed {
			return removed, err
		}
		return true, errors.Join(t.flush(), t.rule())
	})
}

// content is what is in the file, and how it is made.
type content struct {
	means Means
	store Store // while it is brought up to date
}

func (c *content) Version() string { return fmt.Sprintf("%d-%s", tablesVersion, c.means.Version) }

func (c *content) Create(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, schema)
	return err
}

func (c *content) Drop(ctx context.Context, tx *sql.Tx) error { return derived.Drop(ctx, tx, tables) }

// Purge has nothing to do beyond what is done to every such file: rows that are deleted are
// overwritten.
func (c *content) Purge(context.Context, *sql.DB) error { return nil }
