package reviewing

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/across"
	"riwaya/internal/derived"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/internal/pipeline"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/review/queue"
)

// ReviewName is the file, in a ledger's folder, of what should be reviewed first. It can be deleted.
const ReviewName = "review.sqlite"

var staleQueue = opening.Stale{queue.ErrBusy, queue.ErrReadOnly, queue.ErrFull}

// OpenQueue opens the queue of a ledger, as it is where nothing can be written.
func OpenQueue(ctx context.Context, d disk.System, tools *matter.Tools, found *across.Across, store *sqlite.Store) (*queue.Queue, error) {
	return opening.OpenDerived(ctx, d, ReviewName, func(path string, immutable bool) (*queue.Queue, error) {
		return queue.Open(path, tools.Maker(found, store), tools.Lexicon.Version, immutable)
	})
}

// withQueue brings the queue of a ledger up to date and asks it. One that is damaged is made anew,
// once.
func withQueue(ctx context.Context, s cli.Streams, dir string, l *opening.Looking, ask func(*queue.Queue) error) error {
	d, err := opening.Existing(dir)
	if err != nil {
		return err
	}
	once := func() (err error) {
		q, err := OpenQueue(ctx, d, l.Tools, l.Found, l.Store)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, q.Close()) }()
		update := func(p derived.Progress) error { return q.Update(ctx, l.Store, p) }
		if err := opening.KeepUp(ctx, s, q, l.Store, update, staleQueue, "is not in the queue"); err != nil {
			return err
		}
		return ask(q)
	}
	return opening.MadeAnew(d, ReviewName, queue.ErrDamaged, once(), once)
}

// ForgetQueue throws the queue away after something was withdrawn: the next question makes it anew.
func ForgetQueue(d disk.System) error {
	path, err := d.Path(ReviewName)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return pipeline.RemoveStore(d, ReviewName)
}

// Review lets a person look at what was read, and decide.
func Review(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := ReviewFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	what := "list"
	if len(c.args) > 0 {
		what, c.args = c.args[0], c.args[1:]
	}
	decide := slices.Contains([]string{review.Accept, review.Reject, review.Correct, review.Add, review.Whole, "undo"}, what)
	switch {
	case decide && c.who == "":
		return o.Misuse(s, "--by is missing: under which pseudonym it is decided")
	case what == review.Correct && len(c.args) < 2:
		return o.Misuse(s, "give a finding, and FIELD=VALUE for each field that is otherwise")
	case what == review.Add && len(c.args) < 3:
		return o.Misuse(s, "give an article, a layer, and FIELD=VALUE for each field")
	case what == review.Whole && len(c.args) < 2:
		return o.Misuse(s, "give an article, and the layers that were looked at")
	case (what == review.Accept || what == review.Reject || what == "show") && len(c.args) != 1:
		return o.Misuse(s, "give one finding, art-.../ID")
	case what == "undo" && len(c.args) != 1:
		return o.Misuse(s, "give the number of one decision, as it was printed")
	case slices.Contains([]string{"list", "decisions", "agreement", "export"}, what) && len(c.args) > 0:
		return o.Misuse(s, what+" takes no argument")
	case what == "export" && c.out == "":
		return o.Misuse(s, "--out DIR is missing: where the gold is to be written")
	}
	switch what {
	case "list":
		return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error { return c.list(ctx, s, l) }))
	case "show":
		return opening.Told(ctx, s, c.ledger, c.withStore(func(b *deciding) error { return b.show(ctx, s.Out) }))
	case "decisions":
		return opening.Told(ctx, s, c.ledger, c.withStore(func(b *deciding) error { return b.decisions(ctx, s) }))
	case "agreement":
		return opening.Told(ctx, s, c.ledger, c.withStore(func(b *deciding) error { return b.agreement(ctx, s.Out) }))
	case "export":
		return opening.Told(ctx, s, c.ledger, c.withStore(func(b *deciding) error { return b.export(ctx, s) }))
	}
	if !decide {
		return o.Misuse(s, fmt.Sprintf("no %q; list, show, accept, reject, correct, add, whole, undo, decisions, agreement, export", what))
	}
	var r *ledger.Review
	err := c.withStore(func(b *deciding) (err error) {
		r, err = b.decide(ctx, what)
		return err
	})
	if err == nil {
		l, failed := opening.OpenLedger(ctx, opening.LedgerConfig{Ledger: c.ledger, AnyClock: c.anyClock}, s)
		if failed != nil {
			return s.Fail(failed)
		}
		if err = errors.Join(l.Review(ctx, r), l.Close()); err == nil {
			fmt.Fprintf(s.Out, "decision %d about %s; `riwaya review undo %d` takes it back\n", r.Leaf, r.About, r.Leaf)
		}
	}
	return opening.Told(ctx, s, c.ledger, err)
}

// decide makes the decision that was asked for.
func (b *deciding) decide(ctx context.Context, what string) (*ledger.Review, error) {
	log, err := b.log(ctx)
	if err != nil {
		return nil, err
	}
	by := review.By{Who: b.who, Note: b.note}
	if what == "undo" {
		n, err := strconv.ParseInt(b.args[0], 10, 64)
		if err != nil {
			return nil, errors.New("a decision has a number, as it was printed")
		}
		return log.Undo(b.who, n, b.note)
	}
	ref, err := review.ParseRef(b.args[0])
	if err != nil {
		return nil, err
	}
	v, err := b.reviewed(ctx, ref.Article, log)
	if err != nil {
		return nil, err
	}
	rest := b.args[1:]
	switch what {
	case review.Accept:
		return v.Accept(by, ref.Finding)
	case review.Reject:
		return v.Reject(by, ref.Finding)
	case review.Whole:
		return v.Whole(by, rest...)
	case review.Add:
		is, err := values(rest[0], v.Record.Article.Text, rest[1:])
		if err != nil {
			return nil, err
		}
		return v.Add(by, rest[0], is)
	}
	f := v.Finding(ref.Finding)
	if f == nil {
		return nil, fmt.Errorf("%s: %w", ref, ledger.ErrUnknown)
	}
	is, err := values(f.Layer, v.Record.Article.Text, rest)
	if err != nil {
		return nil, err
	}
	return v.Correct(by, ref.Finding, is)
}

// fieldOf reads one FIELD=VALUE.
func fieldOf(layer, s string) (f finding.Field, said string, err error) {
	name, said, ok := strings.Cut(s, "=")
	if !ok {
		return f, "", fmt.Errorf("%.80q: want FIELD=VALUE", s)
	}
	if f, ok = finding.FieldOf(layer, name); !ok {
		var names []string
		for _, f := range finding.Fields(layer) {
			names = append(names, f.Name)
		}
		if names == nil {
			return f, "", fmt.Errorf("no layer %.40q; %s", layer, strings.Join(riwaya.Layers, ", "))
		}
		return f, "", fmt.Errorf("%s have no field %.40q; %s", layer, name, strings.Join(names, ", "))
	}
	return f, said, nil
}
