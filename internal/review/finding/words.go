package finding

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Line is a value as people type it, and [Field.Said] reads it: a text, a number, yes or no,
// stretches of the text as 12-25,30-31 in code points, IDs with commas; "" where nothing is said.
func (v Value) Line() string {
	switch v.Kind {
	case Text:
		return v.Text
	case Truth:
		if v.True {
			return "yes"
		}
		return "no"
	case List:
		return strings.Join(v.List, ",")
	}
	return v.Key()
}

// Said reads what somebody typed for a field of a finding of an article. A place can be given as
// stretches, or as words that stand in the text once.
func (f Field) Said(s string, text string) (v Value, err error) {
	s = strings.TrimSpace(s)
	if s == "" {
		if f.Kind == List {
			return Value{Kind: List}, nil
		}
		return v, f.Fits(v)
	}
	v.Kind = f.Kind
	switch f.Kind {
	case Text:
		v.Text = s
	case Number:
		if v.Number, err = strconv.ParseFloat(s, 64); err != nil {
			err = fmt.Errorf("%s: %.40q is no number", f.Name, s)
		}
	case Truth:
		switch s {
		case "yes", "true":
			v.True = true
		case "no", "false":
		default:
			err = fmt.Errorf("%s: yes or no", f.Name)
		}
	case At:
		v.At, err = whereIs(s, text)
		if err != nil {
			err = fmt.Errorf("%s: %w", f.Name, err)
		}
	case List:
		for id := range strings.SplitSeq(s, ",") {
			if id = strings.TrimSpace(id); id != "" {
				v.List = append(v.List, id)
			}
		}
		slices.Sort(v.List)
		v.List = slices.Compact(v.List)
	}
	if err != nil {
		return v, err
	}
	return v, f.Fits(v)
}

// whereIs reads stretches, else finds words in the text.
func whereIs(s, text string) ([]Range, error) {
	if at, ok := stretches(s); ok {
		return at, nil
	}
	i := strings.Index(text, s)
	switch {
	case i < 0:
		return nil, errors.New("neither stretches like 12-25 nor words of the text")
	case strings.Contains(text[i+1:], s):
		return nil, errors.New("these words stand in the text more than once: say where, like 12-25")
	}
	from := len([]rune(text[:i]))
	return []Range{{from, from + len([]rune(s))}}, nil
}

func stretches(s string) (out []Range, ok bool) {
	if len(s) > 32*mostRanges {
		return nil, false
	}
	for one := range strings.SplitSeq(s, ",") {
		a, b, cut := strings.Cut(strings.TrimSpace(one), "-")
		from, e1 := strconv.Atoi(a)
		to, e2 := strconv.Atoi(b)
		if !cut || e1 != nil || e2 != nil {
			return nil, false
		}
		out = append(out, Range{from, to})
	}
	return out, true
}
