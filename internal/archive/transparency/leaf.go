// Package transparency is the append-only log of what an archive holds: a Merkle tree
// (RFC 6962, by golang.org/x/mod/sumdb/tlog) over one leaf for each stored record, and
// its signed head (golang.org/x/mod/sumdb/note).
//
// What it promises: a head fixes every leaf before it. A leaf that was changed, moved,
// left out or put between gives another root, and so another head; that a given leaf is
// in the tree under a head can be shown without the other leaves. Whoever has the log and
// its key can write another log with another head: only a head kept elsewhere shows that.
//
// A log is two files in the folder log:
//
//	leaves  one line of [Width] bytes for each leaf, in order; see [Leaf]
//	hashes  the tree's hashes, 32 bytes each, in the order of tlog.StoredHashIndex; made
//	        from the leaves, and made anew where they do not agree
package transparency

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// Hash is a hash of the tree.
type Hash = tlog.Hash

// Leaf says what one stored record is, where it stands, and the SHA-256 of its bytes as
// stored. Its line is, in columns of fixed width, with one space between:
//
//	kind    10  what it is to the ledger, padded with spaces: capture, record, ...
//	sum     64  SHA-256 of the stored bytes, in hex
//	file     5  number of the file
//	offset  13  where in it the bytes begin
//	length  13  how many they are
//	id      36  the UUID of its WARC-Record-ID
//	date    20  when it was entered, in UTC: 2026-11-26T12:00:00Z
type Leaf struct {
	Kind   string
	Sum    [sha256.Size]byte
	File   int
	Offset int64
	Length int64
	ID     string
	Date   time.Time
}

// Width is how many bytes a line of the log has, its end included.
const Width = 10 + 1 + 64 + 1 + 5 + 1 + 13 + 1 + 13 + 1 + 36 + 1 + 20 + 1

const dateForm = "2006-01-02T15:04:05Z"

// ErrLeaf is a line that is none of the log.
var ErrLeaf = errors.New("not a line of the log")

// line is the leaf's line, without its end.
func (l Leaf) line() ([]byte, error) {
	b := make([]byte, 0, Width)
	b = fmt.Appendf(b, "%-10s %x %05d %013d %013d %s %s", l.Kind, l.Sum, l.File, l.Offset, l.Length, l.ID, l.Date.UTC().Format(dateForm))
	if len(b) != Width-1 {
		return nil, fmt.Errorf("%w: %q", ErrLeaf, b)
	}
	return b, nil
}

// Line is the leaf's line, without its end: what the tree is made of.
func (l Leaf) Line() (string, error) {
	b, err := l.line()
	return string(b), err
}

// ParseLeaf reads a line of the log, with or without its end.
func ParseLeaf(b []byte) (Leaf, error) {
	s := strings.TrimSuffix(string(b), "\n")
	bad := fmt.Errorf("%w: %.200q", ErrLeaf, s)
	if len(s) != Width-1 {
		return Leaf{}, bad
	}
	l := Leaf{Kind: strings.TrimRight(s[:10], " "), ID: s[110:146]}
	if _, err := hex.Decode(l.Sum[:], []byte(s[11:75])); err != nil {
		return Leaf{}, bad
	}
	var errs [4]error
	l.File, errs[0] = strconv.Atoi(s[76:81])
	l.Offset, errs[1] = strconv.ParseInt(s[82:95], 10, 64)
	l.Length, errs[2] = strconv.ParseInt(s[96:109], 10, 64)
	l.Date, errs[3] = time.Parse(dateForm, s[147:])
	if errors.Join(errs[:]...) != nil {
		return Leaf{}, bad
	}
	if again, err := l.line(); err != nil || string(again) != s { // one form only, or two lines would mean the same
		return Leaf{}, bad
	}
	return l, nil
}

// Hash is the leaf's hash in the tree.
func (l Leaf) Hash() (Hash, error) {
	b, err := l.line()
	return tlog.RecordHash(b), err
}
