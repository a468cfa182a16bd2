// Package archive keeps what came in, byte for byte, and an append-only log of it.
//
// What it promises: when [Archive.Append] returns, the records are on disk and in the
// log, in this order: WARC written, WARC synced, leaves written, leaves synced. What a
// crash left behind is put right when the archive is opened: a record that is whole is
// entered into the log, one that is not was never acknowledged and is cut off. Nothing is ever changed
// in place but for a record that was withdrawn ([Archive.Blank]), whose leaf stays.
//
// It does not know what a record says, and does not look at the clock.
//
// In its folder stand
//
//	warc/riwaya-00001.warc.gz …  the records, one gzip member each
//	log/leaves, log/hashes       the log: see package transparency
//	log/head                     the last signed head
//	log/stamped/                 heads that a time-stamping authority has seen: see [Stamped]
//	log/verifier                 the key that verifies it
//	key                          the key that signs it; keep it from others
//	lock                         held by who adds
//	torn/                        what could not be made whole and may be looked at
package archive

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
	"riwaya/internal/disk"
)

// The kinds of leaf.
const (
	Info       = "info"       // the start of a file
	Capture    = "capture"    // what came in
	Sighting   = "sighting"   // what came in is here already
	Files      = "files"      // what belongs to a capture and is not kept: names and hashes
	Record     = "record"     // what reading one article yielded
	Withdrawal = "withdrawal" // what had to go, and why
	Review     = "review"     // what a person decided about what was found
)

// The fields of a record's header that are this program's own.
const (
	fieldKind = "Riwaya-Kind"
	fieldLeaf = "Riwaya-Leaf" // in a notice: the line of the leaf that stood here
)

// What can be wrong with an archive.
var (
	// ErrShort is a log that ends before what the ledger knows: records were taken away.
	ErrShort = errors.New("records are missing")
	// ErrNoKey is a log whose heads cannot be signed.
	ErrNoKey = errors.New("the ledger's key is missing")
	// ErrGone is a record that was withdrawn.
	ErrGone = errors.New("withdrawn")
)

// Options are what an archive is opened with.
type Options struct {
	Software string    // what the first record of each file calls the program
	Random   io.Reader // for a new key
	Now      time.Time // when it is opened, for the first record of a new file
	// Known says how many leaves were there for sure, or -1 when nobody knows; it is
	// asked once the archive is locked.
	Known   func() (int64, error)
	MaxFile int64 // from which size a new file is begun, in bytes; 0: one gibibyte
}

// Entry is a leaf with its number.
type Entry = transparency.Numbered

// Archive is an archive that is open for adding to. It is for one goroutine at a time,
// but for Open, which is for any.
type Archive struct {
	// Notices are what was found and put right at opening, in words for the user.
	Notices []string

	d      disk.FS
	o      Options
	lock   io.Closer
	log    *transparency.Log
	file   disk.File // the one that is added to, nil before the first
	number int
	known  int64
	end    int64 // of what is in the log of it
	broken error
}

const dir, torn = "warc", "torn"

// FileName is where the file of a number stands.
func FileName(number int) string { return fmt.Sprintf("%s/riwaya-%05d.warc.gz", dir, number) }

// Create opens an archive for adding to, and makes it where there is none.
func Create(d disk.FS, o Options) (a *Archive, err error) {
	if o.MaxFile <= 0 {
		o.MaxFile = 1 << 30
	}
	a = &Archive{d: d, o: o}
	if a.lock, err = d.Lock("lock"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, a.Close())
			a = nil
		}
	}()
	if err = d.MakeDir(dir); err != nil {
		return a, err
	}
	if a.known, err = o.Known(); err != nil {
		return a, err
	}
	if a.log, err = transparency.Create(d); err != nil {
		return a, err
	}
	if err = a.key(); err != nil {
		return a, err
	}
	return a, a.recover()
}

// Close gives the archive back. It signs nothing: see Sign.
func (a *Archive) Close() error {
	var errs []error
	if a.file != nil {
		errs = append(errs, a.file.Close())
	}
	if a.log != nil {
		errs = append(errs, a.log.Close())
	}
	if a.lock != nil {
		errs = append(errs, a.lock.Close())
	}
	return errors.Join(errs...)
}

// Size is how many leaves there are.
func (a *Archive) Size() int64 { return a.log.Size() }

// Leaf is the leaf of a number.
func (a *Archive) Leaf(n int64) (Entry, error) {
	l, err := a.log.Leaf(n)
	return Entry{N: n, Leaf: l}, err
}

// Packed is a record that is ready to be appended.
type Packed struct {
	leaf  transparency.Leaf
	bytes []byte
}

// Pack packs a record. Its header must have WARC-Record-ID and WARC-Date.
func Pack(kind string, h warc.Header, block []byte) (Packed, error) {
	h.Add(fieldKind, kind)
	l, err := leafOf(h)
	if err != nil {
		return Packed{}, err
	}
	b, err := warc.Member(h, block)
	if err != nil {
		return Packed{}, err
	}
	l.Sum, l.Length = sha256.Sum256(b), int64(len(b))
	return Packed{l, b}, nil
}

// Append adds records; when it returns they are on disk and in the log. When it fails
// none was added.
func (a *Archive) Append(records []Packed) ([]Entry, error) {
	size := int64(0)
	for _, r := range records {
		size += int64(len(r.bytes))
	}
	return a.add(size, func(w *writer) error {
		for _, r := range records {
			if err := w.packed(r); err != nil {
				return err
			}
		}
		return nil
	})
}

// Stream adds one record whose block is read from r and has size bytes. packed says that
// the block is packed already.
func (a *Archive) Stream(kind string, h warc.Header, size int64, r io.Reader, packed bool) (Entry, error) {
	h.Add(fieldKind, kind)
	l, err := leafOf(h)
	if err != nil {
		return Entry{}, err
	}
	level := warc.Packed
	if packed {
		level = warc.Stored
	}
	out, err := a.add(size, func(w *writer) error {
		return w.record(l, func() error { return warc.Stream(w, h, size, r, level) })
	})
	if err != nil {
		return Entry{}, err
	}
	return out[0], nil
}

// add writes records with write, about size bytes of them, syncs, and enters their leaves.
func (a *Archive) add(size int64, write func(*writer) error) ([]Entry, error) {
	if a.broken != nil {
		return nil, a.broken
	}
	if a.file == nil || a.end > 0 && a.end+size > a.o.MaxFile {
		if err := a.roll(); err != nil {
			return nil, fmt.Errorf("archive: %w", err)
		}
	}
	w := &writer{a: a, at: a.end, sum: sha256.New()}
	err := a.start(w)
	first := len(w.leaves)
	for _, step := range []func() error{
		func() error { return write(w) }, w.flush, a.file.Sync, func() error { return a.log.Append(w.leaves) },
	} {
		if err == nil {
			err = step()
		}
	}
	if err != nil {
		// Synced too, or a crash later on could bring it back in the middle of the file.
		if e := errors.Join(a.file.Truncate(a.end), a.file.Sync()); e != nil {
			a.broken = fmt.Errorf("archive: %s could not be put back after an error: %w", FileName(a.number), e)
		}
		return nil, fmt.Errorf("archive: %w", err)
	}
	a.end = w.at
	out := make([]Entry, 0, len(w.leaves)-first)
	for i, l := range w.leaves[first:] {
		out = append(out, Entry{N: a.log.Size() - int64(len(w.leaves)-first-i), Leaf: l})
	}
	return out, nil
}

// roll begins a new file.
func (a *Archive) roll() error {
	f, err := a.d.Edit(FileName(a.number + 1))
	if err != nil {
		return err
	}
	if err := a.d.SyncDir(dir); err != nil {
		return errors.Join(err, f.Close())
	}
	if a.file != nil {
		err = a.file.Close()
	}
	a.file, a.end = f, 0
	a.number++
	return err
}

// start writes, at the start of a file, a record that says what wrote it.
func (a *Archive) start(w *writer) error {
	if a.end > 0 {
		return nil
	}
	h := warc.Header{}
	h.Add("WARC-Type", warc.Info)
	h.Add("WARC-Record-ID", RecordID(a.o.Software, FileName(a.number), a.o.Now.String()))
	h.Add("WARC-Date", Date(a.o.Now))
	h.Add("WARC-Filename", FileName(a.number)[len(dir)+1:])
	h.Add("Content-Type", "application/warc-fields")
	p, err := Pack(Info, h, []byte("software: "+a.o.Software+"\r\nformat: WARC File Format 1.1\r\n"+
		"conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"))
	if err != nil {
		return err
	}
	return w.packed(p)
}

// writer writes records behind one another and makes their leaves.
type writer struct {
	a      *Archive
	at     int64
	buf    []byte
	sum    hash.Hash
	leaves []transparency.Leaf
}

const buffered = 1 << 20

func (w *writer) Write(p []byte) (int, error) {
	w.sum.Write(p)
	w.buf = append(w.buf, p...)
	if len(w.buf) < buffered {
		return len(p), nil
	}
	return len(p), w.flush()
}

func (w *writer) flush() error {
	if len(w.buf) == 0 {
		return nil
	}
	_, err := w.a.file.WriteAt(w.buf, w.at)
	w.at += int64(len(w.buf))
	w.buf = w.buf[:0]
	return err
}

func (w *writer) record(l transparency.Leaf, write func() error) error {
	w.sum.Reset()
	l.File, l.Offset = w.a.number, w.at+int64(len(w.buf))
	if err := write(); err != nil {
		return err
	}
	l.Length = w.at + int64(len(w.buf)) - l.Offset
	copy(l.Sum[:], w.sum.Sum(nil))
	w.leaves = append(w.leaves, l)
	return nil
}

func (w *writer) packed(p Packed) error {
	return w.record(p.leaf, func() error { _, err := w.Write(p.bytes); return err })
}
