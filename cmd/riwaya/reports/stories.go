package reports

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/question/table"
	"riwaya/internal/review"
	"riwaya/internal/ruling"
	"riwaya/internal/telling"
	"riwaya/internal/tracing"
)

// Stories lists stories.
func Stories(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := StoriesFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) > 0 {
		return o.Misuse(s, "no argument is wanted; `riwaya story ID` shows one story")
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		all, count, err := l.Found.Stories(ctx, across.Asked{From: c.from, To: c.to, Reports: c.reports, Outlets: c.outlets, Limit: c.limit, Skip: c.skip})
		if err != nil {
			return err
		}
		items, err := itemsOf(ctx, l, all)
		if err != nil {
			return err
		}
		if c.format == "json" {
			return cli.Encode(s.Out, struct {
				Stories []telling.Item `json:"stories"`
				Count   int            `json:"count"`
			}{items, count})
		}
		return telling.Stories(s.Out, items, count, cli.View(s.Out, false, false))
	}))
}

// itemsOf are stories as they are listed, each made by one processor.
func itemsOf(ctx context.Context, l *opening.Looking, all []riwaya.Story) ([]telling.Item, error) {
	items := make([]telling.Item, len(all))
	err := matter.Each(ctx, len(all), l.NewMaker, func(maker *matter.Maker, i int) error {
		m, err := maker.Of(ctx, all[i])
		if err == nil {
			items[i] = telling.ItemOf(m)
		}
		return err
	})
	return items, err
}

// Story shows a story, or has a person's decision hold for it.
func Story(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := StoryFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) == 0:
		return o.Misuse(s, "give the ID of a story, as `riwaya stories` prints it")
	case c.args[0] == "merge" || c.args[0] == "split" || c.args[0] == "undo" || c.args[0] == "decisions":
		return decide(ctx, o, c, s)
	case len(c.args) > 1:
		return o.Misuse(s, "give one ID; or merge, split or undo, and what")
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		make := l.NewMaker()
		id := c.args[0]
		if strings.Contains(id, "://") {
			var err error
			if id, err = tracing.Article(ctx, l.Store, id); err != nil {
				return err
			}
		}
		m, err := make.Story(ctx, id)
		if err != nil {
			return err
		}
		if c.format == "json" {
			v, err := telling.StoryJSON(m)
			return errors.Join(err, cli.Encode(s.Out, v))
		}
		return telling.Story(s.Out, m, cli.View(s.Out, false, false))
	}))
}

// decide enters what a person decided about stories into the ledger.
func decide(ctx context.Context, o *cli.Options, c acrossConfig, s cli.Streams) int {
	verdict, rest := c.args[0], c.args[1:]
	leaf := int64(0)
	switch {
	case verdict == "decisions" && len(rest) > 0:
		return o.Misuse(s, "decisions takes no ID")
	case verdict == "merge" && len(rest) < 2:
		return o.Misuse(s, "give the IDs of the stories that are one")
	case verdict == "split" && len(rest) < 1:
		return o.Misuse(s, "give the articles that are a story of their own")
	case verdict == "undo":
		var err error
		if len(rest) == 1 {
			leaf, err = strconv.ParseInt(rest[0], 10, 64)
		}
		if len(rest) != 1 || err != nil {
			return o.Misuse(s, "give the number of the decision, as it was printed")
		}
	}
	var r *ledger.Review
	err := opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		all, err := l.Store.Reviews(ctx)
		if err != nil {
			return err
		}
		before := aboutStories(all)
		for i, id := range rest {
			if strings.Contains(id, "://") {
				if rest[i], err = tracing.Article(ctx, l.Store, id); err != nil {
					return err
				}
			}
		}
		switch verdict {
		case "decisions":
			return decisions(s.Out, before)
		case "undo":
			r, err = ruling.Undo(before, leaf)
		case "merge":
			r, err = ruling.Merge(ctx, l.Found, rest...)
		case "split":
			r, err = ruling.Split(ctx, l.Found, rest...)
		}
		return err
	})
	if err == nil && r != nil {
		r.Who, r.Note = c.who, c.note
		l, failed := opening.OpenLedger(ctx, opening.LedgerConfig{Ledger: c.ledger, AnyClock: c.anyClock}, s)
		if failed != nil {
			return s.Fail(failed)
		}
		if err = errors.Join(l.Review(ctx, r), l.Close()); err == nil {
			fmt.Fprintf(s.Out, "decision %d; `riwaya story undo %d` takes it back\n", r.Leaf, r.Leaf)
		}
	}
	return opening.Told(ctx, s, c.ledger, err)
}

// aboutStories are the decisions that are not about findings, and what takes those back.
func aboutStories(all []ledger.Review) []ledger.Review {
	findings := map[int64]bool{}
	for _, e := range review.NewLog(all).Entries() {
		findings[e.Leaf] = true
	}
	return slices.DeleteFunc(all, func(r ledger.Review) bool { return findings[r.Leaf] || review.About(r.Verdict) })
}

// decisions lists what was decided.
func decisions(w io.Writer, all []ledger.Review) error {
	undone := ruling.Undone(all)
	for _, r := range all {
		state := ""
		if undone[r.Leaf] {
			state = " (taken back)"
		}
		what := string(r.Value)
		if r.Undoes != nil {
			what = fmt.Sprint(*r.Undoes)
		}
		if _, err := fmt.Fprintf(w, "%d %s %s %s %s%s %s\n", r.Leaf, r.At.UTC().Format("2006-01-02"), r.Who, r.Verdict, what, state, r.Note); err != nil {
			return err
		}
	}
	return nil
}

// Question shows a question with its accounts.
func Question(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := QuestionFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) != 1:
		return o.Misuse(s, "give the ID of one question, as `riwaya story` prints it")
	case c.format == "xlsx" && c.out == "":
		return o.Misuse(s, "--format xlsx needs --out FILE")
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		return tracing.Question(ctx, l.Found, l, c.args[0], func(q *riwaya.Question, _ *matter.Matter) error {
			return c.write(s, func(w io.Writer) error {
				return table.Question(w, q, table.Options{Format: c.format, Width: cli.View(s.Out, false, false).Width})
			})
		})
	}))
}

// write writes to the file that was asked for, else to standard output.
func (c *acrossConfig) write(s cli.Streams, write func(io.Writer) error) error {
	if c.out == "" {
		return write(s.Out)
	}
	return cli.ToFile(c.out, false, write)
}
