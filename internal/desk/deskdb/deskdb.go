// Package deskdb opens desk.sqlite, the file in a ledger's folder that keeps what people wrote at
// the desk: cases, and the accounts and sessions of a login. Each owner of tables has a
// migration here and its own package for what stands in them (casefile, desk/login); nothing
// but opening, bringing up to date and closing is done here.
//
// The file is not derived. Nothing in the archive makes it again: losing it is losing work, and
// a backup of a ledger needs it. It is no evidence either: no leaf of the log covers it, and what
// is deleted in it is gone (secure_delete, and Forget).
//
// It promises that what Write has acknowledged is on disk (write-ahead log, synchronous=FULL),
// that several processes may have it open, and that only its owner can open the file.
package deskdb

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite"

	"riwaya/internal/disk"
	"riwaya/internal/disk/database"
)

// Name is the file's name in the ledger's folder.
const Name = "desk.sqlite"

// What can be wrong with the file; errors wrap one of these.
var (
	// ErrNone is a ledger in which nobody wrote anything yet.
	ErrNone = errors.New("nothing was written at the desk yet")
	// ErrDamaged is a file that cannot be read any more. Nothing makes it anew.
	ErrDamaged = errors.New("desk.sqlite is damaged: put back a copy of it, or move it away to begin anew; cases and accounts in it are lost then")
	// ErrFull is a file that cannot grow.
	ErrFull = errors.New("no space left for desk.sqlite")
	// ErrBusy is a file that another process writes for longer than one waits.
	ErrBusy = errors.New("desk.sqlite is in use by another process")
	// ErrReadOnly is a file that cannot be written, or not be opened.
	ErrReadOnly = errors.New("desk.sqlite cannot be written")
	// ErrNewer is a file that a later version of the program made.
	ErrNewer = errors.New("desk.sqlite was made by a later version of riwaya")
	// ErrOlder is a file that an earlier version made, and that is only to be read.
	ErrOlder = errors.New("desk.sqlite was made by an earlier version of riwaya; what writes in it brings it up to date")
)

var meaning = database.Meaning{Damaged: ErrDamaged, Full: ErrFull, Busy: ErrBusy, ReadOnly: ErrReadOnly, Alien: ErrDamaged}

// Migrations are numbered by when they came, whoever's tables they make: 00001 cases,
// 00002 accounts and sessions. One that was in a release is never changed.
//
//go:embed migrations/*.sql
var migrations embed.FS

// DB is the open file.
type DB struct {
	// Read is for reading; several may at once. It never writes.
	Read  *sql.DB
	write *sql.DB // nil where nothing can be written
}

// common are the pragmas of every connection.
var common = []string{"busy_timeout(5000)", "foreign_keys(ON)", "temp_store(MEMORY)"}

// Open opens the file of a ledger's folder for writing, and makes it or brings it up to date.
func Open(ctx context.Context, d disk.System) (*DB, error) {
	path, err := d.Path(Name)
	if err != nil {
		return nil, err
	}
	f, err := d.Edit(Name) // SQLite would leave the mode to the umask; it names people
	if err != nil {
		return nil, err
	}
	if err := errors.Join(f.Close(), d.SyncDir(".")); err != nil {
		return nil, err
	}
	// _journal_mode is a key of its own, which the driver sets after the pragmas: a page's size
	// counts only before the journal is begun.
	q := url.Values{"_txlock": {"immediate"}, "_journal_mode": {"WAL"},
		"_pragma": append([]string{"page_size(8192)", "synchronous(FULL)", "secure_delete(ON)"}, common...)}
	db := &DB{}
	if db.write, err = sql.Open("sqlite", database.Address(path, q)); err != nil {
		return nil, meaning.Explain(err)
	}
	db.write.SetMaxOpenConns(1)
	if err := migrate(ctx, db.write); err != nil {
		return nil, errors.Join(meaning.Explain(err), db.Close())
	}
	if err := db.openRead(path, false); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// OpenRead opens the file to look into it, and changes nothing. It is ErrNone where there is no
// file. On a medium that cannot be written, where SQLite could not even share its memory,
// immutable must be said.
func OpenRead(ctx context.Context, d disk.System, immutable bool) (*DB, error) {
	path, err := d.Path(Name)
	if err != nil {
		return nil, err
	}
	f, err := d.Open(Name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNone
	}
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	db := &DB{}
	if err := db.openRead(path, immutable); err != nil {
		return nil, err
	}
	if err := db.current(ctx); err != nil {
		return nil, errors.Join(meaning.Explain(err), db.Close())
	}
	return db, nil
}

func (db *DB) openRead(path string, immutable bool) (err error) {
	q := url.Values{"mode": {"ro"}, "_pragma": append([]string{"query_only(ON)"}, common...)}
	if immutable {
		q.Set("immutable", "1")
	}
	db.Read, err = sql.Open("sqlite", database.Address(path, q))
	return meaning.Explain(err)
}

// current is an error where the tables are those of another version of the program.
func (db *DB) current(ctx context.Context) error {
	var version int
	if err := db.Read.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version").Scan(&version); err != nil {
		return err
	}
	files, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		return err
	}
	latest := 0
	for _, f := range files { // 00001_cases.sql
		number, _, _ := strings.Cut(f.Name(), "_")
		n, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("%s: no number", f.Name())
		}
		latest = max(latest, n)
	}
	switch {
	case version > latest:
		return ErrNewer
	case version < latest:
		return ErrOlder
	}
	return nil
}

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	// Where two processes make the file at once, one finds that what it is to make is there.
	for try := 0; ; try++ {
		now, latest, err := p.GetVersions(ctx)
		switch {
		case err != nil && try == tries, err == nil && now > latest:
			if err == nil {
				err = ErrNewer
			}
			return err
		case err == nil && now == latest:
			return nil
		case err == nil:
			if _, err := p.Up(ctx); err != nil && try == tries {
				return err
			}
		}
	}
}

// tries are how often one begins again where another process was at the same.
const tries = 5

// Write does what is to be done in one transaction, all or nothing; others that write wait.
// What f returns is returned as it is, but for errors of the file. The clock, and who does it, are for f to know.
func (db *DB) Write(ctx context.Context, f func(*sql.Tx) error) error {
	if db.write == nil {
		return ErrReadOnly
	}
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return meaning.Explain(err)
	}
	if err := f(tx); err != nil {
		if rolled := tx.Rollback(); rolled != nil && !errors.Is(rolled, sql.ErrTxDone) {
			err = errors.Join(err, rolled)
		}
		return meaning.Explain(err)
	}
	return meaning.Explain(tx.Commit())
}

// Forget takes what was deleted out of the write-ahead log as well; in the file itself it is
// overwritten when it is deleted. ErrBusy where another reads an older state just now: what was
// deleted is gone for every reader, and its bytes go with the next Forget, or when the last
// process closes the file.
func (db *DB) Forget(ctx context.Context) error {
	if db.write == nil {
		return ErrReadOnly
	}
	var busy, frames, moved int
	if err := db.write.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &moved); err != nil {
		return meaning.Explain(err)
	}
	if busy != 0 {
		return ErrBusy
	}
	return nil
}

// Explain says what an error that Read gave means.
func Explain(err error) error { return meaning.Explain(err) }

// Close closes the file. What is in the write-ahead log goes into it.
func (db *DB) Close() error {
	var errs []error
	for _, d := range []*sql.DB{db.Read, db.write} {
		if d != nil {
			errs = append(errs, d.Close())
		}
	}
	return meaning.Explain(errors.Join(errs...))
}
