package where

import (
	"unicode/utf8"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
)

// found is a name of the tables at some token.
type found = gazetteer.Found

// look is the name of the tables that begins with token i: see [gazetteer.Match].
func (s *search) look(i int, loose bool) (found, bool) {
	if i >= s.to {
		return found{}, false
	}
	return gazetteer.Match(s.f.tables, s.t, i, s.to, loose)
}

// name reads a name of the tables at token i.
func (s *search) name(i int) int {
	k := &s.k[i]
	w := k.Word
	if w.Names == lang.NoName || len(w.Form) < 4 || s.idiom(i) {
		return i
	}
	if w.Names == lang.NameCommon && !s.common && s.last(i) == nil && !(i+1 < s.to && s.k[i+1].Kind == lang.WordKind && s.k[i+1].Word.Follows) {
		return i // nothing here or before says that it is a place
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
	h := hit{head: i, from: i, to: f.To, start: s.inner(i, f.Part.Cut), feat: f.Part.Feat, form: byName, table: f.Table, lo: f.Lo, hi: f.Hi, exact: f.Exact, common: s.f.isCommon(f.Part.Text)}
	if loose && f.To == i+1 { // a variant of one word must be long, and behind a preposition
		if p := s.before(i); len(f.Part.Text) < 10 || f.Part.Feat&(lang.With|lang.For) != 0 || p < 0 || !s.k[p].In(s.w.in) || h.common {
			return i
		}
	}
	h.use = s.useOfName(&h, &f)
	if f.Part.Feat&lang.So != 0 && f.To == i+1 {
		return i // few sentences go on with "so" and a name
	}
	if h.use == actor {
		return i
	}
	s.add(h)
	return f.To
}

// idiom is whether a set phrase that names no place begins with token i.
func (s *search) idiom(i int) bool {
	e, _ := s.t.PhraseAt(i, s.w.idiom)
	return e > i
}

// inner is the byte where token i begins behind cut letters.
func (s *search) inner(i int, cut uint8) int {
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
func (s *search) useOfName(h *hit, f *found) use {
	p := s.before(h.from)
	if s.inInstitution(p) || p >= 0 && s.k[p].In(s.w.body) || s.inPerson(h, p) || s.isOutlet(h, p) {
		return actor
	}
	if s.adjective(h, p) {
		return actor
	}
	if s.w.capitalAt(s, h) {
		if !s.quiet(h, p) {
			return s.useOfCapital(h, p)
		}
		h.located = true
		return place
	}
	if s.game && !s.located(h, p) {
		return actor // a club
	}
	if f.Table != s.f.tables[0] && p >= 0 && p == h.from-1 && s.k[p].Has(lang.Verb|lang.Cue) && h.feat == 0 && !s.witnessed(p) {
		return actor // "Henderson said" is no town
	}
	sure := s.plain(h, f)
	h.located = s.located(h, p)
	switch {
	case sure:
		return place
	case h.to-h.from > 1 && h.located:
		return place
	case f.Table == s.f.tables[0] && h.located && !s.isCommon(h):
		return place
	}
	if l := s.last(h.from); l != nil && l.use == place && s.joined(h, l) && (l.form == bySettle || l.form == byName) && !s.isCommon(h) {
		return place
	}
	return doubtful
}

func (w *words) capitalAt(s *search, h *hit) bool {
	if h.to-h.from == 1 {
		return s.k[h.from].In(w.capital)
	}
	e, _ := s.t.PhraseAt(h.from, w.capital)
	return e == h.to
}

// adjective is whether a definite word behind a definite noun qualifies it: "the moist
// winds" has no town of that name.
func (s *search) adjective(h *hit, p int) bool {
	const glued = lang.With | lang.For | lang.Conjunction
	return p >= 0 && p == h.from-1 && h.to == h.from+1 && h.feat&lang.Article != 0 && h.feat&glued == 0 &&
		s.k[p].Has(lang.Noun|lang.Article) && s.reading(p, s.w.demonym) == nil
}

// quiet is whether a capital is one that seldom stands for a government, and no verb
// beside it makes it one here.
func (s *search) quiet(h *hit, p int) bool {
	if !s.k[h.from].In(s.w.seat) {
		return false
	}
	verb := p >= 0 && s.k[p].Has(lang.Verb) && !s.k[p].Has(lang.Noun) && !s.witnessed(p) ||
		p < 0 && h.to < s.to && s.k[h.to].Has(lang.Verb) && !s.k[h.to].Has(lang.Noun)
	return !verb
}

// plain is whether the words of a name mean nothing else.
func (s *search) plain(h *hit, f *found) bool {
	minor := true
	for i := h.lo; i < h.hi; i++ {
		minor = minor && f.Table.Minor(i)
	}
	if h.to-h.from > 1 {
		if minor {
			return false
		}
		for i := h.from; i < h.to; i++ {
			if s.k[i].In(s.w.given) || s.k[i].In(s.w.family) {
				return f.Table == s.f.tables[0] && i > h.from
			}
		}
		return true
	}
	if s.isCommon(h) || len(f.Part.Text) < 6 && h.feat&(lang.With|lang.For|lang.Like|lang.Conjunction) != 0 && f.Table != s.f.tables[0] {
		return false
	}
	w := s.k[h.from].Word
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

func (s *search) isCommon(h *hit) bool { return h.to-h.from == 1 && h.common }

// located is whether a preposition says that what follows is a place.
func (s *search) located(h *hit, p int) bool {
	return h.feat&lang.With != 0 || p >= 0 && (s.k[p].In(s.w.in) || s.k[p].In(s.w.near) || s.k[p].In(s.w.between))
}

// joined is whether a conjunction joins two mentions.
func (s *search) joined(h *hit, l *hit) bool {
	return h.feat&lang.Conjunction != 0 && l.to == h.from || l.to < h.from
}

// inInstitution is whether token p is a noun of an institution, whose name the place is
// part of.
func (s *search) inInstitution(p int) bool {
	if p < 0 || s.k[p].Kind != lang.WordKind {
		return false
	}
	return s.k[p].In(s.w.institution) && !s.k[p].In(s.w.noun) && !s.k[p].Has(lang.Article) && !s.k[p].In(s.w.head)
}

// inPerson is whether the name is part of a person's.
func (s *search) inPerson(h *hit, p int) bool {
	if p < 0 || h.feat&(lang.With|lang.For|lang.Conjunction) != 0 || s.k[p].Kind != lang.WordKind {
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
func (s *search) isOutlet(h *hit, p int) bool {
	quoted := h.from > s.from && s.k[h.from-1].Kind == lang.MarkKind && h.to < s.to && s.k[h.to].Kind == lang.MarkKind && s.k[h.from-1].Match == int32(h.to)
	if quoted && p == h.from-2 && p >= 0 && s.k[p].Kind == lang.WordKind && utf8.RuneCountInString(s.k[p].Word.Form) == 1 {
		return true // said "to X"
	}
	if e, _ := s.t.PhraseAt(h.from, s.w.outlet); e != h.to && !(h.to == h.from+1 && s.k[h.from].In(s.w.outlet)) {
		return false
	}
	return quoted || p >= 0 && s.k[p].In(s.w.media)
}
