package where

import (
	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
)

// What a country is worth that the article names, and one of its adjectives.
const (
	named     = 2
	adjective = 1
)

// survey looks at all words before any name is read: which countries' adjectives there
// are, and whether the text is about a game.
func (s *search) survey() {
	const clubs = 4 // words of sport
	n := 0
	for i := range s.k {
		k := &s.k[i]
		if k.Kind != lang.WordKind || !k.In(s.w.surveyed) {
			continue
		}
		if k.In(s.w.club) {
			n++
		}
		w := k.Word
		for n := range w.Readings {
			if r := &w.Readings[n]; r.Classes.Meets(s.w.demonym) && len(r.Key) == 2 {
				s.count(r.Key, adjective)
				break
			}
		}
	}
	s.game = n >= clubs
}

// vote counts how often the article names each country, by name or by a town that no
// other country has.
func (s *search) vote() {
	for i := range s.hits {
		h := &s.hits[i]
		switch {
		case h.other != "":
		case h.code != "":
			s.count(h.code, named)
		case h.table != nil && h.use == place:
			if c, one := s.onlyCountry(h); one {
				s.count(c, named)
			}
		}
	}
}

func (s *search) count(code string, n int16) {
	if i := index(code); i >= 0 {
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
	for i := h.lo; i < h.hi; i++ {
		row := h.table.Of(i)
		b := h.table.Country(row)
		if b == "" || c != "" && c != b {
			return "", false
		}
		c = b
		weight = max(weight, h.table.Weight(row))
	}
	return c, c != "" && (weight >= 50_000 || h.table == s.f.tables[0])
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
		if h := &s.hits[i]; h.use == doubtful && (s.elsewhere(h) || s.agrees(i)) {
			h.use = place
		}
	}
	for i := range s.hits {
		h := &s.hits[i]
		if h.other != "" && s.votes[index(h.other)] > s.votes[index(h.code)] {
			h.code, h.form = "", byCapital
		}
		switch {
		case h.use != place:
		case h.form == byHome:
			if h.country = s.beside(i); h.country == none {
				h.country = s.most()
			}
		case h.code != "":
			h.country = index(h.code)
		case h.table == nil:
			h.country = s.around(i)
		default:
			s.pick(i)
		}
	}
}

// elsewhere is whether the article has the same name as a place.
func (s *search) elsewhere(h *hit) bool {
	for i := range s.hits {
		if o := &s.hits[i]; o != h && o.use == place && o.table == h.table && o.lo == h.lo && !o.inner && h.exact && o.exact {
			return true
		}
	}
	return false
}

// agrees is whether what stands behind a doubtful name says where it lies: the adjective
// of its country, or a place of its country.
func (s *search) agrees(i int) bool {
	h := &s.hits[i]
	local := s.local(i)
	if local < 0 || h.to == h.from+1 && (s.isCommon(h) || !guessedBut(s.k[h.from].Word, s.w.given.Or(s.w.family).Or(s.w.capital))) {
		return false
	}
	for n := h.lo; n < h.hi; n++ {
		if index(h.table.Country(h.table.Of(n))) == local {
			return true
		}
	}
	return false
}

// local is the country that the words right behind a mention name, -1 if none.
func (s *search) local(i int) int {
	h := &s.hits[i]
	if code, e := s.nisbasIn(h.to); e > h.to && code != "" {
		return index(code)
	}
	if i+1 < len(s.hits) {
		n := &s.hits[i+1]
		at := n.head
		if at == h.to && n.feat&lang.With != 0 || at == h.to+1 && s.k[h.to].Kind == lang.WordKind && s.k[h.to].In(s.w.in) || at == h.to+1 && s.k[h.to].Is(lang.BracketOpen) || at == h.to && n.form == byDirection {
			if n.code != "" {
				return index(n.code)
			}
			if n.table != nil && n.use == place {
				if c, one := s.onlyCountry(n); one {
					return index(c)
				}
			}
		}
	}
	return none
}

func (s *search) nisbasIn(i int) (string, int) {
	s.from, s.to = 0, len(s.k)
	return s.nisbas(i)
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
	if h.unit == "keep.n" || h.form == byFacility && h.unit != "keep.q" && !s.alone() {
		return none // a university, a mountain: it may be anywhere
	}
	return s.most()
}

// alone is whether the article hardly names more than one country.
func (s *search) alone() bool {
	best, sum := int16(0), int16(0)
	for _, v := range s.voted {
		best, sum = max(best, s.votes[v]), sum+s.votes[v]
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
	for j := i - 1; j >= 0 && s.near(s.hits[j].to, s.hits[i].head); j-- {
		if o := &s.hits[j]; o.use == place && o.country >= 0 && c != o.country {
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
	for n := h.lo; n < h.hi; n++ {
		c := s.choose(h, h.table.Of(n), local)
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
	for n := h.lo; n < h.hi; n++ { // a province is as well known as the town that it is called after
		row := h.table.Of(n)
		if w := h.table.Weight(row); w > best.weight && index(h.table.Country(row)) == best.country {
			best.weight = w
		}
	}
	if second.some && best.votes == second.votes && best.weight/5 < second.weight && best.country != local {
		return // several countries have it, and nothing says which
	}
	least := uint32(far)
	if h.form == byName && !h.located || h.unit == "cut.r" && s.alone() {
		least = farther
	}
	if best.votes == 0 && best.weight < least && best.country != local && best.country >= 0 && (len(s.voted) > 0 || h.form == byName) {
		if h.form == byName {
			h.use = actor // a word that looks like the name of a village far away
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
	c := choice{some: true, row: row, country: index(h.table.Country(row)), kind: h.fits(h.table.KindOf(row)), weight: h.table.Weight(row)}
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
	switch h.unit {
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
	case k == want && !h.inner:
		return 2
	case k == gazetteer.Settlement:
		return 1
	}
	return 0
}

// several is whether the country of a choice has another place of that name and kind,
// not much smaller and not near it, so that neither is sure.
func (s *search) several(h *hit, best *choice) bool {
	p := h.table.Row(best.row)
	for n := h.lo; n < h.hi; n++ {
		row := h.table.Of(n)
		if row == best.row || h.table.KindOf(row) != p.Kind || h.table.Weight(row) < best.weight/3 {
			continue
		}
		if q := h.table.Row(row); q.Country == p.Country && q.Point && p.Point && apart(&p, &q) {
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
