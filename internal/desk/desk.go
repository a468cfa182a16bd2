// Package desk is the web desk: pages on which people gather, read, trace, review and build a
// case, each page a package of its own below this one. This package knows all routes, and in what
// order a request passes those who guard it.
package desk

import (
	"net/http"

	"riwaya/internal/desk/site"
	"riwaya/internal/desk/web"
	"riwaya/internal/desk/words"
)

// Desk is the site as a handler.
type Desk struct {
	site *site.Site
	who  func(*http.Request) site.Person
}

// Options are what a desk is made of.
type Options struct {
	site.Options
	// Who says who asks; nil where the desk is one person's own, who may do everything.
	Who func(*http.Request) site.Person
}

// New makes a desk. An error is one of the program's own files.
func New(o Options) (*Desk, error) {
	s, err := site.New(o.Options)
	if err != nil {
		return nil, err
	}
	d := &Desk{site: s, who: o.Who}
	if d.who == nil {
		d.who = func(*http.Request) site.Person { return site.Person{Pseudonym: "R1", Role: site.Admin} }
	}
	return d, nil
}

// Handler answers every request.
func (d *Desk) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range Routes() {
		for _, lang := range words.Languages() {
			mux.Handle(r.Method+" /"+lang+r.Pattern, d.serve(lang, r))
		}
	}
	mux.Handle("GET "+web.Prefix, web.Handler())
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/"+site.Accepted(r.Header.Get("Accept-Language"))+"/", http.StatusSeeOther)
	})
	for _, lang := range words.Languages() { // what is nowhere, in the language in which it was asked for
		mux.Handle("/"+lang+"/", d.serve(lang, site.Route{Handle: func(*site.Request) error {
			return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
		}}))
	}
	return mux
}

// formSize is the most that a form may bring, in bytes.
const formSize = 1 << 20

// serve answers one route in one language.
func (d *Desk) serve(lang string, route site.Route) http.Handler {
	size := route.Body
	if size == 0 {
		size = formSize
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, size)
		q := &site.Request{Request: r, W: w, Site: d.site, Words: d.site.Words[lang], Person: d.who(r)}
		err := error(site.Problem{Status: http.StatusForbidden, Key: "error.role"})
		if q.Person.Role >= route.Least {
			err = route.Handle(q)
		}
		if err != nil {
			q.Fail(err)
		}
	})
}
