package taking

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync/atomic"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/disk"
	"riwaya/internal/follow"
	filing "riwaya/internal/intake"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline"
	"riwaya/internal/priority"
	"riwaya/internal/show/terminal"
)

// Add takes inputs into the ledger.
func Add(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := AddFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	priority.Lower()
	if _, err := os.Stat(c.Ledger); len(c.Inputs) == 0 && err != nil {
		return o.Misuse(s, "no input; give files, folders, addresses, or - for standard input")
	}
	net := c.Net.Web(s)
	defer net.Client.Close()
	return c.Run(ctx, s, net)
}

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

// Run takes all inputs in, says what came of it, and returns the exit code.
func (c AddConfig) Run(ctx context.Context, s cli.Streams, net cli.Web) int {
	reader, err := cli.OpenReader(c.Lexicon)
	if err != nil {
		return s.Fail(err)
	}
	d, err := disk.Folder(c.Ledger)
	if err != nil {
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	c.Add.Consumed = new(atomic.Int64)
	bar := cli.NewProgress(s.Err, Size(c.Inputs), c.Add.Consumed)
	net.Tell(bar.Say)
	out := bufio.NewWriter(s.Out)
	var t tally
	opt := opening.LedgerOptions(d, reader, c.AnyClock)
	opt.Progress = func(e pipeline.Event) {
		t.event(e, bar, out, c.List)
		if c.Tell != nil {
			c.Tell(e)
		}
	}
	l, err := opening.OpenWaiting(ctx, d, opt, opening.Patience, nil)
	if err != nil {
		bar.End()
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	opening.Notices(s, l.Notices)
	memory := &once{store: l.Store, say: bar.Say}
	in := &intake{ctx: ctx, s: s, ledger: c.Ledger, say: bar.Say, offline: c.Net.Offline, follow: &follow.Follower{Web: net, Memory: memory, Jobs: hostsAtATime, Most: c.Most}}
	defer in.clean()
	if c.Add.Retry && !c.Net.Offline {
		err = l.Store.Missed(ctx, func(m ledger.Missed) error {
			page, err := follow.OfPage(ctx, l.Store, m.Found)
			if page {
				in.retry = append(in.retry, follow.Request{URL: m.Address, Found: m.Found, Keep: true})
			}
			return err
		})
	}
	if err == nil {
		err = errors.Join(l.Add(ctx, in.sources(c.Inputs), c.Add), in.follow.Err())
	}
	bar.End()
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
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	t.print(s, head)
	if over := t.over(); over != "" {
		fmt.Fprintf(s.Err, "riwaya: passed over, since no articles are in them: %s\n", over)
	}
	seen := c.Stamp == "" || head == "" || ctx.Err() != nil || opening.StampHead(ctx, s, net, c.Ledger, d, c.Stamp, h, signed)
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted; what is counted above is safe, and `riwaya add` goes on with the rest")
		return cli.Interrupted
	case t.read > 0 && !opening.IndexNew(ctx, s, d):
		fmt.Fprintln(s.Err, "riwaya: interrupted; all is safe, and the next search goes on with the index")
		return cli.Interrupted
	case t.failed+t.refused+t.gone > 0, !seen:
		return cli.Failed
	}
	return cli.OK
}

// event counts one event, and says what the user should know of at once. Events come one
// after another.
func (t *tally) event(e pipeline.Event, bar *cli.Progress, out *bufio.Writer, list bool) {
	t.count(e)
	switch e.Kind {
	case pipeline.Read:
		bar.Read.Add(1)
	case pipeline.Left:
		bar.Say("riwaya: " + terminal.Plain(e.Err.Error()))
	case pipeline.Gone:
		bar.Say(fmt.Sprintf("riwaya: %s: it is gone: the server answers %d; that is kept", terminal.Plain(e.Name), e.Status))
	case pipeline.Failed:
		bar.Say("riwaya: " + terminal.Plain(e.Name+": "+e.Err.Error()))
	case pipeline.Passed:
		t.pass(e)
	case pipeline.Refused:
		bar.Say("riwaya: " + terminal.Plain(e.Err.Error()))
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

func (t *tally) print(s cli.Streams, head string) {
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
