package count

import (
	"riwaya/internal/count/predicate"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/quantity"
)

// The named parts that a pattern may ask for; behind them come the keys of the context
// words, each a part too.
const (
	partDo       = iota // a verb whose subject is counted
	partSuffer          // a verb whose object, or the subject of whose passive, is counted
	partEvent           // a noun of action
	partNear            // a few words of the same clause, with no other verb
	partFar             // more of them
	partRest            // what belongs to the noun: adjectives, a genitive
	partFigure          // back: the figure before
	partNoun            // a listed counted noun
	partCasualty        // one whose predicate no verb changes
	partPrep            // a preposition that stands alone
	partComma
	partColon
	partDash
	partOpen   // an opening bracket
	partClose  // a closing bracket
	partVerb   // any finite verb
	partTheirs // a verbal noun with the pronoun of those it happened to
)

var partNames = []string{"do", "suffer", "event", "near", "far", "rest", "figure", "noun", "casualty", "prep", "comma", "colon", "dash", "open", "close", "verb", "theirs"}

// sought are the parts whose words a sentence is asked for once, beside the context words.
const sought uint64 = 1<<partDo | 1<<partSuffer | 1<<partEvent | 1<<partFigure | 1<<partTheirs | 1<<partColon | 1<<partDash | 1<<partOpen

// Keys of context words that the finder itself asks for.
const (
	keyAmong = "among"
	keySince = "since"
	keyVirus = "bi-virus"
	keyDone  = "done"
)

// contexts are the keys of context words by their first letter: there are few of each, and
// they are asked for at every context word.
type contexts [256][]context

type context struct {
	key string
	n   uint8
}

// bit is which of the parts a key is.
func (c *contexts) bit(key string) uint8 {
	for _, x := range c[key[0]] {
		if x.key == key {
			return x.n
		}
	}
	return 0
}

// Heeds implements match.Parts: there are no keys.
func (r *reading) Heeds(int) int { return 0 }

// Part implements match.Parts.
func (r *reading) Part(n, at int, back bool, yield func(int) bool) bool {
	if back && at <= r.Begin || !back && at >= r.End {
		return false
	}
	next := at // the token asked about
	step := at + 1
	if back {
		next, step = at-1, at-1
	}
	k := &r.k[next]
	switch n {
	case partDo, partSuffer:
		if back && at == r.cur.Start && r.cur.Glued {
			return n == partSuffer && r.deeds.Governor(at, predicate.BehindBi, yield)
		}
		if r.deeds.Frame(next, n == partDo, back) != nil {
			return yield(step)
		}
		if !back && n == partSuffer {
			if end, _ := r.deeds.Theirs(next); end > next {
				return yield(end)
			}
		}
		if back && n == partSuffer && at == r.cur.Start {
			return r.deeds.Behind(next, yield)
		}
	case partEvent:
		return r.deeds.Event(at, back, yield)
	case partNear:
		return r.gap(at, back, 4, yield)
	case partFar:
		return r.gap(at, back, 14, yield)
	case partRest:
		return !back && r.rest(at, yield)
	case partFigure:
		if back {
			if c := r.before(); c != nil && (c.To == at || c.End == at) {
				return yield(c.Start)
			}
		}
	case partNoun:
		if k.Word != nil && k.In(r.f.g.counted) {
			return yield(step)
		}
	case partCasualty:
		if w, ok := r.Listed(next); ok && w.Fixed && !k.Has(lang.Article|lang.Noun) {
			return yield(step)
		}
	case partPrep:
		if k.Word != nil && k.In(r.f.g.prep) && k.Feats&lang.Function != 0 {
			return yield(step)
		}
	case partComma:
		return k.Is(lang.Comma) && yield(step)
	case partColon:
		return k.Is(lang.Colon) && yield(step)
	case partDash:
		return k.Is(lang.Dash) && yield(step)
	case partOpen:
		return k.Is(lang.BracketOpen) && yield(step)
	case partClose:
		return k.Is(lang.BracketClose) && yield(step)
	case partVerb:
		return r.Finite(next) && yield(step)
	case partTheirs:
		return !back && r.deeds.Verbal(next) != nil && k.Has(lang.Pronoun) && yield(step)
	default:
		return r.keyed(n, at, back, yield)
	}
	return false
}

// keyed yields the end, or the beginning, of the context words whose key is part n.
func (r *reading) keyed(n, at int, back bool, yield func(int) bool) bool {
	key := r.f.keyOf[n]
	if !back {
		if e := r.ContextAt(at, key); e > at {
			return yield(e)
		}
		return false
	}
	for j := at - 1; j >= max(r.Begin, at-3); j-- {
		if r.ContextAt(j, key) == at && yield(j) {
			return true
		}
	}
	return false
}

// gap yields the ends of gaps of up to most words from token at, the shortest first. No
// gap runs over a complementiser, another figure, a colon or the end of a clause, and back
// from the figure it does not begin behind a preposition: then that governs the figure.
func (r *reading) gap(at int, back bool, most int, yield func(int) bool) bool {
	g := &r.f.g
	if back && at == r.cur.Start && (r.cur.Glued || r.deeds.Governed(at-1) || !r.joined(r.cur) && r.genitive(at-1)) {
		return false
	}
	for n := 1; n <= most; n++ {
		i, to := at+n-1, at+n
		if back {
			i, to = at-n, at-n
		}
		if i < r.Begin || i >= r.End {
			return false
		}
		k := &r.k[i]
		switch {
		case k.Kind == lang.BreakKind, k.Is(lang.Stop), k.Is(lang.Colon), k.Is(lang.Semicolon), k.Is(lang.Ellipsis), k.In(g.that) && k.Feats&lang.Function != 0:
			return false
		case k.Is(lang.Comma) && most < 10:
			return false
		case back && r.inFigure(i):
			return false
		case r.Finite(i) && !r.Called(i):
			return false // another verb has what is behind it
		}
		if yield(to) {
			return true
		}
	}
	return false
}

// genitive reports whether token i is a noun of action that has what stands behind it as its genitive:
// the trial of ten.
func (r *reading) genitive(i int) bool {
	if i < r.Begin {
		return false
	}
	k := &r.k[i]
	return k.Word != nil && k.Feats&lang.Masdar != 0 && k.Feats&(lang.Past|lang.Present|lang.Article|lang.Pronoun|lang.Accusative|lang.Function|lang.Nisba) == 0 && !r.Called(i)
}

// rest yields the ends of what may belong to the noun before token at: adjectives, what it
// is bound to, a phrase with a preposition.
func (r *reading) rest(at int, yield func(int) bool) bool {
	for i := at; i < min(r.End, at+5); i++ {
		k := &r.k[i]
		if k.Is(lang.BracketOpen) && int(k.Match) > i && int(k.Match) < r.End {
			i = int(k.Match)
			if yield(i + 1) {
				return true
			}
			continue
		}
		if k.Mark == lang.QuoteOpen || k.Mark == lang.QuoteClose {
			continue // round a name
		}
		name := k.Kind == lang.NumberKind || k.Is(lang.Dash) // of a weapon
		if !name && k.Kind != lang.WordKind || !name && (k.Has(lang.Conjunction) && !r.alsoOne(i) || r.Finite(i) && !r.Called(i) || k.Feats&lang.Function != 0 && !k.In(r.f.g.prep)) {
			return false
		}
		if yield(i + 1) {
			return true
		}
	}
	return false
}

// alsoOne reports whether token i is one more of people beside those who are counted: three
// policemen and a civilian.
func (r *reading) alsoOne(i int) bool {
	if !quantity.People(r.cur.Word.Group) {
		return false
	}
	w := r.k[i].Word
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Classes.Meets(r.f.g.counted) && q.Feat&lang.Conjunction != 0 && q.Feat&(lang.Article|lang.Plural|lang.Dual|lang.With|lang.For|lang.Pronoun) == 0 {
			one := r.Dual(i)
			return quantity.People(one.Group) && one.Predicate == "" // and no "and the wounding of"
		}
	}
	return false
}

// inFigure reports whether token i belongs to a figure found before in the sentence.
func (r *reading) inFigure(i int) bool {
	for n := len(r.found) - 1; n >= 0 && r.found[n].sentence == r.at; n-- {
		if c := &r.found[n]; i >= c.From && i < c.To {
			return true
		}
	}
	return false
}

var _ match.Parts = (*reading)(nil)
