package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"riwaya/internal/fetch"
	"riwaya/internal/follow"
)

// Get is what stands at an address, for those who follow lists.
func (w Web) Get(ctx context.Context, r follow.Request) (follow.Answer, error) {
	got, err := w.Client.Get(ctx, fetch.Request{URL: r.URL, ETag: r.ETag, LastModified: r.LastModified})
	a := follow.Answer{URL: got.URL, Via: got.Hops, Status: got.Status, Head: answer(got), Media: got.Header.Get("Content-Type"),
		Body: got.Body, Sent: got.Sent, NotModified: got.NotModified,
		ETag: got.Header.Get("ETag"), LastModified: got.Header.Get("Last-Modified")}
	var e *fetch.Error
	if errors.As(err, &e) {
		a.Again = e.Temporary
	}
	return a, err
}

// answer is the status line and the fields of an answer, in the order of their names: the order
// in which they came is not handed on by the library that read them.
func answer(p fetch.Page) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %d\r\n", p.Proto, p.Status)
	var names []string
	for name := range p.Header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, v := range p.Header[name] {
			fmt.Fprintf(&b, "%s: %s\r\n", name, strings.Map(func(r rune) rune {
				if r == '\r' || r == '\n' {
					return ' '
				}
				return r
			}, v))
		}
	}
	b.WriteString("\r\n")
	return b.Bytes()
}
