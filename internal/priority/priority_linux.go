package priority

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// niceness is that of nice(1) where none is stated: a tenth of the share of who has 0.
const niceness = 10

// lower goes through the threads: on Linux a priority is one thread's, and a new thread has that of the one
// that made it. What one of them made meanwhile is met at the second go.
func lower() {
	for range 2 {
		threads, err := os.ReadDir("/proc/self/task")
		if err != nil {
			return
		}
		for _, t := range threads {
			if id, err := strconv.Atoi(t.Name()); err == nil {
				_ = unix.Setpriority(unix.PRIO_PROCESS, id, niceness) // it ended meanwhile, or may not
			}
		}
	}
}
