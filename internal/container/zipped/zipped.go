// Package zipped reads zip archives that anybody may have made.
//
// It promises that an archive costs no more than its size allows, whatever its directory
// claims: the directory is measured before it is read, entries that share bytes are refused,
// and what unpacks to far more than it was packed from is given up, alone or together.
// Nothing is ever written. A name is a label here: one that would leave a folder, or that
// some system takes for a device, is set aside and said. What is wrong is an [Error].
package zipped

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What an archive may have: entries, bytes of its directory, and bytes that it unpacks to
// for its size.
const (
	MaxEntries   = 50_000
	maxDirectory = 64 << 20
	free         = 64 << 20
	ratio        = 200
)

// Error is what is wrong with an archive or an entry.
type Error struct{ Reason string }

func (e *Error) Error() string { return e.Reason }

func fail(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }

// Archive is an open archive.
type Archive struct {
	Entries []*Entry // in the order of the directory, without folders
	Odd     []string // names that no entry may have; their entries are not among Entries
	size    int64
	out     int64 // unpacked so far
	byName  map[string]*Entry
}

// Entry is one file of an archive.
type Entry struct {
	Name string
	Size int64 // unpacked, as the directory says
	file *zip.File
	of   *Archive
}

// Is reports whether a file begins as a zip archive does.
func Is(start []byte) bool {
	return bytes.HasPrefix(start, []byte("PK\x03\x04")) || bytes.HasPrefix(start, []byte("PK\x05\x06")) // the second of an empty one
}

// Open reads the directory of an archive.
func Open(r io.ReaderAt, size int64) (*Archive, error) {
	if err := measure(r, size); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) || z == nil {
		return nil, fail("its directory is damaged")
	}
	a := &Archive{size: size, byName: make(map[string]*Entry, len(z.File))}
	for _, f := range z.File {
		switch {
		case f.UncompressedSize64 > 1<<62 || f.CompressedSize64 > uint64(size):
			return nil, fail("%.80q would be larger than the archive", f.Name)
		case strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0:
			continue // a folder
		case !Named(f.Name), a.byName[f.Name] != nil: // of two of one name each program reads another
			a.Odd = append(a.Odd, f.Name)
			continue
		}
		e := &Entry{Name: f.Name, Size: int64(f.UncompressedSize64), file: f, of: a}
		a.Entries = append(a.Entries, e)
		a.byName[f.Name] = e
	}
	return a, apart(z.File)
}

// apart is an error where two entries share bytes: how an archive of some KB unpacks to
// petabytes.
func apart(files []*zip.File) error {
	type reach struct{ from, to int64 }
	all := make([]reach, 0, len(files))
	for _, f := range files {
		from, err := f.DataOffset()
		if err != nil {
			return fail("%.80q is not where the directory says", f.Name)
		}
		if f.CompressedSize64 > 0 {
			all = append(all, reach{from, from + int64(f.CompressedSize64)})
		}
	}
	slices.SortFunc(all, func(a, b reach) int { return int(min(max(a.from-b.from, -1), 1)) })
	for i := 1; i < len(all); i++ {
		if all[i].from < all[i-1].to {
			return fail("its entries overlap: it is made to fill a disk")
		}
	}
	return nil
}

// Find is the entry of a name, nil where there is none.
func (a *Archive) Find(name string) *Entry { return a.byName[name] }

// Open reads an entry. The archive's bounds hold for all that is read of it.
func (e *Entry) Open() (io.ReadCloser, error) {
	if e.file.Flags&1 != 0 {
		return nil, fail("it is encrypted")
	}
	r, err := e.file.Open()
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		return nil, fail("it is packed in a way that is not read (method %d)", e.file.Method)
	case err != nil:
		return nil, damaged(err)
	}
	return &reading{ReadCloser: r, of: e}, nil
}

// ReadAll is an entry as a whole, of at most most bytes.
func (e *Entry) ReadAll(most int64) (b []byte, err error) {
	r, err := e.Open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	if b, err = io.ReadAll(io.LimitReader(r, most+1)); err == nil && int64(len(b)) > most {
		err = fail("%s is larger than %d MiB", e.Name, most>>20)
	}
	return b, err
}

// reading is an entry that is read, within bounds.
type reading struct {
	io.ReadCloser
	of *Entry
	n  int64
}

func (r *reading) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	r.n += int64(n)
	r.of.of.out += int64(n)
	if a := r.of.of; r.n > free && r.n > ratio*int64(r.of.file.CompressedSize64) || a.out > free && a.out > ratio*a.size {
		return n, fail("it unpacks to more than %d times its size: it is made to fill a disk", ratio)
	}
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

func damaged(err error) error {
	var known *Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fail("it breaks off, or has another size than the directory says")
	case errors.Is(err, zip.ErrChecksum):
		return fail("its checksum is not the one that the directory has")
	case errors.Is(err, zip.ErrFormat), strings.HasPrefix(err.Error(), "flate:"):
		return fail("it is damaged")
	}
	return err
}

// Named reports whether an entry may have a name: a path below a folder on every system.
func Named(name string) bool {
	if name == "" || len(name) > 1024 || !utf8.ValidString(name) || strings.Contains(name, "\\") || strings.HasPrefix(name[1:], ":") || strings.ContainsFunc(name, unicode.IsControl) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part == "." || part == ".." || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") || device(part) {
			return false
		}
	}
	return true
}

// device reports whether Windows takes a name for a device, whatever its ending.
func device(part string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(part), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	if n := len(base); n == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) {
		return base[3] >= '0' && base[3] <= '9'
	}
	return false
}
