package page

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
	"unicode/utf8"

	"riwaya/internal/page/extract"
)

// line is one article of JSON lines. These fields are read, others are passed over:
//
//	{"url": "https://…", "outlet": "…", "title": "…", "author": "…" or ["…"],
//	 "published": "2019-02-20" or "2019-02-20T14:05:00+03:00",
//	 "seen": "2019-02-20T14:05:00Z", "text": "…"}
//
// Only text is required. published is when it appeared; seen is when a crawler met
// it, and says nothing about that.
type line struct {
	URL       string `json:"url"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	Author    names  `json:"author"`
	Published string `json:"published"`
	Seen      string `json:"seen"`
	Text      string `json:"text"`
}

// names is a name, a list of names, or null.
type names []string

func (n *names) UnmarshalJSON(b []byte) error {
	var one *string
	if json.Unmarshal(b, &one) == nil {
		if one != nil && !extract.Blank(*one) {
			*n = names{extract.Squeeze(*one)}
		}
		return nil
	}
	var many []string
	if err := json.Unmarshal(b, &many); err != nil {
		return errors.New("author is neither a name nor a list of names")
	}
	for _, s := range many {
		if !extract.Blank(s) {
			*n = append(*n, extract.Squeeze(s))
		}
	}
	return nil
}

// lines streams the articles of r. A bad line is an error that wraps [ErrLine] and
// names it; the lines after it follow. One line is held at a time.
func lines(r *bufio.Reader, o Options) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		var buf []byte
		for n := 1; ; n++ {
			var long bool
			var err error
			buf, long, err = nextLine(r, buf[:0])
			if err != nil && err != io.EOF {
				yield(Input{Line: n}, place(o, n, broken(err)))
				return
			}
			b := bytes.TrimSpace(buf)
			if n == 1 {
				b = bytes.TrimPrefix(b, []byte(utf8BOM))
			}
			switch {
			case long:
				if !yield(Input{Line: n}, place(o, n, fmt.Errorf("%w: over %d MiB", ErrTooLarge, MaxArticle>>20))) {
					return
				}
			case len(b) > 0:
				in, bad := parseLine(b, o)
				if in.Line = n; bad != nil {
					in, bad = Input{Line: n}, place(o, n, bad)
				}
				if !yield(in, bad) {
					return
				}
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// place says where an error is: the file and its line, and that the line is broken.
func place(o Options, n int, err error) error {
	return fmt.Errorf("%s:%d: %w: %w", o.name(), n, ErrLine, err)
}

// nextLine reads up to the next line end into buf. Of a line that is too long it keeps
// nothing and skips the rest.
func nextLine(r *bufio.Reader, buf []byte) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(buf)+len(part) > MaxArticle {
			long, buf = true, buf[:0]
		}
		if !long {
			buf = append(buf, part...)
		}
		if err != bufio.ErrBufferFull {
			return buf, long, err
		}
	}
}

// parseLine reads one line.
func parseLine(b []byte, o Options) (Input, error) {
	if !utf8.Valid(b) {
		_, _, at := damage(b)
		return Input{}, fmt.Errorf("%w: broken UTF-8: byte %d of the line is 0x%02X", ErrEncoding, at, b[at])
	}
	var l line
	if err := json.Unmarshal(b, &l); err != nil {
		return Input{}, jsonError(err)
	}
	if extract.Blank(l.Text) {
		return Input{}, fmt.Errorf("%w: no \"text\"", ErrEmpty)
	}
	if lone(b, l) {
		return Input{}, fmt.Errorf("%w: half a character, as \\ud83d alone", ErrEncoding)
	}
	d := draft{url: strings.TrimSpace(l.URL), outlet: extract.Squeeze(l.Outlet), title: extract.Squeeze(l.Title), authors: l.Author}
	d.text = headed(d.title, l.Text)
	if s := strings.TrimSpace(l.Published); s != "" {
		var ok bool
		if d.published, ok = parseDate(s); !ok {
			return Input{}, badDate("published", s)
		}
		d.published.from = "metadata"
	}
	if s := strings.TrimSpace(l.Seen); s != "" {
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return Input{}, badDate("seen", s)
		}
		d.seen = &t
	}
	a, err := d.finish(o)
	return Input{Article: a, Format: JSONLines, Encoding: utf8Name, Lang: o.Lang}, err
}

// lone reports whether an escape stood for half a character, which decoding turned
// into U+FFFD unseen.
func lone(b []byte, l line) bool {
	return strings.Contains(l.Title+l.Text, replacement) &&
		!bytes.Contains(b, []byte(replacement)) && !bytes.Contains(bytes.ToLower(b), []byte(`\ufffd`))
}

// jsonError says what is wrong without speaking of Go.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %s at byte %d of the line", syntax.Error(), syntax.Offset)
	case errors.As(err, &kind) && kind.Field == "":
		return errors.New("not a JSON object but " + kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("%q is %s where a text is wanted", kind.Field, kind.Value)
	}
	return fmt.Errorf("not JSON: %s", strings.TrimPrefix(err.Error(), "json: "))
}
