package mention

import "riwaya/internal/lang"

// called reads a name without a title at token i, of at least two words.
func (s *Scan) called(i int) int {
	f, t := s.f, &s.K[i]
	r := Reading(t, f.AnyName)
	if r == nil || r.Feat&lang.Like != 0 {
		return i
	}
	if i > 0 && s.K[i-1].Word != nil && (s.K[i-1].In(f.namedAfter) || s.K[i-1].In(f.Body) && s.K[i-1].Word.Feats&lang.Article == 0) {
		e := s.nameRun(i)
		return max(e, i)
	}
	if r.Feat&lang.Article != 0 && !t.In(f.G.Given) {
		return i
	}
	if s.placeAt(i) > i || s.f.G.MayBeFinite(t) && !t.In(s.f.Particle) && r.Feat&lang.Article == 0 && (i == 0 || s.K[i-1].Word == nil || s.K[i-1].Has(lang.Article) || t.Has(lang.Conjunction)) {
		return i // a place, or a verb where one can stand
	}
	e, from := s.nameRun(i), i
	if e == i+1 && e < len(s.K) && (t.In(f.name) || s.announced(i)) && (s.K[e].In(f.G.Demonym) || s.K[e].Word != nil && s.K[e].Has(lang.Guess|lang.Article) && !s.K[e].Has(lang.Guess|lang.Feminine)) && r.Feat&lang.Article == 0 {
		e = s.family(i, e)
	}
	if s.foreign(i, e) {
		from = i - 1
	}
	if e-from < 2 || from == i && !s.sureName(i, e) && !s.announced(i) {
		return i
	}
	m := Mention{What: Person, From: from, To: e, Head: from, Name: from, Kind: "person", Bare: true}
	s.behind(&m)
	s.before(&m)
	if from < i {
		s.Rest = s.Rest[:len(s.Rest)-1]
		r = &lang.Reading{}
	}
	s.add(m, r.Prefix)
	return e
}

// announced reports whether the word before token i says that a name follows: what
// happened to somebody, "who is called". Names that are common words too are names there.
func (s *Scan) announced(i int) bool {
	if i == 0 || s.K[i-1].Word == nil || s.K[i].Has(lang.Conjunction) {
		return false
	}
	p := &s.K[i-1]
	if p.In(s.f.G.Called) {
		return true
	}
	v := Reading(p, s.f.victim)
	return v != nil && v.Feat&lang.Article == 0
}

// foreign reports whether the word before the name of tokens [i, to) is a name too, that no
// list has: where a deed or a verb stands before it, or two names follow.
func (s *Scan) foreign(i, to int) bool {
	n := len(s.Rest)
	if n == 0 || s.Rest[n-1] != i-1 || !s.K[i].In(s.f.name) || s.K[i].Has(lang.Conjunction) {
		return false
	}
	g := s.K[i-1].Word.Find(lang.Guess)
	if g == nil || g.Feat&(lang.Article|lang.Feminine|lang.Plural|lang.Conjunction|lang.With|lang.For|lang.Nisba) != 0 || s.f.joins(s.T.Source[s.K[i-1].Start:s.K[i-1].End]) {
		return false
	}
	if _, verb := s.f.looks(s.K[i-1].Word.Form); verb || i < 2 {
		return false
	}
	p := &s.K[i-2]
	if p.Word == nil {
		return false
	}
	return s.f.G.Finite(p) && !p.In(s.f.G.Relative) || Reading(p, s.f.victim) != nil || to-i >= 2 && s.K[i+1].In(s.f.name) && (s.private(i-2) || p.Has(lang.Conjunction))
}

// private reports whether token i is a private role, with or without a pronoun behind it.
func (s *Scan) private(i int) bool {
	for n := range s.K[i].Word.Readings {
		if r := &s.K[i].Word.Readings[n]; r.Classes.Meets(s.f.role) && r.Key == "private" {
			return true
		}
	}
	return false
}

// sureName reports whether tokens [from, to) are a name: two of its words stand in lists
// of names, one of them in no other.
func (s *Scan) sureName(from, to int) bool {
	names, sure := 0, false
	for i := from; i < to; i++ {
		t := &s.K[i]
		if t.In(s.f.name) {
			sure = true
		}
		if t.In(s.f.AnyName) {
			names++
		}
	}
	return names >= 2 && sure || sure && to-from >= 2 && s.K[from].In(s.f.name)
}

// surely reports whether a name begins at token j beyond doubt: a given name with another
// name behind it.
func (s *Scan) surely(j int) bool {
	t := &s.K[j]
	return t.Word != nil && (t.In(s.f.name) || t.In(s.f.Particle) || t.Has(lang.Guess)) && !t.Has(lang.Conjunction) && s.nameRun(j) > j+1
}

// nameAt reports whether a name begins at token j behind a title. closed says that the
// title may end there: its last word is definite.
func (s *Scan) nameAt(j int, closed, direct bool) bool {
	f, t := s.f, &s.K[j]
	if t.Word == nil || f.G.Function(t) && !t.In(f.Particle) {
		return false
	}
	r := Reading(t, f.AnyName)
	if r != nil && r.Prefix > 0 {
		r = nil
	}
	next := j+1 < len(s.K) && s.K[j+1].Word != nil && (s.K[j+1].In(f.AnyName) || s.K[j+1].Has(lang.Guess) || s.K[j+1].Has(lang.Article) && (s.K[j+1].Has(lang.Nisba) || s.K[j+1].In(f.G.Demonym)) && s.K[j].In(f.given))
	if t.In(f.G.Office) && !next {
		return false
	}
	if t.In(f.Particle) && r != nil && j+1 < len(s.K) && s.K[j+1].Word != nil {
		return closed || s.K[j+1].In(f.AnyName)
	}
	if r != nil && r.Feat&lang.Article != 0 && !direct {
		return false
	}
	if r != nil && (t.In(f.name)) {
		if closed {
			return true
		}
		return j+1 < len(s.K) && (s.K[j+1].In(f.AnyName) || s.K[j+1].Has(lang.Guess)) && !s.K[j-1].In(f.namedAfter)
	}
	if r != nil { // a name that is also a common word
		return closed && (next || r.Feat&lang.Article == 0) && !s.verbal(j)
	}
	g := t.Word.Find(lang.Guess)
	return closed && g != nil && !f.joins(s.T.Source[t.Start:t.End]) && g.Feat&(lang.Article|lang.Conjunction|lang.With|lang.For|lang.Nisba) == 0 && g.Feat&(lang.Plural) == 0
}

// nameRun is where the name that begins at token j ends.
func (s *Scan) nameRun(j int) int {
	f := s.f
	i, guesses := j, 0
	for i < len(s.K) && i < j+longestName {
		t := &s.K[i]
		if t.Word == nil {
			break
		}
		if t.In(f.Particle) && i+1 < len(s.K) && s.K[i+1].Word != nil && Reading(t, f.Particle) != nil && (i == j || Reading(t, f.Particle).Prefix == 0) {
			if n := &s.K[i+1]; f.G.Function(n) || f.G.Finite(n) || n.In(f.G.That) {
				break
			}
			i += 2
			continue
		}
		r := Reading(t, f.AnyName)
		if r != nil && (r.Prefix == 0 || i == j) {
			if i > j && t.In(f.G.Time) && !t.In(f.G.Given) || i > j && !t.In(f.name) && (f.G.Function(t) || f.G.MayBeFinite(t)) && !(i+1 < len(s.K) && s.K[i+1].In(f.name)) {
				break
			}
			i++
			continue
		}
		g := t.Word.Find(lang.Guess)
		if i > j+1 && s.K[i-1].Has(lang.Article) && !s.K[i-2].In(f.Particle) && !s.K[i-1].In(f.G.NameTail) {
			break // the family's name was the last
		}
		if i > j && g != nil && (g.Feat&lang.Feminine != 0 || i > j+1 && s.f.joins(s.T.Source[t.Start:t.End])) {
			break
		}
		if g == nil || g.Feat&(lang.Conjunction|lang.With|lang.For) != 0 && i > j || f.G.Function(t) || g.Feat&lang.Feminine != 0 && g.Feat&lang.Plural != 0 {
			break
		}
		if t.In(f.G.Demonym) || t.In(f.Country) || i > j && t.In(f.G.Time) {
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
	return max(i, min(j+1, len(s.K)))
}

// family is where the name of tokens [from, to) ends if it is a given name and what stands
// behind it can only be the family's: a definite word in the singular.
func (s *Scan) family(from, to int) int {
	if to != from+1 || to >= len(s.K) || !s.K[from].In(s.f.given) || s.verbal(to) {
		return to
	}
	n := s.Noun(to)
	if n == nil || n.Prefix > 0 || n.Feat&lang.Article == 0 || n.Feat&(lang.Feminine|lang.Plural|lang.Dual|lang.Masdar) != 0 && !s.K[to].Has(lang.Article|lang.Nisba|lang.Singular) && !s.K[to].In(s.f.G.Demonym) {
		return to
	}
	return to + 1
}

// Prefix is how many letters stand before a name that has no title.
func (s *Scan) Prefix(m *Mention) uint8 {
	if m.Name > m.From {
		return 0
	}
	if r := Reading(&s.K[m.Name], s.f.AnyName); r != nil {
		return r.Prefix
	}
	return 0
}
