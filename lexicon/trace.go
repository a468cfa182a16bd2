package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// Trace is what comparing reports needs to know of languages, from trace/LANGUAGE.txt, and the
// words in which it says what it found, from trace/messages-LANGUAGE.txt; trace/ar.txt says what
// its sections mean. It is apart from the rest so that a change of it makes nothing be read
// again.
type Trace struct {
	Words    map[string][]Word // a section's name -> its words, of all languages
	Messages map[string]string // a key -> words with {0}, {1} … in them
}

// traceLanguages are those whose words are known.
var traceLanguages = [...]string{"ar", "en"}

// LoadTrace reads trace/ under root, or what is built in where root has none, with the messages
// of a language. All form errors are returned together, each as file:line: message.
func LoadTrace(root fs.FS, language string) (*Trace, error) {
	t := &Trace{Words: map[string][]Word{}, Messages: map[string]string{}}
	var errs []error
	for _, l := range traceLanguages {
		section := ""
		err := t.lines(root, "trace/"+l+".txt", func(at Position, line string) error {
			if err := checkLine(line); err != nil {
				return err
			}
			if in, ok := strings.CutPrefix(line, "["); ok {
				section = strings.TrimSuffix(in, "]")
				return nil
			}
			w := Word{Text: line, At: at}
			if section == "loaded" {
				if w.Key, w.Text, _ = strings.Cut(line, " "); !strings.Contains(w.Key, ":") || w.Text == "" {
					return errors.New("want SCALE:SENSE WORD")
				}
			}
			if section == "alike" || section == "domain" || section == "state" || section == "turn" || section == "called-otherwise" || section == "under" {
				if w.Key, w.Text, _ = strings.Cut(line, " "); w.Text == "" {
					return errors.New("want two words")
				}
			}
			if section == "" || strings.Contains(w.Text, " ") && section != "written-on" {
				return errors.New("want one word under a [section]")
			}
			t.Words[section] = append(t.Words[section], w)
			return nil
		})
		if err != nil {
			errs = append(errs, err)
		}
	}
	err := t.lines(root, "trace/messages-"+language+".txt", func(_ Position, line string) error {
		key, words, ok := strings.Cut(line, " ")
		if !ok || !utf8.ValidString(words) {
			return errors.New("want KEY WORDS")
		}
		if _, twice := t.Messages[key]; twice {
			return errors.New("this key stands twice")
		}
		t.Messages[key] = words
		return nil
	})
	if err != nil {
		errs = append(errs, err)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return t, nil
}

// lines calls see for every line of a file that is not empty or a comment.
func (t *Trace) lines(root fs.FS, name string, see func(Position, string) error) error {
	b, err := fs.ReadFile(root, name)
	if errors.Is(err, fs.ErrNotExist) {
		b, err = fs.ReadFile(Embedded(), name)
	}
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	var errs []error
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := see(Position{name, n}, line); err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w: %s", name, n, err, line))
		}
	}
	return errors.Join(errs...)
}
