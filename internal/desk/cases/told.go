package cases

import (
	"sync"

	"riwaya/internal/casefile"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/desk/site"
)

// told keeps how things are told, as long as the ledger is what it was: reviews and withdrawals are
// entries of its log, too. What a person wrote of them is no part of it.
type told struct {
	mu      sync.Mutex
	edition int64
	entries map[string]entry.Entry // by kind and ID
}

// mostTold is how many are kept, each of some kilobytes: those of a few cases.
const mostTold = 600

// of is an item as it is told; make is asked for who makes it where that is not known.
func (c *told) of(r *site.Request, i casefile.Item, make func() (*entry.Maker, error)) (entry.Entry, error) {
	if i.Kind == casefile.Note {
		return entry.Entry{Item: i}, nil
	}
	edition, key := r.Shelf().Edition(), i.Kind+" "+i.About
	c.mu.Lock()
	if c.edition != edition || len(c.entries) >= mostTold {
		c.edition, c.entries = edition, nil
	}
	e, ok := c.entries[key]
	c.mu.Unlock()
	if ok {
		e.Item = i
		return e, nil
	}
	m, err := make()
	if err != nil {
		return e, err
	}
	if e, err = m.Entry(r.Context(), i); err != nil {
		return e, err
	}
	c.keep(edition, key, e)
	return e, nil
}

func (c *told) keep(edition int64, key string, e entry.Entry) {
	e.Item = casefile.Item{}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.edition != edition {
		return
	}
	if c.entries == nil {
		c.entries = map[string]entry.Entry{}
	}
	c.entries[key] = e
}

// once is a maker that is made when it is first asked for.
func once(r *site.Request) func() (*entry.Maker, error) {
	return sync.OnceValues(func() (*entry.Maker, error) { return maker(r) })
}
