package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/proof"
	"riwaya/internal/show/terminal"
)

// runWithdraw takes something out for good.
func runWithdraw(ctx context.Context, args []string, s streams) int {
	o, gather := withdrawFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) != 1:
		return o.misuse(s, "give one ID, as `riwaya add --list` prints them")
	case c.reason == "":
		return o.misuse(s, "--reason is missing: what goes, goes for a reason that stays")
	}
	l, err := openLedger(ctx, c, s)
	if err != nil {
		return s.fail(err)
	}
	w, others, err := l.Withdraw(ctx, c.args[0], c.who, c.reason)
	code := ok
	if errors.Is(err, ledger.ErrRead) {
		code, err = s.fail(ledgerError(c.ledger, err)), nil
	}
	if err = errors.Join(err, l.Close()); err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	d, err := existing(c.ledger)
	if err == nil {
		err = forget(ctx, d, w.Gone)
	}
	if err != nil {
		fmt.Fprintf(s.Err, "riwaya: it is withdrawn, but the index of the search may have its words; delete %s\n", indexName)
	}
	if d, err := existing(c.ledger); err != nil || forgetAcross(ctx, d, w.Gone) != nil {
		fmt.Fprintf(s.Err, "riwaya: it is withdrawn, but what was found across reports may have its words; delete %s\n", acrossName)
	}
	if d, err := existing(c.ledger); err != nil || forgetQueue(d) != nil {
		fmt.Fprintf(s.Err, "riwaya: it is withdrawn, but the queue of the review may name it; delete %s\n", reviewName)
	}
	for _, g := range w.Gone {
		fmt.Fprintf(s.Out, "withdrawn %s\n", g.ID)
	}
	for _, id := range others {
		fmt.Fprintf(s.Err, "riwaya: the same article also stands in %s; what came in there is kept until it is withdrawn too\n", id)
	}
	return code
}

// runProof writes a proof.
func runProof(ctx context.Context, args []string, s streams) int {
	o, gather := proofFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) != 1:
		return o.misuse(s, "give one ID, as `riwaya add --list` prints them")
	case c.out == "":
		return o.misuse(s, "-o DIR is missing: where the proof is to be written")
	}
	if _, err := os.Stat(c.out); err == nil {
		return s.fail(fmt.Errorf("%s: it is there already", c.out))
	}
	l, err := openLedger(ctx, c, s)
	if err != nil {
		return s.fail(err)
	}
	err = func() error {
		f, err := l.Store.Find(ctx, c.args[0])
		if err != nil {
			return err
		}
		out, err := disk.Folder(c.out)
		if err != nil {
			return err
		}
		return l.Prove(ctx, f, out)
	}()
	if err = errors.Join(err, l.Close()); err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	fmt.Fprintf(s.Out, "%s: start with its %s; `riwaya verify --proof` verifies it too\n", terminal.Plain(c.out), proof.ReadMe)
	return ok
}

// runRepair makes the store anew from archive and log, beside the old one, and puts it in
// its place when it is whole.
func runRepair(ctx context.Context, args []string, s streams) int {
	o, gather := repairFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	d, err := existing(c.ledger)
	if err != nil {
		return s.fail(err)
	}
	l, err := pipeline.Repair(ctx, d, ledgerOptions(d, nil, c.anyClock), func(ctx context.Context, name string) (ledger.Store, error) {
		path, err := d.Path(name)
		if err != nil {
			return nil, err
		}
		return sqlite.Open(ctx, path)
	})
	if err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	notices(s, l.Notices)
	fmt.Fprintf(s.Out, "made anew from %d records; `riwaya add` reads what is unread, `riwaya verify` looks at everything\n", l.Records)
	if len(l.Notices) > 0 {
		return failed
	}
	return ok
}
