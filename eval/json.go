package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
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
func (f fields) scalars(key string) []scalar {
	l := f.list(key)
	if l == nil {
		if v := f.scalar(key); v.truthy() {
			return []scalar{v}
		}
	}
	out := make([]scalar, len(l))
	for i, b := range l {
		out[i] = parseScalar(b)
	}
	return out
}

func (f fields) scalar(key string) scalar { return parseScalar(f[key]) }

// str is the text under a key, empty where there is no text.
func (f fields) str(key string) string {
	if v := f.scalar(key); v.kind == textKind {
		return v.text
	}
	return ""
}

// kind tells what a scalar is.
type kind byte

const (
	nullKind   kind = iota // null, or not there
	textKind               // a string
	numberKind             // a number; true and false are 1 and 0
	oddKind                // a list or an object where a scalar belongs
)

// scalar is a JSON value that compares as Python compares it: null equals what is
// not there, 3 equals 3.0 and true equals 1. It may be the key of a map once it
// went through key.
type scalar struct {
	kind kind
	text string // the string, or how Python prints the value
	num  float64
}

func parseScalar(b []byte) scalar {
	b = bytes.TrimSpace(b)
	if len(b) == 0 {
		return scalar{}
	}
	switch b[0] {
	case 'n':
		return scalar{}
	case 't':
		return scalar{kind: numberKind, text: "True", num: 1}
	case 'f':
		return scalar{kind: numberKind, text: "False"}
	case '"':
		var s string
		if json.Unmarshal(b, &s) != nil {
			return scalar{kind: oddKind, text: string(b)}
		}
		return scalar{kind: textKind, text: s}
	case '[', '{':
		return scalar{kind: oddKind, text: string(b)}
	}
	n, err := strconv.ParseFloat(string(b), 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return scalar{kind: oddKind, text: string(b)}
	}
	printed := string(b)
	if strings.ContainsAny(printed, ".eE") {
		printed = pythonFloat(n)
	}
	return scalar{kind: numberKind, text: printed, num: n}
}

// key is the scalar without how it is printed.
func (v scalar) key() scalar {
	if v.kind == numberKind {
		v.text = ""
	}
	return v
}

func (v scalar) equal(w scalar) bool { return v.kind != oddKind && v.key() == w.key() }

func (v scalar) truthy() bool {
	switch v.kind {
	case textKind:
		return v.text != ""
	case numberKind:
		return v.num != 0
	case oddKind:
		return len(parseList([]byte(v.text)))+len(parseObject([]byte(v.text))) > 0
	}
	return false
}

// String prints the scalar as Python's str does.
func (v scalar) String() string {
	if v.kind == nullKind {
		return "None"
	}
	return v.text
}

// repr prints the scalar as Python's repr does.
func (v scalar) repr() string {
	if v.kind == textKind {
		return pythonString(v.text)
	}
	return v.String()
}
