package taking

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/follow"
	filing "riwaya/internal/intake"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// intake is what a run takes in.
type intake struct {
	ctx     context.Context
	s       cli.Streams
	ledger  string // whose own files are not taken in
	follow  *follow.Follower
	say     func(line string)
	offline bool
	retry   []follow.Request // what could not be got before
	spool   string           // where standard input is put, "" before
}

// sources are the inputs, one after another.
func (in *intake) sources(names []string) iter.Seq[incoming.Source] {
	return func(yield func(incoming.Source) bool) {
		for _, name := range names {
			switch {
			case name == "-":
				if !yield(in.stdin()) {
					return
				}
			case strings.HasPrefix(name, "http://"), strings.HasPrefix(name, "https://"):
				if !in.all(in.follow.Address(in.ctx, name), yield) {
					return
				}
			default:
				if !in.all(in.files(name), yield) || !in.list(name, yield) {
					return
				}
			}
		}
		in.all(in.follow.Rest(in.ctx, in.retry...), yield)
	}
}

// all hands sources on. It reports false where there is to be no more.
func (in *intake) all(sources iter.Seq[incoming.Source], yield func(incoming.Source) bool) bool {
	for s := range sources {
		if !yield(s) {
			return false
		}
	}
	return in.follow.Err() == nil
}

// files are a file, or all files of a folder in the order of their names. Names that begin with a
// dot are passed over, and so is, with a word at the end, what lies beside articles.
func (in *intake) files(name string) iter.Seq[incoming.Source] {
	return func(yield func(incoming.Source) bool) {
		info, err := os.Stat(name)
		if err != nil {
			yield(incoming.Source{Name: name, Err: cli.FileError(name, err)})
			return
		}
		if !info.IsDir() {
			yield(fileSource(name, custodyName(name)))
			return
		}
		own, _ := os.Stat(in.ledger) // not there yet, perhaps
		exports := map[string]string{}
		_ = filepath.WalkDir(name, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				if !yield(incoming.Source{Name: path, Err: cli.FileError(path, err)}) {
					return fs.SkipAll
				}
				return nil
			case path != name && strings.HasPrefix(e.Name(), "."):
				if e.IsDir() {
					return fs.SkipDir
				}
				return nil
			case path != name && ofExport(exports[filepath.Dir(path)], e):
				if e.IsDir() {
					return fs.SkipDir
				}
				return nil
			case e.IsDir():
				exports[path] = exportIn(path)
				if i, err := e.Info(); err == nil && own != nil && os.SameFile(i, own) {
					return fs.SkipDir
				}
				if path != name && partsOf(path) {
					if !yield(incoming.Source{Name: path, Among: true, Err: fmt.Errorf("%s: %w", path, filing.Parts)}) {
						return fs.SkipAll
					}
					return fs.SkipDir
				}
				return nil
			}
			rel, err := filepath.Rel(name, path)
			if err != nil {
				rel = e.Name()
			}
			s := fileSource(path, filepath.ToSlash(filepath.Join(filepath.Base(filepath.Clean(name)), rel)))
			s.Among = true
			if c := filing.NamedCompanion(path); c != "" {
				s.Err = fmt.Errorf("%s: %w", path, c)
			}
			if !yield(s) {
				return fs.SkipAll
			}
			return nil
		})
	}
}

// partsOf reports whether a folder has the parts of a page that was saved beside it.
func partsOf(path string) bool {
	return filing.PartsOf(filepath.Base(path), func(page string) bool {
		i, err := os.Stat(filepath.Join(filepath.Dir(path), page))
		return err == nil && i.Mode().IsRegular()
	})
}

// custodyName is what a file is called in the evidence: as it was given, but of an absolute path, which tells
// of the machine and who works at it, the last part only.
func custodyName(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Base(name)
	}
	return filepath.ToSlash(filepath.Clean(name))
}

func fileSource(path, name string) incoming.Source {
	return incoming.Source{How: ledger.CameFile, Name: name, Beside: beside(path), Open: func() (io.ReadCloser, error) {
		f, err := cli.OpenFile(path)
		if err != nil {
			return nil, err
		}
		if i, err := f.Stat(); err == nil && !i.Mode().IsRegular() {
			return nil, fmt.Errorf("%s: not a file", path)
		}
		return f, nil
	}}
}

// stdin puts standard input into a file: it is read twice.
func (in *intake) stdin() incoming.Source {
	const name = "standard input"
	f, err := os.CreateTemp("", "riwaya-")
	if err != nil {
		return incoming.Source{Name: name, Err: fmt.Errorf("%s: %w", name, err)}
	}
	in.spool = f.Name()
	done := make(chan error, 1)
	go func() { // reading may wait for ever; an interrupt must not
		_, err := io.Copy(f, in.s.In)
		done <- err
	}()
	select {
	case err = <-done:
	case <-in.ctx.Done():
		err = in.ctx.Err()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return incoming.Source{Name: name, Err: fmt.Errorf("%s: %w", name, err)}
	}
	return incoming.Source{How: ledger.CameStdin, Name: name, Open: func() (io.ReadCloser, error) { return os.Open(in.spool) }}
}

// clean removes what standard input was put into.
func (in *intake) clean() {
	if in.spool != "" {
		os.Remove(in.spool) // a file of the system's own folder for such, which it empties too
	}
}

// Size is about how many bytes the files among the inputs have.
func Size(names []string) (n int64) {
	for _, name := range names {
		exports := map[string]string{}
		_ = filepath.WalkDir(name, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
			case path != name && ofExport(exports[filepath.Dir(path)], e): // hashed, not read
				if e.IsDir() {
					return fs.SkipDir
				}
			case e.IsDir():
				exports[path] = exportIn(path)
			default:
				if i, err := e.Info(); err == nil {
					n += i.Size()
				}
			}
			return nil
		})
	}
	return n
}
