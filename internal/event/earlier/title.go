package earlier

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
)

// A title tells in short what the text begins with: "arrest of a lawyer", where the first sentence says who arrested her.
const (
	lead     = 70 // how many words behind the title the text may tell it first
	restated = 8  // how many words say what its deed is about
	clause   = 20 // how far from the text's word for the deed they stand
)

// headline is the event of the title, which names nobody who did it, that e tells again by the same verb, with most of the same words
// about it; -1 if there is none.
func (s *Told) headline(e *riwaya.Event, t *Telling) int {
	if len(e.Actors) == 0 || t.Title {
		return -1
	}
	for i := range s.Events {
		o, first := &s.Events[i], &s.Tellings[i]
		if first.Begin > 0 {
			return -1
		}
		if !first.Title || len(o.Actors) > 0 || first.Somebody || o.Type != e.Type || o.Status != e.Status && !(real(o) && real(e)) || t.Begin > first.End+lead || first.Rule != t.Rule && (first.Verb == "" || first.Verb != t.Verb) {
			continue
		}
		if first.Toll.Other(t.Toll) || apart(first, t) || later(first.Day, t.Day) || slices.ContainsFunc(e.Actors, func(x string) bool { return slices.Contains(o.Targets, x) || s.unlikely(e, x) }) {
			continue
		}
		if !Subset(o.Targets, e.Targets) && !Subset(e.Targets, o.Targets) || !s.restates(first, t) {
			continue
		}
		return i
	}
	return -1
}

// unlikely reports whether a person with a name is said to have done e with force: that is too often who it was done to, or who ordered it.
func (s *Told) unlikely(e *riwaya.Event, id string) bool {
	return (e.Type == "ASSAULT" || e.Type == "COERCE" || e.Type == "PROTEST") && slices.ContainsFunc(s.Rec.Actors, func(x riwaya.Actor) bool { return x.ID == id && x.Kind == "person" })
}

// restates reports whether the sentence of t has most of the words that say in the title what its deed is about, or all those before
// its verb that say who did it: at least two.
func (s *Told) restates(first, t *Telling) bool {
	if n := first.At - 1; n >= first.Begin && s.Text.Tokens[n].Kind == lang.NumberKind {
		if _, same := s.said(n, first.At, t); same == 0 {
			return false // 23 raids, thirty others
		}
	}
	said, same := s.said(first.At+1, first.End, t)
	if same > 1 && 2*same >= said {
		return true
	}
	if first.Noun {
		return false
	}
	said, same = s.said(first.Begin, first.At, t)
	return same > 1 && same == said
}

// said counts the words of tokens [from, to) that say something, and those of them that the sentence of t has too.
func (s *Told) said(from, to int, t *Telling) (said, same int) {
	for i := from; i < to && said < restated; i++ {
		k := &s.Text.Tokens[i]
		if k.Kind != lang.NumberKind && (k.Word == nil || k.Has(lang.Function) || !k.Has(lang.Noun)) {
			continue
		}
		said++
		for j := max(t.Begin, t.At-clause/4); j < min(t.End, t.At+clause); j++ {
			if j != t.At && s.alike(k, &s.Text.Tokens[j]) {
				same++
				break
			}
		}
	}
	return said, same
}

// alike reports whether two tokens are one word or one number.
func (s *Told) alike(a, b *lang.Token) bool {
	if a.Word == nil || b.Word == nil {
		return a.Kind == lang.NumberKind && b.Kind == lang.NumberKind && s.Text.Source[a.Start:a.End] == s.Text.Source[b.Start:b.End]
	}
	if a.Word == b.Word || a.Word.Bare == b.Word.Bare {
		return true
	}
	m, n := a.Word.Noun(), b.Word.Noun()
	return m != nil && n != nil && m.Lemma != "" && m.Lemma == n.Lemma
}
