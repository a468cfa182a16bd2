package opening

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/archive"
	"riwaya/internal/archive/timestamp"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
	"riwaya/internal/show/terminal"
)

// stamp has a signed head seen by a time-stamping authority, and keeps its answer in the ledger.
// Nothing of the ledger is sent but the head's hash.
func stamp(ctx context.Context, net cli.Web, d disk.System, address string, h transparency.Head, signed []byte) (name string, t timestamp.Stamp, err error) {
	query, err := timestamp.Request(signed, rand.Reader)
	if err != nil {
		return "", t, err
	}
	page, err := net.Client.Post(ctx, address, timestamp.Query, query, timestamp.Reply)
	if err != nil {
		return "", t, err
	}
	if _, err := timestamp.Answer(page.Body, query); err != nil {
		return "", t, fmt.Errorf("%s: %w", terminal.Plain(address), err)
	}
	if t, err = timestamp.Verify(page.Body, signed, nil); err != nil {
		return "", t, fmt.Errorf("%s: %w", terminal.Plain(address), err)
	}
	if name, err = archive.KeepStamp(d, h.Size, signed, page.Body); err != nil {
		return "", t, fmt.Errorf("the time stamp cannot be kept: %w", err)
	}
	return name, t, nil
}

// StampHead says that a head was stamped, or on standard error why it was not, and reports whether
// it was.
func StampHead(ctx context.Context, s cli.Streams, net cli.Web, ledger string, d disk.System, address string, h transparency.Head, signed []byte) bool {
	name, t, err := stamp(ctx, net, d, address, h, signed)
	if err != nil {
		fmt.Fprintf(s.Err, "riwaya: no time stamp: %v\n", LedgerError(ledger, err))
		return false
	}
	fmt.Fprintf(s.Out, "stamped   by %s on %s UTC: %s/%s\n", terminal.Plain(t.Authority), t.Time.Format(time.DateTime), terminal.Plain(ledger), name)
	return true
}
