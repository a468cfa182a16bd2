package riwaya

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
)

// Schema names the version of the record's JSON.
const Schema = "riwaya.record/1"

// Record is what reading one article yields. Its JSON is the contract: names and
// meanings stay, fields may be added, and positions are Unicode code points over
// the article's text, half open.
type Record struct {
	Schema    string     `json:"schema"`
	Article   Article    `json:"article"`
	Claims    []Claim    `json:"claims"`
	Figures   []Figure   `json:"figures"`
	Times     []Time     `json:"times"`
	Places    []Place    `json:"places"`
	Actors    []Actor    `json:"actors"`
	Events    []Event    `json:"events"`
	Positions []Position `json:"positions"`
}

// Layers are the names of the layers of findings, in the order of the JSON.
var Layers = []string{"claims", "figures", "times", "places", "actors", "events", "positions"}

var idCoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// FindingID names a finding of an article by where it is anchored: the layer's
// letter and ten base-32 characters of a SHA-256 over article, layer and anchor. No
// rule or value is part of it, so that reviews and links survive a better rule.
// nth tells apart findings with the same anchor, from 0.
func FindingID(article string, layer byte, anchor Span, nth int) string {
	var at [16]byte
	binary.BigEndian.PutUint64(at[:8], uint64(anchor.Start))
	binary.BigEndian.PutUint64(at[8:], uint64(anchor.End))
	h := sha256.New()
	h.Write([]byte(article))
	h.Write([]byte{0, layer})
	h.Write(at[:])
	id := string(layer) + "-" + idCoding.EncodeToString(h.Sum(nil))[:10]
	if nth > 0 {
		id = fmt.Sprintf("%s-%d", id, nth+1)
	}
	return id
}

// wire is the record as JSON has it: the same fields, without the methods.
type wire Record

// MarshalJSON writes the record with positions in code points.
func (r Record) MarshalJSON() ([]byte, error) {
	c := newCodePoints(r.Article.Text)
	w := wire(r)
	w.move(c.points)
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(&w); err != nil {
		return nil, fmt.Errorf("record %s: %w", r.Article.ID, err)
	}
	return []byte(strings.TrimSuffix(b.String(), "\n")), nil
}

// UnmarshalJSON reads what MarshalJSON wrote; positions become byte offsets.
func (r *Record) UnmarshalJSON(b []byte) error {
	var w wire
	if err := json.Unmarshal(b, &w); err != nil {
		return fmt.Errorf("record: %w", err)
	}
	if w.Schema != Schema {
		return fmt.Errorf("record: schema %q, want %q", w.Schema, Schema)
	}
	w.move(newCodePoints(w.Article.Text).byteAt)
	*r = Record(w)
	return nil
}
