package position

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/position/rule"
	"riwaya/internal/stance"
)

// The named parts that a pattern may ask for; behind them come the keys of the context
// words, each a part too.
const (
	partHolder  = iota // the noun phrase of an actor that the text names
	partIt             // back: "that" with a pronoun, which stands for the speaker
	partContent        // what the position is about, as its word takes it
	partWhom           // who shall do it, before the content
	partNear           // a few words with no verb among them
	partAside          // back: a relative clause behind the holder
	partWhich          // back: the relative pronoun
	partWas            // an auxiliary, or a particle before the verb
	partComma
	partOpens      // back: where a clause begins
	partAntecedent // back: the noun phrase of an actor that a relative clause belongs to
	partVerb       // back: the clause before, whose verb has an actor for its subject
	partNation     // the adjective of a country, for its government
	partSays       // back: a word of announcing or confirming
	partThing      // back: a noun, which is what the position is about
	partAdjunct    // an adverb, a time, or what a preposition governs before a verbal noun
	partTask       // back: "that" and behind it a thing that somebody sets about, which the word is said of
	partTopic      // back: what the words around begin with, up to the word that is said of it
	partAlong      // with whom, in what or how hard, before a preposition that the word governs
	partEpithet    // an adjective of the stance: its firm refusal
)

var partNames = []string{"holder", "it", "content", "whom", "near", "aside", "which", "was", "comma", "opens", "antecedent", "verb", "nation", "says", "thing", "adjunct", "undertaking", "topic", "along", "epithet"}

// Heeds implements match.Parts: there are no keys.
func (r *reading) Heeds(int) int { return 0 }

// Part implements match.Parts.
func (r *reading) Part(n, at int, back bool, yield func(int) bool) bool {
	if n == partOpens {
		return back && r.ClauseStart(at) && yield(at-1)
	}
	if back && at <= r.Start || !back && at >= r.End {
		return false
	}
	next, step := at, at+1 // the token asked about
	if back {
		next, step = at-1, at-1
	}
	g, k := r.V, &r.Tokens[next]
	switch n {
	case partHolder:
		if back {
			return r.Before(at, yield)
		}
		return r.Behind(at, yield)
	case partAntecedent:
		return back && r.Antecedent(at, yield)
	case partSays:
		return back && r.Announces(next) && yield(step)
	case partNation:
		return r.State(next) >= 0 && (r.Cur.By.Feat&lang.Article != 0) == k.Has(lang.Article) && yield(step)
	case partThing:
		return back && r.Thing(next, yield)
	case partTask:
		return back && r.Undertaking(at, yield)
	case partAlong:
		return !back && r.along(at, yield)
	case partTopic:
		return back && r.Topic(at, yield)
	case partAdjunct:
		return !back && r.Adjunct(at, yield)
	case partEpithet:
		return !back && k.Word != nil && k.Has(lang.Article) && !r.governed(next) && (next == r.Cur.To || !r.Completes(next)) && !k.Has(lang.Masdar) && k.Feats&(lang.With|lang.For|lang.Conjunction) == 0 && yield(step)
	case partIt:
		if back && phrase.IsQuote(k) && step > r.Start {
			step--
			k = &r.Tokens[step]
		}
		return back && k.Has(lang.Function|lang.Pronoun) && !k.Has(lang.Like) && k.In(g.That) && yield(step)
	case partVerb:
		return back && r.ClauseBefore(at) >= 0 && yield(step)
	case partContent:
		if b, ok := r.ContentAt(at); ok && !back {
			return yield(b.To)
		}
	case partWhom:
		return !back && r.whom(at, yield)
	case partNear:
		return r.near(at, back, yield)
	case partAside:
		return back && r.Aside(at, yield)
	case partWhich:
		return back && k.In(g.Relative) && k.Feats&lang.Function != 0 && yield(step)
	case partWas:
		return !k.Has(lang.So) && (k.In(g.Was) || k.In(g.Already) || r.Is(next, stance.KeyWill)) && yield(step)
	case partComma:
		return k.Is(lang.Comma) && yield(step)
	default:
		key := r.f.parts[n]
		if !back {
			if e := r.ContextAt(at, key); e > at {
				return yield(e)
			}
			return false
		}
		for j := at - 1; j >= max(r.Start, at-3); j-- {
			if r.ContextAt(j, key) == at && (key != rule.Own || r.ClauseStart(j)) && yield(j) {
				return true
			}
		}
	}
	return false
}

// governed reports whether a preposition stands between the word of the trigger and token to, behind which nothing is an adjective of
// that word.
func (r *reading) governed(to int) bool {
	for i := r.Cur.To; i < to; i++ {
		if t := &r.Tokens[i]; t.In(r.V.Prep) && r.Grammar.Function(t) && !t.Has(lang.Function|lang.Pronoun) {
			return true
		}
	}
	return false
}

// whom yields where the content begins behind who shall do it.
func (r *reading) whom(at int, yield func(int) bool) bool {
	if r.Cur.Word.Frames&stance.Whom == 0 {
		return false
	}
	if t := &r.Tokens[at]; t.Has(lang.Noun|lang.Accusative) && t.Feats&(lang.Article|lang.With|lang.For) == 0 && r.Cur.Word.Frames&stance.Governs == 0 && r.Cur.By.Feat&lang.Verb != 0 && !r.Grammar.Finite(t) && !t.In(r.V.Country) {
		return false // "asked for a safe passage": what they ask for
	}
	if b, ok := r.ContentAt(at); ok && !(b.Start > r.Tokens[at].Start && r.Tokens[at].Has(lang.For)) {
		return false // the content is there already
	}
	for i := at; i < min(r.End, at+12); i++ {
		t := &r.Tokens[i]
		if i > at && !r.Completes(i) {
			if _, ok := r.ContentAt(i); ok && yield(i) {
				return true
			}
		}
		if t.Kind != lang.WordKind && !phrase.IsQuote(t) && t.Mark != lang.BracketOpen && t.Mark != lang.BracketClose && t.Mark != lang.Dash || r.Grammar.Finite(t) && !r.Grammar.Function(t) || r.Complementiser(i) {
			return false
		}
	}
	return false
}

// near yields the ends of up to eight words with no verb and no mark among them.
func (r *reading) near(at int, back bool, yield func(int) bool) bool {
	if !back && r.Adjunct(at, yield) {
		return true
	}
	if c := &r.Cur; c.By.Feat&lang.Verb != 0 && (c.By.Feat&lang.Pronoun != 0 || c.Word.Frames&stance.Governs == 0) {
		return false // a bare object stands right behind its verb, or an adjunct
	}
	if r.Cur.By.Feat&lang.Verb != 0 && !back && at == r.Cur.To && r.names(at) {
		return false // "the minister stressed the country's care for": a noun
	}
	for n := 1; n <= 8; n++ {
		i, to := at+n-1, at+n
		if back {
			i, to = at-n, at-n
		}
		if i < r.Start || i >= r.End {
			return false
		}
		if t := &r.Tokens[i]; t.Kind != lang.WordKind && t.Kind != lang.NumberKind || r.Grammar.Finite(t) || r.Complementiser(i) || !back && t.Has(lang.For|lang.Masdar) && t.Feats&lang.Article == 0 {
			return false
		}
		if yield(to) {
			return true
		}
	}
	return false
}

// along yields where a preposition stands that the word of the trigger governs, behind another with its noun phrase or an accusative,
// with no verb and no mark between: "agreed with the neighbours on", "strive hard for".
func (r *reading) along(at int, yield func(int) bool) bool {
	t, takes := &r.Tokens[at], r.Cur.Word.Frames
	how := t.Feats&(lang.Accusative|lang.Oblique) != 0 && t.Feats&lang.Article == 0 && r.Noun(at) != nil && takes&(stance.Obj|stance.Act|stance.That) == 0
	if !how && (!t.In(r.V.Prep) || !r.Grammar.Function(t) || t.Has(lang.Function|lang.Pronoun) || t.In(r.V.On) || t.In(r.V.To) || takes&stance.Fi != 0 || t.Feats&(lang.With|lang.For) != 0) {
		return false
	}
	for i := at + 1; i < min(r.End, at+8); i++ {
		k := &r.Tokens[i]
		if k.In(r.V.Prep) && r.Grammar.Function(k) && (k.In(r.V.On) || k.In(r.V.To)) {
			return !k.Has(lang.Conjunction) && !k.Has(lang.Function|lang.Pronoun) && yield(i)
		}
		if k.Kind != lang.WordKind && k.Kind != lang.NumberKind || r.Grammar.Finite(k) && !r.Grammar.Nounish(k) || r.Complementiser(i) {
			return false
		}
	}
	return false
}

// names reports whether the text names a state, by its own name, at token i.
func (r *reading) names(i int) bool {
	for k := range r.Named {
		if n := &r.Named[k]; n.From == i && !n.Glued && r.Tokens[i].In(r.V.Country) {
			return true
		}
	}
	return false
}
