package where

import (
	"unicode/utf8"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
)

// search is the state of one text. It is used again for the next.
type search struct {
	f      *Finder
	w      *words
	t      *lang.Text
	k      []lang.Token
	hits   []hit
	from   int // of the sentence
	to     int
	votes  [26 * 26]int16 // how often the article names a country, by code
	voted  []int16        // which of them are not 0
	common bool           // some common word was read as a place
	game   bool           // the text is about a game: then a town is often its club
}

// form is how a mention was read; it is the rule that a place names.
type form uint8

const (
	byName      form = iota // a name, without a word that says so
	bySettle                // behind a generic noun that is cut
	byFacility              // behind one that is kept
	byCountry               // a country
	byCapital               // a capital that may stand for its government
	byDirection             // a direction and a country or region
	byBorder                // a border
	byLand                  // the land, water or air of a country
	byHome                  // a direction and "the country"
)

var formNames = [...]string{"name", "settlement", "facility", "country", "capital", "direction", "border", "land", "home"}

// hit is a mention that may be a place.
type hit struct {
	head       int // where it begins with its generic noun
	from, to   int // its tokens
	start, end int // its bytes
	feat       lang.Feat
	form       form
	unit       string // the key of the generic noun
	table      *gazetteer.Table
	lo, hi     int  // its names in the table
	exact      bool // one of them is spelt so
	inner      bool // the names are those of what a facility or direction stands with
	code       string
	other      string // the country whose capital has the same name
	use        use
	near       relation
	row        int  // settled: a row of the table, -1 if none
	country    int  // its number, -1 if none is known
	located    bool // a preposition says that it is a place
	common     bool // the name is a common word
	vague      bool // the country has several of that name
}

// use is whether a mention is a place.
type use uint8

const (
	doubtful use = iota // only if the article has it elsewhere as a place
	place
	actor // or else no place
)

type relation uint8

const (
	in relation = iota
	nearby
	between
	toward
)

var relations = [...]string{"in", "near", "between", "toward"}

// sentence finds the mentions of tokens [from, to), leftmost and longest.
func (s *search) sentence(from, to int) {
	s.from, s.to = from, to
	for i := from; i < to; {
		k := &s.k[i]
		if k.Kind != lang.WordKind {
			i++
			continue
		}
		if end := s.at(i); end > i {
			i = end
			continue
		}
		i++
	}
}

// at reads a mention that begins with token i and returns where it ends, i if none does.
func (s *search) at(i int) int {
	k := &s.k[i]
	if k.Word.Classes.Meets(s.w.any) || k.Word.Begins.Meets(s.w.any) {
		for _, read := range [...]func(*search, int) int{(*search).border, (*search).directed, (*search).land, (*search).noun, (*search).country} {
			if end := read(s, i); end > i {
				return end
			}
		}
	}
	return s.name(i)
}

// bare reports whether token i, read so, has no ending behind its lemma.
func (s *search) bare(i int, r *lang.Reading) bool {
	const article, swallowed = 2, 1 // its letters, alone and behind the preposition that swallows one
	more := utf8.RuneCountInString(s.k[i].Word.Form) - int(r.Prefix) - utf8.RuneCountInString(r.Lemma)
	return more == 0 || r.Feat&lang.Article != 0 && (more == article || more == swallowed && r.Feat&lang.For != 0)
}

// reading is the first reading of token i in those classes.
func (s *search) reading(i int, in lang.Set) *lang.Reading {
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
func (s *search) add(h hit) *hit {
	h.row, h.country = -1, -1
	h.end = s.k[h.to-1].End
	s.common = s.common || h.form == bySettle && s.k[h.from].Word.Names == lang.NameCommon
	s.hits = append(s.hits, h)
	return &s.hits[len(s.hits)-1]
}

// last is the mention before token i, if only a conjunction, a comma or nothing stands
// between them.
func (s *search) last(i int) *hit {
	if len(s.hits) == 0 {
		return nil
	}
	h := &s.hits[len(s.hits)-1]
	if h.to < s.from || h.to > i {
		return nil
	}
	for j := h.to; j < i; j++ {
		if k := &s.k[j]; k.Kind == lang.WordKind && !k.In(s.w.conjunction) || k.Kind != lang.WordKind && k.Mark != lang.Comma || i-h.to > 2 {
			return nil
		}
	}
	return h
}

// skipQuotes is token i, or the one behind an opening quotation mark there.
func (s *search) skipQuotes(i int) int {
	if i < s.to && s.k[i].Kind == lang.MarkKind && (s.k[i].Mark == lang.QuoteOpen || s.k[i].Mark == lang.QuoteEither || s.k[i].Mark == lang.BracketOpen) {
		return i + 1
	}
	return i
}

// before is the token before i, over opening quotation marks; -1 if there is none in
// the sentence.
func (s *search) before(i int) int {
	for i--; i >= s.from; i-- {
		if k := &s.k[i]; k.Kind == lang.WordKind || !(k.Mark == lang.QuoteOpen || k.Mark == lang.QuoteEither) {
			return i
		}
	}
	return -1
}
