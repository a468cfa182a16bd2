package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"riwaya/cmd/riwaya/cli"
)

// hundred is the size of the files here: 100 MB, written with a hole so that making them
// costs nothing.
const hundred = 100 << 20

func sparse(t *testing.T, name, head string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("reads 100 MB")
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(head), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, hundred); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLargeFilesAreRefused(t *testing.T) {
	for name, head := range map[string]string{"text.txt": "قال الوزير إن الطريق مغلق.\n", "page.html": "<html>", "lines.jsonl": `{"text": "`} {
		code, out, messages := call("", "read", sparse(t, name, head))
		if code != cli.Failed || out != "" || strings.Count(messages, "\n") != 1 || !strings.Contains(messages, "too large") {
			t.Errorf("%s: exit code %d, out %q, messages %q", name, code, out, messages)
		}
	}
}

// TestStreamsInBoundedMemory reads 100 MB of JSON lines from a pipe. What is held in the
// end must not have grown with what was read.
func TestStreamsInBoundedMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 100 MB")
	}
	line := []byte(`{"text": "` + strings.Repeat("كان اليوم هادئا في المدينة وعاد الناس إلى بيوتهم. ", 200) + `"}` + "\n")
	in, feed := io.Pipe()
	go func() {
		for n := 0; n < hundred; n += len(line) {
			if _, err := feed.Write(line); err != nil {
				return
			}
		}
		feed.Close()
	}()
	out := &weighed{}
	var messages bytes.Buffer
	if code := run(context.Background(), []string{"read", "-", "--format", "jsonl", "--jobs", "2"}, cli.Streams{In: in, Out: out, Err: &messages}); code != cli.OK {
		t.Fatalf("exit code %d: %s", code, messages.String())
	}
	if out.written < hundred/2 {
		t.Fatalf("wrote %d bytes", out.written)
	}
	const most = 200 << 20
	t.Logf("held %d MB at most", out.heap>>20)
	if out.heap == 0 || out.heap > most {
		t.Errorf("held %d MB while streaming", out.heap>>20)
	}
}

// weighed counts what is written and, now and then, what the program holds. It collects first:
// how much garbage stands about depends on what other tests left and on who else is busy.
type weighed struct {
	written, calls int
	heap           uint64
}

func (w *weighed) Write(b []byte) (int, error) {
	w.written += len(b)
	if w.calls++; w.calls%500 == 0 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.heap = max(w.heap, m.HeapAlloc)
	}
	return len(b), nil
}
