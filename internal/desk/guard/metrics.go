package guard

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// metrics are counts of requests. Their labels are of closed sets: methods, patterns of
// routes, statuses, keys of refusals.
type metrics struct {
	mu       sync.Mutex
	under    int
	answered map[counted]uint64
	took     map[string]*histogram // by route
	refusals map[string]uint64
}

type counted struct {
	method, route string
	status        int
}

// bounds are those of the histogram of durations, in seconds.
var bounds = [...]float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10}

type histogram struct {
	below [len(bounds)]uint64 // not cumulated
	count uint64
	sum   float64 // seconds
}

func newMetrics() *metrics {
	return &metrics{answered: map[counted]uint64{}, took: map[string]*histogram{}, refusals: map[string]uint64{}}
}

func (m *metrics) begin() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.under++
}

func (m *metrics) end(method, route string, status int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.under--
	m.answered[counted{method, route, status}]++
	h := m.took[route]
	if h == nil {
		h = &histogram{}
		m.took[route] = h
	}
	s := took.Seconds()
	h.count++
	h.sum += s
	if i := slices.IndexFunc(bounds[:], func(b float64) bool { return s <= b }); i >= 0 {
		h.below[i]++
	}
}

func (m *metrics) refused(why string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refusals[why]++
}

// Gauge is one number that the desk tells of itself.
type Gauge struct {
	Name, Help string
	Value      float64
}

// Metrics answers in Prometheus' text format (version 0.0.4): the guard's counts, and gauges,
// which may be nil.
func (g *Guard) Metrics(gauges func(context.Context) []Gauge) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var b strings.Builder
		g.metrics.write(&b)
		if gauges != nil {
			for _, v := range gauges(r.Context()) {
				head(&b, v.Name, "gauge", v.Help)
				fmt.Fprintf(&b, "%s %s\n", v.Name, number(v.Value))
			}
		}
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		_, _ = io.WriteString(w, b.String()) // who asked has gone
	})
}

func (m *metrics) write(b *strings.Builder) {
	m.mu.Lock()
	defer m.mu.Unlock()
	head(b, "riwaya_requests_under_way", "gauge", "Requests that are being answered.")
	fmt.Fprintf(b, "riwaya_requests_under_way %d\n", m.under)
	head(b, "riwaya_requests_total", "counter", "Requests that were answered.")
	for _, c := range slices.SortedFunc(maps.Keys(m.answered), func(x, y counted) int {
		return strings.Compare(fmt.Sprint(x), fmt.Sprint(y))
	}) {
		fmt.Fprintf(b, "riwaya_requests_total{method=%q,route=%q,status=\"%d\"} %d\n", c.method, c.route, c.status, m.answered[c])
	}
	head(b, "riwaya_refused_total", "counter", "Requests that were refused, by why.")
	for _, why := range slices.Sorted(maps.Keys(m.refusals)) {
		fmt.Fprintf(b, "riwaya_refused_total{why=%q} %d\n", why, m.refusals[why])
	}
	head(b, "riwaya_request_seconds", "histogram", "How long answers took.")
	for _, route := range slices.Sorted(maps.Keys(m.took)) {
		h, below := m.took[route], uint64(0)
		for i, le := range bounds {
			below += h.below[i]
			fmt.Fprintf(b, "riwaya_request_seconds_bucket{route=%q,le=%q} %d\n", route, number(le), below)
		}
		fmt.Fprintf(b, "riwaya_request_seconds_bucket{route=%q,le=\"+Inf\"} %d\n", route, h.count)
		fmt.Fprintf(b, "riwaya_request_seconds_sum{route=%q} %s\nriwaya_request_seconds_count{route=%q} %d\n", route, number(h.sum), route, h.count)
	}
}

func head(b *strings.Builder, name, kind, help string) {
	fmt.Fprintf(b, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// Health answers 200 where ready says nothing, else 503; never what it says.
func Health(ready func(context.Context) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		if err := ready(r.Context()); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, "not ready\n") // who asked has gone
			return
		}
		_, _ = io.WriteString(w, "ok\n")
	})
}
