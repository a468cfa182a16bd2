package pipeline

import (
	"bytes"
	"context"
	"errors"

	"riwaya/internal/archive"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/proof"
)

// Sign signs the log as it is now.
func (l *Ledger) Sign() (transparency.Head, []byte, error) { return l.Archive.Sign(l.o.Now()) }

// CloseWith closes the store, does something to its file, and closes the rest: nobody else
// can have opened the ledger before.
func (l *Ledger) CloseWith(do func() error) error {
	err := l.Store.Close()
	l.Store = nil
	if err == nil {
		err = do()
	}
	return errors.Join(err, l.Close())
}

// Prove writes what shows, without the ledger, that a capture, and the record of an
// article in it, are in the log.
func (l *Ledger) Prove(ctx context.Context, f ledger.Found, to disk.FS) error {
	files, err := l.Proof(ctx, f)
	if err != nil {
		return err
	}
	for name, b := range files {
		if err := disk.WriteFile(to, ".", name, b); err != nil {
			return err
		}
	}
	return nil
}

// Proof are the files of the same, by their names: see package proof. The capture is held in memory.
func (l *Ledger) Proof(ctx context.Context, f ledger.Found) (map[string][]byte, error) {
	h, signed, err := l.Sign()
	if err != nil {
		return nil, err
	}
	verifier, err := l.stored.Verifier()
	if err != nil {
		return nil, err
	}
	c, err := l.Store.Capture(ctx, f.Capture)
	if err != nil {
		return nil, err
	}
	leaves := map[string]int64{"capture": c.Leaf}
	if f.Article != "" {
		leaves["record"] = f.Leaf
	}
	var all []proof.Record
	for name, n := range leaves {
		e, err := l.Archive.Leaf(n)
		if err != nil {
			return nil, err
		}
		if err := l.stored.Hold(e.Leaf); err != nil {
			return nil, errors.Join(errors.New(archive.Name(e)), err)
		}
		b, err := l.stored.Bytes(e.Leaf)
		if err != nil {
			return nil, err
		}
		way, err := l.Archive.Prove(n, h.Size)
		if err != nil {
			return nil, err
		}
		all = append(all, proof.Record{Name: name, Bytes: b, Inclusion: proof.Inclusion{N: n, Size: h.Size, Leaf: e.Leaf, Way: way}})
	}
	stamps, err := l.stored.Stamps()
	if err != nil {
		return nil, err
	}
	var stamp []byte
	for _, s := range stamps {
		if bytes.Equal(s.Head, signed) && s.Reply != nil {
			stamp = s.Reply
		}
	}
	return proof.Files(signed, stamp, verifier, all)
}
