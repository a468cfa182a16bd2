package riwaya

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
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
	in := append(make([]byte, 0, 128), article...)
	in = append(in, 0, layer)
	in = binary.BigEndian.AppendUint64(in, uint64(anchor.Start))
	in = binary.BigEndian.AppendUint64(in, uint64(anchor.End))
	sum := sha256.Sum256(in)
	var out [2 + 16]byte // ten bytes of the sum are sixteen characters, of which ten count
	out[0], out[1] = layer, '-'
	idCoding.Encode(out[2:], sum[:10])
	id := string(out[:2+10])
	if nth > 0 {
		id = fmt.Sprintf("%s-%d", id, nth+1)
	}
	return id
}

// OfArticle reports whether an actor's ID is one that [FindingID] made: of one article, so that nothing joins it to an
// actor of another. All others are the lexicon's, the same in all records.
func OfArticle(actor string) bool {
	const length = 2 + 10
	return strings.HasPrefix(actor, "a-") && len(actor) >= length && !strings.Contains(actor[2:length], "-")
}

// StateID is the ID of a state by its lower-case code of ISO 3166-1 alpha-2, and that of its force where one is given:
// "security-forces". It is the same in all records, as the IDs of the actors of the lexicon are.
func StateID(code, force string) string {
	id := "state-" + code
	if force != "" {
		id += "-" + force
	}
	return id
}

// OfState reports whether an ID is one that [StateID] makes: of a state, or of a force that every state has.
func OfState(actor string) bool {
	code, ok := strings.CutPrefix(actor, "state-")
	return ok && len(code) >= 2 && (len(code) == 2 || code[2] == '-')
}

// wire is the record as JSON has it: the same fields, without the methods.
type wire Record

// MarshalJSON writes the record with positions in code points.
func (r Record) MarshalJSON() ([]byte, error) {
	b, err := r.AppendJSON(make([]byte, 0, r.size()))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// AppendJSON appends to b what MarshalJSON writes. Who writes many records one after another
// does so in the same memory: a record's JSON is as long as all else that reading it makes.
func (r *Record) AppendJSON(b []byte) ([]byte, error) {
	w := writer{at: newCodePoints(r.Article.Text), out: slices.Grow(b, r.size())}
	w.record(r)
	if w.err != nil {
		return b, fmt.Errorf("record %s: %w", r.Article.ID, w.err)
	}
	return w.out, nil
}

// size is about how long the record's JSON is, rather a little too much than too little:
// names, identifiers and numbers as 19 findings of 20 have them.
func (r *Record) size() int {
	const article, claim, figure, when, place, actor, mention, other = 640, 360, 380, 160, 300, 240, 16, 640
	n := article + len(r.Article.Text) + len(r.Article.Text)/64 + len(r.Article.Title)
	for i := range r.Claims {
		c := &r.Claims[i]
		n += claim + len(c.Content.Text) + 3*len(c.Source.Text) + 256*len(c.Chain)
	}
	for i := range r.Actors {
		n += actor + mention*len(r.Actors[i].Mentions)
	}
	return n + figure*len(r.Figures) + when*len(r.Times) + place*len(r.Places) + other*(len(r.Events)+len(r.Positions))
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
