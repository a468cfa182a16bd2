package fetch

import "net/http"

// Page is what a server answered.
type Page struct {
	Asked  string   // the address that was asked for
	URL    string   // the address that answered, after redirects
	Hops   []string // the addresses that redirected, in order
	Via    []Hop    // and what each of them answered
	Status int
	Proto  string // "HTTP/1.1"
	Header http.Header
	Body   []byte // unpacked
	Sent   []byte // the body as sent; the same bytes as Body where nothing was packed

	// NotModified is that the server has what [Request] said is had: there is no body.
	NotModified bool

	cut bool // Sent is not the whole body
}

// Hop is the answer of an address that redirected.
type Hop struct {
	URL    string
	Status int
	Proto  string
	Header http.Header
	Sent   []byte // the body as sent, up to 64 KiB
	Cut    bool   // there was more, or it broke off
}
