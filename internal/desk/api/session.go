package api

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/login"
)

// Session is who asks.
type Session struct {
	Pseudonym string `json:"pseudonym" doc:"which alone stands under reviews and in exports"`
	Role      string `json:"role" doc:"reader, reviewer, admin"`
	Secret    string `json:"secret,omitempty" doc:"to be sent with each request: Authorization: Bearer SECRET. Told once."`
}

// credentials are what logs in.
type credentials struct {
	Name     string `json:"name" minLength:"1" maxLength:"64"`
	Password string `json:"password" minLength:"1" maxLength:"256"`
}

func (a *API) session() {
	operation.Look(a.Set, "/session", "session", "session", "Who asks", "",
		func(ctx context.Context, _ *struct{}) (*operation.Body[Session], error) {
			w := login.From(ctx)
			return operation.Answer(Session{Pseudonym: w.Pseudonym, Role: w.Role.String()}), nil
		})
	operation.Add(a.Set, operation.Operation{Method: http.MethodPost, Path: "/session", ID: "enter", Tag: "session", Summary: "Log in", Least: login.Nobody, Errors: []int{http.StatusForbidden},
		About: "Only where the desk listens on another address than its machine's own. A session ends after two hours without use, and after twelve in all."},
		func(ctx context.Context, in *entering) (*operation.Body[Session], error) {
			if a.o.Gate == nil || a.o.Gate.Open() {
				return nil, huma.Error404NotFound("nobody needs to log in here")
			}
			secret, who, err := a.o.Gate.Bearer(in.at, in.Body.Name, in.Body.Password)
			switch {
			case errors.Is(err, login.ErrOften):
				return nil, huma.Error429TooManyRequests("tried too often")
			case errors.Is(err, login.ErrDenied):
				return nil, huma.Error403Forbidden("no account has this name and this password")
			case err != nil:
				return nil, err
			}
			return operation.Answer(Session{who.Pseudonym, who.Role.String(), secret}), nil
		})
	type leaving struct {
		Everywhere bool `query:"everywhere" doc:"all sessions of the account"`
	}
	operation.Add(a.Set, operation.Operation{Method: http.MethodDelete, Path: "/session", ID: "leave", Tag: "session", Summary: "Log out", Least: login.Reader},
		func(ctx context.Context, in *leaving) (*struct{}, error) {
			if a.o.Gate == nil {
				return nil, nil
			}
			return nil, a.o.Gate.End(ctx, in.Everywhere)
		})
}

// entering is a request to log in. The gate counts by who sends it.
type entering struct {
	Body credentials
	at   *http.Request
}

// Resolve is called by huma before the operation.
func (e *entering) Resolve(c huma.Context) []error {
	e.at, _ = humago.Unwrap(c)
	return nil
}
