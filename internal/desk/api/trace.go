package api

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/question/ask"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/snippet"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
	"riwaya/internal/tracing"
)

// traced follows a claim or a report.
func (a *API) traced(ctx context.Context, id string) (out Raw, err error) {
	article := id
	if strings.HasPrefix(id, "c-") {
		if article, err = a.o.Shelf.Store.ArticleOf(ctx, id); err != nil {
			return nil, err
		}
	}
	err = a.o.Shelf.Around(ctx, article, func(m *matter.Matter) error {
		t, err := tracing.Report(m, article)
		if article != id {
			t, err = tracing.Claim(m, riwaya.ClaimRef{Article: article, Claim: id})
		}
		if err != nil {
			return err
		}
		out, err = written(m, t)
		return err
	})
	return out, err
}

func written(m *matter.Matter, t graph.Trace) (Raw, error) {
	var b bytes.Buffer
	err := graph.JSON(&b, t, telling.Articles(m))
	return b.Bytes(), err
}

// tracedWords follows a number in words, or a quote.
func (a *API) tracedWords(ctx context.Context, what string) (Raw, error) {
	tools := a.o.Shelf.Tools
	asker, err := ask.New(tools.Lexicon, tools.Asked)
	if err != nil {
		return nil, err
	}
	if q := asker.Parse(what); tracing.IsNumber(what, q) {
		found, err := tracing.Number(ctx, a.o.Shelf.Found, a.o.Shelf.Store, asker, q)
		if err != nil {
			return nil, err
		}
		return json.Marshal(found)
	}
	return a.quote(ctx, tracing.Words(what))
}

// quote follows words that somebody said, or that a report has.
func (a *API) quote(ctx context.Context, words string) (out Raw, err error) {
	n := query.Node(query.Text{Words: words, Phrase: true})
	page, _, err := a.o.Shelf.Index.Search(ctx, n, fts.Options{})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, r := range page.Results {
		ids = append(ids, r.Article)
	}
	err = a.o.Shelf.Stories(ctx, tracing.Stories(ctx, a.o.Shelf.Found, ids), func(m *matter.Matter) error {
		out, err = written(m, tracing.Quote(m, ids, snippet.New(a.o.Shelf.Terms, n)))
		return err
	})
	return out, err
}
