package number

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"riwaya/lexicon"
)

// kind is what a number word does.
type kind uint8

const (
	cardinal kind = iota
	teen          // only before ten
	oneOf         // one of several, or before ten
	plural        // multiplies; alone it is vague
	either        // multiplies after a number, alone it is twice that
	dozen         // multiplies, alone it is itself
	part          // a half
	parts         // quarters, after how many
	fifth         // five, or a fifth
	ordinal
	eleventh // an ordinal's one, before ten and with tens
	minus
	point
)

// item is one number word.
type item struct {
	kind  kind
	value float64
}

// scale reports whether the word multiplies what stands before it.
func (it item) scale() bool {
	switch it.kind {
	case plural, either, dozen:
		return true
	case cardinal:
		return it.value == 100 || it.value == 1e3 || it.value == 1e6 || it.value == 1e9 || it.value == 1e12
	}
	return false
}

// keyed reads a key of the lexicon's number words.
func keyed(key string) (item, bool) {
	switch key {
	case "minus":
		return item{kind: minus}, true
	case "point":
		return item{kind: point}, true
	case "1of":
		return item{oneOf, 1}, true
	case "5|1/5":
		return item{fifth, 5}, true
	case "1st+":
		return item{eleventh, 1}, true
	}
	if n, ok := strings.CutPrefix(key, "p/"); ok {
		v, err := strconv.ParseFloat(n, 64)
		return item{parts, 1 / v}, err == nil
	}
	if a, b, ok := strings.Cut(key, "/"); ok {
		x, err := strconv.ParseFloat(a, 64)
		y, err2 := strconv.ParseFloat(b, 64)
		return item{part, x / y}, err == nil && err2 == nil && y != 0
	}
	for _, s := range []struct {
		suffix string
		kind   kind
	}{{"st", ordinal}, {"nd", ordinal}, {"rd", ordinal}, {"th", ordinal}, {"t", teen}, {"p", plural}, {"a", either}, {"s", dozen}, {"", cardinal}} {
		if n, ok := strings.CutSuffix(key, s.suffix); ok {
			v, err := strconv.ParseFloat(n, 64)
			return item{s.kind, v}, err == nil
		}
	}
	return item{}, false
}

// Check names the lines of the lexicon whose keys are no numbers, as file:line: message.
func Check(lx *lexicon.Lexicon) error {
	var errs []error
	for _, w := range lx.Classes["number"] {
		if _, ok := keyed(w.Key); !ok {
			errs = append(errs, fmt.Errorf("%s: %q is no number", w.At, w.Key))
		}
	}
	return errors.Join(errs...)
}
