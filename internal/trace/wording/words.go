// Package wording has what comparing wordings stands on: words as they are compared, which of them
// say nothing, count, negate or judge, two texts laid side by side word by word, and how far two
// words are only spellings or forms of one. The words themselves come from the lexicon's folder
// trace; words are compared by the terms of a search, so that Arabic and other languages are
// treated alike.
package wording

import (
	"fmt"
	"io/fs"
	"math"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

// Tracer has the words that comparing needs. It is read only, and safe for use by many at a time.
type Words struct {
	terms *term.Terms
	texts map[string]string
	// By the terms of words:
	function, negation, Reporter, Saw, Translated, Agencies, counting, Confirming, GoingOn, Vague, Approximate, Label, Generic, Notice, Scripture, Adding, SameSource, Paper, Speaking, Government, Another, Several, OneOf, doubt, back, past, after, known, relative, part, behalf, bodies, deciding, issuing, decision map[string]bool
	Alike                                                                                                                                                                                                                                                                                                                 map[string]string  // words that are hardly different have one key
	joined                                                                                                                                                                                                                                                                                                                map[string]bool    // as they are written: who else says it, with the "and" before
	ours                                                                                                                                                                                                                                                                                                                  map[string]bool    // as they are written: what a speaker calls his own
	Domain                                                                                                                                                                                                                                                                                                                map[string]string  // what a source without a name is of
	state                                                                                                                                                                                                                                                                                                                 map[string]string  // of which state a source is called
	turns                                                                                                                                                                                                                                                                                                                 map[[2]string]bool // two words by which a report goes over to something else
	Loaded                                                                                                                                                                                                                                                                                                                map[string][]Sense
	Role, Ministry, Organ, son, address, office, placeKind, apartFrom                                                                                                                                                                                                                                                     map[string]bool   // what many are and no office is; "son of"
	begins                                                                                                                                                                                                                                                                                                                [][2]string       // what names begin with that some write on to the next word, and how that begins
	carriers, stateAgencies, pleading                                                                                                                                                                                                                                                                                     map[string]bool   // outlets, by their ids; what judges of what happened are, as it is written
	Official, CarrierName, Details, Press                                                                                                                                                                                                                                                                                 map[string]bool   // what media of a state are called; agencies for short; what tells and is nobody; what reports of media without a name are called
	minister                                                                                                                                                                                                                                                                                                              map[string]bool   // what heads a ministry
	calledOtherwise, under                                                                                                                                                                                                                                                                                                map[string]string // what an institution with a name of its own is a ministry of; under which ministry a force is
	several                                                                                                                                                                                                                                                                                                               []string          // what verbs of which more than one is the subject end in
	at                                                                                                                                                                                                                                                                                                                    []string          // what is written on to the article and says in what somebody is
	article                                                                                                                                                                                                                                                                                                               string            // the definite article, as it is written on to a word
}

// Sense is how a word judges what it names.
type Sense struct {
	Scale, Name string
	Alone       bool // it judges even where it is only added or dropped
}

// Load makes a Tracer from the lexicon under root, which says what it finds in English.
func Load(root fs.FS) (*Words, error) {
	lx, err := lexicon.LoadTrace(root, "en")
	if err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	terms, err := term.Load(root)
	if err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	t := &Words{terms: terms, texts: lx.Messages, Loaded: map[string][]Sense{}}
	set := func(section string) map[string]bool {
		of := map[string]bool{}
		for _, w := range lx.Words[section] {
			for _, one := range terms.Of(w.Text) {
				of[one.Text] = true
			}
		}
		return of
	}
	t.function, t.negation, t.Reporter, t.Saw, t.Translated = set("function"), set("negation"), set("reporter"), set("saw"), set("translated")
	t.Agencies, t.counting = set("agencies"), set("counting")
	t.Vague, t.doubt = set("vague"), set("doubt")
	t.Approximate, t.Label, t.Generic = set("approximate"), set("label"), set("generic")
	t.Paper, t.Speaking, t.Government, t.Another = set("paper"), set("speaking"), set("government"), set("another")
	t.back, t.past = set("back"), set("past")
	t.after, t.known, t.relative = set("after"), set("known"), set("relative")
	t.part, t.behalf, t.Several = set("part"), set("behalf"), set("several")
	t.OneOf = set("one-of")
	t.Role, t.Ministry, t.Organ, t.son, t.address = set("role"), set("ministry"), set("organ"), set("son"), set("address")
	t.office, t.placeKind, t.apartFrom = set("office"), set("place-kind"), set("apart-from")
	for _, w := range lx.Words["several-verb"] {
		t.several = append(t.several, w.Text)
	}
	for _, w := range lx.Words["at"] {
		t.at = append(t.at, w.Text)
	}
	for _, w := range lx.Words["article"] {
		t.article = w.Text
	}
	for _, w := range lx.Words["written-on"] {
		first, second, _ := strings.Cut(w.Text, " ")
		t.begins = append(t.begins, [2]string{first, second})
	}
	keyed := func(section string) map[string]string {
		of := map[string]string{}
		for _, w := range lx.Words[section] {
			for _, one := range terms.Of(w.Text) {
				of[one.Text] = w.Key
			}
		}
		return of
	}
	plain := func(section string) map[string]bool {
		of := map[string]bool{}
		for _, w := range lx.Words[section] {
			of[w.Text] = true
		}
		return of
	}
	t.carriers, t.stateAgencies, t.pleading = plain("carrier"), plain("state-agency"), plain("pleading")
	t.Official, t.CarrierName, t.Details, t.Press = set("official"), set("carrier-name"), set("details"), set("press")
	t.bodies, t.minister, t.calledOtherwise = set("body"), set("minister"), map[string]string{}
	t.deciding, t.issuing, t.decision = set("deciding"), set("issuing"), set("decision")
	t.under = map[string]string{}
	for _, w := range lx.Words["under"] {
		if ministry, body := terms.Of(w.Key), terms.Of(w.Text); len(ministry) == 1 && len(body) == 1 {
			t.under[body[0].Text] = ministry[0].Text
		}
	}
	for _, w := range lx.Words["called-otherwise"] {
		for _, one := range terms.Of(w.Text) {
			t.calledOtherwise["id:"+w.Key] = one.Text
		}
	}
	t.Domain, t.state, t.Alike, t.turns = keyed("domain"), keyed("state"), keyed("alike"), map[[2]string]bool{}
	for _, w := range lx.Words["turn"] {
		first, second := terms.Of(w.Key), terms.Of(w.Text)
		if len(first) == 1 && len(second) == 1 {
			t.turns[[2]string{first[0].Text, second[0].Text}] = true
		}
	}
	t.joined, t.ours = map[string]bool{}, map[string]bool{}
	for _, w := range lx.Words["ours"] {
		t.ours[w.Text] = true
	}
	for _, w := range lx.Words["joined"] {
		t.joined[w.Text] = true
	}
	t.Notice, t.Scripture, t.Adding, t.SameSource = set("notice"), set("scripture"), set("adding"), set("same-source")
	t.Confirming, t.GoingOn = set("confirming"), set("going-on")
	for _, w := range lx.Words["loaded"] {
		scale, name, _ := strings.Cut(w.Key, ":")
		name, alone := strings.CutSuffix(name, "!")
		for _, one := range terms.Of(w.Text) {
			t.Loaded[one.Text] = append(t.Loaded[one.Text], Sense{scale, name, alone})
		}
	}
	return t, nil
}

// Any reports whether a word of some is in a set.
func (t *Words) Any(words string, set map[string]bool) bool {
	return t.among(words, math.MaxInt, set)
}

// among reports whether one of the first n words of some is in a set.
func (t *Words) among(words string, n int, set map[string]bool) bool {
	found := false
	t.terms.Each(words, func(one term.Term) bool {
		found = set[one.Text]
		n--
		return !found && n > 0
	})
	return found
}

// Every reports whether all words are.
func (t *Words) Every(words string, set map[string]bool) bool {
	all, _ := t.every(words, set, nil)
	return all
}

// Tells reports whether all words that say something are.
func (t *Words) Tells(words string, set map[string]bool) bool {
	all, some := t.every(words, set, t.function)
	return all && some
}

// every reports whether all words but those passed over are, and whether there is one.
func (t *Words) every(words string, set, over map[string]bool) (all, some bool) {
	all = true
	t.terms.Each(words, func(one term.Term) bool {
		if over[one.Text] {
			return true
		}
		some, all = true, set[one.Text]
		return all
	})
	return all, some
}

// Turns are the places where a text goes over to something else that happened.
func (t *Words) Turns(text string) (at []int) {
	var last term.Term
	t.terms.Each(text, func(one term.Term) bool {
		if t.turns[[2]string{last.Text, one.Text}] && opens(text[:last.Start]) {
			at = append(at, last.Start)
		}
		last = one
		return true
	})
	return at
}

// opens reports whether at most one word of a sentence stands at the end of a text.
func opens(text string) bool {
	text = strings.TrimRight(text, " ")
	if i := strings.LastIndexAny(text, ".!\n\u061f\u00bb\u201d\"\u00a0"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		text = text[i+n:]
	}
	return !strings.Contains(strings.TrimSpace(text), " ")
}

// Begins reports whether the first word is.
func (t *Words) Begins(words string, set map[string]bool) bool {
	return t.among(words, 1, set)
}

// Say is a message with its places filled.
func (t *Words) Say(key string, args ...string) string {
	s, ok := t.texts[key]
	if !ok {
		return key
	}
	for i, a := range args {
		s = strings.ReplaceAll(s, fmt.Sprintf("{%d}", i), a)
	}
	return s
}

// Word is one word of a report: its term, as a number, and where it stands.
type Word struct {
	Term       int32
	Start, End int32
}

// Vocabulary numbers the terms of one set of reports.
type Vocabulary struct {
	t       *Words
	memo    *term.Memo
	numbers map[string]int32
	Terms   []string
	kinds   []wordKind
	into    []term.Term
}

// wordKind says what kind of word a term is.
type wordKind uint8

const (
	FunctionWord wordKind = 1 << iota
	NegationWord
	NumberWord // in digits or in words, also of an order
	DigitWord
	LoadedWord
	DoubtWord
)

const few = 4

// NewVocabulary makes one without terms. texts says for how many texts: remembering words
// takes a quarter of a megabyte, which pays from some on.
func NewVocabulary(t *Words, texts int) *Vocabulary {
	v := &Vocabulary{t: t, numbers: map[string]int32{}}
	if texts >= few {
		v.memo = term.NewMemo(t.terms)
	}
	return v
}

// Of are the words of a text.
func (v *Vocabulary) Of(text string) []Word {
	if v.memo != nil {
		v.into = v.memo.Of(text, v.into)
	} else {
		v.into = v.into[:0]
		v.t.terms.Each(text, func(one term.Term) bool {
			v.into = append(v.into, one)
			return true
		})
	}
	out := make([]Word, len(v.into))
	for i, one := range v.into {
		out[i] = Word{v.Number(one.Text), int32(one.Start), int32(one.End)}
	}
	return out
}

// Number is the number of a term.
func (v *Vocabulary) Number(s string) int32 {
	if n, ok := v.numbers[s]; ok {
		return n
	}
	n := int32(len(v.Terms))
	v.numbers[s] = n
	v.Terms = append(v.Terms, s)
	var k wordKind
	if v.t.function[s] || utf8.RuneCountInString(s) < 2 || v.t.function[behind(s)] {
		k |= FunctionWord
	}
	if v.t.negation[s] {
		k |= NegationWord
	}
	if s[0] >= '0' && s[0] <= '9' {
		k |= NumberWord | DigitWord
	}
	if v.t.counting[s] {
		k |= NumberWord
	}
	if v.t.doubt[s] {
		k |= DoubtWord
	}
	if len(v.t.Loaded[s]) > 0 {
		k |= LoadedWord
	}
	v.kinds = append(v.kinds, k)
	return n
}

func (v *Vocabulary) Is(n int32, k wordKind) bool { return v.kinds[n]&k != 0 }

// behind is what of a word of six letters or more stands behind its first letter, which may be a
// preposition or conjunction written on to it; of a shorter word nothing.
func behind(word string) string {
	if utf8.RuneCountInString(word) < 6 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(word)
	return word[n:]
}

// Key is words as names are compared: their terms, in order.
func (v *Vocabulary) Key(words string) string {
	return strings.TrimSpace(string(v.t.terms.Append(nil, v.t.apart(words))))
}

// Within is the half-open range of the words that lie in a span.
func Within(words []Word, s riwaya.Span) (from, to int) {
	from = After(words, s.Start)
	to = from
	for to < len(words) && int(words[to].End) <= s.End {
		to++
	}
	return from, to
}

// After is how many words start before byte at.
func After(words []Word, at int) int {
	lo, hi := 0, len(words)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); int(words[m].Start) < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// SpanOf is the span of words [from, to), empty before word from if there are none.
func SpanOf(words []Word, from, to int) riwaya.Span {
	switch {
	case from < to:
		return riwaya.Span{Start: int(words[from].Start), End: int(words[to-1].End)}
	case from < len(words):
		return riwaya.Span{Start: int(words[from].Start), End: int(words[from].Start)}
	case len(words) > 0:
		return riwaya.Span{Start: int(words[len(words)-1].End), End: int(words[len(words)-1].End)}
	}
	return riwaya.Span{}
}
