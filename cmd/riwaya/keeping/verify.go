package keeping

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/archive"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/verify"
	"riwaya/internal/proof"
	"riwaya/internal/show/terminal"
)

// Head signs the log's head and prints it: short, to be read out, and whole.
func Head(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := HeadFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	net := c.Net.Web(s)
	defer net.Client.Close()
	return PrintHead(ctx, c, s, net)
}

// PrintHead prints the head of a ledger's log, and has it seen by an authority where one is named.
func PrintHead(ctx context.Context, c opening.LedgerConfig, s cli.Streams, net cli.Web) int {
	l, err := opening.OpenLedger(ctx, c, s)
	if err != nil {
		return s.Fail(err)
	}
	h, signed, err := l.Sign()
	if err = errors.Join(err, l.Close()); err != nil {
		return s.Fail(opening.LedgerError(c.Ledger, err))
	}
	fmt.Fprintf(s.Out, "%s\n\n%s", h.Short(), signed)
	if c.Stamp == "" {
		return cli.OK
	}
	d, err := opening.Existing(c.Ledger)
	if err != nil {
		return s.Fail(err)
	}
	fmt.Fprintln(s.Out)
	if !opening.StampHead(ctx, s, net, c.Ledger, d, c.Stamp, h, signed) {
		return cli.Failed
	}
	return cli.OK
}

// Verify holds a ledger against its log and against a head.
func Verify(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := VerifyFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if c.timestamp != "" && c.head == "" {
		return o.Misuse(s, "--timestamp FILE is of a head: give --head too")
	}
	if c.proof != "" {
		return verifyProof(c, s)
	}
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return s.Fail(err)
	}
	// Nobody may add while everything is looked at; where nothing can be written nobody does.
	if lock, err := d.Lock("lock"); errors.Is(err, disk.ErrLocked) {
		return s.Fail(opening.LedgerError(c.ledger, err))
	} else if err == nil {
		defer lock.Close() // the process ends soon after, and it with it
	}
	var store ledger.Store
	problems := 0
	report := func(p archive.Problem) {
		if !p.Withdrawn {
			problems++
		}
		fmt.Fprintln(s.Out, terminal.Plain(p.String()))
	}
	var w witnesses
	if err := w.gather(c, d, report); err != nil {
		return s.Fail(err)
	}
	st, err := opening.ReadStore(d)
	switch {
	case errors.Is(err, ledger.ErrOlder): // nothing is wrong with it
		fmt.Fprintf(s.Err, "riwaya: %v; its rows were not looked at\n", opening.LedgerError(c.ledger, err))
	case err != nil:
		report(archive.Problem{Name: ledger.StoreName, What: opening.LedgerError(c.ledger, err).Error()})
	case st == nil:
		report(archive.Problem{Name: ledger.StoreName, What: "missing; `riwaya repair` makes it anew"})
	default:
		defer st.Close() // read only: nothing can be lost
		store = st
	}
	v, err := verify.Ledger(ctx, d, store, w.kept, report)
	if err != nil && store != nil && ctx.Err() == nil { // if it is not the store's, it comes again
		report(archive.Problem{Name: ledger.StoreName, What: err.Error()})
		v, err = verify.Ledger(ctx, d, nil, w.kept, report)
	}
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	conclude(s, v, &w, c, problems)
	if problems > 0 {
		return cli.Failed
	}
	return cli.OK
}

// verifyProof verifies a proof by what is in its folder.
func verifyProof(c verifyConfig, s cli.Streams) int {
	d, err := disk.Existing(c.proof)
	if err != nil {
		return s.Fail(cli.FileError(c.proof, err))
	}
	said, err := proof.Verify(d)
	for _, l := range said {
		fmt.Fprintln(s.Out, terminal.Plain(l))
	}
	if err != nil {
		return s.Fail(fmt.Errorf("%s: %w", strings.TrimSuffix(c.proof, "/"), err))
	}
	return cli.OK
}
