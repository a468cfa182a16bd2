package internal_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// longest is how many lines a Go file may have. There are no exceptions: what is longer
// has two subjects.
const longest = 400

func TestFilesAreShort(t *testing.T) {
	walk(t, func(path string, b []byte) {
		if n := bytes.Count(b, []byte("\n")); strings.HasSuffix(path, ".go") && n >= longest {
			t.Errorf("%s has %d lines", path, n)
		}
	})
}

// largest is how many lines a package may have without its tests.
const largest = 1500

// TestPackagesAreSmall has one exception: the package at the root, which is the words of the field, a type or two a file.
func TestPackagesAreSmall(t *testing.T) {
	lines := map[string]int{}
	walk(t, func(path string, b []byte) {
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			lines[filepath.Dir(path)] += bytes.Count(b, []byte("\n"))
		}
	})
	for dir, n := range lines {
		if n > largest && dir != ".." {
			t.Errorf("%s has %d lines: it has two subjects", dir, n)
		}
	}
}

// sources are the kinds of file that people read and write here.
var sources = []string{".go", ".md", ".txt", ".rules", ".json", ".jsonl", ".mod", ".sh", ".yml", ".txtar", "Makefile", "run", "NOTICE", "LICENSE"}

// mayTurn are files that hold controls of direction on purpose: what is shown to a
// terminal, and texts that have them because articles do.
var mayTurn = []string{"internal/show/testdata/", "cmd/riwaya/testdata/", "eval/gold/", "testdata/fuzz/"}

// TestSourcesAreWhatTheyShow refuses controls of direction in sources: with them a line
// can show one thing and say another (CVE-2021-42574). Go writes them as escapes.
func TestSourcesAreWhatTheyShow(t *testing.T) {
	walk(t, func(path string, b []byte) {
		if slices.ContainsFunc(mayTurn, func(dir string) bool { return strings.Contains(path, dir) }) {
			return
		}
		if !utf8.Valid(b) {
			t.Errorf("%s: broken UTF-8", path)
		}
		for n, line := range strings.Split(string(b), "\n") {
			for _, r := range line {
				if unicode.Is(unicode.Bidi_Control, r) || r == 0xfeff {
					t.Errorf("%s:%d: U+%04X", path, n+1, r)
				}
			}
		}
	})
}

// walk calls see for every source file of the tree.
func walk(t *testing.T, see func(path string, b []byte)) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "node_modules" || e.Name() == "artifacts"): // of the browser tests
			return fs.SkipDir
		case e.IsDir() && strings.HasPrefix(e.Name(), ".") && len(e.Name()) > 2 && e.Name() != ".ci":
			return fs.SkipDir
		case e.IsDir() || !slices.ContainsFunc(sources, func(s string) bool { return strings.HasSuffix(path, s) }):
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		see(filepath.ToSlash(path), b)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
