package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"riwaya"
	"riwaya/eval"
	"riwaya/eval/annotated"
	"riwaya/eval/report"
	"riwaya/internal/read"
	"riwaya/internal/show/terminal"
)

// evalConfig is what `riwaya eval` was asked for.
type evalConfig struct {
	dirs                    []string
	corpus, lexicon, report string
	layers                  []string
	json                    bool
	show                    report.Show
}

func evalFlags() (*options, func() evalConfig) {
	o := newOptions("eval")
	ci := o.set.Bool("ci", false, "print the 95 % interval of each F")
	detail := o.set.Bool("detail", false, "print what was off in each article")
	asJSON := o.set.Bool("json", false, "print the measures as JSON")
	corpus := o.set.String("corpus", "", "look up articles that are kept elsewhere in `DIR`")
	file := o.set.String("report", "", "write the report as Markdown to `FILE` too")
	var layers []string
	o.set.Func("layers", "measure only these `LAYERS`: "+strings.Join(annotated.LayerNames(), ","), func(s string) error {
		layers = strings.Split(s, ",")
		for _, l := range layers {
			if !slices.Contains(annotated.LayerNames(), l) {
				return fmt.Errorf("no layer %q", l)
			}
		}
		return nil
	})
	lexicon := o.lexicon()
	return o, func() evalConfig {
		return evalConfig{o.args, *corpus, *lexicon, *file, layers, *asJSON, report.Show{Intervals: *ci, Detail: *detail}}
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
	set, err := annotated.Load(c.dirs[0], c.corpus)
	if err != nil {
		return s.fail(err)
	}
	if n := len(set.Skipped); n > 0 {
		fmt.Fprintf(s.Err, "riwaya: %d articles are not at hand, the first %s: %s\n", n, terminal.Plain(set.Skipped[0].Name), terminal.Plain(set.Skipped[0].Why))
	}
	if len(set.Docs) == 0 {
		return s.fail(fmt.Errorf("%s: no annotated articles", c.dirs[0]))
	}
	reader, err := openReader(c.lexicon)
	if err != nil {
		return s.fail(err)
	}
	code := ok
	r, err := c.score(ctx, reader, set.Docs)
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
		if err := c.writeReport(ctx, reader, set, r); err != nil {
			return s.fail(err)
		}
	}
	return code
}

func (c evalConfig) score(ctx context.Context, reader *read.Reader, docs []annotated.Doc) (report.Report, error) {
	r, err := eval.Score(docs, func(d annotated.Doc) ([]byte, error) { return predict(ctx, reader, d) })
	return r.Only(c.layers...), err
}

// predict reads a document as `riwaya read` would.
func predict(ctx context.Context, reader *read.Reader, d annotated.Doc) ([]byte, error) {
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

func (c evalConfig) write(w io.Writer, r report.Report) error {
	if c.json {
		return r.WriteJSON(w, c.show)
	}
	if err := r.WriteText(w, c.show); err != nil {
		return err
	}
	return r.WriteTables(w)
}

// writeReport writes the report that a repository checks in: everything, then each half
// of the gold by itself. Errors of reading were reported when all of it was scored.
func (c evalConfig) writeReport(ctx context.Context, reader *read.Reader, set annotated.Set, r report.Report) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Lexicon %s. ", reader.Lexicon.Version)
	if n := len(set.Skipped); n > 0 {
		fmt.Fprintf(&b, "%d documents were not at hand. ", n)
	}
	if err := r.WriteMarkdown(&b); err != nil {
		return err
	}
	for _, half := range []string{"open", annotated.Locked} {
		docs := slices.DeleteFunc(slices.Clone(set.Docs), func(d annotated.Doc) bool { return d.Half != half })
		if len(docs) == 0 {
			continue
		}
		part, _ := c.score(ctx, reader, docs)
		fmt.Fprintf(&b, "\n## The %s half\n\n", half)
		if err := part.WriteMeasures(&b); err != nil {
			return err
		}
	}
	if err := os.WriteFile(c.report, b.Bytes(), 0o644); err != nil {
		return fileError(c.report, err)
	}
	return nil
}
