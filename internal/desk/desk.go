// Package desk is the web desk: pages on which people gather, read, trace, review and build a
// case, each page a package of its own below this one. This package knows all routes, and in what
// order a request passes those who guard it:
//
//	guard   is it the desk that is asked, by one of its own pages or a program, in bounds?
//	login   who asks, and may they?
//	site    in which language; then the page
package desk

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"riwaya/internal/desk/api"
	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/web"
	"riwaya/internal/desk/words"
)

// Desk is the site as a handler.
type Desk struct {
	site  *site.Site
	guard *guard.Guard
	gate  *login.Gate
	api   *api.API
}

// Options are what a desk is made of.
type Options struct {
	site.Options
	Access    guard.Access    // where it listens; the zero value answers this machine at any port
	Accounts  *login.Accounts // nil where nobody has to log in: whoever asks may do everything
	Pseudonym string          // of whoever that is; "" is login.Usual
	Requests  *slog.Logger    // one line a request, nil for none
}

// New makes a desk. An error is one of the program's own files.
func New(o Options) (*Desk, error) {
	d := &Desk{}
	if o.Access.Hosts.None() {
		o.Access.Hosts = guard.NewHosts("")
	}
	d.guard = guard.New(guard.Options{Hosts: o.Access.Hosts, TLS: o.Access.TLS, Local: !o.Access.Login, Now: o.Now, Log: o.Requests, Refuse: d.refuse})
	d.gate = login.NewGate(login.GateOptions{Accounts: o.Accounts, Pseudonym: o.Pseudonym, TLS: o.Access.TLS, Guard: d.guard, Ask: d.ask, Failed: d.failed})
	o.Gate = d.gate
	var err error
	if d.site, err = site.New(o.Options); err != nil {
		return nil, err
	}
	d.api = api.New(api.Options{Site: d.site, Guard: d.guard, Rates: guard.NewRates(programs)})
	return d, nil
}

// programs is how often one program may ask.
var programs = guard.Rate{Every: 20 * time.Millisecond, Burst: 500}

// Server answers every request that passes the guard. Its listener is the caller's.
func (d *Desk) Server() *http.Server { return d.guard.Server(d.Handler()) }

// Handler answers every request, without a guard before it: what listens is Server.
func (d *Desk) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, e := range d.entries() {
		mux.Handle(strings.TrimSpace(e.Method+" "+e.Pattern), e.handler)
	}
	return mux
}

// Entry is an address at which the desk answers: of a page, one for each language.
type Entry struct {
	Method  string // "" is any
	Pattern string // as of net/http's ServeMux
	Least   login.Role
	Body    int64 // the most that a request may bring, in bytes
	handler http.Handler
}

// Entries are all of them, those of the API too.
func (d *Desk) Entries() []Entry {
	all := d.entries()
	for _, r := range d.api.Routes() {
		all = append(all, Entry{Method: r.Method, Pattern: r.Pattern, Least: r.Least})
	}
	return all
}

func (d *Desk) entries() (all []Entry) {
	page := func(lang string, r site.Route) {
		if r.Body == 0 {
			r.Body = formSize
		}
		all = append(all, Entry{r.Method, "/" + lang + r.Pattern, r.Least, r.Body, d.serve(lang, r)})
	}
	other := func(pattern string, h http.Handler) {
		all = append(all, Entry{Method: http.MethodGet, Pattern: pattern, handler: h})
	}
	for _, lang := range words.Languages() {
		for _, r := range Routes() {
			page(lang, r)
		}
		// what is nowhere, in the language in which it was asked for
		page(lang, site.Route{Pattern: "/", Handle: func(*site.Request) error {
			return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
		}})
	}
	all = append(all, Entry{Pattern: api.Prefix + "/", handler: d.api})
	other(web.Prefix, web.Handler())
	other("/{$}", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/"+site.Accepted(r.Header.Get("Accept-Language"))+"/", http.StatusSeeOther)
	}))
	other("/healthz", guard.Health(func(ctx context.Context) error {
		_, err := d.site.Shelf.Store.Cursor(ctx)
		return err
	}))
	other("/metrics", d.metrics())
	return all
}

// formSize is the most that a form may bring, in bytes.
const formSize = 1 << 20

// serve answers one route in one language.
func (d *Desk) serve(lang string, route site.Route) http.Handler {
	return guard.Bound(route.Body, d.gate.Least(route.Least, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.request(lang, w, r).Answer(&route)
	})))
}

func (d *Desk) request(lang string, w http.ResponseWriter, r *http.Request) *site.Request {
	who := login.From(r.Context())
	return &site.Request{Request: r, W: w, Site: d.site, Words: d.site.Words[lang],
		Person: site.Person{Pseudonym: who.Pseudonym, Role: who.Role, Token: who.Token, Login: who.LoggedIn()}}
}

// metrics are for this machine itself, where what gathers them has no account, and for admins.
func (d *Desk) metrics() http.Handler {
	counts := d.guard.Metrics(func(ctx context.Context) []guard.Gauge {
		status, err := d.site.Shelf.Status(ctx)
		if err != nil {
			return nil // the counts are worth having alone
		}
		return []guard.Gauge{{Name: "riwaya_reports", Help: "Reports in the ledger.", Value: float64(status.Reports)},
			{Name: "riwaya_edition", Help: "Leaves of the log that pages are made from.", Value: float64(d.site.Shelf.Edition())}}
	})
	admins := d.gate.Least(login.Admin, counts)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if guard.Local(r) {
			counts.ServeHTTP(w, r)
			return
		}
		admins.ServeHTTP(w, r)
	})
}

// language is the one that an address begins with, else the one that the browser asks for.
func language(r *http.Request) string {
	for _, lang := range words.Languages() {
		if strings.HasPrefix(r.URL.Path, "/"+lang+"/") {
			return lang
		}
	}
	return site.Accepted(r.Header.Get("Accept-Language"))
}

// program reports whether a request is one of the API.
func program(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, api.Prefix+"/") }

// refuse answers what guard or gate did not let through.
func (d *Desk) refuse(w http.ResponseWriter, r *http.Request, why guard.Refusal) {
	if program(r) {
		operation.Problem(w, why.Status, d.site.Words["en"].Say("refused."+why.Why))
		return
	}
	d.request(language(r), w, r).Refuse(why)
}

// failed answers where accounts could not be looked up.
func (d *Desk) failed(w http.ResponseWriter, r *http.Request, err error) {
	if program(r) {
		if d.site.Log != nil {
			d.site.Log(err)
		}
		operation.Problem(w, http.StatusServiceUnavailable, "accounts cannot be looked up just now")
		return
	}
	d.request(language(r), w, r).Fail(err)
}

// ask leads who has to log in first to where that is done, and then back to the page.
func (d *Desk) ask(w http.ResponseWriter, r *http.Request) {
	if program(r) {
		w.Header().Set("WWW-Authenticate", `Bearer realm="riwaya"`)
		operation.Problem(w, http.StatusUnauthorized, "log in first: POST "+api.Prefix+"/session")
		return
	}
	to := url.URL{Path: "/" + language(r) + "/login"}
	if guard.Safe(r) {
		to.RawQuery = url.Values{"next": {r.URL.RequestURI()}}.Encode()
	}
	http.Redirect(w, r, to.String(), http.StatusSeeOther)
}
