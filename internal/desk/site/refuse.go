package site

import (
	"net/http"

	"riwaya/internal/desk/guard"
)

// Refuse answers what the guard or the gate does not let through, in the page's language. Nothing
// of what was asked for is in the answer.
func (r *Request) Refuse(why guard.Refusal) {
	if err := r.show(why.Status, "error", r.Say("error.title"), r.Say("refused."+why.Why)); err != nil {
		http.Error(r.W, http.StatusText(why.Status), why.Status)
	}
}

// refused answers where an error says that a body was too large or too slow.
func (r *Request) refused(err error) bool {
	why, ok := guard.Why(err)
	if ok {
		r.Refuse(why)
	}
	return ok
}
