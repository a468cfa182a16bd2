//go:build unix

package disk

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// lock takes flock(2), which the kernel gives back when the process ends, however it ends.
func lock(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK):
			return ErrLocked
		default:
			return fmt.Errorf("lock: %w", err)
		}
	}
}

// Full reports whether an error says that there is no space left, on the disk or of what one may use.
func Full(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

// rename puts a file in the place of another, whoever has it open.
func rename(from, to string) error { return os.Rename(from, to) }

// syncDir waits until the names in a folder are on disk: a new file's name is the
// folder's content, and syncing the file alone does not keep it.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		err = nil // a file system that cannot sync folders, as some over a network
	}
	return errors.Join(err, d.Close())
}
