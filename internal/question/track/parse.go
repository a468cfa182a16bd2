package track

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"riwaya/internal/count/predicate"
	"riwaya/internal/quantity"
)

// Tracker is what a file asks for.
type Tracker struct {
	Name       string
	Predicates []string
	Groups     []string // none: any
	By         string
	Keys       []string // none: all
	Scopes     []string // none: any
	Least      float64  // 0: any
	From, To   string   // days, "" where open
}

// What a table can be by.
const (
	ByOrigin  = "origin"
	ByCountry = "country"
	ByPlace   = "place"
	ByActor   = "actor"
	BySource  = "source"
)

var (
	bys    = []string{ByOrigin, ByCountry, ByPlace, ByActor, BySource}
	scopes = []string{"incident", "cumulative", "stock"}
	words  = []string{"tracker", "predicate", "group", "by", "keys", "scope", "least", "from", "to"}
)

// most is how many bytes a file of a tracker may have.
const most = 64 << 10

// Parse reads a tracker; file is its name for messages. All mistakes are returned together,
// each with file:line, the line, and what would mend it.
func Parse(file, text string) (*Tracker, error) {
	if len(text) > most {
		return nil, fmt.Errorf("%s: larger than %d KiB: a tracker is a few lines", file, most>>10)
	}
	t := &Tracker{}
	var errs []error
	seen := map[string]int{}
	n := 0
	for raw := range strings.Lines(text) {
		n++
		line, _, _ := strings.Cut(raw, "#")
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		word, rest := line, ""
		if i := strings.IndexAny(line, " \t"); i >= 0 {
			word, rest = line[:i], strings.TrimSpace(line[i:])
		}
		err := t.line(word, rest)
		if first, ok := seen[word]; ok && err == nil {
			err = fmt.Errorf("%s stands in line %d already: one line each, its values with commas", word, first)
		}
		seen[word] = n
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w\n\t%s", file, n, err, strings.ToValidUTF8(line, "\ufffd")))
		}
	}
	for _, w := range []string{"tracker", "predicate", "by"} {
		if _, ok := seen[w]; !ok {
			errs = append(errs, fmt.Errorf("%s:%d: no line %q; add one: %s", file, max(n, 1), w, example(w)))
		}
	}
	if t.From != "" && t.To != "" && t.From > t.To {
		errs = append(errs, fmt.Errorf("%s:%d: the table ends before it begins: from %s to %s", file, seen["to"], t.From, t.To))
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return t, nil
}

func example(word string) string {
	return map[string]string{"tracker": "tracker  refugees, by country", "predicate": "predicate  displaced", "by": "by  country"}[word]
}

// line takes one line.
func (t *Tracker) line(word, rest string) (err error) {
	if !slices.Contains(words, word) {
		return fmt.Errorf("no word %q; want one of %s", word, strings.Join(words, ", "))
	}
	if rest == "" {
		return fmt.Errorf("%s has no value", word)
	}
	switch word {
	case "tracker":
		t.Name = strings.ToValidUTF8(rest, "\ufffd")
	case "predicate":
		t.Predicates, err = list(word, rest, slices.DeleteFunc(predicate.All(), func(p string) bool { return p == "other" || p == "age" }))
	case "group":
		t.Groups, err = list(word, rest, quantity.Groups())
	case "by":
		var one []string
		if one, err = list(word, rest, bys); err == nil && len(one) != 1 {
			err = errors.New("a table is by one thing")
		} else if err == nil {
			t.By = one[0]
		}
	case "keys":
		t.Keys, err = list(word, rest, nil)
	case "scope":
		t.Scopes, err = list(word, rest, scopes)
	case "least":
		if t.Least, err = strconv.ParseFloat(rest, 64); err != nil || !(t.Least > 0 && t.Least < 1e15) {
			err = fmt.Errorf("least is a number above nought, in digits: least  20")
		}
	case "from":
		t.From, err = day(word, rest)
	case "to":
		t.To, err = day(word, rest)
	}
	return err
}

// list reads values between commas, each one of those there are.
func list(word, rest string, of []string) ([]string, error) {
	var out []string
	for v := range strings.SplitSeq(rest, ",") {
		v = strings.Join(strings.Fields(v), " ")
		switch {
		case v == "":
			return nil, fmt.Errorf("%s has an empty value between commas", word)
		case slices.Contains(out, v):
			return nil, fmt.Errorf("%s has %q twice", word, v)
		case of != nil && !slices.Contains(of, v):
			return nil, fmt.Errorf("no %s %q; want one of %s", word, v, strings.Join(of, ", "))
		}
		out = append(out, strings.ToValidUTF8(v, "\ufffd"))
	}
	return out, nil
}

func day(word, rest string) (string, error) {
	if _, err := time.Parse(time.DateOnly, rest); err != nil {
		return "", fmt.Errorf("%s is a day, year first: %s  2015-07-20", word, word)
	}
	return rest, nil
}
