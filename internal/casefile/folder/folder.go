// Package folder writes a case as one folder to be handed on:
//
//	document.pdf      the case, with pages, in Arabic or English; its last pages say how it was made
//	tables/           claims, figures and events of the case, as CSV and as workbooks
//	captures/         what came in, byte for byte, of each report
//	proofs/ID/        what shows, without the ledger, that it is in the ledger's log
//	manifest.sha256   the SHA-256 of every file but this one, as sha256sum writes and verifies it
//
// It promises that the same ledger, case, options and time give the same bytes; that private
// persons are named nowhere in it unless that is asked for with a reason, which stands on the
// document's first page: captures and proofs that name one are left out otherwise, and the document
// says so; and that nothing in it tells of the machine it was made on.
//
// The tables never name private persons.
package folder

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"riwaya/internal/archive"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/document"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/shelf"
	"riwaya/internal/show/privacy"
)

// Options are what a folder is made of.
type Options struct {
	Shelf    *shelf.Shelf
	Disk     disk.FS // the ledger's folder, where the evidence is
	Reviewed func(ctx context.Context, article, finding string) (entry.Review, error)
	Case     casefile.Case
	Language string // of the document; "" that of the case
	Names    bool
	Why      string // the reason for names
	By       string // a pseudonym
	At       time.Time
	Program  string
}

// Made says what was written.
type Made struct {
	Entries, Reviewed, Reports int
	Captures, Proofs           int      // of so many reports
	Files                      []string // in order, the manifest last
	Manifest                   string   // its SHA-256, in hex
}

// Manifest is the name of the list of files.
const Manifest = "manifest.sha256"

// writing is a folder that is being written.
type writing struct {
	Options
	to      disk.FS
	sums    map[string]string // of what was written, by path
	entries []entry.Entry
	kept    []ledger.Kept // the reports' readings, in the order in which they came in
	stored  archive.Reader
	where   map[string]document.Kept // by article
	gates   []*privacy.Gate          // of the reports' readings
	hidden  []string                 // the names that these hide
	made    Made
}

// Write writes a case into an empty folder.
func Write(ctx context.Context, to disk.FS, o Options) (Made, error) {
	if o.Language == "" {
		o.Language = o.Case.Language
	}
	if o.Names && strings.TrimSpace(o.Why) == "" {
		return Made{}, fmt.Errorf("%w: names without a reason", casefile.ErrBad)
	}
	w := &writing{Options: o, to: to, sums: map[string]string{}, stored: archive.NewReader(o.Disk), where: map[string]document.Kept{}}
	if err := w.read(ctx); err != nil {
		return Made{}, err
	}
	if err := w.evidence(ctx); err != nil {
		return Made{}, err
	}
	if err := w.tables(ctx); err != nil {
		return Made{}, err
	}
	data, err := w.data(ctx)
	if err != nil {
		return Made{}, err
	}
	if err := w.file("document.pdf", func(out io.Writer) error { return document.PDF(out, data) }); err != nil {
		return Made{}, err
	}
	return w.made, w.manifest()
}

// read reads what the case has in the ledger.
func (w *writing) read(ctx context.Context) error {
	var in []casefile.Item
	for _, i := range w.Case.Items {
		if i.Included {
			in = append(in, i)
		}
	}
	maker := entry.Maker{Shelf: w.Shelf, Reviewed: w.Reviewed, Names: w.Names}
	var err error
	if w.entries, err = maker.Entries(ctx, in); err != nil {
		return err
	}
	articles := map[string]bool{}
	for i := range w.entries {
		e := &w.entries[i]
		w.made.Entries++
		if e.Review.State != entry.ByMachine {
			w.made.Reviewed++
		}
		for _, r := range reports(e) {
			articles[r.Article] = true
		}
		for k := range e.Figures {
			articles[e.Figures[k].Article] = true
		}
	}
	w.made.Reports = len(articles)
	if err := w.Shelf.Store.Walk(ctx, func(a string) bool { return articles[a] }, func(k *ledger.Kept) error {
		w.kept = append(w.kept, *k)
		return nil
	}, "claims", "figures", "times", "places", "actors", "events"); err != nil {
		return err
	}
	w.people()
	return nil
}

// reports are the reports that an entry shows.
func reports(e *entry.Entry) (out []*entry.Report) {
	if e.Report != nil {
		out = append(out, e.Report)
	}
	for i := range e.Others {
		out = append(out, &e.Others[i].Report)
	}
	return out
}

// file writes one file of the folder.
func (w *writing) file(name string, write func(io.Writer) error) (err error) {
	f, err := w.to.Edit(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	sum := sha256.New()
	if err := write(io.MultiWriter(&appending{f: f}, sum)); err != nil {
		return err
	}
	w.sums[name] = hex.EncodeToString(sum.Sum(nil))
	return f.Sync()
}

// appending writes to the end of a file.
type appending struct {
	f  disk.File
	at int64
}

func (a *appending) Write(b []byte) (int, error) {
	n, err := a.f.WriteAt(b, a.at)
	a.at += int64(n)
	return n, err
}

// manifest writes the list of files, and waits until their names are on disk.
func (w *writing) manifest() error {
	names := make([]string, 0, len(w.sums))
	dirs := map[string]bool{".": true}
	for name := range w.sums {
		names = append(names, name)
		for i := range name {
			if name[i] == '/' {
				dirs[name[:i]] = true
			}
		}
	}
	slices.Sort(names)
	err := w.file(Manifest, func(out io.Writer) error {
		for _, name := range names {
			if _, err := fmt.Fprintf(out, "%s  %s\n", w.sums[name], name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.made.Files, w.made.Manifest = append(names, Manifest), w.sums[Manifest]
	for dir := range dirs {
		if err := w.to.SyncDir(dir); err != nil {
			return err
		}
	}
	return nil
}
