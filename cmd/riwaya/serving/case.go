package serving

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/folder"
	"riwaya/internal/casefile/reviewed"
	"riwaya/internal/desk/deskdb"
	base "riwaya/internal/desk/site"
	"riwaya/internal/disk"
	"riwaya/internal/shelf"
)

// openCases opens the cases of a ledger for the desk, nil where nothing can be written. The function
// returned closes them.
func openCases(ctx context.Context, d disk.System, log func(error)) (*casefile.Cases, func()) {
	dir, err := d.Path(".")
	if err == nil {
		err = disk.Sweep(dir, handedName)
	}
	if err != nil {
		log(fmt.Errorf("cases: %w", err))
	}
	db, err := deskdb.Open(ctx, d)
	if err != nil {
		log(fmt.Errorf("cases: %w", err))
		return nil, func() {}
	}
	return casefile.In(db), func() {
		if err := db.Close(); err != nil {
			log(err)
		}
	}
}

// handing writes a case as one file, in the ledger's folder, where it is thrown away when it was
// read: what is wrong is said before anything is sent.
func handing(looked *shelf.Shelf, d disk.System) func(context.Context, base.Hand) (*base.Handed, error) {
	var n atomic.Int64
	return func(ctx context.Context, h base.Hand) (*base.Handed, error) {
		reviews, err := reviewed.In(ctx, looked.Store, looked.Version)
		if err != nil {
			return nil, err
		}
		dir, err := d.Path(".")
		if err != nil {
			return nil, err
		}
		half, err := disk.Begin(filepath.Join(dir, fmt.Sprintf("%s%s-%d-%d", handedName, h.Case.ID, os.Getpid(), n.Add(1))))
		if err != nil {
			return nil, err
		}
		at := time.Now().UTC().Truncate(time.Second)
		made, err := folder.Write(ctx, half, folder.Options{Shelf: looked, Disk: d, Reviewed: reviews, Case: h.Case, Language: h.Language, Names: h.Names, Why: h.Why, By: h.By, At: at, Program: "riwaya " + cli.ProgramVersion()})
		var f disk.File
		if err == nil {
			f, err = half.Edit(zipName)
		}
		if err != nil {
			return nil, errors.Join(err, half.Discard())
		}
		out := &handed{half: half, f: f}
		if err = folder.Zip(ctx, half, made.Files, h.Case.ID, at, out); err != nil {
			return nil, errors.Join(err, out.Close())
		}
		return &base.Handed{ReadCloser: out, Name: h.Case.ID + ".zip", Size: out.end}, nil
	}
}

// handedName is how the folders begin that cases are handed on from.
const handedName = "handed-"

// zipName is the archive in the half folder. No file of a case is called so.
const zipName = "case.zip"

// handed is the archive, written first and then read.
type handed struct {
	half    *disk.Half
	f       disk.File
	at, end int64
}

func (h *handed) Write(b []byte) (int, error) {
	n, err := h.f.WriteAt(b, h.end)
	h.end += int64(n)
	return n, err
}

func (h *handed) Read(b []byte) (int, error) {
	if h.at >= h.end {
		return 0, io.EOF
	}
	n, err := h.f.ReadAt(b, h.at)
	h.at += int64(n)
	return n, err
}

func (h *handed) Close() error { return errors.Join(h.f.Close(), h.half.Discard()) }
