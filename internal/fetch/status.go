package fetch

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// StatusError is an answer that is no success. It is what an [Error] of such an answer wraps:
//
//	var st *fetch.StatusError
//	if errors.As(err, &st) && st.Gone() { … }
type StatusError struct {
	Status     int           // 404, 503, …
	RetryAfter time.Duration // how long the server asks to wait, 0 where it says nothing
}

func (e *StatusError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", e.Status, http.StatusText(e.Status)))
}

// Gone reports whether the server says that there is no such page: not found (404), gone
// (410), or withheld for legal reasons (451, RFC 7725).
func (e *StatusError) Gone() bool {
	switch e.Status {
	case http.StatusNotFound, http.StatusGone, http.StatusUnavailableForLegalReasons:
		return true
	}
	return false
}

// temporary reports whether the same question, a little later, could have another answer.
func (e *StatusError) temporary() bool {
	switch e.Status {
	case http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError,
		http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	// 520 to 530 are not registered: networks in front of a server say with them that it did not answer.
	return e.Status >= 520 && e.Status <= 530
}

// status is the error of an answer that is no success.
func (c *Client) status(p *Page) *Error {
	st := &StatusError{Status: p.Status, RetryAfter: retryAfter(p.Header, c.o.Now)}
	reason := st.Error()
	switch p.Status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden:
		reason += byHand
	}
	if st.RetryAfter > maxPause {
		reason += fmt.Sprintf("; it asks to wait %v", st.RetryAfter)
	}
	return &Error{URL: oneLine(p.URL), Status: p.Status, Reason: reason, Temporary: st.temporary(), err: st}
}

// byHand is what a person can do where a program is not let in.
const byHand = "; save it in your browser and add the file"
