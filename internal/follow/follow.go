package follow

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"riwaya/internal/feed"
	"riwaya/internal/page"
	"riwaya/internal/pipeline/incoming"
)

// DefaultMost is how many pages of one list are taken in a run, if nobody says otherwise.
const DefaultMost = 1000

// ErrNested is a list where a page, or a list of a lower level, should be.
var ErrNested = errors.New("is not followed from there")

// Follower follows lists to pages. One goroutine uses it.
type Follower struct {
	Web    Web
	Memory Memory
	Jobs   int       // how many hosts are asked at a time
	Most   int       // pages of one list in a run; 0: DefaultMost
	Since  time.Time // of a sitemap what was changed before is left out; the zero time: nothing is

	pages []Request
	seen  map[string]bool
	told  map[string]bool
	err   error
}

// Begin forgets the addresses of the round before, which may be asked for again.
func (f *Follower) Begin() { f.seen, f.pages, f.err = nil, nil, nil }

// Err is what ended the following: an error of the memory.
func (f *Follower) Err() error { return f.err }

// pending is a list to be asked for, and from which level it is followed.
type pending struct {
	Request
	level int
}

// top is the level of what the user names: above all lists.
const top = 4

// Address takes in what stands at an address that the user names, a page or a list, and the lists
// below it; the pages of lists are left for Rest.
func (f *Follower) Address(ctx context.Context, address string) iter.Seq[incoming.Source] {
	return func(yield func(incoming.Source) bool) {
		r, ok, err := f.Memory.List(ctx, address)
		if err != nil || !ok {
			f.err = err
			return
		}
		if f.first(address) {
			f.expand(ctx, []pending{{r, top}}, yield)
		}
	}
}

// File follows a list that is a file, from its bytes. The file itself is for the caller to
// take in. An error is what is wrong with the whole.
func (f *Follower) File(ctx context.Context, name string, b []byte) iter.Seq[incoming.Source] {
	return func(yield func(incoming.Source) bool) {
		list, err := feed.Parse(b, feed.Options{})
		if err != nil {
			yield(incoming.Source{Name: name, Err: fmt.Errorf("%s: %w", name, err)})
			return
		}
		list, id, _, err := f.Memory.Listed(ctx, name, list, Version{ID: captureID(b, "")})
		if err != nil || list == nil {
			f.err = err
			return
		}
		next, ok := f.links(ctx, name, list, id, yield)
		if ok {
			f.expand(ctx, next, yield)
		}
	}
}

// Rest takes in the pages of all lists so far, and those of more requests behind them.
func (f *Follower) Rest(ctx context.Context, more ...Request) iter.Seq[incoming.Source] {
	return func(yield func(incoming.Source) bool) {
		all := f.pages
		f.pages = nil
		for _, r := range more {
			if f.first(r.URL) {
				all = append(all, r)
			}
		}
		for g := range get(ctx, f.Web, f.Jobs, all) {
			s := source(g.Request, g.Answer, g.err)
			if kind := kindOf(g.Answer); g.err == nil && kind != "" {
				s = missed(g.Request, fmt.Errorf("%s: %s %w", g.Request.URL, kind.Word(), ErrNested), false)
			}
			if !yield(s) {
				return
			}
		}
	}
}

// first reports whether an address is met for the first time in this run.
func (f *Follower) first(address string) bool {
	if f.seen == nil {
		f.seen = map[string]bool{}
	}
	if f.seen[address] {
		return false
	}
	f.seen[address] = true
	return true
}

// kindOf is what an answer is.
func kindOf(a Answer) feed.Kind {
	if a.NotModified {
		return ""
	}
	head, err := page.Unpacked(a.Body)
	if err != nil {
		return ""
	}
	return feed.Sniff(head)
}

// expand asks for lists, and for those that they lead to. It reports false where it was stopped.
func (f *Follower) expand(ctx context.Context, lists []pending, yield func(incoming.Source) bool) bool {
	for len(lists) > 0 {
		level := map[string]int{}
		requests := make([]Request, len(lists))
		for i, l := range lists {
			level[l.URL], requests[i] = l.level, l.Request
		}
		lists = nil
		for g := range get(ctx, f.Web, f.Jobs, requests) {
			next, ok := f.list(ctx, g, level[g.Request.URL], yield)
			if !ok {
				return false
			}
			lists = append(lists, next...)
		}
	}
	return ctx.Err() == nil
}

// list takes in one list, and says which lists it leads to.
func (f *Follower) list(ctx context.Context, g got, level int, yield func(incoming.Source) bool) ([]pending, bool) {
	s := source(g.Request, g.Answer, g.err)
	kind := kindOf(g.Answer)
	if g.err != nil {
		return nil, yield(s)
	}
	address := g.Request.URL
	var list *feed.Feed
	if !g.NotModified {
		switch {
		case kind == "" && level == top: // a page that the user named
			return nil, yield(s)
		case kind == "":
			return nil, yield(missed(g.Request, fmt.Errorf("%s: %w", address, feed.ErrNone), true))
		case kind.Level() >= level:
			return nil, yield(missed(g.Request, fmt.Errorf("%s: %s %w", address, kind.Word(), ErrNested), false))
		}
		var err error
		if list, err = feed.Parse(g.Body, feed.Options{Base: g.Answer.URL, ContentType: g.Media}); err != nil {
			return nil, yield(missed(g.Request, fmt.Errorf("%s: %w", address, err), true))
		}
	}
	list, found, keep, err := f.Memory.Listed(ctx, address, list, Version{captureID(g.Sent, g.Answer.URL), g.Answer.ETag, g.Answer.LastModified})
	if err != nil {
		f.err = err
		return nil, false
	}
	if keep && !yield(s) {
		return nil, false
	}
	if list == nil {
		return nil, true
	}
	return f.links(ctx, address, list, found, yield)
}

// links takes up what a list leads to: pages are left for Rest, lists are handed back.
func (f *Follower) links(ctx context.Context, name string, list *feed.Feed, found string, yield func(incoming.Source) bool) (next []pending, more bool) {
	if list.Break != nil && !f.tell(name, "it breaks off: "+list.Break.Error(), yield) {
		return nil, false
	}
	links := list.Links
	if list.Kind == feed.Sitemap || list.Kind == feed.Index { // they stand in no order
		links = slices.Clone(links)
		slices.SortStableFunc(links, func(a, b feed.Link) int { return b.At.Compare(a.At) })
	}
	taken, left, bad := 0, list.More, 0
	for _, l := range links {
		if l.Err != nil {
			if bad++; bad <= mostTold && !f.tell(name, l.Err.Error(), yield) {
				return nil, false
			}
			continue
		}
		if !l.At.IsZero() && l.At.Before(f.Since) && (list.Kind == feed.Sitemap || list.Kind == feed.Index) || f.seen[l.URL] {
			continue
		}
		asked := f.Memory.Page
		if list.Kind.Level() > 1 {
			asked = f.Memory.List
		}
		r, ok, err := asked(ctx, l.URL)
		if err != nil {
			f.err = err
			return nil, false
		}
		if !ok {
			continue
		}
		if taken == f.most() {
			left++
			continue
		}
		taken++
		f.first(l.URL)
		r.Found = found
		if list.Kind.Level() > 1 {
			next = append(next, pending{r, list.Kind.Level()})
		} else {
			f.pages = append(f.pages, r)
		}
	}
	if bad > mostTold && !f.tell(name, fmt.Sprintf("%d more entries cannot be followed", bad-mostTold), yield) {
		return nil, false
	}
	if left > 0 {
		f.Memory.Left(name, left)
	}
	return next, true
}

// mostTold is how many entries of one list that cannot be followed are told one by one.
const mostTold = 5

// tell says once what is wrong in a list.
func (f *Follower) tell(name, what string, yield func(incoming.Source) bool) bool {
	line := name + ": " + what
	const most = 10_000 // lines: a run may last for months
	if f.told == nil || len(f.told) == most {
		f.told = map[string]bool{}
	}
	if f.told[line] {
		return true
	}
	f.told[line] = true
	return yield(incoming.Source{Name: name, Err: errors.New(strings.TrimSpace(line))})
}

func (f *Follower) most() int {
	if f.Most > 0 {
		return f.Most
	}
	return DefaultMost
}
