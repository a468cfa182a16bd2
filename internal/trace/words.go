package trace

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

// Tracer has the words that comparing needs. It is read only, and safe for use by many at a time.
type Tracer struct {
	terms *term.Terms
	texts map[string]string
	// By the terms of words:
	function, negation, reporter, saw, translated, agencies, counting, confirming, going, vague map[string]bool
	alike                                                                                       map[string]string // words that are hardly different have one key
	loaded                                                                                      map[string][]sense
}

type termOf = term.Term

// sense is how a word judges what it names.
type sense struct {
	scale, name string
	alone       bool // it judges even where it is only added or dropped
}

// Load makes a Tracer from the lexicon under root, which says what it finds in English.
func Load(root fs.FS) (*Tracer, error) {
	lx, err := lexicon.LoadTrace(root, "en")
	if err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	terms, err := term.Load(root)
	if err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	t := &Tracer{terms: terms, texts: lx.Messages, loaded: map[string][]sense{}, alike: map[string]string{}}
	set := func(section string) map[string]bool {
		of := map[string]bool{}
		for _, w := range lx.Words[section] {
			for _, one := range terms.Of(w.Text) {
				of[one.Text] = true
			}
		}
		return of
	}
	t.function, t.negation, t.reporter, t.saw, t.translated = set("function"), set("negation"), set("reporter"), set("saw"), set("translated")
	t.agencies, t.counting = set("agencies"), set("counting")
	t.vague = set("vague")
	for _, w := range lx.Words["alike"] {
		for _, one := range terms.Of(w.Text) {
			t.alike[one.Text] = w.Key
		}
	}
	t.confirming, t.going = set("confirming"), set("going-on")
	for _, w := range lx.Words["loaded"] {
		scale, name, _ := strings.Cut(w.Key, ":")
		name, alone := strings.CutSuffix(name, "!")
		for _, one := range terms.Of(w.Text) {
			t.loaded[one.Text] = append(t.loaded[one.Text], sense{scale, name, alone})
		}
	}
	return t, nil
}

// say is a message with its places filled.
func (t *Tracer) say(key string, args ...string) string {
	s, ok := t.texts[key]
	if !ok {
		return key
	}
	for i, a := range args {
		s = strings.ReplaceAll(s, fmt.Sprintf("{%d}", i), a)
	}
	return s
}

// word is one word of a report: its term, as a number, and where it stands.
type word struct {
	term       int32
	start, end int32
}

// vocabulary numbers the terms of one set of reports.
type vocabulary struct {
	t       *Tracer
	memo    *term.Memo
	numbers map[string]int32
	terms   []string
	kinds   []wordKind
	into    []term.Term
}

// wordKind says what kind of word a term is.
type wordKind uint8

const (
	functionWord wordKind = 1 << iota
	negationWord
	numberWord // in digits or in words, also of an order
	digitWord
	loadedWord
)

func newVocabulary(t *Tracer) *vocabulary {
	return &vocabulary{t: t, memo: term.NewMemo(t.terms), numbers: map[string]int32{}}
}

// of are the words of a text.
func (v *vocabulary) of(text string) []word {
	v.into = v.memo.Of(text, v.into)
	out := make([]word, len(v.into))
	for i, one := range v.into {
		out[i] = word{v.number(one.Text), int32(one.Start), int32(one.End)}
	}
	return out
}

func (v *vocabulary) number(s string) int32 {
	if n, ok := v.numbers[s]; ok {
		return n
	}
	n := int32(len(v.terms))
	v.numbers[s] = n
	v.terms = append(v.terms, s)
	var k wordKind
	if v.t.function[s] || utf8.RuneCountInString(s) < 2 {
		k |= functionWord
	}
	if v.t.negation[s] {
		k |= negationWord
	}
	if s[0] >= '0' && s[0] <= '9' {
		k |= numberWord | digitWord
	}
	if v.t.counting[s] {
		k |= numberWord
	}
	if len(v.t.loaded[s]) > 0 {
		k |= loadedWord
	}
	v.kinds = append(v.kinds, k)
	return n
}

func (v *vocabulary) is(n int32, k wordKind) bool { return v.kinds[n]&k != 0 }

// key is words as names are compared: their terms, in order.
func (v *vocabulary) key(words string) string {
	return strings.TrimSpace(string(v.memo.Append(nil, words)))
}

// within is the half-open range of the words that lie in a span.
func within(words []word, s riwaya.Span) (from, to int) {
	from = after(words, s.Start)
	to = from
	for to < len(words) && int(words[to].end) <= s.End {
		to++
	}
	return from, to
}

// after is how many words start before byte at.
func after(words []word, at int) int {
	lo, hi := 0, len(words)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); int(words[m].start) < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// spanOf is the span of words [from, to), empty before word from if there are none.
func spanOf(words []word, from, to int) riwaya.Span {
	switch {
	case from < to:
		return riwaya.Span{Start: int(words[from].start), End: int(words[to-1].end)}
	case from < len(words):
		return riwaya.Span{Start: int(words[from].start), End: int(words[from].start)}
	case len(words) > 0:
		return riwaya.Span{Start: int(words[len(words)-1].end), End: int(words[len(words)-1].end)}
	}
	return riwaya.Span{}
}
