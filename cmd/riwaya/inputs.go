package main

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

// input is an article to be read, or why there is none.
type input struct {
	page.Input
	err error
}

// web gets pages: one client for a whole run, and the clock that says when they were seen.
type web struct {
	client *fetch.Client
	now    func() time.Time
	say    *func(line string) // who tells what a person should know of the waiting, nil for no one
}

// articles are all articles of the inputs, in order, errors in their places.
func articles(ctx context.Context, names []string, o page.Options, s streams, net web) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, name := range names {
			if ctx.Err() != nil {
				return
			}
			for in := range open(ctx, name, o, s, net) {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// open reads one input: standard input, an address, or a file.
func open(ctx context.Context, name string, o page.Options, s streams, net web) iter.Seq[input] {
	o.Name = name
	switch {
	case name == "-":
		o.Name = "standard input"
		return local(s.In, nil, o)
	case strings.HasPrefix(name, "http://"), strings.HasPrefix(name, "https://"):
		return one(fetched(ctx, name, o, net))
	}
	return func(yield func(input) bool) {
		f, err := openFile(name)
		if err != nil {
			yield(input{err: err})
			return
		}
		defer f.Close() // read only: nothing can be lost
		local(f, f, o)(yield)
	}
}

// local reads what is at hand: an archive of articles, or whatever [page.Read] reads. at is the
// same to be read anywhere, nil where it cannot be.
func local(r io.Reader, at *os.File, o page.Options) iter.Seq[input] {
	in := bufio.NewReaderSize(r, 64<<10)
	start, _ := in.Peek(64 << 10) // an error comes back when it is read
	media := filing.MediaWACZ     // what a zip archive is says who reads it
	if !filing.IsZip(start) {
		if m, err := filing.Media(start, o.Name, ""); err != nil || m != filing.MediaWARC {
			return pages(page.Read(in, o))
		}
		media = filing.MediaWARC
	}
	with := filing.Options{Name: o.Name, Media: media, Over: o}
	if at != nil {
		with.Spool = func(io.Reader) (filing.At, error) { return opened{at}, nil }
	}
	return func(yield func(input) bool) {
		for f := range filing.Articles(in, with) {
			if f.Err != nil {
				f.Err = fmt.Errorf("%s: %w", strings.TrimSuffix(o.Name+": "+f.Place, ": "), f.Err)
			}
			if !yield(input{f.Input, f.Err}) {
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

func openFile(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fileError(name, err)
	}
	if i, err := f.Stat(); err == nil && i.IsDir() {
		return nil, errors.Join(fmt.Errorf("%s: a folder; give the files in it", name), f.Close())
	}
	return f, nil
}

// fileError says why a file cannot be opened, its name first.
func fileError(name string, err error) error {
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
func fetched(ctx context.Context, address string, o page.Options, net web) input {
	got, err := net.client.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return input{err: err}
	}
	o.URL, o.ContentType = got.URL, got.Header.Get("Content-Type")
	seen := net.now().UTC().Truncate(time.Second)
	o.Seen = &seen
	for in := range pages(page.Read(bytes.NewReader(got.Body), o)) {
		return in
	}
	return input{err: fmt.Errorf("%s: nothing to read", address)}
}

func pages(in iter.Seq2[page.Input, error]) iter.Seq[input] {
	return func(yield func(input) bool) {
		for p, err := range in {
			if !yield(input{p, err}) {
				return
			}
		}
	}
}

func one(in input) iter.Seq[input] { return func(yield func(input) bool) { yield(in) } }
