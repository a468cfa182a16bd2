package priority

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestEveryThread: none stays before others, those that come later either.
func TestEveryThread(t *testing.T) {
	Lower()
	wait := make(chan error)
	for range 8 { // some on threads of their own
		go func() {
			_, err := os.ReadFile("/proc/self/stat")
			wait <- err
		}()
	}
	for range 8 {
		if err := <-wait; err != nil {
			t.Skip(err)
		}
	}
	threads, err := os.ReadDir("/proc/self/task")
	if err != nil {
		t.Skip(err)
	}
	for _, thread := range threads {
		b, err := os.ReadFile("/proc/self/task/" + thread.Name() + "/stat")
		if err != nil {
			continue // it ended
		}
		// after the name in brackets: state, and 16 further on nice (proc(5): field 19)
		fields := strings.Fields(string(b)[strings.LastIndexByte(string(b), ')')+1:])
		if nice, err := strconv.Atoi(fields[16]); err != nil || nice < niceness {
			t.Errorf("thread %s has niceness %s: %v", thread.Name(), fields[16], err)
		}
	}
}
