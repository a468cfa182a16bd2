package growtest

import (
	"time"

	"golang.org/x/sys/unix"
)

// Spent is what this thread had of the processor.
func Spent() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}
