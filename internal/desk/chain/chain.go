// Package chain is the page that says where something comes from: a claim with all that say the same,
// what a report tells in its own words, a quote, a number in words. The ways stand as a picture and as
// a table of the same hops, each with a link to the words that show it.
package chain

import (
	"context"
	"errors"
	"strings"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/matter"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/snippet"
	"riwaya/internal/trace/graph"
	"riwaya/internal/tracing"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/chain", Least: site.Reader, Handle: asked, Kept: true},
		{Method: "GET", Pattern: "/chain/{id}", Least: site.Reader, Handle: show, Kept: true},
	}
}

// page is what the template shows.
type page struct {
	Title, Asked  string
	Report        *views.Report // what is traced is what it tells in its own words
	Statement     *statement
	Picture       *Picture // nil where there is nothing to draw
	Hops          []Hop
	MoreHops      int
	Origins       views.Origins
	Changes, Rest []views.Change
	Articles      []views.Report // that have the words of a quote
	None          bool           // nobody has them
	Looked        int64          // at how many articles
	Numbers       *numbers
}

// statement is one saying with its wordings.
type statement struct {
	Source   string
	Kind     string
	Page     string // the ID of the source's page, "" where it has none
	Claims   int
	Variants []variant
	More     int // wordings that are not shown
}

type variant struct {
	Text, Language string
	Mode           string // in words
	Claims         []claim
	More           int
}

type claim struct {
	Report views.Report
	Href   string // the claim at its place
}

// How many of what a page shows in full.
const (
	fullChanges  = 10
	restChanges  = 40
	wordings     = 5
	claimsEach   = 8
	articlesMost = 60
)

// show traces what an ID names.
func show(r *site.Request) error {
	ctx, id := r.Context(), r.PathValue("id")
	article := id
	if strings.HasPrefix(id, "c-") {
		var err error
		if article, err = r.Shelf().Store.ArticleOf(ctx, id); err != nil {
			return err
		}
	} else if found, err := r.Shelf().Store.Find(ctx, id); err != nil || found.Article == "" {
		return errors.Join(err, site.Problem{Status: 404, Key: "error.unknown"})
	} else {
		article = found.Article
	}
	var p page
	err := r.Shelf().Around(ctx, article, func(m *matter.Matter) error {
		v := &views.View{Request: r, M: m}
		var found graph.Trace
		var err error
		if article == id {
			if found, err = tracing.Report(m, id); err == nil {
				report := v.Report(id)
				p.Report = &report
				p.Title = r.Say("chain.ofreport", report.Title)
			}
		} else {
			found, err = tracing.Claim(m, riwaya.ClaimRef{Article: article, Claim: id})
			p.Title = r.Say("chain.ofclaim")
		}
		if err == nil {
			p.of(v, &found)
			if found.Statement == nil && article != id {
				p.alone(v, article, id)
			}
		}
		return err
	})
	if errors.Is(err, tracing.ErrOlder) {
		return older(r, article)
	}
	if err != nil {
		return err
	}
	return r.Show("chain", p.Title, &p)
}

// older says that a newer version of a report counts, and which.
func older(r *site.Request, article string) error {
	reading, err := r.Shelf().Reading(r.Context(), article)
	if err != nil {
		return err
	}
	if url := reading.Read.Article.URL; url != nil {
		all, err := r.Shelf().Store.VersionsOf(r.Context(), *url)
		if err != nil {
			return err
		}
		if n := len(all); n > 0 && all[n-1] != article {
			return r.Redirect("/compare/"+article+"/"+all[n-1], "older")
		}
	}
	return site.Problem{Status: 404, Key: "chain.older"}
}

// of fills the page with what was found.
func (p *page) of(v *views.View, found *graph.Trace) {
	p.Origins = v.Origins(&found.Origins)
	shown := min(len(found.Changes), fullChanges)
	p.Changes = v.Changes(found.Changes[:shown])
	p.Rest = v.Changes(found.Changes[shown:min(len(found.Changes), fullChanges+restChanges)])
	if found.Statement != nil {
		p.statement(v, found.Statement)
	}
	p.Picture, p.Hops, p.MoreHops = draw(v, found.Chains)
}

func (p *page) statement(v *views.View, st *riwaya.Statement) {
	s := &statement{Kind: v.Words.Word("kind", st.Source.Kind), Claims: len(st.Claims)}
	if len(st.Claims) > 0 {
		s.Source, s.Page = sourceName(v, st.Claims[0].Article, &st.Source)
	}
	for i := range st.Variants {
		if i == wordings {
			s.More = len(st.Variants) - wordings
			break
		}
		one := &st.Variants[i]
		x := variant{Mode: v.Words.Word("content", one.Mode), More: max(0, len(one.Claims)-claimsEach)}
		for k, c := range one.Claims {
			if k == 0 {
				x.Text = v.Shown(v.M.Gate(c.Article).Words(strings.Join(strings.Fields(one.Text), " ")))
				x.Language = v.Report(c.Article).Language
			}
			if k < claimsEach {
				x.Claims = append(x.Claims, claim{v.Report(c.Article), v.At(c.Article, c.Claim)})
			}
		}
		s.Variants = append(s.Variants, x)
	}
	p.Statement = s
}

// alone is a claim that no other report says.
func (p *page) alone(v *views.View, article, id string) {
	rec := v.M.Record(article)
	for i := range rec.Claims {
		if c := &rec.Claims[i]; c.ID == id {
			p.statement(v, &riwaya.Statement{Source: c.Source, Claims: []riwaya.ClaimRef{{Article: article, Claim: id}},
				Variants: []riwaya.Variant{{Text: c.Content.Text, Mode: c.Content.Mode, Claims: []riwaya.ClaimRef{{Article: article, Claim: id}}}}})
		}
	}
}

// sourceName is who says something, as it may be shown, and the ID of its page.
func sourceName(v *views.View, article string, s *riwaya.Source) (name, page string) {
	switch {
	case s.Private && !s.Anonymous:
		if s.Kind == "person" {
			return v.Words.Word("kind", "private"), ""
		}
		return v.Words.Word("kind", s.Kind), ""
	case s.Name != nil:
		return v.Name(s.Actor, *s.Name), views.Source(s.Actor)
	case s.Text != "":
		return v.Shown(v.M.Gate(article).Words(s.Text)), views.Source(s.Actor)
	case s.NameAr != nil:
		return v.Shown(v.M.Gate(article).Words(*s.NameAr)), views.Source(s.Actor)
	}
	return v.Words.Word("kind", "unnamed"), ""
}

// asked traces what somebody asks in words.
func asked(r *site.Request) error {
	what := strings.TrimSpace(r.URL.Query().Get("q"))
	p := page{Asked: what, Title: r.Say("chain.title")}
	if what == "" {
		return r.Show("chain", p.Title, &p)
	}
	if id := strings.TrimSpace(what); strings.HasPrefix(id, "c-") || strings.HasPrefix(id, "art-") {
		return r.Redirect("/chain/"+id, "")
	}
	if strings.Contains(what, "://") {
		id, err := tracing.Article(r.Context(), r.Shelf().Store, what)
		if err != nil {
			return err
		}
		return r.Redirect("/chain/"+id, "")
	}
	asker, err := r.Shelf().Asker()
	if err != nil {
		return err
	}
	if q := asker.Parse(what); tracing.IsNumber(what, q) {
		err = p.number(r, asker, q)
	} else {
		err = p.quote(r.Context(), r, what)
	}
	if err != nil {
		return err
	}
	return r.Show("chain", what, &p)
}

// quote traces words that reports have.
func (p *page) quote(ctx context.Context, r *site.Request, what string) error {
	n := query.Node(query.Text{Words: tracing.Words(what), Phrase: true})
	found, _, err := r.Shelf().Index.Search(ctx, n, fts.Options{Limit: articlesMost})
	if err != nil {
		return err
	}
	var ids []string
	for _, x := range found.Results {
		ids = append(ids, x.Article)
	}
	if len(ids) == 0 {
		status, err := r.Shelf().Status(ctx)
		p.None, p.Looked = true, status.Articles
		return err
	}
	matcher := snippet.New(r.Shelf().Terms, n)
	return r.Shelf().Stories(ctx, tracing.Stories(ctx, r.Shelf().Found, ids), func(m *matter.Matter) error {
		v := &views.View{Request: r, M: m}
		trace := tracing.Quote(m, ids, matcher)
		for _, id := range ids {
			if m.Record(id) != nil {
				p.Articles = append(p.Articles, v.Report(id))
			}
		}
		p.of(v, &trace)
		return nil
	})
}
