package site

import (
	"container/list"
	"context"
	"fmt"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// Pages of the ledger alone are as they were until it changes: see [Route].Kept. They are kept as they were
// sent, for who may see the same, and only so many are made at a time; who comes later waits in a row
// instead of making all others slower.
type pages struct {
	made chan struct{} // a place for each that may be made now

	mu    sync.Mutex
	now   string // the moment that all are of
	bytes int
	order *list.List // of *keptPage, the last asked for first
	at    map[string]*list.Element
}

type keptPage struct{ key, body string }

// keptBytes is how much of pages is kept in all. One has some 40 KB.
const keptBytes = 48 << 20

func newPages() *pages {
	return &pages{made: make(chan struct{}, 2*runtime.GOMAXPROCS(0)), order: list.New(), at: map[string]*list.Element{}}
}

// turn lets go of all pages when the moment is another: nobody asks for them again, and what was
// withdrawn is not to stay in memory.
func (p *pages) turn(now string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.now != now {
		p.now, p.bytes = now, 0
		p.order.Init()
		clear(p.at)
	}
}

func (p *pages) get(key string) (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.at[key]
	if at == nil {
		return "", false
	}
	p.order.MoveToFront(at)
	return at.Value.(*keptPage).body, true
}

func (p *pages) put(key, body string) {
	if len(body) > keptBytes/8 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.at[key] != nil || !strings.HasPrefix(key, p.now+"\n") { // another made it, or it is of a moment that is over
		return
	}
	p.at[key] = p.order.PushFront(&keptPage{key, body})
	for p.bytes += len(key) + len(body); p.bytes > keptBytes; {
		last := p.order.Back()
		old := p.order.Remove(last).(*keptPage)
		delete(p.at, old.key)
		p.bytes -= len(old.key) + len(old.body)
	}
}

// Answer answers a request of a route, with a page that was kept where there is one.
func (r *Request) Answer(route *Route) {
	if err := r.answer(route); err != nil {
		r.Fail(err)
	}
}

func (r *Request) answer(route *Route) error {
	if !route.Kept || r.URL.Query().Has("said") { // what is said of what was just done is said once
		return route.Handle(r)
	}
	p := r.Site.pages
	key, err := r.moment(r.Context())
	switch {
	case err != nil:
		return err
	case key == "":
		return route.Handle(r)
	}
	if body, ok := p.get(key); ok {
		r.write(http.StatusOK, body)
		return nil
	}
	select {
	case p.made <- struct{}{}:
		defer func() { <-p.made }()
	case <-r.Context().Done():
		return r.Context().Err()
	}
	if body, ok := p.get(key); ok { // another made it meanwhile
		r.write(http.StatusOK, body)
		return nil
	}
	r.keep = func(body string) { p.put(key, body) }
	return route.Handle(r)
}

// moment is the key of a page: all that it is made of. "" before there is anything.
func (r *Request) moment(ctx context.Context) (string, error) {
	now, err := r.Site.Shelf.Moment(ctx)
	if err != nil || now == "" {
		return "", err
	}
	r.Site.pages.turn(now)
	who := r.Person
	return fmt.Sprintf("%s\n%s\n%s\n%d %s %s %s", now, r.Words.Language, r.URL.RequestURI(), who.Role, strconv.FormatBool(who.Login), who.Pseudonym, who.Token), nil
}
