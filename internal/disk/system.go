package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// System is a folder of this machine.
type System struct{ root string }

// Folder is the folder at a path of this machine, made where it is not there. Only its
// owner can open what is made in it: evidence names people. (Windows has no such bits: there a
// file is open to whom the folder above it is.)
func Folder(path string) (System, error) {
	s := System{root: path}
	if i, err := os.Stat(path); err == nil && !i.IsDir() {
		return s, fmt.Errorf("%s: a file, not a folder", path)
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return s, err
	}
	return s, syncDir(filepath.Dir(path))
}

// Existing is the folder at a path, an error that wraps fs.ErrNotExist where none is.
func Existing(path string) (System, error) {
	i, err := os.Stat(path)
	if err == nil && !i.IsDir() {
		err = fmt.Errorf("%s: a file, not a folder", path)
	}
	return System{root: path}, err
}

// Path is where a file of the folder stands on this machine.
func (s System) Path(name string) (string, error) {
	if name == "." {
		return s.root, nil
	}
	local, err := filepath.Localize(name) // refuses "..", and on Windows names of devices
	if err != nil {
		return "", fmt.Errorf("%q: %w", name, ErrName)
	}
	return filepath.Join(s.root, local), nil
}

// Open opens a file for reading.
func (s System) Open(name string) (File, error) { return s.open(name, os.O_RDONLY) }

// Edit opens a file for reading and writing.
func (s System) Edit(name string) (File, error) { return s.open(name, os.O_RDWR|os.O_CREATE) }

func (s System) open(name string, flag int) (File, error) {
	path, err := s.Path(name)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, flag, 0o600)
	if err != nil {
		return nil, err
	}
	return file{f}, nil
}

// List is the names of the files of a folder.
func (s System) List(dir string) ([]string, error) {
	path, err := s.Path(dir)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out, err
}

// MakeDir makes a folder.
func (s System) MakeDir(dir string) error {
	path, err := s.Path(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// Rename puts a file in the place of another.
func (s System) Rename(from, to string) error {
	a, err := s.Path(from)
	if err != nil {
		return err
	}
	b, err := s.Path(to)
	if err != nil {
		return err
	}
	return rename(a, b)
}

// Remove takes a file away.
func (s System) Remove(name string) error {
	path, err := s.Path(name)
	if err != nil {
		return err
	}
	return os.Remove(path)
}

// SyncDir waits until the names in a folder are on disk.
func (s System) SyncDir(dir string) error {
	path, err := s.Path(dir)
	if err != nil {
		return err
	}
	return syncDir(path)
}

// Lock takes the lock of a file.
func (s System) Lock(name string) (io.Closer, error) {
	path, err := s.Path(name)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lock(f); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", s.root, err), f.Close())
	}
	return f, nil // closing gives the lock back
}

// file is an *os.File; its Sync asks the drive as well, on macOS too.
type file struct{ *os.File }

func (f file) Size() (int64, error) {
	i, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return i.Size(), nil
}
