package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
)

// Stamped is a signed head that a time-stamping authority has seen, and its answer: in the
// folder log/stamped, under one name with two endings. Neither can be made for a day that is gone,
// not even by who has the ledger's key.
type Stamped struct {
	Name  string // without its ending
	Head  []byte // as signed
	Reply []byte // of the authority, RFC 3161; nil where it is missing
}

const (
	stampedDir = transparency.Dir + "/stamped"
	headEnd    = ".head"
	replyEnd   = ".tsr"
	mostReply  = 64 << 10
)

// KeepStamp keeps a signed head of size records with an authority's answer, and returns the
// answer's name. No lock is needed: the name is that of the bytes.
func KeepStamp(d disk.FS, size int64, head, reply []byte) (string, error) {
	if err := d.MakeDir(stampedDir); err != nil {
		return "", err
	}
	sum := sha256.Sum256(reply)
	name := fmt.Sprintf("%d-%s", size, hex.EncodeToString(sum[:4]))
	// The head first: a reply without its head would be of nothing.
	for _, f := range []struct {
		end string
		b   []byte
	}{{headEnd, head}, {replyEnd, reply}} {
		if err := disk.WriteFile(d, stampedDir, name+f.end, f.b); err != nil {
			return "", err
		}
	}
	return stampedDir + "/" + name + replyEnd, nil
}

// Stamps are the stamped heads of an archive, by name. One whose answer is missing was cut short
// while it was kept, or the answer was taken away.
func (r Reader) Stamps() (all []Stamped, err error) {
	names, err := r.d.List(stampedDir)
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		name, ok := strings.CutSuffix(n, headEnd)
		if !ok {
			continue
		}
		s := Stamped{Name: stampedDir + "/" + name}
		if s.Head, err = disk.ReadFile(r.d, s.Name+headEnd, small); err != nil {
			return nil, err
		}
		if s.Reply, err = disk.ReadFile(r.d, s.Name+replyEnd, mostReply); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}
