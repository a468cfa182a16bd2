// Find writes what the program finds across the reports of a ledger, in the form that package
// eval/chains scores.
//
//	go run ./eval/chains/find GOLD LEDGER > findings.json
//
// LEDGER is a ledger's folder in which the reports that GOLD names have been read, and in which
// `riwaya stories` has been asked, so that what is found across its reports is up to date. Of GOLD
// only the reports of its stories are used: ranges of origins are asked over just these.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"riwaya"
	"riwaya/eval/chains"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/lexicon"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: find GOLD LEDGER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "find:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, goldDir, dir string) (err error) {
	gold, err := chains.Load(os.DirFS(goldDir), append(slices.Clone(chains.Seen), chains.LockedOnes...)...)
	if err != nil {
		return err
	}
	tools, err := matter.Load(lexicon.Embedded())
	if err != nil {
		return err
	}
	store, err := sqlite.OpenRead(filepath.Join(dir, "ledger.sqlite"), false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	found, err := across.Open(filepath.Join(dir, "across.sqlite"), tools.Means, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	if behind, err := found.Behind(ctx, store); err != nil || behind != 0 {
		return errors.Join(err, errors.New("what is found across its reports is not up to date; ask `riwaya stories` first"))
	}
	f := finder{ctx: ctx, found: found, make: tools.Maker(found, store), spans: map[[2]string]riwaya.Spans{}, bySum: map[string]string{}, out: chains.Findings{Unit: chains.Bytes}}
	if err := store.Walk(ctx, nil, func(k *ledger.Kept) error {
		f.article(k)
		return nil
	}, riwaya.Layers...); err != nil {
		return err
	}
	if err := errors.Join(f.groups(), f.changes(gold), f.ranges(gold)); err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	return errors.Join(json.NewEncoder(w).Encode(f.out), w.Flush())
}

type finder struct {
	ctx   context.Context
	found *across.Across
	make  *matter.Maker
	spans map[[2]string]riwaya.Spans // of events, by article and ID
	bySum map[string]string          // articles by their texts
	out   chains.Findings
}

func (f *finder) article(k *ledger.Kept) {
	f.out.Articles = append(f.out.Articles, chains.Named{ID: k.Article, TextID: k.Read.Article.ID})
	f.bySum[k.Read.Article.ID] = k.Article
	for i := range k.Read.Events {
		e := &k.Read.Events[i]
		all := e.Span
		for _, m := range e.Mentions {
			all = append(all, m.Span...)
		}
		f.spans[[2]string{k.Article, e.ID}] = all
	}
}

// groups writes copies, stories, incidents, and the changes within stories.
func (f *finder) groups() error {
	if err := f.found.EachCopy(f.ctx, func(c *riwaya.Copy) error {
		f.out.Copies = append(f.out.Copies, *c)
		return nil
	}); err != nil {
		return err
	}
	incidents, _, err := f.found.Incidents(f.ctx, across.Happened{})
	if err != nil {
		return err
	}
	for _, in := range incidents {
		one := chains.Incident{ID: in.ID}
		for _, e := range in.Events {
			one.Mentions = append(one.Mentions, chains.Place{Article: e.Article, Span: f.spans[[2]string{e.Article, e.Event}]})
		}
		f.out.Incidents = append(f.out.Incidents, one)
	}
	stories, _, err := f.found.Stories(f.ctx, across.Asked{})
	if err != nil {
		return err
	}
	for _, s := range stories {
		g := chains.Group{ID: s.ID}
		for _, r := range s.Reports {
			g.Articles = append(g.Articles, r.Article)
		}
		f.out.Stories = append(f.out.Stories, g)
		if len(s.Reports) < 2 {
			continue
		}
		m, err := f.make.Of(f.ctx, s)
		if err != nil {
			return err
		}
		f.changed(m)
	}
	return nil
}

// changed writes what changed between the reports of a matter.
func (f *finder) changed(m *matter.Matter) {
	for _, c := range m.Changes() {
		f.out.Changes = append(f.out.Changes, chains.Found{Kind: kindOf(&c), A: c.From.Article, B: c.To.Article, From: c.From.Spans.Hull(), To: c.To.Spans.Hull()})
	}
}

// kindOf is a change's kind with its direction, as the gold names it: which way it went stands in the reason.
func kindOf(c *riwaya.Change) string {
	switch {
	case c.Kind == riwaya.ChangeClass && c.Why == "stronger":
		return "class-strengthened"
	case c.Kind == riwaya.ChangeClass && c.Why == "weaker":
		return "class-weakened"
	case c.Why == riwaya.ChangeLoaded:
		return "loaded-changed"
	case strings.HasPrefix(c.Why, c.Kind+"-"):
		return c.Why
	}
	return c.Kind
}

// changes asks what changed between the two reports of each pair of the gold, as `riwaya compare`
// does: within a story what several prints have is told of one of them.
func (f *finder) changes(gold chains.Gold) error {
	for _, p := range gold.Changes {
		a, b := f.bySum["sha256:"+p.A.SHA256], f.bySum["sha256:"+p.B.SHA256]
		if a == "" || b == "" {
			continue
		}
		m, err := f.make.Of(f.ctx, riwaya.Story{Reports: []riwaya.StoryReport{{Article: a}, {Article: b}}})
		if err != nil {
			return err
		}
		f.changed(m)
	}
	return nil
}

// ranges asks for origins over the reports of each story of the gold.
func (f *finder) ranges(gold chains.Gold) error {
	for _, s := range gold.Stories {
		var only riwaya.Story
		found := true
		for _, a := range s.Reports {
			id := f.bySum["sha256:"+a.SHA256]
			found = found && id != ""
			if !slices.ContainsFunc(only.Reports, func(r riwaya.StoryReport) bool { return r.Article == id }) { // one text at two addresses is one
				only.Reports = append(only.Reports, riwaya.StoryReport{Article: id})
			}
		}
		if !found {
			continue
		}
		m, err := f.make.Of(f.ctx, only)
		if err != nil {
			return err
		}
		o, texts := m.Sources(), m.Beginnings()
		r := chains.Range{Origins: &[2]int{o.AtLeast, o.AtMost}, Texts: &[2]int{texts.AtLeast, texts.AtMost}}
		for _, rep := range only.Reports {
			r.Articles = append(r.Articles, rep.Article)
		}
		for i := range m.Statements() {
			st := &m.Statements()[i]
			so := m.Origins(m.Chains(st))
			sr := chains.StatementRange{Origins: [2]int{so.AtLeast, so.AtMost}}
			for _, ref := range st.Claims {
				rec := m.Record(ref.Article)
				for k := range rec.Claims {
					if rec.Claims[k].ID == ref.Claim {
						sr.Mentions = append(sr.Mentions, chains.Place{Article: ref.Article, Span: rec.Claims[k].Content.Spans})
					}
				}
			}
			r.Statements = append(r.Statements, sr)
		}
		f.out.Ranges = append(f.out.Ranges, r)
	}
	return nil
}
