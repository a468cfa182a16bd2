package reuse

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"riwaya"
	"riwaya/internal/reuse/passage"
	"riwaya/internal/reuse/segment"
)

// report is what is kept of a report beside its words: what says whether two are versions of one, and who
// copies whom. As JSON it stands in a segment.
type report struct {
	ID        string           `json:"id"`
	Key       string           `json:"key"`  // what versions of one report have in common
	Same      string           `json:"text"` // the hash of the whole text
	NoURL     bool             `json:"no_url,omitempty"`
	Outlet    string           `json:"outlet,omitempty"`
	Published string           `json:"published,omitempty"`
	Precision riwaya.Precision `json:"precision"`
	Self      []string         `json:"self,omitempty"`     // the outlet's ids in the lexicon
	Credits   []credit         `json:"credits,omitempty"`  // to others
	Named     []string         `json:"named,omitempty"`    // agencies and outlets that the text speaks of, by id
	Cited     []string         `json:"cited,omitempty"`    // papers and stations that the text speaks of by their whole names
	Signed    bool             `json:"signed,omitempty"`   // a reporter seems to sign it
	Quoted    [][2]int         `json:"quoted,omitempty"`   // words of what is quoted, from and to
	Document  int              `json:"document,omitempty"` // the first word of a document that it prints in full, to its end
}

// before is how many of a range of words stand before a document that is printed in full.
func (r *report) before(w [2]int) int {
	if r.Document == 0 {
		return w[1] - w[0]
	}
	return max(0, min(w[1], r.Document)-w[0])
}

// credit is whom a report credits, and for which of its words.
type credit struct {
	Actor  string `json:"actor,omitempty"` // "" where it is none of the lexicon's
	Name   string `json:"name"`
	Span   [2]int `json:"span"`             // bytes of the text; 0, 0 where it stands beside the text
	Words  [2]int `json:"words"`            // from and to
	Agency bool   `json:"agency,omitempty"` // a news agency, with its name
	Home   bool   `json:"home,omitempty"`   // of the outlet's own country
	Mixed  bool   `json:"mixed,omitempty"`  // others stand beside it, and who wrote what is not said
	Form   string `json:"form"`
}

// Day is the day of a report as copies have it, YYYY-MM-DD: that of its publication, else the one
// on which it was first seen (in UTC), else "". It only says what a report is held against, never who was first.
func Day(a *riwaya.Article) string {
	if a.Published != nil && len(*a.Published) >= len(time.DateOnly) {
		if day := (*a.Published)[:len(time.DateOnly)]; isDay(day) {
			return day
		}
	}
	if a.Seen != nil {
		return a.Seen.UTC().Format(time.DateOnly)
	}
	return ""
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// encode is what is held of a report: uvarint length and JSON of it, then its words.
func encode(r *report, words []passage.Word) ([]byte, error) {
	about, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("reuse: report %s: %w", r.ID, err)
	}
	b := binary.AppendUvarint(make([]byte, 0, len(about)+7*len(words)+8), uint64(len(about)))
	return passage.Append(append(b, about...), words), nil
}

// split parts what encode made: JSON of the report, and its words.
func split(b []byte) (about, words []byte, err error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || uint64(len(b)-n) < size {
		return nil, nil, segment.ErrDamaged
	}
	return b[n : n+int(size)], b[n+int(size):], nil
}
