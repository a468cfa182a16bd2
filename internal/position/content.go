package position

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// body is what a position is about: tokens [from, to), and the byte where it begins, which
// may be inside a word behind a preposition.
type body struct {
	from, to, start int
}

// contentAt is the content that begins at token at, as the word of the trigger takes it.
func (r *reading) contentAt(at int) (body, bool) {
	if at >= r.limit {
		return body{}, false
	}
	g, t, takes := &r.f.g, &r.Tokens[at], r.cur.word.frames
	if t.Word == nil {
		if takes&(takesObj|takesAct|takesClause|takesPassed) != 0 && phrase.IsQuote(t) && int(t.Match) > at+1 {
			return r.until(at, t.Start)
		}
		if takes&takesClause != 0 && t.Kind == lang.NumberKind {
			return r.until(at, t.Start)
		}
		return body{}, false
	}
	if r.Complementiser(at) {
		glued := t.Has(lang.With | lang.Function)
		if takes&takesThat != 0 || glued && takes&takesBi != 0 {
			return r.behind(at+1, glued)
		}
		return body{}, false
	}
	if r.Grammar.Function(t) && !t.Has(lang.Function|lang.Pronoun) {
		if takes&takesIla != 0 && t.In(g.to) || takes&takesAla != 0 && t.In(g.on) || takes&takesAn != 0 && t.In(g.about) || takes&takesFi != 0 && t.In(g.in) || takes&takesMin != 0 && t.In(g.from) || takes&takesNahw != 0 && r.is(at, keyTowards) {
			if at+1 < r.limit && r.Complementiser(at+1) {
				at++
			}
			return r.behind(at+1, true)
		}
	}
	for _, p := range [2]struct {
		takes uint16
		feat  lang.Feat
	}{{takesBi, lang.With}, {takesLi, lang.For}} {
		if takes&p.takes == 0 {
			continue
		}
		if q := phrase.Glued(t, p.feat|lang.Noun); q != nil && r.subject(at, q) {
			return r.until(at, r.t.Inner(at, q))
		}
	}
	switch {
	case takes&takesClause != 0:
		if t.In(g.against) && r.Grammar.Function(t) || t.In(g.already) {
			return body{}, false
		}
		if t.Word.Feats&lang.Conjunction != 0 && t.Has(lang.Conjunction) && r.Noun(at) == nil {
			return body{}, false
		}
		return r.until(at, t.Start)
	case r.cur.by.Feat&(lang.Verb|lang.Pronoun) == lang.Verb|lang.Pronoun: // the pronoun is its object
	case takes&(takesObj|takesPassed) != 0 && r.object(at), takes&takesAct != 0 && r.deed(at):
		return r.until(at, t.Start)
	}
	return body{}, false
}

// behind is the content from token at, behind a preposition or a complementiser.
func (r *reading) behind(at int, noun bool) (body, bool) {
	if at >= r.limit || r.Tokens[at].Kind == lang.BreakKind || r.Tokens[at].Is(lang.Comma) || r.Tokens[at].Is(lang.Stop) {
		return body{}, false
	}
	t := &r.Tokens[at]
	if noun && t.Word != nil && t.In(r.f.g.time) && !t.In(r.f.g.event) && !t.Has(lang.Masdar) {
		return body{}, false
	}
	return r.until(at, t.Start)
}

// subject reports whether what stands behind a glued preposition can be what a position is
// about: no pronoun, no time.
func (r *reading) subject(at int, q *lang.Reading) bool {
	t := &r.Tokens[at]
	return !(t.In(r.f.g.time) && !t.In(r.f.g.event) && !t.Has(lang.Masdar)) && !r.is(at, keyAdverb)
}

// object reports whether a bare object can begin at token at.
func (r *reading) object(at int) bool {
	g, t := &r.f.g, &r.Tokens[at]
	if t.In(g.demonstrative) && r.Grammar.Function(t) && at+1 < r.limit && r.Tokens[at+1].Has(lang.Article) {
		return t.Word.Feats&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0
	}
	n := r.Noun(at)
	if n == nil || r.Grammar.Finite(t) || r.Grammar.Function(t) || t.In(g.time) && !t.In(g.event) {
		return false
	}
	if n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || t.In(g.prep) {
		return false
	}
	if n.Feat&lang.Nisba != 0 && !t.In(g.event) || t.In(g.demonym) && !t.In(g.country) {
		return false // an adjective of what is before it
	}
	return true
}

// deed reports whether a verbal noun or the noun of an event begins at token at.
func (r *reading) deed(at int) bool {
	t := &r.Tokens[at]
	if !r.object(at) {
		return false
	}
	return t.In(r.f.g.event) || t.Has(lang.Masdar)
}

// until is the content from token from, at byte start, to where it ends: with the sentence,
// the words of its speaker, or the next clause of the narrator.
func (r *reading) until(from, start int) (body, bool) {
	end := r.end(from, r.limit)
	if end <= from {
		return body{}, false
	}
	return body{from, end, start}, true
}

// end is where the clause from token from ends, at most at limit.
func (r *reading) end(from, limit int) int {
	g := &r.f.g
	inside := -1
	i := from
	for ; i < limit; i++ {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind {
			break
		}
		if t.Kind == lang.MarkKind && int(t.Match) > i && int(t.Match) < limit {
			inside = max(inside, int(t.Match))
		}
		if i <= inside || i == from {
			continue
		}
		if t.Is(lang.Colon) || t.Is(lang.Semicolon) || t.Is(lang.Ellipsis) || t.Is(lang.Stop) || t.Is(lang.Dash) && !t.Tight {
			break
		}
		if t.Kind == lang.MarkKind && t.Match >= 0 && int(t.Match) < from {
			break
		}
		if t.Is(lang.Comma) && (i+1 >= limit || !r.lists(i+1)) {
			break
		}
		if t.Word == nil {
			continue
		}
		if t.In(g.against) && t.Word.Feats&lang.Noun == 0 || r.Speaks(i) || r.contextAt(i, keyBy) > i || r.contextAt(i, keyEnds) > i {
			break
		}
		if t.Has(lang.Conjunction) && r.Grammar.Finite(t) && t.Word.Find(lang.Conjunction|lang.Verb) != nil && !r.Complementiser(from-1) {
			break
		}
	}
	for i > from+1 {
		t := &r.Tokens[i-1]
		if t.Kind == lang.MarkKind && t.Match < 0 || t.Kind == lang.MarkKind && t.Match >= 0 && int(t.Match) > i || t.In(g.conj) && r.Grammar.Function(t) || t.In(g.that) && r.Grammar.Function(t) {
			i--
			continue
		}
		break
	}
	return i
}

// lists reports whether what stands behind a comma, at token i, goes on with a list: a noun
// with a conjunction, or a condition.
func (r *reading) lists(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil {
		return false
	}
	if r.Speaks(i) || r.Grammar.Finite(t) {
		return false
	}
	q := r.Noun(i)
	return q != nil && q.Feat&lang.Conjunction != 0 && !t.Has(lang.Participle|lang.Accusative) && t.Word.Feats&lang.Cue == 0
}

// conditions are those of a position whose content are tokens [from, to): in it, or behind
// the comma after it.
func (r *reading) conditions(from, to int) []string {
	for i := from; i < min(r.limit, to+2); i++ {
		e := r.contextAt(i, keyIf)
		if e == i || i == to+1 && !r.Tokens[to].Is(lang.Comma) {
			continue
		}
		end := r.end(i, r.limit)
		if end <= e {
			return nil
		}
		start := r.Tokens[i].Start
		if t := &r.Tokens[i]; t.Word != nil {
			for k := range t.Word.Readings {
				if q := &t.Word.Readings[k]; q.Classes.Meets(r.f.g.context) && q.Feat&lang.Conjunction != 0 {
					start = r.t.Inner(i, q)
				}
			}
		}
		return []string{riwaya.Span{Start: start, End: r.Tokens[end-1].End}.Of(r.t.Source)}
	}
	return nil
}
