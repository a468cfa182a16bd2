package page

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"riwaya"
	"riwaya/internal/container/zipped"
	"riwaya/internal/page/mhtml"
	"riwaya/internal/page/saved"
)

// maxSaved is the most bytes that a saved page may have with the pictures and fonts in it,
// which are cut out before it is read.
const maxSaved = 64 << 20

func tooLarge() error {
	return fmt.Errorf("%w: over %d MiB for one article", ErrTooLarge, MaxArticle>>20)
}

// readMHTML reads the page of a file that has its parts beside it.
func readMHTML(r io.Reader, o Options) (Input, error) {
	p, err := mhtml.Read(r, maxSaved)
	switch {
	case errors.Is(err, mhtml.ErrLarge):
		return Input{}, fmt.Errorf("%w: %w", ErrTooLarge, err)
	case errors.Is(err, mhtml.ErrNoPage), errors.Is(err, mhtml.ErrDamaged), errors.Is(err, mhtml.ErrShort):
		return Input{}, fmt.Errorf("%w: %w", ErrNoArticle, err)
	case err != nil:
		return Input{}, broken(err)
	}
	s := &riwaya.Stated{By: riwaya.StatedByMHTML, At: p.Date}
	for _, l := range p.Locations {
		if l = saved.Web(l); l != "" {
			s.URL = &l
			break
		}
	}
	if s.URL != nil || s.At != nil {
		o.Stated = s
	}
	o.ContentType = p.ContentType
	in, err := parseHTML(p.Body, o)
	in.Format = MHTML
	return in, err
}

// unzipped is the page of a file that SingleFile wrote as a page and a zip archive at once,
// in which the page itself is index.html. Any other page comes back as it is.
func unzipped(b []byte) ([]byte, error) {
	if !bytes.Contains(b[:min(len(b), 1<<10)], []byte(" data-sfz")) {
		return b, nil
	}
	z, err := zipped.Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("%w: a page with its parts in a zip archive: %w", ErrNoArticle, err)
	}
	index := z.Find("index.html")
	if index == nil {
		return nil, fmt.Errorf("%w: a page with its parts in a zip archive, but index.html is not in it", ErrNoArticle)
	}
	page, err := index.ReadAll(maxSaved)
	if err != nil {
		return nil, fmt.Errorf("%w: a page with its parts in a zip archive: %w", ErrNoArticle, err)
	}
	return page, nil
}

// shortData is how long a picture or font may be that stays in the page.
const shortData = 1 << 10

// slim is a page without the pictures and fonts that are written into it as data: addresses
// (RFC 2397). They are most of what a page saved in one file has, and no text is in them.
func slim(b []byte) []byte {
	mark := []byte("data:")
	if len(b) < 256<<10 || !bytes.Contains(b, mark) {
		return b
	}
	out := make([]byte, 0, len(b))
	for {
		i := bytes.Index(b, mark)
		if i < 0 {
			return append(out, b...)
		}
		end := bytes.IndexFunc(b[i:], func(r rune) bool { return strings.ContainsRune("\"'<>()\\ \t\r\n", r) })
		if end < 0 {
			end = len(b) - i
		}
		keep := i + end
		if end > shortData {
			keep = i + len(mark)
		}
		out = append(out, b[:keep]...)
		b = b[i+end:]
	}
}
