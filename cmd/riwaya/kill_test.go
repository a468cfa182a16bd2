//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
)

// program is a command line of the program itself, in a process of its own: the test's
// binary, called as the scripts call it.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &exec.Cmd{Path: self, Args: append([]string{"riwaya"}, args...), Env: os.Environ()}
}

func succeed(t *testing.T, args ...string) string {
	t.Helper()
	out, err := program(t, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("riwaya %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// TestKill kills runs with SIGKILL, at any moment, and wants that whatever a run had
// printed as safe is there, that nothing is half there, and that the next run goes on.
// RIWAYA_KILLS says how often; RIWAYA_KILLS=200 takes some minutes.
func TestKill(t *testing.T) {
	kills := 6
	if n, err := strconv.Atoi(os.Getenv("RIWAYA_KILLS")); err == nil {
		kills = n
	}
	const articles = 3000
	dir := t.TempDir()
	input := filepath.Join(dir, "posts.jsonl")
	var b bytes.Buffer
	for n := range articles {
		fmt.Fprintf(&b, "{\"url\": \"https://outlet.example/%d\", \"text\": \"قال مدير المستشفى رقم %d إن عشرة جرحى وصلوا إلى حلب، وأضاف أن الطريق مغلق.\"}\n", n, n)
	}
	if err := os.WriteFile(input, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	killed, ledgers, safe := 0, 0, 0
	for killed < kills {
		at := filepath.Join(dir, fmt.Sprint("ledger", ledgers))
		ledgers++
		acknowledged := map[string]bool{}
		for killed < kills {
			done := run1(t, at, input, time.Duration(r.Intn(900))*time.Millisecond, killed%3 > 0, acknowledged)
			if done {
				break
			}
			killed++
			held(t, at, acknowledged, killed%5 == 0)
		}
		// What is left is read by a run that nobody stops.
		succeed(t, "add", "--ledger", at, input)
		held(t, at, acknowledged, true)
		safe += len(acknowledged)
		if out := succeed(t, "status", "--ledger", at); !strings.Contains(out, fmt.Sprintf("articles  %d, versions of %d reports", articles, articles)) {
			t.Fatalf("in the end:\n%s", out)
		}
	}
	t.Logf("%d kills, %d ledgers, %d acknowledged", killed, ledgers, safe)
}

// run1 starts an add and kills it after a while, counted from the start or, on a slow machine it
// might have done nothing else, from when something is acknowledged; it reports whether it came to
// its end before.
func run1(t *testing.T, at, input string, after time.Duration, first bool, acknowledged map[string]bool) bool {
	t.Helper()
	cmd := program(t, "add", "--list", "--ledger", at, input)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var messages bytes.Buffer
	cmd.Stderr = &messages
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	if first {
		timer.Stop()
	}
	for s := bufio.NewScanner(out); s.Scan(); {
		if first {
			first = false
			timer.Reset(after)
		}
		if id, _, ok := strings.Cut(s.Text(), "\t"); ok {
			acknowledged[id] = true
		}
	}
	err = cmd.Wait()
	timer.Stop()
	if err == nil {
		return true
	}
	if cmd.ProcessState.ExitCode() != -1 {
		t.Fatalf("it ended by itself: %v\n%s", err, messages.Bytes())
	}
	return false
}

// held wants everything acknowledged in the store, and, opened once, all as it was logged.
func held(t *testing.T, at string, acknowledged map[string]bool, verify bool) {
	t.Helper()
	path := filepath.Join(at, ledger.StoreName)
	if _, err := os.Stat(path); err != nil && len(acknowledged) == 0 {
		return // killed before there was a store
	}
	if _, err := os.Stat(filepath.Join(at, "log", "leaves")); err != nil && len(acknowledged) == 0 {
		return
	}
	if verify {
		succeed(t, "head", "--ledger", at)
		succeed(t, "verify", "--ledger", at)
	}
	if len(acknowledged) == 0 {
		return
	}
	s, err := sqlite.OpenRead(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for id := range acknowledged {
		if strings.HasPrefix(id, "cap-") {
			_, err = s.Capture(context.Background(), id)
		} else if v, e := s.ReadBy(context.Background(), id); e != nil || v == "" {
			err = fmt.Errorf("%s: acknowledged, and not there: %w", id, e)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
