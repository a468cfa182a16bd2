package keeping

import (
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/archive"
	"riwaya/internal/archive/timestamp"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
	"riwaya/internal/proof"
	"riwaya/internal/show/terminal"
)

// witnesses are the heads that a ledger is held against, and who has seen them when.
type witnesses struct {
	kept    []archive.Kept
	head    *archive.Kept    // the one kept elsewhere
	seen    *timestamp.Stamp // its time stamp
	roots   *x509.CertPool
	stamped []stamped // the ledger's own
}

// stamped is a head with its time stamp.
type stamped struct {
	transparency.Head
	timestamp.Stamp
}

// gather reads what a ledger is to be held against. What is wrong with the ledger's own time
// stamps is reported; what is wrong with a file of the user's is the error.
func (w *witnesses) gather(c verifyConfig, d disk.System, report func(archive.Problem)) error {
	if c.roots != "" {
		b, err := smallFile(c.roots)
		if err == nil {
			w.roots, err = timestamp.ParseRoots(b)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", c.roots, err)
		}
	}
	r := archive.NewReader(d)
	if c.head != "" {
		if err := w.elsewhere(c, r); err != nil {
			return err
		}
	}
	all, err := r.Stamps()
	if err != nil {
		return err
	}
	verify, err := r.Verifier()
	if err != nil {
		return nil // reported by what looks at it
	}
	for _, s := range all {
		h, err := transparency.OpenHead(s.Head, verify)
		if err != nil {
			report(archive.Problem{Name: s.Name + ".head", What: "altered: " + err.Error()})
			continue
		}
		if s.Reply == nil {
			report(archive.Problem{Name: s.Name + ".tsr", What: "missing"})
			continue
		}
		stamp, err := timestamp.Verify(s.Reply, s.Head, w.roots)
		if err != nil && !errors.Is(err, timestamp.ErrUntrusted) {
			report(archive.Problem{Name: s.Name + ".tsr", What: err.Error()})
			continue
		}
		w.kept = append(w.kept, archive.Kept{Name: s.Name + ".head", Head: h})
		w.stamped = append(w.stamped, stamped{h, stamp})
	}
	return nil
}

// elsewhere reads the head that was kept elsewhere, with its time stamp where there is one.
func (w *witnesses) elsewhere(c verifyConfig, r archive.Reader) error {
	b, err := smallFile(c.head)
	if err != nil {
		return fmt.Errorf("%s: %w", c.head, err)
	}
	verify, err := r.Verifier()
	if err != nil {
		return fmt.Errorf("%s: %w", c.head, err)
	}
	h, err := proof.FindHead(b, verify)
	if err != nil {
		return fmt.Errorf("%s: %w", c.head, err)
	}
	w.head = &archive.Kept{Name: "the head kept elsewhere", Head: h}
	w.kept = append(w.kept, *w.head)
	if c.timestamp == "" {
		return nil
	}
	token, err := smallFile(c.timestamp)
	if err != nil {
		return fmt.Errorf("%s: %w", c.timestamp, err)
	}
	stamp, err := timestamp.Verify(token, proof.SignedIn(b), w.roots)
	if errors.Is(err, timestamp.ErrOther) { // or of the file as it was kept
		stamp, err = timestamp.Verify(token, b, w.roots)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.timestamp, err)
	}
	w.seen = &stamp
	return nil
}

// smallFile reads a file that a person has kept: a head, a time stamp, certificates.
func smallFile(name string) ([]byte, error) {
	const most = 1 << 20
	f, err := cli.OpenFile(name)
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(name)
	if err == nil && len(b) > most {
		err = errors.New("larger than such a file can be")
	}
	return b, err
}

// best is the stamped head over most records, one whose authority is known before others.
func (w *witnesses) best() *stamped {
	var best *stamped
	for i := range w.stamped {
		s := &w.stamped[i]
		if best == nil || s.Trusted && !best.Trusted || s.Trusted == best.Trusted && s.Size > best.Size {
			best = s
		}
	}
	return best
}

// conclude says what is proved, and against which witness.
func conclude(s cli.Streams, v archive.Verified, w *witnesses, c verifyConfig, problems int) {
	fmt.Fprintf(s.Out, "%d records in the log, %s as they were logged", v.Leaves, bytesOf(v.Bytes))
	if v.Withdrawn > 0 {
		fmt.Fprintf(s.Out, ", %d withdrawn", v.Withdrawn)
	}
	fmt.Fprintln(s.Out)
	if problems > 0 {
		fmt.Fprintf(s.Out, "%d problems: what is named above is not as it was logged\n", problems)
		return
	}
	pinned := int64(0)
	if h := w.head; h != nil {
		pinned = h.Size
		fmt.Fprintf(s.Out, "proved against the head in %s: of its %d records none was changed, moved, left out or put between", terminal.Plain(c.head), h.Size)
		if !h.Time.IsZero() {
			fmt.Fprintf(s.Out, " since it was signed on %s UTC", h.Time.UTC().Format("2006-01-02 15:04"))
		}
		fmt.Fprintln(s.Out)
		if w.seen != nil {
			fmt.Fprintf(s.Out, "that head was seen by %s\n", authority(w.seen, c.roots))
		}
	}
	if b := w.best(); b != nil {
		if b.Trusted {
			fmt.Fprintf(s.Out, "proved against a time stamp in the ledger: of the first %d records none was changed, moved, left out or put between since their head was seen by %s\n", b.Size, authority(&b.Stamp, c.roots))
			pinned = max(pinned, b.Size)
		} else {
			fmt.Fprintf(s.Out, "a time stamp in the ledger: the head of the first %d records was seen by %s\n", b.Size, authority(&b.Stamp, c.roots))
		}
	}
	switch {
	case pinned == 0:
		fmt.Fprintln(s.Out, "consistent with itself only: who holds the ledger and its key could have written all of it anew;")
		fmt.Fprintln(s.Out, "keep what `riwaya head` prints elsewhere, and verify with --head")
	case v.Leaves > pinned:
		fmt.Fprintf(s.Out, "the %d records after it are consistent with themselves only\n", v.Leaves-pinned)
	}
}

// authority is who saw a head, when, and how far that is known.
func authority(t *timestamp.Stamp, roots string) string {
	out := fmt.Sprintf("%s on %s UTC", terminal.Plain(t.Authority), t.Time.Format(time.DateTime))
	if t.Within > 0 {
		out += fmt.Sprintf(" (within %v)", t.Within)
	}
	switch {
	case t.Trusted:
		return out + ", whose certificate goes back to " + terminal.Plain(roots)
	case roots != "":
		return out + ", as it says; its certificate goes back to none in " + terminal.Plain(roots)
	}
	return out + ", as it says; its certificate was not checked: give its root with --tsa-roots"
}
