// Package warc writes and reads WARC 1.1 (ISO 28500:2017), the format that web archives
// keep captures in.
//
// What is written: one gzip member for each record, so that each can be read, hashed and,
// where it must go, taken out alone. Digests are SHA-256 in lower-case hex, as sha256sum
// prints them. The same header and block give the same bytes, always.
//
// What is read: WARC 0.17 to 1.1, packed record by record (as wget and Common Crawl
// write them), packed as a whole, or not packed. The reader holds one header and one
// buffer, whatever a file claims of itself: a header has a bound, a block is read as a
// stream and ends where it ends, a record that unpacks to far more than it was packed
// from is given up. What is damaged is a [Damage] that says where, and the records after
// it follow.
//
// It does not read ARC, does not follow revisit records to what they refer to, and does not judge what a
// record says.
package warc

import (
	"errors"
	"fmt"
	"strings"
)

// Version is the line that starts each record written here.
const Version = "WARC/1.1"

// The types of record that are written here (WARC 1.1, 6).
const (
	Info     = "warcinfo"
	Response = "response" // what a server sent, its headers included
	Resource = "resource" // a file, as it was
	Revisit  = "revisit"  // the same again
	Metadata = "metadata" // what was found out about another record
)

// SamePayload is the profile of a revisit whose payload is, byte for byte, one that is
// kept already (WARC 1.1, 6.7.2).
const SamePayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"

// NotModified is the profile of a revisit where the server said that nothing has changed (WARC
// 1.1, 6.7.3).
const NotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

// Field is one line of a header.
type Field struct{ Name, Value string }

// Header is the fields of a record, in order.
type Header []Field

// Get is the first field of a name, "" where there is none. Case does not count.
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Add puts a field at the end, unless it has no value.
func (h *Header) Add(name, value string) {
	if value != "" {
		*h = append(*h, Field{name, value})
	}
}

// Damage is a record that could not be read whole; the records after it can.
type Damage struct {
	Offset int64 // where the record starts in the file, in bytes
	Reason string
}

func (d *Damage) Error() string { return fmt.Sprintf("record at byte %d: %s", d.Offset, d.Reason) }

// ErrField is a header that cannot be written: a name or value that would end its line.
var ErrField = errors.New("warc: a field that does not fit on its line")
