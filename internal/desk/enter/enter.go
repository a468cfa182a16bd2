// Package enter is the page on which one logs in, and what logs out.
package enter

import (
	"errors"
	"net/http"

	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
)

// Routes are the page's addresses. Anybody may ask for them: that is what they are for.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/login", Least: site.Anyone, Handle: show},
		{Method: "POST", Pattern: "/login", Least: site.Anyone, Handle: enter},
		{Method: "POST", Pattern: "/logout", Least: site.Anyone, Handle: leave},
	}
}

// page is what the template shows.
type page struct {
	Needed bool   // somebody has to log in here at all
	Next   string // where to go then
	Why    string // the key of what was wrong, "" where nothing was
	Name   string // as it was typed
}

func show(r *site.Request) error {
	return r.Show("login", r.Say("login.title"), page{Needed: needed(r), Next: r.URL.Query().Get("next")})
}

func needed(r *site.Request) bool { return r.Site.Gate != nil && !r.Site.Gate.Open() }

func enter(r *site.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	next := r.PostForm.Get("next")
	if !needed(r) {
		return site.Wrong("login.needless")
	}
	err := r.Site.Gate.Enter(r.W, r.Request, r.PostForm.Get("name"), r.PostForm.Get("password"))
	p := page{Needed: true, Next: next, Name: r.PostForm.Get("name")}
	switch {
	case err == nil:
		http.Redirect(r.W, r.Request, login.Next(next, r.Link("")), http.StatusSeeOther)
		return nil
	case errors.Is(err, login.ErrOften):
		p.Why = "login.often"
		return r.ShowAs(http.StatusTooManyRequests, "login", r.Say("login.title"), p)
	case errors.Is(err, login.ErrDenied):
		p.Why = "login.denied"
		return r.ShowAs(http.StatusForbidden, "login", r.Say("login.title"), p)
	}
	return err
}

func leave(r *site.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	if needed(r) {
		if err := r.Site.Gate.Leave(r.W, r.Request, r.PostForm.Get("all") != ""); err != nil {
			return err
		}
	}
	return r.Redirect("/login", "left")
}
