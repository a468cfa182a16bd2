package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
)

// Where keys and heads stand, and the most bytes they have.
const (
	keyName  = "key"
	verifier = "verifier"
	headName = "head"
	small    = 4096
)

// key makes the log's key where the log is new. Where only the verifier's key is gone it
// is made from the signer's.
func (a *Archive) key() error {
	_, err := disk.ReadFile(a.d, transparency.Dir+"/"+verifier, small)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var verify string
	switch sign, err := disk.ReadFile(a.d, keyName, small); {
	case err == nil:
		if verify, err = transparency.VerifierOf(string(sign)); err != nil {
			return fmt.Errorf("archive: %w", err)
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	case a.log.Size() > 0:
		return nil // heads can neither be signed nor verified: said where one is asked for
	default:
		var sign string
		if sign, verify, err = transparency.NewKey(a.o.Random); err != nil {
			return fmt.Errorf("archive: %w", err)
		}
		if err := disk.WriteFile(a.d, ".", keyName, []byte(sign+"\n")); err != nil {
			return err
		}
	}
	return disk.WriteFile(a.d, transparency.Dir, verifier, []byte(verify+"\n"))
}

// Sign signs the log as it is, and keeps the signed head beside it.
func (a *Archive) Sign(now time.Time) (transparency.Head, []byte, error) {
	h := transparency.Head{Size: a.log.Size(), Time: now}
	verify, err := disk.ReadFile(a.d, transparency.Dir+"/"+verifier, small)
	if err != nil {
		return h, nil, fmt.Errorf("%w: %w", ErrNoKey, err)
	}
	sign, err := disk.ReadFile(a.d, keyName, small)
	if err != nil {
		return h, nil, fmt.Errorf("%w: %w", ErrNoKey, err)
	}
	if h.Origin, err = transparency.Origin(string(verify)); err != nil {
		return h, nil, err
	}
	if h.Root, err = a.log.Root(h.Size); err != nil {
		return h, nil, err
	}
	// A head that is right already is kept: signing anew would only change its time.
	if old, err := NewReader(a.d).Head(); err == nil {
		if is, err := transparency.OpenHead(old, string(verify)); err == nil && is.Size == h.Size && is.Root == h.Root {
			return is, old, nil
		}
	}
	signed, err := h.Sign(string(sign))
	if err != nil {
		return h, nil, err
	}
	return h, signed, disk.WriteFile(a.d, transparency.Dir, headName, signed)
}

// Head is the last signed head, as it stands in its file.
func (r Reader) Head() ([]byte, error) {
	return disk.ReadFile(r.d, transparency.Dir+"/"+headName, small)
}

// Verifier is the key that verifies heads.
func (r Reader) Verifier() (string, error) {
	b, err := disk.ReadFile(r.d, transparency.Dir+"/"+verifier, small)
	return string(bytes.TrimSpace(b)), err
}
