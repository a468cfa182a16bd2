package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang/ar"
	"riwaya/internal/page"
	"riwaya/internal/read"
	"riwaya/internal/show/terminal"
	"riwaya/internal/toponym"
)

// runGazetteer makes tables of places, or lists names that are common words.
func runGazetteer(ctx context.Context, args []string, s streams) int {
	o := newOptions("gazetteer")
	if len(args) == 0 {
		return o.misuse(s, "import or common is missing")
	}
	switch args[0] {
	case "import":
		return runImport(args[1:], s)
	case "common":
		return runCommon(ctx, args[1:], s)
	}
	if code, more := o.parse(args, s); !more {
		return code
	}
	return o.misuse(s, "neither import nor common: "+strconv.Quote(args[0]))
}

// runCommon lists the names of places that are among the most frequent words of some
// articles and seldom stand behind a word such as "town": candidates for the section
// place-common of the lexicon.
func runCommon(ctx context.Context, args []string, s streams) int {
	o := newOptions("gazetteer common")
	top := o.set.Int("top", 5000, "of the `N` most frequent words")
	share := o.set.Float64("share", 0.02, "that stand behind such a word in less than this `SHARE` of places")
	dir := o.lexicon()
	if code, more := o.parse(args, s); !more {
		return code
	}
	if len(o.args) == 0 {
		return o.misuse(s, "no input; give files of articles")
	}
	reader, err := openReader(*dir)
	if err != nil {
		return s.fail(err)
	}
	type count struct {
		n, noun int
		name    bool
	}
	words := map[string]*count{}
	for in := range articles(ctx, o.args, page.Options{}, s, web{}) {
		if in.err != nil {
			s.fail(in.err)
			continue
		}
		if read.Language(&in.Article); in.Article.Language != "ar" {
			continue
		}
		reader.Words(in.Article.Text, func(w toponym.Seen) {
			c := words[w.Word]
			if c == nil {
				c = &count{name: w.Name}
				words[w.Word] = c
			}
			c.n++
			if w.Noun {
				c.noun++
			}
		})
	}
	var order []string
	for w := range words {
		order = append(order, w)
	}
	slices.SortFunc(order, func(a, b string) int { return cmp.Or(cmp.Compare(words[b].n, words[a].n), cmp.Compare(a, b)) })
	out := bufio.NewWriter(s.Out)
	for _, w := range order[:min(len(order), *top)] {
		if c := words[w]; c.name && float64(c.noun) < *share*float64(c.n) {
			fmt.Fprintf(out, "%s\t%d\t%d\n", w, c.n, c.noun)
		}
	}
	if err := out.Flush(); err != nil {
		return s.fail(fmt.Errorf("write: %w", err))
	}
	return ok
}

// runImport makes a table of places from what others publish: the dump of a country by
// GeoNames, a table of administrative divisions by OCHA.
func runImport(args []string, s streams) int {
	o := newOptions("gazetteer import")
	to := o.set.String("o", "", "write the table to `FILE`")
	if code, more := o.parse(args, s); !more {
		return code
	}
	switch {
	case len(o.args) == 0:
		return o.misuse(s, "no input; give files of GeoNames or OCHA")
	case *to == "":
		return o.misuse(s, "-o FILE is missing")
	}
	var entries []gazetteer.Entry
	for _, name := range o.args {
		e, err := importFile(name)
		if err != nil {
			return s.fail(err)
		}
		fmt.Fprintf(s.Err, "%s: %d places with an Arabic name\n", terminal.Plain(name), len(e))
		entries = append(entries, e...)
	}
	if err := os.WriteFile(*to, []byte(gazetteer.Build(entries)), 0o644); err != nil {
		return s.fail(fileError(*to, err))
	}
	return ok
}

// importFile reads one file; its first line says what it is.
func importFile(name string) ([]gazetteer.Entry, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fileError(name, err)
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 64<<10)
	head, err := r.Peek(4 << 10)
	if err != nil && len(head) == 0 {
		return nil, fmt.Errorf("%s: nothing to read", name)
	}
	first, _, _ := bytes.Cut(head, []byte("\n"))
	read := gazetteer.ReadDivisions
	if bytes.Count(first, []byte("\t")) >= 18 {
		read = gazetteer.ReadGeoNames
	}
	e, err := read(r, ar.PlaceName)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return e, nil
}

// openPlaces reads a table that import made.
func openPlaces(name string) (*gazetteer.Table, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, fileError(name, err)
	}
	t, err := gazetteer.Open(string(b))
	if err == nil {
		err = t.Check()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}
