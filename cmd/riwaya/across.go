package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"riwaya/internal/across"
	"riwaya/internal/derived"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/internal/pipeline"
	"riwaya/lexicon"
)

// acrossName is the file, in a ledger's folder, of what is found across its reports. It can be
// deleted.
const acrossName = "across.sqlite"

var staleAcross = stale{across.ErrBusy, across.ErrReadOnly, across.ErrFull}

// looking is a ledger in which something is looked for across reports.
type looking struct {
	*matter.Tools
	store *sqlite.Store
	found *across.Across
}

// newMaker makes matters of the ledger that is looked at.
func (l *looking) newMaker() *matter.Maker { return l.Tools.Maker(l.found, l.store) }

// Stories looks into several stories as one.
func (l *looking) Stories(ctx context.Context, ids []string, use func(*matter.Matter) error) error {
	m, err := l.newMaker().Stories(ctx, ids)
	if err != nil {
		return err
	}
	return use(m)
}

// withAcross finds what is new across the reports of a ledger, and asks for something. A file that
// is damaged is made anew, once.
func withAcross(ctx context.Context, s streams, dir string, ask func(*looking) error) (err error) {
	d, err := existing(dir)
	if err != nil {
		return err
	}
	tools, store, err := compared(d)
	if err != nil {
		return err
	}
	defer store.Close() // read only: nothing can be lost
	once := func() (err error) {
		x, err := openAcross(ctx, d, tools.Means)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, x.Close()) }()
		update := func(p derived.Progress) error { return x.Update(ctx, store, p) }
		if err := keepUp(ctx, s, x, store, update, staleAcross, "is not among what is told"); err != nil {
			return err
		}
		return ask(&looking{tools, store, x})
	}
	return madeAnew(d, acrossName, across.ErrDamaged, once(), once)
}

// compared are what reports are compared with, and the store that has them.
func compared(d disk.System) (*matter.Tools, *sqlite.Store, error) {
	tools, err := matter.Load(lexicon.Embedded())
	if err != nil {
		return nil, nil, err
	}
	store, err := wantStore(d)
	return tools, store, err
}

// openAcross opens the file, as it is where nothing can be written.
func openAcross(ctx context.Context, d disk.System, m across.Means) (*across.Across, error) {
	return openDerived(ctx, d, acrossName, func(path string, immutable bool) (*across.Across, error) { return across.Open(path, m, immutable) })
}

// told says how a command that looked across reports ended.
func told(ctx context.Context, s streams, dir string, err error) int {
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted; the next question goes on with what is to be found across reports")
		return interrupted
	case err != nil:
		return s.fail(ledgerError(dir, err))
	}
	return ok
}

// forgetAcross takes what was withdrawn out of what is found across reports; where that cannot be
// done, all of it, which the next question makes anew. Where nothing was looked for there is nothing.
func forgetAcross(ctx context.Context, d disk.System, gone []ledger.Gone) error {
	path, err := d.Path(acrossName)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	tools, store, err := compared(d)
	if err != nil {
		return err
	}
	defer store.Close() // read only: nothing can be lost
	x, err := openAcross(ctx, d, tools.Means)
	if err != nil {
		return err
	}
	if err = errors.Join(x.Forget(ctx, store, idsOf(gone)), x.Close()); err != nil {
		return pipeline.RemoveStore(d, acrossName)
	}
	return nil
}
