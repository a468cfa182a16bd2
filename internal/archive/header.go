package archive

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"time"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
)

// dateForm is WARC-Date to the second, which WARC 1.1 still allows (5.4).
const dateForm = "2006-01-02T15:04:05Z"

// Date is a time as a record's header has it.
func Date(t time.Time) string { return t.UTC().Format(dateForm) }

// RecordID names a record by what makes it that record: a UUID of version 8 (RFC 9562,
// 5.8) from their SHA-256. The same parts give the same name, on every machine.
func RecordID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	return fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

var errForeign = errors.New("not a record of this program")

// leafOf is what a leaf takes from a record's header.
func leafOf(h warc.Header) (transparency.Leaf, error) {
	l := transparency.Leaf{Kind: h.Get(fieldKind)}
	id, ok := strings.CutPrefix(h.Get("WARC-Record-ID"), "<urn:uuid:")
	l.ID = strings.TrimSuffix(id, ">")
	date, err := time.Parse(dateForm, h.Get("WARC-Date"))
	if l.Date = date; !ok || err != nil || len(l.ID) != 36 {
		return l, errForeign
	}
	switch l.Kind {
	case Info, Capture, Sighting, Files, Record, Withdrawal, Review:
		return l, nil
	}
	return l, errForeign
}
