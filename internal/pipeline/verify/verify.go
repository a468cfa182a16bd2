// Package verify holds a whole ledger, archive and store, against its log. It changes nothing.
package verify

import (
	"context"
	"errors"
	"fmt"

	"riwaya/internal/archive"
	"riwaya/internal/custody"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
)

// Ledger holds everything against the log, and the log against heads that were kept: the
// archive's bytes, and each row of the store that came from them. s may be nil.
func Ledger(ctx context.Context, d disk.FS, s ledger.Store, kept []archive.Kept, report func(archive.Problem)) (archive.Verified, error) {
	c := &check{ctx: ctx, s: s, r: archive.NewReader(d), report: report}
	if s != nil {
		if c.cursor, c.err = s.Cursor(ctx); c.err != nil {
			return archive.Verified{}, c.err
		}
	}
	v, err := archive.Verify(ctx, d, kept, report, c.leaf)
	if err = errors.Join(err, c.err); err != nil || s == nil {
		return v, err
	}
	if c.cursor > v.Leaves {
		c.problem(fmt.Sprintf("it knows of %d records, the log has %d: %d were taken away", c.cursor, v.Leaves, c.cursor-v.Leaves))
	}
	wrong, err := s.Sound(ctx)
	for _, w := range wrong {
		c.problem(w)
	}
	v.Problems += c.problems
	return v, err
}

type check struct {
	ctx      context.Context
	s        ledger.Store
	r        archive.Reader
	report   func(archive.Problem)
	cursor   int64
	problems int64
	err      error
}

func (c *check) problem(what string) {
	c.problems++
	c.report(archive.Problem{Name: ledger.StoreName, What: what})
}

// leaf holds the rows against a leaf whose bytes are as they were logged. Of others nothing can
// be said. What the store has not applied yet it will when the ledger is opened.
func (c *check) leaf(e archive.Entry, state archive.State) {
	if c.err != nil || c.s == nil || state == archive.Gone || e.N >= c.cursor {
		return
	}
	if state == archive.Altered {
		c.s.Pass(e.N)
		return
	}
	change, err := custody.Read(c.r, e)
	if err != nil {
		c.report(archive.Problem{Name: archive.Name(e), What: err.Error()})
		c.problems++
		return
	}
	if change == (ledger.Change{}) {
		return
	}
	wrong, err := c.s.Check(c.ctx, change)
	if err != nil {
		c.err = err
	}
	for _, w := range wrong {
		c.problem(w)
	}
}
