package page

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"riwaya/internal/container/packed"
)

// Read yields the articles of one input: one for a text or a web page, one for each
// line of JSON lines. All may be packed with gzip, zstd or bzip2. An error stands where its
// article would; after one that wraps [ErrLine] more articles follow.
func Read(r io.Reader, o Options) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		in, err := open(r)
		if err != nil {
			yield(Input{}, fmt.Errorf("%s: %w", o.name(), err))
			return
		}
		head, err := in.Peek(sniffed)
		if err != nil && err != io.EOF {
			yield(Input{}, fmt.Errorf("%s: %w", o.name(), broken(err)))
			return
		}
		format, err := Sniff(head, o)
		if err != nil {
			yield(Input{}, fmt.Errorf("%s: %w", o.name(), err))
			return
		}
		if format == JSONLines {
			lines(in, o)(yield)
			return
		}
		if format == MHTML {
			p, err := readMHTML(in, o)
			if err != nil {
				p, err = Input{}, fmt.Errorf("%s: %w", o.name(), err)
			}
			yield(p, err)
			return
		}
		most := int64(MaxArticle)
		if format == HTML {
			most = maxSaved
		}
		b, err := io.ReadAll(io.LimitReader(in, most+1))
		if err != nil {
			yield(Input{}, fmt.Errorf("%s: %w", o.name(), broken(err)))
			return
		}
		yield(parse(b, format, o))
	}
}

// Parse reads one article, a text or a web page, from bytes that are there already.
func Parse(b []byte, o Options) (Input, error) {
	format, err := Sniff(b[:min(len(b), sniffed)], o)
	if err != nil {
		return Input{}, fmt.Errorf("%s: %w", o.name(), err)
	}
	return parse(b, format, o)
}

func parse(b []byte, format Format, o Options) (in Input, err error) {
	switch {
	case format == HTML && len(b) <= maxSaved:
		in, err = parseHTML(b, o)
	case format == MHTML:
		in, err = readMHTML(bytes.NewReader(b), o)
	case len(b) > MaxArticle:
		err = tooLarge()
	case format == Text:
		in, err = parseText(b, o)
	default:
		err = fmt.Errorf("%w: %q as one article", ErrFormat, format)
	}
	if err != nil {
		return Input{}, fmt.Errorf("%s: %w", o.name(), err)
	}
	return in, nil
}

func parseText(b []byte, o Options) (Input, error) {
	text, encoding, err := Decode(b, charsetOf(o.ContentType))
	if err != nil {
		return Input{}, err
	}
	// A page in UTF-16 shows its markup only now.
	if encoding != utf8Name && o.Format == "" {
		if f, _ := Sniff([]byte(text[:min(len(text), sniffed)]), Options{}); f == HTML {
			return parseHTML(b, o)
		}
	}
	a, err := plain(text).finish(o)
	return Input{Article: a, Format: Text, Encoding: encoding, Lang: o.Lang}, err
}

// open unpacks where the input is packed.
func open(r io.Reader) (*bufio.Reader, error) {
	in, _, err := packed.Open(r, sniffed)
	if err != nil {
		return nil, broken(err)
	}
	return in, nil
}

// broken words what went wrong while reading.
func broken(err error) error {
	var d *packed.Damage
	if errors.As(err, &d) {
		return fmt.Errorf("%w: %w", ErrBinary, d)
	}
	return err
}

// name is how errors call the input.
func (o Options) name() string {
	switch {
	case o.Name != "":
		return o.Name
	case o.URL != "":
		return o.URL
	}
	return "input"
}

// Unpacked is the start of an input, unpacked where start begins a packed stream: what
// [Sniff] wants. It is an error where that is damaged from the beginning.
func Unpacked(start []byte) ([]byte, error) {
	head, err := packed.Start(start, sniffed)
	if err != nil {
		return nil, broken(err)
	}
	return head, nil
}
