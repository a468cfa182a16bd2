package claim

import (
	"slices"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// issuer resolves the verb of "issued a statement in which it said": who issued it.
func (s *speakers) issuer(c *attribute.Candidate) (riwaya.Source, bool) {
	r := s.r
	g := r.Grammar
	if c.By.Feat&lang.Verb == 0 || c.By.Feat&lang.Conjunction != 0 || c.To >= r.End || c.At <= r.Start+1 {
		return riwaya.Source{}, false
	}
	_, it := r.InIt(c.To)
	in := it != nil
	if in {
		if src, ok := s.author(c, it); ok {
			return src, true
		}
	}
	statement := false
	for v := c.At - 2; v >= r.Start && !r.Complementiser(v); v-- {
		statement = statement || r.Tokens[v].Has(lang.Accusative) && r.Tokens[v].In(g.Document)
		if g.Finite(&r.Tokens[v]) || v == r.Start && in && r.Tokens[v].Has(lang.Verb|lang.Past|lang.Conjunction) {
			if !in && !(statement && r.Tokens[c.At-1].Is(lang.Comma)) {
				break
			}
			if src, ok := s.actorOf(c, v, c.At); ok || !in {
				return src, ok
			}
			for i := v + 1; i < c.At; i++ {
				if r.Tokens[i].In(g.Document.Or(g.Medium)) {
					return s.before(c, v)
				}
			}
			return riwaya.Source{}, false
		}
	}
	return riwaya.Source{}, false
}

// author resolves "in it" behind the verb by whose text it is: "the speech of the minister, in which
// he confirmed", "a letter from the minister". It is the last text before the verb.
func (s *speakers) author(c *attribute.Candidate, it *lang.Reading) (riwaya.Source, bool) {
	r, g := s.r, s.r.Grammar
	for m := c.At - 2; m >= r.Start && m > c.At-phrase.MaxSource; m-- {
		t := &r.Tokens[m]
		if r.Complementiser(m) || t.Kind == lang.BreakKind {
			break
		}
		n := r.Noun(m)
		if n == nil || !t.In(g.Document.Or(g.Medium)) || t.In(g.Media) || n.Feat&(lang.Pronoun|lang.Article) != 0 || n.Feat&lang.Feminine != 0 != (it.Feat&lang.Her != 0) {
			continue
		}
		from := m + 1
		if t := &r.Tokens[from]; t.In(g.From) && g.Function(t) {
			from++
		}
		who := &r.Tokens[from]
		if from >= c.At || !r.HeadFits(from) || who.Word == nil || who.Has(lang.Accusative) || !who.In(g.Person.Or(g.Name).Or(g.Body.Minus(g.Document.Or(g.Media)))) {
			return riwaya.Source{}, false
		}
		r.Cue, r.By, r.At, r.CueEnd = c.Cue, c.By, m, from
		for _, e := range slices.Backward(r.NounPhrase(from)) {
			if (e == c.At || e == c.At-1 && r.Tokens[e].Is(lang.Comma)) && s.led(from, e) && (r.Tokens[e-1].Has(lang.Article) || r.Named(from, e)) {
				return s.resolved(from, e), true
			}
		}
		return riwaya.Source{}, false
	}
	return riwaya.Source{}, false
}

// before is the subject that stands before the verb at token v, if it can speak: behind what opens
// its clause, with nothing between the two but the particle that goes before the verb.
func (s *speakers) before(c *attribute.Candidate, v int) (riwaya.Source, bool) {
	r, g := s.r, s.r.Grammar
	to := v
	if t := &r.Tokens[v-1]; t.In(g.Already) && g.Function(t) {
		to--
	}
	for i := to - 1; i >= r.Start && to-i < phrase.MaxSource; i-- {
		opens := i == r.Start || r.Tokens[i-1].Kind == lang.MarkKind || r.Complementiser(i-1) || r.Tokens[i-1].In(g.Was) && g.Finite(&r.Tokens[i-1])
		if t := &r.Tokens[i]; !opens && (t.Kind == lang.BreakKind || g.Finite(t) || r.Complementiser(i)) {
			break
		}
		if !opens || !r.HeadFits(i) {
			continue
		}
		r.Cue, r.By, r.At, r.CueEnd = c.Cue, c.By, v, v
		if slices.Contains(r.NounPhrase(i), to) && r.CanSpeak(i, to) && r.SubjectOf(i) {
			return s.resolved(i, to), true
		}
	}
	return riwaya.Source{}, false
}

// goesWith reports whether the participle of candidate c says how that was said which the
// verb before it, with a conjunction and no subject, goes on to say: "he added, asking".
func (s *speakers) goesWith(c *attribute.Candidate) bool {
	return c.At > s.r.Start && s.r.Tokens[c.At-1].Has(lang.Cue|lang.Verb|lang.Conjunction)
}

// subjectEnd cuts the noun phrase of tokens [from, to) short where, behind its verb, it
// rather tells where, when or to what that was done.
func (s *speakers) subjectEnd(from, to int) int {
	g := s.r.Grammar
	for i := from + 1; i < to; i++ {
		t, prev := &s.r.Tokens[i], &s.r.Tokens[i-1]
		n := s.r.Noun(i)
		switch {
		case g.Function(t) && t.In(g.In.Or(g.From).Or(g.At)) && !s.r.Tokens[from].In(g.Person), g.Function(t) && t.Has(lang.With):
			return i
		case t.In(g.Time) && !t.In(g.Given) && !(prev.In(g.Person) && prev.Has(lang.Article) && t.Has(lang.Article)): // but "the general director"
			return i
		case s.object(from, i):
			return i
		case t.Has(lang.Function|lang.Pronoun) && t.Feats&lang.Noun == 0:
			return i // "discussed with them"
		case g.Which(t) && g.Function(t):
			return i // "an official" denied "what was said"
		case n != nil && n.Feat&lang.Masdar != 0 && n.Feat&(lang.Article|lang.Conjunction) == 0 && (prev.Has(lang.Article) || prev.In(g.Country) && i == from+1) && !t.In(g.Body.Or(g.Name).Or(g.Person)):
			return i // "the front" announced "the removal of"
		case n != nil && n.Feat&lang.Pronoun != 0 && n.Feat&lang.Conjunction == 0 && !t.In(g.Name) && !t.Has(lang.Article) && !prev.In(g.NameParticle):
			return i // "Amman" recalled "its ambassador"
		case n != nil && n.Feat&lang.With != 0 && (n.Feat&lang.Masdar != 0 || t.In(g.Event)) && !t.In(g.Body):
			return i
		case n != nil && n.Feat&(lang.Article|lang.Masdar) == lang.Article|lang.Masdar && prev.Has(lang.Article) && !t.In(g.Body) && !t.In(g.Name):
			return i // "the soldiers" seized him: "the arrest" is the object
		}
	}
	for to > from+1 && g.Function(&s.r.Tokens[to-1]) && s.r.Tokens[to-1].In(g.Prep) {
		to-- // what it governs is no part of the phrase
	}
	return to
}

// object reports whether the noun at token i is what the verb before the noun phrase from
// token from was done to, since the phrase is whole before it: behind a person's name a country,
// or a thing without an article; behind a country a deed without one, behind a word with its
// article anything without; behind people a body with its article.
func (s *speakers) object(from, i int) bool {
	g := s.r.Grammar
	t, prev, n := &s.r.Tokens[i], &s.r.Tokens[i-1], s.r.Noun(i)
	if n == nil || n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like|lang.Guess) != 0 || t.In(g.Name.Or(g.Person)) {
		return false
	}
	if t.In(g.Ambiguous) { // a deed that some bear as a name
		return prev.Has(lang.Article) && !prev.In(g.Rank.Or(g.Honorific)) && t.Has(lang.Noun|lang.Masdar) && i+1 < len(s.r.Tokens) && s.r.Tokens[i+1].Has(lang.Article)
	}
	named := prev.In(g.Name) && !prev.In(g.Body.Minus(g.Given)) && !prev.In(g.NameParticle) && (i == from+1 || s.r.Tokens[i-2].In(g.Name)) // a name of one word, or of two
	bare := n.Feat&(lang.Article|lang.Nisba|lang.Participle|lang.Pronoun) == 0 && !t.In(g.Body.Minus(g.Document))
	deed := bare && (t.Has(lang.Noun|lang.Masdar) || t.In(g.Event))
	switch {
	case named && (n.Classes.Meets(g.Country) || t.Has(lang.Noun|lang.Article|lang.Masdar) && n.Feat&lang.Nisba == 0 && !t.In(g.Body)):
		return true
	case (named || prev.Kind == lang.MarkKind && int(prev.Match) == from) && bare && n.Feat&lang.Listed != 0 && !t.In(g.NameTail) && !s.r.PhraseIn(i, g.Person):
		return true
	case n.Feat&lang.Article != 0 && t.In(g.Settlement) && (prev.Has(lang.Article) || prev.In(g.Name)) && !prev.In(g.Rank.Or(g.Honorific)):
		return true // the minister visited "the town"
	case deed && prev.In(g.Country) && i == from+1:
		return true
	case bare && prev.Has(lang.Article) && !g.Function(t) && !s.r.PhraseIn(i, g.Person):
		return true // with its article a noun takes no other behind it
	case n.Feat&(lang.Oblique|lang.Article|lang.Plural) == lang.Oblique|lang.Article|lang.Plural && i == from+1 && (named || prev.Has(lang.Article) && !prev.Has(lang.Oblique)):
		return true // not the case of a subject's adjective
	}
	if i == from+1 && prev.Has(lang.Article) && !prev.In(g.Settlement) && n.Feat&lang.Article == 0 && (t.In(g.Town) || n.Classes.Meets(g.Country)) && !prev.In(g.Medium.Or(g.Document)) {
		return true // the army entered a town
	}
	people := s.r.Noun(from)
	return i == from+1 && people != nil && people.Feat&lang.Article != 0 && people.Feat&lang.Plural != 0 && t.Has(lang.Article) && s.r.PhraseIn(i, g.Body.Minus(g.Person))
}
