package survey

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
)

// person reads a person at token i: a title, what it is a title of, and the name. It
// returns i where no name follows.
func (s scan) person(i int) int {
	f := s.f
	m := mention.Mention{What: mention.Person, From: i, Head: i, Kind: "person"}
	var prefix uint8
	j := i + 1
	if e, p := s.T.PhraseAt(i, f.Title); e > i {
		j, prefix = e, p.Prefix
		s.Titled(&m, p.Classes, p.Key)
	} else if r := naming.Reading(&s.K[i], f.Title); r != nil && r.Feat&lang.Like == 0 {
		prefix = r.Prefix
	} else {
		return i
	}
	s.Role(&m, i)
	if m.Role && j == i+1 && j < len(s.K) && s.K[j].In(f.Title) && s.K[j].Has(lang.Article) && s.f.G.MayBeFinite(&s.K[i]) && (i == 0 || s.K[i-1].Word == nil) {
		return i // "demanded", not "student"
	}
	if i > 0 && j == i+1 && s.demands(i) {
		return i // "as he demanded", no student
	}
	if s.surelyNamed(i, j) { // Mukhtar al-…
		if i > 0 && s.K[i-1].Word != nil && (f.G.MayBeFinite(&s.K[i-1]) || s.Phrases.Complementiser(i-1)) {
			to := max(s.NameRun(i), j+1)
			s.Named(i, to)
			return to
		}
		return i
	}
	if j < len(s.K) && s.K[i].In(f.Rank) && s.K[j].In(f.people.Number) && s.K[j].Has(lang.Article) {
		return i // the Fourth Brigade
	}
	if i > 0 && s.K[i-1].In(f.G.Medium) && !s.K[i].Has(lang.Article) && !s.K[i].In(f.G.Office) {
		return i // a press conference
	}
	if h := naming.Reading(&s.K[i], f.Title); h != nil {
		if s.K[i].In(f.NamedAfter) && h.Feat&lang.Feminine != 0 && prefix == h.Prefix && j == i+1 {
			return i // a province, no governor
		}
		if h.Feat&lang.Plural != 0 && (m.Role || h.Feat&lang.Feminine != 0) || h.Feat&lang.Feminine != 0 && s.K[i].Has(lang.Noun|lang.Masdar) && !s.K[i].Has(lang.Participle) && !s.K[i].In(f.G.Office.Or(f.Honorific).Or(f.Rank)) {
			return i // trade, no tradeswoman
		}
		if len(s.K[i].Word.Form) == 2 && !(i+1 < len(s.K) && s.K[i+1].Kind == lang.MarkKind) {
			return i // a letter is a title only with its stop
		}
		if h.Feat&lang.Article != 0 && h.Prefix == 0 && i > 0 && s.K[i-1].Has(lang.Article) && !s.K[i-1].In(f.Title) && !s.Verbal(i-1) && (s.K[i].Has(lang.Participle) || h.Feat&lang.Feminine != 0) {
			return i // an adjective
		}
	}
	if i > 0 && s.K[i-1].In(f.NamedAfter) && naming.Reading(&s.K[i-1], f.NamedAfter) != nil && s.K[i-1].Feats&lang.Article == 0 {
		return s.SkipName(i)
	}
	if n := len(s.Mentions); n > 0 && s.Mentions[n-1].What == mention.Person && s.Mentions[n-1].To == i && prefix == 0 && s.K[i].Has(lang.Article) && s.Mentions[n-1].To-s.Mentions[n-1].Name > 1 && !s.K[i].In(f.Rank) && !s.K[i].In(f.Honorific) && !m.Role {
		return i // of whom was named right before
	}
	direct := true                                                                      // the name follows the title at once
	closed := s.K[j-1].Has(lang.Article) || s.K[i].In(f.Honorific) || s.K[i].In(f.Rank) // a name may follow
	nested, to := len(s.Mentions), 0
	inside, inner := false, false // he is in or of something; and that is of somebody with an office, whose the name is
	for ; j < len(s.K) && j < i+mention.LongestTitle; j++ {
		t := &s.K[j]
		if t.Word == nil {
			if k := j + 1; t.Is(lang.Comma) && closed && k < len(s.K) {
				if to = s.Apposed(k); to > k && !s.BodyAt(k) {
					j = k
					break
				}
				to = 0
			}
			if t.Is(lang.Comma) && closed && j+1 < len(s.K) && s.Surely(j+1) && !s.BodyAt(j+1) {
				continue
			}
			if (phrase.IsQuote(t) || t.Is(lang.BracketOpen) || t.Is(lang.BracketClose)) && j > i+1 && s.brief(i, j) {
				continue
			}
			if t.Is(lang.Stop) && t.Tight() && s.K[j-1].In(f.Honorific) || t.Is(lang.Slash) && (s.K[j-1].In(f.Honorific) || s.K[j-1].In(f.Rank) || j == i+1 && s.K[i].Has(lang.Article)) {
				continue
			}
			return s.dropped(i, nested)
		}
		if e, key := s.CountryAt(j); e > j {
			if closed = true; m.Country == "" {
				m.Country = key // an ambassador is of the first land, and sits in the second
			}
			j = e - 1
			continue
		}
		if r := naming.Reading(t, f.G.Demonym); r != nil && r.Prefix == 0 && !(j == i+1 && t.In(f.AnyName) && r.Feat&lang.Article != 0 && s.K[i].In(f.Rank) && s.K[i].Has(lang.Article)) && !(closed && t.In(f.AnyName) && r.Feat&lang.Article == 0 && !m.Role && s.NameRun(j) > j+1) {
			if j == i+1 && r.Feat&lang.Article == 0 && s.K[i].Has(lang.Article) && s.K[i].In(f.Rank) {
				break // no adjective of a definite title: the family's name
			}
			if r.Feat&lang.Article != 0 || j == i+1 {
				if len(r.Key) == 2 && m.Country == "" {
					m.Country = r.Key
				}
				closed = true
				continue
			}
		}
		if b := naming.Reading(t, f.Bent); b != nil && b.Key == naming.Loyal {
			return s.dropped(i, nested) // those loyal to him
		}
		if e := s.PlaceAt(j); e > j && !t.In(f.Name) { // the governor of X
			closed, direct, j = true, true, e-1
			continue
		}
		if e := s.ofKnown(i, j); e > j {
			closed, direct, j = true, true, e-1
			continue
		}
		if s.NameAt(j, closed, direct) {
			break
		}
		if e, key, n := s.AliasAt(j); e > j {
			if a := f.Actors[key]; a != nil && a.Kind == "person" {
				break
			} else if a != nil && !a.Outlet && !t.In(f.Common) {
				s.Add(mention.Mention{What: mention.Known, From: j, To: e, Head: j, Kind: a.Kind, Country: naming.Lower(a.Country), Actor: a}, n)
			} else if several := f.Shared[key]; several != nil && e > j+1 {
				s.Add(mention.Mention{What: mention.Known, From: j, To: e, Head: j, Kind: several[0].Kind, Shared: several}, n)
			}
			m.Public = m.Public || s.K[i].In(f.G.Person) && !m.Role
			closed, direct, j = true, true, e-1
			continue
		}
		if t.In(f.Body) && s.K[i].In(f.G.Person) && !t.In(f.National) && j > i {
			if n := s.Noun(j); n != nil && n.Feat&lang.Conjunction == 0 {
				if e := s.institution(j); e > j {
					inner = inner || (inside || n.Key == "party") && s.ofOffice(j, e)
					closed, direct, j = true, true, e-1
					m.Public = m.Public || !m.Role
					continue
				}
			}
		}
		if f.G.Function(t) {
			if (t.In(f.G.In) || (t.In(f.G.From) || t.In(f.G.At)) && j > i+1) && !m.Role {
				inside = inside || !s.K[i].Has(lang.Article)
				closed = false
				continue
			}
			return s.dropped(i, nested)
		}
		n := s.Noun(j)
		if n != nil && n.Feat&(lang.Accusative|lang.Participle) == lang.Accusative|lang.Participle && closed {
			return s.dropped(i, nested) // in what state he was
		}
		if n == nil || s.Verbal(j) || s.Phrases.Complementiser(j) || n.Feat&(lang.Like|lang.Pronoun) != 0 {
			return s.dropped(i, nested)
		}
		if n.Feat&lang.Conjunction != 0 && (n.Feat&lang.Article == 0 && !t.In(f.Title) || closed && s.another(i, j, n)) {
			return s.dropped(i, nested)
		}
		if n.Feat&(lang.With|lang.Masdar|lang.Article) == lang.With|lang.Masdar && !t.In(f.Body) || n.Feat&lang.Article == 0 && naming.Reading(t, f.Victim) != nil && !t.In(f.Title) {
			return s.dropped(i, nested) // what is done, and to whom
		}
		if closed && n.Feat&lang.With != 0 && n.Feat&lang.Feminine == 0 && t.In(f.G.Office) {
			return s.dropped(i, nested) // he met the president
		}
		if closed && n.Feat&(lang.Article|lang.Guess|lang.For|lang.With|lang.Conjunction|lang.Nisba) == 0 && !t.In(f.Title) && !t.In(f.Body) {
			return s.dropped(i, nested) // another noun: the title ended
		}
		if e, p := s.T.PhraseAt(j, f.Title); e > j {
			inner = inner || inside && s.ofOffice(j-1, e)
			s.Titled(&m, p.Classes, p.Key)
			closed = s.K[e-1].Has(lang.Article)
			j = e - 1
			continue
		}
		inner = inner || inside && s.ofOffice(j-1, j+1)
		s.Role(&m, j)
		closed = n.Feat&lang.Article != 0 || t.In(f.Honorific) || t.In(f.Rank)
		direct = closed
		if n.Feat&lang.Guess != 0 && n.Feat&lang.Article == 0 { // a place or a body's name
			closed = true
		}
	}
	if j >= len(s.K) || j >= i+mention.LongestTitle {
		return s.dropped(i, nested)
	}
	if m.Name, m.To = j, to; to == 0 {
		m.To = s.Second(j, s.Family(j, s.NameRun(j)))
	}
	if e, key, n := s.AliasAt(j); e > j && n == 0 {
		if a := f.Actors[key]; a != nil && a.Kind == "person" {
			m.Actor = a
			if e == j+1 || e < m.To && s.K[e].In(f.Name) || e+2 == m.To && s.K[e].In(f.Particle) {
				e = max(e, m.To)
			}
			m.To = e
		}
	}
	if n, ok := f.Surnames[s.K[j].Span().Of(s.T.Source)]; ok && m.Actor == nil && m.To == j+1 && !n.Weak {
		m.Actor = n.Actor
	}
	if inner && m.Actor != nil {
		return s.dropped(i, nested) // he is known without his title, too; of others nothing but it says that they are public
	}
	if r := naming.Reading(&s.K[i], f.Title); r != nil && r.Feat&lang.Plural != 0 && m.Actor == nil && !s.Surely(m.Name) {
		return s.dropped(i, nested) // staff exchange greetings
	}
	if m.Actor == nil && !s.trusted(&m) {
		return s.dropped(i, nested)
	}
	s.Behind(&m)
	s.Before(&m)
	s.Add(m, prefix)
	return m.To
}

// demands reports whether the word at token i, a title and a verb of saying, is the verb: behind
// a particle that is neither preposition nor complementiser.
func (s scan) demands(i int) bool {
	f, t, p := s.f, &s.K[i], &s.K[i-1]
	return t.Feats&lang.Cue != 0 && f.G.MayBeFinite(t) && !t.Has(lang.Article) && p.Word != nil && f.G.Function(p) && !p.In(f.G.In) && !p.In(f.G.On) && !p.In(f.G.From) && !p.In(f.G.To) && !p.In(f.G.About) && !s.Phrases.Complementiser(i-1)
}

// another reports whether the title at token j, joined to the one that begins at token i, is
// another person's: both are definite, and it is one that stands before a name. "The French
// president and Prince X" are two, "the prime minister and minister of defence X" is one.
func (s scan) another(i, j int, n *lang.Reading) bool {
	t := &s.K[j]
	if n.Feat&lang.Article == 0 || n.Feat&(lang.Plural|lang.Dual) != 0 {
		return false
	}
	if t.In(s.f.Honorific) || t.In(s.f.Rank) {
		return true
	}
	r := naming.Reading(t, s.f.Proper)
	return r != nil && r.Key == "head"
}

// surelyNamed reports whether the title at tokens [i, j), which is a given name as well, is
// one here: without article, with a family's name right behind it.
func (s scan) surelyNamed(i, j int) bool {
	t := &s.K[i]
	if j != i+1 || j >= len(s.K) || s.K[j].Word == nil || t.Has(lang.Article) || !t.In(s.f.AnyName) || s.f.Particle.Meets(t.Classes) {
		return false
	}
	n := &s.K[j]
	return n.Has(lang.Article) && !n.In(s.f.G.Demonym) && !n.In(s.f.Body) && !n.In(s.f.Bent) && s.PlaceAt(j) == j && (n.In(s.f.Name) || n.Has(lang.Article|lang.Nisba|lang.Guess))
}

// brief reports whether the quotation mark at token j is one of two around a few words of a
// title that begins at token i, or around the name behind it.
func (s scan) brief(i, j int) bool {
	k := int(s.K[j].Match)
	if k > i && k < j {
		return true // the closing one
	}
	return k > j && k <= j+5
}

// trusted reports whether the words behind a title are likely its bearer's name: several
// words, or one behind a definite title; behind a mere profession one that a list has.
func (s scan) trusted(m *mention.Mention) bool {
	f, listed := s.f, false
	for i := m.Name; i < m.To; i++ {
		listed = listed || s.K[i].In(f.AnyName) && !s.K[i].In(f.Particle)
	}
	if !m.Office && !m.Public && !listed {
		return false
	}
	if m.To-m.Name > 1 {
		return true
	}
	t, p := &s.K[m.Name], &s.K[m.Name-1]
	direct := p.Has(lang.Article) || p.In(f.Honorific) || p.In(f.Rank) || p.In(f.G.Demonym)
	if !direct || t.In(f.Particle) {
		return false
	}
	if listed { // what is a common word too wants more: "a dear brother" is nobody's name
		return t.In(f.Name) || p.Has(lang.Article) || p.In(f.Rank)
	}
	_, verb := f.Looks(t.Word.Form)
	return m.Name-m.From <= 4 && !verb && s.K[m.From].Has(lang.Article)
}

// ofKnown is behind the known person at token j whose man the title is and whose name another
// name follows: "the spokesman of X Y Z". It is j where none does.
func (s scan) ofKnown(i, j int) int {
	e, key, n := s.AliasAt(j)
	a := s.f.Actors[key]
	if known, ok := s.f.Surnames[s.K[j].Span().Of(s.T.Source)]; e == j && ok && !known.Weak {
		e, n, a = j+1, 0, known.Actor
	}
	if e == j || n > 0 || j <= i+1 && !s.K[i].In(s.f.G.Office) || s.K[j-1].Has(lang.Article) || s.K[j-1].In(s.f.Rank.Or(s.f.Honorific)) || s.K[j-1].In(s.f.G.Demonym) {
		return j
	}
	if a == nil || a.Kind != "person" || e+1 >= len(s.K) || s.K[e].Word == nil || !s.K[e].In(s.f.AnyName) && !s.K[e].Has(lang.Guess) || s.K[e].Has(lang.Article) || s.K[e].Has(lang.Conjunction) || s.NameRun(e) < e+2 {
		return j
	}
	return e
}

// dropped takes back what was noted inside a title that has no name.
func (s scan) dropped(i, nested int) int {
	s.Mentions = s.Mentions[:nested]
	return i
}

// ofOffice reports whether the words behind token j, up to token to, name an office that one alone holds, by the article: what a member "in the party of
// the president" is in is of the president, and so is the name behind.
func (s scan) ofOffice(j, to int) bool {
	for k := j + 1; k < to; k++ {
		p := &s.K[k-1]
		if p.Word == nil || p.Has(lang.Article) || s.f.G.Function(p) || p.In(s.f.Title) || p.In(s.f.G.Demonym) {
			continue // no noun that is of it: another title of his own
		}
		if s.K[k].In(s.f.G.Office) && (s.K[k].Has(lang.Article) || k+1 < len(s.K) && s.K[k+1].Word != nil && s.K[k+1].Has(lang.Article)) {
			return true
		}
	}
	return false
}
