// Package reviewing are the pages on which a person looks at what the machine read and decides: the
// queue, one finding in its text, an article as a whole, and how far reviewers agree.
//
// They promise that what the machine read stands beside every decision; that every decision is
// entered under the pseudonym of who is logged in, or, on a desk that is one person's own, the one
// that the address carries (?by=R2); and that no private person's name is on them: in the text, too,
// such names are what the persons are, and places in the text still count as in the article.
package reviewing

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/review"
	"riwaya/internal/review/queue"
)

// Routes are the pages' addresses.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/review", Least: site.Reader, Handle: showQueue},
		{Method: "GET", Pattern: "/review/agreement", Least: site.Reader, Handle: showAgreement},
		{Method: "GET", Pattern: "/review/{article}", Least: site.Reader, Handle: showArticle},
		{Method: "GET", Pattern: "/review/{article}/{finding}", Least: site.Reader, Handle: showFinding},
		{Method: "POST", Pattern: "/review/undo", Least: site.Reviewer, Handle: undo},
		{Method: "POST", Pattern: "/review/{article}", Least: site.Reviewer, Handle: addOrWhole},
		{Method: "POST", Pattern: "/review/{article}/{finding}", Least: site.Reviewer, Handle: judge},
	}
}

// course is what a reviewer goes through, as the address of every page carries it.
type course struct {
	By     string // a pseudonym; whose it is only where nobody is logged in
	Choose bool   // there is no login: By can be chosen
	Layer  string
	Kind   string
	Second bool // what one other has decided
	May    bool // decide
}

func courseOf(r *site.Request) course {
	c := course{By: r.Person.Pseudonym, Choose: !r.Person.Login, May: r.Person.Role >= site.Reviewer}
	get := func(key string) string { return r.FormValue(key) }
	if by := get("by"); c.Choose && review.CheckWho(by) == nil {
		c.By = by
	}
	if layer := get("layer"); slices.Contains(riwaya.Layers, layer) {
		c.Layer = layer
	}
	if kind := get("reason"); slices.Contains(queue.Kinds, queue.Kind(kind)) {
		c.Kind = kind
	}
	c.Second = get("second") != ""
	return c
}

// asked is what of the queue the course goes through.
func (c course) asked() queue.Asked {
	a := queue.Asked{Layer: c.Layer, Kind: queue.Kind(c.Kind)}
	if c.Second {
		a.Second = c.By
	}
	return a
}

// Query is the course as the end of an address: "?by=R2&layer=figures", "" where there is nothing to
// carry.
func (c course) Query(more ...string) string {
	q := url.Values{}
	set := func(key, value string) {
		if value != "" {
			q.Set(key, value)
		}
	}
	if c.Choose && c.By != "R1" {
		set("by", c.By)
	}
	set("layer", c.Layer)
	set("reason", c.Kind)
	if c.Second {
		set("second", "1")
	}
	for i := 0; i+1 < len(more); i += 2 {
		set(more[i], more[i+1])
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// to is the address of a finding's page, below the language.
func (c course) to(ref review.Ref, more ...string) string {
	return "/review/" + url.PathEscape(ref.Article) + "/" + url.PathEscape(ref.Finding) + c.Query(more...)
}

// href is the address of a finding's page.
func (c course) href(r *site.Request, ref review.Ref, more ...string) string {
	return "/" + r.Words.Language + c.to(ref, more...)
}

// askedOf is the finding, or the article, that an address names, with what was read of the article
// and decided about it.
func askedOf(r *site.Request) (ref review.Ref, v *review.Reviewed, err error) {
	ref, err = review.ParseRef(strings.TrimSuffix(r.PathValue("article")+"/"+r.PathValue("finding"), "/"))
	if err != nil {
		return ref, nil, site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
	}
	v, err = r.Shelf().Reviewed(r.Context(), ref.Article)
	return ref, v, err
}
