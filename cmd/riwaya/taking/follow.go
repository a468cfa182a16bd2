package taking

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/feed"
	"riwaya/internal/follow"
	"riwaya/internal/ledger"
	"riwaya/internal/page"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/show/terminal"
)

// hostsAtATime is how many hosts are asked at a time. Each is asked by one, with a delay.
const hostsAtATime = 8

// once is the memory of a run that takes in what the ledger has not.
type once struct {
	store ledger.Store
	say   func(line string)
	known int // pages in lists that the ledger has
}

// List asks for every list.
func (o *once) List(_ context.Context, address string) (follow.Request, bool, error) {
	return follow.Request{URL: address}, true, nil
}

// Listed follows every list.
func (o *once) Listed(_ context.Context, _ string, f *feed.Feed, v follow.Version) (*feed.Feed, string, bool, error) {
	return f, v.ID, true, nil
}

// Page asks for what never answered. What something was withdrawn from is left alone.
func (o *once) Page(ctx context.Context, address string) (follow.Request, bool, error) {
	a, err := o.store.Address(ctx, address)
	switch {
	case errors.Is(err, ledger.ErrGone), err == nil && !a.First.IsZero():
		o.known++
		return follow.Request{}, false, nil
	}
	return follow.Request{URL: address}, err == nil, err
}

// Left says that there is more.
func (o *once) Left(address string, n int) {
	o.say(fmt.Sprintf("riwaya: %s: %d pages are left; the next run takes them, or --most more", terminal.Plain(address), n))
}

// list follows a file that is a list, where the user named it: what stands in a folder is
// kept and not followed.
func (in *intake) list(name string, yield func(incoming.Source) bool) bool {
	b, err := listFile(name)
	if b == nil || err != nil {
		return true // no list; and what is wrong with the file is told when it is taken in
	}
	if in.offline {
		in.say(fmt.Sprintf("riwaya: %s: kept; what it leads to is not asked for: offline", terminal.Plain(custodyName(name))))
		return true
	}
	return in.all(in.follow.File(in.ctx, custodyName(name), b), yield)
}

// listFile is the content of a file that is a list, nil of every other.
func listFile(name string) ([]byte, error) {
	if i, err := os.Stat(name); err != nil || !i.Mode().IsRegular() {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, cli.FileError(name, err)
	}
	defer f.Close() // read only: nothing can be lost
	const sniffed = 64 << 10
	start, err := io.ReadAll(io.LimitReader(f, sniffed))
	if err != nil {
		return nil, cli.FileError(name, err)
	}
	if head, err := page.Unpacked(start); err != nil || feed.Sniff(head) == "" {
		return nil, nil
	}
	return io.ReadAll(io.MultiReader(bytes.NewReader(start), io.LimitReader(f, feed.MaxBytes)))
}
