package opening

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"time"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/archive"
	"riwaya/internal/disk"
	"riwaya/internal/fetch"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/read"
)

// Patience is how long a command waits for one that works in the ledger: `riwaya watch` does
// so for moments only.
const Patience = 5 * time.Second

// LedgerConfig is what the smaller commands were asked for.
type LedgerConfig struct {
	Args                     []string
	Ledger, Out, Reason, Who string
	Stamp                    string // a time-stamping authority
	AnyClock                 bool
	Net                      cli.NetConfig
}

// LedgerOptions are what every command opens a ledger with. reader may be nil where
// nothing is read.
func LedgerOptions(d disk.System, reader *read.Reader, anyClock bool) pipeline.Options {
	o := pipeline.Options{
		Program: "riwaya " + cli.ProgramVersion(), Random: rand.Reader, Now: time.Now, AnyClock: anyClock,
		Store: func(ctx context.Context) (ledger.Store, error) {
			path, err := d.Path(ledger.StoreName)
			if err != nil {
				return nil, err
			}
			return sqlite.Open(ctx, path)
		},
	}
	if reader != nil {
		o.Version = LayersVersion(reader)
		o.Read = func(a riwaya.Article) riwaya.Record {
			read.Language(&a)
			return reader.Read(a)
		}
	}
	return o
}

// LayersVersion is by what an article is read: the program and its lexicon.
func LayersVersion(r *read.Reader) string { return cli.ProgramVersion() + "+" + r.Lexicon.Version }

// Existing is the folder of a ledger that must be there.
func Existing(dir string) (disk.System, error) {
	d, err := disk.Existing(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return d, fmt.Errorf("%s: no ledger there; `riwaya add` makes one", dir)
	}
	if err != nil {
		return d, LedgerError(dir, err)
	}
	log, err := d.List("log")
	if err != nil {
		return d, LedgerError(dir, err)
	}
	warcs, err := d.List("warc") // with these alone it can be repaired
	if err == nil && len(log)+len(warcs) == 0 {
		return d, fmt.Errorf("%s: a folder, but no ledger", dir)
	}
	return d, LedgerError(dir, err)
}

// LedgerError says in one line what is wrong with a ledger.
func LedgerError(dir string, err error) error {
	var p *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, disk.ErrLocked):
		return fmt.Errorf("%s: another riwaya is working in this ledger", dir)
	case disk.Full(err), errors.Is(err, ledger.ErrFull):
		return fmt.Errorf("%s: no space left on the disk; what was acknowledged is safe", dir)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to write there", dir)
	case errors.Is(err, archive.ErrShort):
		return fmt.Errorf("%s: %w", dir, err)
	case errors.As(err, &p):
		return fmt.Errorf("%s: %s: %w", dir, p.Path, p.Err)
	}
	return fmt.Errorf("%s: %w", dir, err)
}

// Notices are shown before anything else.
func Notices(s cli.Streams, all []string) {
	for _, n := range all {
		fmt.Fprintln(s.Err, "riwaya: "+n)
	}
}

// OpenLedger opens a ledger that is there, for a command that reads no articles.
func OpenLedger(ctx context.Context, c LedgerConfig, s cli.Streams) (*pipeline.Ledger, error) {
	d, err := Existing(c.Ledger)
	if err != nil {
		return nil, err
	}
	l, err := OpenWaiting(ctx, d, LedgerOptions(d, nil, c.AnyClock), Patience, nil)
	if err != nil {
		return nil, LedgerError(c.Ledger, err)
	}
	Notices(s, l.Notices)
	return l, nil
}

// WantStore is readStore for a command that can do nothing without one.
func WantStore(d disk.System) (*sqlite.Store, error) {
	s, err := ReadStore(d)
	if err == nil && s == nil {
		return nil, errors.New("its store is missing; `riwaya repair` makes it anew")
	}
	return s, err
}

// ReadStore opens the store of a ledger to look into, without the ledger's lock. It is
// nil where there is none.
func ReadStore(d disk.System) (*sqlite.Store, error) {
	path, err := d.Path(ledger.StoreName)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	s, err := sqlite.OpenRead(path, false)
	if err != nil && !errors.Is(err, ledger.ErrDamaged) { // where nothing can be written, not even shared memory
		if again, e := sqlite.OpenRead(path, true); e == nil {
			return again, nil
		}
	}
	return s, err
}

// Pause waits, or until the context ends.
func Pause(ctx context.Context, d time.Duration) error {
	if fetch.Sleep(ctx, d) != nil {
		return ctx.Err()
	}
	return nil
}

// OpenWaiting opens a ledger; where another process works in it, it waits, for ever where patience is 0.
// waits is called once, when that takes long.
func OpenWaiting(ctx context.Context, d disk.System, o pipeline.Options, patience time.Duration, waits func()) (*pipeline.Ledger, error) {
	const step, long = 100 * time.Millisecond, 2 * time.Second
	for waited := time.Duration(0); ; waited += step {
		l, err := pipeline.Open(ctx, d, o)
		if !errors.Is(err, disk.ErrLocked) || patience > 0 && waited >= patience {
			return l, err
		}
		if waited == long && waits != nil {
			waits()
		}
		if err := Pause(ctx, step); err != nil {
			return nil, err
		}
	}
}
