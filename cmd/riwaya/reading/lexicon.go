package reading

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/coverage"
	"riwaya/internal/page"
	"riwaya/internal/question/track"
	"riwaya/internal/read"
	"riwaya/internal/show/terminal"
	"riwaya/lexicon"
)

// Lexicon checks the lexicon, measures its coverage, or prints what events it codes.
func Lexicon(ctx context.Context, args []string, s cli.Streams) int {
	o := cli.NewOptions("lexicon")
	if len(args) == 0 {
		return o.Misuse(s, "check, coverage or events is missing")
	}
	switch args[0] {
	case "check":
		return runCheck(args[1:], s)
	case "coverage":
		return runCoverage(ctx, args[1:], s)
	case "events":
		return runEvents(args[1:], s)
	}
	if code, more := o.Parse(args, s); !more {
		return code
	}
	return o.Misuse(s, "neither check nor coverage nor events: "+strconv.Quote(args[0]))
}

// runCheck loads a lexicon and runs the examples of its rules. Failures are lines of
// the form file:line: message, which editors understand.
func runCheck(args []string, s cli.Streams) int {
	o := cli.NewOptions("lexicon check")
	if code, more := o.Parse(args, s); !more {
		return code
	}
	if len(o.Args) > 1 {
		return o.Misuse(s, "more than one folder")
	}
	dir := strings.Join(o.Args, "") // of the built-in lexicon, none
	reader, err := cli.OpenReader(dir)
	if err != nil {
		for _, e := range parts(err) {
			fmt.Fprintln(s.Err, terminal.Plain(e.Error()))
		}
		return cli.Failed
	}
	c := reader.Check()
	if files, err := cli.LexiconFiles(dir); err == nil {
		for _, err := range besideReading(files) {
			c.Failures = append(c.Failures, parts(err)...)
		}
	}
	for _, err := range c.Failures {
		fmt.Fprintln(s.Err, terminal.Plain(err.Error()))
	}
	fmt.Fprintf(s.Out, "%d rules, %d examples, %d failures\n", c.Rules, c.Examples, len(c.Failures))
	if len(c.Failures) > 0 {
		return cli.Failed
	}
	return cli.OK
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

// CoverageFlags declares the flags of `riwaya lexicon coverage`. The function returned gathers them once they are parsed.
func CoverageFlags() (*cli.Options, func() coverageConfig) {
	o := cli.NewOptions("lexicon coverage")
	lexicon, jobs := o.Lexicon(), o.Jobs()
	most := o.Set.Int("top", 30, "list the `N` most frequent verbs that are not known")
	bodies := o.Set.String("bodies", "", "count the names of groups and bodies instead: those known by `NAME`, or also those read by grammar: name, any")
	return o, func() coverageConfig {
		return coverageConfig{o.Args, *lexicon, max(*jobs, 1), max(*most, 0), *bodies}
	}
}

// runCoverage measures each input by itself: see package coverage for what is counted.
func runCoverage(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := CoverageFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.inputs) == 0 {
		return o.Misuse(s, "no input; give files of articles")
	}
	reader, err := cli.OpenReader(c.lexicon)
	if err != nil {
		return s.Fail(err)
	}
	count, what := reader.Coverage(), "verb"
	switch c.bodies {
	case "":
	case "name", "any":
		count, what = reader.Bodies(c.bodies == "any"), "body"
	default:
		return o.Misuse(s, "--bodies is neither name nor any: "+strconv.Quote(c.bodies))
	}
	code := cli.OK
	for _, name := range c.inputs {
		t, err := c.count(ctx, name, s, count)
		if ctx.Err() != nil {
			fmt.Fprintln(s.Err, "riwaya: interrupted")
			return cli.Interrupted
		}
		if err != nil {
			code = cli.Failed
		}
		var b bytes.Buffer
		printTally(&b, name, what, &t, c.most)
		if _, err := s.Out.Write(b.Bytes()); err != nil {
			return s.Fail(fmt.Errorf("write: %w", err))
		}
	}
	return code
}

// count measures one input. Articles that cannot be read are reported, and are the error.
func (c coverageConfig) count(ctx context.Context, name string, s cli.Streams, count func(string) coverage.Tally) (coverage.Tally, error) {
	type counted struct {
		tally coverage.Tally
		err   error
	}
	var total coverage.Tally
	var bad error
	for r := range inOrder(ctx, c.jobs, cli.Open(ctx, name, page.Options{}, s, cli.Web{}), func(in cli.Input) counted {
		if in.Err != nil {
			return counted{err: in.Err}
		}
		read.Language(&in.Article)
		if in.Article.Language != "ar" {
			return counted{}
		}
		return counted{tally: count(in.Article.Text)}
	}) {
		if r.err != nil {
			bad = r.err
			s.Fail(r.err)
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
