package guard

import (
	"errors"
	"io"
	"net/http"
	"time"
)

// The least speed of a client that sends a body, and of one that takes an answer. A phone on
// a poor line is faster; who is slower holds a place that others need.
const (
	patience  = 20 * time.Second // before the first byte, and between two
	slowest   = 4 << 10          // bytes a second, over the whole body
	writeTime = 60 * time.Second // for each piece of an answer
	leftover  = 2 * time.Second  // for what a handler did not want
)

// body bounds what is sent: how much by the route, how slowly by the above.
func (g *Guard) body(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body == nil || r.Body == http.NoBody {
			h.ServeHTTP(w, r)
			return
		}
		b := &bounded{w: w, length: r.ContentLength, limit: g.o.Body, body: r.Body, now: g.o.Now,
			control: http.NewResponseController(w), began: g.o.Now()}
		r.Body = b
		h.ServeHTTP(w, r)
		if !b.ended { // the server takes what is left of a short one, so that the connection can go on
			_ = b.until(g.o.Now().Add(leftover)) // else a bound less, on an answer that is given
		}
	})
}

// Bound is h with another bound for its bodies, in bytes: for routes that take files. It
// holds where the body was not read from yet.
func Bound(most int64, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if b, ok := r.Body.(*bounded); ok && b.limited == nil {
			b.limit = most
		}
		h.ServeHTTP(w, r)
	})
}

// bounded is a body that ends with an error where it is too long or too slow.
type bounded struct {
	w       http.ResponseWriter
	body    io.ReadCloser
	length  int64 // as stated; -1 where it is not
	limit   int64
	limited io.ReadCloser // once it is read from
	read    int64
	ended   bool
	began   time.Time
	now     func() time.Time
	control *http.ResponseController
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.limited == nil {
		b.limited = http.MaxBytesReader(b.w, b.body, b.limit)
	}
	if b.length > b.limit { // known before anything is read
		b.w.Header().Set("Connection", "close")
		return 0, &http.MaxBytesError{Limit: b.limit}
	}
	now := b.now()
	end := now.Add(patience)
	// Whoever sends a byte now and then keeps each piece in time, and the whole not.
	if whole := b.began.Add(patience + time.Duration(b.read/slowest)*time.Second); whole.Before(end) {
		end = whole
	}
	if !end.After(now) {
		return 0, tooSlow{}
	}
	if err := b.until(end); err != nil {
		return 0, err
	}
	n, err := b.limited.Read(p)
	b.read += int64(n)
	if err == io.EOF && !b.ended {
		b.ended = true
		// The server goes on reading, to see whether the client is still there: it may wait.
		if err := b.until(time.Time{}); err != nil {
			return n, err
		}
	}
	return n, err
}

// until sets when reading ends, the zero time for never.
func (b *bounded) until(t time.Time) error {
	if err := b.control.SetReadDeadline(t); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	return nil
}

func (b *bounded) Close() error { return b.body.Close() }

// Why is what a request is refused for when reading its body failed with err: too large or
// too slow. ok is false where the error is another.
func Why(err error) (why Refusal, ok bool) {
	var (
		large *http.MaxBytesError
		late  interface{ Timeout() bool }
	)
	switch {
	case errors.As(err, &large):
		return Refusal{http.StatusRequestEntityTooLarge, TooLarge}, true
	case errors.As(err, &late) && late.Timeout():
		return Refusal{http.StatusRequestTimeout, TooSlow}, true
	}
	return Refusal{}, false
}

// tooSlow is the error of a body that came in time piece by piece, and not as a whole.
type tooSlow struct{}

func (tooSlow) Error() string { return "the body comes too slowly" }

// Timeout and Temporary are as those of net.Error.
func (tooSlow) Timeout() bool   { return true }
func (tooSlow) Temporary() bool { return false }
