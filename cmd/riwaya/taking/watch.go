package taking

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
	"riwaya/internal/follow"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/priority"
	"riwaya/internal/read"
	"riwaya/internal/show/terminal"
	"riwaya/internal/watch"
)

// Watch looks at feeds and their pages again and again.
func Watch(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := WatchFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.Inputs) == 0:
		return o.Misuse(s, "no input; give feeds, sitemaps or lists of them, as files or addresses")
	case slices.Contains(c.Inputs, "-"):
		return o.Misuse(s, "standard input cannot be watched")
	case c.Net.Offline:
		return o.Misuse(s, "nothing can be watched offline")
	}
	priority.Lower()
	net := c.Net.Web(s)
	defer net.Client.Close()
	return c.Run(ctx, s, net, opening.Pause)
}

// watching is a run of watch.
type watching struct {
	WatchConfig
	ctx    context.Context // that an interrupt ends
	s      cli.Streams
	net    cli.Web
	d      disk.System
	reader *read.Reader
	bar    *cli.Progress

	mu      sync.Mutex
	all     tally
	round   tally
	answers int
	resting watch.Round // what the last round left, while there is none
	head    transparency.Head
	read    []string // IDs of the articles that were read in this round
}

// Run looks at feeds and pages as they fall due, waiting by sleep, until the context ends; it returns the exit code.
func (c WatchConfig) Run(ctx context.Context, s cli.Streams, net cli.Web, sleep func(context.Context, time.Duration) error) int {
	reader, err := cli.OpenReader(c.Lexicon)
	if err != nil {
		return s.Fail(err)
	}
	d, err := disk.Folder(c.Ledger)
	if err != nil {
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	w := &watching{WatchConfig: c, ctx: ctx, s: s, net: net, d: d, reader: reader}
	w.bar = cli.NewStatus(s.Err, w.line)
	net.Tell(w.bar.Say)
	err = watch.New(watch.Options{Inputs: c.Inputs, Every: c.Every, Once: c.Once, Most: c.Most, Jobs: hostsAtATime,
		Web: w, Now: net.Now, Sleep: sleep, File: w.file, Source: func(name string) incoming.Source { return fileSource(name, custodyName(name)) },
		Ledger: d, Store: w.store, Write: w.write, Told: w.told}).Run(ctx)
	w.bar.End()
	if ctx.Err() != nil && (err == nil || errors.Is(err, ctx.Err())) {
		err = nil
	}
	head := ""
	if w.head.Size > 0 {
		head = w.head.Short()
	}
	if err != nil {
		s.Fail(opening.LedgerError(c.Ledger, err))
	}
	w.all.print(s, head)
	switch {
	case err != nil:
		return cli.Failed
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted; what is counted above is safe, and `riwaya watch` goes on with the rest")
		return cli.Interrupted
	case w.all.failed+w.all.refused > 0:
		return cli.Failed
	}
	return cli.OK
}

// file is an input that is a list, none where it is another file.
func (w *watching) file(name string) ([]byte, error) {
	f, err := cli.OpenFile(name) // says what is wrong with it
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	return listFile(name)
}

// Get counts what is asked for.
func (w *watching) Get(ctx context.Context, r follow.Request) (follow.Answer, error) {
	a, err := w.net.Get(ctx, r)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.answers++
	return a, err
}

func (w *watching) store() (ledger.Store, error) {
	s, err := opening.WantStore(w.d)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// write takes sources in. The ledger is opened for that, and closed again: between, others may
// write.
func (w *watching) write(ctx context.Context, all []incoming.Source) error {
	opt := opening.LedgerOptions(w.d, w.reader, w.AnyClock)
	opt.Now = w.net.Now
	opt.Progress = w.event
	const forEver = 0
	l, err := opening.OpenWaiting(w.ctx, w.d, opt, forEver, func() { w.bar.Say("riwaya: another riwaya is working in the ledger; this one waits") })
	if err != nil {
		return err
	}
	for _, n := range l.Notices {
		w.bar.Say("riwaya: " + n)
	}
	err = l.Add(ctx, slices.Values(all), w.Add)
	if h, _, e := l.Sign(); e == nil {
		w.head = h
	}
	return errors.Join(err, l.Close())
}

// event counts what happened, for the round and for the run.
func (w *watching) event(e pipeline.Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.all.event(e, w.bar, bufio.NewWriter(io.Discard), false)
	if w.WatchConfig.Tell != nil {
		w.WatchConfig.Tell(e)
	}
	w.round.count(e)
	if e.Kind == pipeline.Read {
		w.read = append(w.read, e.ID)
	}
}

// told says what a round brought, and brings the index up to date.
func (w *watching) told(r watch.Round) {
	w.mu.Lock()
	t, read := w.round, w.read
	w.round, w.read, w.answers, w.resting = tally{}, nil, 0, r
	w.mu.Unlock()
	if len(read) > 0 {
		w.changed(read)
		opening.IndexNew(w.ctx, w.s, w.d)
	}
	line := "riwaya: " + w.net.Now().UTC().Format("2006-01-02 15:04 UTC") + ": " + t.line()
	if r.Left > 0 {
		line += fmt.Sprintf(", %d left for the next look", r.Left)
	}
	if !w.Once && !w.bar.Bar {
		line += "; next at " + r.Next.UTC().Format("15:04 UTC")
	}
	if t.line() != nothing || !w.bar.Bar { // on a terminal the live line says it
		w.bar.Say(line)
	}
}

// changed names the articles that are another version of a report that was known.
func (w *watching) changed(ids []string) {
	store, err := opening.WantStore(w.d)
	if err != nil {
		return // the next round says what is wrong with it
	}
	defer store.Close() // read only: nothing can be lost
	all, err := store.Readings(w.ctx, ids)
	if err != nil {
		return
	}
	for _, r := range all {
		if u := r.Read.Article.URL; u != nil && r.Version > 1 {
			w.bar.Say(fmt.Sprintf("riwaya: %s: it was changed: version %d, %s", terminal.Plain(*u), r.Version, r.Article))
		}
	}
}

// line is what is happening now; where nothing is, it need not be said again and again.
func (w *watching) line() (string, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.resting.Next.IsZero() && w.answers == 0 {
		left := max(0, w.resting.Next.Sub(w.net.Now())).Round(time.Second)
		return fmt.Sprintf("feeds: %d, pages to look at again: %d; next in %v", w.resting.Lists, w.resting.Pages, left), true
	}
	line := fmt.Sprintf("looking: %d answers", w.answers)
	if brought := w.round.line(); brought != nothing {
		line += ", " + brought
	}
	return line, false
}

// count counts one event.
func (t *tally) count(e pipeline.Event) {
	switch e.Kind {
	case pipeline.Captured:
		t.captured++
	case pipeline.Again:
		t.again++
	case pipeline.Nothing:
		t.nothing++
	case pipeline.Read:
		t.read++
	case pipeline.Same:
		t.same++
	case pipeline.Known:
		t.known++
	case pipeline.Failed:
		t.failed++
	case pipeline.Refused:
		t.refused++
	case pipeline.Gone:
		t.gone++
	case pipeline.Absent:
		t.absent++
	case pipeline.Hashed:
		t.hashed += int(e.Done)
	}
}

const nothing = "nothing new"

// line is what there is, short.
func (t *tally) line() string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{t.captured, "new"}, {t.again, "the same"}, {t.gone, "gone"}, {t.refused, "refused"}, {t.read, "articles read"}, {t.failed, "failed"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	if len(parts) == 0 {
		return nothing
	}
	return strings.Join(parts, ", ")
}
