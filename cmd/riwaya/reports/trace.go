package reports

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
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
	"riwaya/internal/tracing"
)

// Trace says where something comes from: a report, a claim, a quote, a number in words.
func Trace(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := TraceFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	what := strings.TrimSpace(strings.Join(c.args, " "))
	if what == "" {
		return o.Misuse(s, "give a claim's ID, an article's, an address, a quote, or a number in words")
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		t := tracer{Looking: l, ctx: ctx, c: c, s: s, make: l.NewMaker()}
		switch {
		case strings.HasPrefix(what, "c-"):
			return t.claim(what)
		case strings.HasPrefix(what, "art-"), strings.Contains(what, "://"):
			return t.report(what)
		}
		return t.words(what)
	}))
}

// tracer is one question of where something comes from.
type tracer struct {
	*opening.Looking
	ctx  context.Context
	c    acrossConfig
	s    cli.Streams
	make *matter.Maker
}

// report traces a report: how it came to what it tells in its own words.
func (t *tracer) report(name string) error {
	id, err := tracing.Article(t.ctx, t.Store, name)
	if err != nil {
		return err
	}
	m, err := t.make.Around(t.ctx, id)
	if err != nil {
		return err
	}
	return t.found(m, func() (graph.Trace, error) { return tracing.Report(m, id) })
}

// claim traces a claim, with all that say the same.
func (t *tracer) claim(id string) error {
	article, err := t.Store.ArticleOf(t.ctx, id)
	if err != nil {
		return err
	}
	m, err := t.make.Around(t.ctx, article)
	if err != nil {
		return err
	}
	return t.found(m, func() (graph.Trace, error) { return tracing.Claim(m, riwaya.ClaimRef{Article: article, Claim: id}) })
}

// found tells what a trace finds.
func (t *tracer) found(m *matter.Matter, trace func() (graph.Trace, error)) error {
	found, err := trace()
	if errors.Is(err, tracing.ErrOlder) {
		return fmt.Errorf("%w; `riwaya compare` sets the two side by side", err)
	}
	if err != nil {
		return err
	}
	return t.tell(m, found)
}

// words traces a number in words, or a quote.
func (t *tracer) words(what string) error {
	a, err := ask.New(t.Lexicon, t.Asked)
	if err != nil {
		return err
	}
	if q := a.Parse(what); tracing.IsNumber(what, q) {
		return t.number(a, q)
	}
	return t.quote(what)
}

// number looks for a number.
func (t *tracer) number(a *ask.Asker, q ask.Query) error {
	result, err := tracing.Number(t.ctx, t.Looking.Found, t.Store, a, q)
	if err != nil {
		return err
	}
	if t.c.format == "json" {
		return cli.Encode(t.s.Out, result)
	}
	return telling.Numbers(t.s.Out, result, cli.View(t.s.Out, false, false))
}

// quote looks for words that somebody said, or that a report has.
func (t *tracer) quote(what string) error {
	n := query.Node(query.Text{Words: tracing.Words(what), Phrase: true})
	d, err := opening.Existing(t.c.ledger)
	if err != nil {
		return err
	}
	var ids []string
	var matcher *snippet.Matcher
	err = opening.WithIndex(t.ctx, t.s, d, t.Store, opening.LoadIndex(t.ctx, d), func(x *index.Index, terms *term.Terms) error {
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
		count, err := t.Store.Status(t.ctx, "")
		if err != nil {
			return err
		}
		fmt.Fprintf(t.s.Out, "no report has these words side by side; looked at: title and text of %d articles in this ledger\n", count.Articles)
		return nil
	}
	m, err := t.make.Stories(t.ctx, tracing.Stories(t.ctx, t.Looking.Found, ids))
	if err != nil {
		return err
	}
	return t.tell(m, tracing.Quote(m, ids, matcher))
}

// tell writes what was traced.
func (t *tracer) tell(m *matter.Matter, found graph.Trace) error {
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
	o := cli.View(t.s.Out, false, false)
	if found.Statement != nil {
		if err := telling.Statement(t.s.Out, m, found.Statement, o); err != nil {
			return err
		}
	}
	return show.WriteChains(t.s.Out, show.Chains{Chains: found.Chains, Origins: &found.Origins, Changes: found.Changes, Say: t.make.Tracer.InWords,
		Report: func(article string) string { return telling.Report(m, article) }, Shown: articles.Shown}, o)
}
