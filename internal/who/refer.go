package who

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"slices"
	"strings"
)

// takeUp adds the mentions that only refer back: a part of a person's name, and a definite
// noun that one actor alone can be.
func (s *search) takeUp() {
	s.findNamed()
	for _, i := range s.Rest {
		s.partOfName(i)
	}
	for i := s.T.Next(0, len(s.K), lang.StartsActor); i < len(s.K); i = s.T.Next(i+1, len(s.K), lang.StartsActor) {
		if s.K[i].In(s.m.Body) {
			s.again(i)
		}
		if s.K[i].In(s.m.G.Office) {
			s.byOffice(i)
		}
	}
	for i := range s.all {
		g := &s.all[i]
		slices.SortFunc(g.mentions, func(a, b riwaya.Span) int { return a.Start - b.Start })
		end := 0
		g.mentions = slices.DeleteFunc(g.mentions, func(m riwaya.Span) bool {
			inside := m.Start < end // of one that is longer
			end = max(end, m.End)
			return inside
		})
	}
}

// last is a person whose last name, or whose first, may stand for all of it.
type last struct {
	bare  string // the name
	of    int    // a group
	first int    // where the whole name stands, behind which its first word may stand for it; 0 of a last name
}

// findNamed finds those persons.
func (s *search) findNamed() {
	s.lasts, s.lastMarks = s.lasts[:0], 0
	for n := range s.all {
		g := &s.all[n]
		if o := &s.Mentions[g.longest]; o.What == mention.Person && !o.Nameless && !g.joined && !s.fathers(o) {
			s.lasts = append(s.lasts, last{bare: s.K[o.To-1].Word.Bare, of: n})
			if o.Name+1 < o.To && s.sure(o) && !s.K[o.Name].In(s.m.Particle) && !s.K[o.Name+1].In(s.m.Particle) && s.K[o.Name].Word.Bare != s.K[o.To-1].Word.Bare {
				s.lasts = append(s.lasts, last{bare: s.K[o.Name].Word.Bare, of: n, first: o.To})
				s.lastMarks |= s.K[o.Name].Word.Mark
			}
			s.lastMarks |= s.K[o.To-1].Word.Mark
		}
	}
}

// partOfName adds the token to the one person whose last name it is.
func (s *search) partOfName(i int) {
	if s.K[i].Word.Mark&s.lastMarks == 0 {
		return // most words
	}
	at := s.bearer(i, false)
	if at == nobody && s.AloneNamed(i) {
		at = s.bearer(i, true)
	}
	if at >= 0 && !s.Covered(i) && !s.common(i, at) && (s.PlaceOver(i) == nil || s.Speaks(s.K[i].Span())) {
		s.all[at].mentions = append(s.all[at].mentions, s.K[i].Span())
	}
}

// sure reports whether the first word of a person's name is surely one: a list has it, or the name stands
// behind a title.
func (s *search) sure(o *mention.Mention) bool {
	t := &s.K[o.Name]
	return t.In(s.m.Name) || t.Has(lang.Guess) && (o.Name > o.From || s.K[o.To-1].In(s.m.Name))
}

// nobody bears the name, or several do.
const nobody, severalDo = -1, -2

// bearer is the person whose last name, or else whose first, the word at token i is.
func (s *search) bearer(i int, first bool) int {
	bare, at := s.K[i].Word.Bare, nobody
	for n := range s.lasts {
		l := &s.lasts[n]
		if l.bare != bare || (l.first > 0) != first {
			continue
		}
		if at >= 0 || i < l.first {
			return severalDo // it could be either
		}
		at = l.of
	}
	return at
}

// common reports whether the last name of somebody at token i is a common word here: an
// adjective of the definite noun before it, or, before the name itself was given, a noun that
// is no name else.
func (s *search) common(i, at int) bool {
	t := &s.K[i]
	if i > 0 && t.Has(lang.Article) && s.K[i-1].Word != nil && s.K[i-1].Has(lang.Article) {
		p := &s.K[i-1]
		if n := s.Noun(i - 1); n != nil && n.Feat&lang.Article != 0 && !p.In(s.m.Title) && !p.In(s.m.G.Demonym) && !p.In(s.m.AnyName) && !s.Verbal(i-1) {
			return true
		}
	}
	if t.In(s.m.Name) || t.Start > s.Mentions[s.all[at].first].Span.Start {
		return false
	}
	n := s.Noun(i)
	return n != nil && n.Feat&lang.Listed != 0 || s.m.G.MayBeFinite(t) || t.Feats&lang.Function != 0
}

// again adds the definite noun at token i to the actor that it takes up again, if only
// one before it can be meant.
func (s *search) again(i int) {
	r := naming.Reading(&s.K[i], s.m.Body)
	if r == nil || r.Feat&lang.Article == 0 || s.Covered(i) {
		return
	}
	if s.Ministry(i) && s.inTitle(i) {
		return // what a minister is minister of
	}
	to, part := i+1, ""
	if to < len(s.K) {
		if a := naming.Reading(&s.K[to], s.m.Anaphor); a != nil && a.Key != naming.Described && a.Feat&lang.Article != 0 && a.Prefix == 0 {
			to++
			if a.Key == "named" {
				part = a.Lemma
			}
		} else if n := s.Noun(to); n != nil && n.Feat&lang.Article != 0 && n.Prefix == 0 && (s.Adjective(to, n) || !s.These(i) && (s.qualified(r, to, n) || s.relational(r, to))) {
			return // an institution of another name
		}
	}
	if to < len(s.K) && to == i+1 && s.K[to].Word != nil && s.K[to].In(s.m.G.Relative) && (s.K[i].Has(lang.Plural) || r.Key == "military" && r.Feat&lang.Feminine != 0) {
		return // the forces which: of all, those
	}
	noun := s.HeadNoun(i)
	if r.Feat&lang.Plural != 0 && len(s.K[i].Word.Bare) > len(noun) {
		return // the parties are no party
	}
	at := s.meant(i, noun, part)
	if at < 0 {
		return
	}
	g := &s.all[at]
	g.mentions, g.last = append(g.mentions, s.SpanOf(i, to, r.Prefix)), i
}

// relational reports whether the definite word at token i, behind the noun r, may be a relational adjective that goes with
// it, though lists have it as a noun too, and it is that of no country: the advisory council, the judicial system.
func (s *search) relational(r *lang.Reading, i int) bool {
	t := &s.K[i]
	if t.In(s.m.G.Demonym) || t.In(s.m.Name) || s.PlaceAt(i) > i || s.Covered(i) {
		return false
	}
	private := naming.Reading(t, s.m.Title)
	if n := i + 1; private != nil && n < len(s.K) && s.K[n].In(s.m.AnyName) {
		return false // the council's adviser So-and-so
	}
	return t.Word.Some(func(q *lang.Reading) bool {
		return q.Prefix == 0 && q.Feat&(lang.Article|lang.Plural|lang.Dual) == lang.Article && (q.Feat&lang.Nisba != 0 || private != nil) && (q.Feat^r.Feat)&lang.Feminine == 0
	})
}

// qualified reports whether the definite noun at token i goes with the noun r right before it as an
// adjective does, and is none that could stand there by itself: no name or title, no time, place or deed.
func (s *search) qualified(r *lang.Reading, i int, n *lang.Reading) bool {
	t := &s.K[i]
	if (r.Feat^n.Feat)&lang.Feminine != 0 || n.Feat&(lang.Dual|lang.Plural) != 0 || t.Has(lang.Masdar) || s.m.G.Function(t) || s.PlaceAt(i) > i || s.Covered(i) {
		return false
	}
	if c := naming.Reading(t, s.f.nouns); c != nil && !strings.HasSuffix(c.Key, "+") {
		return false
	}
	return !t.In(s.m.G.Relative) && !t.In(s.m.Title) && !t.In(s.m.Body) && !t.In(s.m.Folk) && !t.In(s.m.G.Time) && !t.In(s.m.Country)
}

// candidate is an actor that a definite noun may take up again.
type candidate struct {
	of      int
	last    int  // the token where it was spoken of last
	renamed bool // the text calls it by another noun, and the lexicon alone by this one
}

// meant is the actor that the definite noun at token i takes up again, -1 if it may be two: the
// one near it of those that the text calls so, or calls by no noun.
func (s *search) meant(i int, noun, part string) int {
	s.candidates = s.candidates[:0]
	beside := s.joinedTo(i)
	for n := range s.Mentions {
		m := &s.Mentions[n]
		if m.From >= i {
			break
		}
		if m.Of < 0 || m.Of == beside {
			continue
		}
		c := s.candidate(m.Of)
		if c == nil {
			if !s.takes(m, i, noun, part) {
				continue
			}
			s.candidates = append(s.candidates, candidate{of: m.Of, last: s.all[m.Of].last, renamed: true})
			c = &s.candidates[len(s.candidates)-1]
		}
		c.last = max(c.last, m.From)
		c.renamed = c.renamed && !s.CalledBy(m, noun)
	}
	best, renamed := -1, true
	h := naming.Reading(&s.K[i], s.m.Body)
	for n := range s.candidates {
		c := &s.candidates[n]
		if g := &s.all[c.of]; h.Key == "military" && s.Mentions[g.first].Kind == h.Key {
			c.renamed = g.country == "" && g.actor != nil && !strings.HasPrefix(g.actor.Aliases[0].Text, noun) // any army is "the forces", an alliance if no other is
		}
		renamed = renamed && c.renamed
	}
	for n := range s.candidates {
		switch c := &s.candidates[n]; {
		case c.renamed && !renamed:
		case best < 0:
			best = n
		case s.two(c, &s.candidates[best], i):
			return -1
		case c.last > s.candidates[best].last:
			best = n
		}
	}
	if best < 0 {
		return s.ahead(i, noun, part)
	}
	if h.Key == "military" && s.otherForces(&s.candidates[best], i) {
		return -1
	}
	return s.candidates[best].of
}

// otherForces reports whether the forces that the noun at token i speaks of may be others than that candidate: "these" are those
// that were spoken of last, by whatever name; of two that the text calls so, it is one that this paragraph speaks of.
func (s *search) otherForces(best *candidate, i int) bool {
	_, paragraph := s.Scope(i)
	these := s.These(i)
	for n := range s.Mentions {
		m := &s.Mentions[n]
		if m.From >= i {
			break
		}
		if m.Of < 0 || m.Of == best.of || m.Kind != "military" && m.Kind != "armed_group" && m.Kind != "police" {
			continue
		}
		if these && m.From > best.last {
			return true
		}
		if c := s.candidate(m.Of); c != nil && !c.renamed && best.last < paragraph {
			return true
		}
	}
	return false
}

// ahead is the one actor of the article that the noun at token i of its headline can mean, -1 if
// there is none.
func (s *search) ahead(i int, noun, part string) int {
	if sentence, _ := s.Scope(i); sentence > 0 {
		return -1
	}
	at := -1
	for n := range s.Mentions {
		m := &s.Mentions[n]
		if m.From < i || m.Of < 0 || m.Of == at || !s.takes(m, i, noun, part) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = m.Of
	}
	return at
}

// two reports whether the noun at token i may be either of two: both were spoken of near it, and
// neither is the one that this sentence, or else this paragraph, speaks of, or that the noun
// took up last.
func (s *search) two(a, b *candidate, i int) bool {
	if i-a.last >= near || i-b.last >= near {
		return false
	}
	if a.last < b.last {
		a, b = b, a
	}
	sentence, paragraph := s.Scope(i)
	alone := b.last < sentence && a.last >= sentence || b.last < paragraph && a.last >= paragraph
	return !alone && !(s.all[a.of].last == a.last && a.last > 0)
}

// takes reports whether the noun at token i can take up the mention's actor. The world's organisation for
// health is not "the health".
func (s *search) takes(m *mention.Mention, i int, noun, part string) bool {
	if !s.Headed(m, noun) || m.Kind != "government" && s.Ministry(i) {
		return false
	}
	if part != "" {
		return s.NameHas(m, part)
	}
	return !s.Lent(m, i, noun)
}

// joinedTo is the actor that the noun at token i is joined to, which it does not take up, -1 if it is
// joined to none: the movement and the party are two.
func (s *search) joinedTo(i int) int {
	if !s.K[i].Has(lang.Conjunction) {
		return -1
	}
	for n := range s.Mentions {
		if m := &s.Mentions[n]; m.To == i {
			return m.Of
		} else if m.From >= i {
			break
		}
	}
	return -1
}

// candidate is what is known of that actor as a candidate, nil if it is none.
func (s *search) candidate(of int) *candidate {
	for n := range s.candidates {
		if s.candidates[n].of == of {
			return &s.candidates[n]
		}
	}
	return nil
}

// near is how many tokens back an actor can still be meant beside another.
const near = 60
