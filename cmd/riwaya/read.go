package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"

	"riwaya"
	"riwaya/internal/page"
	"riwaya/internal/read"
	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
	"riwaya/lexicon"
)

// runRead reads articles and writes their records in the order they came in.
func runRead(ctx context.Context, args []string, s streams) int {
	c, code, more := readArgs(args, s)
	if !more {
		return code
	}
	net := c.net.web(s)
	defer net.client.Close()
	return c.read(ctx, s, net)
}

// written is what one input came to.
type written struct {
	out   []byte
	warn  string
	err   error
	found bool // the claim to be explained
}

func (c readConfig) read(ctx context.Context, s streams, net web) int {
	reader, err := openReader(c.lexicon)
	if err != nil {
		return s.fail(err)
	}
	if c.places != "" {
		t, err := openPlaces(c.places)
		if err != nil {
			return s.fail(err)
		}
		reader.AddPlaces(t)
	}
	out := bufio.NewWriterSize(s.Out, 256<<10)
	code, found := ok, false
	spare := make(spare, 2*c.jobs)
	for r := range inOrder(ctx, c.jobs, articles(ctx, c.inputs, c.page, s, net), func(in input) written { return c.record(reader, in, spare) }) {
		found = found || r.found
		if r.err != nil || r.warn != "" {
			if err := out.Flush(); err != nil {
				return s.fail(fmt.Errorf("write: %w", err))
			}
		}
		if r.warn != "" {
			fmt.Fprintln(s.Err, "riwaya: "+terminal.Plain(r.warn))
		}
		if r.err != nil {
			code = s.fail(r.err)
			continue
		}
		if _, err := out.Write(r.out); err != nil {
			return s.fail(fmt.Errorf("write: %w", err))
		}
		spare.put(r.out)
	}
	if err := out.Flush(); err != nil {
		return s.fail(fmt.Errorf("write: %w", err))
	}
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted")
		return interrupted
	case c.explain != "" && !found && code == ok:
		return s.fail(fmt.Errorf("no finding %s in what was read", c.explain))
	}
	return code
}

// spare is memory of records that are written, for those to come: half of all that reading
// takes is its JSON.
type spare chan []byte

// take is some of it, empty, nil if there is none.
func (s spare) take() []byte {
	select {
	case b := <-s:
		return b[:0]
	default:
		return nil
	}
}

// put gives memory back. That of a very long record is let go.
func (s spare) put(b []byte) {
	const most = 1 << 18
	if cap(b) > most {
		return
	}
	select {
	case s <- b:
	default:
	}
}

// openReader prepares the lexicon in a folder, or the one built in.
func openReader(dir string) (*read.Reader, error) {
	files, err := lexiconFiles(dir)
	if err != nil {
		return nil, err
	}
	lx, err := lexicon.Load(files, "ar")
	if err != nil {
		return nil, err
	}
	return read.New(lx)
}

func lexiconFiles(dir string) (fs.FS, error) {
	if dir == "" {
		return lexicon.Embedded(), nil
	}
	if _, err := os.Stat(dir); err != nil {
		return nil, fileError(dir, err)
	}
	return os.DirFS(dir), nil
}

// record reads one input and writes its record in the format asked for. An input must not
// end the run, whatever it does to the reader: then it is an error of that input.
func (c readConfig) record(reader *read.Reader, in input, spare spare) (w written) {
	if in.err != nil {
		return written{err: in.err}
	}
	defer func() {
		if v := recover(); v != nil {
			w = written{err: fmt.Errorf("%s: the reader failed: %v", name(in.Input), v)}
		}
	}()
	if in.Replaced > 0 {
		w.warn = fmt.Sprintf("%s: %d broken characters, shown as U+FFFD", name(in.Input), in.Replaced)
	}
	if c.explain != "" {
		var b bytes.Buffer
		w.found, w.err = c.why(reader, in.Article, &b)
		w.out = b.Bytes()
		return w
	}
	read.Language(&in.Article)
	rec := reader.Read(in.Article)
	w.out, w.err = c.write(&rec, spare.take())
	return w
}

// write is a record in the format asked for, in the memory of to where that is enough.
func (c readConfig) write(rec *riwaya.Record, to []byte) ([]byte, error) {
	var b bytes.Buffer
	if c.format == "text" {
		err := show.Record(&b, rec, c.view)
		return b.Bytes(), err
	}
	line, err := rec.AppendJSON(to)
	if err != nil {
		return nil, err
	}
	if c.format == "json" {
		if err := json.Indent(&b, line, "", " "); err != nil {
			return nil, fmt.Errorf("record: %w", err)
		}
		line = b.Bytes()
	}
	return append(line, '\n'), nil
}

// name is how messages call an article.
func name(in page.Input) string {
	switch a := in.Article; {
	case a.URL != nil:
		return *a.URL
	case a.Title != "":
		return a.Title
	}
	return in.Article.ID
}
