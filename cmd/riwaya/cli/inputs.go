package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"syscall"
	"time"

	"riwaya/internal/fetch"
	filing "riwaya/internal/intake"
	"riwaya/internal/page"
)

// Input is an article to be read, or why there is none.
type Input struct {
	page.Input
	Err error
}

// Web gets pages: one client for a whole run, and the clock that says when they were seen.
type Web struct {
	Client *fetch.Client
	Now    func() time.Time
	say    *func(line string) // who tells what a person should know of the waiting, nil for no one
}

// Articles are all articles of the inputs, in order, errors in their places.
func Articles(ctx context.Context, names []string, o page.Options, s Streams, net Web) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		for _, name := range names {
			if ctx.Err() != nil {
				return
			}
			for in := range Open(ctx, name, o, s, net) {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// Open reads one input: standard input, an address, or a file.
func Open(ctx context.Context, name string, o page.Options, s Streams, net Web) iter.Seq[Input] {
	o.Name = name
	switch {
	case name == "-":
		o.Name = "standard input"
		return local(s.In, nil, o)
	case strings.HasPrefix(name, "http://"), strings.HasPrefix(name, "https://"):
		return one(fetched(ctx, name, o, net))
	}
	return func(yield func(Input) bool) {
		f, err := OpenFile(name)
		if err != nil {
			yield(Input{Err: err})
			return
		}
		defer f.Close() // read only: nothing can be lost
		local(f, f, o)(yield)
	}
}

// local reads what is at hand: an archive of articles, or whatever [page.Read] reads. at is the
// same to be read anywhere, nil where it cannot be.
func local(r io.Reader, at *os.File, o page.Options) iter.Seq[Input] {
	in := bufio.NewReaderSize(r, 64<<10)
	start, _ := in.Peek(64 << 10) // an error comes back when it is read
	media := filing.MediaWACZ     // what a zip archive is says who reads it
	if !filing.IsZip(start) {
		switch m, err := filing.Media(start, o.Name, ""); {
		case errors.As(err, new(filing.Companion)):
			return one(Input{Err: err})
		case err != nil, m != filing.MediaWARC:
			return pages(page.Read(in, o))
		}
		media = filing.MediaWARC
	}
	with := filing.Options{Name: o.Name, Media: media, Over: o}
	if at != nil {
		with.Spool = func(io.Reader) (filing.At, error) { return opened{at}, nil }
	}
	return func(yield func(Input) bool) {
		for f := range filing.Articles(in, with) {
			if f.Err != nil {
				f.Err = fmt.Errorf("%s: %w", strings.TrimSuffix(o.Name+": "+f.Place, ": "), f.Err)
			}
			if !yield(Input{f.Input, f.Err}) {
				return
			}
		}
	}
}

// opened is a file that whoever opened it closes.
type opened struct{ *os.File }

func (opened) Close() error { return nil }

func (f opened) Size() (int64, error) {
	i, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return i.Size(), nil
}

// OpenFile opens a file that is named on the command line; the error is one line with its name.
func OpenFile(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, FileError(name, err)
	}
	if i, err := f.Stat(); err == nil && i.IsDir() {
		return nil, errors.Join(fmt.Errorf("%s: a folder; give the files in it", name), f.Close())
	}
	return f, nil
}

// FileError says why a file cannot be opened, its name first.
func FileError(name string, err error) error {
	var why *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to read it", name)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Errorf("%s: a folder; give the files in it", name)
	case errors.As(err, &why):
		return fmt.Errorf("%s: %w", name, why.Err)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// fetched gets one page from the web.
func fetched(ctx context.Context, address string, o page.Options, net Web) Input {
	got, err := net.Client.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return Input{Err: err}
	}
	o.URL, o.ContentType = got.URL, got.Header.Get("Content-Type")
	seen := net.Now().UTC().Truncate(time.Second)
	o.Seen = &seen
	for in := range pages(page.Read(bytes.NewReader(got.Body), o)) {
		return in
	}
	return Input{Err: fmt.Errorf("%s: nothing to read", address)}
}

func pages(in iter.Seq2[page.Input, error]) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		for p, err := range in {
			if !yield(Input{p, err}) {
				return
			}
		}
	}
}

func one(in Input) iter.Seq[Input] { return func(yield func(Input) bool) { yield(in) } }
