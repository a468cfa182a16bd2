// Package operation is what the operations of the API have in common: how each stands behind the
// gate, in bounds and with its ETag, what becomes of an error, and what a cursor is.
package operation

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
)

// Options are what a set is made of.
type Options struct {
	*site.Site
	Guard *guard.Guard
	// Rates bound how often one client may ask; nil for not at all.
	Rates  *guard.Rates
	Prefix string // what all addresses begin with
	About  string // of the whole, for the description
}

// Set is operations at their addresses.
type Set struct {
	Options
	Huma   huma.API
	mux    *http.ServeMux
	tags   *tags
	now    Operation // that is being registered
	routes []Route
}

// Route is one operation, for those who look at all of them.
type Route struct {
	Method, Pattern string // as of http.ServeMux, with the prefix
	Least           login.Role
}

// New is a set without operations, but for its own description.
func New(o Options) *Set {
	s := &Set{Options: o, mux: http.NewServeMux(), tags: newTags(o.Version)}
	c := huma.DefaultConfig("Riwaya", "1")
	c.Info.Description = o.About
	c.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", "" // the description is served here, at one address; no page that loads anything
	c.CreateHooks = nil                                   // no links to schemas in bodies
	c.RejectUnknownQueryParameters = true
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"session": {Type: "http", Scheme: "bearer",
		Description: "The secret that POST /session gives. Only where the desk listens on another address than its machine's own."}}
	s.Huma = humago.NewWithPrefix((*router)(s), o.Prefix, c)
	s.now = Operation{State: func(context.Context) string { return "" }}
	(*router)(s).HandleFunc("GET "+o.Prefix+"/openapi.json", func(w http.ResponseWriter, r *http.Request) {
		b, err := json.Marshal(s.Huma.OpenAPI())
		if err != nil {
			Problem(w, http.StatusInternalServerError, "")
			return
		}
		w.Header().Set("Content-Type", "application/openapi+json")
		_, _ = w.Write(b) // who asked has gone
	})
	s.mux.HandleFunc(o.Prefix+"/", func(w http.ResponseWriter, r *http.Request) { Problem(w, http.StatusNotFound, "no such operation") })
	return s
}

// ServeHTTP answers.
func (s *Set) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// Routes are all operations.
func (s *Set) Routes() []Route { return s.routes }

// router is the mux as huma registers operations with it: each behind the gate, in bounds, with its
// ETag.
type router Set

func (m *router) HandleFunc(pattern string, h func(http.ResponseWriter, *http.Request)) {
	s := (*Set)(m)
	method, path, _ := strings.Cut(pattern, " ")
	s.routes = append(s.routes, Route{method, path, s.now.Least})
	handler := http.Handler(http.HandlerFunc(h))
	if method == http.MethodGet && !s.now.Open {
		handler = s.tags.tagged(s.now.State, handler)
	}
	if s.Gate != nil {
		handler = s.Gate.Least(s.now.Least, handler)
	}
	if s.Rates != nil && s.Guard != nil {
		handler = s.Guard.Limit(s.Rates, handler)
	}
	// One byte more than huma takes, so that it is huma that says so where a length is not stated.
	s.mux.Handle(pattern, guard.Bound(BodySize+1, bounded(handler)))
}

// bounded refuses a body of which it is said that it is too large.
func bounded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > BodySize {
			Problem(w, http.StatusRequestEntityTooLarge, "the body is larger than any operation takes")
			return
		}
		h.ServeHTTP(w, r)
	})
}

func (m *router) ServeHTTP(w http.ResponseWriter, r *http.Request) { m.mux.ServeHTTP(w, r) }

// BodySize is the most that a request may bring, in bytes.
const BodySize = 1 << 20

// Operation says what an operation is.
type Operation struct {
	Method, Path, ID, Tag, Summary, About string
	Least                                 login.Role
	// State names what the answer is made from, where that is known before it is made; nil where
	// it is to be known by the answer.
	State func(context.Context) string
	// Open is an answer that stays open: it has no ETag.
	Open bool
	// Errors are the statuses beside those that any operation may answer with.
	Errors []int
	// Answers are descriptions of answers that are no JSON.
	Answers map[string]*huma.Response
}

// Add registers an operation. Its errors become problems that tell no more than they should.
func Add[I, O any](s *Set, op Operation, do func(context.Context, *I) (*O, error)) {
	s.now = op
	h := huma.Operation{Method: op.Method, Path: op.Path, OperationID: op.ID, Summary: op.Summary, Description: op.About, Tags: []string{op.Tag}, Responses: op.Answers,
		MaxBodyBytes: BodySize, Errors: append([]int{http.StatusNotFound, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable}, op.Errors...)}
	if op.Least > login.Nobody {
		h.Security = []map[string][]string{{"session": {}}}
		h.Errors = append(h.Errors, http.StatusUnauthorized, http.StatusForbidden)
		h.Extensions = map[string]any{"x-least-role": op.Least.String()}
	}
	huma.Register(s.Huma, h, func(ctx context.Context, in *I) (*O, error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, s.fail(ctx, err)
		}
		return out, nil
	})
}

// Get is an operation that anybody who may look may do, made from the ledger's log alone.
func Get[I, O any](s *Set, path, id, tag, summary, about string, do func(context.Context, *I) (*O, error)) {
	Add(s, Operation{Method: http.MethodGet, Path: path, ID: id, Tag: tag, Summary: summary, About: about, Least: login.Reader, State: s.edition}, do)
}

// Look is the same of what is not made from the ledger's log alone.
func Look[I, O any](s *Set, path, id, tag, summary, about string, do func(context.Context, *I) (*O, error)) {
	Add(s, Operation{Method: http.MethodGet, Path: path, ID: id, Tag: tag, Summary: summary, About: about, Least: login.Reader}, do)
}

// edition names the state of the ledger.
func (s *Set) edition(context.Context) string { return strconv.FormatInt(s.Shelf.Edition(), 10) }

// Body is an answer.
type Body[T any] struct{ Body T }

// Answer is an answer with a body.
func Answer[T any](v T) *Body[T] { return &Body[T]{v} }
