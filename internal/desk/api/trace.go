package api

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/question/ask"
	"riwaya/internal/reuse"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/snippet"
	"riwaya/internal/shelf"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
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
		if m.Record(article) == nil {
			return across.ErrUnknown // an older version: the newest counts
		}
		var t graph.Trace
		switch {
		case article != id:
			t = ofClaim(m, riwaya.ClaimRef{Article: article, Claim: id})
		default:
			chain, _ := m.Chain(article)
			t = graph.Trace{Chains: []riwaya.Chain{chain}, Changes: changes(m, func(c *riwaya.Change) bool { return c.From.Article == id || c.To.Article == id })}
		}
		t.Origins = m.Origins(t.Chains)
		out, err = written(m, t)
		return err
	})
	return out, err
}

// ofClaim follows all claims that say the same as one.
func ofClaim(m *matter.Matter, ref riwaya.ClaimRef) graph.Trace {
	for i := range m.Statements() {
		st := &m.Statements()[i]
		if slices.Contains(st.Claims, ref) {
			return graph.Trace{Statement: st, Chains: m.Chains(st), Changes: changes(m, func(c *riwaya.Change) bool { return c.Statement != nil && *c.Statement == st.ID })}
		}
	}
	chain, _ := m.ClaimChain(ref)
	return graph.Trace{Chains: []riwaya.Chain{chain}}
}

func changes(m *matter.Matter, fits func(*riwaya.Change) bool) (out []riwaya.Change) {
	all := m.Changes()
	for i := range all {
		if fits(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
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
	const few = 8 // words: what is longer, or in quotation marks, is a quote
	if q := asker.Parse(what); q.Op != "" && len(strings.Fields(what)) <= few && !strings.ContainsAny(what[:min(len(what), 3)], "\"“«”„") {
		looked := asker.Trace(q)
		if err := a.o.Shelf.Store.Walk(ctx, nil, func(k *ledger.Kept) error {
			k.Read.Article.ID = k.Article
			looked.Add(&k.Read)
			return ctx.Err()
		}, riwaya.Layers[:5]...); err != nil {
			return nil, err
		}
		return json.Marshal(looked.Result(nil))
	}
	return a.quote(ctx, strings.Trim(what, "\"“”«»„ "))
}

// quote follows words that somebody said, or that a report has.
func (a *API) quote(ctx context.Context, words string) (out Raw, err error) {
	n := query.Node(query.Text{Words: words, Phrase: true})
	page, _, err := a.o.Shelf.Index.Search(ctx, n, fts.Options{})
	if err != nil {
		return nil, err
	}
	var ids, stories []string
	for _, r := range page.Results {
		if s, err := a.o.Shelf.Found.Story(ctx, r.Article); err == nil {
			ids = append(ids, r.Article)
			if !slices.Contains(stories, s.ID) {
				stories = append(stories, s.ID)
			}
		}
	}
	err = a.o.Shelf.Stories(ctx, stories, func(m *matter.Matter) error {
		matcher := snippet.New(a.o.Shelf.Terms, n)
		at := map[string]riwaya.Span{}
		var t graph.Trace
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
				t.Chains = append(t.Chains, chain)
			}
		}
		over := func(e riwaya.Evidence) bool {
			span, ok := at[e.Article]
			return ok && len(e.Spans) > 0 && e.Spans.Hull().Overlaps(span)
		}
		t.Origins = m.Origins(t.Chains)
		t.Changes = changes(m, func(c *riwaya.Change) bool { return over(c.From) || over(c.To) })
		out, err = written(m, t)
		return err
	})
	return out, err
}

// pair is two reports with what is between them.
type pair struct {
	*matter.Matter
	changes  []riwaya.Change
	versions bool
}

// compare sets two reports side by side.
func compare(ctx context.Context, s *shelf.Shelf, a, b string) (out pair, err error) {
	maker := s.Tools.Maker(s.Found, s.Store)
	out.Matter, err = maker.Of(ctx, riwaya.Story{Reports: []riwaya.StoryReport{{Article: a}, {Article: b}}})
	if err != nil {
		return out, err
	}
	records := out.Records()
	if len(records) != 2 {
		return out, across.ErrUnknown
	}
	first, second := records[0].Article.URL, records[1].Article.URL
	out.Copies = nil
	if first != nil && second != nil && *first == *second {
		out.versions, out.changes = true, maker.Tracer.Versions(records[0], records[1])
		return out, nil
	}
	// Reports far apart in time are not looked through for copies as they come.
	if out.Copies, err = reuse.Between(s.Tools.Means.Names, records[0], records[1]); err != nil {
		return out, err
	}
	out.Set = maker.Tracer.Over(records, out.Copies)
	out.changes = out.Changes()
	return out, nil
}
