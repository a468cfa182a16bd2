// Package attach hashes the files that belong to an export and stand beside it.
//
// It promises that a file is hashed as it is at that moment, whole, and that what cannot be is
// named with the reason. It keeps none of them.
package attach

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"

	"riwaya/internal/ledger"
)

// most is how many files one list has.
const most = 500

// Lister makes lists of files.
type Lister struct {
	Open  func(name string) (io.ReadCloser, error)
	Known map[string]bool // what was listed before, and whether with a hash

	Lost  int    // how many had no hash
	First string // the first of them, and why
}

// Lists hashes files. What has a hash already is passed over, and so is what is still missing.
func (l *Lister) Lists(names iter.Seq2[string, error]) iter.Seq2[[]ledger.File, error] {
	return func(yield func([]ledger.File, error) bool) {
		var list []ledger.File
		for name, err := range names {
			if err != nil {
				yield(nil, err)
				return
			}
			hashed, listed := l.Known[name]
			if hashed {
				continue
			}
			f := l.hash(name)
			if f.Missing != "" {
				if l.Lost++; l.Lost == 1 {
					l.First = name + ": " + f.Missing
				}
				if listed {
					continue
				}
			}
			if list = append(list, f); len(list) == most {
				if !yield(list, nil) {
					return
				}
				list = nil
			}
		}
		if len(list) > 0 {
			yield(list, nil)
		}
	}
}

func (l *Lister) hash(name string) ledger.File {
	in, err := l.Open(name)
	if err != nil {
		return ledger.File{Name: name, Missing: err.Error()}
	}
	sum := sha256.New()
	n, err := io.Copy(sum, in)
	if err = errors.Join(err, in.Close()); err != nil {
		return ledger.File{Name: name, Missing: err.Error()}
	}
	return ledger.File{Name: name, Sum: fmt.Sprintf("%x", sum.Sum(nil)), Size: n}
}
