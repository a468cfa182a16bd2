// Package disk is the small file interface that the evidence is written through: a
// folder, files in it that are written at a place and synced, and a lock.
//
// It promises that nothing is on disk before Sync (of the file) and SyncDir (of the
// folder that a file was made or renamed in) have returned, and says so in the interface,
// so that a test can take away whatever was not yet synced. Names are relative, with
// slashes, on every system; a name that leaves the folder is refused.
//
// It does not buffer and does not retry. [System] is the real folder;
// package disktest has one in memory that remembers every operation.
package disk

import (
	"errors"
	"io"
)

// What can be wrong; errors wrap one of these or one of io/fs.
var (
	// ErrLocked is a folder that another process works in.
	ErrLocked = errors.New("in use by another process")
	// ErrName is a name that does not stay in the folder.
	ErrName = errors.New("not a name in the folder")
)

// FS is one folder.
type FS interface {
	// Open opens a file that is there for reading.
	Open(name string) (File, error)
	// Edit opens a file for reading and writing, and makes it where it is not there. A new
	// file is in its folder for good only after SyncDir.
	Edit(name string) (File, error)
	// List is the names of the files of a folder in it, sorted; of a folder that is not
	// there none.
	List(dir string) ([]string, error)
	// MakeDir makes a folder and those above it, and syncs where they stand.
	MakeDir(dir string) error
	// Rename puts a file in the place of another; for good only after SyncDir.
	Rename(from, to string) error
	// Remove takes a file out of its folder; for good only after SyncDir.
	Remove(name string) error
	// SyncDir waits until the names in a folder are on disk; "." is the folder itself.
	SyncDir(dir string) error
	// Lock takes a lock that one process can have, until it is closed or the process ends.
	// Where another has it the error wraps [ErrLocked].
	Lock(name string) (io.Closer, error)
}

// File is an open file. Writing beyond its end fills the gap with zeros.
type File interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	// Size is how many bytes it has.
	Size() (int64, error)
	// Truncate cuts it to size bytes.
	Truncate(size int64) error
	// Sync waits until what was written is on disk.
	Sync() error
}

// ReadFile is the whole of a small file: an error where it has more than most bytes.
func ReadFile(fs FS, name string, most int64) (b []byte, err error) {
	f, err := fs.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	n, err := f.Size()
	if err != nil {
		return nil, err
	}
	if n > most {
		return nil, errors.New(name + ": larger than such a file can be")
	}
	b = make([]byte, n)
	if n > 0 {
		if _, err = f.ReadAt(b, 0); err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
	}
	return b, err
}

// WriteFile puts a small file in place at once: whoever opens it, even after a crash,
// sees the old content or the new, whole.
func WriteFile(fs FS, dir, name string, b []byte) error {
	at, next := join(dir, name), join(dir, name+".new")
	if err := write(fs, next, b); err != nil {
		return err
	}
	if err := fs.Rename(next, at); err != nil {
		return err
	}
	return fs.SyncDir(dir)
}

func write(fs FS, name string, b []byte) (err error) {
	f, err := fs.Edit(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Truncate(0); err != nil {
		return err
	}
	if _, err := f.WriteAt(b, 0); err != nil {
		return err
	}
	return f.Sync()
}

func join(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "/" + name
}
