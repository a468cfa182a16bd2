// Package mhtml reads pages that were saved with their parts in one file: MHTML (RFC 2557),
// as Chromium, Edge, Internet Explorer and Word write it.
//
// It promises that a file is read as a stream, up to its page and no further; that the page
// is held only within the bound asked for; and that neither the number of parts nor their
// nesting, nor a line however long, costs more than reading past them. Of the parts only the
// page is read. What its headers state is given as they state it.
package mhtml

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"time"
)

const (
	maxHeader = 64 << 10 // of the file; headers of parts are bounded by mime/multipart
	maxParts  = 20_000
	maxDepth  = 4 // of multiparts in multiparts
)

// What can be wrong with a file.
var (
	ErrNoPage  = errors.New("no web page among its parts")
	ErrDamaged = errors.New("the MHTML file is damaged")
	ErrShort   = errors.New("the MHTML file breaks off")
	ErrLarge   = errors.New("its page is too large")
)

// Page is the page of a file, and what the file states of it.
type Page struct {
	Locations   []string   // where it was got, by each header that says so, the surest first
	Date        *time.Time // when it was saved, UTC; nil where no header says it
	ContentType string     // of the page, charset included
	Body        []byte     // decoded; its charset is as it was
}

// Is reports whether the start of a file is the header of one: a multipart/related, or
// anything with the header that Chromium writes.
func Is(head []byte) bool {
	h, _, ok := header(head)
	if !ok {
		return false
	}
	if h.Get("Snapshot-Content-Location") != "" {
		return true
	}
	media := strings.ToLower(h.Get("Content-Type"))
	return h.Get("MIME-Version") != "" && (strings.HasPrefix(media, "multipart/related") ||
		strings.HasPrefix(media, "text/html") && h.Get("Content-Location") != "")
}

// header reads the header at the start of a file; size is how many bytes it has.
func header(head []byte) (h textproto.MIMEHeader, size int, ok bool) {
	head = head[:min(len(head), maxHeader)]
	start := len(head) - len(bytes.TrimLeft(head, "\r\n"))
	end := len(head)
	for _, blank := range [...]string{"\r\n\r\n", "\n\n"} {
		if i := bytes.Index(head[start:], []byte(blank)); i >= 0 {
			end = min(end, start+i+len(blank))
		}
	}
	first, _, ok := bytes.Cut(head[start:end], []byte(":"))
	if !ok || len(first) == 0 || len(first) > 100 || bytes.ContainsFunc(first, func(r rune) bool { return r <= ' ' || r >= 0x7f || r == '<' || r == '{' }) {
		return nil, 0, false
	}
	h, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(append(head[start:end:end], "\r\n\r\n"...)))).ReadMIMEHeader()
	return h, end, err == nil
}

// Read finds the page of a file: the part that the file names as its first (RFC 2387, start),
// else the first web page. It may have most bytes.
func Read(r io.Reader, most int) (Page, error) {
	in := bufio.NewReaderSize(r, maxHeader)
	head, err := in.Peek(maxHeader)
	if err != nil && err != io.EOF {
		return Page{}, err
	}
	h, size, ok := header(head)
	if !ok {
		return Page{}, fmt.Errorf("%w: it has no header", ErrDamaged)
	}
	if _, err := in.Discard(size); err != nil {
		return Page{}, err
	}
	f := &finding{most: most, left: maxParts}
	found, err := f.part(h, in, 0, "")
	if err != nil {
		return Page{}, err
	}
	if found == nil {
		if found = f.first; found == nil {
			return Page{}, ErrNoPage
		}
	}
	out := *found
	for _, key := range [...]string{"Content-Location", "Snapshot-Content-Location"} {
		if s := strings.TrimSpace(h.Get(key)); s != "" {
			out.Locations = append([]string{s}, out.Locations...)
		}
	}
	if t, err := mail.ParseDate(h.Get("Date")); err == nil {
		t = t.UTC()
		out.Date = &t
	}
	return out, nil
}

// finding looks for the page.
type finding struct {
	most, left int
	first      *Page // the first page that was met, where another one is looked for
}

// part reads a part: it is the page, or holds it, or neither: nil. Where start names a part,
// only that one is the page.
func (f *finding) part(h textproto.MIMEHeader, body io.Reader, depth int, start string) (*Page, error) {
	media, params := mediaOf(h.Get("Content-Type"))
	switch {
	case strings.HasPrefix(media, "multipart/"):
		if depth == maxDepth || params["boundary"] == "" {
			return nil, nil
		}
		if start == "" {
			start = strings.Trim(params["start"], "<> ")
		}
		return f.parts(multipart.NewReader(body, params["boundary"]), depth+1, start)
	case media != "text/html" && media != "application/xhtml+xml":
		return nil, nil
	}
	named := start == "" || strings.Trim(h.Get("Content-Id"), "<> ") == start
	if !named && f.first != nil {
		return nil, nil
	}
	p, err := f.page(h, body)
	if err != nil {
		return nil, err
	}
	if !named {
		f.first = p
		return nil, nil
	}
	return p, nil
}

func (f *finding) parts(in *multipart.Reader, depth int, start string) (*Page, error) {
	for {
		next, err := in.NextRawPart()
		switch {
		case err == io.EOF:
			return nil, nil
		case err != nil && f.first != nil:
			return nil, nil // the parts behind it are damaged, the page is not
		case err != nil:
			return nil, damaged(err)
		}
		if f.left--; f.left < 0 {
			if f.first != nil {
				return nil, nil
			}
			return nil, fmt.Errorf("%w in the first %d", ErrNoPage, maxParts)
		}
		found, err := f.part(next.Header, next, depth, start)
		if found != nil || err != nil {
			return found, err
		}
	}
}

// page reads the page.
func (f *finding) page(h textproto.MIMEHeader, body io.Reader) (*Page, error) {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	b, err := io.ReadAll(io.LimitReader(body, int64(f.most)+1))
	switch {
	case err != nil:
		return nil, damaged(err)
	case len(b) > f.most:
		return nil, fmt.Errorf("%w: over %d MiB", ErrLarge, f.most>>20)
	}
	p := &Page{ContentType: h.Get("Content-Type"), Body: b}
	if s := strings.TrimSpace(h.Get("Content-Location")); s != "" {
		p.Locations = []string{s}
	}
	return p, nil
}

// damaged keeps an error of what is read from, and words one of the file's form.
func damaged(err error) error {
	var bad base64.CorruptInputError
	text := err.Error()
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || strings.HasSuffix(text, ": EOF") { // multipart words it, and does not wrap it
		return ErrShort
	}
	if errors.As(err, &bad) || strings.HasPrefix(text, "multipart:") || strings.HasPrefix(text, "quotedprintable:") || strings.HasPrefix(text, "malformed MIME") {
		return ErrDamaged
	}
	return err
}

// mediaOf is a content type and its parameters. What mime does not take, for want of quotation
// marks around a boundary, is looked for by hand.
func mediaOf(s string) (string, map[string]string) {
	media, params, err := mime.ParseMediaType(s)
	if err == nil {
		return media, params
	}
	media, rest, _ := strings.Cut(s, ";")
	params = map[string]string{}
	for p := range strings.SplitSeq(rest, ";") {
		if key, value, ok := strings.Cut(p, "="); ok {
			params[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return strings.ToLower(strings.TrimSpace(media)), params
}
