package claim

import (
	"strings"

	"riwaya"
	"riwaya/internal/lang"
)

// takeUp gives a source what is known of the earlier one that its words [from, to) take
// up again.
func (s *speakers) takeUp(out *riwaya.Source, from, to int) {
	if a := s.alluded(from, to); a != nil {
		out.NameAr, out.Name, out.Actor, out.Kind, out.Private, out.Anonymous = a.NameAr, a.Name, a.Actor, a.Kind, a.Private, a.Anonymous
	}
}

// alluded finds the earlier source that the words [from, to) take up: "the source",
// "the minister", or a part of a name given in full before.
func (s *speakers) alluded(from, to int) *riwaya.Source {
	r := s.r
	if to-from > 3 {
		return nil
	}
	g := r.Grammar
	for i := len(s.past) - 1; i >= 0; i-- {
		p := &s.past[i]
		if p.source.NameAr == nil || len(p.source.Spans) == 0 {
			continue
		}
		if p.source.Kind != "person" && p.source.Kind != "media" && r.Tokens[from].In(g.Name) && !r.Tokens[from].In(g.Body.Minus(g.Given)) {
			continue // a person is not the office that bears their name
		}
		if s.within(from, to, *p.source.NameAr) && s.heads(from, p) {
			return &p.source
		}
		// the definite noun alone, after the same noun with more words
		if to-from == 1 && r.Tokens[from].In(g.Unnamed.Or(g.Document)) && r.Tokens[from].Has(lang.Article) && p.source.Kind == r.KindOf(from, to) && s.sameNoun(from, p) {
			return &p.source
		}
	}
	return nil
}

// within reports whether every word of [from, to) is a word of the longer name.
func (s *speakers) within(from, to int, name string) bool {
	n := 0
	for i := from; i < to; i++ {
		t := &s.r.Tokens[i]
		if t.Word == nil {
			continue
		}
		if t.In(s.r.Grammar.Rank) || t.In(s.r.Grammar.Honorific) {
			continue
		}
		w := s.r.Text.Source[t.Start:t.End]
		if !hasWord(name, w) && !(t.Has(lang.Article) && len(t.Word.Bare) < len(t.Word.Form) && hasWord(name, w[s.r.Text.Skip(w, 2):])) {
			return false
		}
		n++
	}
	return n > 0 && len(name) > s.r.Text.Span(from, to).Len()
}

// heads reports whether the word at token from is what the earlier source is: its head, an
// office beside that, its proper name. "The ministry" is not "officials in the ministry",
// nor a hospital its director.
func (s *speakers) heads(from int, p *spoken) bool {
	g := s.r.Grammar
	for s.r.Tokens[from].Word == nil || s.r.Tokens[from].In(g.Rank.Or(g.Honorific)) { // some other word was found within the name
		from++
	}
	t := &s.r.Tokens[from]
	if (t.In(g.Name) || t.Has(lang.Guess)) && !t.In(g.Body.Minus(g.Given)) {
		return true // a person may be named anywhere
	}
	w := s.r.Text.Source[t.Start:t.End]
	if strings.HasPrefix(*p.source.NameAr, w) || t.Has(lang.Article) && strings.HasPrefix(*p.source.NameAr, w[s.r.Text.Skip(w, 2):]) {
		return true
	}
	if p.words[0] < 0 {
		return false
	}
	for i := p.words[0]; i < p.words[1]; i++ {
		q := &s.r.Tokens[i]
		switch {
		case q.Word == nil:
		case q.Word.Bare == t.Word.Bare:
			prev := &s.r.Tokens[max(i-1, p.words[0])]
			return prev.Has(lang.Article) || prev.In(g.Rank.Or(g.Honorific)) || !prev.In(g.Person.Or(g.Witness).Or(g.Unnamed))
		case i > p.words[0] && (g.Function(q) && q.In(g.Prep) || q.Has(lang.With|lang.Noun)):
			return false
		}
	}
	return false
}

// sameNoun reports whether the noun with the article at token i heads the earlier source, or
// begins no name known to be another's: "the report" is not the statistics cited before it.
func (s *speakers) sameNoun(i int, p *spoken) bool {
	if p.words[0] < 0 {
		return true
	}
	have, want := s.r.Noun(p.words[0]), s.r.Noun(i)
	return have == nil || want == nil || have.Lemma == "" || have.Lemma == want.Lemma
}

// hasWord reports whether w stands in name as a whole word.
func hasWord(name, w string) bool {
	for i := 0; i+len(w) <= len(name); i++ {
		if name[i:i+len(w)] == w && (i == 0 || name[i-1] == ' ') && (i+len(w) == len(name) || name[i+len(w)] == ' ') {
			return true
		}
	}
	return false
}
