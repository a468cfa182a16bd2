package toponym

import (
	"unicode/utf8"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
)

// found is a name of the tables at some token.
type found = gazetteer.Found

// look is the name of the tables that begins with token i: see [gazetteer.Match].
func (s *Search) look(i int, loose bool) (found, bool) {
	if i >= s.to {
		return found{}, false
	}
	return gazetteer.Match(s.f.Tables, s.t, i, s.to, loose)
}

// name reads a name of the tables at token i.
func (s *Search) name(i int) int {
	k := &s.k[i]
	w := k.Word
	if w.Names == lang.NoName || len(w.Form) < 4 || s.idiom(i) {
		return i
	}
	if w.Names == lang.NameCommon && !s.common && s.last(i) == nil && !s.followed(i) {
		return i // nothing here or before says that it is a place
	}
	if s.generic(i) && !s.called && !s.followed(i) {
		if h := s.last(i); h == nil || h.To != i || !w.Has(lang.Conjunction) {
			return i // the city, whichever was named
		}
	}
	f, ok := s.look(i, false)
	if w.Feats&lang.Function != 0 && w.Classes.Meets(s.w.function) && f.To <= i+1 {
		return i // "Umm Durman" begins with the word for "or"
	}
	loose := !ok && guessed(w)
	if loose {
		f, ok = s.look(i, true)
	}
	if !ok {
		return i
	}
	h := Hit{Head: i, From: i, To: f.To, Start: s.inner(i, f.Part.Cut), Feat: f.Part.Feat, Form: ByName, Table: f.Table, Lo: f.Lo, Hi: f.Hi, Exact: f.Exact, Common: s.f.isCommon(f.Part.Text)}
	if loose && f.To == i+1 { // a variant of one word must be long, and behind a preposition
		if p := s.before(i); len(f.Part.Text) < 10 || f.Part.Feat&(lang.With|lang.For) != 0 || p < 0 || !s.k[p].In(s.w.in) || h.Common {
			return i
		}
	}
	h.Use = s.useOfName(&h, &f)
	if f.Part.Feat&lang.So != 0 && f.To == i+1 {
		return i // few sentences go on with "so" and a name
	}
	if h.Use == Actor {
		return i
	}
	s.add(h)
	return f.To
}

// followed is whether the word behind token i perhaps stands second in a name.
func (s *Search) followed(i int) bool {
	return i+1 < s.to && s.k[i+1].Kind == lang.WordKind && s.k[i+1].Word.Follows
}

// generic is whether the word at token i is, with its article, a word for a place of any name: the city.
func (s *Search) generic(i int) bool {
	r := s.reading(i, s.w.noun)
	return r != nil && r.Feat&lang.Article != 0 && r.Key == "cut.s"
}

// idiom is whether a set phrase that names no place begins with token i.
func (s *Search) idiom(i int) bool {
	e, _ := s.t.PhraseAt(i, s.w.idiom)
	return e > i
}

// inner is the byte where token i begins behind cut letters.
func (s *Search) inner(i int, cut uint8) int {
	k := &s.k[i]
	if cut == 0 {
		return k.Start
	}
	return k.Start + s.t.Skip(s.t.Source[k.Start:k.End], int(cut))
}

// guessed is whether the lexicon knows no reading of a word.
func guessed(w *lang.Word) bool {
	for i := range w.Readings {
		r := &w.Readings[i]
		if r.Feat&lang.Guess == 0 && r.Lemma != "" {
			return false
		}
	}
	return true
}

// useOfName decides whether a name without a generic noun is a place.
func (s *Search) useOfName(h *Hit, f *found) Use {
	p := s.before(h.From)
	if s.inInstitution(p) || p >= 0 && s.k[p].In(s.w.body) || s.inPerson(h, p) || s.isOutlet(h, p) {
		return Actor
	}
	if s.adjective(h, p) {
		return Actor
	}
	if s.w.capitalAt(s, h) {
		if !s.quiet(h, p) {
			return s.useOfCapital(h, p)
		}
		h.Located = true
		return Place
	}
	if s.game && !s.located(h, p) {
		return Actor // a club
	}
	if f.Table != s.f.Tables[0] && p >= 0 && p == h.From-1 && s.k[p].Has(lang.Verb|lang.Cue) && h.Feat == 0 && !s.witnessed(p) {
		return Actor // "Henderson said" is no town
	}
	sure := s.plain(h, f)
	h.Located = s.located(h, p)
	switch {
	case sure:
		return Place
	case h.To-h.From > 1 && h.Located:
		return Place
	case f.Table == s.f.Tables[0] && h.Located && !h.IsCommon():
		return Place
	}
	if l := s.last(h.From); l != nil && l.Use == Place && s.joined(h, l) && (l.Form == BySettle || l.Form == ByName) && !h.IsCommon() {
		return Place
	}
	return Doubtful
}

func (w *words) capitalAt(s *Search, h *Hit) bool {
	if h.To-h.From == 1 {
		return s.k[h.From].In(w.capital)
	}
	e, _ := s.t.PhraseAt(h.From, w.capital)
	return e == h.To
}

// adjective is whether a definite word behind a definite noun qualifies it: "the moist
// winds" has no town of that name.
func (s *Search) adjective(h *Hit, p int) bool {
	const glued = lang.With | lang.For | lang.Conjunction
	return p >= 0 && p == h.From-1 && h.To == h.From+1 && h.Feat&lang.Article != 0 && h.Feat&glued == 0 &&
		s.k[p].Has(lang.Noun|lang.Article) && s.reading(p, s.w.demonym) == nil
}

// quiet is whether a capital is one that seldom stands for a government, and no verb
// beside it makes it one here.
func (s *Search) quiet(h *Hit, p int) bool {
	if !s.k[h.From].In(s.w.seat) {
		return false
	}
	verb := p >= 0 && s.k[p].Has(lang.Verb) && !s.k[p].Has(lang.Noun) && !s.witnessed(p) ||
		p < 0 && h.To < s.to && s.k[h.To].Has(lang.Verb) && !s.k[h.To].Has(lang.Noun)
	return !verb
}

// plain is whether the words of a name mean nothing else.
func (s *Search) plain(h *Hit, f *found) bool {
	minor := true
	for i := h.Lo; i < h.Hi; i++ {
		minor = minor && f.Table.Minor(i)
	}
	if h.To-h.From > 1 {
		if minor {
			return false
		}
		for i := h.From; i < h.To; i++ {
			if s.k[i].In(s.w.given) || s.k[i].In(s.w.family) {
				return f.Table == s.f.Tables[0] && i > h.From
			}
		}
		return true
	}
	if h.IsCommon() || len(f.Part.Text) < 6 && h.Feat&(lang.With|lang.For|lang.Like|lang.Conjunction) != 0 && f.Table != s.f.Tables[0] {
		return false
	}
	w := s.k[h.From].Word
	for i := range w.Readings {
		r := &w.Readings[i]
		if r.Feat&lang.Guess != 0 || r.Lemma == "" || r.Classes.Meets(s.w.capital) {
			continue
		}
		if int(r.Prefix) == int(f.Part.Cut) || r.Prefix == 0 || r.Feat&lang.Function != 0 || !r.Classes.Empty() {
			return false
		}
	}
	return !minor || len(f.Part.Text) >= 10
}

// IsCommon is whether the mention is one common word.
func (h *Hit) IsCommon() bool { return h.To-h.From == 1 && h.Common }

// located is whether a preposition says that what follows is a place.
func (s *Search) located(h *Hit, p int) bool {
	return h.Feat&lang.With != 0 || p >= 0 && (s.k[p].In(s.w.in) || s.k[p].In(s.w.near) || s.k[p].In(s.w.between))
}

// joined is whether a conjunction joins two mentions.
func (s *Search) joined(h *Hit, l *Hit) bool {
	return h.Feat&lang.Conjunction != 0 && l.To == h.From || l.To < h.From
}

// inInstitution is whether token p is a noun of an institution, whose name the place is
// part of.
func (s *Search) inInstitution(p int) bool {
	if p < 0 || s.k[p].Kind != lang.WordKind {
		return false
	}
	return s.k[p].In(s.w.institution) && !s.k[p].In(s.w.noun) && !s.k[p].Has(lang.Article) && !s.k[p].In(s.w.head)
}

// inPerson is whether the name is part of a person's.
func (s *Search) inPerson(h *Hit, p int) bool {
	if p < 0 || h.Feat&(lang.With|lang.For|lang.Conjunction) != 0 || s.k[p].Kind != lang.WordKind {
		return false
	}
	w := s.k[p].Word
	if w.Classes.Meets(s.w.honorific) && guessedBut(w, s.w.honorific) {
		return true
	}
	if w.Classes.Meets(s.w.given) || w.Classes.Meets(s.w.family) && guessedBut(w, s.w.family) {
		return !w.Classes.Meets(s.w.in) && !w.Classes.Meets(s.w.country) && !w.Classes.Meets(s.w.head)
	}
	return false
}

// guessedBut is whether all readings of a word are in those classes or guesses.
func guessedBut(w *lang.Word, in lang.Set) bool {
	for i := range w.Readings {
		if r := &w.Readings[i]; r.Feat&lang.Guess == 0 && !r.Classes.Meets(in) {
			return false
		}
	}
	return true
}

// isOutlet is whether the name is that of a newspaper: quoted, or behind its noun.
func (s *Search) isOutlet(h *Hit, p int) bool {
	quoted := h.From > s.from && s.k[h.From-1].Kind == lang.MarkKind && h.To < s.to && s.k[h.To].Kind == lang.MarkKind && s.k[h.From-1].Match == int32(h.To)
	if quoted && p == h.From-2 && p >= 0 && s.k[p].Kind == lang.WordKind && utf8.RuneCountInString(s.k[p].Word.Form) == 1 {
		return true // said "to X"
	}
	if e, _ := s.t.PhraseAt(h.From, s.w.outlet); e != h.To && !(h.To == h.From+1 && s.k[h.From].In(s.w.outlet)) {
		return false
	}
	return quoted || p >= 0 && s.k[p].In(s.w.media)
}
