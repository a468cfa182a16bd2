package site

import (
	"container/list"
	"fmt"
	"net/http"
	"runtime"
	"sync"

	"riwaya/internal/shelf"
)

// pages are pages of the ledger alone, which are as they were until it changes: see [Route].Kept. They are kept as
// they were sent, for who may see the same, and only so many are made at a time: who comes later waits in
// a row instead of making all others slower, or is given the page of the edition before.
type pages struct {
	made chan struct{} // a place for each that may be made now

	mu          sync.Mutex
	moment      shelf.Moment
	now, before *generation
}

// generation are the pages of one moment.
type generation struct {
	bytes int
	order *list.List // of *keptPage, the last asked for first
	at    map[string]*list.Element
}

type keptPage struct{ key, body string }

// keptBytes is how much of pages is kept of one moment. One has some 40 KB.
const keptBytes = 32 << 20

func newPages() *pages {
	return &pages{made: make(chan struct{}, 2*runtime.GOMAXPROCS(0)), now: newGeneration(), before: newGeneration()}
}

func newGeneration() *generation {
	return &generation{order: list.New(), at: map[string]*list.Element{}}
}

// turn goes on to a moment. Of the one before pages are held for as long as nobody decided anything and
// nothing was withdrawn since, which is to show at once and not to stay in memory.
func (p *pages) turn(to shelf.Moment) {
	if p.moment == to {
		return
	}
	p.before = newGeneration()
	if p.moment.Review == to.Review && p.moment.Withdrawal == to.Withdrawal {
		p.before = p.now
	}
	p.moment, p.now = to, newGeneration()
}

// get is the page of a moment.
func (p *pages) get(of shelf.Moment, key string) (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.turn(of)
	return p.now.get(key)
}

// earlier is the page of the moment before.
func (p *pages) earlier(of shelf.Moment, key string) (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.turn(of)
	return p.before.get(key)
}

// put keeps a page, if its moment is not over.
func (p *pages) put(of shelf.Moment, key, body string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.moment == of {
		p.now.put(key, body)
	}
}

func (g *generation) get(key string) (string, bool) {
	at := g.at[key]
	if at == nil {
		return "", false
	}
	g.order.MoveToFront(at)
	return at.Value.(*keptPage).body, true
}

func (g *generation) put(key, body string) {
	if g.at[key] != nil || len(body) > keptBytes/8 {
		return
	}
	g.at[key] = g.order.PushFront(&keptPage{key, body})
	for g.bytes += len(key) + len(body); g.bytes > keptBytes; {
		old := g.order.Remove(g.order.Back()).(*keptPage)
		delete(g.at, old.key)
		g.bytes -= len(old.key) + len(old.body)
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
	now, err := r.Site.Shelf.Moment(r.Context())
	switch {
	case err != nil:
		return err
	case now.Edition == 0:
		return route.Handle(r)
	}
	p, key := r.Site.pages, r.key()
	if body, ok := p.get(now, key); ok {
		r.write(http.StatusOK, body)
		return nil
	}
	select {
	case p.made <- struct{}{}:
	default: // all places are taken
		if body, ok := p.earlier(now, key); ok {
			r.write(http.StatusOK, body)
			return nil
		}
		select {
		case p.made <- struct{}{}:
		case <-r.Context().Done():
			return r.Context().Err()
		}
	}
	defer func() { <-p.made }()
	if body, ok := p.get(now, key); ok { // another made it meanwhile
		r.write(http.StatusOK, body)
		return nil
	}
	r.keep = func(body string) { p.put(now, key, body) }
	return route.Handle(r)
}

// key is all that a page is made of beside the ledger.
func (r *Request) key() string {
	who := r.Person
	return fmt.Sprintf("%s\n%s\n%d %t %s %s", r.Words.Language, r.URL.RequestURI(), who.Role, who.Login, who.Pseudonym, who.Token)
}
