package archive

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
	"riwaya/internal/disk"
)

// numbers are the files there are, in order.
func numbers(d disk.FS) ([]int, error) {
	names, err := d.List(dir)
	if err != nil {
		return nil, err
	}
	var out []int
	for _, name := range names {
		var n int
		if _, err := fmt.Sscanf(name, "riwaya-%d.warc.gz", &n); err == nil && FileName(n) == dir+"/"+name {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out, nil
}

// recover goes to the end of the last file, and brings the log to what stands there: the
// leaves are written after the records, so that a crash between leaves records without.
func (a *Archive) recover() error {
	var last transparency.Leaf
	if n := a.log.Size(); n > 0 {
		var err error
		if last, err = a.log.Leaf(n - 1); err != nil {
			return err
		}
	}
	all, err := numbers(a.d)
	if err != nil {
		return err
	}
	var cut func() error // what cannot be entered; cut off only once nothing is missing
	for _, n := range all {
		if n < last.File {
			continue
		}
		end := int64(0)
		if n == last.File {
			end = last.Offset + last.Length
		}
		if err := a.move(n, end); err != nil {
			return err
		}
		if cut, err = a.adopt(); err != nil {
			return err
		}
	}
	if a.log.Size() < a.known {
		return fmt.Errorf("%w: the ledger knows of %d, its log has %d; see riwaya verify", ErrShort, a.known, a.log.Size())
	}
	if a.number < last.File { // the file itself is gone; verify says so
		a.number = last.File
	}
	if cut != nil {
		return cut()
	}
	return nil
}

// move makes a file the one that is added to. end is where its last known record ends.
func (a *Archive) move(number int, end int64) error {
	if a.file != nil {
		if err := a.file.Close(); err != nil {
			return err
		}
	}
	var err error
	a.file, err = a.d.Edit(FileName(number))
	a.number, a.end = number, end
	return err
}

// adopt enters the records behind a.end into the log. What is left then is handed back as
// a cut to be made. A file that is shorter than the log knows is left as it is: nothing is
// ever added to it again.
func (a *Archive) adopt() (cut func() error, err error) {
	size, err := a.file.Size()
	switch {
	case err != nil:
		return nil, err
	case size < a.end:
		a.Notices = append(a.Notices, fmt.Sprintf("%s is shorter than its log: see riwaya verify", FileName(a.number)))
		err := a.file.Close()
		a.file = nil
		return nil, err
	}
	var leaves []transparency.Leaf
	for at := a.end; at < size; {
		l, err := a.whole(at, size)
		if err != nil {
			break // not whole, or none of ours
		}
		leaves = append(leaves, l)
		at += l.Length
	}
	if len(leaves) > 0 {
		if err := a.file.Sync(); err != nil {
			return nil, err
		}
		if err := a.log.Append(leaves); err != nil {
			return nil, err
		}
		l := leaves[len(leaves)-1]
		a.end = l.Offset + l.Length
	}
	if a.end == size {
		return nil, nil
	}
	return func() error { return a.cut(size) }, nil
}

// whole is the leaf of the record at a place, an error where none of ours stands there
// whole.
func (a *Archive) whole(at, size int64) (transparency.Leaf, error) {
	length, err := warc.MemberLength(io.NewSectionReader(a.file, at, size-at))
	if err != nil {
		return transparency.Leaf{}, err
	}
	rec, err := warc.Own(io.NewSectionReader(a.file, at, length)).Next()
	if err != nil {
		return transparency.Leaf{}, err
	}
	if line := rec.Header.Get(fieldLeaf); line != "" { // a notice stands for what was there
		l, err := transparency.ParseLeaf([]byte(line))
		if err == nil && (l.File != a.number || l.Offset != at || l.Length != length) {
			err = errForeign
		}
		return l, err
	}
	l, err := leafOf(rec.Header)
	if err != nil {
		return l, err
	}
	l.File, l.Offset, l.Length = a.number, at, length
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(a.file, at, length)); err != nil {
		return l, err
	}
	copy(l.Sum[:], sum.Sum(nil))
	return l, nil
}

// cut takes off what stands behind the last whole record. Where nobody knows whether
// something was acknowledged there, or it is none of this program's, it is kept aside.
func (a *Archive) cut(size int64) error {
	if a.known < 0 {
		if err := a.keep(size); err != nil {
			return err
		}
	}
	if err := a.file.Truncate(a.end); err != nil {
		return err
	}
	return a.file.Sync()
}

// keep copies what is about to be cut off into the folder torn, unless it is zeros.
func (a *Archive) keep(size int64) (err error) {
	in := bufio.NewReaderSize(io.NewSectionReader(a.file, a.end, size-a.end), buffered)
	if start, err := in.Peek(int(min(size-a.end, buffered))); err != nil || len(bytes.Trim(start, "\x00")) == 0 {
		return err
	}
	if err := a.d.MakeDir(torn); err != nil {
		return err
	}
	name := fmt.Sprintf("%s/%05d-%d", torn, a.number, a.end)
	f, err := a.d.Edit(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := io.Copy(io.NewOffsetWriter(f, 0), in); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	a.Notices = append(a.Notices, fmt.Sprintf("%d bytes behind the last whole record of %s are kept in %s", size-a.end, FileName(a.number), name))
	return a.d.SyncDir(torn)
}
