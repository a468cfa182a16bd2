package annotated

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// Gold is kept in four forms, the first three a JSON object for each text:
//
//	NAME.gold.json + NAME.txt   spans as code points over NAME.txt
//	NAME.ann.json  + NAME.txt   spans as words of NAME.txt (see build.go)
//	NAME.addr.json              spans as code points over an article that is kept
//	                            elsewhere, by its address (see address.go)
//	NAME.jsonl                  many short texts, one a line (see lines.go)
//
// Where the first two stand side by side they are one document, read from the
// first. Each may say "published", "outlet", "language", "half" and "stratum".
const (
	goldSuffix    = ".gold.json"
	annSuffix     = ".ann.json"
	addressSuffix = ".addr.json"
)

// Locked is the half of the gold that is only ever looked at as totals: its
// documents leave no log in a report.
const Locked = "locked"

// Doc is one annotated article.
type Doc struct {
	Name      string // the path below the folder that was loaded, without suffix
	Path      string // the text's file, empty where the article is kept elsewhere
	URL       string
	Text      string // line ends are \n, whatever the file has
	Published string // 2006-01-02, empty where it is not known
	Outlet    string
	Language  string
	Half      string
	Stratum   string
	Gold      Layers
}

// Set is what a folder of gold holds.
type Set struct {
	Docs    []Doc // by name
	Skipped []Skipped
}

// Skipped is a document whose article is not at hand.
type Skipped struct{ Name, Why string }

// Load reads all gold in a folder and its sub-folders. Articles that are kept
// elsewhere are looked up in the folder corpus, which may be "" or not be there:
// their documents are then skipped, and named. Wrong gold is an error that says
// where; the documents that are right come back all the same.
func Load(dir, corpus string) (Set, error) {
	var set Set
	var errs []error
	var addresses []address
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			return nil
		}
		switch name := nameOf(dir, path); {
		case strings.HasSuffix(path, annSuffix) && exists(strings.TrimSuffix(path, annSuffix)+goldSuffix):
		case strings.HasSuffix(path, goldSuffix), strings.HasSuffix(path, annSuffix):
			doc, err := loadDoc(name, path)
			if err != nil {
				errs = append(errs, fmt.Errorf("gold: %s: %w", path, err))
				break
			}
			set.Docs = append(set.Docs, doc)
		case strings.HasSuffix(path, addressSuffix):
			a, err := readAddress(name, path)
			if err != nil {
				errs = append(errs, fmt.Errorf("gold: %s: %w", path, err))
				break
			}
			addresses = append(addresses, a)
		case strings.HasSuffix(path, linesSuffix):
			docs, err := loadLines(strings.TrimSuffix(name, linesSuffix), path)
			if err != nil {
				errs = append(errs, fmt.Errorf("gold: %s: %w", path, err))
			}
			set.Docs = append(set.Docs, docs...)
		}
		return nil
	})
	if err != nil {
		return Set{}, fmt.Errorf("gold: %w", err)
	}
	errs = append(errs, set.resolve(addresses, corpus)...)
	slices.SortFunc(set.Docs, func(a, b Doc) int { return cmp.Compare(a.Name+goldSuffix, b.Name+goldSuffix) })
	for i := 1; i < len(set.Docs); i++ {
		if set.Docs[i].Name == set.Docs[i-1].Name {
			errs = append(errs, fmt.Errorf("gold: two documents are called %s", set.Docs[i].Name))
		}
	}
	return set, errors.Join(errs...)
}

func nameOf(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil {
		path = rel
	}
	path = filepath.ToSlash(path)
	for _, s := range []string{goldSuffix, annSuffix, addressSuffix} {
		path = strings.TrimSuffix(path, s)
	}
	return path
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// loadDoc reads one annotation and the text beside it.
func loadDoc(name, path string) (Doc, error) {
	f, err := readObject(path)
	if err != nil {
		return Doc{}, err
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(path, goldSuffix), annSuffix)
	text, err := readText(stem + ".txt")
	if err != nil {
		return Doc{}, err
	}
	if strings.HasSuffix(path, annSuffix) {
		if f, err = build(f, []rune(text)); err != nil {
			return Doc{}, err
		}
	}
	doc, err := newDoc(name, text, f)
	doc.Path = stem + ".txt"
	if doc.Outlet == "" && exists(stem+annSuffix) { // goldbuild.py leaves it out
		if ann, err := readObject(stem + annSuffix); err == nil {
			doc.Outlet = ann.str("outlet")
		}
	}
	return doc, err
}

// newDoc is a document of an annotation whose spans are code points.
func newDoc(name, text string, f fields) (Doc, error) {
	r := reader{text: []rune(text), gold: true}
	if err := checkGold(f, len(r.text)); err != nil {
		return Doc{}, err
	}
	return Doc{Name: name, Text: text, URL: f.str("url"), Published: f.str("published"), Outlet: f.str("outlet"),
		Language: f.str("language"), Half: f.str("half"), Stratum: f.str("stratum"), Gold: r.layers(f)}, nil
}

// anchors are the keys that must hold a span, by layer.
var anchors = map[string][]string{"claims": {"cue", "content"}, "figures": {"span"}, "times": {"span"},
	"places": {"span"}, "actors": {"span"}, "events": {"span"}, "positions": {"span"}, "credits": {"span"}}

// checkGold reports rows without an anchor and spans outside the text.
func checkGold(f fields, length int) error {
	for _, layer := range layerNames {
		if _, ok := f[layer]; ok && f.list(layer) == nil {
			return fmt.Errorf("%s: no list", layer)
		}
		for i, row := range f.rows(layer) {
			for _, key := range anchors[layer] {
				if len(parseSpans(row[key])) == 0 {
					return fmt.Errorf("%s[%d].%s: no span", layer, i, key)
				}
			}
			for _, key := range spanKeys {
				for _, s := range parseSpans(row[key]) {
					if s.start < 0 || s.start > s.end || s.end > length {
						return fmt.Errorf("%s[%d].%s: [%d, %d] is outside the text of %d", layer, i, key, s.start, s.end, length)
					}
				}
			}
		}
	}
	return nil
}

func readObject(path string) (fields, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var f fields
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, err
	}
	if f == nil {
		return nil, errors.New("no object")
	}
	return f, nil
}

// readText reads a text file as Python's open does: UTF-8, every line end \n.
func readText(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(b) {
		return "", fmt.Errorf("%s: not UTF-8", path)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(b)), nil
}
