package custody

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"riwaya/internal/archive"
	"riwaya/internal/archive/warc"
	"riwaya/internal/ledger"
)

// PackFiles packs a list of files that belong to a capture, the record of that UUID; first
// tells the lists of one capture apart.
func PackFiles(f *ledger.Files, uuid string, first int) (archive.Packed, error) {
	b, err := json.Marshal(f.Files)
	if err != nil {
		return archive.Packed{}, err
	}
	h := warc.Header{}
	h.Add("WARC-Type", warc.Metadata)
	h.Add("WARC-Record-ID", archive.RecordID("files", f.Capture, fmt.Sprint(first), archive.Date(f.At)))
	h.Add("WARC-Date", archive.Date(f.At))
	h.Add("WARC-Target-URI", "urn:riwaya:files:"+f.Capture)
	h.Add("WARC-Refers-To", "<urn:uuid:"+uuid+">")
	h.Add("Content-Type", "application/json")
	h.Add("WARC-Block-Digest", warc.Digest(b))
	h.Add("Riwaya-Capture", f.Capture)
	return archive.Pack(archive.Files, h, b)
}

func parseFiles(e archive.Entry, c archive.Content) (*ledger.Files, error) {
	b, err := io.ReadAll(io.LimitReader(c.Block, mostRecord))
	if err != nil {
		return nil, err
	}
	f := &ledger.Files{Leaf: e.N, Capture: c.Header.Get("Riwaya-Capture")}
	if f.At, err = time.Parse(time.RFC3339, c.Header.Get("WARC-Date")); err != nil {
		return nil, err
	}
	return f, json.Unmarshal(b, &f.Files)
}
