package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Stems is what the search's stemmer may not cut, from search/stems.txt; the file's head
// says what its sections mean. It is apart from the rest so that a search need not load
// what reading needs.
type Stems struct {
	Begins, Whole, Feminine []string
	Alike                   [][]string // spellings of one word
	Version                 string     // eight hex digits of the file's SHA-256
}

const stemsFile = "search/stems.txt"

// LoadStems reads search/stems.txt under root, or the one built in if root has none. All
// form errors are returned together, each as file:line: message.
func LoadStems(root fs.FS) (*Stems, error) {
	b, err := fs.ReadFile(root, stemsFile)
	if errors.Is(err, fs.ErrNotExist) {
		b, err = fs.ReadFile(Embedded(), stemsFile)
	}
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	sum := sha256.Sum256(b)
	s := &Stems{Version: hex.EncodeToString(sum[:])[:8]}
	alike := map[string]int{} // a key -> its place in s.Alike
	var errs []error
	section, n := "", 0
	for line := range strings.Lines(string(b)) {
		n++
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := checkLine(line); err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w: %s", stemsFile, n, err, line))
			continue
		}
		if in, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(in, "]")
			continue
		}
		switch f := strings.Fields(line); {
		case section == "begins" && len(f) == 1:
			s.Begins = append(s.Begins, f[0])
		case section == "whole" && len(f) == 1:
			s.Whole = append(s.Whole, f[0])
		case section == "feminine" && len(f) == 1:
			s.Feminine = append(s.Feminine, f[0])
		case section == "alike" && len(f) == 2:
			i, ok := alike[f[0]]
			if !ok {
				i = len(s.Alike)
				alike[f[0]] = i
				s.Alike = append(s.Alike, nil)
			}
			s.Alike[i] = append(s.Alike[i], f[1])
		default:
			errs = append(errs, fmt.Errorf("%s:%d: want a word under [begins], [whole] or [feminine], or KEY WORD under [alike]: %s", stemsFile, n, line))
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return s, nil
}
