package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxHeader is the most bytes a record's header may have.
const maxHeader = 256 << 10

var (
	errBomb   = errors.New("it unpacks to far more than it was packed from")
	errBombs  = errors.New("the file unpacks to far more than it was packed from; nothing behind this is read")
	errHeader = fmt.Errorf("its header is larger than %d KiB", maxHeader>>10)
	errShort  = errors.New("it ends before its block does")
)

// Record is one record. Its block can be read until the next is asked for.
type Record struct {
	Version string // "WARC/1.0"
	Header  Header
	Offset  int64 // where it starts in the file, or its gzip member does; in bytes
	Nth     int   // which record of that member it is, from 0
	Size    int64 // of the block, as the header says
	Block   io.Reader
}

// Type is the record's type, in lower case.
func (r *Record) Type() string { return strings.ToLower(r.Header.Get("WARC-Type")) }

// URI is what the record is about, without the brackets that some programs put around it.
func (r *Record) URI() string { return strings.Trim(r.Header.Get("WARC-Target-URI"), "<>") }

// Reader reads the records of one file. Its zero value is of no use: see [NewReader].
type Reader struct {
	file   *source
	packed bool
	z      *gzip.Reader
	in     *body         // of z, or of the file
	text   *bufio.Reader // of in
	block  *block        // of the record last given out
	offset int64
	nth    int
	out    int64 // unpacked of all members
	own    bool
	end    error
}

// MemberLength is how many bytes the gzip member has that r begins with. The member is
// whole: its checksum was compared.
func MemberLength(r io.Reader) (int64, error) {
	s := newSource(r)
	z, err := gzip.NewReader(s)
	if err != nil {
		return 0, err
	}
	z.Multistream(false)
	if _, err := io.Copy(io.Discard, z); err != nil {
		return 0, err
	}
	return s.n, nil
}

// Own reads a record that this program packed itself: it may unpack to whatever it was.
func Own(r io.Reader) *Reader {
	own := NewReader(r)
	own.own = true
	return own
}

// NewReader reads WARC from r, packed or not.
func NewReader(r io.Reader) *Reader {
	return &Reader{file: newSource(r), text: bufio.NewReaderSize(nil, 16<<10)}
}

// IsWARC reports whether the start of an unpacked file is that of a WARC.
func IsWARC(start []byte) bool { return bytes.HasPrefix(start, []byte("WARC/")) }

// Next is the next record, io.EOF behind the last. After a [Damage] more may follow;
// after any other error nothing does.
func (r *Reader) Next() (*Record, error) {
	if r.end != nil {
		return nil, r.end
	}
	if r.block != nil {
		b := r.block
		r.block = nil
		if err := b.finish(); err != nil {
			return nil, r.damaged(err)
		}
	}
	for {
		if r.in == nil {
			if err := r.open(); err != nil {
				r.end = err
				return nil, err
			}
		}
		rec, err := r.record()
		switch {
		case err == nil:
			return rec, nil
		case err == io.EOF && r.packed:
			r.in = nil // the member is at its end, the next may follow
		case err == io.EOF:
			r.end = io.EOF
			return nil, io.EOF
		default:
			return nil, r.damaged(err)
		}
	}
}

// open begins the file, or its next member. What stands between or behind members is none.
func (r *Reader) open() error {
	for {
		head, err := r.file.peek(len(member))
		if len(head) == 0 {
			return err
		}
		r.offset, r.nth = r.file.n, 0
		if !bytes.Equal(head, member) {
			if !r.packed {
				r.in = &body{r: r.file}
				r.text.Reset(r.in)
				return nil
			}
			if err := r.file.seek(); err != nil {
				return err
			}
			continue
		}
		r.packed = true
		r.file.remember()
		if r.z == nil {
			r.z, err = gzip.NewReader(r.file)
		} else {
			err = r.z.Reset(r.file)
		}
		if err != nil {
			r.z = nil
			r.file.back()
			continue // no member begins here after all
		}
		r.z.Multistream(false)
		r.in = &body{r: r.z, from: r.offset}
		if !r.own {
			r.in.file, r.in.all = r.file, &r.out
		}
		r.text.Reset(r.in)
		return nil
	}
}

// Taken is how many bytes of the file were read. Once Next has said io.EOF, or has given
// the next record of a packed file, that is where the last one ended.
func (r *Reader) Taken() int64 { return r.file.n }

// damaged is err as a [Damage], and the reader stands where the next record may begin.
func (r *Reader) damaged(err error) error {
	switch {
	case err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF):
		err = errShort
	}
	d := &Damage{Offset: r.offset, Reason: plain(err)}
	if errors.Is(err, errBombs) {
		r.end = io.EOF
		return d
	}
	if r.packed {
		r.in = nil // open looks for the next member
		r.file.back()
		return d
	}
	if e := r.resync(); e != nil {
		r.end = e
	}
	return d
}

// resync goes to the next line that starts a record.
func (r *Reader) resync() error {
	for {
		line, err := r.text.ReadSlice('\n')
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return err
		}
		if next, _ := r.text.Peek(5); len(line) > 0 && IsWARC(next) {
			return nil
		}
	}
}

// record reads a header and hands out the block behind it.
func (r *Reader) record() (*Record, error) {
	line, err := r.first()
	if err != nil {
		return nil, err
	}
	if !r.packed {
		r.offset = r.in.n - int64(r.text.Buffered()) - int64(len(line))
	}
	rec := &Record{Version: strings.TrimSpace(string(line)), Offset: r.offset, Nth: r.nth}
	r.nth++
	if !IsWARC(line) {
		return nil, errors.New("no WARC record begins here")
	}
	if rec.Header, err = fields(r.text); err != nil {
		return nil, err
	}
	size := rec.Header.Get("Content-Length")
	if rec.Size, err = strconv.ParseInt(size, 10, 64); err != nil || rec.Size < 0 {
		return nil, fmt.Errorf("its Content-Length is %.40q", size)
	}
	r.block = &block{in: r.text, left: rec.Size}
	rec.Block = r.block
	return rec, nil
}

// first is the first line that is not empty: records end in two empty lines, and some
// programs write more, or fewer.
func (r *Reader) first() ([]byte, error) {
	for {
		line, err := r.text.ReadSlice('\n')
		switch {
		case err == bufio.ErrBufferFull:
			return nil, errors.New("no WARC record begins here")
		case err == io.EOF && len(bytes.TrimSpace(line)) > 0:
			return nil, errShort
		case err != nil:
			return nil, err
		case len(bytes.TrimSpace(line)) > 0:
			return line, nil
		}
	}
}

// fields reads the lines of a header up to the empty one. A line that begins with white
// space goes on with the one before it (WARC 1.1, 4).
func fields(in *bufio.Reader) (Header, error) {
	var h Header
	left := maxHeader
	var long []byte
	for {
		part, err := in.ReadSlice('\n')
		if left -= len(part); left < 0 {
			return nil, errHeader
		}
		long = append(long, part...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return nil, err
		}
		line := string(bytes.TrimRight(long, "\r\n"))
		long = long[:0]
		switch name, value, ok := strings.Cut(line, ":"); {
		case line == "":
			return h, nil
		case (line[0] == ' ' || line[0] == '\t') && len(h) > 0:
			h[len(h)-1].Value += " " + strings.TrimSpace(line)
		case ok:
			h = append(h, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
}

// block is the block of a record.
type block struct {
	in   *bufio.Reader
	left int64
	err  error
}

func (b *block) Read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	if b.left == 0 {
		return 0, io.EOF
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.in.Read(p)
	if b.left -= int64(n); err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if b.err = err; b.left == 0 && err == io.ErrUnexpectedEOF {
		b.err = nil
	}
	return n, b.err
}

// finish passes over what is left of a block, and looks whether the record ends there.
func (b *block) finish() error {
	if _, err := io.Copy(io.Discard, b); err != nil {
		return err
	}
	end, err := b.in.Peek(len(tail))
	switch {
	case len(end) == 0 && err == io.EOF, bytes.HasPrefix(end, []byte("\r\n")), bytes.HasPrefix(end, []byte("\n")):
		if err != nil && err != io.EOF {
			return err
		}
		return nil
	case err != nil && err != io.EOF:
		return err
	}
	return errors.New("its Content-Length is false: the block goes on, or ended before")
}

// plain leaves out where in the program an error arose.
func plain(err error) string {
	switch {
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return "its gzip is damaged"
	}
	return strings.TrimPrefix(err.Error(), "flate: ")
}
