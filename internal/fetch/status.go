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
	Wall       string        // of an answer that is a wall in front of the page: which
}

func (e *StatusError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", e.Status, http.StatusText(e.Status)))
}

// Unwrap is the [WallError] of a wall.
func (e *StatusError) Unwrap() error {
	if e.Wall == "" {
		return nil
	}
	return &WallError{Status: e.Status, What: e.Wall}
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
	if e.Wall != "" {
		return false // it stays until a person has passed it
	}
	switch e.Status {
	case http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError,
		http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	// 520 to 530 are not registered: networks in front of a server say with them that it did not answer.
	return e.Status >= 520 && e.Status <= 530
}

// reason is the answer in words, with what a person can do.
func (e *StatusError) reason() string {
	s := e.Error()
	switch {
	case e.Wall != "":
		s += ", " + e.Wall + byHand
	case e.Status == http.StatusUnauthorized, e.Status == http.StatusPaymentRequired, e.Status == http.StatusForbidden:
		s += byHand
	}
	if e.RetryAfter > maxPause {
		s += fmt.Sprintf("; it asks to wait %v", e.RetryAfter.Round(time.Second))
	}
	return s
}

// byHand is what a person can do where a program is not let in.
const byHand = "; save it in your browser and add the file"

// WallError is that not the page came but a wall in front of it, with any status, also with 200:
// a check for robots, a refusal, a question for consent. An [Error] of such an answer wraps it.
type WallError struct {
	Status int
	What   string // "a check for robots"
}

func (e *WallError) Error() string {
	return "not the page but a wall in front of it: " + e.What + byHand
}
