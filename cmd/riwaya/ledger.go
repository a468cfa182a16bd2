package main

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
	"riwaya/internal/archive"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/read"
)

// ledgerOptions are what every command opens a ledger with. reader may be nil where
// nothing is read.
func ledgerOptions(d disk.System, reader *read.Reader, anyClock bool) pipeline.Options {
	o := pipeline.Options{
		Program: "riwaya " + programVersion(), Random: rand.Reader, Now: time.Now, AnyClock: anyClock,
		Store: func(ctx context.Context) (ledger.Store, error) {
			path, err := d.Path(ledger.StoreName)
			if err != nil {
				return nil, err
			}
			return sqlite.Open(ctx, path)
		},
	}
	if reader != nil {
		o.Version = layersVersion(reader)
		o.Read = func(a riwaya.Article) riwaya.Record {
			read.Language(&a)
			return reader.Read(a)
		}
	}
	return o
}

// layersVersion is by what an article is read: the program and its lexicon.
func layersVersion(r *read.Reader) string { return programVersion() + "+" + r.Lexicon.Version }

// existing is the folder of a ledger that must be there.
func existing(dir string) (disk.System, error) {
	d, err := disk.Existing(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return d, fmt.Errorf("%s: no ledger there; `riwaya add` makes one", dir)
	}
	if err != nil {
		return d, ledgerError(dir, err)
	}
	log, err := d.List("log")
	if err != nil {
		return d, ledgerError(dir, err)
	}
	warcs, err := d.List("warc") // with these alone it can be repaired
	if err == nil && len(log)+len(warcs) == 0 {
		return d, fmt.Errorf("%s: a folder, but no ledger", dir)
	}
	return d, ledgerError(dir, err)
}

// ledgerError says in one line what is wrong with a ledger.
func ledgerError(dir string, err error) error {
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

// notices are shown before anything else.
func notices(s streams, all []string) {
	for _, n := range all {
		fmt.Fprintln(s.Err, "riwaya: "+n)
	}
}

// openLedger opens a ledger that is there, for a command that reads no articles.
func openLedger(ctx context.Context, c ledgerConfig, s streams) (*pipeline.Ledger, error) {
	d, err := existing(c.ledger)
	if err != nil {
		return nil, err
	}
	l, err := openWaiting(ctx, d, ledgerOptions(d, nil, c.anyClock), patience, nil)
	if err != nil {
		return nil, ledgerError(c.ledger, err)
	}
	notices(s, l.Notices)
	return l, nil
}

// wantStore is readStore for a command that can do nothing without one.
func wantStore(d disk.System) (*sqlite.Store, error) {
	s, err := readStore(d)
	if err == nil && s == nil {
		return nil, errors.New("its store is missing; `riwaya repair` makes it anew")
	}
	return s, err
}

// readStore opens the store of a ledger to look into, without the ledger's lock. It is
// nil where there is none.
func readStore(d disk.System) (*sqlite.Store, error) {
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
