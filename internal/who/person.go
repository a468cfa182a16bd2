package who

import "riwaya/internal/lang"

// Bounds of what is read as one person, in tokens.
const (
	longestTitle = 14
	longestName  = 7
)

// person reads a person at token i: a title, what it is a title of, and the name. It
// returns i where no name follows.
func (s *search) person(i int) int {
	f := s.f
	m := mention{what: person, from: i, head: i, kind: "person"}
	var prefix uint8
	j := i + 1
	if e, p := s.t.PhraseAt(i, f.title); e > i {
		j, prefix = e, p.Prefix
		s.titled(&m, p.Classes, p.Key)
	} else if r := reading(&s.k[i], f.title); r != nil && r.Feat&lang.Like == 0 {
		prefix = r.Prefix
	} else {
		return i
	}
	s.role(&m, i)
	if i > 0 && s.k[i-1].In(f.g.Medium) && !s.k[i].Has(lang.Article) {
		return i // a press conference
	}
	if h := reading(&s.k[i], f.title); h != nil {
		if h.Feat&lang.Plural != 0 && (m.role || h.Feat&lang.Feminine != 0) {
			return i
		}
		if len(s.k[i].Word.Form) == 2 && !(i+1 < len(s.k) && s.k[i+1].Kind == lang.MarkKind) {
			return i // a letter is a title only with its stop
		}
		if h.Feat&lang.Article != 0 && h.Prefix == 0 && i > 0 && s.k[i-1].Has(lang.Article) && !s.k[i-1].In(f.title) && !s.verbal(i-1) && s.k[i].Has(lang.Participle) {
			return i // an adjective
		}
	}
	if i > 0 && s.k[i-1].In(f.namedAfter) && reading(&s.k[i-1], f.namedAfter) != nil && s.k[i-1].Word.Feats&lang.Article == 0 {
		return s.skipName(i)
	}
	direct := true                                                                      // the name follows the title at once
	closed := s.k[j-1].Has(lang.Article) || s.k[i].In(f.honorific) || s.k[i].In(f.rank) // a name may follow
	nested := len(s.ms)
	for ; j < len(s.k) && j < i+longestTitle; j++ {
		t := &s.k[j]
		if t.Word == nil {
			if t.Is(lang.Comma) && closed && j+1 < len(s.k) && s.surely(j+1) {
				continue
			}
			if t.Is(lang.Stop) && t.Tight && s.k[j-1].In(f.honorific) {
				continue
			}
			return s.dropped(i, nested)
		}
		if e, key := s.countryAt(j); e > j {
			m.country, closed = key, true
			j = e - 1
			continue
		}
		if r := reading(t, f.g.Demonym); r != nil && r.Prefix == 0 && !(j == i+1 && t.In(f.anyName) && r.Feat&lang.Article != 0 && s.k[i].In(f.rank) && s.k[i].Has(lang.Article)) && !(closed && t.In(f.anyName) && r.Feat&lang.Article == 0 && !m.role && s.nameRun(j) > j+1) {
			if r.Feat&lang.Article != 0 || j == i+1 {
				if len(r.Key) == 2 {
					m.country = r.Key
				}
				closed = true
				continue
			}
		}
		if s.nameAt(j, closed, direct) {
			break
		}
		if e, key, n := s.aliasAt(j); e > j {
			if a := f.actors[key]; a != nil && a.Kind == "person" {
				break
			} else if a != nil && !a.Outlet && !t.In(f.common) {
				s.add(mention{what: known, from: j, to: e, head: j, kind: a.Kind, country: lower(a.Country), actor: a}, n)
			}
			m.public = m.public || s.k[i].In(f.g.Person) && !m.role
			closed, direct, j = true, true, e-1
			continue
		}
		if t.In(f.body) && s.k[i].In(f.g.Person) && !t.In(f.national) && j > i {
			if n := s.noun(j); n != nil && n.Feat&lang.Conjunction == 0 {
				if e := s.institution(j); e > j {
					closed, direct, j = true, true, e-1
					m.public = m.public || !m.role
					continue
				}
			}
		}
		if f.g.Function(t) {
			if (t.In(f.g.In) || (t.In(f.g.From) || t.In(f.g.At)) && j > i+1) && !m.role {
				closed = false
				continue
			}
			return s.dropped(i, nested)
		}
		n := s.noun(j)
		if n == nil || s.verbal(j) || s.r.Complementiser(j) || n.Feat&(lang.Like|lang.Pronoun) != 0 {
			return s.dropped(i, nested)
		}
		if n.Feat&lang.Conjunction != 0 && n.Feat&lang.Article == 0 && !t.In(f.title) {
			return s.dropped(i, nested)
		}
		if closed && n.Feat&(lang.Article|lang.Guess|lang.For|lang.With|lang.Conjunction|lang.Nisba) == 0 && !t.In(f.title) && !t.In(f.body) {
			return s.dropped(i, nested) // another noun: the title ended
		}
		if e, p := s.t.PhraseAt(j, f.title); e > j {
			s.titled(&m, p.Classes, p.Key)
			closed = s.k[e-1].Has(lang.Article)
			j = e - 1
			continue
		}
		s.role(&m, j)
		closed = n.Feat&lang.Article != 0 || t.In(f.honorific) || t.In(f.rank)
		direct = closed
		if n.Feat&lang.Guess != 0 && n.Feat&lang.Article == 0 { // a place or a body's name
			closed = true
		}
	}
	if j >= len(s.k) || j >= i+longestTitle {
		return s.dropped(i, nested)
	}
	m.name, m.to = j, s.family(j, s.nameRun(j))
	if e, key, n := s.aliasAt(j); e > j && n == 0 {
		if a := f.actors[key]; a != nil && a.Kind == "person" {
			m.actor, m.to = a, max(e, m.to)
		}
	}
	if n, ok := f.surnames[s.k[j].Span().Of(s.t.Source)]; ok && m.actor == nil && m.to == j+1 && !n.weak {
		m.actor = n.actor
	}
	if m.actor == nil && !s.trusted(&m) {
		return s.dropped(i, nested)
	}
	s.behind(&m)
	s.before(&m)
	s.add(m, prefix)
	return m.to
}

// trusted reports whether the words behind a title are likely its bearer's name: several
// words, or one behind a definite title; behind a mere profession one that a list has.
func (s *search) trusted(m *mention) bool {
	f, listed := s.f, false
	for i := m.name; i < m.to; i++ {
		listed = listed || s.k[i].In(f.anyName) && !s.k[i].In(f.particle)
	}
	if !m.office && !m.public && !listed {
		return false
	}
	if m.to-m.name > 1 {
		return true
	}
	t, p := &s.k[m.name], &s.k[m.name-1]
	direct := p.Has(lang.Article) || p.In(f.honorific) || p.In(f.rank) || p.In(f.g.Demonym)
	if !direct || t.In(f.particle) {
		return false
	}
	if listed {
		return true
	}
	_, verb := f.looks(t.Word.Form)
	return m.name-m.from <= 4 && !verb && s.k[m.from].Has(lang.Article)
}

// skipName is behind the title and name of somebody that a place or thing is called after.
func (s *search) skipName(i int) int {
	j := i + 1
	for j < len(s.k) && j < i+4 && s.k[j].In(s.f.title) {
		j++
	}
	if j < len(s.k) && s.nameAt(j, true, true) {
		return s.nameRun(j)
	}
	return i
}

// dropped takes back what was noted inside a title that has no name.
func (s *search) dropped(i, nested int) int {
	s.ms = s.ms[:nested]
	return i
}

// titled notes what a title says of who bears it.
func (s *search) titled(m *mention, in lang.Set, key string) {
	switch {
	case in.Meets(s.f.role) && key == "private":
		m.role = true
	case in.Meets(s.f.g.Office), in.Meets(s.f.role) && key == "public":
		m.office = true
	case in.Meets(s.f.public):
		m.public = true
	}
}

// role notes what the title at token i says.
func (s *search) role(m *mention, i int) {
	t := &s.k[i]
	if r := reading(t, s.f.role); r != nil {
		if r.Key == "private" {
			m.role = true
			return
		}
		m.office = true
		return
	}
	if t.In(s.f.g.Profession) && t.In(s.f.g.Office) { // "representative", which is "actor" too
		return
	}
	if reading(t, s.f.g.Office) != nil && !t.In(s.f.g.Private) && !t.In(s.f.rank) {
		m.office = true
	}
	if reading(t, s.f.public) != nil && !(t.In(s.f.g.Private) && !t.In(s.f.rank)) {
		m.public = true
	}
}

// behind looks for an office behind the name: X, member of the council.
func (s *search) behind(m *mention) {
	j := m.to
	if j < len(s.k) && (s.k[j].Is(lang.Comma) || s.k[j].Is(lang.BracketOpen)) {
		j++
	}
	if j >= len(s.k) || s.k[j].Word == nil {
		return
	}
	if e, p := s.t.PhraseAt(j, s.f.public); e > j {
		s.titled(m, p.Classes, "public")
		return
	}
	if r := reading(&s.k[j], s.f.public); r != nil && r.Prefix == 0 && !s.k[j].In(s.f.g.Private) {
		m.office = true
	}
}

// before looks for what happened to the person, before the title: the death of.
func (s *search) before(m *mention) {
	for j := m.from - 1; j >= 0 && j >= m.from-2; j-- {
		if s.k[j].Word == nil {
			return
		}
		if s.k[j].In(s.f.victim) && reading(&s.k[j], s.f.victim) != nil {
			m.role = true
		}
	}
}

// called reads a name without a title at token i, of at least two words.
func (s *search) called(i int) int {
	f, t := s.f, &s.k[i]
	r := reading(t, f.anyName)
	if r == nil || r.Feat&lang.Like != 0 {
		return i
	}
	if i > 0 && s.k[i-1].Word != nil && (s.k[i-1].In(f.namedAfter) || s.k[i-1].In(f.body) && s.k[i-1].Word.Feats&lang.Article == 0) {
		e := s.nameRun(i)
		return max(e, i)
	}
	if r.Feat&lang.Article != 0 && !t.In(f.g.Given) {
		return i
	}
	e, from := s.nameRun(i), i
	if s.foreign(i) {
		from = i - 1
	}
	if e-from < 2 || from == i && !s.sureName(i, e) {
		return i
	}
	m := mention{what: person, from: from, to: e, head: from, name: from, kind: "person", bare: true}
	s.behind(&m)
	s.before(&m)
	if from < i {
		s.rest = s.rest[:len(s.rest)-1]
		r = &lang.Reading{}
	}
	s.add(m, r.Prefix)
	return e
}

// foreign reports whether the word before the name at token i is a name too, that no list
// has: where a deed, a verb or a mark stands before it.
func (s *search) foreign(i int) bool {
	n := len(s.rest)
	if n == 0 || s.rest[n-1] != i-1 || !s.k[i].In(s.f.name) || s.k[i].Has(lang.Conjunction) {
		return false
	}
	g := s.k[i-1].Word.Find(lang.Guess)
	if g == nil || g.Feat&(lang.Article|lang.Feminine|lang.Plural|lang.Conjunction|lang.With|lang.For|lang.Nisba) != 0 || s.f.joins(s.t.Source[s.k[i-1].Start:s.k[i-1].End]) {
		return false
	}
	if _, verb := s.f.looks(s.k[i-1].Word.Form); verb || i < 2 {
		return false
	}
	p := &s.k[i-2]
	return p.Word != nil && (s.f.g.Finite(p) || reading(p, s.f.victim) != nil)
}

// sureName reports whether tokens [from, to) are a name: two of its words stand in lists
// of names, one of them in no other.
func (s *search) sureName(from, to int) bool {
	names, sure := 0, false
	for i := from; i < to; i++ {
		t := &s.k[i]
		if t.In(s.f.name) {
			sure = true
		}
		if t.In(s.f.anyName) {
			names++
		}
	}
	return names >= 2 && sure || sure && to-from >= 2 && s.k[from].In(s.f.name)
}

// surely reports whether a name begins at token j beyond doubt: a given name with another
// name behind it.
func (s *search) surely(j int) bool {
	t := &s.k[j]
	return t.Word != nil && (t.In(s.f.name) || t.In(s.f.particle) || t.Has(lang.Guess)) && !t.Has(lang.Conjunction) && s.nameRun(j) > j+1
}

// nameAt reports whether a name begins at token j behind a title. closed says that the
// title may end there: its last word is definite.
func (s *search) nameAt(j int, closed, direct bool) bool {
	f, t := s.f, &s.k[j]
	if t.Word == nil || f.g.Function(t) && !t.In(f.particle) {
		return false
	}
	r := reading(t, f.anyName)
	if r != nil && r.Prefix > 0 {
		r = nil
	}
	next := j+1 < len(s.k) && s.k[j+1].Word != nil && (s.k[j+1].In(f.anyName) || s.k[j+1].Has(lang.Guess) || s.k[j+1].Has(lang.Article|lang.Nisba) && s.k[j].In(f.g.Given))
	if t.In(f.g.Office) && !next {
		return false
	}
	if t.In(f.particle) && r != nil && j+1 < len(s.k) && s.k[j+1].Word != nil {
		return closed || s.k[j+1].In(f.anyName)
	}
	if r != nil && r.Feat&lang.Article != 0 && !direct {
		return false
	}
	if r != nil && (t.In(f.name)) {
		if closed {
			return true
		}
		return j+1 < len(s.k) && (s.k[j+1].In(f.anyName) || s.k[j+1].Has(lang.Guess)) && !s.k[j-1].In(f.namedAfter)
	}
	if r != nil { // a name that is also a common word
		return closed && (next || r.Feat&lang.Article == 0) && !s.verbal(j)
	}
	g := t.Word.Find(lang.Guess)
	return closed && g != nil && !f.joins(s.t.Source[t.Start:t.End]) && g.Feat&(lang.Article|lang.Conjunction|lang.With|lang.For|lang.Nisba) == 0 && g.Feat&(lang.Plural) == 0
}

// nameRun is where the name that begins at token j ends.
func (s *search) nameRun(j int) int {
	f := s.f
	i, guesses := j, 0
	for i < len(s.k) && i < j+longestName {
		t := &s.k[i]
		if t.Word == nil {
			break
		}
		if t.In(f.particle) && i+1 < len(s.k) && s.k[i+1].Word != nil && reading(t, f.particle) != nil && (i == j || reading(t, f.particle).Prefix == 0) {
			if n := &s.k[i+1]; f.g.Function(n) || f.g.Finite(n) || n.In(f.g.That) {
				break
			}
			i += 2
			continue
		}
		r := reading(t, f.anyName)
		if r != nil && (r.Prefix == 0 || i == j) {
			if i > j && t.In(f.g.Time) && !t.In(f.g.Given) || i > j && !t.In(f.name) && (f.g.Function(t) || f.g.MayBeFinite(t)) && !(i+1 < len(s.k) && s.k[i+1].In(f.name)) {
				break
			}
			i++
			continue
		}
		g := t.Word.Find(lang.Guess)
		if i > j+1 && s.k[i-1].Has(lang.Article) && !s.k[i-2].In(f.particle) {
			break // the family's name was the last
		}
		if i > j && g != nil && (g.Feat&lang.Feminine != 0 || i > j+1 && s.f.joins(s.t.Source[t.Start:t.End])) {
			break
		}
		if g == nil || g.Feat&(lang.Conjunction|lang.With|lang.For) != 0 && i > j || f.g.Function(t) || g.Feat&lang.Feminine != 0 && g.Feat&lang.Plural != 0 {
			break
		}
		if t.In(f.g.Demonym) || t.In(f.country) {
			break
		}
		if g.Feat&lang.Article != 0 && i == j {
			break
		}
		if _, verb := f.looks(t.Word.Form); verb && i > j+1 {
			break
		}
		guesses++
		if guesses > 3 {
			break
		}
		i++
		if g.Feat&lang.Article != 0 {
			break // a family's name closes it
		}
	}
	return max(i, min(j+1, len(s.k)))
}

// family is where the name of tokens [from, to) ends if it is a given name and what stands
// behind it can only be the family's: a definite word in the singular.
func (s *search) family(from, to int) int {
	if to != from+1 || to >= len(s.k) || !s.k[from].In(s.f.g.Given) || s.verbal(to) {
		return to
	}
	n := s.noun(to)
	if n == nil || n.Prefix > 0 || n.Feat&lang.Article == 0 || n.Feat&(lang.Feminine|lang.Plural|lang.Dual|lang.Masdar) != 0 && !s.k[to].Has(lang.Article|lang.Nisba|lang.Singular) {
		return to
	}
	return to + 1
}
