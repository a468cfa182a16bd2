package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"riwaya/internal/disk"
	"riwaya/internal/follow"
	filing "riwaya/internal/intake"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline"
	"riwaya/internal/priority"
	"riwaya/internal/show/terminal"
)

// runAdd takes inputs into the ledger.
func runAdd(ctx context.Context, args []string, s streams) int {
	o, gather := addFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	priority.Lower()
	if _, err := os.Stat(c.ledger); len(c.inputs) == 0 && err != nil {
		return o.misuse(s, "no input; give files, folders, addresses, or - for standard input")
	}
	net := c.net.web(s)
	defer net.client.Close()
	return c.run(ctx, s, net)
}

// patience is how long a command waits for one that works in the ledger: `riwaya watch` does
// so for moments only.
const patience = 5 * time.Second

// tally counts what happened.
type tally struct {
	captured, again, nothing, read, same, known, failed, refused, gone, absent, hashed int
	passed                                                                             []passed
}

// passed is what was passed over of one kind.
type passed struct {
	what  filing.Companion
	n     int
	first string
}

func (c addConfig) run(ctx context.Context, s streams, net web) int {
	reader, err := openReader(c.lexicon)
	if err != nil {
		return s.fail(err)
	}
	d, err := disk.Folder(c.ledger)
	if err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	c.add.Consumed = new(atomic.Int64)
	bar := newProgress(s.Err, size(c.inputs), c.add.Consumed)
	net.tell(bar.say)
	out := bufio.NewWriter(s.Out)
	var t tally
	opt := ledgerOptions(d, reader, c.anyClock)
	opt.Progress = func(e pipeline.Event) {
		t.event(e, bar, out, c.list)
		if c.tell != nil {
			c.tell(e)
		}
	}
	l, err := openWaiting(ctx, d, opt, patience, nil)
	if err != nil {
		bar.end()
		return s.fail(ledgerError(c.ledger, err))
	}
	notices(s, l.Notices)
	memory := &once{store: l.Store, say: bar.say}
	in := &intake{ctx: ctx, s: s, ledger: c.ledger, say: bar.say, offline: c.net.offline, follow: &follow.Follower{Web: net, Memory: memory, Jobs: hostsAtATime, Most: c.most}}
	defer in.clean()
	if c.add.Retry && !c.net.offline {
		err = l.Store.Missed(ctx, func(m ledger.Missed) error {
			page, err := follow.OfPage(ctx, l.Store, m.Found)
			if page {
				in.retry = append(in.retry, follow.Request{URL: m.Address, Found: m.Found, Keep: true})
			}
			return err
		})
	}
	if err == nil {
		err = errors.Join(l.Add(ctx, in.sources(c.inputs), c.add), in.follow.Err())
	}
	bar.end()
	t.nothing += memory.known
	if ctx.Err() != nil {
		err = nil // what there is was written; the next run goes on
	}
	head := ""
	h, signed, e := l.Sign()
	if e == nil {
		head = h.Short()
	} else {
		fmt.Fprintf(s.Err, "riwaya: no head can be signed: %s\n", terminal.Plain(e.Error()))
	}
	if err = errors.Join(err, l.Close(), out.Flush()); err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	t.print(s, head)
	if over := t.over(); over != "" {
		fmt.Fprintf(s.Err, "riwaya: passed over, since no articles are in them: %s\n", over)
	}
	seen := c.stamp == "" || head == "" || ctx.Err() != nil || stampHead(ctx, s, net, c.ledger, d, c.stamp, h, signed)
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted; what is counted above is safe, and `riwaya add` goes on with the rest")
		return interrupted
	case t.read > 0 && !indexNew(ctx, s, d):
		fmt.Fprintln(s.Err, "riwaya: interrupted; all is safe, and the next search goes on with the index")
		return interrupted
	case t.failed+t.refused+t.gone > 0, !seen:
		return failed
	}
	return ok
}

// event counts one event, and says what the user should know of at once. Events come one
// after another.
func (t *tally) event(e pipeline.Event, bar *progress, out *bufio.Writer, list bool) {
	t.count(e)
	switch e.Kind {
	case pipeline.Read:
		bar.read.Add(1)
	case pipeline.Left:
		bar.say("riwaya: " + terminal.Plain(e.Err.Error()))
	case pipeline.Gone:
		bar.say(fmt.Sprintf("riwaya: %s: it is gone: the server answers %d; that is kept", terminal.Plain(e.Name), e.Status))
	case pipeline.Failed:
		bar.say("riwaya: " + terminal.Plain(e.Name+": "+e.Err.Error()))
	case pipeline.Passed:
		t.pass(e)
	case pipeline.Refused:
		bar.say("riwaya: " + terminal.Plain(e.Err.Error()))
	}
	if list && (e.Kind == pipeline.Captured || e.Kind == pipeline.Read || e.Kind == pipeline.Absent) {
		fmt.Fprintf(out, "%s\t%s\n", e.ID, terminal.Plain(e.Name))
		_ = out.Flush() // an error comes back at the end, from the last Flush
	}
}

// pass counts what was passed over.
func (t *tally) pass(e pipeline.Event) {
	var what filing.Companion
	errors.As(e.Err, &what)
	for i := range t.passed {
		if t.passed[i].what == what {
			t.passed[i].n++
			return
		}
	}
	t.passed = append(t.passed, passed{what, 1, e.Name})
}

// over says in one line what was passed over; "" where nothing was.
func (t *tally) over() string {
	var all []string
	for _, p := range t.passed {
		where := terminal.Plain(p.first)
		if p.n > 1 {
			where = fmt.Sprintf("%d, the first %s", p.n, where)
		}
		all = append(all, fmt.Sprintf("%s (%s)", string(p.what), where))
	}
	return strings.Join(all, ", ")
}

func (t *tally) print(s streams, head string) {
	fmt.Fprintf(s.Out, "captures  %d new", t.captured)
	for _, p := range []struct {
		n    int
		what string
	}{{t.again, "seen again"}, {t.nothing, "known"}, {t.gone, "gone"}, {t.refused, "refused"}} {
		if p.n > 0 {
			fmt.Fprintf(s.Out, ", %d %s", p.n, p.what)
		}
	}
	fmt.Fprintf(s.Out, "\narticles  %d read", t.read)
	for _, p := range []struct {
		n    int
		what string
	}{{t.known, "read before"}, {t.same, "the same as elsewhere"}, {t.failed, "failed"}} {
		if p.n > 0 {
			fmt.Fprintf(s.Out, ", %d %s", p.n, p.what)
		}
	}
	fmt.Fprintln(s.Out)
	if t.hashed > 0 {
		fmt.Fprintf(s.Out, "files     %d hashed\n", t.hashed)
	}
	if t.absent > 0 {
		fmt.Fprintf(s.Out, "absent    %d no longer there, as a later export shows\n", t.absent)
	}
	if head != "" {
		fmt.Fprintf(s.Out, "head      %s\n", head)
	}
}
