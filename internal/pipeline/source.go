package pipeline

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

// large is from which size a source is not held in memory; a page, which is fetched in
// bounds, is held up to pageLarge.
const (
	large     = 4 << 20
	pageLarge = 64 << 20
)

// taken is a source that was looked at: its hash, and its bytes where it is not large.
type taken struct {
	custody.Incoming
	payload []byte // nil of a large one
	content []byte // the payload, of a page unpacked as its server says that it was packed
	packed  bool   // it is packed already
	source  Source
	left    string // what of it was not taken in, in words
}

// take reads a source to its end, once. What is no text of any kind that is read is an error.
func (l *Ledger) take(s Source, o AddOptions) (t taken, err error) {
	if s.Err != nil {
		return t, s.Err
	}
	t.source = s
	t.How, t.Sighting.Name, t.Found = s.How, s.Name, s.Found
	t.Collector, t.Note, t.Program = o.Collector, o.Note, l.o.Program
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
	most := int64(large)
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
	if media == intake.MediaTelegram && !o.PrivateChat {
		a, err := intake.Admit(s.Open)
		if err != nil {
			return t, fmt.Errorf("%s: %w", s.Name, err)
		}
		if a.Left != "" {
			s.Open, o.PrivateChat, o.Note = a.Open, true, strings.TrimPrefix(o.Note+"; "+a.Note, "; ")
			t, err = l.take(s, o)
			t.left = a.Left
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
		t.payload, t.content = start, look
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
func (t *taken) unpacked(sent []byte) ([]byte, error) {
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

// stream writes a large source into the archive, from its start once more.
func (t *taken) stream(a *archive.Archive) (e archive.Entry, err error) {
	in, err := t.source.Open()
	if err != nil {
		return e, fmt.Errorf("%w: %w", errSource, err)
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	r := &watched{r: in, want: t.Sum}
	if e, err = t.Stream(a, r, t.packed); r.err != nil || errors.Is(err, warc.ErrChanged) {
		return e, fmt.Errorf("%w: %w", errSource, errors.Join(r.err, err))
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
