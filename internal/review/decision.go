package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"riwaya/internal/ledger"
	"riwaya/internal/review/finding"
)

// The verdicts on findings. That a decision does not hold any more is [ledger.VerdictUndo], as of
// stories.
const (
	Accept  = "accept"  // it is as it was read
	Reject  = "reject"  // there is no such finding
	Correct = "correct" // it is as it was read, but for some fields
	Add     = "add"     // a finding that was missed
	Whole   = "whole"   // all of the article was looked at for findings of some layers
)

// Ref names a finding of an article.
type Ref struct{ Article, Finding string }

func (r Ref) String() string { return r.Article + "/" + r.Finding }

// Decision is what a reviewer decided, as a leaf of the log says it.
type Decision struct {
	Leaf    int64
	At      time.Time
	Who     string // a pseudonym
	Note    string
	Verdict string
	Ref     Ref // Finding is "" of Whole
	Layer   string
	Version string          // of the layers that had read the article
	Anchor  []finding.Range // where the finding stood
	Words   string          // the hash of the words there, in hex
	Read    finding.Values  // what was read of it; nil of Add and Whole
	Is      finding.Values  // of Correct: the fields that are otherwise; of Add: the finding
	Seen    []InLayer       // of Whole
}

// InLayer are the findings of a layer that were read, or added, when somebody had looked at all of
// the article for it.
type InLayer struct {
	Layer    string   `json:"layer"`
	Findings []string `json:"findings"`
}

// value is the block that a leaf has beside who decided what about which finding. Positions are
// code points over article.text, half open.
type value struct {
	V       int                        `json:"v"`
	Layer   string                     `json:"layer,omitempty"`
	Version string                     `json:"read_by,omitempty"`
	At      [][2]int                   `json:"at,omitempty"`
	Words   string                     `json:"words,omitempty"`
	Read    map[string]json.RawMessage `json:"read,omitempty"`
	Is      map[string]json.RawMessage `json:"is,omitempty"`
	Seen    []InLayer                  `json:"seen,omitempty"`
}

const (
	format    = 1       // of value
	mostValue = 1 << 18 // bytes of its JSON
	mostNote  = 4096    // bytes
)

// What can be wrong with a decision; errors wrap one of these.
var (
	// ErrNewer is a decision that a later version of the program wrote.
	ErrNewer = errors.New("a later version of riwaya wrote it")
	// ErrNone is a review that is not about a finding.
	ErrNone = errors.New("it is not about a finding")
)

// About reports whether a review is about findings, by its verdict.
func About(verdict string) bool {
	switch verdict {
	case Accept, Reject, Correct, Add, Whole:
		return true
	}
	return false
}

// ParseRef reads ARTICLE/FINDING, or ARTICLE.
func ParseRef(s string) (Ref, error) {
	article, one, _ := strings.Cut(s, "/")
	r := Ref{article, one}
	if !strings.HasPrefix(article, "art-") || len(s) > 256 || strings.ContainsAny(one, "/\\ ") || finding.Plain(s) != nil {
		return Ref{}, fmt.Errorf("%.80q names no finding: it is art-…/ID", s)
	}
	return r, nil
}

// Parse reads a decision from a leaf; ErrNone where it is about something else.
func Parse(r *ledger.Review) (d Decision, err error) {
	if !About(r.Verdict) {
		return d, ErrNone
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("decision %d: %w", r.Leaf, err)
		}
	}()
	d = Decision{Leaf: r.Leaf, At: r.At, Who: r.Who, Note: r.Note, Verdict: r.Verdict}
	if d.Ref, err = ParseRef(r.About); err != nil {
		return d, err
	}
	if (d.Ref.Finding == "") != (d.Verdict == Whole) {
		return d, errors.New("a decision is about a finding, and that all was looked at is about an article")
	}
	if err := errors.Join(CheckWho(d.Who), checkNote(d.Note)); err != nil {
		return d, err
	}
	return d, d.parse(r.Value)
}

func (d *Decision) parse(b json.RawMessage) error {
	if len(b) > mostValue {
		return fmt.Errorf("%d bytes are too many", len(b))
	}
	if !utf8.Valid(b) {
		return errors.New("broken characters")
	}
	var version struct {
		V int `json:"v"`
	}
	if err := json.Unmarshal(b, &version); err != nil {
		return err
	}
	if version.V > format {
		return ErrNewer
	}
	var v value
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&v); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value")
	}
	d.Version = v.Version
	if err := finding.Plain(v.Version); err != nil || len(v.Version) > 256 {
		return errors.New("the version is no version")
	}
	if d.Verdict == Whole {
		d.Seen = v.Seen
		return d.checkSeen()
	}
	d.Layer = v.Layer
	if finding.Fields(d.Layer) == nil {
		return fmt.Errorf("no layer %.40q", d.Layer)
	}
	for _, p := range v.At {
		d.Anchor = append(d.Anchor, finding.Range{From: p[0], To: p[1]})
	}
	if d.Words = v.Words; len(d.Words) > 2*sha256.Size {
		return errors.New("that is no hash of words")
	}
	if err := finding.CheckRanges(d.Anchor); err != nil || len(d.Anchor) == 0 {
		return errors.Join(errors.New("it does not say where the finding stands"), err)
	}
	var err error
	if d.Read, err = parseValues(d.Layer, v.Read, true); err != nil {
		return err
	}
	if d.Is, err = parseValues(d.Layer, v.Is, false); err != nil {
		return err
	}
	return d.check()
}

// parseValues reads values of the fields that a layer has.
func parseValues(layer string, in map[string]json.RawMessage, reading bool) (finding.Values, error) {
	if len(in) == 0 {
		return nil, nil
	}
	out := make(finding.Values, len(in))
	for name, b := range in {
		f, ok := finding.FieldOf(layer, name)
		if !ok {
			return nil, fmt.Errorf("%s have no field %.40q", layer, name)
		}
		v, err := f.Parse(b, reading)
		if err != nil {
			return nil, err
		}
		out[name] = v
	}
	return out, nil
}

// check wants what the verdict asks for, and nothing else.
func (d *Decision) check() error {
	anchored := finding.Anchor(d.Layer)
	switch d.Verdict {
	case Accept, Reject:
		if d.Read == nil || d.Is != nil {
			return errors.New("it has to say what was read, and nothing else")
		}
	case Correct:
		if d.Read == nil || d.Is == nil {
			return errors.New("a correction has to say what was read and what is so")
		}
	case Add:
		if d.Read != nil || d.Is[anchored].Kind != finding.At {
			return errors.New("what is added has to say where it stands")
		}
	}
	if d.Read != nil && d.Read[anchored].Kind != finding.At && d.Verdict != Add {
		return errors.New("it has to say where the finding stands")
	}
	return nil
}

func (d *Decision) checkSeen() error {
	if len(d.Seen) == 0 || len(d.Seen) > 16 {
		return errors.New("it has to say which layers were looked at")
	}
	for _, s := range d.Seen {
		if finding.Fields(s.Layer) == nil {
			return fmt.Errorf("no layer %.40q", s.Layer)
		}
		for _, id := range s.Findings {
			if id == "" || len(id) > 128 || finding.Plain(id) != nil {
				return errors.New("that is no finding's ID")
			}
		}
	}
	return nil
}

// CheckWho wants a pseudonym that can stand in lists and addresses: letters, digits, - and _.
func CheckWho(who string) error {
	bad := func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	}
	if who == "" || len(who) > 96 || !utf8.ValidString(who) || strings.ContainsFunc(who, bad) {
		return fmt.Errorf("%.80q is no pseudonym: letters, digits, - and _, at most 96 bytes", who)
	}
	return nil
}

func checkNote(note string) error {
	if len(note) > mostNote {
		return fmt.Errorf("a note of %d bytes is too long", len(note))
	}
	if !utf8.ValidString(note) || strings.ContainsFunc(note, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		return errors.New("a note has no control characters")
	}
	return nil
}

// Review is the decision as a leaf of the log is made of it.
func (d *Decision) Review() (*ledger.Review, error) {
	v := value{V: format, Layer: d.Layer, Version: d.Version, Words: d.Words, Seen: d.Seen}
	if len(d.Anchor) > 0 {
		v.At = finding.Pairs(d.Anchor)
	}
	var err error
	if v.Read, err = raw(d.Read); err != nil {
		return nil, err
	}
	if v.Is, err = raw(d.Is); err != nil {
		return nil, err
	}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	r := &ledger.Review{Leaf: d.Leaf, At: d.At, Who: d.Who, About: d.Ref.About(), Verdict: d.Verdict, Value: b, Note: d.Note}
	_, err = Parse(r) // what could not be read must not be written
	return r, err
}

func raw(in finding.Values) (map[string]json.RawMessage, error) {
	if len(in) == 0 {
		return nil, nil
	}
	out := make(map[string]json.RawMessage, len(in))
	for name, v := range in {
		b, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		out[name] = b
	}
	return out, nil
}

// hash is of words of an article.
func hash(words string) string {
	sum := sha256.Sum256([]byte(words))
	return hex.EncodeToString(sum[:])
}
