package annotated

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A NAME.addr.json is gold over an article whose words may not be copied:
//
//	{"corpus": "news.jsonl.gz", "url": "…", "sha256": "…", "half": "open", "stratum": "…",
//	 "claims": [{"cue": {"spans": [[0, 3]]}, …}, …], …}
//
// corpus is a file of the corpus folder, with one article a line: {"url", "title",
// "text", …}. sha256 is of the annotated text in UTF-8: the article's text, or its
// title, a line end and its text, or that and a line end more. The digest decides; an
// article without a URL is found by it alone.
type address struct {
	name, corpus, url, sum string
	fields                 fields
}

func readAddress(name, path string) (address, error) {
	f, err := readObject(path)
	if err != nil {
		return address{}, err
	}
	a := address{name, f.str("corpus"), f.str("url"), strings.ToLower(strings.TrimPrefix(f.str("sha256"), "sha256:")), f}
	if a.corpus == "" || len(a.sum) != 2*sha256.Size {
		return address{}, errors.New(`needs "corpus" and "sha256"`)
	}
	return a, nil
}

// resolve adds the documents whose articles are in the corpus folder, and names
// those that are not.
func (set *Set) resolve(addresses []address, corpus string) []error {
	var errs []error
	byFile := map[string][]address{}
	var files []string
	for _, a := range addresses {
		file := corpusFile(corpus, a.corpus)
		if file == "" {
			set.Skipped = append(set.Skipped, Skipped{a.name, "no corpus " + a.corpus})
			continue
		}
		if byFile[file] == nil {
			files = append(files, file)
		}
		byFile[file] = append(byFile[file], a)
	}
	for _, file := range files {
		texts, err := findArticles(file, byFile[file])
		if err != nil {
			errs = append(errs, fmt.Errorf("gold: corpus %s: %w", file, err))
			continue
		}
		for _, a := range byFile[file] {
			text, ok := texts[a.sum]
			if !ok {
				set.Skipped = append(set.Skipped, Skipped{a.name, "its text is not in " + a.corpus})
				continue
			}
			doc, err := newDoc(a.name, text, a.fields)
			if err != nil {
				errs = append(errs, fmt.Errorf("gold: %s: %w", a.name, err))
				continue
			}
			set.Docs = append(set.Docs, doc)
		}
	}
	return errs
}

// corpusFile is where a corpus is, "" where it is not: its hint is a path below the
// folder, or a path from elsewhere that ends in the file's name.
func corpusFile(dir, hint string) string {
	if dir == "" {
		return ""
	}
	for _, p := range []string{filepath.FromSlash(hint), filepath.Base(filepath.FromSlash(hint))} {
		if file := filepath.Join(dir, p); filepath.IsLocal(p) && exists(file) {
			return file
		}
	}
	return ""
}

// findArticles reads a corpus once and returns the texts that are wanted, by digest.
func findArticles(file string, wanted []address) (map[string]string, error) {
	sums, urls, everywhere := map[string]bool{}, map[string]bool{}, false
	for _, a := range wanted {
		sums[a.sum], urls[a.url] = true, true
		everywhere = everywhere || a.url == ""
	}
	out := map[string]string{}
	return out, eachLine(file, func(line []byte) error {
		var row struct{ URL, Title, Text string }
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		if !everywhere && !urls[row.URL] {
			return nil
		}
		for _, text := range []string{row.Text, row.Title + "\n" + row.Text, row.Title + "\n" + row.Text + "\n"} {
			sum := sha256.Sum256([]byte(text))
			if s := hex.EncodeToString(sum[:]); sums[s] {
				out[s] = text
			}
		}
		return nil
	})
}

// eachLine calls do for each line of a file that may be compressed.
func eachLine(file string, do func([]byte) error) (err error) {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var in io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	lines := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := do(line); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
}
