package guard

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"time"
)

// request is what the guard notes of one.
type request struct {
	id   string
	give func() // the place among those answered at once
}

type requestKey struct{}

func asked(r *http.Request) *request {
	q, _ := r.Context().Value(requestKey{}).(*request)
	return q
}

// ID is the number of a request, under which the log has it; "" where it passed no guard.
func ID(r *http.Request) string {
	if q := asked(r); q != nil {
		return q.id
	}
	return ""
}

// watch numbers requests, and writes and counts how each ended. Behind it, up to the mux that
// notes which of its patterns fits, no one may make a copy of the request.
func (g *Guard) watch(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var number [8]byte
		_, _ = rand.Read(number[:]) // never fails
		q := &request{id: hex.EncodeToString(number[:])}
		r = r.WithContext(context.WithValue(r.Context(), requestKey{}, q))
		w.Header().Set("X-Request-Id", q.id)
		began := g.o.Now()
		a := &answer{ResponseWriter: w, control: http.NewResponseController(w), now: g.o.Now}
		g.metrics.begin()
		defer func() {
			took := g.o.Now().Sub(began)
			g.metrics.end(method(r), route(r), a.code(), took)
			g.o.Log.LogAttrs(context.Background(), slog.LevelInfo, "request", slog.String("id", q.id),
				slog.String("method", method(r)), slog.String("route", route(r)), slog.Int("status", a.code()),
				slog.Float64("ms", float64(took.Microseconds())/1000), slog.Int64("bytes", a.bytes))
		}()
		h.ServeHTTP(a, r)
	})
}

// method is the request's, of those that are known.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	}
	return "other"
}

// route is the pattern that fitted, without its method: never what was asked for.
func route(r *http.Request) string {
	p := r.Pattern
	if i := strings.IndexByte(p, ' '); i >= 0 {
		p = strings.TrimSpace(p[i:])
	}
	if p == "" {
		return "none"
	}
	return p
}

// recover answers 500 where a handler panics. The log has where, and of what type the value
// was: the value may hold words of an article.
func (g *Guard) recover(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(v)
			}
			g.o.Log.LogAttrs(context.Background(), slog.LevelError, "panic", slog.String("id", ID(r)),
				slog.String("route", route(r)), slog.String("type", fmt.Sprintf("%T", v)), slog.String("at", where()))
			if a, ok := w.(*answer); ok && a.status != 0 {
				g.metrics.refused(Broken)
				panic(http.ErrAbortHandler) // half an answer must not look whole
			}
			for _, k := range []string{"Content-Length", "Content-Encoding", "Content-Disposition", "ETag", "Location", "Set-Cookie"} {
				w.Header().Del(k)
			}
			g.Refuse(w, r, Refusal{http.StatusInternalServerError, Broken})
		}()
		h.ServeHTTP(w, r)
	})
}

// where is the stack at a panic: functions and lines.
func where() string {
	const depth = 24
	pcs := make([]uintptr, depth)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)]) // without these three
	var b strings.Builder
	for {
		f, more := frames.Next()
		fmt.Fprintf(&b, "%s:%d ", f.Function, f.Line)
		if !more {
			return strings.TrimSpace(b.String())
		}
	}
}

// answer notes status and size, and bounds how long a client may take for each piece.
type answer struct {
	http.ResponseWriter
	control *http.ResponseController
	now     func() time.Time
	status  int
	bytes   int64
	until   time.Time // for what is being written
}

// WriteHeader is the function of that name of http.ResponseWriter.
func (a *answer) WriteHeader(status int) {
	const informational = 200
	if a.status == 0 && status >= informational {
		a.status = status
		a.extend()
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(p []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	a.extend()
	n, err := a.ResponseWriter.Write(p)
	a.bytes += int64(n)
	return n, err
}

// extend gives the next piece its time; not at each of many small pieces.
func (a *answer) extend() {
	if now := a.now(); a.until.Sub(now) < writeTime/2 {
		a.until = now.Add(writeTime)
		_ = a.control.SetWriteDeadline(a.until) // where that cannot be, nothing is bounded
	}
}

// Unwrap is for http.ResponseController.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

func (a *answer) code() int {
	if a.status == 0 {
		return http.StatusOK
	}
	return a.status
}
