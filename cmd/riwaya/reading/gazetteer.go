package reading

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/gazetteer"
	"riwaya/internal/lang/ar"
	"riwaya/internal/page"
	"riwaya/internal/read"
	"riwaya/internal/show/terminal"
	"riwaya/internal/toponym"
)

// Gazetteer makes tables of places, or lists names that are common words.
func Gazetteer(ctx context.Context, args []string, s cli.Streams) int {
	o := cli.NewOptions("gazetteer")
	if len(args) == 0 {
		return o.Misuse(s, "import or common is missing")
	}
	switch args[0] {
	case "import":
		return runImport(args[1:], s)
	case "common":
		return runCommon(ctx, args[1:], s)
	}
	if code, more := o.Parse(args, s); !more {
		return code
	}
	return o.Misuse(s, "neither import nor common: "+strconv.Quote(args[0]))
}

// runCommon lists the names of places that are among the most frequent words of some
// articles and seldom stand behind a word such as "town": candidates for the section
// place-common of the lexicon.
func runCommon(ctx context.Context, args []string, s cli.Streams) int {
	o := cli.NewOptions("gazetteer common")
	top := o.Set.Int("top", 5000, "of the `N` most frequent words")
	share := o.Set.Float64("share", 0.02, "that stand behind such a word in less than this `SHARE` of places")
	dir := o.Lexicon()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	if len(o.Args) == 0 {
		return o.Misuse(s, "no input; give files of articles")
	}
	reader, err := cli.OpenReader(*dir)
	if err != nil {
		return s.Fail(err)
	}
	type count struct {
		n, noun int
		name    bool
	}
	words := map[string]*count{}
	for in := range cli.Articles(ctx, o.Args, page.Options{}, s, cli.Web{}) {
		if in.Err != nil {
			s.Fail(in.Err)
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
		return s.Fail(fmt.Errorf("write: %w", err))
	}
	return cli.OK
}

// runImport makes a table of places from what others publish: the dump of a country by
// GeoNames, a table of administrative divisions by OCHA.
func runImport(args []string, s cli.Streams) int {
	o := cli.NewOptions("gazetteer import")
	to := o.Set.String("o", "", "write the table to `FILE`")
	if code, more := o.Parse(args, s); !more {
		return code
	}
	switch {
	case len(o.Args) == 0:
		return o.Misuse(s, "no input; give files of GeoNames or OCHA")
	case *to == "":
		return o.Misuse(s, "-o FILE is missing")
	}
	var entries []gazetteer.Entry
	for _, name := range o.Args {
		e, err := importFile(name)
		if err != nil {
			return s.Fail(err)
		}
		fmt.Fprintf(s.Err, "%s: %d places with an Arabic name\n", terminal.Plain(name), len(e))
		entries = append(entries, e...)
	}
	if err := os.WriteFile(*to, []byte(gazetteer.Build(entries)), 0o644); err != nil {
		return s.Fail(cli.FileError(*to, err))
	}
	return cli.OK
}

// importFile reads one file; its first line says what it is.
func importFile(name string) ([]gazetteer.Entry, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, cli.FileError(name, err)
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
		return nil, cli.FileError(name, err)
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
