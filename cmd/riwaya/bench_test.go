//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/taking"
)

// The benchmarks here run the program itself, as it is shipped, on one core: how long it
// takes from its start, and how much memory at most.

// BenchmarkCold reads one short article by a process of its own.
func BenchmarkCold(b *testing.B) {
	program := build(b)
	peak, wall, n := int64(0), time.Duration(0), 0
	for b.Loop() {
		took, memory := measure(b, program, "read", "--format", "json", "../../examples/article.txt")
		peak, wall, n = max(peak, memory), wall+took, n+1
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(wall.Milliseconds())/float64(n), "ms")
	b.ReportMetric(float64(peak)/1e6, "MB-peak")
}

// BenchmarkStream reads the corpus, where it is there, as JSON lines into JSON lines.
func BenchmarkStream(b *testing.B) {
	files, err := filepath.Glob("../../../shared/corpus/saudi*.jsonl.gz")
	if err != nil || len(files) == 0 {
		b.Skip("no corpus")
	}
	program := build(b)
	articles := count(b, program, files[0])
	peak, wall, n := int64(0), time.Duration(0), 0
	for b.Loop() {
		took, memory := measure(b, program, "read", "--format", "jsonl", files[0])
		peak, wall, n = max(peak, memory), wall+took, n+1
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(articles*n)/wall.Seconds(), "articles/s")
	b.ReportMetric(float64(peak)/1e6, "MB-peak")
}

// BenchmarkAdd takes the corpus, where it is there, into a ledger, on as many cores as there are,
// and once more.
func BenchmarkAdd(b *testing.B) {
	files, err := filepath.Glob("../../../shared/corpus/saudi*.jsonl.gz")
	if err != nil || len(files) == 0 {
		b.Skip("no corpus")
	}
	program := build(b)
	for b.Loop() {
		dir := filepath.Join(b.TempDir(), "ledger")
		took, memory, cpu := timed(b, program, nil, "add", "--ledger", dir, files[0])
		again, _, _ := timed(b, program, nil, "add", "--ledger", dir, files[0])
		b.ReportMetric(took.Seconds(), "s")
		b.ReportMetric(cpu.Seconds(), "s-cpu")
		b.ReportMetric(again.Seconds(), "s-again")
		b.ReportMetric(float64(memory)/1e6, "MB-peak")
		b.ReportMetric(float64(taking.Size([]string{dir}))/1e6, "MB-ledger")
	}
	b.ReportMetric(0, "ns/op")
}

func build(b *testing.B) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "riwaya")
	cmd := exec.Command("go", "build", "-trimpath", "-o", program, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

// measure runs the program once: the time on the clock, and the most memory resident.
func measure(b *testing.B, program string, args ...string) (time.Duration, int64) {
	b.Helper()
	took, memory, _ := timed(b, program, []string{"GOMAXPROCS=1"}, args...)
	return took, memory
}

// timed is the same, with the time on all cores, in an environment with more in it.
func timed(b *testing.B, program string, env []string, args ...string) (took time.Duration, memory int64, cpu time.Duration) {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout = io.Discard
	var messages bytes.Buffer
	cmd.Stderr = &messages
	begin := time.Now()
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != cli.Failed {
		b.Fatalf("%v\n%s", err, messages.Bytes())
	}
	took = time.Since(begin)
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		memory = int64(u.Maxrss)
		if runtime.GOOS != "darwin" { // there in bytes, elsewhere in KiB
			memory <<= 10
		}
	}
	return took, memory, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// count is how many articles a file has. What the program writes is counted and not kept:
// the most memory that the system reports of a process is at least what its parent had.
func count(b *testing.B, program, file string) int {
	b.Helper()
	var lines newlines
	cmd := exec.Command(program, "read", "--format", "jsonl", file)
	cmd.Stdout = &lines
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != cli.Failed {
		b.Fatal(err)
	}
	return int(lines)
}

// newlines counts the lines written to it.
type newlines int

func (n *newlines) Write(p []byte) (int, error) {
	*n += newlines(bytes.Count(p, []byte("\n")))
	return len(p), nil
}
