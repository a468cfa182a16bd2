package participant

import "riwaya/internal/lang"

// doer reports whether tokens [from, to) begin a clause whose verb, a deed's, follows them.
func (s *scan) doer(from, to int) bool {
	if e, p := s.T.PhraseAt(to, s.f.after); p != nil && s.number(from) {
		to = e // twelve people, at least
	}
	if to >= len(s.K) || !s.f.G.MayBeFinite(&s.K[to]) || !s.deed(&s.K[to]) {
		return false
	}
	if s.K[from].Has(lang.Article) && !s.K[to].In(s.f.coded) {
		return false
	}
	begins, complement := s.begins(from)
	return complement || begins && s.f.G.Finite(&s.K[to])
}

// begins reports whether the people at token i, with their number and what says how exact that is, stand at the
// beginning of a clause, and whether a complementiser, or "was", opens it.
func (s *scan) begins(i int) (begins, complement bool) {
	for number := s.number(i); number && i > 0 && s.number(i); {
		i--
		if h := s.hedged(i - 1); h < i-1 {
			i = h + 1
		}
	}
	if i == 0 {
		return true, false
	}
	p := &s.K[i-1]
	return p.Kind != lang.WordKind, s.Phrases.Complementiser(i-1) || p.Word != nil && p.In(s.f.G.Was) && s.f.G.Finite(p)
}

// nominative reports whether the people at token i, of whom r is the noun, are in a form that shows no object: gunmen, a young man.
func (s *scan) nominative(i int, r *lang.Reading) bool {
	return r.Feat&(lang.Accusative|lang.Oblique|lang.Guess) == 0 && r.Feat&(lang.Feminine|lang.Plural) != lang.Feminine && !s.K[i].Has(lang.Masdar) && !s.K[i].Has(lang.Accusative)
}

// bomber reports whether the word at token i, which is mostly an adjective of an attack, names a woman who carries one out: it stands
// right behind the verb of a deed in the feminine, or opens a clause with such a verb behind it.
func (s *scan) bomber(i int) bool {
	if begins, complement := s.begins(i); begins || complement {
		return i+1 < len(s.K) && s.feminine(i+1)
	}
	return s.feminine(i - 1)
}

// feminine reports whether the word at token i is a verb of a deed in the feminine.
func (s *scan) feminine(i int) bool {
	t := &s.K[i]
	return t.Word != nil && s.f.G.Finite(t) && t.Has(lang.Feminine) && s.deed(t)
}

// doers reports whether several people in tokens [from, to), are the subject of a deed's verb in the plural,
// which shows that it is theirs: that of a clause that describes them (the prisoners who fled), or of the
// clause that they begin, behind what says where they are or come from (officers from the land train).
func (s *scan) doers(from, to int, several bool) bool {
	if !several || to+1 >= len(s.K) || s.K[to].Word == nil {
		return false
	}
	if t := &s.K[to]; t.Keyed(s.f.governs, theyWho) {
		return !s.qualifier(from) && s.theirs(to+1)
	}
	v := s.beyond(to)
	if v == to || v >= len(s.K) || !s.theirs(v) {
		return false
	}
	begins, complement := s.begins(from)
	return begins || complement
}

// qualifier reports whether the people at token i may be only what the definite noun right before them is: the Libyan leaders, the
// Nigerian refugees.
func (s *scan) qualifier(i int) bool {
	return i > 0 && s.K[i].Has(lang.Article) && s.K[i-1].Word != nil && s.K[i-1].Has(lang.Article) && (s.K[i].In(s.f.G.Demonym) || s.K[i].Has(lang.Nisba))
}

// theyWho is the key of relative pronouns that take up several people.
const theyWho = "who-them"

// theirs reports whether the word at token i is a verb of a deed in the plural, with what only says when before it
// passed over: they have fled.
func (s *scan) theirs(i int) bool {
	for ; i < len(s.K) && s.K[i].Word != nil && (s.K[i].In(s.f.G.Already) || s.K[i].In(s.f.G.Was) && s.f.G.Finite(&s.K[i])); i++ {
	}
	if i >= len(s.K) || s.K[i].Word == nil {
		return false
	}
	t := &s.K[i]
	return s.f.G.Finite(t) && (t.Has(lang.Past|lang.Plural) || t.Has(lang.Present|lang.Plural)) && t.Feats&(lang.First|lang.Conjunction) == 0 && s.deed(t)
}

// beyond is the token behind what begins at token i, if that only says where or whence: a preposition and a place or a definite
// noun. It is i where nothing such stands there.
func (s *scan) beyond(i int) int {
	t := &s.K[i]
	if !(t.In(s.f.G.From) || t.In(s.f.G.In)) || !s.f.G.Function(t) {
		return i
	}
	for j := i + 1; j < len(s.K) && j < i+5; j++ {
		if s.K[j].Word == nil || s.f.G.Finite(&s.K[j]) {
			return i
		}
		if j+1 < len(s.K) && s.K[j+1].Word != nil && s.closes(j) && (s.f.G.Finite(&s.K[j+1]) || s.K[j+1].In(s.f.G.Already)) {
			return j + 1
		}
	}
	return i
}
