package keeping

import (
	"context"
	"errors"
	"fmt"
	"os"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/cmd/riwaya/reviewing"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/proof"
	"riwaya/internal/show/terminal"
)

// Withdraw takes something out for good.
func Withdraw(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := WithdrawFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.Args) != 1:
		return o.Misuse(s, "give one ID, as `riwaya add --list` prints them")
	case c.Reason == "":
		return o.Misuse(s, "--reason is missing: what goes, goes for a reason that stays")
	}
	l, err := opening.OpenLedger(ctx, c, s)
	if err != nil {
		return s.Fail(err)
	}
	w, others, err := l.Withdraw(ctx, c.Args[0], c.Who, c.Reason)
	code := cli.OK
	if errors.Is(err, ledger.ErrRead) {
		code, err = s.Fail(opening.LedgerError(c.Ledger, err)), nil
	}
	if err = errors.Join(err, l.Close()); err != nil {
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	d, err := opening.Existing(c.Ledger)
	if err == nil {
		err = opening.Forget(ctx, d, w.Gone)
	}
	if err != nil {
		fmt.Fprintf(s.Err, "riwaya: it is withdrawn, but the index of the search may have its words; delete %s\n", opening.IndexName)
	}
	if d, err := opening.Existing(c.Ledger); err != nil || opening.ForgetAcross(ctx, d, w.Gone) != nil {
		fmt.Fprintf(s.Err, "riwaya: it is withdrawn, but what was found across reports may have its words; delete %s\n", opening.AcrossName)
	}
	if d, err := opening.Existing(c.Ledger); err != nil || reviewing.ForgetQueue(d) != nil {
		fmt.Fprintf(s.Err, "riwaya: it is withdrawn, but the queue of the review may name it; delete %s\n", reviewing.ReviewName)
	}
	for _, g := range w.Gone {
		fmt.Fprintf(s.Out, "withdrawn %s\n", g.ID)
	}
	for _, id := range others {
		fmt.Fprintf(s.Err, "riwaya: the same article also stands in %s; what came in there is kept until it is withdrawn too\n", id)
	}
	return code
}

// Proof writes a proof.
func Proof(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := ProofFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.Args) != 1:
		return o.Misuse(s, "give one ID, as `riwaya add --list` prints them")
	case c.Out == "":
		return o.Misuse(s, "-o DIR is missing: where the proof is to be written")
	}
	if _, err := os.Stat(c.Out); err == nil {
		return s.Fail(fmt.Errorf("%s: it is there already", c.Out))
	}
	l, err := opening.OpenLedger(ctx, c, s)
	if err != nil {
		return s.Fail(err)
	}
	err = func() error {
		f, err := l.Store.Find(ctx, c.Args[0])
		if err != nil {
			return err
		}
		out, err := disk.Folder(c.Out)
		if err != nil {
			return err
		}
		return l.Prove(ctx, f, out)
	}()
	if err = errors.Join(err, l.Close()); err != nil {
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	fmt.Fprintf(s.Out, "%s: start with its %s; `riwaya verify --proof` verifies it too\n", terminal.Plain(c.Out), proof.ReadMe)
	return cli.OK
}

// Repair makes the store anew from archive and log, beside the old one, and puts it in
// its place when it is whole.
func Repair(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := RepairFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	d, err := opening.Existing(c.Ledger)
	if err != nil {
		return s.Fail(err)
	}
	l, err := pipeline.Repair(ctx, d, opening.LedgerOptions(d, nil, c.AnyClock), func(ctx context.Context, name string) (ledger.Store, error) {
		path, err := d.Path(name)
		if err != nil {
			return nil, err
		}
		return sqlite.Open(ctx, path)
	})
	if err != nil {
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	opening.Notices(s, l.Notices)
	fmt.Fprintf(s.Out, "made anew from %d records; `riwaya add` reads what is unread, `riwaya verify` looks at everything\n", l.Records)
	if len(l.Notices) > 0 {
		return cli.Failed
	}
	return cli.OK
}
