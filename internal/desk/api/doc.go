// Package api answers programs: all that the pages show, as JSON, under /api/v1. Its description
// (OpenAPI 3.1) is made from the types here, and docs/api.md from that.
//
// It promises that nothing in an answer names a private person: the text of an article too has
// their letters crossed out, and only the page of the report shows it as it was published; that a
// list can be gone through to its end while others add to the ledger (cursors stand for a place in
// the order, not for a number); and that an answer's ETag changes whenever the answer may.
//
// It knows neither store nor network; what changes the ledger is handed to it, as to the pages.
package api

import (
	"encoding/json"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/api/stream"
	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/site"
)

// Prefix is what all addresses of the API begin with.
const Prefix = "/api/v1"

// Options are what the API is made of: the same as the pages.
type Options struct {
	*site.Site
	Guard *guard.Guard
	Rates *guard.Rates // how often one client may ask; nil for not at all
}

// API answers programs.
type API struct {
	*operation.Set
	o Options
}

// New makes the API.
func New(o Options) *API {
	a := &API{operation.New(operation.Options{Site: o.Site, Guard: o.Guard, Rates: o.Rates, Prefix: Prefix, About: about}), o}
	a.register()
	return a
}

const about = `All that the desk's pages show. IDs are those of the pages: s- stories, i- incidents, q- questions, c- claims, f- figures, art- articles, cap- captures.
Days are 2006-01-02, times RFC 3339. Positions are Unicode code points, half open. Nothing is added up or averaged: each value is one that a report states, and every count is among the reports of this ledger only.
Private persons are named by what they are, as [witness]; in the text of an article their letters are crossed out.
Errors are problem details (RFC 9457). A list has at most limit members and, where there are more, next: the cursor that the next request states.
Answers have an ETag; a request that states it as If-None-Match gets 304 where nothing changed.`

// OpenAPI is the description, as JSON.
func (a *API) OpenAPI() ([]byte, error) { return json.Marshal(a.Huma.OpenAPI()) }

func (a *API) register() {
	a.stories()
	a.incidents()
	a.reports()
	a.searches()
	a.sources()
	a.reviews()
	a.evidence()
	a.proof()
	a.cases()
	a.shares()
	stream.Add(a.Set, a.o.Site)
	a.session()
}
