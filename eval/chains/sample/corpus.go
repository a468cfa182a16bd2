package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya/internal/lang/ar/letters"
)

// The days whose pages may be drawn, by when they were fetched; later days are held back.
const firstDay, lastDay = "2015-07-21", "2015-07-25"

// Lengths of articles that are drawn, in code points: what can be labelled with care.
const shortest, longest = 250, 2600

// article is one page of the corpus that may be drawn.
type article struct {
	URL, Outlet, Title, Author, Seen, Text string

	whole    string   // title, a line end, text: what gold addresses count in
	words    []string // folded, of title and text
	shingles map[uint64]bool
	vector   map[int]float64 // of weighted words, length 1
	quotes   []string        // folded runs in quotation marks
	kinds    map[string]int  // how many words of each kind stand in it
	head     map[string]int  // the same for its title
	places   map[string]bool
	story    int // number of its cluster
}

func (a *article) day() string { return a.Seen[:10] }

// sum is the SHA-256 of the whole text, in hex.
func (a *article) sum() string {
	s := sha256.Sum256([]byte(a.whole))
	return hex.EncodeToString(s[:])
}

// words of a kind, folded.
type words map[string]map[string]bool

func readWords(path string) (words, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	w := words{}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		kind, word, ok := strings.Cut(line, " ")
		if !ok {
			return nil, fmt.Errorf("%s:%d: wants a kind and a word", path, n+1)
		}
		if w[kind] == nil {
			w[kind] = map[string]bool{}
		}
		w[kind][bare(letters.FoldString(word))] = true
	}
	return w, nil
}

// bare takes off what is commonly glued on in front, so far as a word remains.
func bare(w string) string {
	r := []rune(w)
	if len(r) > 4 && (r[0] == 0x648 || r[0] == 0x641) {
		r = r[1:]
	}
	if len(r) > 4 && r[0] == 0x644 && r[1] == 0x644 {
		return string(r[2:])
	}
	if len(r) > 4 && (r[0] == 0x628 || r[0] == 0x643) && r[1] == 0x627 && r[2] == 0x644 {
		r = r[1:]
	}
	if len(r) > 4 && r[0] == 0x627 && r[1] == 0x644 {
		return string(r[2:])
	}
	if len(r) > 3 && (r[0] == 0x628 || r[0] == 0x644) {
		return string(r[1:])
	}
	return string(r)
}

type corpus struct {
	words    words
	articles []*article
	pairs    []pair
	seed     uint64
}

func readCorpus(path string, w words, most int) (*corpus, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	c := &corpus{words: w}
	same := map[string]bool{}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		a := &article{}
		if err := json.Unmarshal(s.Bytes(), a); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		a.whole = a.Title + "\n" + a.Text
		n := utf8.RuneCountInString(a.whole)
		if len(a.Seen) < 10 || a.day() < firstDay || a.day() > lastDay || n < shortest || n > most || !clean(a) {
			continue
		}
		a.words = split(a.whole)
		key := strings.Join(split(a.Text), " ")
		if same[key] {
			continue // the same text again is a version or a mirror, not a pair to label
		}
		same[key] = true
		c.look(a)
		c.articles = append(c.articles, a)
	}
	return c, s.Err()
}

// clean reports whether the page's text is kept as it stands by whoever stores it: then
// digests and positions agree.
func clean(a *article) bool {
	if a.Title == "" || a.Title != strings.Join(strings.Fields(a.Title), " ") || a.Text != strings.TrimSpace(a.Text) {
		return false
	}
	return !strings.ContainsFunc(a.Title, func(r rune) bool { return unicode.Is(unicode.Cf, r) }) && !strings.Contains(a.whole, "\r")
}

func split(s string) []string {
	fields := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != 0x640
	})
	out := fields[:0]
	for _, f := range fields {
		if f = letters.FoldString(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// look finds what of the article the strata ask for.
func (c *corpus) look(a *article) {
	a.shingles = shingles(a.words, 5)
	a.kinds, a.head, a.places = map[string]int{}, map[string]int{}, map[string]bool{}
	title := len(split(a.Title))
	for i, w := range a.words {
		b := bare(w)
		for kind, set := range c.words {
			if !set[b] {
				continue
			}
			a.kinds[kind]++
			if i < title {
				a.head[kind]++
			}
			if kind == "place" && i < title+40 {
				a.places[b] = true
			}
		}
	}
	a.quotes = quoted(a.whole)
}

func shingles(words []string, n int) map[uint64]bool {
	set := map[uint64]bool{}
	for i := 0; i+n <= len(words); i++ {
		set[hash(words[i:i+n])] = true
	}
	return set
}

func hash(words []string) uint64 {
	h := fnv.New64a()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// quoted are the runs of six words or more in quotation marks.
func quoted(s string) []string {
	var out []string
	start := -1
	for i, r := range s {
		switch r {
		case '"', 0x201c, 0x201d, 0xab, 0xbb, 0x201e:
			if start >= 0 {
				if w := split(s[start:i]); len(w) >= 6 && len(w) <= 60 {
					out = append(out, strings.Join(w, " "))
				}
			}
			start = i + utf8.RuneLen(r)
		case '\n':
			start = -1
		}
	}
	return out
}
