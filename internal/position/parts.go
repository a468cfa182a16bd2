package position

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
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
	partEpithet    // an adjective of the stance: its firm refusal
)

var partNames = []string{"holder", "it", "content", "whom", "near", "aside", "which", "was", "comma", "opens", "antecedent", "verb", "nation", "says", "thing", "adjunct", "undertaking", "epithet"}

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
			return r.holderBefore(at, yield)
		}
		return r.holderBehind(at, yield)
	case partAntecedent:
		return back && r.antecedent(at, yield)
	case partSays:
		return back && r.announces(next) && yield(step)
	case partNation:
		return r.State(next) >= 0 && yield(step)
	case partThing:
		return back && r.thing(next, yield)
	case partTask:
		return back && r.undertaking(at, yield)
	case partAdjunct:
		return !back && r.adjunct(at, yield)
	case partEpithet:
		return !back && k.Word != nil && k.Has(lang.Article) && !k.Has(lang.Masdar) && k.Feats&(lang.With|lang.For|lang.Conjunction) == 0 && yield(step)
	case partIt:
		if back && phrase.IsQuote(k) && step > r.Start {
			step--
			k = &r.Tokens[step]
		}
		return back && k.Has(lang.Function|lang.Pronoun) && !k.Has(lang.Like) && k.In(g.That) && yield(step)
	case partVerb:
		return back && r.clauseBefore(at) >= 0 && yield(step)
	case partContent:
		if b, ok := r.ContentAt(at); ok && !back {
			return yield(b.To)
		}
	case partWhom:
		return !back && r.whom(at, yield)
	case partNear:
		return r.near(at, back, yield)
	case partAside:
		return back && r.aside(at, yield)
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
			if r.ContextAt(j, key) == at && (key != keyOwn || r.ClauseStart(j)) && yield(j) {
				return true
			}
		}
	}
	return false
}

// thing yields where a definite noun begins that ends with token i: with the adjectives
// behind it.
func (r *reading) thing(i int, yield func(int) bool) bool {
	from := i
	for n := 0; n < 2 && from > r.Start && (r.Tokens[from].Has(lang.Nisba|lang.Article) || r.Tokens[from].In(r.V.Demonym)) && r.Tokens[from-1].Has(lang.Noun|lang.Article); n++ {
		from--
	}
	for ; from <= i; from++ {
		if r.Tokens[from].Has(lang.Noun|lang.Article) && yield(from) {
			return true
		}
	}
	return false
}

// announces reports whether token i is a word of announcing, confirming or promising.
func (r *reading) announces(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil || t.Feats&lang.Cue == 0 {
		return false
	}
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Cue != nil && (q.Cue.Class == "announce" || q.Cue.Class == "confirm" || q.Cue.Class == "promise" && r.CueAt(t) >= 0) {
			return true
		}
	}
	return false
}

// whom yields where the content begins behind who shall do it.
func (r *reading) whom(at int, yield func(int) bool) bool {
	if r.cur.word.Frames&stance.Whom == 0 {
		return false
	}
	if b, ok := r.ContentAt(at); ok && !(b.Start > r.Tokens[at].Start && r.Tokens[at].Has(lang.For)) {
		return false // the content is there already
	}
	for i := at; i < min(r.End, at+12); i++ {
		t := &r.Tokens[i]
		if i > at {
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
	if !back && r.adjunct(at, yield) {
		return true
	}
	if c := &r.cur; c.by.Feat&lang.Verb != 0 && (c.by.Feat&lang.Pronoun != 0 || c.word.Frames&stance.Governs == 0) {
		return false // a bare object stands right behind its verb, or an adjunct
	}
	for n := 1; n <= 8; n++ {
		i, to := at+n-1, at+n
		if back {
			i, to = at-n, at-n
		}
		if i < r.Start || i >= r.End {
			return false
		}
		if t := &r.Tokens[i]; t.Kind != lang.WordKind && t.Kind != lang.NumberKind || r.Grammar.Finite(t) || r.Complementiser(i) {
			return false
		}
		if yield(to) {
			return true
		}
	}
	return false
}

// aside yields where a relative clause begins that ends at token at, behind which the
// sentence goes on with "so" or a comma.
func (r *reading) aside(at int, yield func(int) bool) bool {
	if t := &r.Tokens[at]; !(t.Has(lang.So) || r.Tokens[at-1].Is(lang.Comma) || t.In(r.V.Relative) && t.Has(lang.Conjunction)) {
		return false
	}
	for i := at - 2; i >= max(r.Start, at-30); i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) {
			return false
		}
		if t.In(r.V.Relative) && t.Feats&lang.Function != 0 && t.Has(lang.Function) {
			from := i
			if from > r.Start && r.Tokens[from-1].Is(lang.Comma) {
				from--
			}
			if yield(from) {
				return true
			}
		}
	}
	return false
}

// adjunct yields where an adverb ends that begins at token at, a time, or what another preposition governs
// before a verbal noun, with commas around it or without.
func (r *reading) adjunct(at int, yield func(int) bool) bool {
	from := at
	if r.Tokens[at].Is(lang.Comma) && at+1 < r.End {
		from++
	}
	done := func(to int) bool {
		if to < r.End && r.Tokens[to].Is(lang.Comma) {
			return yield(to + 1)
		}
		return from == at && yield(to)
	}
	if e := r.ContextAt(from, stance.KeyAdverb); e > from && done(e) {
		return true
	}
	if e := r.TimeAt(from); e > from && done(e) {
		return true
	}
	t := &r.Tokens[from]
	if t.Word != nil && t.In(r.V.Prep) && t.Has(lang.Function|lang.Pronoun) {
		return done(from + 1) // in it, during it
	}
	if t.Word == nil || !t.In(r.V.Prep) || !r.Grammar.Function(t) || r.Complementiser(from) {
		return false
	}
	if from+1 < r.End {
		if e := r.TimeAt(from + 1); e > from+1 && done(e) {
			return true
		}
	}
	for i := from + 2; i < min(r.End, from+8); i++ {
		p := &r.Tokens[i-1]
		if p.Kind != lang.WordKind && p.Kind != lang.NumberKind || r.Grammar.Finite(p) && !r.Grammar.Nounish(p) || r.Complementiser(i-1) {
			return false
		}
		if n := r.Noun(i - 1); n == nil || n.Feat&(lang.Article|lang.Pronoun) == 0 && !p.In(r.V.Country) {
			continue // what is not definite goes on
		}
		if r.Tokens[i].Is(lang.Comma) {
			return from > at && i+1 < r.End && r.Deed(i+1) && yield(i+1)
		}
		if k := &r.Tokens[i]; r.Deed(i) && k.Feats&lang.Article == 0 && phrase.Glued(k, lang.For|lang.Noun) == nil && phrase.Glued(k, lang.With|lang.Noun) == nil && yield(i) {
			return true
		}
	}
	return false
}

// undertaking yields where a noun phrase begins behind "that", or at the start of a clause, that ends at
// token at and whose first noun is a thing that somebody sets about.
func (r *reading) undertaking(at int, yield func(int) bool) bool {
	for i := at - 1; i >= max(r.Start, at-8); i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.WordKind && !r.Is(i, stance.KeyTask) && (r.Grammar.Finite(t) && !r.Grammar.Nounish(t) || r.Complementiser(i)) || t.Is(lang.Comma) || t.Is(lang.Colon) || t.Is(lang.Stop) {
			return false
		}
		if r.Is(i, stance.KeyTask) && r.ClauseStart(i) {
			return yield(i)
		}
	}
	return false
}
