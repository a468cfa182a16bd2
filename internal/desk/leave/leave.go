// Package leave closes the desk: who opened it by a double click has no terminal to end it in.
package leave

import (
	"net/http"

	"riwaya/internal/desk/site"
)

// Routes are its addresses.
func Routes() []site.Route {
	return []site.Route{{Method: "POST", Pattern: "/close", Least: site.Admin, Handle: leave}}
}

// leave answers first and closes then. A desk with accounts is others' too, and ends where it runs.
func leave(r *site.Request) error {
	if r.Person.Login || r.Site.Close == nil {
		return site.Problem{Status: http.StatusForbidden, Key: "error.role"}
	}
	err := r.Show("leave", r.Say("leave.title"), nil)
	r.Site.Close()
	return err
}
