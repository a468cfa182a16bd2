package reviewing

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/export"
	"riwaya/internal/ledger"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/review/gold"
	"riwaya/internal/review/queue"
	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
)

// export writes reviewed articles as gold: NAME.gold.json with NAME.txt beside it, and in partial/
// what is decided in layers that are no gold, which riwaya eval does not read.
func (b *deciding) export(ctx context.Context, s cli.Streams) (err error) {
	log, err := b.log(ctx)
	if err != nil {
		return err
	}
	if err := os.Mkdir(b.out, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s: it is there already", b.out)
		}
		return cli.FileError(b.out, err)
	}
	whole := 0
	write := func(name string, data []byte) {
		if err == nil && data != nil {
			path := filepath.Join(b.out, name)
			if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
				err = os.WriteFile(path, data, 0o644)
			}
		}
	}
	for _, article := range log.Articles() {
		v, e := b.reviewed(ctx, article, log)
		if e != nil {
			fmt.Fprintf(s.Err, "riwaya: %s\n", terminal.Plain(e.Error()))
			continue
		}
		doc, e := gold.Of(v)
		if e != nil {
			fmt.Fprintf(s.Err, "riwaya: %s\n", terminal.Plain(e.Error()))
			continue
		}
		if doc.Gold != nil {
			whole++
			write(article+".gold.json", doc.Gold)
			write(article+".txt", []byte(doc.Text))
			fmt.Fprintf(s.Out, "%s: gold for %s, by %s\n", article, strings.Join(doc.Layers, ", "), strings.Join(doc.Who, ", "))
		}
		write(filepath.Join("partial", article+".partial.json"), doc.Partial)
		for _, n := range doc.Not {
			fmt.Fprintf(s.Out, "%s: %s are no gold: %s\n", article, n.Layer, n.Why)
		}
		if err != nil {
			return cli.FileError(b.out, err)
		}
	}
	fmt.Fprintf(s.Out, "%s in %s; they have the articles' texts, with every name in them\n", show.Many(whole, "article"), b.out)
	return nil
}

// jsonPage is a page of the queue for programs.
func jsonPage(p queue.Page) any {
	type reason struct {
		Kind   queue.Kind `json:"kind"`
		Weight int        `json:"weight"`
		queue.Reason
	}
	type item struct {
		Article string   `json:"article"`
		Finding string   `json:"finding"`
		Layer   string   `json:"layer"`
		Weight  int      `json:"weight"`
		Day     string   `json:"day"`
		Reasons []reason `json:"reasons"`
	}
	out := struct {
		Findings []item `json:"findings"`
		Count    int    `json:"count"`
		Next     string `json:"next"`
	}{[]item{}, p.Count, p.Next}
	for _, i := range p.Items {
		one := item{i.Article, i.Finding, i.Layer, i.Weight, i.Day, []reason{}}
		for _, r := range i.Reasons {
			one.Reasons = append(one.Reasons, reason{r.Kind, r.Weight, r})
		}
		out.Findings = append(out.Findings, one)
	}
	return out
}

// ReviewedIn says in words what was decided about findings of a ledger; nil where nothing was.
func ReviewedIn(ctx context.Context, store readings) (func(article, finding string) string, error) {
	all, err := store.Reviews(ctx)
	if err != nil {
		return nil, err
	}
	log := review.NewLog(all)
	articles := log.Articles()
	if len(articles) == 0 {
		return nil, nil
	}
	said := map[review.Ref]string{}
	const atOnce = 64
	for some := range slices.Chunk(articles, atOnce) {
		read, err := store.Readings(ctx, some, riwaya.Layers...)
		if err != nil {
			return nil, err
		}
		for i := range read {
			r := finding.Read(read[i].Article, "", &read[i].Read)
			for _, id := range log.Findings(r.Article) {
				if f, ok := review.Of(r, log, id); ok {
					said[f.Ref] = stateWords(&f)
				}
			}
		}
	}
	return func(article, id string) string {
		if words := said[review.Ref{Article: article, Finding: id}]; words != "" {
			return words
		}
		return export.Unreviewed
	}, nil
}

// readings are where articles and decisions are read.
type readings interface {
	Reviews(context.Context) ([]ledger.Review, error)
	Readings(ctx context.Context, ids []string, layers ...string) ([]ledger.Reading, error)
}
