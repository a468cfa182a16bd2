package guard

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// atOnce answers 503 where as many requests are under way as may be.
func (g *Guard) atOnce(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case g.slots <- struct{}{}:
		default:
			w.Header().Set("Retry-After", "1")
			g.Refuse(w, r, Refusal{http.StatusServiceUnavailable, Busy})
			return
		}
		give := sync.OnceFunc(func() { <-g.slots })
		defer give()
		if q := asked(r); q != nil {
			q.give = give
		}
		h.ServeHTTP(w, r)
	})
}

// Unhold gives back the place of a request among those that are answered at once: for answers
// that stay open and are bounded in another way.
func Unhold(r *http.Request) {
	if q := asked(r); q != nil && q.give != nil {
		q.give()
	}
}

// Rate is how often one client may ask: Burst at once, one more after each Every.
type Rate struct {
	Every time.Duration
	Burst int
}

// Rates counts for each client, and remembers a bounded number of them.
type Rates struct {
	rate Rate
	mu   sync.Mutex
	of   map[string]*rate.Limiter
}

// clients is how many are remembered. One that was forgotten starts anew.
const clients = 4096

// NewRates counts by a rate.
func NewRates(r Rate) *Rates { return &Rates{rate: r, of: map[string]*rate.Limiter{}} }

// Allow reports whether a client may ask now; if not, after how long.
func (r *Rates) Allow(client string, now time.Time) (bool, time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	l, ok := r.of[client]
	if !ok {
		if len(r.of) >= clients {
			r.forget(now)
		}
		l = rate.NewLimiter(rate.Every(r.rate.Every), r.rate.Burst)
		r.of[client] = l
	}
	if l.AllowN(now, 1) {
		return true, 0
	}
	return false, r.rate.Every
}

// forget drops those who have not asked for so long that they may ask as much as anybody;
// where there are none, all: many clients at once are many addresses of one, and what stands
// in the way of these is not this.
func (r *Rates) forget(now time.Time) {
	for c, l := range r.of {
		if l.TokensAt(now) >= float64(r.rate.Burst) {
			delete(r.of, c)
		}
	}
	if len(r.of) >= clients {
		clear(r.of)
	}
}

// Limit is h for clients that do not ask more often than rates say; others get 429.
func (g *Guard) Limit(rates *Rates, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if ok, wait := rates.Allow(Client(r), g.o.Now()); !ok {
			w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
			g.Refuse(w, r, Refusal{http.StatusTooManyRequests, TooMany})
			return
		}
		h.ServeHTTP(w, r)
	})
}

// Client is who asks, for counting: the address it asks from; of IPv6 the network of 64 bits,
// which one client has to itself (RFC 4291, 2.5.4).
func Client(r *http.Request) string {
	p, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	a := p.Addr().Unmap().WithZone("")
	if a.Is6() && !a.IsLoopback() {
		if net, err := a.Prefix(64); err == nil {
			return net.String()
		}
	}
	return a.String()
}
