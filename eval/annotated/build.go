package annotated

import (
	"encoding/json"
	"fmt"
	"slices"
)

// An annotation whose spans are words of the text (a NAME.ann.json) has, for each
// span, one of
//
//	"words"                      that stand in the text once
//	["words", n]                 where they stand for the n-th time, from 1
//	{"parts": [span, span, …]}   a span with a gap
//
// and a row may have "near": words that stand in the text once, inside which the
// row's spans are looked up. A noun is looked up inside its figure's span. "also" is
// a list of spans.
var spanKeys = []string{"source", "cue", "content", "span", "noun"}

// build turns words into code points, as goldbuild.py does, except that a layer that
// is left out stays out: it is not annotated, and not empty. The text comes back from
// the offsets when the layers are read.
func build(ann fields, text []rune) (fields, error) {
	out := fields{}
	for key, v := range ann {
		out[key] = v
	}
	for _, layer := range layerNames {
		if ann.list(layer) == nil {
			continue
		}
		rows := make([]fields, 0, len(ann.list(layer)))
		for i, item := range ann.rows(layer) {
			row, err := buildRow(item, text)
			if err != nil {
				return nil, fmt.Errorf("%s[%d].%w", layer, i, err)
			}
			rows = append(rows, row)
		}
		b, err := json.Marshal(rows)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", layer, err)
		}
		out[layer] = b
	}
	return out, nil
}

func buildRow(item fields, text []rune) (fields, error) {
	row := fields{}
	for key, v := range item {
		row[key] = v
	}
	where := pair{0, len(text)}
	if near, ok := item["near"]; ok {
		at, err := find(text, near, where)
		if err != nil {
			return nil, fmt.Errorf("near: %w", err)
		}
		where = at
	}
	figure := where
	for _, key := range spanKeys { // the span comes before its noun
		if item.scalar(key).Kind == NullKind {
			continue
		}
		parts, in := []json.RawMessage{item[key]}, where
		if o := item.object(key); o != nil {
			parts = o.list("parts")
		}
		if key == "noun" {
			in = figure
		}
		spans, err := findAll(text, parts, in)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		if key == "span" {
			figure = spans[0]
		}
		row[key] = spansJSON(spans)
	}
	if also := item.list("also"); len(also) > 0 {
		spans, err := findAll(text, also, where)
		if err != nil {
			return nil, fmt.Errorf("also: %w", err)
		}
		each := make([]json.RawMessage, len(spans))
		for i, s := range spans {
			each[i] = spansJSON([]pair{s})
		}
		b, err := json.Marshal(each)
		if err != nil {
			return nil, fmt.Errorf("also: %w", err)
		}
		row["also"] = b
	}
	return row, nil
}

func spansJSON(spans []pair) json.RawMessage {
	b := []byte(`{"spans":[`)
	for i, s := range spans {
		if i > 0 {
			b = append(b, ',')
		}
		b = fmt.Appendf(b, "[%d,%d]", s.start, s.end)
	}
	return append(b, "]}"...)
}

func findAll(text []rune, spans []json.RawMessage, in pair) ([]pair, error) {
	if len(spans) == 0 {
		return nil, fmt.Errorf("no words")
	}
	var out []pair
	for _, b := range spans {
		at, err := find(text, b, in)
		if err != nil {
			return nil, err
		}
		out = append(out, at)
	}
	return out, nil
}

// find looks words up in a part of the text.
func find(text []rune, span json.RawMessage, in pair) (pair, error) {
	said, nth, choose := parseScalar(span), 1, false
	if l := parseList(span); len(l) == 2 {
		n, ok := parseInt(l[1])
		if !ok {
			return pair{}, fmt.Errorf("%s: the second must be a number", span)
		}
		said, nth, choose = parseScalar(l[0]), n, true
	}
	words := []rune(said.Text)
	if said.Kind != TextKind || len(words) == 0 {
		return pair{}, fmt.Errorf("%s: no words", span)
	}
	var hits []int
	for i := in.start; i+len(words) <= in.end; i++ {
		if slices.Equal(text[i:i+len(words)], words) {
			hits = append(hits, i)
		}
	}
	switch {
	case len(hits) == 0:
		return pair{}, fmt.Errorf("not in the text: %q", said.Text)
	case !choose && len(hits) > 1:
		return pair{}, fmt.Errorf("%d times in the text: %q; say which", len(hits), said.Text)
	case nth < 1 || nth > len(hits):
		return pair{}, fmt.Errorf("%d times in the text: %q; there is no %d", len(hits), said.Text, nth)
	}
	return pair{hits[nth-1], hits[nth-1] + len(words)}, nil
}
