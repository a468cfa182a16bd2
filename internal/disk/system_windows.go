package disk

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lock takes LockFileEx, which Windows gives back when the process ends.
func lock(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return ErrLocked
	}
	return fmt.Errorf("lock: %w", err)
}

// Full reports whether an error says that there is no space left, on the disk or of what one may use.
func Full(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// rename puts a file in the place of another. While somebody reads the other, or a scanner of
// viruses looks at either, Windows refuses; both are soon over.
func rename(from, to string) error {
	const tries, pause = 40, 50 // milliseconds
	for n := 1; ; n++ {
		err := os.Rename(from, to)
		if n == tries || !errors.Is(err, windows.ERROR_SHARING_VIOLATION) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		windows.SleepEx(pause, false)
	}
}

// syncDir does nothing: Windows opens no folder for writing, and NTFS keeps names in its
// own journal.
func syncDir(string) error { return nil }
