package transparency

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"

	"golang.org/x/mod/sumdb/tlog"

	"riwaya/internal/disk"
)

// Where a log stands in its folder.
const (
	Dir        = "log"
	leavesName = Dir + "/leaves"
	hashesName = Dir + "/hashes"
)

// unsynced is the most leaves that can be written between two syncs, several times over:
// so many lines at the end are looked at when a log is opened.
const unsynced = 1024

// Log is an open log. It is for one goroutine at a time.
type Log struct {
	leaves, hashes disk.File
	size           int64
	broken         error // after a write that may have left something behind
}

// Create opens a log for adding to, and makes it where there is none. What a crash left half
// written is cut off: it was not acknowledged.
func Create(d disk.FS) (*Log, error) {
	if err := d.MakeDir(Dir); err != nil {
		return nil, err
	}
	l := &Log{}
	var err error
	if l.leaves, err = d.Edit(leavesName); err != nil {
		return nil, err
	}
	if l.hashes, err = d.Edit(hashesName); err != nil {
		return nil, errors.Join(err, l.leaves.Close())
	}
	err = d.SyncDir(Dir)
	if err == nil {
		err = l.recover()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("log: %w", err), l.Close())
	}
	return l, nil
}

// Open opens a log for reading. It changes nothing: a line that is cut short at the end
// is not counted.
func Open(d disk.FS) (*Log, error) {
	l := &Log{broken: errors.New("log: opened for reading")}
	var err error
	if l.leaves, err = d.Open(leavesName); err != nil {
		return nil, err
	}
	if l.hashes, err = d.Open(hashesName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(err, l.leaves.Close())
	}
	n, err := l.leaves.Size()
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	l.size = n / Width
	return l, nil
}

// Close closes the files.
func (l *Log) Close() error {
	err := l.leaves.Close()
	if l.hashes != nil {
		err = errors.Join(err, l.hashes.Close())
	}
	return err
}

// Size is how many leaves there are.
func (l *Log) Size() int64 { return l.size }

// Rest is how many bytes stand behind the last whole line: more than none only in a log
// that was opened for reading and is damaged.
func (l *Log) Rest() (int64, error) {
	n, err := l.leaves.Size()
	return n - l.size*Width, err
}

// recover cuts off what is half written, and makes the hashes agree with the leaves.
func (l *Log) recover() error {
	n, err := l.leaves.Size()
	if err != nil {
		return err
	}
	whole := n / Width
	l.size = whole
	for i, err := range l.Leaves(max(0, whole-unsynced)) {
		if err != nil {
			if !errors.Is(err, ErrLeaf) {
				return err
			}
			l.size = i.N
			break
		}
	}
	if l.size*Width != n {
		if err := l.leaves.Truncate(l.size * Width); err != nil {
			return err
		}
		if err := l.leaves.Sync(); err != nil {
			return err
		}
	}
	return l.rehash()
}

// rehash looks at the hashes of the last leaves, and writes anew what is missing or other.
func (l *Log) rehash() error {
	n, err := l.hashes.Size()
	if err != nil {
		return err
	}
	from := max(0, l.size-unsynced)
	for from > 0 && tlog.StoredHashCount(from)*tlog.HashSize > n {
		from /= 2
	}
	changed := false
	for leaf, err := range l.Leaves(from) {
		if err != nil {
			return err
		}
		h, err := leaf.Hash()
		if err != nil {
			return err
		}
		want, err := tlog.StoredHashesForRecordHash(leaf.N, h, reader{l.hashes})
		if err != nil {
			return err
		}
		at := tlog.StoredHashIndex(0, leaf.N) * tlog.HashSize
		b := flat(want)
		have := make([]byte, len(b))
		if _, err := l.hashes.ReadAt(have, at); err == nil && string(have) == string(b) {
			continue
		}
		if _, err := l.hashes.WriteAt(b, at); err != nil {
			return err
		}
		changed = true
	}
	if end := tlog.StoredHashCount(l.size) * tlog.HashSize; n > end {
		changed = true
		if err := l.hashes.Truncate(end); err != nil {
			return err
		}
	}
	if changed {
		return l.hashes.Sync()
	}
	return nil
}

// Append enters leaves; when it returns they are on disk. When it fails none is entered.
func (l *Log) Append(leaves []Leaf) error {
	if l.broken != nil {
		return l.broken
	}
	err := l.write(leaves)
	if err != nil {
		// Whatever was written of them must not stay: the next leaf stands there.
		if e := errors.Join(l.leaves.Truncate(l.size*Width), l.hashes.Truncate(tlog.StoredHashCount(l.size)*tlog.HashSize)); e != nil {
			l.broken = fmt.Errorf("log: it could not be put back after an error: %w", e)
		}
		return fmt.Errorf("log: %w", err)
	}
	l.size += int64(len(leaves))
	return nil
}

func (l *Log) write(leaves []Leaf) error {
	lines := make([]byte, 0, len(leaves)*Width)
	var hashes []tlog.Hash
	first := tlog.StoredHashCount(l.size)
	for i, leaf := range leaves {
		line, err := leaf.line()
		if err != nil {
			return err
		}
		lines = append(append(lines, line...), '\n')
		more, err := tlog.StoredHashes(l.size+int64(i), line, both{reader{l.hashes}, first, hashes})
		if err != nil {
			return err
		}
		hashes = append(hashes, more...)
	}
	if _, err := l.leaves.WriteAt(lines, l.size*Width); err != nil {
		return err
	}
	if _, err := l.hashes.WriteAt(flat(hashes), first*tlog.HashSize); err != nil {
		return err
	}
	if err := l.leaves.Sync(); err != nil {
		return err
	}
	return l.hashes.Sync()
}

// Numbered is a leaf and its number in the log, from 0.
type Numbered struct {
	N int64
	Leaf
}

// Leaves are the leaves from a number on. Behind an error the others follow.
func (l *Log) Leaves(from int64) iter.Seq2[Numbered, error] {
	return func(yield func(Numbered, error) bool) {
		buf := make([]byte, 512*Width)
		for n := from; n < l.size; {
			part := buf[:min(int64(len(buf)), (l.size-n)*Width)]
			if _, err := l.leaves.ReadAt(part, n*Width); err != nil && err != io.EOF {
				yield(Numbered{N: n}, fmt.Errorf("log: leaf %d: %w", n, err))
				return
			}
			for ; len(part) > 0; part = part[Width:] {
				leaf, err := ParseLeaf(part[:Width])
				if err == nil && part[Width-1] != '\n' {
					err = ErrLeaf
				}
				if err != nil {
					err = fmt.Errorf("log: leaf %d: %w", n, err)
				}
				if !yield(Numbered{n, leaf}, err) {
					return
				}
				n++
			}
		}
	}
}

// Leaf is the leaf of a number.
func (l *Log) Leaf(n int64) (Leaf, error) {
	if n < 0 || n >= l.size {
		return Leaf{}, fmt.Errorf("log: no leaf %d", n)
	}
	for leaf, err := range l.Leaves(n) {
		return leaf.Leaf, err
	}
	return Leaf{}, fmt.Errorf("log: no leaf %d", n)
}

// Root is the root of the tree over the first n leaves.
func (l *Log) Root(n int64) (Hash, error) {
	h, err := tlog.TreeHash(n, reader{l.hashes})
	if err != nil {
		return h, fmt.Errorf("log: %w", err)
	}
	return h, nil
}

// Prove shows that leaf n is in the tree over the first size leaves.
func (l *Log) Prove(n, size int64) (tlog.RecordProof, error) {
	p, err := tlog.ProveRecord(size, n, reader{l.hashes})
	if err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	return p, nil
}

// Stored reports whether the file of hashes has these from the at-th on.
func (l *Log) Stored(at int64, want []Hash) bool {
	if l.hashes == nil {
		return false
	}
	b := make([]byte, len(want)*tlog.HashSize)
	_, err := l.hashes.ReadAt(b, at*tlog.HashSize)
	return err == nil && string(b) == string(flat(want))
}

// StoredSize is how many bytes the file of hashes has.
func (l *Log) StoredSize() (int64, error) {
	if l.hashes == nil {
		return 0, nil
	}
	return l.hashes.Size()
}
