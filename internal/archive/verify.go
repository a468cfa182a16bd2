package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
	"riwaya/internal/disk"
)

// Problem is something that is not as it was logged. What was Withdrawn, and is gone as the log
// says, is told in the same way and counts as none.
type Problem struct {
	Name, What string
	Withdrawn  bool
}

func (p Problem) String() string { return p.Name + ": " + p.What }

// State is what became of a stored record.
type State int

// The states of a record: as it was logged, withdrawn as the log says, or neither.
const (
	Held State = iota
	Gone
	Altered
)

// Verified is what was found to hold.
type Verified struct {
	Leaves, Withdrawn int64
	Bytes             int64 // of records that are as they were logged
	Root              transparency.Hash
	Signed            *transparency.Head // the ledger's own last head, where it holds
	Problems          int64
}

// FieldWithdraws lists, in the header of a withdrawal, the numbers of the leaves that go.
const FieldWithdraws = "Riwaya-Withdraws"

// Withdraws are the leaves that a withdrawal's header names.
func Withdraws(h warc.Header) ([]int64, error) {
	var out []int64
	for s := range strings.FieldsSeq(h.Get(FieldWithdraws)) {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("withdrawal: %w", err)
		}
		out = append(out, n)
	}
	return out, nil
}

// Kept is a head that the log is held against, and what it is called in messages.
type Kept struct {
	Name string
	transparency.Head
}

// Verify holds every stored byte against the log, and the log against heads: the
// ledger's own and those that were kept elsewhere. It changes nothing, and calls report
// for whatever is missing, altered, or nowhere entered. Each leaf is handed to each, with
// what became of it; each may be nil.
func Verify(ctx context.Context, d disk.FS, kept []Kept, report func(Problem), each func(Entry, State)) (Verified, error) {
	v := audit{r: NewReader(d), d: d, report: report, each: each, roots: map[int64]transparency.Hash{}, gone: map[int64]transparency.Leaf{}}
	defer v.close()
	log, err := v.r.OpenLog()
	if err != nil {
		return v.Verified, err
	}
	if log == nil {
		v.problem(transparency.Dir+"/leaves", "missing")
		return v.Verified, v.strays(0)
	}
	v.log = log
	heads := v.own(kept)
	for _, h := range heads {
		v.roots[h.Size] = transparency.Hash{}
	}
	if err := v.withdrawals(); err != nil {
		return v.Verified, err
	}
	if err := v.leaves(ctx); err != nil {
		return v.Verified, err
	}
	for i, h := range heads {
		name := h.Name
		switch root, there := v.roots[h.Size]; {
		case h.Size > v.Leaves:
			v.problem(name, fmt.Sprintf("it is over %d records, the log has %d: %d were taken away", h.Size, v.Leaves, h.Size-v.Leaves))
		case !there || root != h.Root:
			v.problem(name, fmt.Sprintf("the first %d records of the log are not those that it was signed over: the log was written anew", h.Size))
		case i >= len(kept):
			v.Signed = &heads[i].Head
		}
	}
	return v.Verified, nil
}

type audit struct {
	Verified
	r      Reader
	d      disk.FS
	log    *transparency.Log
	report func(Problem)
	each   func(Entry, State)
	tree   transparency.Tree
	hashes int64                       // how many hashes the tree has so far
	roots  map[int64]transparency.Hash // of the sizes that heads are over
	gone   map[int64]transparency.Leaf // what was withdrawn, by which leaf
	file   disk.File
	number int
	end    int64 // of the last record in it
}

func (v *audit) close() {
	if v.file != nil {
		v.file.Close() // read only: nothing can be lost
	}
	if v.log != nil {
		v.log.Close()
	}
}

func (v *audit) problem(name, what string) {
	v.Problems++
	v.report(Problem{Name: name, What: what})
}

// own adds the ledger's own head to those kept elsewhere, where it is signed by its key.
func (v *audit) own(kept []Kept) []Kept {
	verify, err := v.r.Verifier()
	if err != nil {
		v.problem(transparency.Dir+"/"+verifier, "it cannot be read: "+plain(err))
		return kept
	}
	origin, err := transparency.Origin(verify)
	if raw, e := disk.ReadFile(v.d, transparency.Dir+"/"+verifier, small); e != nil || string(raw) != verify+"\n" {
		err = errors.Join(err, errors.New("it is not one line"))
	}
	if err != nil {
		v.problem(transparency.Dir+"/"+verifier, "altered: "+err.Error())
		return kept
	}
	if sign, err := disk.ReadFile(v.d, keyName, small); err == nil {
		trial := transparency.Head{Origin: origin}
		if signed, err := trial.Sign(string(sign)); err != nil || string(sign) != strings.TrimSpace(string(sign))+"\n" {
			v.problem(keyName, "altered: it signs nothing")
		} else if _, err := transparency.OpenHead(signed, verify); err != nil {
			v.problem(keyName, "it is not the key that "+transparency.Dir+"/"+verifier+" belongs to")
		}
	}
	for _, h := range kept {
		if h.Origin != "" && h.Origin != origin {
			v.problem(h.Name, fmt.Sprintf("it is of %s, this ledger is %s", h.Origin, origin))
		}
	}
	signed, err := v.r.Head()
	if errors.Is(err, fs.ErrNotExist) {
		return kept // signed at the end of an add; one that was killed has not got there
	}
	h, err := transparency.OpenHead(signed, verify)
	if err != nil {
		v.problem(transparency.Dir+"/"+headName, "altered: "+plain(err))
		return kept
	}
	return append(slices.Clone(kept), Kept{transparency.Dir + "/" + headName, h})
}

// withdrawals finds out which leaves were withdrawn.
func (v *audit) withdrawals() error {
	for e, err := range v.log.Leaves(0) {
		if err != nil || e.Kind != Withdrawal {
			continue // reported later
		}
		c, err := v.r.Open(e.Leaf)
		if err != nil {
			continue // reported later
		}
		all, err := Withdraws(c.Header)
		if err = errors.Join(err, c.Close()); err != nil {
			continue
		}
		for _, n := range all {
			v.gone[n] = e.Leaf
		}
	}
	return nil
}

func (v *audit) leaves(ctx context.Context) error {
	if rest, err := v.log.Rest(); err != nil {
		return err
	} else if rest > 0 {
		v.problem(transparency.Dir+"/leaves", fmt.Sprintf("%d bytes behind its last whole line", rest))
	}
	v.root()
	for e, err := range v.log.Leaves(0) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		v.Leaves++
		var h transparency.Hash
		if err == nil {
			h, err = e.Hash()
		}
		if errors.Is(err, transparency.ErrLeaf) {
			v.problem(fmt.Sprintf("%s/leaves, line %d", transparency.Dir, e.N+1), "altered: it is no line of a log")
			v.end = -1
			v.hand(e, Altered)
		} else if err != nil {
			return err
		}
		more := v.tree.Add(h)
		if same := v.log.Stored(v.hashes, more); !same && err == nil {
			v.problem(fmt.Sprintf("%s/leaves, line %d", transparency.Dir, e.N+1), "it and "+transparency.Dir+"/hashes do not agree: one of them was altered")
		}
		v.hashes += int64(len(more))
		v.root()
		if err == nil {
			if err := v.leaf(e); err != nil {
				return err
			}
		}
	}
	if n, err := v.log.StoredSize(); err != nil || n != v.hashes*tlog.HashSize {
		v.problem(transparency.Dir+"/hashes", fmt.Sprintf("it has %d bytes, %d are right", n, v.hashes*tlog.HashSize))
	}
	v.Root = v.tree.Root()
	if err := v.behind(); err != nil {
		return err
	}
	return v.strays(v.number)
}

// root keeps the root where a head is over just so many leaves.
func (v *audit) root() {
	if _, asked := v.roots[v.tree.Size()]; asked {
		v.roots[v.tree.Size()] = v.tree.Root()
	}
}

// leaf holds the stored bytes of a leaf against it.
func (v *audit) leaf(e Entry) error {
	name := Name(e)
	if e.File != v.number {
		if err := v.behind(); err != nil {
			return err
		}
		f, err := v.d.Open(FileName(e.File))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err == nil {
			v.file = f
		}
		v.number, v.end = e.File, 0
	}
	if v.file == nil {
		v.problem(name, "missing: there is no such file")
		v.hand(e, Altered)
		return nil
	}
	if v.end >= 0 && e.Offset != v.end {
		v.problem(name, fmt.Sprintf("the record before it ends at byte %d", v.end))
	}
	v.end = e.Offset + e.Length
	if w, gone := v.gone[e.N]; gone {
		return v.withdrawn(e, w)
	}
	sum := sha256.New()
	n, err := io.Copy(sum, io.NewSectionReader(v.file, e.Offset, e.Length))
	switch {
	case err != nil:
		v.problem(name, "it cannot be read: "+plain(err))
	case n < e.Length:
		v.problem(name, "missing: the file ends before it does")
	case !bytes.Equal(sum.Sum(nil), e.Sum[:]):
		v.problem(name, "altered")
	default:
		v.Bytes += n
		v.hand(e, Held)
		return nil
	}
	v.hand(e, Altered)
	return nil
}

func (v *audit) hand(e Entry, s State) {
	if v.each != nil {
		v.each(e, s)
	}
}

// withdrawn wants the notice in the place of a record that was withdrawn.
func (v *audit) withdrawn(e Entry, w transparency.Leaf) error {
	want, err := notice(e.Leaf, w)
	if err != nil {
		return err
	}
	v.Withdrawn++
	have := make([]byte, len(want))
	if _, err := v.file.ReadAt(have, e.Offset); err != nil && err != io.EOF {
		return err
	}
	if !bytes.Equal(have, want) {
		v.problem(Name(e), "withdrawn, but what stands in its place is not the notice of that; see riwaya repair")
		return nil
	}
	v.report(Problem{Name(e), "withdrawn on " + w.Date.UTC().Format(time.DateOnly), true})
	v.hand(e, Gone)
	return nil
}

// behind wants nothing behind the last record of a file.
func (v *audit) behind() error {
	if v.file == nil {
		return nil
	}
	n, err := v.file.Size()
	if err != nil {
		return err
	}
	if v.end >= 0 && n > v.end {
		v.problem(FileName(v.number), fmt.Sprintf("%d bytes behind its last record, from byte %d on, are in no line of the log", n-v.end, v.end))
	}
	err = v.file.Close()
	v.file = nil
	return err
}

// strays wants no files that the log does not know.
func (v *audit) strays(last int) error {
	names, err := v.d.List(dir)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for n := range last {
		known[FileName(n+1)] = true
	}
	for _, name := range names {
		if known[dir+"/"+name] {
			continue
		}
		f, err := v.d.Open(dir + "/" + name)
		if err != nil {
			return err
		}
		n, err := f.Size()
		if err = errors.Join(err, f.Close()); err != nil {
			return err
		}
		if n > 0 { // an empty one was made before its first record, which did not get there
			v.problem(dir+"/"+name, "it is in no line of the log")
		}
	}
	return nil
}

// Name is what a stored record is called in messages.
func Name(e Entry) string {
	return fmt.Sprintf("%s, byte %d, %s %s (leaf %d)", FileName(e.File), e.Offset, e.Kind, hex.EncodeToString(e.Sum[:6]), e.N)
}

// plain leaves out where on this machine a file stands.
func plain(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
