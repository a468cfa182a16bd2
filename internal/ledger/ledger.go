// Package ledger has the words of the store: what is kept of everything that came in, and
// what a store must do with it.
//
// A store is made from the evidence (package archive) and can be made from it again. Each
// change of it says what one leaf of the log means; applied in the log's order they give
// the store. What is not evidence stands in a store too: where else an article was seen,
// what failed, and how far the work has come. That is found out again when it is lost.
package ledger

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"strings"
	"time"

	"riwaya"
)

// What can be wrong with a store; errors wrap one of these.
var (
	// ErrDamaged is a store that cannot be read any more. It can be made anew.
	ErrDamaged = errors.New("the store is damaged; `riwaya repair` makes it anew from the archive")
	// ErrFull is a store that cannot grow.
	ErrFull = errors.New("no space left for the store")
	// ErrBusy is a store that another process writes.
	ErrBusy = errors.New("the store is in use by another process")
	// ErrRead is a store that another process reads while something is withdrawn.
	ErrRead = errors.New("another process reads the store: the words of what was withdrawn are overwritten when the ledger is next opened")
	// ErrReadOnly is a store that cannot be written, or not be opened.
	ErrReadOnly = errors.New("the store cannot be written")
	// ErrNewer is a store that a later version of the program made.
	ErrNewer = errors.New("the store was made by a later version of riwaya")
	// ErrOlder is a store that an earlier version of the program made, and that is only to be read.
	ErrOlder = errors.New("the store was made by an earlier version of riwaya; `riwaya add` brings it up to date")
	// ErrUnknown is an ID that nothing has.
	ErrUnknown = errors.New("nothing of that ID is in the ledger")
	// ErrGone is what was withdrawn, and comes in no more.
	ErrGone = errors.New("it was withdrawn")
)

// Capture is something that came in, as it came.
type Capture struct {
	Leaf  int64
	ID    string // see CaptureID
	Sum   string // SHA-256 of its payload, in hex
	Size  int64  // of its payload, in bytes
	Media string // content type, as declared or found out
	URL   string // where it was got; "" of a file
	UUID  string // of its WARC record
}

// Ways in which something comes in.
const (
	CameFile    = "file"
	CameAddress = "address"
	CameStdin   = "stdin"
)

// Sighting is one time that a capture came in: the first, or once more.
type Sighting struct {
	Leaf      int64
	Capture   string // its ID
	At        time.Time
	How       string // CameFile, …
	Name      string // the path or address that was given
	Status    int    // what a server answered, 0 where none did
	Found     string // the ID of the capture in which its address stood, a feed; "" where it was given by hand
	Collector string // a pseudonym, "" where none was given
	Note      string
	Program   string // the version that took it in
}

// Record is what reading one article yielded, and so the article too.
type Record struct {
	Leaf    int64
	Article string // its ID, see ArticleID
	Capture string // the ID of the capture that it was read in
	Place   string // where in the capture: "line 12"; "" where the article is the whole
	Version string // of the layers: program and lexicon
	At      time.Time
	Sum     string // SHA-256 of the record's JSON, in hex
	Beside  string // JSON: what stands at the place beside the article; no part of the evidence
	Read    riwaya.Record
}

// Withdrawal is what had to go.
type Withdrawal struct {
	Leaf   int64
	At     time.Time
	Who    string // a pseudonym
	Reason string
	Leaves []int64 // what went
	Gone   []Gone  // the same by ID, so that it does not come in again
}

// Gone is a capture or an article that was withdrawn.
type Gone struct {
	ID  string `json:"id"`
	Sum string `json:"sha256,omitempty"` // of a capture's payload
}

// Appearance is an article that was met once more, at another place or in another capture.
type Appearance struct {
	Article, Capture, Place string
	Seen                    *time.Time
	Beside                  string // as of [Record]
	Stated                  *riwaya.Stated
	Else                    *Failure // kept where the article is not there after all: it was being read, and failed
}

// Failure is an article, or a capture, that could not be read, and why.
type Failure struct {
	Capture, Place string
	Name           string // what the user calls it: file and line, or address
	Stage          string
	Error          string
	At             time.Time
	Version        string // of the layers that failed
	Tries          int
}

// The stages at which something can fail.
const (
	StageArticle = "article" // capture -> articles
	StageRecord  = "record"  // article -> record
)

// Done is a capture all of whose articles were read, or failed, by a version of the layers.
type Done struct{ Capture, Version string }

// Change is one change of a store: exactly one field is set.
type Change struct {
	Capture    *Capture // with the sighting that brought it
	Sighting   *Sighting
	Record     *Record
	Withdrawal *Withdrawal
	Review     *Review
	Files      *Files
	Coverage   *Coverage
	Appearance *Appearance
	Failure    *Failure
	Missed     *Missed
	Done       *Done
}

// letters leaves out i, l, o and u, which are misread.
var letters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

func id(kind string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	const length = 12 // 60 bits: two of ten million meet once in twenty thousand ledgers
	return kind + letters.EncodeToString(sum[:10])[:length]
}

// CaptureID names a capture by its payload's SHA-256 and, of a page, by its address: the same
// page under two addresses is two reports.
func CaptureID(sum, url string) string { return id("cap-", sum, url) }

// ArticleID names one version of a report by all that was stated of it. When it was met is
// no part of it.
func ArticleID(a *riwaya.Article) string {
	return id("art-", append([]string{value(a.URL), a.ID, a.Title, value(a.Outlet), value(a.Published)}, a.Authors...)...)
}

// ReportKey is what the versions of a report have in common: its URL, or its text where it
// has none.
func ReportKey(a *riwaya.Article) string {
	if a.URL != nil {
		return *a.URL
	}
	return a.ID
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Holding is what a capture holds, and what is known of how it came, as far as lists go that may be
// long.
type Holding struct {
	Custody  []int64  // its leaf, those of its sightings and of lists of its files
	Asked    []string // the addresses that were asked for when it came
	Articles []string // that appear in it, some of them
	Count    int      // how many do
	Others   []string // other captures that the same articles appear in, some of them
}
