package opening

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/across"
	"riwaya/internal/derived"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/internal/pipeline"
	"riwaya/lexicon"
)

// AcrossName is the file, in a ledger's folder, of what is found across its reports. It can be
// deleted.
const AcrossName = "across.sqlite"

var staleAcross = Stale{across.ErrBusy, across.ErrReadOnly, across.ErrFull}

// Looking is a ledger in which something is looked for across reports.
type Looking struct {
	*matter.Tools
	Store *sqlite.Store
	Found *across.Across
}

// NewMaker makes matters of the ledger that is looked at.
func (l *Looking) NewMaker() *matter.Maker { return l.Tools.Maker(l.Found, l.Store) }

// Stories looks into several stories as one.
func (l *Looking) Stories(ctx context.Context, ids []string, use func(*matter.Matter) error) error {
	m, err := l.NewMaker().Stories(ctx, ids)
	if err != nil {
		return err
	}
	return use(m)
}

// WithAcross finds what is new across the reports of a ledger, and asks for something. A file that
// is damaged is made anew, once.
func WithAcross(ctx context.Context, s cli.Streams, dir string, ask func(*Looking) error) (err error) {
	d, err := Existing(dir)
	if err != nil {
		return err
	}
	tools, store, err := Compared(d)
	if err != nil {
		return err
	}
	defer store.Close() // read only: nothing can be lost
	once := func() (err error) {
		x, err := OpenAcross(ctx, d, tools.Means)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, x.Close()) }()
		update := func(p derived.Progress) error { return x.Update(ctx, store, p) }
		if err := KeepUp(ctx, s, x, store, update, staleAcross, "is not among what is told"); err != nil {
			return err
		}
		return ask(&Looking{tools, store, x})
	}
	return MadeAnew(d, AcrossName, across.ErrDamaged, once(), once)
}

// Compared are what reports are compared with, and the store that has them.
func Compared(d disk.System) (*matter.Tools, *sqlite.Store, error) {
	tools, err := matter.Load(lexicon.Embedded())
	if err != nil {
		return nil, nil, err
	}
	store, err := WantStore(d)
	return tools, store, err
}

// OpenAcross opens the file, as it is where nothing can be written.
func OpenAcross(ctx context.Context, d disk.System, m across.Means) (*across.Across, error) {
	return OpenDerived(ctx, d, AcrossName, func(path string, immutable bool) (*across.Across, error) { return across.Open(path, m, immutable) })
}

// Told says how a command that looked across reports ended.
func Told(ctx context.Context, s cli.Streams, dir string, err error) int {
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted; the next question goes on with what is to be found across reports")
		return cli.Interrupted
	case err != nil:
		return s.Fail(LedgerError(dir, err))
	}
	return cli.OK
}

// ForgetAcross takes what was withdrawn out of what is found across reports; where that cannot be
// done, all of it, which the next question makes anew. Where nothing was looked for there is nothing.
func ForgetAcross(ctx context.Context, d disk.System, gone []ledger.Gone) error {
	path, err := d.Path(AcrossName)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	tools, store, err := Compared(d)
	if err != nil {
		return err
	}
	defer store.Close() // read only: nothing can be lost
	x, err := OpenAcross(ctx, d, tools.Means)
	if err != nil {
		return err
	}
	if err = errors.Join(x.Forget(ctx, store, idsOf(gone)), x.Close()); err != nil {
		return pipeline.RemoveStore(d, AcrossName)
	}
	return nil
}
