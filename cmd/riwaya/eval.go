package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"riwaya"
	"riwaya/eval"
	"riwaya/internal/read"
	"riwaya/internal/show"
)

// evalConfig is what `riwaya eval` was asked for.
type evalConfig struct {
	dirs                    []string
	corpus, lexicon, report string
	json                    bool
	show                    eval.Show
}

func evalFlags() (*options, func() evalConfig) {
	o := newOptions("eval")
	ci := o.set.Bool("ci", false, "print the 95 % interval of each F")
	detail := o.set.Bool("detail", false, "print what was off in each article")
	asJSON := o.set.Bool("json", false, "print the measures as JSON")
	corpus := o.set.String("corpus", "", "look up articles that are kept elsewhere in `DIR`")
	report := o.set.String("report", "", "write the report as Markdown to `FILE` too")
	lexicon := o.lexicon()
	return o, func() evalConfig {
		return evalConfig{o.args, *corpus, *lexicon, *report, *asJSON, eval.Show{Intervals: *ci, Detail: *detail}}
	}
}

// runEval holds what is read against what people annotated.
func runEval(ctx context.Context, args []string, s streams) int {
	o, gather := evalFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.dirs) != 1 {
		return o.misuse(s, "one folder is wanted")
	}
	if _, err := os.Stat(c.dirs[0]); err != nil {
		return s.fail(fileError(c.dirs[0], err))
	}
	set, err := eval.Load(c.dirs[0], c.corpus)
	if err != nil {
		return s.fail(err)
	}
	if n := len(set.Skipped); n > 0 {
		fmt.Fprintf(s.Err, "riwaya: %d articles are not at hand, the first %s: %s\n", n, show.Plain(set.Skipped[0].Name), show.Plain(set.Skipped[0].Why))
	}
	if len(set.Docs) == 0 {
		return s.fail(fmt.Errorf("%s: no annotated articles", c.dirs[0]))
	}
	reader, err := openReader(c.lexicon)
	if err != nil {
		return s.fail(err)
	}
	code := ok
	r, err := eval.Score(set.Docs, func(d eval.Doc) ([]byte, error) { return predict(ctx, reader, d) })
	if ctx.Err() != nil {
		fmt.Fprintln(s.Err, "riwaya: interrupted")
		return interrupted
	}
	if err != nil {
		code = s.fail(err)
	}
	var b bytes.Buffer
	if err := c.write(&b, r); err != nil {
		return s.fail(err)
	}
	if _, err := s.Out.Write(b.Bytes()); err != nil {
		return s.fail(fmt.Errorf("write: %w", err))
	}
	if c.report != "" {
		if err := writeReport(c.report, r, reader.Lexicon.Version); err != nil {
			return s.fail(err)
		}
	}
	return code
}

// predict reads a document as `riwaya read` would.
func predict(ctx context.Context, reader *read.Reader, d eval.Doc) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := riwaya.Article{ID: riwaya.TextID(d.Text), Text: d.Text, Language: d.Language}
	a.Title, _, _ = strings.Cut(d.Text, "\n")
	if d.Published != "" {
		a.Published, a.PublishedPrecision, a.PublishedFrom = &d.Published, riwaya.PrecisionDay, riwaya.FromFlag
	}
	if d.Outlet != "" {
		a.Outlet = &d.Outlet
	}
	if d.URL != "" {
		a.URL = &d.URL
	}
	read.Language(&a)
	rec := reader.Read(a)
	return rec.MarshalJSON()
}

func (c evalConfig) write(w io.Writer, r eval.Report) error {
	if c.json {
		return r.WriteJSON(w, c.show)
	}
	if err := r.WriteText(w, c.show); err != nil {
		return err
	}
	return writeReliability(w, r)
}

// writeReliability prints, for each layer, how many findings of a confidence are right.
func writeReliability(w io.Writer, r eval.Report) error {
	var b strings.Builder
	for _, t := range r.Reliability {
		if t.Unstated == 0 && !predicts(t) {
			continue
		}
		fmt.Fprintf(&b, "\nreliability of %s\n", t.Layer)
		for _, bin := range t.Bins {
			if share, some := bin.Share(); some {
				fmt.Fprintf(&b, "%.1f-%.1f  predicted %4d  right %4d  share %.3f  mean confidence %.3f\n",
					bin.Low, bin.High, bin.Predicted, bin.Right, share, bin.Confidence)
			}
		}
		if t.Unstated > 0 {
			fmt.Fprintf(&b, "without a confidence: %d\n", t.Unstated)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func predicts(t eval.Reliability) bool {
	for _, b := range t.Bins {
		if b.Predicted > 0 {
			return true
		}
	}
	return false
}

// writeReport writes the report that a repository checks in.
func writeReport(path string, r eval.Report, lexicon string) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Lexicon %s. ", lexicon)
	if err := r.WriteMarkdown(&b); err != nil {
		return err
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return fileError(path, err)
	}
	return nil
}
