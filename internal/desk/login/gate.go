package login

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"riwaya/internal/desk/guard"
)

// Gate stands before routes.
type Gate struct {
	o GateOptions
}

// GateOptions are what a gate is made of.
type GateOptions struct {
	// Accounts are who may log in; nil where nobody needs to: then whoever asks is Admin, under
	// Pseudonym, and the guard lets in this machine itself only.
	Accounts  *Accounts
	Pseudonym string // "" is Usual
	TLS       bool   // whether cookies go over TLS only
	Guard     *guard.Guard
	// Ask answers who has to log in first: a page with the form, or an error to a program. It
	// may be nil: then the answer is 401.
	Ask func(http.ResponseWriter, *http.Request)
	// Failed is told what kept the gate from looking, and answers. It may be nil: then the
	// answer is 503, and nobody is told.
	Failed func(http.ResponseWriter, *http.Request, error)
}

// NewGate makes a gate.
func NewGate(o GateOptions) *Gate {
	if o.Pseudonym == "" {
		o.Pseudonym = Usual
	}
	return &Gate{o}
}

// Open reports whether nobody needs to log in.
func (g *Gate) Open() bool { return g.o.Accounts == nil }

type whoKey struct{}

// From is who asks, as the gate before the route found; the zero value where it was for anybody
// and nobody is logged in.
func From(ctx context.Context) Who {
	w, _ := ctx.Value(whoKey{}).(Who)
	return w
}

// With is a context in which w asks: for the gate, and for tests of what stands behind it.
func With(ctx context.Context, w Who) context.Context { return context.WithValue(ctx, whoKey{}, w) }

// Least is h for whoever has at least that role. Nobody is a route for anybody; who asks is known
// to it all the same. Changes must state the token of their session, but where the session came
// as a bearer's (RFC 6750), which no browser adds by itself.
func (g *Gate) Least(role Role, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, bearer, err := g.who(r)
		switch {
		case err == nil:
		case !errors.Is(err, ErrNone):
			g.failed(w, r, err)
			return
		case role == Nobody:
			who = Who{}
		default:
			g.ask(w, r)
			return
		}
		if who.Role < role {
			g.o.Guard.Refuse(w, r, guard.Refusal{Status: http.StatusForbidden, Why: guard.NotAllowed})
			return
		}
		if who.LoggedIn() && !bearer && !guard.Safe(r) {
			if ok, err := guard.HasToken(r, who.secret); !ok {
				why, ofBody := guard.Why(err)
				if !ofBody {
					why = guard.Refusal{Status: http.StatusForbidden, Why: guard.NoToken}
				}
				g.o.Guard.Refuse(w, r, why)
				return
			}
		}
		h.ServeHTTP(w, r.WithContext(With(r.Context(), who)))
	})
}

// who asks; bearer where the session did not come as a cookie.
func (g *Gate) who(r *http.Request) (who Who, bearer bool, err error) {
	if g.Open() {
		return Who{Pseudonym: g.o.Pseudonym, Role: Admin}, false, nil
	}
	if kind, secret, ok := strings.Cut(r.Header.Get("Authorization"), " "); ok && strings.EqualFold(kind, "Bearer") {
		who, err = g.o.Accounts.Who(r.Context(), secret)
		return who, true, err
	}
	c, err := r.Cookie(g.cookie())
	if err != nil {
		return Who{}, false, ErrNone
	}
	who, err = g.o.Accounts.Who(r.Context(), c.Value)
	return who, false, err
}

func (g *Gate) ask(w http.ResponseWriter, r *http.Request) {
	if g.o.Ask != nil {
		g.o.Ask(w, r)
		return
	}
	http.Error(w, http.StatusText(http.StatusUnauthorized), http.StatusUnauthorized)
}

func (g *Gate) failed(w http.ResponseWriter, r *http.Request, err error) {
	if g.o.Failed != nil {
		g.o.Failed(w, r, err)
		return
	}
	http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
}

// cookie is the name of the session's cookie. The prefix binds it to this host and to TLS (RFC
// 6265bis, 4.1.3.2), and is only to be had with TLS.
func (g *Gate) cookie() string {
	if g.o.TLS {
		return "__Host-riwaya"
	}
	return "riwaya"
}

// Enter logs in, and sets the cookie. Errors are those of Accounts.Enter; a session that the
// browser had before is ended.
func (g *Gate) Enter(w http.ResponseWriter, r *http.Request, name, password string) error {
	if g.Open() {
		return ErrDenied
	}
	secret, err := g.o.Accounts.Enter(r.Context(), guard.Client(r), name, password)
	if err != nil {
		return err
	}
	if before := From(r.Context()); before.LoggedIn() {
		if err := g.o.Accounts.Leave(r.Context(), before); err != nil {
			return err
		}
	}
	g.set(w, secret, 0)
	return nil
}

// Bearer logs in a program, which keeps the secret itself.
func (g *Gate) Bearer(r *http.Request, name, password string) (secret string, who Who, err error) {
	if g.Open() {
		return "", Who{}, ErrDenied
	}
	if secret, err = g.o.Accounts.Enter(r.Context(), guard.Client(r), name, password); err != nil {
		return "", Who{}, err
	}
	who, err = g.o.Accounts.Who(r.Context(), secret)
	return secret, who, err
}

// Still reports whether who asked a while ago still may, as a role at least.
func (g *Gate) Still(r *http.Request, least Role) bool {
	who, _, err := g.who(r)
	return err == nil && who.Role >= least
}

// End ends the session of who asks, or all of the account's.
func (g *Gate) End(ctx context.Context, everywhere bool) error {
	who := From(ctx)
	if g.Open() || !who.LoggedIn() {
		return nil
	}
	if everywhere {
		return g.o.Accounts.LeaveAll(ctx, who)
	}
	return g.o.Accounts.Leave(ctx, who)
}

// Leave is End for a browser, whose cookie goes too.
func (g *Gate) Leave(w http.ResponseWriter, r *http.Request, everywhere bool) error {
	if err := g.End(r.Context(), everywhere); err != nil {
		return err
	}
	if !g.Open() {
		g.set(w, "", -1)
	}
	return nil
}

func (g *Gate) set(w http.ResponseWriter, secret string, age int) {
	http.SetCookie(w, &http.Cookie{Name: g.cookie(), Value: secret, Path: "/", MaxAge: age, Secure: g.o.TLS, HttpOnly: true, SameSite: http.SameSiteStrictMode})
}

// Next is where to go after logging in: the page that was asked for, where next is one of the
// desk's own, else fallback.
func Next(next, fallback string) string {
	path, _, _ := strings.Cut(next, "?")
	if !guard.Plain(path) || strings.ContainsAny(next, "\\#\r\n\t") || !strings.HasPrefix(next, "/ar/") && !strings.HasPrefix(next, "/en/") {
		return fallback
	}
	return next
}
