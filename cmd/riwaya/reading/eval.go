package reading

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
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

// EvalFlags declares the flags of `riwaya eval`. The function returned gathers them once they are parsed.
func EvalFlags() (*cli.Options, func() evalConfig) {
	o := cli.NewOptions("eval")
	ci := o.Set.Bool("ci", false, "print the 95 % interval of each F")
	detail := o.Set.Bool("detail", false, "print what was off in each article")
	asJSON := o.Set.Bool("json", false, "print the measures as JSON")
	corpus := o.Set.String("corpus", "", "look up articles that are kept elsewhere in `DIR`")
	file := o.Set.String("report", "", "write the report as Markdown to `FILE` too")
	var layers []string
	o.Set.Func("layers", "measure only these `LAYERS`: "+strings.Join(annotated.LayerNames(), ","), func(s string) error {
		layers = strings.Split(s, ",")
		for _, l := range layers {
			if !slices.Contains(annotated.LayerNames(), l) {
				return fmt.Errorf("no layer %q", l)
			}
		}
		return nil
	})
	lexicon := o.Lexicon()
	return o, func() evalConfig {
		return evalConfig{o.Args, *corpus, *lexicon, *file, layers, *asJSON, report.Show{Intervals: *ci, Detail: *detail}}
	}
}

// Eval holds what is read against what people annotated.
func Eval(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := EvalFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.dirs) != 1 {
		return o.Misuse(s, "one folder is wanted")
	}
	if _, err := os.Stat(c.dirs[0]); err != nil {
		return s.Fail(cli.FileError(c.dirs[0], err))
	}
	set, err := annotated.Load(c.dirs[0], c.corpus)
	if err != nil {
		return s.Fail(err)
	}
	if n := len(set.Skipped); n > 0 {
		fmt.Fprintf(s.Err, "riwaya: %d articles are not at hand, the first %s: %s\n", n, terminal.Plain(set.Skipped[0].Name), terminal.Plain(set.Skipped[0].Why))
	}
	if len(set.Docs) == 0 {
		return s.Fail(fmt.Errorf("%s: no annotated articles", c.dirs[0]))
	}
	reader, err := cli.OpenReader(c.lexicon)
	if err != nil {
		return s.Fail(err)
	}
	code := cli.OK
	r, err := c.score(ctx, reader, set.Docs)
	if ctx.Err() != nil {
		fmt.Fprintln(s.Err, "riwaya: interrupted")
		return cli.Interrupted
	}
	if err != nil {
		code = s.Fail(err)
	}
	var b bytes.Buffer
	if err := c.write(&b, r); err != nil {
		return s.Fail(err)
	}
	if _, err := s.Out.Write(b.Bytes()); err != nil {
		return s.Fail(fmt.Errorf("write: %w", err))
	}
	if c.report != "" {
		if err := c.writeReport(ctx, reader, set, r); err != nil {
			return s.Fail(err)
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
		return cli.FileError(c.report, err)
	}
	return nil
}
