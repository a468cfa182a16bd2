package toponym

import (
	"strings"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
)

// border reads "the Syrian border", "the border with Syria", "the border of Syria": one
// row named after the country.
func (s *Search) border(i int) int {
	r := s.reading(i, s.w.border)
	if r == nil {
		return i
	}
	h := Hit{Head: i, From: i, Start: s.t.Inner(i, r), Feat: r.Feat, Form: ByBorder, Use: Place}
	j := i + 1
	if code, e := s.nisbas(j); e > j {
		h.To, h.Code = e, code
		s.add(h)
		return e
	}
	if j < s.to && s.k[j].Kind == lang.WordKind && s.k[j].In(s.w.function) { // with
		j++
	}
	if c, ok := s.countryAt(j); ok && c.Feat&(lang.For|lang.Like|lang.Conjunction) == 0 {
		h.To, h.Code = c.To, c.Code
		s.add(h)
		return c.To
	}
	return i
}

// nisbas are the adjectives of countries from token i on, and the country of the first.
func (s *Search) nisbas(i int) (code string, end int) {
	for end = i; end < s.to; end++ {
		r := s.reading(end, s.w.demonym)
		if r == nil || r.Key == "" || r.Feat&(lang.Conjunction|lang.With|lang.For) != 0 || end > i+1 {
			break
		}
		if code == "" {
			if r.Key == "-" {
				break
			}
			code = r.Key
		}
	}
	return code, end
}

// land reads the land, water or air of a country: "the Syrian lands".
func (s *Search) land(i int) int {
	r := s.reading(i, s.w.land)
	if r == nil {
		return i
	}
	h := Hit{Head: i, From: i, Start: s.t.Inner(i, r), Feat: r.Feat, Form: ByLand, Use: Place}
	if code, e := s.nisbas(i + 1); e > i+1 && r.Feat&lang.Article != 0 {
		h.To, h.Code = e, code
		s.add(h)
		return e
	}
	return i
}

// directed reads a direction and what it is of: "north Iraq", "the south-east of the
// country". With a town it is the town.
func (s *Search) directed(i int) int {
	r := s.reading(i, s.w.direction)
	if r == nil || r.Feat&lang.Pronoun != 0 || s.isCountry(i) {
		return i
	}
	if r.Feat&lang.Article != 0 {
		return s.theSouth(i, r)
	}
	j := i + 1
	if d := s.reading(j, s.w.direction); d != nil && d.Feat&(lang.Article|lang.Conjunction|lang.Pronoun) == 0 {
		j++
	}
	if f, ok := s.look(i, false); ok && f.Exact && f.To > j && f.Table == s.f.Tables[0] {
		return i // a name of its own: "East of the Euphrates"
	}
	h := Hit{Head: i, From: i, Start: s.t.Inner(i, r), Feat: r.Feat, Form: ByDirection, Use: Place}
	if n := s.reading(j, s.w.noun); n != nil && (n.Key == "cut.r" || n.Key == "cut.x") && n.Feat&lang.Article == 0 {
		j++
	}
	if home := s.reading(j, s.w.home); home != nil && home.Feat&lang.Article != 0 {
		if _, e := s.nisbas(j + 1); e == j+1 {
			h.To, h.Form = j+1, ByHome
			s.add(h)
			return h.To
		}
	}
	if c, ok := s.countryAt(j); ok && c.Feat&(lang.With|lang.For|lang.Like|lang.Conjunction) == 0 {
		h.To, h.Code = c.To, c.Code
		s.add(h)
		return c.To
	}
	if f, ok := s.look(j, false); ok && f.Part.Cut == 0 && s.regional(&f) && (f.To > j+1 || !s.f.isCommon(f.Part.Text)) {
		h.To, h.Table, h.Lo, h.Hi, h.Inner = f.To, f.Table, f.Lo, f.Hi, true
		s.add(h)
		return f.To
	}
	return i
}

// theSouth reads "in the South", a part of the country that the article is about.
func (s *Search) theSouth(i int, r *lang.Reading) int {
	p := s.before(i)
	if !s.bare(i, r) || !s.k[i].In(s.w.part) || !(r.Feat&lang.With != 0 || p >= 0 && s.k[p].In(s.w.within)) {
		return i
	}
	if n := i + 1; n < s.to && s.k[n].Kind == lang.WordKind && (s.k[n].Has(lang.Article) && s.k[n].Has(lang.Noun) || s.k[n].In(s.w.direction)) {
		return i
	}
	s.add(Hit{Head: i, From: i, To: i + 1, Start: s.t.Inner(i, r), Feat: r.Feat, Form: ByHome, Use: Place})
	return i + 1
}

// noun reads a generic noun and the name behind it.
func (s *Search) noun(i int) int {
	r := s.reading(i, s.w.noun)
	if r == nil || r.Feat&lang.Pronoun != 0 || !s.bare(i, r) || s.isCountry(i) || s.byWay(i) {
		return i
	}
	if f, ok := s.look(i, false); ok && f.Exact && f.To > i+1 && (f.Table == s.f.Tables[0] || r.Key[0] == 'k') { // the noun is part of the name: "Sadr City"
		h := Hit{Head: i, From: i, To: f.To, Start: s.inner(i, f.Part.Cut), Feat: f.Part.Feat, Form: ByFacility, Unit: r.Key, Table: f.Table, Lo: f.Lo, Hi: f.Hi, Exact: true, Use: Place}
		h.To = s.tail(h.To)
		s.add(h)
		return h.To
	}
	kept := strings.HasPrefix(r.Key, "keep")
	if kept {
		return s.facility(i, r)
	}
	if r.Feat&lang.Article != 0 && r.Key != "cut.c" || r.Key == "cut.x" {
		return i
	}
	return s.settlement(i, i+1, r)
}

// isCountry is whether the name of a country begins with a generic noun: "the Comoros".
func (s *Search) isCountry(i int) bool {
	e, _ := s.t.PhraseAt(i, s.w.country)
	return e > i
}

// byWay is whether token i ends a preposition: "by way of".
func (s *Search) byWay(i int) bool {
	if i == s.from {
		return false
	}
	e, _ := s.t.PhraseAt(i-1, s.w.preposition)
	return e > i
}

// settlement reads the name at token j behind the generic noun at token i.
func (s *Search) settlement(i, j int, r *lang.Reading) int {
	if e, _ := s.nisbas(j); e == "" { // "the Yemeni capital Sanaa"
	} else if _, end := s.nisbas(j); end < s.to && r.Feat&lang.Article != 0 {
		j = end
	}
	if q := s.skipQuotes(j); q > j {
		j = q
	}
	if j >= s.to || s.k[j].Kind != lang.WordKind {
		return i
	}
	if n := s.reading(j, s.w.noun); n != nil && n.Feat&lang.Article == 0 && n.Key != r.Key || s.k[j].In(s.w.direction) || s.k[j].In(s.w.home) {
		return i // the next word reads its own name
	}
	if _, ok := s.countryAt(j); ok {
		if f, named := s.look(j, false); !named || f.To == j+1 {
			return i
		}
	}
	f, ok := s.look(j, false)
	if !ok {
		f, ok = s.look(j, true)
	}
	if d := s.reading(j, s.w.demonym); d != nil && d.Feat&(lang.Article|lang.Accusative) == 0 && d.Feat&lang.Feminine != 0 && r.Feat&lang.Article == 0 && !(ok && f.Exact) {
		return i // Indian states, none of the name al-Hindiya
	}
	if ok && f.To == j+1 && s.generic(j) && (r.Key != "cut.r" && r.Key != "cut.1" || f.To < s.to && s.k[f.To].Has(lang.Article) && !s.k[f.To].Has(lang.Conjunction)) {
		return i // the quarters of the city, no region of that name
	}
	if ok && f.To == j+1 && s.f.isCommon(f.Part.Text) && f.Table != s.f.Tables[0] && r.Key != "cut.s" && r.Key != "cut.1" {
		return i // "the euro zone", "the directorate of security"
	}
	if ok && f.Part.Cut == 0 && (f.To > j+1 || !s.k[j].In(s.w.function)) {
		h := Hit{Head: i, From: j, To: f.To, Start: s.k[j].Start, Feat: r.Feat, Form: BySettle, Unit: r.Key, Table: f.Table, Lo: f.Lo, Hi: f.Hi, Exact: f.Exact, Use: Place}
		s.add(h)
		return f.To
	}
	if r.Key == "cut.m" || r.Key == "cut.k" || r.Feat&lang.Article != 0 {
		return i
	}
	return s.unknown(i, j, r)
}

// unknown reads a name that no table has, behind a generic noun of a settlement: one
// word that the lexicon does not know.
func (s *Search) unknown(i, j int, r *lang.Reading) int {
	w := s.k[j].Word
	named := w.Classes.Meets(s.w.given) || w.Classes.Meets(s.w.family)
	definite := w.Form != w.Bare
	if !definite && (r.Key == "cut.r" || r.Key == "cut.2" || w.Has(lang.Nisba)) {
		return i // "an industrial zone"
	}
	if len(w.Form) < 6 || w.Classes.Meets(s.w.home) || !guessed(w) && !(named && definite) || w.Classes.Meets(s.w.function) || r.Key != "cut.s" && s.f.isCommon(w.Bare) || w.Has(lang.Nisba) && w.Has(lang.Article) && r.Feat&lang.Article != 0 || s.k[j].In(s.w.demonym) {
		return i
	}
	to := j + 1
	if s.k[j].In(s.w.particle) && to < s.to && s.k[to].Kind == lang.WordKind { // "Bani Saad"
		to++
	}
	s.add(Hit{Head: i, From: j, To: to, Start: s.k[j].Start, Feat: r.Feat, Form: BySettle, Unit: r.Key, Use: Place})
	return to
}

// facility reads a generic noun that is kept and the name that belongs to it.
func (s *Search) facility(i int, r *lang.Reading) int {
	if r.Feat&lang.Article != 0 {
		return i
	}
	h := Hit{Head: i, From: i, Start: s.t.Inner(i, r), Feat: r.Feat, Form: ByFacility, Unit: r.Key, Use: Place}
	j := s.skipQuotes(i + 1)
	if n := s.reading(j, s.w.noun); n != nil && n.Feat&(lang.With|lang.For) != 0 {
		return i // "a street in the province"
	} else if n != nil && n.Feat&lang.Article == 0 {
		if strings.HasPrefix(n.Key, "keep") {
			return i // the way of the base of X: the base reads its own name
		}
		j = s.skipQuotes(j + 1)
	}
	if j >= s.to || s.k[j].Kind != lang.WordKind {
		return i
	}
	w := s.k[j].Word
	if s.f.isCommon(w.Bare) && r.Key == "keep.k" {
		return i
	}
	if c, ok := s.countryAt(j); ok && c.Feat&(lang.With|lang.For|lang.Like|lang.Conjunction) == 0 {
		h.To, h.Code = s.tail(c.To), c.Code
		s.add(h)
		return h.To
	}
	f, ok := s.look(j, false)
	if !ok && guessed(w) {
		f, ok = s.look(j, true)
	}
	if ok && f.Part.Cut == 0 && !s.k[j].Has(lang.Function) && !(s.k[j].Has(lang.Verb) && !guessed(w) && f.To == j+1 && r.Key == "keep.k") {
		h.To = f.To
		if i > s.from && s.reading(i-1, s.w.noun) != nil {
			// the village of that name, not what it is called after
		} else if own, fits := s.standsWith(&h, &f); fits {
			h.Table, h.Lo, h.Hi, h.Inner = f.Table, f.Lo, f.Hi, !own
		} else if r.Key == "keep.k" {
			return i // "the way back"
		}
		h.To = s.tail(h.To)
		if j > i+1 && h.To < s.to && s.k[h.To].Kind == lang.MarkKind && int(s.k[h.To].Match) < h.To && int(s.k[h.To].Match) > i {
			h.To++
		}
		s.add(h)
		return h.To
	}
	if e := s.personName(j); e > j {
		h.To = s.tail(e)
		s.add(h)
		return h.To
	}
	if r.Key == "keep.k" || s.f.isCommon(w.Bare) || len(w.Form) < 6 || w.Form == w.Bare || !guessed(w) && !s.k[j].In(s.w.given) && !s.k[j].In(s.w.family) || s.k[j].In(s.w.tail) || s.k[j].In(s.w.demonym) {
		return i
	}
	h.To = s.tail(j + 1)
	s.add(h)
	return h.To
}

// standsWith is whether the place of that name is what a facility is called after, so that
// the facility lies there; own is whether it is the facility itself. A quarter or a street
// has the name of a town that lies elsewhere.
func (s *Search) standsWith(h *Hit, f *found) (own, fits bool) {
	var weight uint32
	for n := f.Lo; n < f.Hi; n++ {
		row := f.Table.Of(n)
		k := f.Table.KindOf(row)
		if k == gazetteer.Quarter && h.Unit == "keep.q" || k == gazetteer.Facility {
			return true, true
		}
		if k == gazetteer.Admin1 || k == gazetteer.Region {
			weight = max(weight, gazetteer.KnownByHand)
		}
		weight = max(weight, f.Table.Weight(row))
	}
	return false, h.Unit != "keep.q" && h.Unit != "keep.n" && (weight >= gazetteer.KnownByHand || f.Table == s.f.Tables[0])
}

// personName is behind the name of a person that a mosque, school or hospital is called
// after: a title, one name, and what particles join to it.
func (s *Search) personName(j int) int {
	e := j
	if e < s.to && s.k[e].Kind == lang.WordKind && s.k[e].In(s.w.title) {
		e++
	}
	if e >= s.to || s.k[e].Kind != lang.WordKind || !(s.k[e].In(s.w.given) || s.k[e].In(s.w.family)) {
		return j
	}
	for e++; e+1 < s.to && s.k[e].Kind == lang.WordKind && s.k[e].In(s.w.particle) && s.k[e+1].Kind == lang.WordKind; e++ {
	}
	if s.k[e-1].In(s.w.particle) && e < s.to && s.k[e].Kind == lang.WordKind {
		e++
	}
	return e
}

// tail is behind the adjectives that belong to a facility's name.
func (s *Search) tail(j int) int {
	for j < s.to && s.k[j].Kind == lang.WordKind && s.k[j].In(s.w.tail) && s.k[j].Has(lang.Article) {
		if r := s.reading(j, s.w.tail); r.Feat&(lang.Conjunction|lang.With|lang.For) != 0 {
			break
		}
		j++
	}
	return j
}

// regional is whether a name is only that of a region or province, not of a town.
func (s *Search) regional(f *found) bool {
	for n := f.Lo; n < f.Hi; n++ {
		switch f.Table.KindOf(f.Table.Of(n)) {
		case gazetteer.Region, gazetteer.Admin1:
		default:
			return false
		}
	}
	return true
}
