package finding

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya"
)

// Kind is what sort of value a field has.
type Kind byte

// The kinds of values.
const (
	Text   Kind = iota + 1
	Number      // a number as the text prints it
	Truth       // yes or no
	At          // a place in the article's text
	List        // IDs of findings, in the alphabet's order
)

// Range is a stretch of an article's text in code points, half open: what the contract of records
// counts in. [Range.Span] leads from it into the program.
type Range struct{ From, To int }

// Value is what a field says. Kind 0 is an empty field.
type Value struct {
	Kind   Kind
	Text   string
	Number float64
	True   bool
	At     []Range // in order, never overlapping
	List   []string
}

// Values are those of a finding, by the names of their fields.
type Values map[string]Value

// Bounds of what is read from the log. Anybody may have written it.
const (
	mostText   = 2048    // bytes of one text
	mostRanges = 2048    // stretches of one place: an actor's mentions
	mostList   = 256     // findings that one field names
	mostPoint  = 1 << 26 // code points of a text
)

// IsEmpty reports whether nothing is said.
func (v Value) IsEmpty() bool { return v.Kind == 0 }

// Key is the value as one line: two values are the same when their keys are.
func (v Value) Key() string {
	switch v.Kind {
	case Text:
		return strconv.Quote(v.Text)
	case Number:
		return strconv.FormatFloat(v.Number, 'f', -1, 64)
	case Truth:
		return strconv.FormatBool(v.True)
	case At:
		out := make([]string, len(v.At))
		for i, r := range v.At {
			out[i] = fmt.Sprintf("%d-%d", r.From, r.To)
		}
		return strings.Join(out, ",")
	case List:
		return "[" + strings.Join(v.List, " ") + "]"
	}
	return ""
}

// Same reports whether two values are the same.
func (v Value) Same(w Value) bool { return v.Key() == w.Key() }

// MarshalJSON writes null, a text, a number, a truth, pairs of code points, or a list of IDs.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.Kind {
	case Text:
		return json.Marshal(v.Text)
	case Number:
		return json.Marshal(v.Number)
	case Truth:
		return json.Marshal(v.True)
	case At:
		return json.Marshal(Pairs(v.At))
	case List:
		return json.Marshal(append([]string{}, v.List...))
	}
	return []byte("null"), nil
}

// Pairs are stretches as JSON has them.
func Pairs(all []Range) [][2]int {
	out := make([][2]int, len(all))
	for i, r := range all {
		out[i] = [2]int{r.From, r.To}
	}
	return out
}

// Parse reads the value of a field from JSON. What a reading said is taken as it was, though a
// reviewer could not say it.
func (f Field) Parse(b json.RawMessage, reading bool) (v Value, err error) {
	if reading {
		f.Words, f.Empty = nil, true
	}
	if bytes.Equal(bytes.TrimSpace(b), []byte("null")) {
		return v, f.Fits(v)
	}
	v.Kind = f.Kind
	switch f.Kind {
	case Text:
		err = json.Unmarshal(b, &v.Text)
	case Number:
		err = json.Unmarshal(b, &v.Number)
	case Truth:
		err = json.Unmarshal(b, &v.True)
	case At:
		v.At, err = parseRanges(b)
	case List:
		err = json.Unmarshal(b, &v.List)
		slices.Sort(v.List)
		v.List = slices.Compact(v.List)
	}
	if err != nil {
		return v, fmt.Errorf("%s: %w", f.Name, err)
	}
	return v, f.Fits(v)
}

func parseRanges(b json.RawMessage) ([]Range, error) {
	var in [][2]int
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, err
	}
	out := make([]Range, len(in))
	for i, p := range in {
		out[i] = Range{p[0], p[1]}
	}
	return out, CheckRanges(out)
}

// CheckRanges wants stretches that could be of a text, in order.
func CheckRanges(all []Range) error {
	if len(all) > mostRanges {
		return fmt.Errorf("%d stretches of the text are too many", len(all))
	}
	last := 0
	for _, r := range all {
		if r.From < 0 || r.From >= r.To || r.To > mostPoint || r.From < last {
			return fmt.Errorf("[%d, %d] is no stretch of a text, or stands out of order", r.From, r.To)
		}
		last = r.To
	}
	return nil
}

// Fits reports whether a field can say that.
func (f Field) Fits(v Value) error {
	wrong := func(why string) error { return fmt.Errorf("%s: %s", f.Name, why) }
	if v.IsEmpty() {
		if f.Empty {
			return nil
		}
		return wrong("it cannot be empty")
	}
	if v.Kind != f.Kind {
		return wrong("it takes another kind of value")
	}
	switch v.Kind {
	case Text:
		if v.Text == "" || len(v.Text) > mostText {
			return wrong("too short or too long")
		}
		if err := Plain(v.Text); err != nil {
			return wrong(err.Error())
		}
		if f.Words != nil && !slices.Contains(f.Words, v.Text) {
			return wrong("it is one of " + strings.Join(f.Words, ", "))
		}
	case Number:
		if math.IsNaN(v.Number) || math.IsInf(v.Number, 0) {
			return wrong("no number")
		}
	case At:
		if len(v.At) == 0 {
			return wrong("no place in the text")
		}
		if err := CheckRanges(v.At); err != nil {
			return wrong(err.Error())
		}
	case List:
		if len(v.List) > mostList {
			return wrong("too many")
		}
		for _, id := range v.List {
			if id == "" || len(id) > mostText {
				return wrong("too short or too long")
			}
			if err := Plain(id); err != nil {
				return wrong(err.Error())
			}
		}
	}
	return nil
}

// Plain refuses what would show other than it is: broken characters and controls. Names are from
// articles, which have marks of direction in them; those stay.
func Plain(s string) error {
	if !utf8.ValidString(s) {
		return errors.New("broken characters")
	}
	if strings.ContainsFunc(s, unicode.IsControl) {
		return errors.New("control characters")
	}
	return nil
}

// Ranges are spans of bytes as the outside counts.
func Ranges(p riwaya.Points, in riwaya.Spans) []Range {
	out := make([]Range, len(in))
	for i, s := range in {
		out[i] = Range{p.Count(s.Start), p.Count(s.End)}
	}
	return out
}

// Spans are stretches in bytes; an error where the text is shorter.
func Spans(p riwaya.Points, text string, in []Range) (riwaya.Spans, error) {
	out := make(riwaya.Spans, len(in))
	end := p.Count(len(text))
	for i, r := range in {
		if r.From < 0 || r.To > end || r.From >= r.To {
			return nil, fmt.Errorf("[%d, %d] is outside the text of %d characters", r.From, r.To, end)
		}
		out[i] = riwaya.Span{Start: p.Byte(r.From), End: p.Byte(r.To)}
	}
	return out, nil
}

// Same reports whether two findings say the same in all fields.
func Same(a, b Values) bool { return len(Differ(a, b)) == 0 }

// Differ are the fields in which two findings differ, in the alphabet's order.
func Differ(a, b Values) (out []string) {
	for name, v := range a {
		if !v.Same(b[name]) {
			out = append(out, name)
		}
	}
	for name, v := range b {
		if _, known := a[name]; !known && !v.IsEmpty() {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
