package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"riwaya/internal/archive"
	"riwaya/internal/custody"
	"riwaya/internal/feed"
	"riwaya/internal/intake"
	"riwaya/internal/ledger"
)

// ErrPart is an article that stands in an archive with others, and cannot go alone.
var ErrPart = intake.ErrWhole

// Withdraw takes something away: a capture and all that was read of it, or an article with
// its records, wherever it came in. The log says what went, when, why and by whom; the
// bytes are gone from archive and store. Of a file of JSON lines, or an export of Telegram's, with other articles in
// it a copy is kept without what goes, so that the others keep their evidence.
//
// It returns what went, and, of a capture, the other captures in which the same articles
// appear, whose bytes are still there. With [ledger.ErrRead] it went too, but for its words in
// the store.
func (l *Ledger) Withdraw(ctx context.Context, id, who, reason string) (w ledger.Withdrawal, others []string, err error) {
	if strings.TrimSpace(reason) == "" {
		return w, nil, errors.New("a withdrawal needs a reason")
	}
	f, err := l.Store.Find(ctx, id)
	if err != nil {
		return w, nil, err
	}
	w = ledger.Withdrawal{Who: who, Reason: reason, Leaves: f.Records}
	captures := []string{f.Capture}
	if f.Article != "" {
		captures = nil
		var copies []redacted
		for _, in := range f.Appears {
			captures = append(captures, in.Capture)
			if in.Alone {
				continue
			}
			r, err := l.redact(ctx, in)
			if err != nil {
				return w, nil, fmt.Errorf("%s: %w", f.Article, err)
			}
			copies = append(copies, r)
		}
		if err := l.keepRedacted(ctx, copies, who); err != nil {
			return w, nil, err
		}
	}
	for _, id := range captures {
		whole, err := l.Store.Find(ctx, id)
		if err != nil {
			return w, nil, err
		}
		c, err := l.Store.Capture(ctx, id)
		if err != nil {
			return w, nil, err
		}
		w.Leaves = append(w.Leaves, whole.Custody...)
		w.Gone = append(w.Gone, ledger.Gone{ID: c.ID, Sum: c.Sum})
		others = whole.Others
		if feed.KindOf(c.Media) == "" { // a feed has other pages too
			for _, address := range whole.Asked {
				w.Gone = append(w.Gone, ledger.Gone{ID: ledger.AddressID(address)})
			}
		}
	}
	for _, a := range f.Articles {
		w.Gone = append(w.Gone, ledger.Gone{ID: a})
	}
	reviews, err := l.reviewsOf(ctx, f.Articles)
	if err != nil {
		return w, nil, err
	}
	w.Leaves = append(w.Leaves, reviews...)
	slices.Sort(w.Leaves)
	w.Leaves = slices.Compact(w.Leaves)
	if f.Article != "" {
		others = nil
	}
	return w, others, l.withdraw(ctx, &w)
}

// reviewsOf are the leaves of what persons decided about findings of articles: they say what stood
// there.
func (l *Ledger) reviewsOf(ctx context.Context, articles []string) (leaves []int64, err error) {
	all, err := l.Store.Reviews(ctx)
	for i := range all {
		if article, _, _ := strings.Cut(all[i].About, "/"); slices.Contains(articles, article) {
			leaves = append(leaves, all[i].Leaf)
		}
	}
	return leaves, err
}

// withdraw enters a withdrawal, takes the bytes away, and changes the store, in this order:
// what is cut short between is finished when the ledger is opened.
func (l *Ledger) withdraw(ctx context.Context, w *ledger.Withdrawal) (err error) {
	if w.At, err = l.now(); err != nil {
		return err
	}
	p, err := custody.PackWithdrawal(w)
	if err != nil {
		return err
	}
	out, err := l.Archive.Append([]archive.Packed{p})
	if err != nil {
		return err
	}
	w.Leaf = out[0].N
	if err := l.blank(out[0]); err != nil {
		return err
	}
	return l.Store.Apply(ctx, []ledger.Change{{Withdrawal: w}}, l.Archive.Size())
}

// redacted is a copy of a capture without some of its articles.
type redacted struct {
	in      custody.Incoming
	payload []byte
}

// redact copies a file of JSON lines or an export of Telegram's; what goes is left empty, so that
// the others keep their places.
func (l *Ledger) redact(ctx context.Context, in ledger.Appears) (r redacted, err error) {
	c, err := l.Store.Capture(ctx, in.Capture)
	if err != nil {
		return r, err
	}
	first, err := l.Store.FirstSighting(ctx, c.ID)
	if err != nil {
		return r, err
	}
	a := &adding{Ledger: l, ctx: ctx}
	content, err := a.open(reading{Capture: c, Sighting: first})
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	gone := map[string]bool{}
	for _, p := range in.Places {
		gone[p] = true
	}
	r.payload, err = intake.Without(content, c.Media, func(place string) bool { return gone[place] })
	if errors.Is(err, intake.ErrWhole) {
		err = fmt.Errorf("%w: withdraw %s as a whole", ErrPart, c.ID)
	}
	if err != nil {
		return r, err
	}
	r.in = custody.Incoming{Capture: ledger.Capture{Media: c.Media}, Sighting: ledger.Sighting{How: first.How, Name: first.Name,
		Program: l.o.Program, Note: fmt.Sprintf("a copy of %s without %s", c.ID, strings.Join(in.Places, ", "))}}
	r.in.SetSum(sha256.Sum256(r.payload), int64(len(r.payload)))
	return r, nil
}

// keepRedacted takes copies in. Their articles are known; the next add notes where they
// stand in the copy.
func (l *Ledger) keepRedacted(ctx context.Context, copies []redacted, who string) error {
	for _, r := range copies {
		if _, err := l.Store.Capture(ctx, r.in.Capture.ID); err == nil {
			continue // it was added by hand
		}
		var err error
		if r.in.At, err = l.now(); err != nil {
			return err
		}
		r.in.Collector = who
		p, err := r.in.Pack(r.payload)
		if err != nil {
			return err
		}
		out, err := l.Archive.Append([]archive.Packed{p})
		if err != nil {
			return err
		}
		c, s := r.in.Capture, r.in.Sighting
		c.Leaf, s.Leaf, c.UUID = out[0].N, out[0].N, r.in.Record()
		if err := l.Store.Apply(ctx, []ledger.Change{{Capture: &c, Sighting: &s}}, l.Archive.Size()); err != nil {
			return err
		}
	}
	return nil
}
