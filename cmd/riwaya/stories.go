package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/question/table"
	"riwaya/internal/review"
	"riwaya/internal/ruling"
	"riwaya/internal/telling"
	"riwaya/internal/tracing"
)

// runStories lists stories.
func runStories(ctx context.Context, args []string, s streams) int {
	o, gather := storiesFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	if len(c.args) > 0 {
		return o.misuse(s, "no argument is wanted; `riwaya story ID` shows one story")
	}
	return told(ctx, s, c.ledger, withAcross(ctx, s, c.ledger, func(l *looking) error {
		all, count, err := l.found.Stories(ctx, across.Asked{From: c.from, To: c.to, Reports: c.reports, Outlets: c.outlets, Limit: c.limit, Skip: c.skip})
		if err != nil {
			return err
		}
		items, err := itemsOf(ctx, l, all)
		if err != nil {
			return err
		}
		if c.format == "json" {
			return encode(s.Out, struct {
				Stories []telling.Item `json:"stories"`
				Count   int            `json:"count"`
			}{items, count})
		}
		return telling.Stories(s.Out, items, count, view(s.Out, false, false))
	}))
}

// itemsOf are stories as they are listed, each made by one processor.
func itemsOf(ctx context.Context, l *looking, all []riwaya.Story) ([]telling.Item, error) {
	items := make([]telling.Item, len(all))
	err := matter.Each(ctx, len(all), l.newMaker, func(maker *matter.Maker, i int) error {
		m, err := maker.Of(ctx, all[i])
		if err == nil {
			items[i] = telling.ItemOf(m)
		}
		return err
	})
	return items, err
}

// encode writes JSON for programs and people.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// runStory shows a story, or has a person's decision hold for it.
func runStory(ctx context.Context, args []string, s streams) int {
	o, gather := storyFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) == 0:
		return o.misuse(s, "give the ID of a story, as `riwaya stories` prints it")
	case c.args[0] == "merge" || c.args[0] == "split" || c.args[0] == "undo" || c.args[0] == "decisions":
		return decide(ctx, o, c, s)
	case len(c.args) > 1:
		return o.misuse(s, "give one ID; or merge, split or undo, and what")
	}
	return told(ctx, s, c.ledger, withAcross(ctx, s, c.ledger, func(l *looking) error {
		make := l.newMaker()
		id := c.args[0]
		if strings.Contains(id, "://") {
			var err error
			if id, err = tracing.Article(ctx, l.store, id); err != nil {
				return err
			}
		}
		m, err := make.Story(ctx, id)
		if err != nil {
			return err
		}
		if c.format == "json" {
			v, err := telling.StoryJSON(m)
			return errors.Join(err, encode(s.Out, v))
		}
		return telling.Story(s.Out, m, view(s.Out, false, false))
	}))
}

// decide enters what a person decided about stories into the ledger.
func decide(ctx context.Context, o *options, c acrossConfig, s streams) int {
	verdict, rest := c.args[0], c.args[1:]
	leaf := int64(0)
	switch {
	case verdict == "decisions" && len(rest) > 0:
		return o.misuse(s, "decisions takes no ID")
	case verdict == "merge" && len(rest) < 2:
		return o.misuse(s, "give the IDs of the stories that are one")
	case verdict == "split" && len(rest) < 1:
		return o.misuse(s, "give the articles that are a story of their own")
	case verdict == "undo":
		var err error
		if len(rest) == 1 {
			leaf, err = strconv.ParseInt(rest[0], 10, 64)
		}
		if len(rest) != 1 || err != nil {
			return o.misuse(s, "give the number of the decision, as it was printed")
		}
	}
	var r *ledger.Review
	err := withAcross(ctx, s, c.ledger, func(l *looking) error {
		all, err := l.store.Reviews(ctx)
		if err != nil {
			return err
		}
		before := aboutStories(all)
		for i, id := range rest {
			if strings.Contains(id, "://") {
				if rest[i], err = tracing.Article(ctx, l.store, id); err != nil {
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
			r, err = ruling.Merge(ctx, l.found, rest...)
		case "split":
			r, err = ruling.Split(ctx, l.found, rest...)
		}
		return err
	})
	if err == nil && r != nil {
		r.Who, r.Note = c.who, c.note
		l, failed := openLedger(ctx, ledgerConfig{ledger: c.ledger, anyClock: c.anyClock}, s)
		if failed != nil {
			return s.fail(failed)
		}
		if err = errors.Join(l.Review(ctx, r), l.Close()); err == nil {
			fmt.Fprintf(s.Out, "decision %d; `riwaya story undo %d` takes it back\n", r.Leaf, r.Leaf)
		}
	}
	return told(ctx, s, c.ledger, err)
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

// runQuestion shows a question with its accounts.
func runQuestion(ctx context.Context, args []string, s streams) int {
	o, gather := questionFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) != 1:
		return o.misuse(s, "give the ID of one question, as `riwaya story` prints it")
	case c.format == "xlsx" && c.out == "":
		return o.misuse(s, "--format xlsx needs --out FILE")
	}
	return told(ctx, s, c.ledger, withAcross(ctx, s, c.ledger, func(l *looking) error {
		return tracing.Question(ctx, l.found, l, c.args[0], func(q *riwaya.Question, _ *matter.Matter) error {
			return c.write(s, func(w io.Writer) error {
				return table.Question(w, q, table.Options{Format: c.format, Width: view(s.Out, false, false).Width})
			})
		})
	}))
}

// write writes to the file that was asked for, else to standard output.
func (c *acrossConfig) write(s streams, write func(io.Writer) error) error {
	if c.out == "" {
		return write(s.Out)
	}
	return toFile(c.out, false, write)
}
