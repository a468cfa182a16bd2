// Package wacz reads WACZ files (Web Archive Collection Zipped, 1.1.1, and its forerunners):
// zip archives with WARC files under archive/, the pages that were meant under pages/, and a
// datapackage.json that states what each file's hash is.
//
// It promises that every WARC in a file is found, also one that nothing names; that hashes
// which are stated are compared with what is there, and that what differs is said and not
// left out. Signatures are not looked at. It holds the addresses of pages as hashes, up to
// a bound, and one list of files.
package wacz

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"path"
	"slices"
	"strings"

	"riwaya/internal/container/zipped"
)

const (
	packageName = "datapackage.json"
	digestName  = "datapackage-digest.json"
	maxPackage  = 16 << 20
	maxPages    = 200_000 // beyond so many every page counts as meant
	maxLine     = 4 << 20
)

// Problem is something in a file that is not as it is stated, or is not read.
type Problem struct{ Place, Reason string }

// File is an open WACZ.
type File struct {
	WARCs    []*zipped.Entry // in the order of the archive
	Problems []Problem       // found when it was opened
	zip      *zipped.Archive
	stated   map[string]stated
	pages    map[uint64]struct{} // nil where none are listed, or too many
}

// Open reads the directory of a zip archive, and what it states of itself. ok is false where
// the archive is no WACZ: no WARC is under archive/ in it.
func Open(r io.ReaderAt, size int64) (f *File, ok bool, err error) {
	z, err := zipped.Open(r, size)
	if err != nil {
		return nil, false, err
	}
	f = &File{zip: z, stated: map[string]stated{}}
	for _, e := range z.Entries {
		if isWARC(e.Name) {
			f.WARCs = append(f.WARCs, e)
		}
	}
	if len(f.WARCs) == 0 {
		return nil, false, nil
	}
	return f, true, nil
}

// Kind says what a zip archive that is no WACZ seems to be.
func Kind(r io.ReaderAt, size int64) string {
	z, err := zipped.Open(r, size)
	switch {
	case err != nil:
		return "a ZIP archive: " + err.Error()
	case z.Find("[Content_Types].xml") != nil, z.Find("mimetype") != nil:
		return "an office document or an e-book"
	case slices.ContainsFunc(z.Entries, func(e *zipped.Entry) bool { return path.Ext(strings.ToLower(e.Name)) == ".wacz" }):
		return "a ZIP archive of WACZ files; unpack it and add what is in it"
	}
	return "a ZIP archive, but no WACZ; unpack it and add what is in it"
}

func isWARC(name string) bool {
	name = strings.ToLower(name)
	for _, packing := range [...]string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, packing)
	}
	return strings.HasPrefix(name, "archive/") && strings.HasSuffix(name, ".warc")
}

// Load reads what the file states, and compares all but the WARCs with it; [File.Compare]
// does these, while they are read.
func (f *File) Load() error {
	f.odd()
	f.readPackage()
	var err error
	for _, e := range f.zip.Entries {
		switch s, listed := f.stated[e.Name]; {
		case slices.Contains(f.WARCs, e), e.Name == packageName:
		case path.Ext(strings.ToLower(e.Name)) == ".wacz":
			f.problem(e.Name, "an archive in an archive; it is kept, not read: unpack it and add it by itself")
		case strings.HasPrefix(e.Name, "archive/"):
			f.problem(e.Name, "its name does not end in .warc or .warc.gz; it is kept, not read")
		case strings.HasPrefix(e.Name, "pages/") && strings.HasSuffix(e.Name, ".jsonl"):
			err = errors.Join(err, f.read(e, s, listed, f.readPages))
		case listed:
			err = errors.Join(err, f.read(e, s, listed, func(r io.Reader) error { _, err := io.Copy(io.Discard, r); return err }))
		}
	}
	missing := 0
	for name := range f.stated {
		if f.zip.Find(name) == nil {
			missing++
		}
	}
	if missing > 0 {
		f.problem(packageName, fmt.Sprintf("%d of the files that it states are not there", missing))
	}
	return err
}

func (f *File) problem(place, reason string) { f.Problems = append(f.Problems, Problem{place, reason}) }

// odd says in one line which names were set aside.
func (f *File) odd() {
	switch names := f.zip.Odd; len(names) {
	case 0:
	case 1:
		f.problem("", fmt.Sprintf("the name %.100q is used twice, or is none that a file may have; that entry is kept, not read", names[0]))
	default:
		f.problem("", fmt.Sprintf("%d names are used twice, or are none that a file may have, as %.100q; these entries are kept, not read", len(names), names[0]))
	}
}

// readPackage reads datapackage.json, and the hash that its digest states of it.
func (f *File) readPackage() {
	e := f.zip.Find(packageName)
	if e == nil {
		return // before 1.0 there was none
	}
	b, err := e.ReadAll(maxPackage)
	var p struct {
		Software  string `json:"software"`
		Resources []struct {
			Path  string `json:"path"`
			Hash  string `json:"hash"`
			Bytes *int64 `json:"bytes"`
		} `json:"resources"`
	}
	if err == nil {
		err = json.Unmarshal(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), &p)
	}
	if err != nil {
		f.problem(packageName, "it cannot be read, and no hash was compared")
		return
	}
	for _, r := range p.Resources {
		s := stated{hash: strings.ToLower(r.Hash), bytes: -1, twice: strings.HasPrefix(p.Software, doubling)}
		if r.Bytes != nil {
			s.bytes = *r.Bytes
		}
		f.stated[r.Path] = s
	}
	digest := f.zip.Find(digestName)
	if digest == nil {
		return
	}
	var d struct {
		Path string `json:"path"`
		Hash string `json:"hash"`
	}
	c, err := digest.ReadAll(maxPackage)
	if err != nil || json.Unmarshal(c, &d) != nil {
		f.problem(digestName, "it cannot be read")
		return
	}
	k := newCheck(stated{hash: strings.ToLower(d.Hash), bytes: -1})
	k.Write(b)
	if why := k.differs(digestName); why != "" {
		f.problem(packageName, why)
	}
}

// read reads an entry to its end, and compares it with what is stated.
func (f *File) read(e *zipped.Entry, s stated, listed bool, each func(io.Reader) error) error {
	r, err := e.Open()
	if err != nil {
		return f.unread(e, err)
	}
	defer r.Close() // read only: nothing can be lost
	k := newCheck(s)
	in := io.TeeReader(r, k)
	if err := each(in); err != nil {
		return f.unread(e, err)
	}
	if _, err := io.Copy(io.Discard, in); err != nil {
		return f.unread(e, err)
	}
	if why := k.differs(packageName); listed && why != "" {
		f.problem(e.Name, why)
	}
	return nil
}

// unread notes what is wrong with an entry; other errors are those of the disk.
func (f *File) unread(e *zipped.Entry, err error) error {
	var wrong *zipped.Error
	if !errors.As(err, &wrong) {
		return err
	}
	f.problem(e.Name, wrong.Reason)
	return nil
}

// readPages reads a list of pages: JSON lines, each with the address of a page.
func (f *File) readPages(r io.Reader) error {
	in := bufio.NewReaderSize(r, 64<<10)
	if f.pages == nil {
		f.pages = map[uint64]struct{}{}
	}
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) <= maxLine { // a page's text may stand in its line
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		var p struct {
			URL string `json:"url"`
		}
		if json.Unmarshal(line, &p) == nil && p.URL != "" && len(f.pages) < maxPages {
			f.pages[hashed(p.URL)] = struct{}{}
		}
		line = line[:0]
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func hashed(url string) uint64 {
	h := fnv.New64a()
	url, _, _ = strings.Cut(url, "#")
	h.Write([]byte(url))
	return h.Sum64()
}

// IsPage reports whether an address is one of the pages that the file lists. Where it lists none,
// or more than are held, every address is.
func (f *File) IsPage(url string) bool {
	if len(f.pages) == 0 || len(f.pages) >= maxPages {
		return true
	}
	_, ok := f.pages[hashed(url)]
	return ok
}

// Compare hashes a WARC while it is read: differs, asked at its end, says what is not as
// datapackage.json states, "" where nothing is.
func (f *File) Compare(e *zipped.Entry, r io.Reader) (in io.Reader, differs func() string) {
	s, listed := f.stated[e.Name]
	k := newCheck(s)
	return io.TeeReader(r, k), func() string {
		if !listed {
			if len(f.stated) > 0 {
				return packageName + " does not state that it is there"
			}
			return ""
		}
		return k.differs(packageName)
	}
}
