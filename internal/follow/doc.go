// Package follow goes from what a user names, a page, a feed, a sitemap or a list of these, to
// what is to be taken in: the list itself, as evidence of what was announced and when, and the
// pages that its entries lead to.
//
// What it promises: a list is followed only to what stands nearer to pages (feed.Kind.Level), so
// no list leads back to itself and three steps are the most; the same address is asked for once; an
// address in a list is never a file. What cannot be followed or got is a source with an error,
// one line each. It keeps in memory the addresses of a run, and as many answers as pages are
// asked for at a time.
//
// It does not fetch by itself, stores nothing, knows no time, and makes no article of what a feed
// says of one.
package follow

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"riwaya/internal/feed"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// Web gets what stands at an address.
type Web interface {
	// Get is an answer. Beside an error stands what there is of one: its status, its bytes.
	Get(ctx context.Context, r Request) (Answer, error)
}

// Request is an address, how it came to be asked for, and what is had of it.
type Request struct {
	URL                string
	ETag, LastModified string
	Same               string // the ID of the capture that these two are of
	Found              string // the ID of the capture, a list, in which it stands; "" where it was given by hand
	Keep               bool   // that it is gone, or cannot be got, is kept, also where it was given by hand
}

// Answer is what a server said.
type Answer struct {
	URL         string   // that answered
	Via         []string // that redirected
	Status      int
	Head        []byte // status line and fields
	Media       string // content type, as declared
	Body        []byte // unpacked
	Sent        []byte // as sent
	NotModified bool
	// What the server says of this version, for the next request.
	ETag, LastModified string
	Again              bool // beside an error: another try, later, could help
}

// Memory is what is known of addresses before they are asked for, and learns of them.
type Memory interface {
	// List is how a list is asked for; false: it is not, this time.
	List(ctx context.Context, address string) (Request, bool, error)
	// Listed is told what a list says; of one that is unmodified f is nil. It says what is to be
	// followed, nil for nothing, the ID of the capture in which that stands, and whether the
	// answer is to be kept.
	Listed(ctx context.Context, address string, f *feed.Feed, v Version) (follow *feed.Feed, found string, keep bool, err error)
	// Page is how a page that stands in a list is asked for; false: it is not.
	Page(ctx context.Context, address string) (Request, bool, error)
	// Left is told that a list has more than was taken.
	Left(address string, n int)
}

// Version is one state of a list.
type Version struct {
	ID                 string // that its capture has, once it is kept
	ETag, LastModified string
}

// OfPage reports whether an address that stood in a capture should be that of a page, not of a list.
func OfPage(ctx context.Context, s ledger.Store, found string) (bool, error) {
	c, err := s.Capture(ctx, found)
	if errors.Is(err, ledger.ErrUnknown) || errors.Is(err, ledger.ErrGone) {
		return true, nil
	}
	return feed.KindOf(c.Media).Level() <= 1, err
}

// source is an answer as something to be taken in.
func source(r Request, a Answer, err error) incoming.Source {
	s := incoming.Source{How: ledger.CameAddress, Name: r.URL, URL: a.URL, Media: a.Media, Found: r.Found,
		Page: &incoming.Page{Status: a.Status, Via: a.Via, Head: a.Head},
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(a.Sent)), nil }}
	keep := r.Keep || r.Found != ""
	switch {
	case err == nil && a.NotModified:
		s.Same = r.Same
	case err == nil || ledger.IsGone(a.Status) && keep:
		s.Held = len(a.Sent) + len(a.Body)
	default:
		return missed(r, err, a.Again)
	}
	s.Missed = missed(r, nil, false).Missed // if it is refused, which another try does not change
	return s
}

// missed is an address that could not be got, or is not what it should be.
func missed(r Request, err error, again bool) incoming.Source {
	s := incoming.Source{How: ledger.CameAddress, Name: r.URL, Found: r.Found, Err: err}
	if r.Keep || r.Found != "" {
		s.Missed = &ledger.Missed{Address: r.URL, Found: r.Found, Again: again}
	}
	return s
}

// captureID is the ID that an answer, or a file, has once it is kept.
func captureID(sent []byte, url string) string {
	sum := sha256.Sum256(sent)
	return ledger.CaptureID(hex.EncodeToString(sum[:]), url)
}
