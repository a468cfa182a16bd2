// Package whose says who holds the position whose word a reading has come to: the actor behind that word or before it, the
// subject of the clause before, or the source of a claim; and whether that source can be it. It promises that where two
// could be meant it is nobody. It names no word of any language.
package whose

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/position/rule"
	"riwaya/internal/position/trigger"
	"riwaya/internal/stance"
)

// Reader is a sentence with the word of stance that is asked about.
type Reader struct {
	stance.Sentence
	Cur    trigger.Word
	Around int // the innermost claim in whose content the word stands, -1
}

// Behind yields where the noun phrase of an actor ends that begins at token at: first
// behind its name, then behind what belongs to it. A word for the members of a group may
// stand before the name, if it is no part of it.
func (r *Reader) Behind(at int, yield func(int) bool) bool {
	if r.namedBehind(at, yield) {
		return true
	}
	e := r.ContextAt(at, stance.KeyMembers)
	return e > at && e < r.End && r.namedBehind(e, yield)
}

func (r *Reader) namedBehind(at int, yield func(int) bool) bool {
	if r.Cur.By.Feat&lang.Verb != 0 && r.Cur.By.Feat&lang.Pronoun == 0 && (r.Opened() || r.Cur.From > r.Start && (r.Is(r.Cur.From-1, stance.KeySelf) || r.Cur.Kind == rule.Never && r.Cur.From-1 > r.Start && r.Tokens[r.Cur.From-1].In(r.V.Demonstrative) && r.Complementiser(r.Cur.From-2))) {
		return false
	}
	described := r.described() || r.Cur.By.Feat&lang.Verb != 0 && r.Cur.By.Feat&lang.Pronoun == 0 && r.Cur.Word.Frames&stance.Whom != 0 && r.pronominal()
	for i := range r.Named {
		n := &r.Named[i]
		if described && n.From == at && at == r.Cur.To && !r.Resumes(at) {
			continue
		}
		open := n.From == at+1 && phrase.IsQuote(&r.Tokens[at])
		if n.Glued || n.From != at && !open {
			continue
		}
		end := n.To
		if open && end < r.End && phrase.IsQuote(&r.Tokens[end]) {
			end++
		}
		if f := r.Cur.By.Feat; f&lang.Verb != 0 && r.Cur.Kind != rule.Passed && n.From == at && (f&(lang.Plural|lang.Dual) != 0 || f&lang.Pronoun == 0 && r.Cur.From > r.Start && r.Tokens[r.Cur.From-1].In(r.V.Relative) && !r.Tokens[r.Cur.From-1].In(r.V.Against) && r.Grammar.Function(&r.Tokens[r.Cur.From-1]) && (r.Cur.Word.Stance == "demands" || r.Cur.Word.Frames&stance.As != 0 || !r.Resumes(n.From)) || !r.SubjectOf(at) || r.Mismatched(at) || r.oblique(at)) {
			continue
		}
		if yield(end) {
			return true
		}
		r.Subject = at
		ends := r.NounPhrase(at)
		r.Subject = -1
		for _, e := range ends {
			if e > end && yield(e) {
				return true
			}
		}
	}
	return false
}

// Opened reports whether an actor, or a noun, stands at the start of the clause whose verb the
// trigger is: then that is its subject, and what stands behind its object.
func (r *Reader) Opened() bool {
	for i := range r.Named {
		if n := &r.Named[i]; n.To == r.Cur.From && !n.Glued && r.ClauseStart(n.From) {
			return true
		}
	}
	start := r.Cur.From
	if r.Tokens[start].Has(lang.Conjunction) {
		return false
	}
	for ; start > r.Start && start > r.Cur.From-8; start-- {
		t := &r.Tokens[start-1]
		if phrase.IsQuote(t) && t.Match >= 0 && int(t.Match) < start-1 || t.Kind == lang.NumberKind {
			continue
		}
		if t.In(r.V.Relative) && r.Grammar.Function(t) || r.Grammar.Finite(t) && !r.Grammar.Nounish(t) && !(t.In(r.V.Prep) && r.Grammar.Function(t)) {
			return false
		}
		if t.Kind != lang.WordKind || r.Complementiser(start-1) || r.Grammar.Function(t) && !t.In(r.V.Prep) && !t.Has(lang.Function|lang.Pronoun) {
			break
		}
	}
	for start < r.Cur.From && phrase.IsQuote(&r.Tokens[start]) {
		start++
	}
	t := &r.Tokens[start]
	if start >= r.Cur.From || !r.ClauseStart(start) {
		return false
	}
	if t.Kind == lang.NumberKind {
		return true
	}
	n := r.Noun(start)
	return n != nil && n.Feat&(lang.With|lang.For|lang.Like|lang.Accusative) == 0 && !t.In(r.V.Prep) && !t.In(r.V.Conj) && !t.In(r.V.Time) && !t.In(r.V.Negation) && !r.Grammar.Function(t)
}

// Mismatched reports whether the noun at token i is plainly of another gender than the verb of the
// trigger: then it is the verb's object.
func (r *Reader) Mismatched(i int) bool {
	t := &r.Tokens[i]
	if f := r.Cur.By.Feat & (lang.Masculine | lang.Feminine | lang.First); f == lang.Masculine && t.In(r.V.Country.Or(r.V.Capital)) && !r.Is(i, stance.KeyMale) && !t.In(r.Grammar.Name) {
		return true // states are feminine
	}
	if f := r.Cur.By.Feat; f&lang.Feminine == 0 || f&(lang.Masculine|lang.First) != 0 || t.In(r.V.Country) || t.In(r.Grammar.Name) {
		return false
	}
	n := r.Noun(i)
	return n != nil && n.Feat&(lang.Article|lang.Masculine|lang.Singular|lang.Feminine|lang.Plural|lang.Guess) == lang.Article|lang.Masculine|lang.Singular
}

// oblique reports whether the noun at token i, with the article, has the ending of several that no subject has, or without it before a noun that it goes with: "called
// the officials rude", "called on the fighters of the party".
func (r *Reader) oblique(i int) bool {
	n := r.Noun(i)
	if n == nil || n.Feat&(lang.Plural|lang.Oblique) != lang.Plural|lang.Oblique || r.Tokens[i].In(r.Grammar.Name) {
		return false
	}
	return n.Feat&lang.Article != 0 || n.Feat&lang.Pronoun == 0 && i+1 < r.End && r.Tokens[i+1].Word != nil && r.Tokens[i+1].Has(lang.Noun|lang.Article)
}

// Before yields where the noun phrase of an actor begins that ends at token at. What
// a preposition or another noun stance.Governs is no subject.
func (r *Reader) Before(at int, yield func(int) bool) bool {
	if f := r.Cur.By.Feat; at == r.Cur.From && f&lang.Verb != 0 && f&lang.Conjunction != 0 && f&lang.So == 0 {
		return false // "the council, and it rejects": another clause
	}
	does := r.does(at)
	for i := len(r.Named) - 1; i >= 0; i-- {
		n := &r.Named[i]
		if n.To > at || n.Glued || at-n.From > phrase.MaxSource || !r.heads(n.From) || r.Adjective(n.From) || does && n.To < at {
			continue
		}
		fits := n.To == at || n.To+1 == at && phrase.IsQuote(&r.Tokens[n.To])
		if !fits {
			for _, e := range r.NounPhrase(n.From) {
				fits = fits || e == at
			}
		}
		if fits && yield(n.From) {
			return true
		}
	}
	return false
}

// does reports whether the verb of the trigger, in the present and with nothing in front, stands right behind an indefinite noun with a
// preposition, of which it tells: "gave money to a group that supports him".
func (r *Reader) does(at int) bool {
	f, i := r.Cur.By.Feat, at-1
	if at != r.Cur.From || f&(lang.Verb|lang.Present) != lang.Verb|lang.Present || f&(lang.Conjunction|lang.Future) != 0 || i <= r.Start {
		return false
	}
	t, n := &r.Tokens[i], r.Noun(i)
	governed := r.Tokens[i-1].In(r.V.Prep) && r.Grammar.Function(&r.Tokens[i-1]) || n != nil && n.Feat&(lang.With|lang.For) != 0
	return governed && n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Guess) == 0 && n.Feat&f&(lang.Feminine|lang.Masculine) != 0 && !t.In(r.V.Time) && !t.In(r.V.Country.Or(r.V.Capital)) && !t.In(r.Grammar.Name)
}

// ClauseBefore is the actor who is the subject of the last verb before token at, and stands
// right before it or behind it, if that verb agrees with the trigger's; -1 if there is none.
func (r *Reader) ClauseBefore(at int) int {
	g := r.V
	for i := at - 1; i >= r.Start; i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) || t.Is(lang.Semicolon) || r.Complementiser(i) || t.In(g.Relative) && r.Grammar.Function(t) || t.In(g.Against) {
			return -1
		}
		if t.In(g.Was) && t.Feats&(lang.Past|lang.Present) != 0 {
			subject := false
			for n := range r.Named {
				subject = subject || r.Named[n].From == i+1 && !r.Named[n].Glued
			}
			if !subject {
				continue
			}
		} else if !r.Grammar.Finite(t) || r.Grammar.Function(t) {
			continue
		}
		if i > r.Start && (r.Tokens[i-1].In(g.Relative) || r.Complementiser(i-1)) {
			return -1
		}
		const same = lang.Feminine | lang.Masculine | lang.First
		agrees := false
		for k := range t.Word.Readings {
			q := &t.Word.Readings[k]
			agrees = agrees || r.Cur.Kind == rule.Noun && q.Feat&lang.Verb != 0 && (q.Feat&lang.Feminine != 0) == r.Feminine(r.Cur.At) || q.Feat&lang.Verb != 0 && (q.Feat^r.Cur.By.Feat)&same == 0 && (q.Feat^r.Cur.By.Feat)&(lang.Past|lang.Present) == 0
		}
		several := r.Cur.By.Feat&(lang.Verb|lang.Plural) == lang.Verb|lang.Plural && r.Cur.By.Feat&lang.First == 0
		if !agrees || several && t.Feats&lang.Plural == 0 && !r.pluralBehind(i) {
			return -1
		}
		verb := i
		if i > r.Start && (r.Is(i-1, stance.KeyNever) || r.Tokens[i-1].In(g.Negation) && r.Grammar.Function(&r.Tokens[i-1])) && !r.Tokens[i-1].Has(lang.Conjunction) {
			verb-- // "Egypt will not despair and will …"
		}
		for n := range r.Named {
			if m := &r.Named[n]; m.To == verb && !m.Glued && r.heads(m.From) {
				return r.Holds(m.Actor)
			}
		}
		if p := max(r.Start, i-1); p < i && !t.Has(lang.Conjunction) && r.Noun(p) != nil && !r.Grammar.Function(&r.Tokens[p]) && !r.Tokens[p].In(g.Time) && !r.Grammar.Finite(&r.Tokens[p]) {
			return -1 // its subject stands before it
		}
		for n := range r.Named {
			if m := &r.Named[n]; m.From == i+1 && !m.Glued && t.Feats&lang.Plural == 0 && !(r.Tokens[i+1].In(g.Country) && r.Cur.By.Feat&(lang.Masculine|lang.Feminine) == lang.Masculine) && r.SubjectOf(m.From) && !r.Mismatched(m.From) {
				return r.Holds(m.Actor)
			}
		}
		return -1
	}
	return -1
}

// pluralBehind reports whether the actor right behind token i is of several.
func (r *Reader) pluralBehind(i int) bool {
	for n := range r.Named {
		if m := &r.Named[n]; m.From == i+1 {
			q := r.Noun(m.From)
			return q != nil && q.Feat&(lang.Plural|lang.Dual) != 0 && r.Rec.Actors[m.Actor].Kind != "person"
		}
	}
	return false
}

// Antecedent yields where the noun phrase of an actor begins to which a relative pronoun at
// token at belongs: one that heads its phrase, or that alone agrees with the verb.
func (r *Reader) Antecedent(at int, yield func(int) bool) bool {
	for i := len(r.Named) - 1; i >= 0; i-- {
		n := &r.Named[i]
		if n.To > at || at-n.From > phrase.MaxSource {
			continue
		}
		gap := at - n.To
		if gap > 0 && !(gap == 1 && (r.Tokens[n.To].Is(lang.Comma) || phrase.IsQuote(&r.Tokens[n.To]) || r.Tokens[n.To].Has(lang.Noun|lang.Article))) {
			continue
		}
		q := r.Noun(n.From)
		if q == nil || r.Adjective(n.From) {
			continue
		}
		own, verb := q.Feat&(lang.Feminine|lang.Masculine), r.Cur.By.Feat&(lang.Feminine|lang.Masculine)
		country := r.Tokens[n.From].In(r.V.Country)
		if country {
			own = verb
			if verb == lang.Masculine && !(r.Is(at, stance.KeyHe) && r.Is(n.From, stance.KeyMale)) {
				continue // "which the deal allows": another is the subject
			}
		}
		if own&verb == 0 {
			continue
		}
		if !n.Glued && r.heads(n.From) || own == lang.Feminine || country || gap == 0 && n.To-n.From > 1 && r.Rec.Actors[n.Actor].Kind == "person" && r.Tokens[at-1].In(r.Grammar.Name) {
			return yield(n.From)
		}
	}
	return false
}

// heads reports whether the noun at token i can head its phrase: no preposition, no noun
// that it completes and no verb whose subject it is stands before it.
func (r *Reader) heads(i int) bool {
	if i > r.Start && phrase.IsQuote(&r.Tokens[i-1]) && int(r.Tokens[i-1].Match) > i {
		i--
	}
	if i <= r.Start {
		return true
	}
	for j := max(r.Start, i-4); j < i; j++ {
		if r.ContextAt(j, stance.KeyMembers) == i {
			return r.heads(j)
		}
	}
	g, p := r.V, &r.Tokens[i-1]
	if t := &r.Tokens[i]; i-2 > r.Start && t.Word != nil && t.Has(lang.Conjunction) && p.Word != nil && p.Has(lang.Noun|lang.Article) && r.Tokens[i-2].In(g.Prep) && r.Grammar.Function(&r.Tokens[i-2]) {
		return false // in the kingdom and in Egypt
	}
	switch {
	case p.Word == nil:
		return p.Kind != lang.NumberKind
	case p.In(g.Demonstrative) && r.Grammar.Function(p) && r.Tokens[i].Has(lang.Noun|lang.Article):
		return p.Feats&(lang.With|lang.For|lang.Like) == 0 && r.heads(i-1) // of this party
	case r.Complementiser(i - 1), p.In(g.Was), p.In(g.Already), p.In(g.Against):
		return true
	case p.In(g.Conj) && r.Grammar.Function(p):
		return true
	case p.Feats&lang.Function != 0 && p.In(g.Prep):
		return false
	case r.Grammar.Finite(p) && r.Cur.Kind == rule.Noun && i-1 > r.Start && r.leads(i-2, p):
		return false // "Ankara told Washington of its consent"
	case r.Grammar.Finite(p) && !r.Grammar.Nounish(p) && r.Tokens[i].Word != nil && r.Tokens[i].Has(lang.Conjunction) && r.Tokens[i].In(g.Country.Or(g.Capital)) && i-1 > r.Start:
		return true // "Moscow objects and Turkey sets terms"
	case r.Grammar.Finite(p) && !(i-1 > r.Start && r.Tokens[i-2].In(g.Prep) && p.Has(lang.Pronoun)):
		return r.Cur.Kind == rule.Noun // the subject of the verb before, and its noun: it repeated its refusal
	}
	q := r.Noun(i - 1)
	if q == nil {
		return true
	}
	return r.Cur.Kind == rule.Noun && r.Announces(i-1) || r.Grammar.Finite(p) || p.Has(lang.Noun|lang.Article) || p.Has(lang.Noun|lang.Pronoun) || q.Feat&lang.Accusative != 0
}

// leads reports whether an actor ends with token i, who is the subject of the verb behind it: its name heads a clause, and it agrees with that verb.
func (r *Reader) leads(i int, verb *lang.Token) bool {
	for k := range r.Named {
		if n := &r.Named[k]; n.To == i+1 && !n.Glued && (r.ClauseStart(n.From) || n.From == r.Start) {
			return !verb.Has(lang.Conjunction)
		}
	}
	return false
}

// described reports whether the verb of the trigger, in the present and with no pronoun, stands right behind an indefinite noun that
// it agrees with: what stands behind it is its object, "a strike that targets the country".
func (r *Reader) described() bool {
	f, i := r.Cur.By.Feat, r.Cur.From-1
	if f&(lang.Verb|lang.Present) != lang.Verb|lang.Present || f&(lang.Pronoun|lang.Conjunction|lang.Future) != 0 || i < r.Start || r.Cur.Negated || r.Cur.Word.Frames&stance.Governs != 0 {
		return false
	}
	t, n := &r.Tokens[i], r.Noun(i)
	return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Guess|lang.Accusative) == 0 && n.Feat&f&(lang.Feminine|lang.Masculine) != 0 && !t.Has(lang.Noun|lang.Accusative) &&
		!r.Grammar.Function(t) && !r.Grammar.Finite(t) && !t.In(r.V.Time) && !t.In(r.V.Country.Or(r.V.Capital)) && !t.In(r.Grammar.Name) && r.ContextAt(i, stance.KeyAdverb) == i
}
