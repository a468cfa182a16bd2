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

// review is the block of a review.
type review struct {
	Who     string          `json:"who"`
	About   string          `json:"about"`
	Verdict string          `json:"verdict"`
	Value   json.RawMessage `json:"value,omitempty"`
	Note    string          `json:"note,omitempty"`
	Undoes  *int64          `json:"undoes,omitempty"`
}

// PackReview packs what a person decided. nth is how many leaves the log has: two reviews of
// one second that say the same are two.
func PackReview(r *ledger.Review, nth int64) (archive.Packed, error) {
	b, err := json.Marshal(review{r.Who, r.About, r.Verdict, r.Value, r.Note, r.Undoes})
	if err != nil {
		return archive.Packed{}, err
	}
	h := warc.Header{}
	h.Add("WARC-Type", warc.Metadata)
	h.Add("WARC-Record-ID", archive.RecordID("review", fmt.Sprint(nth), string(b), archive.Date(r.At)))
	h.Add("WARC-Date", archive.Date(r.At))
	h.Add("WARC-Target-URI", "urn:riwaya:review")
	h.Add("Content-Type", "application/json")
	h.Add("WARC-Block-Digest", warc.Digest(b))
	return archive.Pack(archive.Review, h, b)
}

func parseReview(e archive.Entry, c archive.Content) (*ledger.Review, error) {
	b, err := io.ReadAll(io.LimitReader(c.Block, mostRecord))
	if err != nil {
		return nil, err
	}
	var in review
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, err
	}
	r := &ledger.Review{Leaf: e.N, Who: in.Who, About: in.About, Verdict: in.Verdict, Value: in.Value, Note: in.Note, Undoes: in.Undoes}
	r.At, err = time.Parse(time.RFC3339, c.Header.Get("WARC-Date"))
	return r, err
}
