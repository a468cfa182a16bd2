package operation

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/site"
	"riwaya/internal/ledger"
	"riwaya/internal/tracing"
)

// fail is an error as it is told: what was wrong with the request, or that something is wrong here.
// What that is stands in the program's log, not in the answer: it may name files.
func (s *Set) fail(ctx context.Context, err error) error {
	var told huma.StatusError
	var p site.Problem
	why, ofBody := guard.Why(err)
	switch {
	case errors.As(err, &told):
		return told
	case ofBody:
		return huma.NewError(why.Status, http.StatusText(why.Status))
	case errors.As(err, &p):
		return huma.NewError(p.Status, s.english(p))
	case site.Unknown(err):
		return huma.Error404NotFound("there is nothing of that name in this ledger")
	case errors.Is(err, ledger.ErrGone):
		return huma.Error410Gone("this was taken out of the ledger")
	case errors.Is(err, tracing.ErrOlder):
		return huma.Error410Gone("a newer version of this report counts")
	case errors.Is(err, tracing.ErrGone):
		return huma.Error410Gone("one of them was taken out of the ledger")
	case ctx.Err() != nil:
		return huma.Error503ServiceUnavailable("given up")
	case s.Shelf.Edition() == 0:
		return huma.Error503ServiceUnavailable("the ledger is being looked through for the first time")
	}
	if s.Log != nil {
		s.Log(err)
	}
	return huma.Error500InternalServerError("something went wrong inside the program; its log says what")
}

// english is what a page would say of a problem.
func (s *Set) english(p site.Problem) string {
	if c := s.Words["en"]; c != nil {
		return c.Say(p.Key, p.Values...)
	}
	return http.StatusText(p.Status)
}

// Problem answers with problem details (RFC 9457).
func Problem(w http.ResponseWriter, status int, detail string) {
	b, err := json.Marshal(huma.ErrorModel{Title: http.StatusText(status), Status: status, Detail: detail})
	if err != nil {
		http.Error(w, http.StatusText(status), status)
		return
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_, _ = w.Write(b) // who asked has gone
}
