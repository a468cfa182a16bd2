package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Half is a folder that is being made. It stands beside the place where it is to be, under a name
// of its own, so that nobody takes half of it for the whole.
type Half struct {
	System
	path string
	lock io.Closer
}

// lockName is a file in a half folder that tells one that is being made from one that was left.
const lockName = ".making"

// Begin begins a folder that is to stand at a path, where nothing may be. What an earlier try left
// behind is taken away; ErrLocked where another process is at it.
func Begin(path string) (h *Half, err error) {
	path = filepath.Clean(path)
	if err := nothing(path); err != nil {
		return nil, err
	}
	h = &Half{System: System{root: path + ".part"}, path: path}
	err = os.Mkdir(h.root, 0o700)
	if errors.Is(err, fs.ErrExist) {
		if _, e := os.Stat(filepath.Join(h.root, lockName)); e != nil { // none of ours: who knows what it is
			return nil, fmt.Errorf("%s: it is there already", h.root)
		}
		if h.lock, err = h.Lock(lockName); err != nil {
			return nil, err
		}
		if err = errors.Join(h.lock.Close(), os.RemoveAll(h.root)); err == nil {
			err = os.Mkdir(h.root, 0o700)
		}
	}
	if err == nil {
		h.lock, err = h.Lock(lockName)
	}
	if err != nil {
		return nil, err
	}
	return h, nil
}

func nothing(path string) error {
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return fmt.Errorf("%s: %w", path, fs.ErrExist)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return err
}

// Sweep takes away what Begin left in a folder of this machine, under names that begin so, when a
// process ended in the middle; but for what another is making just now.
func Sweep(dir, start string) error {
	left, err := filepath.Glob(filepath.Join(dir, start+"*.part"))
	if err != nil {
		return err
	}
	var errs []error
	for _, path := range left {
		lock, err := System{root: path}.Lock(lockName)
		switch {
		case errors.Is(err, ErrLocked):
			continue
		case err == nil:
			err = errors.Join(lock.Close(), os.RemoveAll(path))
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// Commit puts the folder in its place. What is in it must have been synced.
func (h *Half) Commit() error {
	if err := errors.Join(h.lock.Close(), h.Remove(lockName), h.SyncDir(".")); err != nil {
		return errors.Join(err, os.RemoveAll(h.root))
	}
	err := nothing(h.path)
	if err == nil {
		err = os.Rename(h.root, h.path)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(h.root))
	}
	return syncDir(filepath.Dir(h.path))
}

// Discard takes the half folder away.
func (h *Half) Discard() error { return errors.Join(h.lock.Close(), os.RemoveAll(h.root)) }
