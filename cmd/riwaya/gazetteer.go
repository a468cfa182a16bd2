package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"riwaya/internal/page"
	"riwaya/internal/read"
	"riwaya/internal/where"
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
		reader.Words(in.Article.Text, func(w where.Seen) {
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

func runImport(args []string, s streams) int { return ok }
