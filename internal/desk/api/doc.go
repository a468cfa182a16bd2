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
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
)

// Prefix is what all addresses of the API begin with.
const Prefix = "/api/v1"

// Options are what the API is made of: the same as the pages.
type Options struct {
	*site.Site
	Guard *guard.Guard
	// Rates bound how often one client may ask; nil for not at all.
	Rates *guard.Rates
}

// API answers programs.
type API struct {
	o      Options
	mux    *http.ServeMux
	huma   huma.API
	states *states
	least  login.Role // of the operation that is being registered
	state  func(context.Context) string
	size   int64
	routes []Route
}

// Route is one operation, for those who look at all of them.
type Route struct {
	Method, Pattern string // as of http.ServeMux, with the prefix
	Least           login.Role
}

// New makes the API.
func New(o Options) *API {
	a := &API{o: o, mux: http.NewServeMux(), states: newStates(o.Version)}
	c := huma.DefaultConfig("Riwaya", "1")
	c.Info.Description = about
	c.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", "" // the description is served by us, at one address; no page that loads anything
	c.CreateHooks = nil                                   // no links to schemas in bodies
	c.RejectUnknownQueryParameters = true
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"session": {Type: "http", Scheme: "bearer",
		Description: "The secret that POST /session gives. Only where the desk listens on another address than its machine's own."}}
	a.huma = humago.NewWithPrefix((*router)(a), Prefix, c)
	a.register()
	a.mux.HandleFunc("GET "+Prefix+"/openapi.json", func(w http.ResponseWriter, r *http.Request) {
		b, err := a.OpenAPI()
		if err != nil {
			a.problem(w, http.StatusInternalServerError, "")
			return
		}
		w.Header().Set("Content-Type", "application/openapi+json")
		_, _ = w.Write(b) // who asked has gone
	})
	a.mux.HandleFunc(Prefix+"/", func(w http.ResponseWriter, r *http.Request) { a.problem(w, http.StatusNotFound, "no such operation") })
	return a
}

const about = `All that the desk's pages show. IDs are those of the pages: s- stories, i- incidents, q- questions, c- claims, f- figures, art- articles, cap- captures.
Days are 2006-01-02, times RFC 3339. Positions are Unicode code points, half open. Nothing is added up or averaged: each value is one that a report states, and every count is among the reports of this ledger only.
Private persons are named by what they are, as [witness]; in the text of an article their letters are crossed out.
Errors are problem details (RFC 9457). A list has at most limit members and, where there are more, next: the cursor that the next request states.
Answers have an ETag; a request that states it as If-None-Match gets 304 where nothing changed.`

// ServeHTTP answers.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.mux.ServeHTTP(w, r) }

// OpenAPI is the description, as JSON.
func (a *API) OpenAPI() ([]byte, error) { return json.Marshal(a.huma.OpenAPI()) }

// Describe is the description.
func (a *API) Describe() *huma.OpenAPI { return a.huma.OpenAPI() }

// Routes are all operations.
func (a *API) Routes() []Route { return a.routes }

func (a *API) register() {
	a.stories()
	a.incidents()
	a.reports()
	a.searches()
	a.sources()
	a.reviews()
	a.evidence()
	a.events()
	a.session()
}

// router is the mux as huma registers operations with it: each behind the gate, in bounds, with its
// ETag.
type router API

func (m *router) HandleFunc(pattern string, h func(http.ResponseWriter, *http.Request)) {
	a := (*API)(m)
	method, path, _ := strings.Cut(pattern, " ")
	a.routes = append(a.routes, Route{method, path, a.least})
	handler := a.states.tagged(a.state, http.HandlerFunc(h))
	if a.o.Gate != nil {
		handler = a.o.Gate.Least(a.least, handler)
	}
	if a.o.Rates != nil && a.o.Guard != nil {
		handler = a.o.Guard.Limit(a.o.Rates, handler)
	}
	a.mux.Handle(pattern, guard.Bound(a.size, handler))
}

func (m *router) ServeHTTP(w http.ResponseWriter, r *http.Request) { m.mux.ServeHTTP(w, r) }

// bodySize is the most that a request may bring, in bytes.
const bodySize = 1 << 20

// operation says what an operation is.
type operation struct {
	method, path, id, tag, summary, about string
	least                                 login.Role
	// state names what the answer is made from, where that is known before it is made; nil where
	// it is to be known by the answer.
	state func(context.Context) string
	// errors are the statuses beside those that any operation may answer with.
	errors []int
}

// add registers an operation. Its errors become problems that tell no more than they should.
func add[I, O any](a *API, op operation, do func(context.Context, *I) (*O, error)) {
	a.least, a.state, a.size = op.least, op.state, bodySize
	h := huma.Operation{Method: op.method, Path: op.path, OperationID: op.id, Summary: op.summary, Description: op.about, Tags: []string{op.tag},
		MaxBodyBytes: bodySize, Errors: append([]int{http.StatusNotFound, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable}, op.errors...)}
	if op.least > login.Nobody {
		h.Security = []map[string][]string{{"session": {}}}
		h.Errors = append(h.Errors, http.StatusUnauthorized, http.StatusForbidden)
		h.Extensions = map[string]any{"x-least-role": op.least.String()}
	}
	huma.Register(a.huma, h, func(ctx context.Context, in *I) (*O, error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, a.fail(ctx, err)
		}
		return out, nil
	})
}

// get is an operation that anybody who may look may do, made from the ledger alone.
func get[I, O any](a *API, path, id, tag, summary, about string, do func(context.Context, *I) (*O, error)) {
	add(a, operation{method: http.MethodGet, path: path, id: id, tag: tag, summary: summary, about: about, least: login.Reader, state: a.edition}, do)
}

// look is the same of what is not made from the ledger's log alone.
func look[I, O any](a *API, path, id, tag, summary, about string, do func(context.Context, *I) (*O, error)) {
	add(a, operation{method: http.MethodGet, path: path, id: id, tag: tag, summary: summary, about: about, least: login.Reader}, do)
}

// Body is an answer.
type Body[T any] struct{ Body T }

func answer[T any](v T) *Body[T] { return &Body[T]{v} }
