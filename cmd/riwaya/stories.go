package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/question/table"
	"riwaya/internal/review"
	"riwaya/internal/telling"
)

// maker makes matters of the ledger that is looked at.
func (l *looking) maker() *matter.Maker { return l.Tools.Maker(l.found, l.store) }

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
		items, err := l.items(ctx, all)
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

// items are stories as they are listed, each made by one processor.
func (l *looking) items(ctx context.Context, all []riwaya.Story) ([]telling.Item, error) {
	items, errs := make([]telling.Item, len(all)), make([]error, len(all))
	var working sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		working.Go(func() {
			maker := l.maker()
			for i := int(next.Add(1)) - 1; i < len(all) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				m, err := maker.Of(ctx, all[i])
				if errs[i] = err; err == nil {
					items[i] = telling.ItemOf(m)
				}
			}
		})
	}
	working.Wait()
	return items, errors.Join(append(errs, ctx.Err())...)
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
		make := l.maker()
		id := c.args[0]
		if strings.Contains(id, "://") {
			var err error
			if id, err = l.article(ctx, id); err != nil {
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
	r := ledger.Review{Who: c.who, Note: c.note, Verdict: verdict}
	switch {
	case verdict == "decisions" && len(rest) > 0:
		return o.misuse(s, "decisions takes no ID")
	case verdict == "merge" && len(rest) < 2:
		return o.misuse(s, "give the IDs of the stories that are one")
	case verdict == "split" && len(rest) < 1:
		return o.misuse(s, "give the articles that are a story of their own")
	case verdict == "undo" && len(rest) != 1:
		return o.misuse(s, "give the number of the decision, as it was printed")
	}
	if verdict == "undo" {
		n, err := strconv.ParseInt(rest[0], 10, 64)
		if err != nil {
			return o.misuse(s, "a decision has a number, as it was printed")
		}
		r.Undoes, r.About = &n, rest[0]
	}
	err := withAcross(ctx, s, c.ledger, func(l *looking) error {
		all, err := l.store.Reviews(ctx)
		if err != nil {
			return err
		}
		before := aboutStories(all)
		switch verdict {
		case "decisions":
			return decisions(s.Out, before)
		case "undo":
			if !slices.ContainsFunc(before, func(b ledger.Review) bool { return b.Leaf == *r.Undoes }) {
				return fmt.Errorf("there is no decision %d", *r.Undoes)
			}
			return nil
		}
		var articles []string
		for _, id := range rest {
			if strings.Contains(id, "://") {
				if id, err = l.article(ctx, id); err != nil {
					return err
				}
			}
			story, err := l.found.Story(ctx, id)
			if err != nil {
				return err
			}
			if r.About == "" {
				r.About = story.ID
			}
			if verdict == "split" {
				if !strings.HasPrefix(id, "art-") {
					return fmt.Errorf("%s: to be split off, name articles (art-…)", id)
				}
				if story.ID != r.About {
					return fmt.Errorf("%s: it is of another story, %s", id, story.ID)
				}
				articles = append(articles, id)
				continue
			}
			articles = append(articles, story.Reports[0].Article) // a decision names reports: stories are made anew
		}
		r.Value, err = json.Marshal(articles)
		return err
	})
	if err == nil && verdict != "decisions" {
		l, failed := openLedger(ctx, ledgerConfig{ledger: c.ledger, anyClock: c.anyClock}, s)
		if failed != nil {
			return s.fail(failed)
		}
		if err = errors.Join(l.Review(ctx, &r), l.Close()); err == nil {
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
	undone := map[int64]bool{}
	for _, r := range slices.Backward(all) {
		if r.Undoes != nil && !undone[r.Leaf] {
			undone[*r.Undoes] = true
		}
	}
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
		q, err := l.question(ctx, c.args[0])
		if err != nil {
			return err
		}
		return c.write(s, func(w io.Writer) error {
			return table.Question(w, q, table.Options{Format: c.format, Width: view(s.Out, false, false).Width})
		})
	}))
}

// question is the question of an ID, over all stories that answer it.
func (l *looking) question(ctx context.Context, id string) (*riwaya.Question, error) {
	stories, err := l.found.Asking(ctx, id)
	if err != nil {
		return nil, err
	}
	make := l.maker()
	if len(stories) > 0 {
		m, err := make.Stories(ctx, stories)
		if err != nil {
			return nil, err
		}
		for i := range m.Questions() {
			if q := &m.Questions()[i]; q.ID == id {
				return q, nil
			}
		}
	}
	return nil, fmt.Errorf("%s: no such question in this ledger", id)
}

// write writes to the file that was asked for, else to standard output.
func (c *acrossConfig) write(s streams, write func(io.Writer) error) error {
	if c.out == "" {
		return write(s.Out)
	}
	return toFile(c.out, false, write)
}
