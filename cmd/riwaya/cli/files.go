package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ToFile writes a file that is whole or not there: what is there already goes only when
// the new one is on the disk.
func ToFile(path string, force bool, write func(io.Writer) error) (err error) {
	var f *os.File
	if force {
		f, err = os.CreateTemp(filepath.Dir(path), ".riwaya-export-*")
	} else {
		const owner = 0o600 // what is exported is for whom it is given to
		f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, owner)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s: is there already; --force puts the new one in its place", path)
	case err != nil:
		return OutError(path, err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name()) // it is of no use, and the error says why
		}
	}()
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil && force {
		err = os.Rename(f.Name(), path)
	}
	return OutError(path, err)
}

// OutError names the file that was asked for, not the one that was written meanwhile.
func OutError(path string, err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return fmt.Errorf("%s: %w", path, p.Err)
	case errors.As(err, &l):
		return fmt.Errorf("%s: %w", path, l.Err)
	}
	return err
}

// Encode writes JSON for programs and people.
func Encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
