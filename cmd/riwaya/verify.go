package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"riwaya/internal/archive"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/verify"
	"riwaya/internal/proof"
	"riwaya/internal/show/terminal"
)

// runHead signs the log's head and prints it: short, to be read out, and whole.
func runHead(ctx context.Context, args []string, s streams) int {
	o, gather := headFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	net := c.net.web(s)
	defer net.client.Close()
	return printHead(ctx, c, s, net)
}

func printHead(ctx context.Context, c ledgerConfig, s streams, net web) int {
	l, err := openLedger(ctx, c, s)
	if err != nil {
		return s.fail(err)
	}
	h, signed, err := l.Sign()
	if err = errors.Join(err, l.Close()); err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	fmt.Fprintf(s.Out, "%s\n\n%s", h.Short(), signed)
	if c.stamp == "" {
		return ok
	}
	d, err := existing(c.ledger)
	if err != nil {
		return s.fail(err)
	}
	fmt.Fprintln(s.Out)
	if !stampHead(ctx, s, net, c.ledger, d, c.stamp, h, signed) {
		return failed
	}
	return ok
}

// runVerify holds a ledger against its log and against a head.
func runVerify(ctx context.Context, args []string, s streams) int {
	o, gather := verifyFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	if c.timestamp != "" && c.head == "" {
		return o.misuse(s, "--timestamp FILE is of a head: give --head too")
	}
	if c.proof != "" {
		return verifyProof(c, s)
	}
	d, err := existing(c.ledger)
	if err != nil {
		return s.fail(err)
	}
	// Nobody may add while everything is looked at; where nothing can be written nobody does.
	if lock, err := d.Lock("lock"); errors.Is(err, disk.ErrLocked) {
		return s.fail(ledgerError(c.ledger, err))
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
		return s.fail(err)
	}
	st, err := readStore(d)
	switch {
	case errors.Is(err, ledger.ErrOlder): // nothing is wrong with it
		fmt.Fprintf(s.Err, "riwaya: %v; its rows were not looked at\n", ledgerError(c.ledger, err))
	case err != nil:
		report(archive.Problem{Name: ledger.StoreName, What: ledgerError(c.ledger, err).Error()})
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
		return s.fail(ledgerError(c.ledger, err))
	}
	conclude(s, v, &w, c, problems)
	if problems > 0 {
		return failed
	}
	return ok
}

// verifyProof verifies a proof by what is in its folder.
func verifyProof(c verifyConfig, s streams) int {
	d, err := disk.Existing(c.proof)
	if err != nil {
		return s.fail(fileError(c.proof, err))
	}
	said, err := proof.Verify(d)
	for _, l := range said {
		fmt.Fprintln(s.Out, terminal.Plain(l))
	}
	if err != nil {
		return s.fail(fmt.Errorf("%s: %w", strings.TrimSuffix(c.proof, "/"), err))
	}
	return ok
}
