package reading

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/page"
	"riwaya/internal/read"
	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
)

// Read reads articles and writes their records in the order they came in.
func Read(ctx context.Context, args []string, s cli.Streams) int {
	c, code, more := readArgs(args, s)
	if !more {
		return code
	}
	net := c.Net.Web(s)
	defer net.Client.Close()
	return c.Read(ctx, s, net)
}

// written is what one input came to.
type written struct {
	out   []byte
	warn  string
	err   error
	found bool // the claim to be explained
}

// Read reads all inputs and writes their records; it returns the exit code.
func (c ReadConfig) Read(ctx context.Context, s cli.Streams, net cli.Web) int {
	reader, err := cli.OpenReader(c.Lexicon)
	if err != nil {
		return s.Fail(err)
	}
	if c.Places != "" {
		t, err := openPlaces(c.Places)
		if err != nil {
			return s.Fail(err)
		}
		reader.AddPlaces(t)
	}
	out := bufio.NewWriterSize(s.Out, 256<<10)
	code, found := cli.OK, false
	spare := make(spare, 2*c.Jobs)
	for r := range inOrder(ctx, c.Jobs, cli.Articles(ctx, c.Inputs, c.Page, s, net), func(in cli.Input) written { return c.record(reader, in, spare) }) {
		found = found || r.found
		if r.err != nil || r.warn != "" {
			if err := out.Flush(); err != nil {
				return s.Fail(fmt.Errorf("write: %w", err))
			}
		}
		if r.warn != "" {
			fmt.Fprintln(s.Err, "riwaya: "+terminal.Plain(r.warn))
		}
		if r.err != nil {
			code = s.Fail(r.err)
			continue
		}
		if _, err := out.Write(r.out); err != nil {
			return s.Fail(fmt.Errorf("write: %w", err))
		}
		spare.put(r.out)
	}
	if err := out.Flush(); err != nil {
		return s.Fail(fmt.Errorf("write: %w", err))
	}
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(s.Err, "riwaya: interrupted")
		return cli.Interrupted
	case c.Explain != "" && !found && code == cli.OK:
		return s.Fail(fmt.Errorf("no finding %s in what was read", c.Explain))
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

// record reads one input and writes its record in the format asked for. An input must not
// end the run, whatever it does to the reader: then it is an error of that input.
func (c ReadConfig) record(reader *read.Reader, in cli.Input, spare spare) (w written) {
	if in.Err != nil {
		return written{err: in.Err}
	}
	defer func() {
		if v := recover(); v != nil {
			w = written{err: fmt.Errorf("%s: the reader failed: %v", name(in.Input), v)}
		}
	}()
	if in.Replaced > 0 {
		w.warn = fmt.Sprintf("%s: %d broken characters, shown as U+FFFD", name(in.Input), in.Replaced)
	}
	if c.Explain != "" {
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
func (c ReadConfig) write(rec *riwaya.Record, to []byte) ([]byte, error) {
	var b bytes.Buffer
	if c.Format == "text" {
		err := show.Record(&b, rec, c.View)
		return b.Bytes(), err
	}
	line, err := rec.AppendJSON(to)
	if err != nil {
		return nil, err
	}
	if c.Format == "json" {
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
