// Package cases are the pages on which people put cases together: the list of cases, one case with
// its items, and what adds something to one. All of it works without a script.
//
// What is not a page of it: the folder is written by who is handed in (site.Writing), and how an
// item is told is package casefile/entry's.
package cases

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"riwaya/internal/casefile"
	"riwaya/internal/casefile/document"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/casefile/reviewed"
	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/site"
	"riwaya/internal/matter"
)

// Routes are the addresses of the pages and forms. A case has what somebody wrote, and may name
// people: who only looks at the ledger does not see it.
func Routes() []site.Route {
	get := func(pattern string, handle func(*site.Request) error) site.Route {
		return site.Route{Method: "GET", Pattern: pattern, Least: site.Reviewer, Handle: kept(handle)}
	}
	post := func(pattern string, handle func(*site.Request) error) site.Route {
		return site.Route{Method: "POST", Pattern: pattern, Least: site.Reviewer, Handle: kept(handle)}
	}
	c := &told{}
	return []site.Route{
		get("/cases", list),
		post("/cases", begin),
		get("/cases/add", c.ask),
		post("/cases/add", add),
		get("/case/{id}", c.one),
		post("/case/{id}", change),
		post("/case/{id}/item/{item}", changeItem),
		post("/case/{id}/note", note),
		post("/case/{id}/undo", undo),
		post("/case/{id}/delete", remove),
		post("/case/{id}/export", hand),
	}
}

// kept stands before each: without a place for them there are no cases, and errors are said in words.
func kept(handle func(*site.Request) error) func(*site.Request) error {
	return func(r *site.Request) error {
		if r.Site.Cases == nil {
			return site.Problem{Status: http.StatusServiceUnavailable, Key: "case.error.closed"}
		}
		return problem(handle(r))
	}
}

// problem is an error of a case as it is said.
func problem(err error) error {
	for _, p := range []struct {
		err    error
		status int
		key    string
	}{
		{casefile.ErrUnknown, http.StatusNotFound, "case.error.unknown"}, {casefile.ErrNoItem, http.StatusNotFound, "case.error.noitem"},
		{casefile.ErrThere, http.StatusConflict, "case.error.there"}, {casefile.ErrSince, http.StatusConflict, "case.error.since"},
		{casefile.ErrNothing, http.StatusConflict, "case.error.nothing"}, {casefile.ErrBad, http.StatusBadRequest, "case.error.bad"},
		{deskdb.ErrReadOnly, http.StatusServiceUnavailable, "case.error.closed"}, {deskdb.ErrFull, http.StatusInsufficientStorage, "case.error.full"},
		{deskdb.ErrBusy, http.StatusServiceUnavailable, "case.error.busy"},
	} {
		if errors.Is(err, p.err) {
			return site.Problem{Status: p.status, Key: p.key}
		}
	}
	return err
}

// by is who asks, now.
func by(r *site.Request) casefile.By {
	return casefile.By{Who: r.Person.Pseudonym, At: r.Site.Now()}
}

// field is what a form has under a name.
func field(r *site.Request, name string) string { return strings.TrimSpace(r.FormValue(name)) }

// maker tells items, with who reviewed them.
func maker(r *site.Request) (*entry.Maker, error) {
	reviews, err := reviewed.In(r.Context(), r.Shelf().Store, r.Site.Version)
	return &entry.Maker{Shelf: r.Shelf(), Reviewed: reviews}, err
}

func list(r *site.Request) error {
	all, err := r.Site.Cases.List(r.Context())
	if err != nil {
		return err
	}
	return r.Show("cases", r.Say("nav.cases"), struct {
		Cases []casefile.Summary
		Langs []string
	}{all, casefile.Languages})
}

func begin(r *site.Request) error {
	k, err := r.Site.Cases.New(r.Context(), by(r), field(r, "name"), field(r, "language"))
	if err != nil {
		return err
	}
	return r.Redirect("/case/"+k.ID, "case.begun")
}

// adding is what a page that adds something shows.
type adding struct {
	ID     string
	Item   item
	Cases  []casefile.Summary
	Langs  []string
	Quoted bool
}

// ask shows what is to be added, and asks to which case.
func (c *told) ask(r *site.Request) error {
	i, err := named(r, field(r, "id"))
	if err != nil {
		return err
	}
	e, err := c.of(r, i, once(r))
	if err != nil {
		return err
	}
	if e.Gone != "" {
		return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
	}
	t, err := document.NewTeller(r.Words.Language)
	if err != nil {
		return err
	}
	all, err := r.Site.Cases.List(r.Context(), i.About)
	if err != nil {
		return err
	}
	shown := tell(r, t, &e, 0)
	return r.Show("case-add", r.Say("case.add"), adding{i.About, shown, all, casefile.Languages, shown.Quote != ""})
}

// add puts something into a case, a new one where none was chosen.
func add(r *site.Request) error {
	i, err := named(r, field(r, "id"))
	if err != nil {
		return err
	}
	i.Comment, i.Translation = field(r, "comment"), field(r, "translation")
	id := field(r, "case")
	if id == "" {
		k, err := r.Site.Cases.New(r.Context(), by(r), field(r, "name"), field(r, "language"))
		if err != nil {
			return err
		}
		id = k.ID
	}
	made, err := r.Site.Cases.Add(r.Context(), by(r), id, i)
	if err != nil {
		return err
	}
	return r.Redirect("/case/"+id+"?from="+last+"#"+made.ID, "case.added")
}

// last asks for the last page of a case.
const last = "last"

// named is the item of a thing that is named by its ID. A claim may be named without its article.
func named(r *site.Request, id string) (i casefile.Item, err error) {
	if strings.HasPrefix(id, "c-") {
		article, err := r.Shelf().Store.ArticleOf(r.Context(), id)
		if err != nil {
			return i, err
		}
		id = article + "/" + id
	}
	if i.Kind = casefile.KindOf(id); i.Kind == "" {
		return i, site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
	}
	i.About = id
	return i, there(r.Context(), r, &i)
}

// there is an error where the ledger has no such thing.
func there(ctx context.Context, r *site.Request, i *casefile.Item) error {
	switch i.Kind {
	case casefile.Incident:
		in, err := r.Shelf().Found.Incident(ctx, i.About)
		i.About = in.ID // its own, where it was named by one that it had
		return err
	case casefile.Question:
		stories, err := r.Shelf().Found.Asking(ctx, i.About)
		if err != nil {
			return err
		}
		return r.Shelf().Stories(ctx, stories, func(m *matter.Matter) error {
			for _, q := range m.Questions() {
				if q.ID == i.About {
					return nil
				}
			}
			return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
		})
	}
	article, _ := i.Finding()
	_, err := r.Shelf().Store.Find(ctx, article)
	return err
}
