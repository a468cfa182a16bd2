// Package incoming looks at what is to be taken in: a source is read to its end, once, and then
// has its hash, its kind, and what custody says of it.
//
// What it promises: a source above [Large] is not held in memory. It is streamed into the archive
// from its start once more, and refused where it is not what was hashed; what must be read
// anywhere in it is put into a file of the ledger's folder meanwhile. What is wrong with a source
// is an error in words for the user.
//
// It opens no files but that one, and knows neither the store nor what is kept already.
package incoming

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"

	"riwaya/internal/archive"
	"riwaya/internal/archive/warc"
	"riwaya/internal/container/packed"
	"riwaya/internal/custody"
	"riwaya/internal/intake"
	"riwaya/internal/ledger"
	"riwaya/internal/page"
)

// Source is something to be taken in.
type Source struct {
	How   string // ledger.CameFile, …
	Name  string // the path or address that was given
	Err   error  // why it could not even be opened
	Among bool   // it was found in a folder, and not named itself
	Open  func() (io.ReadCloser, error)
	URL   string // of a page: the address that answered
	Media string
	Page  *Page // of a page
	// Beside opens a file of the folder that a file stands in; may be nil.
	Beside func(name string) (io.ReadCloser, error)
	Found  string // the ID of the capture, a feed, in which the address stood
	// Same is the ID of the capture that the server says is unmodified (304): there are no bytes.
	Same string
	// Missed is kept in the store where the source is refused: an address that is to be had all the same.
	Missed *ledger.Missed
	Held   int // about how many bytes of memory it holds
}

// Page is what a server sent.
type Page struct {
	Status int
	Via    []string
	Head   []byte // status line and fields, up to the empty line
}

// Large is from which size, in bytes, a source is not held in memory; a page, which is fetched
// in bounds, is held up to pageLarge.
const (
	Large     = 4 << 20
	pageLarge = 64 << 20
)

// ErrSource is a source that could not be read to its end.
var ErrSource = errors.New("it could not be read")

// By says by whom sources are taken in, and which.
type By struct {
	Collector, Note, Program string // for custody
	PrivateChat              bool   // chats that are not public, too
}

// Taken is a source that was looked at: its hash, and its bytes where it is not large.
type Taken struct {
	custody.Incoming
	Payload []byte // nil of a large one
	Content []byte // the payload, of a page unpacked as its server says that it was packed
	Source  Source // as it is opened once more
	Left    string // what of it was not taken in, in words
	packed  bool   // it is packed already
}

// Take reads a source to its end, once. What is no text of any kind that is read is an error.
func Take(s Source, by By) (t Taken, err error) {
	if s.Err != nil {
		return t, s.Err
	}
	t.Source = s
	t.How, t.Sighting.Name, t.Found = s.How, s.Name, s.Found
	t.Collector, t.Note, t.Program = by.Collector, by.Note, by.Program
	if s.Page != nil {
		t.Status, t.Via, t.Head = s.Page.Status, s.Page.Via, s.Page.Head
	}
	if s.Same != "" {
		return t, nil
	}
	in, err := s.Open()
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	most := int64(Large)
	if s.Page != nil {
		most = pageLarge
	}
	start, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return t, fmt.Errorf("%s: %w", s.Name, err)
	}
	t.packed = packed.Kind(start) != "" || intake.IsZip(start)
	look, whole := start, int64(len(start)) <= most
	if s.Page != nil && whole {
		if look, err = t.unpacked(start); err != nil && !ledger.IsGone(t.Status) {
			return t, fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	media := ""
	at, anywhere := in.(io.ReaderAt)
	switch late := intake.IsZip(start) && !whole && anywhere; { // such an archive says at its end what it is
	case ledger.IsGone(t.Status): // whatever it is: no article is looked for in it
		if media = s.Media; media == "" {
			media = "application/octet-stream"
		}
	case !late:
		if media, err = intake.Media(look, s.Name, s.Media); err != nil {
			return t, err
		}
	}
	if media == intake.MediaTelegram && !by.PrivateChat {
		a, err := intake.Admit(s.Open)
		if err != nil {
			return t, fmt.Errorf("%s: %w", s.Name, err)
		}
		if a.Left != "" {
			s.Open, by.PrivateChat, by.Note = a.Open, true, strings.TrimPrefix(by.Note+"; "+a.Note, "; ")
			t, err = Take(s, by)
			t.Left = a.Left
			return t, err
		}
	}
	sum := sha256.New()
	sum.Write(start)
	size := int64(len(start))
	if !whole {
		if s.Page != nil {
			return t, fmt.Errorf("%s: %w", s.Name, page.ErrTooLarge)
		}
		n, err := io.Copy(sum, in)
		if err != nil {
			return t, fmt.Errorf("%s: %w", s.Name, err)
		}
		size += n
	} else {
		t.Payload, t.Content = start, look
	}
	if media == "" {
		if media, err = intake.MediaZip(at, size, s.Name); err != nil {
			return t, err
		}
	}
	t.URL, t.Media = s.URL, media
	t.SetSum([sha256.Size]byte(sum.Sum(nil)), size)
	return t, nil
}

// unpacked is what a page says, as its server says that it packed it.
func (t *Taken) unpacked(sent []byte) ([]byte, error) {
	h, err := warc.ParseHTTP(io.MultiReader(bytes.NewReader(t.Head), bytes.NewReader(sent)))
	if err != nil {
		return nil, err
	}
	if h.Header.Get("Content-Encoding") == "" {
		return sent, nil
	}
	t.packed = true
	content, err := io.ReadAll(io.LimitReader(h.Body, pageLarge+1))
	if len(content) > pageLarge {
		err = page.ErrTooLarge
	}
	return content, err
}

// StreamTo writes a large source into the archive, from its start once more.
func (t *Taken) StreamTo(a *archive.Archive) (e archive.Entry, err error) {
	in, err := t.Source.Open()
	if err != nil {
		return e, fmt.Errorf("%w: %w", ErrSource, err)
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	r := &watched{r: in, want: t.Sum}
	if e, err = t.Stream(a, r, t.packed); r.err != nil || errors.Is(err, warc.ErrChanged) {
		return e, fmt.Errorf("%w: %w", ErrSource, errors.Join(r.err, err))
	}
	return e, err
}

// watched remembers what went wrong with a source, and that it is still what was hashed.
type watched struct {
	r    io.Reader
	want string
	err  error
	sum  interface {
		io.Writer
		Sum([]byte) []byte
	}
}

func (w *watched) Read(p []byte) (int, error) {
	if w.sum == nil {
		w.sum = sha256.New()
	}
	n, err := w.r.Read(p)
	w.sum.Write(p[:n])
	if err == io.EOF && fmt.Sprintf("%x", w.sum.Sum(nil)) != w.want {
		err = warc.ErrChanged
	}
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}
