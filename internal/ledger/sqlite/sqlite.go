// Package sqlite is the store in one SQLite file, for one machine.
//
// It promises that a change that Apply has acknowledged is on disk (write-ahead log,
// synchronous=FULL), that there is one writer, and that the file can be read with any
// other tool while the program runs; docs/ledger.md describes its tables. What was deleted
// is overwritten (secure_delete). Errors of the disk and of damage are those of package ledger.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite"

	"riwaya/internal/disk/database"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/check"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is an open store.
type Store struct {
	write, read *sql.DB
	conn        *sql.Conn            // the one that writes
	prepared    map[string]*sql.Stmt // on it
	mu          sync.Mutex
	asked       map[string]*sql.Stmt // prepared for reading
	last        struct {             // the capture last looked up, as most changes are of the same
		id   string
		leaf int64
	}
	check *check.Checker
}

var _ ledger.Store = (*Store)(nil)

// pragmas are set on each connection. A page of 8 KiB holds an article's text in few.
var pragmas = []string{"page_size(8192)", "synchronous(FULL)", "secure_delete(ON)", "foreign_keys(ON)",
	"busy_timeout(5000)", "wal_autocheckpoint(4000)", "cache_size(-16000)", "temp_store(MEMORY)"}

// readers is how many read at once, each by a connection of its own that stays open: to open one
// is to read the whole schema.
const readers = 4

// Open opens the store in a file, and makes it or brings it up to date.
func Open(ctx context.Context, path string) (*Store, error) {
	// The driver sets pragmas in the order of the alphabet, and a page's size only counts
	// before the journal is begun: hence the journal by its own key, which comes last.
	q := url.Values{"_pragma": pragmas, "_journal_mode": {"WAL"}}
	s := &Store{prepared: map[string]*sql.Stmt{}, asked: map[string]*sql.Stmt{}}
	s.check = check.New(s.asking)
	var err error
	if s.write, err = sql.Open("sqlite", database.Address(path, q)); err != nil {
		return nil, explain(err)
	}
	s.write.SetMaxOpenConns(1)
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(explain(err), s.write.Close())
	}
	if s.conn, err = s.write.Conn(ctx); err == nil {
		s.read, err = sql.Open("sqlite", database.Address(path, q))
	}
	if err != nil {
		return nil, errors.Join(explain(err), s.Close())
	}
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers)
	if err := s.cleanUp(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// cleanUp ends what a withdrawal was kept from. While another process reads it must wait
// once more.
func (s *Store) cleanUp(ctx context.Context) error {
	w := &writing{s, ctx}
	if _, unclean, err := w.number("SELECT 1 FROM state WHERE key = 'unclean'"); err != nil || !unclean {
		return explain(err)
	}
	if err := w.purge(); !errors.Is(err, ledger.ErrRead) {
		return err
	}
	return nil
}

// OpenRead opens a store that is there, and changes nothing in it. On a medium that cannot be
// written, where SQLite could not even share its memory, immutable must be said.
func OpenRead(path string, immutable bool) (*Store, error) {
	q := url.Values{"mode": {"ro"}, "_pragma": {"query_only(ON)", "busy_timeout(5000)", "cache_size(-16000)"}}
	if immutable {
		q.Set("immutable", "1")
	}
	s := &Store{asked: map[string]*sql.Stmt{}}
	s.check = check.New(s.asking)
	var err error
	if s.read, err = sql.Open("sqlite", database.Address(path, q)); err != nil {
		return nil, explain(err)
	}
	s.read.SetMaxIdleConns(2 * readers) // not bounded: who asks while it walks through rows has two
	if err := s.current(); err != nil {
		return nil, errors.Join(explain(err), s.Close())
	}
	return s, nil
}

// current is an error where the tables are those of another version of the program, or not
// all made anew yet.
func (s *Store) current() error {
	var version, anew int
	if err := s.read.QueryRow("SELECT (SELECT max(version_id) FROM goose_db_version), (SELECT count(*) FROM state WHERE key = 'anew')").Scan(&version, &anew); err != nil {
		return err
	}
	files, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		return err
	}
	var latest int
	for _, f := range files { // 00002_positions.sql
		number, _, _ := strings.Cut(f.Name(), "_")
		if n, err := strconv.Atoi(number); err == nil {
			latest = max(latest, n)
		}
	}
	switch {
	case version > latest:
		return ledger.ErrNewer
	case version < latest || anew > 0:
		return ledger.ErrOlder
	}
	return nil
}

func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.write, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	now, latest, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if now > latest {
		return ledger.ErrNewer
	}
	if now == latest {
		return nil
	}
	_, err = p.Up(ctx)
	return err
}

// Close closes the store. What is in the write-ahead log goes into the file.
func (s *Store) Close() error {
	var errs []error
	for _, st := range s.prepared {
		errs = append(errs, st.Close())
	}
	for _, st := range s.asked {
		errs = append(errs, st.Close())
	}
	if s.conn != nil {
		errs = append(errs, s.conn.Close())
	}
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return explain(errors.Join(errs...))
}

// meaning is what errors of SQLite mean of a store. Its tables were made here: where a query does
// not fit them they were altered.
var meaning = database.Meaning{Damaged: ledger.ErrDamaged, Full: ledger.ErrFull, Busy: ledger.ErrBusy, ReadOnly: ledger.ErrReadOnly, Alien: ledger.ErrDamaged}

// explain says what an error of SQLite means to the user.
func explain(err error) error { return meaning.Explain(err) }
