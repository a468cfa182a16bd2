package where

import (
	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
	"riwaya/internal/toponym"
)

// What a country is worth that the article names, and one of its adjectives.
const (
	named     = 2
	adjective = 1
)

// vote counts how often the article names each country, by name or by a town that no
// other country has.
func (s *search) vote() {
	for _, code := range s.names.Adjectives {
		s.count(code, adjective)
	}
	for i := range s.hits {
		h := &s.hits[i]
		switch {
		case h.Other != "":
		case h.Code != "":
			s.count(h.Code, named)
		case h.Table != nil && h.Use == toponym.Place:
			if c, one := s.onlyCountry(h); one {
				s.count(c, named)
			}
		}
	}
}

func (s *search) count(code string, n int16) {
	const enough = 10_000 // of a number that has 16 bits; no article comes near
	if i := index(code); i >= 0 && s.votes[i] < enough {
		if s.votes[i] == 0 {
			s.voted = append(s.voted, int16(i))
		}
		s.votes[i] += n
	}
}

// index is the number of a country's code in either case, -1 for what is none.
func index(code string) int {
	if len(code) != 2 {
		return none
	}
	a, b := code[0]|0x20, code[1]|0x20
	if a < 'a' || a > 'z' || b < 'a' || b > 'z' {
		return none
	}
	return int(a-'a')*26 + int(b-'a')
}

// onlyCountry is the country of all rows of a mention's names, if it is one and a reader
// would think of it: a small place far away proves nothing.
func (s *search) onlyCountry(h *hit) (string, bool) {
	c, weight := "", uint32(0)
	for i := h.Lo; i < h.Hi; i++ {
		row := h.Table.Of(i)
		b := h.Table.Country(row)
		if b == "" || c != "" && c != b {
			return "", false
		}
		c = b
		weight = max(weight, h.Table.Weight(row))
	}
	return c, c != "" && (weight >= 50_000 || h.Table == s.f.Tables[0])
}

// most is the country that the article names most, if none is named nearly as often; -1
// if there is none.
func (s *search) most() int {
	best, second := -1, int16(0)
	for _, v := range s.voted {
		switch n := s.votes[v]; {
		case best < 0 || n > s.votes[best]:
			if best >= 0 {
				second = s.votes[best]
			}
			best = int(v)
		case n > second:
			second = n
		}
	}
	if best < 0 || s.votes[best] < second+second/2+1 {
		return none
	}
	return best
}

// settle decides which mentions are places, and which row of the tables each is.
func (s *search) settle() {
	for i := range s.hits {
		s.relate(i)
	}
	for i := range s.hits {
		s.remember(&s.hits[i])
	}
	for i := range s.hits {
		if h := &s.hits[i]; h.Use == toponym.Doubtful && (h.Exact && s.places[nameOf(h)] || s.agrees(i)) {
			h.Use = toponym.Place
			s.remember(h)
		}
	}
	clear(s.places)
	for i := range s.hits {
		h := &s.hits[i]
		if h.Other != "" && s.votes[index(h.Other)] > s.votes[index(h.Code)] {
			h.Code, h.Form = "", toponym.ByCapital
		}
		switch {
		case h.Use != toponym.Place:
		case h.Form == toponym.ByHome:
			if h.country = s.beside(i); h.country == none {
				h.country = s.most()
			}
		case h.Code != "":
			h.country = index(h.Code)
		case h.Table == nil:
			h.country = s.around(i)
		default:
			s.pick(i)
		}
	}
}

// name is a name of the tables, as it is written there.
type name struct {
	table *gazetteer.Table
	lo    int
}

func nameOf(h *hit) name { return name{h.Table, h.Lo} }

// remember notes what the article has as a place: the same name elsewhere is one too.
func (s *search) remember(h *hit) {
	if h.Use == toponym.Place && h.Exact && !h.Inner {
		s.places[nameOf(h)] = true
	}
}

// agrees is whether what stands behind a doubtful name says where it lies: the adjective
// of its country, or a place of its country.
func (s *search) agrees(i int) bool {
	h := &s.hits[i]
	local := s.local(i)
	if local < 0 || h.To == h.From+1 && (h.IsCommon() || !s.names.Named(&h.Hit)) {
		return false
	}
	for n := h.Lo; n < h.Hi; n++ {
		if index(h.Table.Country(h.Table.Of(n))) == local {
			return true
		}
	}
	return false
}

// local is the country that the words right behind a mention name, -1 if none.
func (s *search) local(i int) int {
	h := &s.hits[i]
	if code, e := s.names.AdjectiveAt(h.To); e > h.To && code != "" {
		return index(code)
	}
	if i+1 < len(s.hits) {
		n := &s.hits[i+1]
		at := n.Head
		if at == h.To && n.Feat&lang.With != 0 || at == h.To+1 && s.k[h.To].Kind == lang.WordKind && s.k[h.To].In(s.f.in) || at == h.To+1 && s.k[h.To].Is(lang.BracketOpen) || at == h.To && n.Form == toponym.ByDirection {
			if n.Code != "" {
				return index(n.Code)
			}
			if n.Table != nil && n.Use == toponym.Place {
				if c, one := s.onlyCountry(n); one {
					return index(c)
				}
			}
		}
	}
	return none
}

// around is the country of what stands around a mention without a row: what it is said to
// lie in, else the country that the article is about.
func (s *search) around(i int) int {
	if c := s.local(i); c >= 0 {
		return c
	}
	if c := s.beside(i); c != none {
		return c
	}
	h := &s.hits[i]
	if h.Unit == "keep.n" || h.Form == toponym.ByFacility && h.Unit != "keep.q" && !s.alone() {
		return none // a university, a mountain: it may be anywhere
	}
	return s.most()
}

// alone is whether the article hardly names more than one country.
func (s *search) alone() bool {
	best, sum := 0, 0
	for _, v := range s.voted {
		best, sum = max(best, int(s.votes[v])), sum+int(s.votes[v])
	}
	const most = 4 // of five
	return best >= 3 && 5*best >= most*sum
}

// none is the number of no country.
const none = -1

// beside is the country of the places before a mention in its sentence, if they are of
// one.
func (s *search) beside(i int) int {
	c := none
	for j := i - 1; j >= 0 && s.near(s.hits[j].To, s.hits[i].Head); j-- {
		if o := &s.hits[j]; o.Use == toponym.Place && o.country >= 0 && c != o.country {
			if c != none {
				return none
			}
			c = o.country
		}
	}
	return c
}

// near is whether no sentence ends between two tokens, and they are not far apart.
func (s *search) near(from, to int) bool {
	const most = 25
	if to-from > most {
		return false
	}
	for j := from; j < to; j++ {
		if k := &s.k[j]; k.Kind == lang.BreakKind || k.Is(lang.Stop) {
			return false
		}
	}
	return true
}

// pick settles which row a mention means.
func (s *search) pick(i int) {
	h := &s.hits[i]
	local := s.local(i)
	var best, second choice // second is the best of another country
	for n := h.Lo; n < h.Hi; n++ {
		c := s.choose(h, h.Table.Of(n), local)
		switch {
		case !best.some || c.better(&best):
			if best.some && best.country != c.country {
				second = best
			}
			best = c
		case c.country != best.country && (!second.some || c.better(&second)):
			second = c
		}
	}
	for n := h.Lo; n < h.Hi; n++ { // a province is as well known as the town that it is called after
		row := h.Table.Of(n)
		if w := h.Table.Weight(row); w > best.weight && index(h.Table.Country(row)) == best.country {
			best.weight = w
		}
	}
	if second.some && best.votes == second.votes && best.weight/5 < second.weight && best.country != local {
		return // several countries have it, and nothing says which
	}
	least := uint32(far)
	if h.Form == toponym.ByName && !h.Located || h.Unit == "cut.r" && s.alone() {
		least = farther
	}
	if best.votes == 0 && best.weight < least && best.country != local && best.country >= 0 && (len(s.voted) > 0 || h.Form == toponym.ByName) {
		if h.Form == toponym.ByName {
			h.Use = toponym.Actor // a word that looks like the name of a village far away
		}
		return
	}
	h.country, h.row = best.country, best.row
	h.vague = s.several(h, &best)
}

// far is the population below which a place is not thought of in an article that names
// other countries and not its own.
const (
	far     = 100_000
	farther = 600_000 // where not even a preposition says that it is a place
)

// choice is a row that a mention may mean.
type choice struct {
	some    bool
	row     int
	country int
	votes   int16
	kind    int // how well its kind fits the words around it
	weight  uint32
}

func (s *search) choose(h *hit, row, local int) choice {
	c := choice{some: true, row: row, country: index(h.Table.Country(row)), kind: h.fits(h.Table.KindOf(row)), weight: h.Table.Weight(row)}
	if c.country >= 0 {
		c.votes = s.votes[c.country]
	}
	if c.country == local && local >= 0 {
		c.votes += 100
	}
	return c
}

// better orders choices: by the article's countries, by kind, by size.
func (c *choice) better(d *choice) bool {
	switch {
	case c.votes != d.votes && c.country != d.country:
		return c.votes > d.votes
	case c.kind != d.kind:
		return c.kind > d.kind
	}
	return c.weight > d.weight
}

// fits is how well a kind of place fits the generic noun.
func (h *hit) fits(k gazetteer.Kind) int {
	want := gazetteer.Settlement
	switch h.Unit {
	case "cut.1", "cut.r":
		want = gazetteer.Admin1
	case "cut.2":
		want = gazetteer.Admin2
	case "keep.f":
		want = gazetteer.Facility
	case "keep.q":
		want = gazetteer.Quarter
	case "keep.n":
		want = gazetteer.Region
	}
	switch {
	case k == want && !h.Inner:
		return 2
	case k == gazetteer.Settlement:
		return 1
	}
	return 0
}

// several is whether the country of a choice has another place of that name and kind,
// not much smaller and not near it, so that neither is sure.
func (s *search) several(h *hit, best *choice) bool {
	p := h.Table.Row(best.row)
	for n := h.Lo; n < h.Hi; n++ {
		row := h.Table.Of(n)
		if row == best.row || h.Table.KindOf(row) != p.Kind || h.Table.Weight(row) < best.weight/3 {
			continue
		}
		if q := h.Table.Row(row); q.Country == p.Country && q.Point && p.Point && apart(&p, &q) {
			return true
		}
	}
	return false
}

// apart is whether two places are farther from each other than 0.2 degrees.
func apart(p, q *gazetteer.Place) bool {
	const most = 0.2
	return p.Lat-q.Lat > most || q.Lat-p.Lat > most || p.Lon-q.Lon > most || q.Lon-p.Lon > most
}
