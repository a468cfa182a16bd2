package transparency

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"riwaya/internal/disk"
)

// reader reads hashes from their file.
type reader struct{ f disk.File }

func (r reader) ReadHashes(at []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(at))
	for i, n := range at {
		if _, err := r.f.ReadAt(out[i][:], n*tlog.HashSize); err != nil {
			return nil, fmt.Errorf("hash %d: %w", n, err)
		}
	}
	return out, nil
}

// both reads hashes from their file, and from first on those that are not yet in it.
type both struct {
	old   reader
	first int64
	more  []tlog.Hash
}

func (b both) ReadHashes(at []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(at))
	for i, n := range at {
		if n >= b.first {
			out[i] = b.more[n-b.first]
			continue
		}
		h, err := b.old.ReadHashes([]int64{n})
		if err != nil {
			return nil, err
		}
		out[i] = h[0]
	}
	return out, nil
}

func flat(hashes []tlog.Hash) []byte {
	b := make([]byte, 0, len(hashes)*tlog.HashSize)
	for _, h := range hashes {
		b = append(b, h[:]...)
	}
	return b
}

// Tree is the root of a growing tree, from its leaves alone. The zero value has none.
type Tree struct {
	n     int64
	parts []tlog.Hash // of whole subtrees, the largest first
}

// Add puts a leaf's hash behind the others. It returns the hashes that the tree has more
// now, in the order in which a log keeps them.
func (t *Tree) Add(h Hash) []Hash {
	more := []Hash{h}
	for n := t.n; n&1 == 1; n >>= 1 {
		last := len(t.parts) - 1
		h = tlog.NodeHash(t.parts[last], h)
		t.parts = t.parts[:last]
		more = append(more, h)
	}
	t.parts = append(t.parts, h)
	t.n++
	return more
}

// Size is how many leaves it has.
func (t *Tree) Size() int64 { return t.n }

// Root is its root; of no leaves the hash of nothing, as RFC 6962 has it.
func (t *Tree) Root() Hash {
	if t.n == 0 {
		h, _ := tlog.TreeHash(0, nil) // never asks for a hash
		return h
	}
	h := t.parts[len(t.parts)-1]
	for i := len(t.parts) - 2; i >= 0; i-- {
		h = tlog.NodeHash(t.parts[i], h)
	}
	return h
}
