package toponym

import (
	"unicode/utf8"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
)

// Search is the state of one text. It is used again for the next.
type Search struct {
	Hits       []Hit    // in the order of the text
	Adjectives []string // the country of each adjective of one, in the order of the text

	f      *Finder
	w      *words
	t      *lang.Text
	k      []lang.Token
	from   int // of the sentence
	to     int
	common bool // some common word was read as a place
	called bool // and so was one that is a word for any: the city
	game   bool // the text is about a game: then a town is often its club
}

// Form is how a mention was read; it is the rule that a place names.
type Form uint8

// The forms.
const (
	ByName      Form = iota // a name, without a word that says so
	BySettle                // behind a generic noun that is cut
	ByFacility              // behind one that is kept
	ByCountry               // a country
	ByCapital               // a capital that may stand for its government
	ByDirection             // a direction and a country or region
	ByBorder                // a border
	ByLand                  // the land, water or air of a country
	ByHome                  // a direction and "the country"
	Forms                   // how many there are
)

// FormNames are their names, as places.rules has them.
var FormNames = [Forms]string{"name", "settlement", "facility", "country", "capital", "direction", "border", "land", "home"}

// Hit is a mention that may be a place.
type Hit struct {
	Head       int // where it begins with its generic noun
	From, To   int // its tokens
	Start, End int // its bytes
	Feat       lang.Feat
	Form       Form
	Unit       string // the key of the generic noun
	Table      *gazetteer.Table
	Lo, Hi     int    // its names in the table
	Exact      bool   // one of them is spelt so
	Inner      bool   // the names are those of what a facility or direction stands with
	Code       string // of a country
	Other      string // the country whose capital has the same name
	Use        Use
	Located    bool // a preposition says that it is a place
	Common     bool // the name is a common word
}

// Use is whether a mention is a place.
type Use uint8

// The uses.
const (
	Doubtful Use = iota // only if the article has it elsewhere as a place
	Place
	Actor // or else no place
)

// Read finds the mentions of a text.
func (s *Search) Read(f *Finder, t *lang.Text) {
	*s = Search{f: f, w: &f.w, t: t, k: t.Tokens, Hits: s.Hits[:0], Adjectives: s.Adjectives[:0]}
	s.survey()
	for i := range t.Sentences {
		s.sentence(t.Sentences[i].From, t.Sentences[i].To)
	}
}

// survey looks at all words before any name is read: which countries' adjectives there
// are, and whether the text is about a game.
func (s *Search) survey() {
	const clubs = 4 // words of sport
	n, surveyed := 0, s.w.surveyed
	for i := range s.k {
		k := &s.k[i]
		if !k.In(surveyed) {
			continue
		}
		if k.In(s.w.club) {
			n++
		}
		w := k.Word
		for n := range w.Readings {
			if r := &w.Readings[n]; r.Classes.Meets(s.w.demonym) && len(r.Key) == 2 {
				s.Adjectives = append(s.Adjectives, r.Key)
				break
			}
		}
	}
	s.game = n >= clubs
}

// AdjectiveAt is the country whose adjective stands at token i, and where it and a second
// one end; i where none does.
func (s *Search) AdjectiveAt(i int) (code string, end int) {
	s.from, s.to = 0, len(s.k)
	return s.nisbas(i)
}

// Named is whether the first word of a mention is nothing but a name to the lexicon.
func (s *Search) Named(h *Hit) bool {
	return guessedBut(s.k[h.From].Word, s.w.given.Or(s.w.family).Or(s.w.capital))
}

// sentence finds the mentions of tokens [from, to), leftmost and longest.
func (s *Search) sentence(from, to int) {
	s.from, s.to = from, to
	for i := s.t.Next(from, to, lang.StartsPlace); i < to; i = s.t.Next(i, to, lang.StartsPlace) {
		i = max(i+1, s.at(i))
	}
}

// at reads a mention that begins with token i and returns where it ends, i if none does.
func (s *Search) at(i int) int {
	k := &s.k[i]
	if k.In(s.w.any) || k.Word.Begins.Meets(s.w.any) {
		for _, read := range [...]func(*Search, int) int{(*Search).border, (*Search).directed, (*Search).land, (*Search).noun, (*Search).country} {
			if end := read(s, i); end > i {
				return end
			}
		}
	}
	return s.name(i)
}

// bare reports whether token i, read so, has no ending behind its lemma.
func (s *Search) bare(i int, r *lang.Reading) bool {
	const article, swallowed = 2, 1 // its letters, alone and behind the preposition that swallows one
	more := utf8.RuneCountInString(s.k[i].Word.Form) - int(r.Prefix) - utf8.RuneCountInString(r.Lemma)
	return more == 0 || r.Feat&lang.Article != 0 && (more == article || more == swallowed && r.Feat&lang.For != 0)
}

// reading is the first reading of token i in those classes.
func (s *Search) reading(i int, in lang.Set) *lang.Reading {
	if i < s.from || i >= s.to || !s.k[i].In(in) {
		return nil
	}
	w := s.k[i].Word
	for n := range w.Readings {
		if w.Readings[n].Classes.Meets(in) {
			return &w.Readings[n]
		}
	}
	return nil
}

// add notes a mention of tokens [from, to) that begins at byte start.
func (s *Search) add(h Hit) *Hit {
	h.End = s.k[h.To-1].End
	s.common = s.common || h.Form == BySettle && s.k[h.From].Word.Names == lang.NameCommon
	s.called = s.called || (h.Form == BySettle || h.To > h.From+1) && s.generic(h.From)
	s.Hits = append(s.Hits, h)
	return &s.Hits[len(s.Hits)-1]
}

// last is the mention before token i, if only a conjunction, a comma or nothing stands
// between them.
func (s *Search) last(i int) *Hit {
	if len(s.Hits) == 0 {
		return nil
	}
	h := &s.Hits[len(s.Hits)-1]
	if h.To < s.from || h.To > i {
		return nil
	}
	for j := h.To; j < i; j++ {
		if k := &s.k[j]; k.Kind == lang.WordKind && !k.In(s.w.conjunction) || k.Kind != lang.WordKind && k.Mark != lang.Comma || i-h.To > 2 {
			return nil
		}
	}
	return h
}

// skipQuotes is token i, or the one behind an opening quotation mark there.
func (s *Search) skipQuotes(i int) int {
	if i < s.to && s.k[i].Kind == lang.MarkKind && (s.k[i].Mark == lang.QuoteOpen || s.k[i].Mark == lang.QuoteEither || s.k[i].Mark == lang.BracketOpen) {
		return i + 1
	}
	return i
}

// before is the token before i, over opening quotation marks; -1 if there is none in
// the sentence.
func (s *Search) before(i int) int {
	for i--; i >= s.from; i-- {
		if k := &s.k[i]; k.Kind == lang.WordKind || !(k.Mark == lang.QuoteOpen || k.Mark == lang.QuoteEither) {
			return i
		}
	}
	return -1
}
