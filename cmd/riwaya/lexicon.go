package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"riwaya/internal/coverage"
	"riwaya/internal/page"
	"riwaya/internal/question/track"
	"riwaya/internal/read"
	"riwaya/internal/show/terminal"
	"riwaya/lexicon"
)

// runLexicon checks the lexicon, measures its coverage, or prints what events it codes.
func runLexicon(ctx context.Context, args []string, s streams) int {
	o := newOptions("lexicon")
	if len(args) == 0 {
		return o.misuse(s, "check, coverage or events is missing")
	}
	switch args[0] {
	case "check":
		return runCheck(args[1:], s)
	case "coverage":
		return runCoverage(ctx, args[1:], s)
	case "events":
		return runEvents(args[1:], s)
	}
	if code, more := o.parse(args, s); !more {
		return code
	}
	return o.misuse(s, "neither check nor coverage nor events: "+strconv.Quote(args[0]))
}

// runCheck loads a lexicon and runs the examples of its rules. Failures are lines of
// the form file:line: message, which editors understand.
func runCheck(args []string, s streams) int {
	o := newOptions("lexicon check")
	if code, more := o.parse(args, s); !more {
		return code
	}
	if len(o.args) > 1 {
		return o.misuse(s, "more than one folder")
	}
	dir := strings.Join(o.args, "") // of the built-in lexicon, none
	reader, err := openReader(dir)
	if err != nil {
		for _, e := range parts(err) {
			fmt.Fprintln(s.Err, terminal.Plain(e.Error()))
		}
		return failed
	}
	c := reader.Check()
	if files, err := lexiconFiles(dir); err == nil {
		for _, err := range besideReading(files) {
			c.Failures = append(c.Failures, parts(err)...)
		}
	}
	for _, err := range c.Failures {
		fmt.Fprintln(s.Err, terminal.Plain(err.Error()))
	}
	fmt.Fprintf(s.Out, "%d rules, %d examples, %d failures\n", c.Rules, c.Examples, len(c.Failures))
	if len(c.Failures) > 0 {
		return failed
	}
	return ok
}

// besideReading are the errors of what stands in a lexicon beside what reading needs: stems, the words of
// questions and of chains, trackers.
func besideReading(files fs.FS) (out []error) {
	keep := func(err error) {
		if err != nil {
			out = append(out, err)
		}
	}
	_, err := lexicon.LoadStems(files)
	keep(err)
	_, err = lexicon.LoadQuestions(files)
	keep(err)
	_, err = lexicon.LoadTrace(files, "en")
	keep(err)
	names, err := fs.Glob(files, "trackers/*.txt")
	keep(err)
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err == nil {
			_, err = track.Parse(name, string(b))
		}
		keep(err)
	}
	return out
}

// parts are the errors that err joins, or err alone.
func parts(err error) []error {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		return joined.Unwrap()
	}
	return []error{err}
}

// coverageConfig is what `riwaya lexicon coverage` was asked for.
type coverageConfig struct {
	inputs  []string
	lexicon string
	jobs    int
	most    int
	bodies  string
}

func coverageFlags() (*options, func() coverageConfig) {
	o := newOptions("lexicon coverage")
	lexicon, jobs := o.lexicon(), o.jobs()
	most := o.set.Int("top", 30, "list the `N` most frequent verbs that are not known")
	bodies := o.set.String("bodies", "", "count the names of groups and bodies instead: those known by `NAME`, or also those read by grammar: name, any")
	return o, func() coverageConfig {
		return coverageConfig{o.args, *lexicon, max(*jobs, 1), max(*most, 0), *bodies}
	}
}

// runCoverage measures each input by itself: see package coverage for what is counted.
func runCoverage(ctx context.Context, args []string, s streams) int {
	o, gather := coverageFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.inputs) == 0 {
		return o.misuse(s, "no input; give files of articles")
	}
	reader, err := openReader(c.lexicon)
	if err != nil {
		return s.fail(err)
	}
	count, what := reader.Coverage(), "verb"
	switch c.bodies {
	case "":
	case "name", "any":
		count, what = reader.Bodies(c.bodies == "any"), "body"
	default:
		return o.misuse(s, "--bodies is neither name nor any: "+strconv.Quote(c.bodies))
	}
	code := ok
	for _, name := range c.inputs {
		t, err := c.count(ctx, name, s, count)
		if ctx.Err() != nil {
			fmt.Fprintln(s.Err, "riwaya: interrupted")
			return interrupted
		}
		if err != nil {
			code = failed
		}
		var b bytes.Buffer
		printTally(&b, name, what, &t, c.most)
		if _, err := s.Out.Write(b.Bytes()); err != nil {
			return s.fail(fmt.Errorf("write: %w", err))
		}
	}
	return code
}

// count measures one input. Articles that cannot be read are reported, and are the error.
func (c coverageConfig) count(ctx context.Context, name string, s streams, count func(string) coverage.Tally) (coverage.Tally, error) {
	type counted struct {
		tally coverage.Tally
		err   error
	}
	var total coverage.Tally
	var bad error
	for r := range inOrder(ctx, c.jobs, open(ctx, name, page.Options{}, s, web{}), func(in input) counted {
		if in.err != nil {
			return counted{err: in.err}
		}
		read.Language(&in.Article)
		if in.Article.Language != "ar" {
			return counted{}
		}
		return counted{tally: count(in.Article.Text)}
	}) {
		if r.err != nil {
			bad = r.err
			s.fail(r.err)
		}
		total.Add(&r.tally)
	}
	return total, bad
}

// printTally prints how much of a corpus is known, and what is met most that is not.
func printTally(b *bytes.Buffer, name, what string, t *coverage.Tally, most int) {
	share := "-"
	if x, some := t.Share(); some {
		share = fmt.Sprintf("%.2f %%", 100*x)
	}
	fmt.Fprintf(b, "%s: %d articles, %d occurrences, %d with a known %s: %s\n", terminal.Plain(name), t.Texts, t.Occurrences, t.Covered, what, share)
	for _, f := range t.Unknown(most) {
		fmt.Fprintf(b, "%6d  %s\n", f.N, terminal.Isolate(f.Text))
	}
}
