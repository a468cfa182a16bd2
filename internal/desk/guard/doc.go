// Package guard stands in front of the desk: which requests come in at all, how much of a
// machine one of them may take, and what a browser may do with an answer.
//
// It promises that no handler behind it sees a request for a host that is not the desk's own
// (so that a foreign name that resolves to this machine reaches nothing), a path that could be
// read as another, or a change that a page of another site made a browser ask for; that bodies,
// headers, slow clients and the number of requests at once are bounded; that every answer bears
// the content-security policy under which nothing is loaded from elsewhere; and that neither
// log nor metrics know an article, a query or an address: they have the route's pattern.
//
// It does not know who is asking: that is for package login. It trusts no header that names
// another client (X-Forwarded-For): behind a proxy all are one client to it.
package guard

import (
	"log/slog"
	"net/http"
	"time"
)

// Options are what a guard is made of.
type Options struct {
	Hosts Hosts            // the names of the desk itself
	TLS   bool             // whether it is served over TLS
	Local bool             // whether only this machine itself is answered
	Now   func() time.Time // the clock
	Log   *slog.Logger     // one line a request; nil for none

	// Most is how many requests are answered at once; the next gets 503. 0 is DefaultMost.
	Most int
	// Body is how many bytes a body may have where its route says nothing else (see Bound).
	// 0 is DefaultBody.
	Body int64
	// Refuse writes the answer to what is refused. It may be nil: then the answer is plain text.
	// It must not fail, and gets no more of the request than it needs for the language.
	Refuse func(http.ResponseWriter, *http.Request, Refusal)
}

// What a guard allows where Options say nothing else.
const (
	DefaultMost = 128
	DefaultBody = 1 << 20 // bytes
)

// Refusal is why a request was not answered.
type Refusal struct {
	Status int    // of HTTP
	Why    string // a key: one of the constants below
}

// The keys of refusals.
const (
	ForeignHost = "host"   // 421: Host is no name of the desk
	OddPath     = "path"   // 400: a path that could be read as another
	LongAddress = "long"   // 414
	OtherOrigin = "origin" // 403: another site asked for it
	NoToken     = "token"  // 403: the session's token is missing
	TooLarge    = "large"  // 413
	TooSlow     = "slow"   // 408
	TooMany     = "rate"   // 429: this client asks too often
	Busy        = "busy"   // 503: too many requests at once
	Broken      = "broken" // 500: a handler panicked
	NotAllowed  = "role"   // 403: for package login
	Elsewhere   = "local"  // 403: only this machine itself is answered
)

// Guard holds the counts of what is under way.
type Guard struct {
	o       Options
	slots   chan struct{}
	metrics *metrics
}

// New makes a guard.
func New(o Options) *Guard {
	if o.Most <= 0 {
		o.Most = DefaultMost
	}
	if o.Body <= 0 {
		o.Body = DefaultBody
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Guard{o: o, slots: make(chan struct{}, o.Most), metrics: newMetrics()}
}

// Handler is h behind the guard. The order matters: what a request is turned away for is
// logged and counted; headers are on every answer, refusals too; a body is bounded also where
// nobody will read it; and a place is taken only by what is let in.
func (g *Guard) Handler(h http.Handler) http.Handler {
	for _, wrap := range []func(http.Handler) http.Handler{g.atOnce, g.sameOrigin, g.path, g.host, g.body, g.headers, g.recover, g.watch} {
		h = wrap(h)
	}
	return h
}

// Refuse answers that a request is refused, and counts why.
func (g *Guard) Refuse(w http.ResponseWriter, r *http.Request, why Refusal) {
	g.metrics.refused(why.Why)
	if g.o.Refuse != nil {
		g.o.Refuse(w, r, why)
		return
	}
	http.Error(w, http.StatusText(why.Status), why.Status)
}

// Server is an http.Server with the bounds against slow clients; its address and listener are
// the caller's. What a request's body and answer may take is bounded by Handler.
func (g *Guard) Server(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           g.Handler(h),
		ReadHeaderTimeout: headerTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerBytes,
		// What net/http has to say of a connection names the client's address and no more
		// than that; it is kept out of the log as well.
		ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
	}
}

const (
	headerTime  = 5 * time.Second
	idleTime    = 2 * time.Minute
	headerBytes = 16 << 10
)
