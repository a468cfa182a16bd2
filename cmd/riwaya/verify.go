package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"riwaya/internal/archive"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline"
	"riwaya/internal/proof"
	"riwaya/internal/show"
)

// runHead signs the log's head and prints it: short, to be read out, and whole.
func runHead(ctx context.Context, args []string, s streams) int {
	o, gather := headFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
	l, err := openLedger(ctx, c, s)
	if err != nil {
		return s.fail(err)
	}
	h, signed, err := l.Sign()
	if err = errors.Join(err, l.Close()); err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	fmt.Fprintf(s.Out, "%s\n\n%s", h.Short(), signed)
	return ok
}

// runVerify holds a ledger against its log and against a head.
func runVerify(ctx context.Context, args []string, s streams) int {
	o, gather := verifyFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather()
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
	var kept []transparency.Head
	if c.head != "" {
		h, err := keptHead(c.head, d)
		if err != nil {
			return s.fail(err)
		}
		kept = append(kept, h)
	}
	var store ledger.Store
	problems := 0
	report := func(p archive.Problem) {
		problems++
		fmt.Fprintln(s.Out, show.Plain(p.String()))
	}
	st, err := readStore(d)
	switch {
	case err != nil:
		report(archive.Problem{Name: pipeline.StoreName, What: ledgerError(c.ledger, err).Error()})
	case st == nil:
		report(archive.Problem{Name: pipeline.StoreName, What: "missing; `riwaya repair` makes it anew"})
	default:
		defer st.Close() // read only: nothing can be lost
		store = st
	}
	v, err := pipeline.Verify(ctx, d, store, kept, report)
	if errors.Is(err, ledger.ErrDamaged) {
		report(archive.Problem{Name: pipeline.StoreName, What: err.Error()})
		v, err = pipeline.Verify(ctx, d, nil, kept, report)
	}
	if err != nil {
		return s.fail(ledgerError(c.ledger, err))
	}
	conclude(s, v, kept, c.head, problems)
	if problems > 0 {
		return failed
	}
	return ok
}

// conclude says what is proved, and against which witness.
func conclude(s streams, v archive.Verified, kept []transparency.Head, name string, problems int) {
	fmt.Fprintf(s.Out, "%d records in the log, %s as they were logged", v.Leaves, bytesOf(v.Bytes))
	if v.Withdrawn > 0 {
		fmt.Fprintf(s.Out, ", %d withdrawn", v.Withdrawn)
	}
	fmt.Fprintln(s.Out)
	switch {
	case problems > 0:
		fmt.Fprintf(s.Out, "%d problems: what is named above is not as it was logged\n", problems)
	case len(kept) > 0:
		h := kept[0]
		fmt.Fprintf(s.Out, "proved against the head in %s: of its %d records none was changed, moved, left out or put between", name, h.Size)
		if !h.Time.IsZero() {
			fmt.Fprintf(s.Out, " since it was signed on %s UTC", h.Time.UTC().Format("2006-01-02 15:04"))
		}
		fmt.Fprintln(s.Out)
		if v.Leaves > h.Size {
			fmt.Fprintf(s.Out, "the %d records after it are consistent with themselves only\n", v.Leaves-h.Size)
		}
	default:
		fmt.Fprintln(s.Out, "consistent with itself only: who holds the ledger and its key could have written all of it anew;")
		fmt.Fprintln(s.Out, "keep what `riwaya head` prints elsewhere, and verify with --head")
	}
}

// keptHead reads a head that was kept in a file: a signed one, or its short form.
func keptHead(name string, d disk.System) (transparency.Head, error) {
	const most = 64 << 10
	f, err := openFile(name)
	if err != nil {
		return transparency.Head{}, err
	}
	if err := f.Close(); err != nil {
		return transparency.Head{}, err
	}
	b, err := os.ReadFile(name)
	if err == nil && len(b) > most {
		err = transparency.ErrHead
	}
	if err != nil {
		return transparency.Head{}, fmt.Errorf("%s: %w", name, err)
	}
	verify, err := archive.NewReader(d).Verifier()
	if err != nil {
		return transparency.Head{}, fmt.Errorf("%s: %w", name, err)
	}
	h, err := proof.FindHead(b, verify)
	if err != nil {
		return h, fmt.Errorf("%s: %w", name, err)
	}
	return h, nil
}

// verifyProof verifies a proof by what is in its folder.
func verifyProof(c verifyConfig, s streams) int {
	d, err := disk.Existing(c.proof)
	if err != nil {
		return s.fail(fileError(c.proof, err))
	}
	said, err := proof.Verify(d)
	for _, l := range said {
		fmt.Fprintln(s.Out, show.Plain(l))
	}
	if err != nil {
		return s.fail(fmt.Errorf("%s: %w", strings.TrimSuffix(c.proof, "/"), err))
	}
	return ok
}
