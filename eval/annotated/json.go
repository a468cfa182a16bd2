package annotated

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"riwaya/eval/python"
)

// fields is a JSON object whose values are decoded one at a time, so that a value
// of the wrong type spoils itself alone. Unlike a struct, it tells "ID" from "id".
type fields map[string]json.RawMessage

// parseObject reads an object, nil where b is anything else.
func parseObject(b []byte) fields {
	var f fields
	if json.Unmarshal(b, &f) != nil {
		return nil
	}
	return f
}

// object is the object under a key, nil where there is none.
func (f fields) object(key string) fields { return parseObject(f[key]) }

// list is the elements under a key, nil where there is no list.
func (f fields) list(key string) []json.RawMessage { return parseList(f[key]) }

func parseList(b []byte) []json.RawMessage {
	var l []json.RawMessage
	if json.Unmarshal(b, &l) != nil {
		return nil
	}
	return l
}

// rows is the objects under a key. What is no object counts as an empty one: it
// was predicted all the same.
func (f fields) rows(key string) []fields {
	l := f.list(key)
	out := make([]fields, len(l))
	for i, b := range l {
		out[i] = parseObject(b)
	}
	return out
}

// scalars is the values under a key; a value that is no list is a list of one.
func (f fields) scalars(key string) []Scalar {
	l := f.list(key)
	if l == nil {
		if v := f.scalar(key); v.Truthy() {
			return []Scalar{v}
		}
	}
	out := make([]Scalar, len(l))
	for i, b := range l {
		out[i] = parseScalar(b)
	}
	return out
}

func (f fields) scalar(key string) Scalar { return parseScalar(f[key]) }

// str is the text under a key, empty where there is no text.
func (f fields) str(key string) string {
	if v := f.scalar(key); v.Kind == TextKind {
		return v.Text
	}
	return ""
}

// Kind tells what a scalar is.
type Kind byte

const (
	NullKind   Kind = iota // null, or not there
	TextKind               // a string
	NumberKind             // a number; true and false are 1 and 0
	oddKind                // a list or an object where a scalar belongs
)

// Scalar is a JSON value that compares as Python compares it: null equals what is
// not there, 3 equals 3.0 and true equals 1. It may be the key of a map once it
// went through Key.
type Scalar struct {
	Kind Kind
	Text string // the string, or how Python prints the value
	Num  float64
}

func parseScalar(b []byte) Scalar {
	b = bytes.TrimSpace(b)
	if len(b) == 0 {
		return Scalar{}
	}
	switch b[0] {
	case 'n':
		return Scalar{}
	case 't':
		return Scalar{Kind: NumberKind, Text: "True", Num: 1}
	case 'f':
		return Scalar{Kind: NumberKind, Text: "False"}
	case '"':
		var s string
		if json.Unmarshal(b, &s) != nil {
			return Scalar{Kind: oddKind, Text: string(b)}
		}
		return Scalar{Kind: TextKind, Text: s}
	case '[', '{':
		return Scalar{Kind: oddKind, Text: string(b)}
	}
	n, err := strconv.ParseFloat(string(b), 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return Scalar{Kind: oddKind, Text: string(b)}
	}
	printed := string(b)
	if strings.ContainsAny(printed, ".eE") {
		printed = python.Float(n)
	}
	return Scalar{Kind: NumberKind, Text: printed, Num: n}
}

// Key is the scalar without how it is printed.
func (v Scalar) Key() Scalar {
	if v.Kind == NumberKind {
		v.Text = ""
	}
	return v
}

// Equal compares as Python does; what is no scalar equals nothing.
func (v Scalar) Equal(w Scalar) bool { return v.Kind != oddKind && v.Key() == w.Key() }

// Truthy reports whether Python takes the value for true.
func (v Scalar) Truthy() bool {
	switch v.Kind {
	case TextKind:
		return v.Text != ""
	case NumberKind:
		return v.Num != 0
	case oddKind:
		return len(parseList([]byte(v.Text)))+len(parseObject([]byte(v.Text))) > 0
	}
	return false
}

// String prints the scalar as Python's str does.
func (v Scalar) String() string {
	if v.Kind == NullKind {
		return "None"
	}
	return v.Text
}

// Repr prints the scalar as Python's repr does.
func (v Scalar) Repr() string {
	if v.Kind == TextKind {
		return python.String(v.Text)
	}
	return v.String()
}
