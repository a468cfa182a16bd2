package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// A known.txt lists cases that fail and are known to. It is a promise to look again:
// the list fails when a case starts to pass. One case a line, its name without
// spaces, then why it fails; empty lines and lines that begin with # are skipped.
//
//	ar07-nested   two quotations inside one another

// Known is a list of known failures.
type Known struct {
	path  string
	cases map[string]int // name: line
}

// LoadKnown reads a list from a file. A list that is not there is empty.
func LoadKnown(path string) (Known, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return Known{path: path}, nil
	}
	if err != nil {
		return Known{}, fmt.Errorf("known: %w", err)
	}
	k, err := ParseKnown(path, f)
	return k, errors.Join(err, f.Close())
}

// ParseKnown reads a list; path is what errors call it.
func ParseKnown(path string, in io.Reader) (Known, error) {
	k := Known{path: path, cases: map[string]int{}}
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		words := strings.Fields(line)
		if len(words) < 2 {
			return Known{}, fmt.Errorf("%s:%d: %s: say why it fails", path, n, words[0])
		}
		if first, twice := k.cases[words[0]]; twice {
			return Known{}, fmt.Errorf("%s:%d: %s stands in line %d already", path, n, words[0], first)
		}
		k.cases[words[0]] = n
	}
	if err := lines.Err(); err != nil {
		return Known{}, fmt.Errorf("%s: %w", path, err)
	}
	return k, nil
}

// Judge holds the list against which cases passed, and returns what is wrong, cases
// in order: a case that fails and is not listed, a listed case that passes now, and a
// listed case that was not run.
func (k Known) Judge(passed map[string]bool) []error {
	var out []error
	for _, name := range slices.Sorted(maps.Keys(passed)) {
		switch line, known := k.cases[name]; {
		case passed[name] && known:
			out = append(out, fmt.Errorf("%s:%d: %s passes now: take it off the list", k.path, line, name))
		case !passed[name] && !known:
			out = append(out, fmt.Errorf("%s fails and is not in %s", name, k.path))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(k.cases)) {
		if _, run := passed[name]; !run {
			out = append(out, fmt.Errorf("%s:%d: there is no case %s", k.path, k.cases[name], name))
		}
	}
	return out
}
