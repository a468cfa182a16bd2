package position

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
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
)

var partNames = []string{"holder", "it", "content", "whom", "near", "aside", "which", "was", "comma", "opens", "antecedent", "verb", "nation", "says", "thing"}

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
	g, k := &r.f.g, &r.Tokens[next]
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
		return r.state(next) >= 0 && yield(step)
	case partThing:
		return back && k.Has(lang.Noun|lang.Article) && yield(step)
	case partIt:
		if back && phrase.IsQuote(k) && step > r.Start {
			step--
			k = &r.Tokens[step]
		}
		return back && k.Has(lang.Function|lang.Pronoun) && !k.Has(lang.Like) && k.In(g.that) && yield(step)
	case partVerb:
		return back && r.clauseBefore(at) >= 0 && yield(step)
	case partContent:
		if b, ok := r.contentAt(at); ok && !back {
			return yield(b.to)
		}
	case partWhom:
		return !back && r.whom(at, yield)
	case partNear:
		return r.near(at, back, yield)
	case partAside:
		return back && r.aside(at, yield)
	case partWhich:
		return back && k.In(g.relative) && k.Word.Feats&lang.Function != 0 && yield(step)
	case partWas:
		return !k.Has(lang.So) && (k.In(g.was) || k.In(g.already) || r.is(next, keyWill)) && yield(step)
	case partComma:
		return k.Is(lang.Comma) && yield(step)
	default:
		key := r.f.contexts[n]
		if !back {
			if e := r.contextAt(at, key); e > at {
				return yield(e)
			}
			return false
		}
		for j := at - 1; j >= max(r.Start, at-3); j-- {
			if r.contextAt(j, key) == at && yield(j) {
				return true
			}
		}
	}
	return false
}

// holderBehind yields where the noun phrase of an actor ends that begins at token at: first
// behind its name, then behind what belongs to it.
func (r *reading) holderBehind(at int, yield func(int) bool) bool {
	if e := r.contextAt(at, keyMembers); e > at && e < r.End {
		at = e
	}
	for i := range r.named {
		n := &r.named[i]
		open := n.from == at+1 && phrase.IsQuote(&r.Tokens[at])
		if n.glued || n.from != at && !open {
			continue
		}
		end := n.to
		if open && end < r.End && phrase.IsQuote(&r.Tokens[end]) {
			end++
		}
		if f := r.cur.by.Feat; f&lang.Verb != 0 && r.cur.kind != kindPassed && n.from == at && (f&(lang.Plural|lang.Dual) != 0 || f&lang.Pronoun == 0 && r.cur.from > r.Start && r.Tokens[r.cur.from-1].In(r.f.g.relative) && r.Grammar.Function(&r.Tokens[r.cur.from-1]) || !r.SubjectOf(at)) {
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

// holderBefore yields where the noun phrase of an actor begins that ends at token at. What
// a preposition or another noun governs is no subject.
func (r *reading) holderBefore(at int, yield func(int) bool) bool {
	for i := len(r.named) - 1; i >= 0; i-- {
		n := &r.named[i]
		if n.to > at || n.glued || at-n.from > phrase.MaxSource || !r.heads(n.from) {
			continue
		}
		fits := n.to == at || n.to+1 == at && phrase.IsQuote(&r.Tokens[n.to])
		if !fits {
			for _, e := range r.NounPhrase(n.from) {
				fits = fits || e == at
			}
		}
		if fits && yield(n.from) {
			return true
		}
	}
	return false
}

// clauseBefore is the actor who is the subject of the last verb before token at, and stands
// right before it or behind it, if that verb agrees with the trigger's; -1 if there is none.
func (r *reading) clauseBefore(at int) int {
	g := &r.f.g
	for i := at - 1; i >= r.Start; i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) || t.Is(lang.Semicolon) || r.Complementiser(i) || t.In(g.relative) && r.Grammar.Function(t) || t.In(g.against) {
			return -1
		}
		if t.In(g.was) && t.Word.Feats&(lang.Past|lang.Present) != 0 {
			subject := false
			for n := range r.named {
				subject = subject || r.named[n].from == i+1 && !r.named[n].glued
			}
			if !subject {
				continue
			}
		} else if !r.Grammar.Finite(t) || r.Grammar.Function(t) {
			continue
		}
		if i > r.Start && (r.Tokens[i-1].In(g.relative) || r.Complementiser(i-1)) {
			return -1
		}
		const same = lang.Feminine | lang.Masculine | lang.First
		agrees := false
		for k := range t.Word.Readings {
			q := &t.Word.Readings[k]
			agrees = agrees || r.cur.kind == kindNoun && q.Feat&lang.Verb != 0 && (q.Feat&lang.Feminine != 0) == r.feminine(r.cur.at) || q.Feat&lang.Verb != 0 && (q.Feat^r.cur.by.Feat)&same == 0 && (q.Feat^r.cur.by.Feat)&(lang.Past|lang.Present) == 0
		}
		if !agrees {
			return -1
		}
		for n := range r.named {
			if m := &r.named[n]; m.to == i && !m.glued && r.heads(m.from) {
				return r.holds(m.actor)
			}
		}
		for n := range r.named {
			if m := &r.named[n]; m.from == i+1 && !m.glued && t.Word.Feats&lang.Plural == 0 && r.SubjectOf(m.from) {
				return r.holds(m.actor)
			}
		}
		return -1
	}
	return -1
}

// antecedent yields where the noun phrase of an actor begins to which a relative pronoun at
// token at belongs: one that heads its phrase, or that alone agrees with the verb.
func (r *reading) antecedent(at int, yield func(int) bool) bool {
	for i := len(r.named) - 1; i >= 0; i-- {
		n := &r.named[i]
		if n.to > at || at-n.from > phrase.MaxSource {
			continue
		}
		gap := at - n.to
		if gap > 0 && !(gap == 1 && (r.Tokens[n.to].Is(lang.Comma) || phrase.IsQuote(&r.Tokens[n.to]) || r.Tokens[n.to].Has(lang.Noun|lang.Article))) {
			continue
		}
		q := r.Noun(n.from)
		if q == nil {
			continue
		}
		own, verb := q.Feat&(lang.Feminine|lang.Masculine), r.cur.by.Feat&(lang.Feminine|lang.Masculine)
		country := r.Tokens[n.from].In(r.f.g.country)
		if country {
			own = verb
		}
		if own&verb == 0 {
			continue
		}
		if !n.glued && r.heads(n.from) || own == lang.Feminine || country {
			return yield(n.from)
		}
	}
	return false
}

// heads reports whether the noun at token i can head its phrase: no preposition, no noun
// that it completes and no verb whose subject it is stands before it.
func (r *reading) heads(i int) bool {
	if i > r.Start && phrase.IsQuote(&r.Tokens[i-1]) && int(r.Tokens[i-1].Match) > i {
		i--
	}
	if i <= r.Start {
		return true
	}
	for j := max(r.Start, i-4); j < i; j++ {
		if r.contextAt(j, keyMembers) == i {
			return r.heads(j)
		}
	}
	g, p := &r.f.g, &r.Tokens[i-1]
	switch {
	case p.Word == nil:
		return p.Kind != lang.NumberKind
	case r.Complementiser(i - 1), p.In(g.was), p.In(g.already), p.In(g.against):
		return true
	case p.In(g.conj) && r.Grammar.Function(p):
		return true
	case p.Word.Feats&lang.Function != 0 && p.In(g.prep):
		return false
	case r.Grammar.Finite(p) && !(i-1 > r.Start && r.Tokens[i-2].In(g.prep) && p.Has(lang.Pronoun)):
		return r.cur.kind == kindNoun // the subject of the verb before, and its noun: it repeated its refusal
	}
	q := r.Noun(i - 1)
	if q == nil {
		return true
	}
	return r.cur.kind == kindNoun && r.announces(i-1) || r.Grammar.Finite(p) || p.Has(lang.Noun|lang.Article) || p.Has(lang.Noun|lang.Pronoun) || q.Feat&lang.Accusative != 0
}

// announces reports whether token i is a word of announcing, confirming or promising.
func (r *reading) announces(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil || t.Word.Feats&lang.Cue == 0 {
		return false
	}
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Cue != nil && (q.Cue.Class == "announce" || q.Cue.Class == "confirm" || q.Cue.Class == "promise") {
			return true
		}
	}
	return false
}

// whom yields where the content begins behind who shall do it.
func (r *reading) whom(at int, yield func(int) bool) bool {
	if r.cur.word.frames&takesWhom == 0 {
		return false
	}
	if b, ok := r.contentAt(at); ok && !(b.start > r.Tokens[at].Start && r.Tokens[at].Has(lang.For)) && r.cur.word.frames&governs != 0 && (b.start > r.Tokens[at].Start || b.from > at) {
		return false // the content is there already
	}
	for i := at; i < min(r.End, at+12); i++ {
		t := &r.Tokens[i]
		if i > at {
			if _, ok := r.contentAt(i); ok && yield(i) {
				return true
			}
		}
		if t.Kind != lang.WordKind && !phrase.IsQuote(t) && t.Mark != lang.BracketOpen && t.Mark != lang.BracketClose || r.Grammar.Finite(t) || r.Complementiser(i) {
			return false
		}
	}
	return false
}

// near yields the ends of up to eight words with no verb and no mark among them.
func (r *reading) near(at int, back bool, yield func(int) bool) bool {
	if c := &r.cur; c.by.Feat&lang.Verb != 0 && (c.by.Feat&lang.Pronoun != 0 || c.word.frames&governs == 0) {
		return false // a bare object stands right behind its verb
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
	if t := &r.Tokens[at]; !(t.Has(lang.So) || r.Tokens[at-1].Is(lang.Comma) || t.In(r.f.g.relative) && t.Has(lang.Conjunction)) {
		return false
	}
	for i := at - 2; i >= max(r.Start, at-30); i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) {
			return false
		}
		if t.In(r.f.g.relative) && t.Word.Feats&lang.Function != 0 && t.Has(lang.Function) {
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
