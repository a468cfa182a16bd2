package chains

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya"
)

// Findings is what the program found, in the form that the package comment shows.
type Findings struct {
	Unit      string        `json:"unit"`
	Articles  []Named       `json:"articles"`
	Copies    []riwaya.Copy `json:"copies"`
	Stories   []Group       `json:"stories"`
	Incidents []Incident    `json:"incidents"`
	Changes   []Found       `json:"changes"`
	Ranges    []Range       `json:"ranges"`
}

// Named is an article by the findings' name for it and its text.
type Named struct {
	ID     string `json:"id"`
	TextID string `json:"text_id"`
}

// Group is the articles of one story.
type Group struct {
	ID       string   `json:"id"`
	Articles []string `json:"articles"`
}

// Incident is one happening with everything that tells it.
type Incident struct {
	ID       string  `json:"id"`
	Mentions []Place `json:"mentions"`
}

// Place is somewhere in an article.
type Place struct {
	Article string       `json:"article"`
	Span    riwaya.Spans `json:"span"`
}

// Found is a change on the way that was found.
type Found struct {
	Kind string      `json:"kind"`
	A    string      `json:"a"`
	B    string      `json:"b"`
	From riwaya.Span `json:"from"` // in A
	To   riwaya.Span `json:"to"`   // in B
}

// Range is what was answered when asked about exactly these reports.
type Range struct {
	Articles   []string         `json:"articles"`
	Origins    *[2]int          `json:"origins"`
	Texts      *[2]int          `json:"texts"`
	Statements []StatementRange `json:"statements"`
}

// StatementRange is the range of origins of one statement.
type StatementRange struct {
	Mentions []Place `json:"mentions"`
	Origins  [2]int  `json:"origins"`
}

// What positions of findings count.
const (
	Bytes  = "bytes"
	Points = "points"
)

// ReadFindings reads findings. Fields that it does not know are an error, so that what was
// misspelt is not scored as nothing.
func ReadFindings(r io.Reader) (Findings, error) {
	var f Findings
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return Findings{}, fmt.Errorf("findings: %w", err)
	}
	if f.Unit != Bytes && f.Unit != Points {
		return Findings{}, fmt.Errorf("findings: unit is %q, neither bytes nor points", f.Unit)
	}
	return f, nil
}

// Texts gives the text of an article of the gold by its SHA-256 in hex, false where it is not
// at hand.
type Texts func(sum string) (string, bool)

// world is the findings by what the gold asks.
type world struct {
	unit      string
	texts     Texts
	id        map[string]string // of the text with this digest
	copies    map[[2]string][]riwaya.Copy
	story     map[string][]string
	incidents map[string][]telling
	changes   map[[2]string][]Found
	ranges    map[string]Range
	lost      map[string]bool // digests that the findings have not, or whose text is not at hand
}

// telling is one mention of an incident in one article.
type telling struct {
	incident string
	spans    riwaya.Spans
}

func newWorld(f Findings, texts Texts) *world {
	w := &world{f.Unit, texts, map[string]string{}, map[[2]string][]riwaya.Copy{}, map[string][]string{},
		map[string][]telling{}, map[[2]string][]Found{}, map[string]Range{}, map[string]bool{}}
	for _, a := range f.Articles {
		w.id[strings.ToLower(strings.TrimPrefix(a.TextID, "sha256:"))] = a.ID
	}
	for _, c := range f.Copies {
		w.copies[both(c.A, c.B)] = append(w.copies[both(c.A, c.B)], c)
	}
	for _, s := range f.Stories {
		for _, a := range s.Articles {
			w.story[a] = append(w.story[a], s.ID)
		}
	}
	for _, i := range f.Incidents {
		for _, m := range i.Mentions {
			w.incidents[m.Article] = append(w.incidents[m.Article], telling{i.ID, m.Span})
		}
	}
	for _, c := range f.Changes {
		w.changes[both(c.A, c.B)] = append(w.changes[both(c.A, c.B)], c)
	}
	for _, r := range f.Ranges {
		w.ranges[set(r.Articles)] = r
	}
	return w
}

// both is two articles in one order.
func both(a, b string) [2]string {
	if b < a {
		return [2]string{b, a}
	}
	return [2]string{a, b}
}

// set is articles as a key.
func set(ids []string) string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), "\n")
}

// name is what the findings call an article of the gold, false where they have it not.
func (w *world) name(a Article) (string, bool) {
	id, ok := w.id[a.SHA256]
	if !ok {
		w.lost[a.SHA256] = true
	}
	return id, ok
}

// spans are positions of the gold in the findings' unit, false where that needs a text that is
// not at hand or does not reach so far.
func (w *world) spans(a Article, in ...riwaya.Span) (riwaya.Spans, bool) {
	if w.unit == Points {
		return in, true
	}
	text, ok := w.texts(a.SHA256)
	if !ok {
		w.lost[a.SHA256] = true
		return nil, false
	}
	out := make(riwaya.Spans, len(in))
	for i, s := range in {
		start, ok := offset(text, s.Start)
		end, too := offset(text, s.End)
		if !ok || !too || end < start {
			w.lost[a.SHA256] = true
			return nil, false
		}
		out[i] = riwaya.Span{Start: start, End: end}
	}
	return out, true
}

// offset is the byte at which the n-th code point of a text begins.
func offset(text string, n int) (int, bool) {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at, n == 0
}

// gap is what may stand between two words.
const gap = 1

// touch reports whether any two overlap. What was left out has no words, only a place: it is
// where it lies in or at the edge of the other.
func touch(a, b riwaya.Spans) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Overlaps(y) || (x.Len() == 0 || y.Len() == 0) && x.Start <= y.End+gap && y.Start <= x.End+gap {
				return true
			}
		}
	}
	return false
}
