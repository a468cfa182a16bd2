package who

import (
	"riwaya"
	"riwaya/internal/lang"
	"slices"
	"strings"
)

// takeUp adds the mentions that only refer back: a part of a person's name, and a definite
// noun that one actor alone can be.
func (s *search) takeUp() {
	for _, i := range s.rest {
		s.partOfName(i)
	}
	for i := range s.k {
		t := &s.k[i]
		if t.Word == nil || !t.In(s.f.body) {
			continue
		}
		s.again(i)
	}
	for i := range s.all {
		slices.SortFunc(s.all[i].mentions, func(a, b riwaya.Span) int { return a.Start - b.Start })
	}
}

// partOfName adds the token to the one person whose first or last name it is.
func (s *search) partOfName(i int) {
	w := s.k[i].Word
	at := -1
	for n := range s.all {
		g := &s.all[n]
		o := &s.ms[g.longest]
		if o.what != person || g.joined {
			continue
		}
		if w.Bare == s.k[o.to-1].Word.Bare && !s.covered(i) {
			if at >= 0 {
				return // it could be either
			}
			at = n
		}
	}
	if at >= 0 {
		s.all[at].mentions = append(s.all[at].mentions, s.k[i].Span())
	}
}

// again adds the definite noun at token i to the actor that it takes up again, if only
// one before it can be meant.
func (s *search) again(i int) {
	r := reading(&s.k[i], s.f.body)
	if r == nil || r.Feat&lang.Article == 0 || s.covered(i) {
		return
	}
	to := i + 1
	if to < len(s.k) {
		if a := reading(&s.k[to], s.f.anaphor); a != nil && a.Feat&lang.Article != 0 && a.Prefix == 0 {
			to++
		} else if n := s.r.Noun(to); n != nil && n.Feat&lang.Article != 0 && n.Prefix == 0 && s.adjective(to, n) {
			return // an institution of another name
		}
	}
	at, last := -1, -1
	for n := range s.ms {
		m := &s.ms[n]
		if m.from >= i {
			break
		}
		if m.of < 0 || m.of == at || !s.headed(m, r.Lemma) {
			continue
		}
		if at >= 0 && i-last < near {
			return // two of them, both near
		}
		at, last = m.of, m.from
	}
	if at < 0 {
		return
	}
	s.all[at].mentions = append(s.all[at].mentions, s.spanOf(i, to, r.Prefix))
}

// near is how many tokens back an actor can still be meant beside another.
const near = 60

// article is how long the article is, in bytes.
const article = 4

// headed reports whether the mention's actor is called by that noun.
func (s *search) headed(m *mention, noun string) bool {
	if m.what == person || m.what == state || m.what == folk {
		return false
	}
	if r := reading(&s.k[m.head], s.f.body); r != nil && r.Lemma == noun && m.to-m.from > 1 {
		return true
	}
	if m.actor == nil {
		return false
	}
	for i := range m.actor.Aliases {
		first, _, more := strings.Cut(m.actor.Aliases[i].Text, " ")
		if more && (first == noun || len(first) == len(noun)+article && strings.HasSuffix(first, noun)) {
			return true
		}
	}
	return false
}

// covered reports whether token i is part of a mention.
func (s *search) covered(i int) bool {
	at, ok := slices.BinarySearchFunc(s.ms, i, func(m mention, i int) int {
		switch {
		case m.to <= i:
			return -1
		case m.from > i:
			return 1
		}
		return 0
	})
	_ = at
	return ok
}
