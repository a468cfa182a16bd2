package timex

import "riwaya/internal/lang"

// allowed reports whether what stands around tokens [from, to) lets the rule be.
func (s *search) allowed(y *symbol, from, to int) bool {
	if y.loud && (from == s.sentence.From || s.t.Tokens[from-1].Kind == lang.MarkKind || s.t.Tokens[from].Has(lang.Conjunction)) {
		return false
	}
	if y.opens && (from == 0 || from != s.sentence.From && !(s.t.Tokens[from-1].Kind == lang.MarkKind && s.t.Tokens[from].Has(lang.Conjunction))) {
		return false
	}
	if y.head && from > 0 && s.t.Tokens[from-1].Kind != lang.BreakKind {
		return false
	}
	if y.before != (kinds{}) {
		near := from - 1 // numbers between count nothing: the 22 May palace
		for near > s.sentence.From && (s.t.Tokens[near].Kind == lang.NumberKind || s.t.Tokens[near].In(s.r.number)) {
			near--
		}
		direct, far := s.around(near, from), y.before
		far.drop(kindNamed)
		if direct.meets(y.before) || s.around(s.clause(from, 6), from-1).meets(far) {
			return false
		}
	}
	if y.after != (kinds{}) && s.around(to, to+1).meets(y.after) && !s.by(to) {
		return false
	}
	if y.right != (kinds{}) && !s.around(from-1, from).meets(y.right) && !(y.right.has(kindFor) && s.verb(from, s.r.lasting)) {
		return false
	}
	if y.behind != (kinds{}) && !s.around(from-2, from).meets(y.behind) &&
		!(y.behind.has(forJoin) && s.t.Tokens[from].Has(lang.For)) &&
		!(y.behind.has(kindVerb) && from > s.sentence.From && s.finite(from-1)) &&
		!(y.behind.has(kindFor) && s.verb(from, s.r.lasting)) && !(y.behind.has(kindBecoming) && s.verb(from, s.r.becoming)) {
		return false
	}
	return !y.shut || s.shuts(to) && !(y.alone && to < s.sentence.To && s.t.Tokens[to].Has(lang.Article))
}

// by reports whether "of" and "before" stand at token i: together they are "by".
func (s *search) by(i int) bool {
	return s.around(i, i+1).has(kindOfWord) && s.around(i+1, i+2).has(kindAgo)
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
		if w == nil || !w.Classes.Meets(s.r.any) && !w.Begins.Meets(s.r.any) {
			continue
		}
		for n := range w.Readings {
			if r := &w.Readings[n]; r.Classes.Meets(s.r.any) {
				set.add(s.r.units[r.Key].kind)
			}
		}
		if e, p := s.t.PhraseAt(i, s.r.any); e > i && e <= to {
			set.add(s.r.units[p.Key].kind)
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
		return k.Feats&(lang.Function|lang.Conjunction|lang.Past|lang.Present|lang.Article) != 0
	}
	return true
}
