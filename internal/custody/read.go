package custody

import (
	"errors"
	"fmt"

	"riwaya/internal/archive"
	"riwaya/internal/ledger"
)

// Read is the change that a leaf makes, from its record in the archive. Its bytes must be those
// that were logged.
func Read(r archive.Reader, e archive.Entry) (c ledger.Change, err error) {
	content, err := r.Open(e.Leaf)
	if err != nil {
		if errors.Is(err, archive.ErrGone) {
			return c, err
		}
		return c, fmt.Errorf("%s: %w", archive.Name(e), err)
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	if err := r.Hold(e.Leaf); err != nil {
		return c, fmt.Errorf("%s: %w", archive.Name(e), err)
	}
	return Parse(e, content)
}
