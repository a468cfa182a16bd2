package when

import "riwaya/internal/lang"

// allowed reports whether what stands around tokens [from, to) lets the rule be.
func (s *search) allowed(y *symbol, from, to int) bool {
	if y.loud && (from == s.sentence.From || s.t.Tokens[from-1].Kind == lang.MarkKind || s.t.Tokens[from].Has(lang.Conjunction)) {
		return false
	}
	if y.opens && (from == 0 || from != s.sentence.From && !s.t.Tokens[from-1].Is(lang.Stop)) {
		return false
	}
	if y.head && from > 0 && s.t.Tokens[from-1].Kind != lang.BreakKind {
		return false
	}
	if y.before != (kinds{}) {
		near := from - 1 // numbers between count nothing: the 22 May palace
		for near > s.sentence.From && (s.t.Tokens[near].Kind == lang.NumberKind || s.t.Tokens[near].In(s.f.number)) {
			near--
		}
		direct, far := s.around(near, from), y.before
		far.drop(kindNamed)
		if direct.meets(y.before) || s.around(s.clause(from, 6), from-1).meets(far) {
			return false
		}
	}
	if y.after != (kinds{}) && s.around(to, to+1).meets(y.after) {
		return false
	}
	if y.right != (kinds{}) && !s.around(from-1, from).meets(y.right) && !(y.right.has(kindFor) && s.verb(from, s.f.lasting)) {
		return false
	}
	if y.behind != (kinds{}) && !s.around(from-2, from).meets(y.behind) &&
		!(y.behind.has(forJoin) && s.t.Tokens[from].Has(lang.For)) &&
		!(y.behind.has(kindVerb) && from > s.sentence.From && s.finite(from-1)) &&
		!(y.behind.has(kindFor) && s.verb(from, s.f.lasting)) && !(y.behind.has(kindBecoming) && s.verb(from, s.f.becoming)) {
		return false
	}
	return !y.shut || s.shuts(to)
}

// clause is where the words before token i begin, at most n of them, in their clause.
func (s *search) clause(i, n int) int {
	from := i
	for from > max(i-n, s.sentence.From) && s.t.Tokens[from-1].Kind != lang.MarkKind {
		from--
	}
	return from
}

// around are the kinds of the words of tokens [from, to), as far as they are in the
// sentence.
func (s *search) around(from, to int) (set kinds) {
	for i := max(from, s.sentence.From); i < min(to, s.sentence.To); i++ {
		w := s.t.Tokens[i].Word
		if w == nil || !w.Classes.Meets(s.f.any) && !w.Begins.Meets(s.f.any) {
			continue
		}
		for n := range w.Readings {
			if r := &w.Readings[n]; r.Classes.Meets(s.f.any) {
				set.add(s.f.units[r.Key].kind)
			}
		}
		if e, p := s.t.PhraseAt(i, s.f.any); e > i && e <= to {
			set.add(s.f.units[p.Key].kind)
		}
	}
	return set
}

// finite reports whether token i can only be a verb.
func (s *search) finite(i int) bool {
	w := s.t.Tokens[i].Word
	return w != nil && w.Feats&(lang.Past|lang.Present) != 0 && w.Feats&(lang.Noun|lang.Function) == 0
}

// verb reports whether one of the two tokens before i is a verb of that class.
func (s *search) verb(i int, in lang.Set) bool {
	for j := max(i-2, s.sentence.From); j < i; j++ {
		if s.t.Tokens[j].In(in) {
			return true
		}
	}
	return false
}

// shuts reports whether token i is no noun, so that a number before it counts nothing.
func (s *search) shuts(i int) bool {
	if i >= s.sentence.To {
		return true
	}
	k := &s.t.Tokens[i]
	switch k.Kind {
	case lang.NumberKind:
		return false
	case lang.WordKind:
		return k.Word.Feats&(lang.Function|lang.Conjunction|lang.Past|lang.Present|lang.Article) != 0
	}
	return true
}

// nearby is how many tokens before an expression are asked whether something is to come.
const nearby = 14

// upcoming reports whether the words around an expression say that what it places is still
// to come: a verb in the future, what is planned or expected.
func (s *search) upcoming(h *hit) bool {
	for i := h.from - 1; i >= max(h.from-nearby, h.sentence.From); i-- {
		if s.ahead(i) {
			return true
		}
	}
	for i := h.to; i < min(h.to+4, h.sentence.To) && s.t.Tokens[i].Kind == lang.WordKind && !s.t.Tokens[i].In(s.f.that); i++ {
		if s.ahead(i) {
			return true
		}
	}
	return false
}

// ahead reports whether token i says that something is to come.
func (s *search) ahead(i int) bool {
	w := s.t.Tokens[i].Word
	return w != nil && (w.Classes.Meets(s.f.upcoming) || w.Feats&lang.Future != 0 && w.Feats&(lang.Past|lang.Noun) == 0)
}

// elsewhere reports whether a length is counted from another event than now: two days
// after the attack, two days before the elections.
func (s *search) elsewhere(h *hit) bool {
	if h.since || h.fromNow || h.to+1 >= h.sentence.To {
		return false
	}
	k := s.t.Tokens
	from := s.around(h.to, h.to+1)
	if !from.has(kindOf_) && !from.has(kindOn) {
		return false
	}
	next := &k[h.to+1]
	if s.around(h.to+1, h.to+2).has(kindNow) || next.In(s.f.place) || next.Word == nil {
		return false
	}
	return h.rule.means == afterNow || next.In(s.f.event) || next.Has(lang.Masdar) || next.Has(lang.Article|lang.Feminine|lang.Plural)
}

var kindOn = kindOf("on")

// morrow is the day after an event: the day that the same sentence has named before, else
// the day after the one that it names behind, else the day that the article reports, which
// its first relative day says. Not known, it is a day later: P1D.
func (s *search) morrow(h *hit) (value, kind string, ok bool) {
	lead, known := date(0), false
	for i := range s.hits {
		o := &s.hits[i]
		if o == h || !o.dated {
			continue
		}
		switch {
		case o.sentence == h.sentence && o.from < h.from && !o.since:
			return o.day.String(), typeDate, true
		case o.sentence == h.sentence && o.from-h.to < nearby:
			return (o.day + 1).String(), typeDate, true
		case !known && o.frame[0][fOffset] != 0 && s.ref-o.day <= 1:
			lead, known = o.day, true
		}
	}
	if known && !s.dated(h) {
		return lead.String(), typeDate, true
	}
	return "P1D", typeDuration, true
}

// dated reports whether the sentence goes on with a year or a month.
func (s *search) dated(h *hit) bool {
	for i := range s.hits {
		if o := &s.hits[i]; o.sentence == h.sentence && o.from >= h.to && o.rule.means == aDate {
			return true
		}
	}
	return false
}
