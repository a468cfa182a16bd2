package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"riwaya"
	"riwaya/internal/container/packed"
	"riwaya/internal/container/wacz"
	"riwaya/internal/container/zipped"
	"riwaya/internal/page"
)

// maxHeld is the most bytes of a zip archive that are held in memory, where nothing says
// where else they could be put.
const maxHeld = 64 << 20

// IsZip reports whether an input begins as a zip archive does: what it is, [MediaZip] says.
func IsZip(start []byte) bool { return zipped.Is(start) }

// MediaZip is what a zip archive is, as a content type. One that is not read is an error.
func MediaZip(r io.ReaderAt, size int64, name string) (string, error) {
	_, ok, err := wacz.Open(r, size)
	var wrong *zipped.Error
	switch {
	case ok:
		return MediaWACZ, nil
	case err != nil && !errors.As(err, &wrong):
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return "", fmt.Errorf("%s: %w: %s", name, page.ErrBinary, wacz.Kind(r, size))
}

// bundled finds the articles of the WARCs in a zip archive, one WARC after another.
func bundled(in io.Reader, o page.Options, spool func(io.Reader) (At, error)) iter.Seq[Found] {
	return func(yield func(Found) bool) {
		if spool == nil {
			spool = held
		}
		at, err := spool(in)
		if err != nil {
			yield(Found{Err: err})
			return
		}
		defer at.Close() // it is for reading only, and goes when it is closed
		f, err := openWACZ(at)
		if err != nil {
			yield(Found{Err: err})
			return
		}
		for _, p := range f.Problems {
			if !yield(Found{Place: p.Place, Err: errors.New(p.Reason)}) {
				return
			}
		}
		for _, e := range f.WARCs {
			if !crawled(f, e, o, yield) {
				return
			}
		}
	}
}

func openWACZ(at At) (*wacz.File, error) {
	size, err := at.Size()
	if err != nil {
		return nil, err
	}
	f, ok, err := wacz.Open(at, size)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("%w: %s", page.ErrBinary, wacz.Kind(at, size))
	}
	return f, f.Load()
}

// crawled finds the articles of one WARC, and says at its end where it is not what is stated.
func crawled(f *wacz.File, e *zipped.Entry, o page.Options, yield func(Found) bool) bool {
	r, err := e.Open()
	if err != nil {
		return yield(Found{Place: e.Name, Err: err})
	}
	defer r.Close() // read only: nothing can be lost
	in, differs := f.Compare(e, r)
	start := &opening{}
	for found := range records(io.TeeReader(in, start), o, crawl{by: riwaya.StatedByWACZ, within: e.Name, isPage: f.IsPage}) {
		if found.Err != nil && len(start.b) > 0 && !start.warc() {
			break // one line for the file, not one for each of its bytes
		}
		if !yield(found) {
			return false
		}
	}
	if len(start.b) > 0 && !start.warc() {
		return yield(Found{Place: e.Name, Err: errors.New("it is not a WARC file; it is kept, not read")})
	}
	if _, err := io.Copy(io.Discard, in); err != nil {
		return yield(Found{Place: e.Name, Err: err})
	}
	if why := differs(); why != "" {
		return yield(Found{Place: e.Name, Err: errors.New(why)})
	}
	return true
}

// opening keeps the start of what is written to it.
type opening struct{ b []byte }

func (s *opening) Write(p []byte) (int, error) {
	const enough = 4 << 10
	if n := min(enough-len(s.b), len(p)); n > 0 {
		s.b = append(s.b, p[:n]...)
	}
	return len(p), nil
}

// warc reports whether what begins so is a WARC file, packed or not.
func (s *opening) warc() bool {
	head, err := packed.Start(s.b, 5)
	return err == nil && string(head) == "WARC/"
}

// held is a file in memory.
func held(in io.Reader) (At, error) {
	b, err := io.ReadAll(io.LimitReader(in, maxHeld+1))
	if err == nil && len(b) > maxHeld {
		err = fmt.Errorf("%w: an archive of more than %d MiB", page.ErrTooLarge, maxHeld>>20)
	}
	return inMemory{bytes.NewReader(b)}, err
}

type inMemory struct{ *bytes.Reader }

func (m inMemory) Size() (int64, error) { return m.Reader.Size(), nil }
func (m inMemory) Close() error         { return nil }
