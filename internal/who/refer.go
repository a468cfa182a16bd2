package who

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/lexicon"
	"slices"
	"strings"
	"unicode/utf8"
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

// last is a person whose last name may stand for all of it.
type last struct {
	bare string // the name
	of   int    // a group
}

// findNamed finds those persons.
func (s *search) findNamed() {
	s.lasts = s.lasts[:0]
	for n := range s.all {
		g := &s.all[n]
		if o := &s.Mentions[g.longest]; o.What == mention.Person && !o.Nameless && !g.joined && !s.fathers(o) {
			s.lasts = append(s.lasts, last{s.K[o.To-1].Word.Bare, n})
		}
	}
}

// partOfName adds the token to the one person whose last name it is.
func (s *search) partOfName(i int) {
	bare, at := s.K[i].Word.Bare, -1
	for n := range s.lasts {
		if s.lasts[n].bare != bare {
			continue
		}
		if at >= 0 {
			return // it could be either
		}
		at = s.lasts[n].of
	}
	if at >= 0 && !s.covered(i) && !s.common(i, at) {
		s.all[at].mentions = append(s.all[at].mentions, s.K[i].Span())
	}
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
	if r == nil || r.Feat&lang.Article == 0 || s.covered(i) {
		return
	}
	to, part := i+1, ""
	if to < len(s.K) {
		if a := naming.Reading(&s.K[to], s.m.Anaphor); a != nil && a.Key != naming.Described && a.Feat&lang.Article != 0 && a.Prefix == 0 {
			to++
			if a.Key == "named" {
				part = a.Lemma
			}
		} else if n := s.Noun(to); n != nil && n.Feat&lang.Article != 0 && n.Prefix == 0 && s.Adjective(to, n) {
			return // an institution of another name
		}
	}
	if to < len(s.K) && to == i+1 && s.K[to].Word != nil && s.K[to].In(s.m.G.Relative) && s.K[i].Has(lang.Plural) {
		return // the forces which: of all, those
	}
	noun := s.headNoun(i)
	at, last := -1, -1
	for n := range s.Mentions {
		m := &s.Mentions[n]
		if m.From >= i {
			break
		}
		if m.Of < 0 || m.Of == at || !s.headed(m, noun) || part != "" && !s.nameHas(m, part) {
			continue
		}
		if at >= 0 && i-last < near {
			return // two of them, both near
		}
		at, last = m.Of, m.From
	}
	if at < 0 {
		return
	}
	s.all[at].mentions = append(s.all[at].mentions, s.SpanOf(i, to, r.Prefix))
}

// near is how many tokens back an actor can still be meant beside another.
const near = 60

// article is how long the article is, in bytes.
const article = 4

// headed reports whether the mention's actor is called by that noun.
func (s *search) headed(m *mention.Mention, noun string) bool {
	if m.What == mention.Person || m.What == mention.State || m.What == mention.Folk {
		return false
	}
	if m.To-m.From > 1 && s.headNoun(m.Head) == noun {
		return true
	}
	if m.Actor == nil {
		return false
	}
	for i := range m.Actor.Aliases {
		first, _, more := strings.Cut(m.Actor.Aliases[i].Text, " ")
		if more && (first == noun || len(first) == len(noun)+article && strings.HasSuffix(first, noun)) {
			return true
		}
	}
	return false
}

// nameHas reports whether a word of one of the actor's names begins as that relational
// adjective does: the Kurdish party, the Workers' Party of Kurdistan.
func (s *search) nameHas(m *mention.Mention, adjective string) bool {
	_, size := utf8.DecodeLastRuneInString(adjective)
	stem := adjective[:len(adjective)-size]
	has := func(text string) bool {
		return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
			return strings.HasPrefix(w, stem) || len(w) > article && strings.HasPrefix(w[article:], stem)
		})
	}
	if m.Actor != nil && slices.ContainsFunc(m.Actor.Aliases, func(a lexicon.Alias) bool { return has(a.Text) }) {
		return true
	}
	return has(m.Span.Of(s.T.Source))
}

// covered reports whether token i is part of a mention.
func (s *search) covered(i int) bool {
	_, ok := slices.BinarySearchFunc(s.Mentions, i, func(m mention.Mention, i int) int {
		switch {
		case m.To <= i:
			return -1
		case m.From > i:
			return 1
		}
		return 0
	})
	return ok
}
