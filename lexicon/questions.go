package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Questions are the words of search/questions.txt by section: what a question in plain words
// is read by. The file's head says what its sections mean.
type Questions map[string][]Word

const questionsFile = "search/questions.txt"

// questionSections are the sections of the file; those with a key before each word first.
var questionSections = map[string]bool{"predicate": true, "group": true, "number": true, "times": true, "tens": true, "op": true,
	"idle": false, "with": false, "without": false, "several": false, "attacker": false}

// LoadQuestions reads search/questions.txt under root, or the one built in if root has none.
// All form errors are returned together, each as file:line: message.
func LoadQuestions(root fs.FS) (Questions, error) {
	b, err := fs.ReadFile(root, questionsFile)
	if errors.Is(err, fs.ErrNotExist) {
		b, err = fs.ReadFile(Embedded(), questionsFile)
	}
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	q := Questions{}
	var errs []error
	section, n := "", 0
	for line := range strings.Lines(string(b)) {
		n++
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		at := Position{questionsFile, n}
		if err := checkLine(line); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w: %s", at, err, line))
			continue
		}
		if in, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(in, "]")
			if _, ok := questionSections[section]; !ok {
				errs = append(errs, fmt.Errorf("%s: no section %q: %s", at, section, line))
			}
			continue
		}
		w := Word{Text: line, At: at}
		if questionSections[section] {
			k, word := keys(line, 1)
			if len(k) < 1 || word == "" {
				errs = append(errs, fmt.Errorf("%s: want KEY WORD under [%s]: %s", at, section, line))
				continue
			}
			w.Key, w.Text = k[0], word
		}
		q[section] = append(q[section], w)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return q, nil
}
