package who

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/who/called"
	"riwaya/lexicon"
)

// settle decides what is left open while reading: which actor an alias of several means,
// and whether an alias that is a common word too means its actor at all.
func (s *search) settle() {
	for i := range s.rec.Places {
		if p := &s.rec.Places[i]; p.Country != nil && p.Precision != "country" && p.Precision != "region" { // countries were counted by their names
			s.Seen.Add(naming.Lower(*p.Country), 1)
		}
	}
	s.home = s.Seen.Most()
	day := s.day()
	kept := s.Mentions[:0]
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Shared != nil {
			s.choose(m, day)
		}
		if r := naming.Reading(&s.K[m.To-1], s.m.Bent); m.What == mention.Body && m.Span.End > s.K[m.To-1].End && r != nil && r.Key == naming.Loyal && !s.K[m.Head].In(s.m.Alone) {
			if a := s.m.Forces[s.lord(m)]; a != nil { // those loyal to him are his forces
				m.What, m.Actor, m.Kind, m.Country = mention.Known, a, a.Kind, naming.Lower(a.Country)
			}
		}
		if m.Actor != nil && !m.Actor.Existed(day) {
			m.Actor = nil // a name from another time
		}
		if m.Weak && m.Shared != nil && m.Actor == nil { // the noun alone, or nothing
			a := naming.Reading(&s.K[m.Head], s.m.Alone)
			if a == nil {
				continue
			}
			m.What, m.Kind, m.Bare, m.Weak, m.Shared = mention.Body, a.Key, true, false, nil
		}
		if counted := s.counted(m); m.What == mention.Folk && (m.Bare || counted) && s.armed() {
			a := s.ofThem(m)
			if a == nil && counted {
				kept = append(kept, *m)
			}
			if a == nil {
				continue
			}
			m.What, m.Actor, m.Kind, m.Country = mention.Known, a, a.Kind, naming.Lower(a.Country)
		}
		if a := s.ofMilitia(m); a != nil {
			m.What, m.Actor, m.Kind, m.Country = mention.Known, a, a.Kind, naming.Lower(a.Country)
		}
		if m.Weak && m.Shared == nil && !s.witnessed(m) {
			continue
		}
		kept = append(kept, *m)
	}
	s.Mentions = kept
}

// day is when the article was published, "" if that is not known.
func (s *search) day() string {
	if p := s.rec.Article.Published; p != nil {
		return (*p)[:min(len(*p), len("2006-01-02"))]
	}
	return ""
}

// choose settles an alias of several actors by the article's country and date: of those
// that existed, the one whose country the text speaks of twice as often as of the others',
// and not much less than of any. Else the mention stays without a name.
func (s *search) choose(m *mention.Mention, day string) {
	best, second := 0, 0
	var a *lexicon.Actor
	for _, c := range m.Shared {
		if s.elsewhere(c) && c.Existed(day) {
			if a != nil {
				a = nil
				break
			}
			a = c
		}
	}
	if a != nil {
		m.Actor, m.Kind, m.Country = a, a.Kind, naming.Lower(a.Country)
		return
	}
	kind := m.Shared[0].Kind
	for _, c := range m.Shared {
		if c.Kind != kind {
			kind = ""
		}
		if !c.Existed(day) {
			continue
		}
		n := s.Seen.Of(naming.Lower(c.Country))
		for _, code := range c.In {
			n = max(n, s.Seen.Of(code))
		}
		if m.Country != "" {
			n = 0
			if naming.Lower(c.Country) == m.Country {
				n = 1
			}
		}
		switch {
		case n > best:
			best, second, a = n, best, c
		case n > second:
			second = n
		}
	}
	top := s.Seen.Top()
	if m.Country != "" {
		top = best
	}
	if kind != "" {
		m.Kind = kind
	} else if h := naming.Reading(&s.K[m.Head], s.m.Body); h != nil && slices.Contains(lexicon.ActorKinds[:], h.Key) {
		m.Kind = h.Key
	} else {
		m.Kind = m.Shared[0].Kind
	}
	if best > 0 && best >= 2*second && 2*best >= top && !(m.Weak && best < top) {
		m.Actor, m.Kind, m.Country = a, a.Kind, naming.Lower(a.Country)
	}
}

// elsewhere reports whether the text names the actor by an alias of its own.
func (s *search) elsewhere(a *lexicon.Actor) bool {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Actor == a && m.Shared == nil {
			return true
		}
	}
	return false
}

// armed reports whether the article names an armed group: then "the gunmen" are likely its
// own.
func (s *search) armed() bool {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.What == mention.Known && m.Kind == "armed_group" {
			return true
		}
	}
	return false
}

// counted reports whether m is armed men of whom nothing is said but how many they are: 17 rebels.
func (s *search) counted(m *mention.Mention) bool {
	return m.What == mention.Folk && !m.Bare && !m.Nameless && m.Kind == "armed_group" && m.Country == "" && m.To == m.From+1 && !s.K[m.Head].Has(lang.Article) && m.Head > 0 && (s.K[m.Head-1].Kind == lang.NumberKind || s.K[m.Head-1].In(s.m.G.Quantity))
}

// ofMilitia is the one armed group of the article whose militia those are that m says no more of than what they
// are: the rebel militia, the militia of the coup, where an alias has its militia and another its rebels.
func (s *search) ofMilitia(m *mention.Mention) *lexicon.Actor {
	if m.What != mention.Body || m.Kind != "armed_group" || m.Country != "" || m.To != m.Head+2 || m.Head != m.From || s.K[m.To-1].Word == nil || !s.K[m.To-1].Has(lang.Article) {
		return nil
	}
	head, _, _ := strings.Cut(s.HeadNoun(m.Head), " ")
	a := s.theOne(called.Stem(s.K[m.To-1].Word.Bare))
	if a == nil || !called.Heads(a, head) {
		return nil
	}
	return a
}

// ofThem is the one armed group of the article that is called by the noun of m with more
// behind it: "the rebels", where it is "the X rebels". It is nil where two are.
func (s *search) ofThem(m *mention.Mention) *lexicon.Actor {
	r := naming.Reading(&s.K[m.Head], s.m.Folk)
	if r == nil {
		if r = s.Noun(m.Head); m.Bare || r == nil {
			return nil
		}
	}
	noun := called.Stem(r.Lemma)
	if !m.Bare && r.Feat&lang.Plural == 0 { // 17 rebels, whose noun is one
		noun = strings.TrimSuffix(r.Lemma, "\u0627")
	}
	return s.theOne(noun)
}

// theOne is the one armed group of the article that an alias with the noun as its first word is of, if the article is about its land.
func (s *search) theOne(noun string) (found *lexicon.Actor) {
	for i := range s.Mentions {
		o := &s.Mentions[i]
		if o.What != mention.Known || o.Kind != "armed_group" || o.Actor == nil || o.Actor == found {
			continue
		}
		if !called.By(o.Actor, noun) {
			continue
		}
		if found != nil {
			return nil
		}
		found = o.Actor
	}
	if found != nil && 2*s.Seen.Of(naming.Lower(found.Country)) < s.Seen.Top() {
		return nil // the article is about another country
	}
	return found
}

// witnessed reports whether something else in the text says that a common word is the
// actor's name: a longer alias of it.
func (s *search) witnessed(m *mention.Mention) bool {
	for i := range s.Mentions {
		if o := &s.Mentions[i]; o.Actor == m.Actor && !o.Weak {
			return true
		}
	}
	return false
}

// group is one actor with its mentions.
type group struct {
	first    int // mention
	key      string
	longest  int // the mention with the longest name
	last     int // the token where a noun took it up last
	named    int // how many of the mentions name it
	mentions riwaya.Spans
	actor    *lexicon.Actor
	public   bool
	office   bool
	role     bool
	joined   bool // to another: no actor by itself
	country  string
}

// gather brings the mentions of one actor together. They lie in one piece of memory, each actor's side by side.
func (s *search) gather() {
	for i := range s.Mentions {
		m := &s.Mentions[i]
		key := s.keyOf(m)
		at := s.groupOf(m, key)
		if at < 0 {
			at = len(s.all)
			s.all = append(s.all, group{first: i, longest: i, key: key})
		}
		g := &s.all[at]
		m.Of = at
		g.named++
		g.public, g.role, g.office = g.public || m.Public, g.role || m.Role, g.office || m.Office
		if g.country == "" {
			g.country = m.Country
		}
		if g.actor == nil {
			g.actor = m.Actor
		}
		if m.What == mention.Person && m.To-m.Name > s.Mentions[g.longest].To-s.Mentions[g.longest].Name {
			g.longest = i
		}
	}
	spans := make(riwaya.Spans, len(s.Mentions))
	for i := range s.all {
		g := &s.all[i]
		g.mentions, spans = spans[:0:g.named], spans[g.named:]
	}
	for i := range s.Mentions {
		g := &s.all[s.Mentions[i].Of]
		g.mentions = append(g.mentions, s.Mentions[i].Span)
	}
}

// join brings what is named by its noun alone, or without its country, to the one actor
// of the article that it can be.
func (s *search) join() {
	for i := range s.all {
		g := &s.all[i]
		m := &s.Mentions[g.first]
		if m.What == mention.Folk && m.Nameless && g.country != "" {
			s.enlist(i)
			continue
		}
		if m.What == mention.Folk && g.country == "" && (m.Kind == "military" || m.Kind == "police") {
			s.muster(i)
			continue
		}
		if m.What != mention.Body || g.country != "" || g.actor != nil {
			continue
		}
		at, several := -1, false
		s.among = s.among[:0]
		for n := range s.all {
			o := &s.all[n]
			p := &s.Mentions[o.first]
			if n == i || o.joined || p.What == mention.Person || p.What == mention.Folk || p.Inferred && s.Seen.Of(o.country) < s.Seen.Top() {
				continue
			}
			same := o.key == g.key || m.Bare && s.named(o, p, m) || o.actor != nil && p.Head == p.From && s.K[p.Head].In(s.m.Body) && s.words(p) == g.key
			if m.Bare && m.Entry == "" && m.Kind == "government" && s.K[m.Head].In(s.m.National) {
				same = p.What == mention.State && (o.country == s.home || s.Mentions[o.first].Head < m.Head && s.home == "" && 2*s.Seen.Of(o.country) >= s.Seen.Top())
			}
			if !same {
				continue
			}
			if o.country != "" && !p.Inferred && p.Kind == m.Kind {
				s.among = append(s.among, n)
			}
			if at >= 0 && m.Bare && (o.actor == nil) != (s.all[at].actor == nil) && !s.lands(o, &s.all[at], m) {
				if o.actor != nil {
					at = n // the one that is known, of two that are called by the noun
				}
				continue
			}
			several = several || at >= 0
			at = n
		}
		switch {
		case several && (m.Kind == "military" || m.Kind == "police"):
			s.divide(i)
		case several:
		case at >= 0:
			s.give(i, at)
		}
	}
}

// lands reports whether two forces that the noun of m may mean are those of two lands of which the article speaks: no list
// tells which is meant.
func (s *search) lands(a, b *group, m *mention.Mention) bool {
	spoken := func(g *group) bool { return g.country != "" && 3*s.Seen.Of(g.country) >= s.Seen.Top() }
	return m.Kind == "military" && a.country != b.country && spoken(a) && spoken(b)
}

// give gives the mentions of actor i to actor at, which is the same.
func (s *search) give(i, at int) {
	g, o := &s.all[i], &s.all[at]
	o.mentions = append(o.mentions, g.mentions...)
	g.joined = true
	for n := range s.Mentions {
		if s.Mentions[n].Of == i {
			s.Mentions[n].Of = at
		}
	}
}

// muster gives soldiers or policemen of whom no land is told to those of the one land that the
// article has such of.
func (s *search) muster(i int) {
	at := -1
	for n := range s.all {
		o, p := &s.all[n], &s.Mentions[s.all[n].first]
		if n == i || o.joined || p.What != mention.Folk || p.Kind != s.Mentions[s.all[i].first].Kind {
			continue
		}
		if at >= 0 {
			return
		}
		at = n
	}
	if at >= 0 {
		s.give(i, at)
	}
}

// enlist gives one soldier or policeman of a country to the force of that country that the
// article names: what is done to him is done to it.
func (s *search) enlist(i int) {
	for n := range s.all {
		o := &s.all[n]
		p := &s.Mentions[o.first]
		if n != i && !o.joined && (p.What == mention.Body || p.What == mention.Known) && p.Kind == s.Mentions[s.all[i].first].Kind && o.country == s.all[i].country {
			s.give(i, n)
			return
		}
	}
}

// named reports whether an actor, first mentioned as p, is called by the noun of m, with
// more words.
func (s *search) named(o *group, p, m *mention.Mention) bool {
	if m.Entry != "" && o.actor != nil {
		for i := range o.actor.Aliases {
			if rest, ok := strings.CutPrefix(o.actor.Aliases[i].Text, m.Entry); ok && rest != "" && rest[0] == ' ' {
				return true
			}
		}
	}
	if m.To-m.Head > 1 {
		return false
	}
	if s.K[m.Head].In(s.m.Alone) && p.Entry != "" && (m.Kind == "government" || m.Kind == "police") {
		return false // the presidency, the presidency of the council
	}
	noun := s.HeadNoun(m.Head)
	return noun != "" && s.Headed(p, noun)
}
