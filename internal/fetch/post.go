package fetch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
)

// sending is what is sent with a request that is more than a question for a page.
type sending struct {
	kind, want string // content types: of what is sent, and of the answer
	body       []byte
}

// Post sends a few bytes to an address, once, and returns the answer. It is for services that
// say that they are asked so; robots.txt, which is about what is crawled, is not read. A
// redirect is an error: what is sent is meant for nobody else.
func (c *Client) Post(ctx context.Context, address, kind string, content []byte, want string) (Page, error) {
	if c.o.Offline {
		return Page{Asked: address}, fail(address, ErrOffline)
	}
	const most = 1 << 20 // bytes of an answer
	return c.follow(ctx, errand{Request: Request{URL: address}, send: &sending{kind, want, content}, most: most})
}

var errSentOn = errors.New("it redirects to somewhere else; give the address that it is at")

// request is the method, the body and the fields of a request.
func (r errand) request() (method string, content io.Reader, h http.Header) {
	h = fields(r.Request)
	if r.send == nil {
		return http.MethodGet, nil, h
	}
	h.Set("Content-Type", r.send.kind)
	h.Set("Accept", r.send.want)
	return http.MethodPost, bytes.NewReader(r.send.body), h
}
