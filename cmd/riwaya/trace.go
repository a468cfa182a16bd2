package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/question/ask"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/index"
	"riwaya/internal/search/query"
	"riwaya/internal/search/snippet"
	"riwaya/internal/search/term"
	"riwaya/internal/show"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
)

// runTrace says where something comes from: a report, a claim, a quote, a number in words.
func runTrace(ctx context.Context, args []string, s streams) int {
	o, gather := traceFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	what := strings.TrimSpace(strings.Join(c.args, " "))
	if what == "" {
		return o.misuse(s, "give a claim's ID, an article's, an address, a quote, or a number in words")
	}
	return told(ctx, s, c.ledger, withAcross(ctx, s, c.ledger, func(l *looking) error {
		t := tracing{looking: l, ctx: ctx, c: c, s: s, make: l.maker()}
		switch {
		case strings.HasPrefix(what, "c-"):
			return t.claim(what)
		case strings.HasPrefix(what, "art-"), strings.Contains(what, "://"):
			return t.report(what)
		}
		return t.words(what)
	}))
}

// tracing is one question of where something comes from.
type tracing struct {
	*looking
	ctx  context.Context
	c    acrossConfig
	s    streams
	make *matter.Maker
}

// report traces a report: how it came to what it tells in its own words.
func (t *tracing) report(name string) error {
	id, err := t.article(t.ctx, name)
	if err != nil {
		return err
	}
	m, err := t.make.Around(t.ctx, id)
	if err != nil {
		return err
	}
	if m.Record(id) == nil { // an older version: the newest counts
		return fmt.Errorf("%s: a newer version of this report counts; `riwaya compare` sets the two side by side", id)
	}
	chain, _ := m.Chain(id)
	return t.tell(m, graph.Trace{Chains: []riwaya.Chain{chain}, Origins: m.Origins([]riwaya.Chain{chain}), Changes: changesOf(m, func(e riwaya.Evidence) bool { return e.Article == id })})
}

// claim traces a claim, with all that say the same.
func (t *tracing) claim(id string) error {
	article, err := t.store.ArticleOf(t.ctx, id)
	if err != nil {
		return err
	}
	m, err := t.make.Around(t.ctx, article)
	if err != nil {
		return err
	}
	for i, st := range m.Statements() {
		if slices.ContainsFunc(st.Claims, func(r riwaya.ClaimRef) bool { return r.Claim == id }) {
			chains := m.Chains(&m.Statements()[i])
			return t.tell(m, graph.Trace{Statement: &st, Chains: chains, Origins: m.Origins(chains), Changes: stated(m, st.ID)})
		}
	}
	chain, ok := m.ClaimChain(riwaya.ClaimRef{Article: article, Claim: id})
	if !ok {
		return fmt.Errorf("%s: a newer version of its report counts", id)
	}
	return t.tell(m, graph.Trace{Chains: []riwaya.Chain{chain}, Origins: m.Origins([]riwaya.Chain{chain})})
}

// words traces a number in words, or a quote.
func (t *tracing) words(what string) error {
	a, err := ask.New(t.Lexicon, t.Asked)
	if err != nil {
		return err
	}
	const few = 8 // words: what is longer, or in quotation marks, is a quote
	if q := a.Parse(what); q.Op != "" && len(strings.Fields(what)) <= few && !quoted(what) {
		return t.number(a, q)
	}
	return t.quote(what)
}

func quoted(s string) bool { return strings.ContainsAny(s[:min(len(s), 3)], "\"“«”„") }

// number looks for a number.
func (t *tracing) number(a *ask.Asker, q ask.Query) error {
	looked := a.Trace(q)
	if err := t.store.Walk(t.ctx, nil, func(k *ledger.Kept) error {
		k.Read.Article.ID = k.Article
		looked.Add(&k.Read)
		return nil
	}, riwaya.Layers[:5]...); err != nil {
		return err
	}
	result := looked.Result(nil)
	if t.c.format == "json" {
		return encode(t.s.Out, result)
	}
	return telling.Numbers(t.s.Out, &result, view(t.s.Out, false, false))
}

// quote looks for words that somebody said, or that a report has.
func (t *tracing) quote(what string) error {
	words := strings.Trim(what, "\"“”«»„")
	n := query.Node(query.Text{Words: words, Phrase: true})
	d, err := existing(t.c.ledger)
	if err != nil {
		return err
	}
	var ids []string
	var matcher *snippet.Matcher
	err = withIndex(t.ctx, t.s, d, t.store, loadIndex(t.ctx, d), func(x *index.Index, terms *term.Terms) error {
		matcher = snippet.New(terms, n)
		page, _, err := x.Search(t.ctx, n, fts.Options{Limit: t.c.limit})
		if err != nil {
			return err
		}
		for _, r := range page.Results {
			ids = append(ids, r.Article)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		count, err := t.store.Status(t.ctx, "")
		if err != nil {
			return err
		}
		fmt.Fprintf(t.s.Out, "no report has these words side by side; looked at: title and text of %d articles in this ledger\n", count.Articles)
		return nil
	}
	var stories []string
	for _, id := range ids {
		if story, err := t.found.Story(t.ctx, id); err == nil && !slices.Contains(stories, story.ID) {
			stories = append(stories, story.ID)
		}
	}
	m, err := t.make.Stories(t.ctx, stories)
	if err != nil {
		return err
	}
	var chains []riwaya.Chain
	at := map[string]riwaya.Span{}
	for _, id := range ids {
		rec := m.Record(id)
		if rec == nil {
			continue // an older version
		}
		marks := matcher.Marks(rec.Article.Text)
		if len(marks) == 0 {
			continue // in the title alone
		}
		at[id] = marks[0]
		if chain, ok := m.ChainAt(id, marks[0]); ok {
			chains = append(chains, chain)
		}
	}
	changes := changesOf(m, func(e riwaya.Evidence) bool {
		span, ok := at[e.Article]
		return ok && len(e.Spans) > 0 && e.Spans.Hull().Overlaps(span)
	})
	return t.tell(m, graph.Trace{Chains: chains, Origins: m.Origins(chains), Changes: changes})
}

// changesOf are the changes one side of which fits.
func changesOf(m *matter.Matter, fits func(riwaya.Evidence) bool) (out []riwaya.Change) {
	for _, c := range m.Changes() {
		if fits(c.From) || fits(c.To) {
			out = append(out, c)
		}
	}
	return out
}

// stated are the changes of a statement.
func stated(m *matter.Matter, id string) (out []riwaya.Change) {
	for _, c := range m.Changes() {
		if c.Statement != nil && *c.Statement == id {
			out = append(out, c)
		}
	}
	return out
}

// tell writes what was traced.
func (t *tracing) tell(m *matter.Matter, found graph.Trace) error {
	switch t.c.format {
	case "json":
		return graph.JSON(t.s.Out, found, telling.Articles(m))
	case "dot":
		return graph.Dot(t.s.Out, found.Chains)
	}
	if len(found.Chains) == 0 {
		return errors.New("nothing was found to trace")
	}
	articles := telling.Articles(m)
	o := view(t.s.Out, false, false)
	if found.Statement != nil {
		if err := telling.Statement(t.s.Out, m, found.Statement, o); err != nil {
			return err
		}
	}
	return show.WriteChains(t.s.Out, show.Chains{Chains: found.Chains, Origins: &found.Origins, Changes: found.Changes, Say: t.make.Tracer.InWords,
		Report: func(article string) string { return telling.Report(m, article) }, Shown: articles.Shown}, o)
}
