package survey

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
)

// called reads a name without a title at token i, of at least two words.
func (s scan) called(i int) int {
	f, t := s.f, &s.K[i]
	r := naming.Reading(t, f.AnyName)
	if r == nil || r.Feat&lang.Like != 0 {
		return i
	}
	if n := s.Noun(i); r.Feat&lang.For != 0 && n != nil && n.Prefix == 0 && n.Feat&lang.Listed != 0 {
		return i // "tongue", and not "to X"
	}
	if r.Feat&lang.Function != 0 && !t.In(f.Particle) && i > 0 && s.K[i-1].Word != nil && !f.G.MayBeFinite(&s.K[i-1]) && !s.Phrases.Complementiser(i-1) {
		return i // "in the name of"
	}
	if i > 0 && t.In(f.Title) && s.demands(i) {
		return i
	}
	if r.Feat&lang.With != 0 && t.In(f.Particle) && f.G.MayBeFinite(t) {
		return i // "began", not "with da"
	}
	if s.wellKnown(i) && !t.In(f.G.Given) {
		return i // a name of one word, and another or an adjective behind it
	}
	if i > 0 && i+1 < len(s.K) && s.K[i-1].Has(lang.Article|lang.Participle) && s.f.FatherOf(&s.K[i+1]) && !f.FatherOf(t) {
		return i // known by the name of
	}
	if i > 0 && s.K[i-1].Word != nil && (s.K[i-1].In(f.NamedAfter) || s.K[i-1].In(f.Body) && s.K[i-1].Feats&lang.Article == 0) {
		e := s.NameRun(i)
		return max(e, i)
	}
	if r.Feat&lang.Article != 0 && !t.In(f.G.Given) || t.In(f.G.Time) && i+1 < len(s.K) && s.K[i+1].Has(lang.Article) {
		return i // a month is "blessed", too
	}
	if s.PlaceAt(i) > i || s.f.G.MayBeFinite(t) && !(t.In(f.G.Given) && onlyFirst(t)) && !t.In(s.f.Particle) && r.Feat&lang.Article == 0 && !s.withPerson(i) && (i == 0 || s.K[i-1].Word == nil || s.K[i-1].Has(lang.Article) || t.Has(lang.Conjunction)) {
		return i // a place, or a verb where one can stand
	}
	if i > 0 && s.K[i-1].In(f.G.In) && s.K[i-1].Feats&lang.Function != 0 && !s.K[i-1].Has(lang.Pronoun) && r.Prefix == 0 && !t.In(f.G.Given) && !f.Kunya(t) {
		return max(s.NameRun(i), i) // a place that no list has
	}
	e, from := s.NameRun(i), i
	if e == i+1 && e < len(s.K) && !t.In(f.G.Time) && (t.In(f.Name) || s.Announced(i)) && (s.K[e].In(f.G.Demonym) || s.K[e].Word != nil && s.K[e].Has(lang.Guess|lang.Article) && !s.K[e].Has(lang.Guess|lang.Feminine)) && r.Feat&lang.Article == 0 {
		e = s.Family(i, e)
	}
	if e == i+1 && e < len(s.K) && i > 0 && s.K[i-1].Word != nil && s.K[i-1].In(f.G.Called) && r.Prefix == 0 && t.In(f.Name) {
		if n := s.Noun(e); n != nil && n.Prefix == 0 && n.Feat&(lang.Article|lang.Pronoun|lang.Accusative) == 0 && !f.G.Function(&s.K[e]) && !s.Verbal(e) && !s.K[e].In(f.Title) {
			e++ // whatever the word is, it is his name
		}
	}
	if s.foreign(i, e) {
		from = i - 1
	}
	kin := i > 0 && r.Prefix == 0 && t.In(f.Name) && s.K[i-1].Word != nil && s.K[i-1].Has(lang.Pronoun) && s.Private(i-1) && !f.G.MayBeFinite(&s.K[i-1])
	if !kin && (e-from < 2 || from == i && !s.SureName(i, e) && !s.introduced(i, e) && !s.Announced(i) && !s.fatherOf(i, e)) {
		return i
	}
	m := mention.Mention{What: mention.Person, From: from, To: e, Head: from, Name: from, Kind: "person", Bare: true}
	s.Behind(&m)
	s.Before(&m)
	m.Role = m.Role || kin // his daughter X
	if from < i {
		s.Rest = s.Rest[:len(s.Rest)-1]
		r = &lang.Reading{}
	}
	s.Add(m, r.Prefix)
	return e
}

// onlyFirst reports whether all that the word can be as a verb is in the first person: "and Ahmad"
// is not "and I praise".
func onlyFirst(t *lang.Token) bool {
	return !t.Word.Some(func(q *lang.Reading) bool { return q.Feat&lang.Verb != 0 && q.Feat&lang.First == 0 })
}

// introduced reports whether tokens [i, to), a given name that is a common word too and one that
// no list has, are a name: behind a verb, and behind a comma stands what its bearer is.
func (s scan) introduced(i, to int) bool {
	if to != i+2 || i == 0 || to+1 >= len(s.K) || !s.K[i].In(s.f.G.Ambiguous) || s.K[i+1].Feats&lang.Guess == 0 {
		return false
	}
	p, t := &s.K[i-1], &s.K[to+1]
	return p.Word != nil && (s.f.G.Finite(p) || p.Feats&lang.Cue != 0 && s.f.G.MayBeFinite(p)) && s.K[to].Is(lang.Comma) && t.Word != nil && t.In(s.f.Title) && (t.Has(lang.Article) || t.In(s.f.G.Office))
}

// wellKnown reports whether the word at token i is a known person's name of one word.
func (s scan) wellKnown(i int) bool {
	n, ok := s.f.Surnames[s.T.Span(i, i+1).Of(s.T.Source)]
	return ok && !n.Weak
}

// fatherOf reports whether the name of tokens [i, to), one by "father of", is a person's: of
// whom something is told, who is joined to another, or whose name goes on. Villages and wells
// are called so as well.
func (s scan) fatherOf(i, to int) bool {
	if !s.f.FatherOf(&s.K[i]) || i == 0 || i+1 >= len(s.K) || s.PlaceAt(i+1) > i+1 || s.K[i+1].Has(lang.Plural) {
		return false
	}
	p := i - 1
	if p > 0 && phrase.IsQuote(&s.K[p]) {
		p--
	}
	t := &s.K[p]
	if t.Is(lang.BracketOpen) && p == i-1 {
		return to > i+2 // an office, and in brackets who has it
	}
	if t.Word == nil || t.In(s.f.NamedAfter) {
		return false
	}
	if n := len(s.Mentions); n > 0 && s.K[i].Has(lang.Conjunction) && s.Mentions[n-1].What == mention.Person && s.Mentions[n-1].To == i {
		return true
	}
	return to > i+2 || s.withPerson(i) || s.f.G.MayBeFinite(t) || s.Phrases.Complementiser(p) || naming.Reading(t, s.f.Victim) != nil || t.In(s.f.G.Called)
}

// withPerson reports whether the name at token i is joined to a person's right before it.
func (s scan) withPerson(i int) bool {
	n := len(s.Mentions)
	return n > 0 && s.K[i].Has(lang.Conjunction) && s.K[i].In(s.f.Name) && s.Mentions[n-1].What == mention.Person && s.Mentions[n-1].To == i
}

// foreign reports whether the word before the name of tokens [i, to) is a name too, that no
// list has: where a deed or a verb stands before it, or two names follow.
func (s scan) foreign(i, to int) bool {
	n := len(s.Rest)
	if n == 0 || s.Rest[n-1] != i-1 || !s.K[i].In(s.f.Name) || s.K[i].Has(lang.Conjunction) {
		return false
	}
	g := s.K[i-1].Word.Find(lang.Guess)
	if g == nil || g.Feat&(lang.Article|lang.Feminine|lang.Plural|lang.Conjunction|lang.With|lang.For|lang.Nisba) != 0 || s.f.Joins(s.T.Source[s.K[i-1].Start:s.K[i-1].End]) {
		return false
	}
	if _, verb := s.f.Looks(s.K[i-1].Word.Form); verb || i < 2 {
		return false
	}
	p := &s.K[i-2]
	if p.Word == nil {
		return false
	}
	return s.f.G.Finite(p) && !p.In(s.f.G.Relative) || naming.Reading(p, s.f.Victim) != nil || to-i >= 2 && s.K[i+1].In(s.f.AnyName) && (s.Private(i-2) || p.Has(lang.Conjunction))
}
