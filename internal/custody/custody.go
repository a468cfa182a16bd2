// Package custody turns what came in, what was read of it, what had to go, and what was
// decided into the records of the archive, and such records back into changes of the store.
//
// It promises that a record says all that the store knows of it: from the archive alone
// the store can be made again. The fields of a record's header, beside those of WARC 1.1:
//
//	Riwaya-Kind       what it is to the log: capture, sighting, files, record, withdrawal, review
//	Riwaya-Capture    the ID of the capture: cap-…
//	Riwaya-Came       how it came: file, address, stdin; absent: see ledger.CameAbsent
//	Riwaya-Name       the path or address that was given; % and line ends as %25, %0A
//	Riwaya-Media      its content type, as declared or found out
//	Riwaya-Size       of its payload, in bytes
//	Riwaya-Status     what the server answered
//	Riwaya-Via        the addresses that redirected, in order
//	Riwaya-Found      the ID of the capture, a feed, in which its address stood
//	Riwaya-Collector  a pseudonym
//	Riwaya-Note       what the collector wrote
//	Riwaya-Program    the version of the program
//	Riwaya-Article    of a record: the article's ID, art-…
//	Riwaya-Place      of a record: where in the capture the article stands
//	Riwaya-Version    of a record: the version of the layers
//	Riwaya-Withdraws  of a withdrawal: the numbers of the leaves that go
package custody

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"time"

	"riwaya/internal/archive"
	"riwaya/internal/archive/warc"
	"riwaya/internal/ledger"
)

// Incoming is something that has come in.
type Incoming struct {
	ledger.Capture  // without leaf and UUID; its URL is that of a page
	ledger.Sighting // without leaf
	Via             []string
	Head            []byte // of a page: status line and fields, up to the empty line
}

// SetSum makes an incoming thing what it is called by: its payload's SHA-256 and address.
func (in *Incoming) SetSum(sum [sha256.Size]byte, size int64) {
	in.Sum, in.Size = hex.EncodeToString(sum[:]), size
	in.Capture.ID = ledger.CaptureID(in.Sum, in.URL)
	in.Sighting.Capture = in.Capture.ID
}

var lineSafe = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", "\x00", "%00")

func plain(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return out
	}
	return s
}

// target is what a record is about, as an address.
func (in *Incoming) target() string {
	if in.URL != "" {
		return strings.Map(func(r rune) rune {
			if r <= ' ' || r == 0x7f {
				return -1
			}
			return r
		}, in.URL)
	}
	return "urn:riwaya:" + in.How + ":" + url.PathEscape(in.Sighting.Name)
}

// Record is the UUID that the record of the capture has.
func (in *Incoming) Record() string {
	return strings.TrimSuffix(strings.TrimPrefix(in.id(in.kind()), "<urn:uuid:"), ">")
}

func (in *Incoming) id(kind string) string {
	return archive.RecordID(kind, in.Capture.ID, in.How, in.Sighting.Name, archive.Date(in.At), in.Collector, in.Note)
}

// header is the header of a capture or a sighting.
func (in *Incoming) header(kind string) warc.Header {
	h := warc.Header{}
	h.Add("WARC-Type", kind)
	h.Add("WARC-Record-ID", in.id(kind))
	h.Add("WARC-Date", archive.Date(in.At))
	h.Add("WARC-Target-URI", in.target())
	if in.Head != nil {
		h.Add("Content-Type", "application/http;msgtype=response")
	} else if kind != warc.Revisit {
		h.Add("Content-Type", in.Media)
	}
	h.Add("WARC-Payload-Digest", "sha256:"+in.Sum)
	h.Add("Riwaya-Capture", in.Capture.ID)
	h.Add("Riwaya-Came", in.How)
	h.Add("Riwaya-Name", lineSafe.Replace(in.Sighting.Name))
	h.Add("Riwaya-Media", in.Media)
	h.Add("Riwaya-Size", strconv.FormatInt(in.Size, 10))
	if in.Status != 0 {
		h.Add("Riwaya-Status", strconv.Itoa(in.Status))
	}
	h.Add("Riwaya-Via", lineSafe.Replace(strings.Join(in.Via, " ")))
	h.Add("Riwaya-Found", in.Found)
	h.Add("Riwaya-Collector", lineSafe.Replace(in.Collector))
	h.Add("Riwaya-Note", lineSafe.Replace(in.Note))
	h.Add("Riwaya-Program", lineSafe.Replace(in.Program))
	return h
}

// kind is the type of record that keeps the capture.
func (in *Incoming) kind() string {
	if in.Head != nil {
		return warc.Response
	}
	return warc.Resource
}

// Pack packs a capture whose payload is at hand.
func (in *Incoming) Pack(payload []byte) (archive.Packed, error) {
	h := in.header(in.kind())
	block := payload
	if in.Head != nil {
		block = append(append([]byte{}, in.Head...), payload...)
	}
	h.Add("WARC-Block-Digest", warc.Digest(block))
	return archive.Pack(archive.Capture, h, block)
}

// Stream adds a capture, a file, whose payload is read from r. packed says that it is
// packed already.
func (in *Incoming) Stream(a *archive.Archive, r io.Reader, packed bool) (archive.Entry, error) {
	h := in.header(in.kind())
	h.Add("WARC-Block-Digest", "sha256:"+in.Sum)
	return a.Stream(archive.Capture, h, in.Size, r, packed)
}

// PackAgain packs a sighting of a capture that is kept already, the record of that UUID.
func (in *Incoming) PackAgain(uuid string) (archive.Packed, error) {
	h := in.header(warc.Revisit)
	profile := warc.SamePayload
	if in.Status == ledger.Unmodified {
		profile = warc.NotModified
	}
	h.Add("WARC-Profile", profile)
	h.Add("WARC-Refers-To", "<urn:uuid:"+uuid+">")
	h.Add("WARC-Block-Digest", warc.Digest(in.Head))
	return archive.Pack(archive.Sighting, h, in.Head)
}

// PackRecord packs what reading an article yielded, and fills in the record's sum. uuid is
// that of its capture.
func PackRecord(r *ledger.Record, uuid string) (archive.Packed, error) {
	b, err := r.Read.MarshalJSON()
	if err != nil {
		return archive.Packed{}, err
	}
	digest := warc.Digest(b)
	r.Sum = strings.TrimPrefix(digest, "sha256:")
	h := warc.Header{}
	h.Add("WARC-Type", warc.Metadata)
	h.Add("WARC-Record-ID", archive.RecordID("record", r.Article, r.Capture, r.Place, r.Version, archive.Date(r.At)))
	h.Add("WARC-Date", archive.Date(r.At))
	h.Add("WARC-Target-URI", "urn:riwaya:record:"+r.Article)
	h.Add("WARC-Refers-To", "<urn:uuid:"+uuid+">")
	h.Add("Content-Type", "application/json")
	h.Add("WARC-Block-Digest", digest)
	h.Add("Riwaya-Article", r.Article)
	h.Add("Riwaya-Capture", r.Capture)
	h.Add("Riwaya-Place", r.Place)
	h.Add("Riwaya-Version", lineSafe.Replace(r.Version))
	return archive.Pack(archive.Record, h, b)
}

// withdrawal is the block of a withdrawal.
type withdrawal struct {
	Who    string        `json:"who"`
	Reason string        `json:"reason"`
	Gone   []ledger.Gone `json:"gone"`
}

// PackWithdrawal packs what had to go, and why.
func PackWithdrawal(w *ledger.Withdrawal) (archive.Packed, error) {
	b, err := json.Marshal(withdrawal{w.Who, w.Reason, w.Gone})
	if err != nil {
		return archive.Packed{}, err
	}
	var leaves []string
	for _, n := range w.Leaves {
		leaves = append(leaves, strconv.FormatInt(n, 10))
	}
	all := strings.Join(leaves, " ")
	h := warc.Header{}
	h.Add("WARC-Type", warc.Metadata)
	h.Add("WARC-Record-ID", archive.RecordID("withdrawal", all, w.Who, w.Reason, archive.Date(w.At)))
	h.Add("WARC-Date", archive.Date(w.At))
	h.Add("WARC-Target-URI", "urn:riwaya:withdrawal")
	h.Add("Content-Type", "application/json")
	h.Add("WARC-Block-Digest", warc.Digest(b))
	h.Add(archive.FieldWithdraws, all)
	return archive.Pack(archive.Withdrawal, h, b)
}

// Parse is the change that a stored record makes. A record of a kind that makes none gives
// an empty change.
func Parse(e archive.Entry, c archive.Content) (ledger.Change, error) {
	var out ledger.Change
	var err error
	switch e.Kind {
	case archive.Capture, archive.Sighting:
		out, err = parseIncoming(e, c)
	case archive.Record:
		out.Record, err = parseRecord(e, c)
	case archive.Files:
		out.Files, err = parseFiles(e, c)
	case archive.Withdrawal:
		out.Withdrawal, err = parseWithdrawal(e, c)
	case archive.Review:
		out.Review, err = parseReview(e, c)
	}
	if err != nil {
		return ledger.Change{}, fmt.Errorf("%s: %w", archive.Name(e), err)
	}
	return out, nil
}

func parseIncoming(e archive.Entry, c archive.Content) (ledger.Change, error) {
	h := c.Header
	at, err := time.Parse(time.RFC3339, h.Get("WARC-Date"))
	if err != nil {
		return ledger.Change{}, err
	}
	status, _ := strconv.Atoi(h.Get("Riwaya-Status")) // none of a file
	s := ledger.Sighting{Leaf: e.N, Capture: h.Get("Riwaya-Capture"), At: at, How: h.Get("Riwaya-Came"), Name: plain(h.Get("Riwaya-Name")),
		Status: status, Found: h.Get("Riwaya-Found"), Collector: plain(h.Get("Riwaya-Collector")), Note: plain(h.Get("Riwaya-Note")), Program: plain(h.Get("Riwaya-Program"))}
	out := ledger.Change{Sighting: &s}
	if e.Kind == archive.Capture {
		size, err := strconv.ParseInt(h.Get("Riwaya-Size"), 10, 64)
		if err != nil {
			return out, err
		}
		url := ""
		if s.How == ledger.CameAddress {
			url = c.URI()
		}
		out.Capture = &ledger.Capture{Leaf: e.N, ID: s.Capture, Sum: strings.TrimPrefix(h.Get("WARC-Payload-Digest"), "sha256:"),
			Size: size, Media: h.Get("Riwaya-Media"), URL: url, UUID: e.ID}
	}
	return out, nil
}

// mostRecord is the most bytes that a record's JSON is read of: an article of the largest
// size, every letter of it escaped, and its findings.
const mostRecord = 512 << 20

func parseRecord(e archive.Entry, c archive.Content) (*ledger.Record, error) {
	b, err := io.ReadAll(io.LimitReader(c.Block, mostRecord))
	if err != nil {
		return nil, err
	}
	h := c.Header
	r := &ledger.Record{Leaf: e.N, Article: h.Get("Riwaya-Article"), Capture: h.Get("Riwaya-Capture"), Place: h.Get("Riwaya-Place"),
		Version: plain(h.Get("Riwaya-Version")), Sum: strings.TrimPrefix(warc.Digest(b), "sha256:")}
	if r.At, err = time.Parse(time.RFC3339, h.Get("WARC-Date")); err != nil {
		return nil, err
	}
	return r, r.Read.UnmarshalJSON(b)
}

func parseWithdrawal(e archive.Entry, c archive.Content) (*ledger.Withdrawal, error) {
	b, err := io.ReadAll(io.LimitReader(c.Block, mostRecord))
	if err != nil {
		return nil, err
	}
	var in withdrawal
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, err
	}
	w := &ledger.Withdrawal{Leaf: e.N, Who: in.Who, Reason: in.Reason, Gone: in.Gone}
	if w.Leaves, err = archive.Withdraws(c.Header); err != nil {
		return nil, err
	}
	w.At, err = time.Parse(time.RFC3339, c.Header.Get("WARC-Date"))
	return w, err
}
