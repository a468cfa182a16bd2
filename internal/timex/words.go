package timex

import (
	"riwaya/internal/lang"
	"riwaya/internal/timex/frame"
)

// word is one way to read tokens [at, to) of an island.
type word struct {
	unit
	at, to int32 // tokens
	start  int   // where it begins, behind its clitics
	glued  lang.Feat
}

// longestIsland bounds how many tokens are looked at together.
const longestIsland = 40

// anchors reports whether token i can be what an expression of time hangs on.
func (s *search) anchors(i int) bool {
	k := &s.t.Tokens[i]
	switch k.Kind {
	case lang.WordKind:
		if k.In(s.r.time) {
			return true
		}
		return k.Word.Begins.Meets(s.r.time) && !k.In(s.r.link) && s.phrase(i) > i
	case lang.NumberKind:
		return s.numeric(i)
	}
	return false
}

// phrase is the end of the longest phrase of time at token i, i if there is none. Phrases
// that begin with a mere joining word, such as "in", go on with a word of time.
func (s *search) phrase(i int) int {
	k := &s.t.Tokens[i]
	if w := k.Word; k.Starts&lang.StartsPhrase == 0 || !w.Begins.Meets(s.r.any) || w.Classes.Meets(s.r.link) && !s.t.Tokens[min(i+1, len(s.t.Tokens)-1)].In(s.r.any) {
		return i
	}
	end, _ := s.t.PhraseAt(i, s.r.any)
	return end
}

// joins reports whether token i can stand in an expression of time at all.
func (s *search) joins(i int) bool {
	k := &s.t.Tokens[i]
	switch k.Kind {
	case lang.WordKind:
		return k.In(s.r.joining) || k.Word.Begins.Meets(s.r.any)
	case lang.NumberKind:
		return true
	case lang.MarkKind:
		switch k.Mark {
		case lang.Comma, lang.Slash, lang.Dash, lang.Stop, lang.BracketOpen, lang.BracketClose:
			return true
		}
	}
	return false
}

// island is the run of tokens around anchor i that could be one expression: from the
// first that joins without a break, behind the last time found, to the last one. Tokens
// inside a phrase of the lexicon and inside a short bracket join with it.
func (s *search) island(i int) (from, to int) {
	from = i
	for from > s.done && i-from < 12 && s.joins(from-1) {
		from--
	}
	reach := 0
	for to = from; to < len(s.t.Tokens) && to-from < longestIsland; to++ {
		if to > i && to >= reach && !s.joins(to) {
			break
		}
		k := &s.t.Tokens[to]
		if k.Kind == lang.WordKind {
			reach = max(reach, s.phrase(to))
		} else if m := int(k.Match); m > to && m-to <= longestAside && k.Is(lang.BracketOpen) {
			reach = max(reach, m+1)
		}
	}
	return from, to
}

// longestAside is how many tokens a bracket inside an expression may have.
const longestAside = 8

// read finds all words of tokens [from, to).
func (s *search) read(from, to int) {
	s.words, s.index = s.words[:0], s.index[:0]
	s.base = from
	for i := from; i < to; i++ {
		s.index = append(s.index, int32(len(s.words)))
		switch k := &s.t.Tokens[i]; k.Kind {
		case lang.WordKind:
			s.listed(i)
			if k.Word.Classes.Meets(s.r.number) {
				s.number(i)
			}
		case lang.NumberKind:
			s.figure(i, to)
		case lang.MarkKind:
			s.mark(i, to)
		}
	}
	s.index = append(s.index, int32(len(s.words)))
	s.have = s.have[:0]
	for i := range len(s.index) - 1 {
		var set kinds
		words := s.words[s.index[i]:s.index[i+1]]
		for n := range words {
			set.add(words[n].kind)
		}
		s.have = append(s.have, set)
	}
	s.ahead = append(s.ahead[:0], s.have...)
	for i := len(s.ahead) - 2; i >= 0; i-- {
		s.ahead[i] = s.ahead[i].or(s.ahead[i+1])
	}
}

func (s *search) add(i, to int, u unit) *word {
	s.words = append(s.words, word{unit: u, at: int32(i), to: int32(to), start: s.t.Tokens[i].Start})
	return &s.words[len(s.words)-1]
}

const clitics = lang.Conjunction | lang.With | lang.For | lang.Like

// listed adds the words and phrases of the lexicon at token i.
func (s *search) listed(i int) {
	w := s.t.Tokens[i].Word
	if w.Classes.Meets(s.r.any) {
		for n := range w.Readings {
			r := &w.Readings[n]
			if !r.Classes.Meets(s.r.any) || r.Feat&lang.Pronoun != 0 {
				continue
			}
			u, ok := s.r.units[r.Key]
			if !ok || s.misspelt(i, r) {
				continue
			}
			start, glued := s.t.Inner(i, r), r.Feat&clitics
			if r.Prefix == 0 {
				glued = 0
			}
			s.listedAs(i, i+1, u, start, glued, r.Feat&lang.Article != 0)
		}
	}
	if s.phrase(i) == i {
		return
	}
	phrases := w.PhrasesWith(s.t.Tokens[i+1].Word)
	for n := range phrases {
		p := &phrases[n]
		if !p.Classes.Meets(s.r.any) {
			continue
		}
		to := i + 1
		article := s.r.articles[p.Text]
		for n, next := range p.Rest {
			if to >= len(s.t.Tokens) || s.t.Tokens[to].Word == nil || s.t.Tokens[to].Word.Bare != next ||
				article&(1<<n) != 0 && len(s.t.Tokens[to].Word.Form) == len(next) {
				to = 0
				break
			}
			to++
		}
		if u, ok := s.r.units[p.Key]; ok && to > 0 {
			start, glued := s.begins(i, p.Text)
			s.listedAs(i, to, u, start, glued, false)
		}
	}
}

// shortWord is how many bytes a word has of which another differs only by its hamza.
const shortWord = 4

// misspelt reports whether token i has another hamza on its first letter than so short a
// word has in the lexicon: August and father; or is a word of the lexicon as it
// stands, and no preposition with that: a gate.
func (s *search) misspelt(i int, r *lang.Reading) bool {
	k := &s.t.Tokens[i]
	if at := s.t.Inner(i, r); r.Prefix > 0 && r.Feat&(lang.With|lang.For) != 0 && len(r.Lemma) <= shortWord+2 && s.t.Source[at:at+2] != r.Lemma[:2] && k.Word.Some(func(q *lang.Reading) bool {
		return q.Prefix == 0 && q.Feat&(lang.Guess|lang.Function) == 0 && q.Lemma != ""
	}) {
		return true
	}
	return k.Hamza() && r.Prefix == 0 && len(r.Lemma) <= shortWord && len(r.Lemma) > 1 && s.t.Source[k.Start:k.Start+2] != r.Lemma[:2]
}

// begins is where the first word of a phrase begins behind its clitics.
func (s *search) begins(i int, phrase string) (start int, glued lang.Feat) {
	w := s.t.Tokens[i].Word
	var best *lang.Reading
	for n := range w.Readings {
		r := &w.Readings[n]
		if l := len(r.Lemma); l > 0 && l < len(phrase) && phrase[l] == ' ' && phrase[:l] == r.Lemma {
			best = r
			break
		}
		if best == nil || r.Prefix < best.Prefix {
			best = r
		}
	}
	if best == nil || best.Prefix == 0 {
		return s.t.Tokens[i].Start, 0
	}
	return s.t.Inner(i, best), best.Feat & clitics
}

// listedAs adds a word, and for units its kinds by the article.
func (s *search) listedAs(i, to int, u unit, start int, glued lang.Feat, article bool) {
	w := s.add(i, to, u)
	w.start, w.glued = start, glued
	more := noKind
	switch name := names[u.kind]; {
	case name == "unit" && article:
		more = theUnit
	case name == "unit":
		more = aUnit
	case name == "units" && article:
		more = theUnits
	case name == "units":
		more = someUnits
	default:
		return
	}
	u.kind = more
	w = s.add(i, to, u)
	w.start, w.glued = start, glued
}

// number adds the number word at token i.
func (s *search) number(i int) {
	n, ok := s.r.numbers.At(s.t, i)
	if !ok || n.Vague || n.Fraction || n.OneOf || n.Low != n.High || n.Low != float64(int16(n.Low)) || n.Low < 0 {
		return
	}
	glued := lang.Feat(0)
	if n.Span.Start > s.t.Tokens[i].Start {
		for r := range s.t.Tokens[i].Word.Readings {
			glued |= s.t.Tokens[i].Word.Readings[r].Feat & clitics
		}
	}
	v := int16(n.Low)
	from := len(s.words)
	if n.Ordinal {
		s.value(i, n.To, ordinal, frame.Order, v)
		if n.Definite {
			s.value(i, n.To, theOrdinal, frame.Order, v)
		}
		if v <= 24 {
			s.value(i, n.To, clockNo, frame.Hour, v+1)
		}
	} else {
		s.value(i, n.To, cardinal, frame.N, v)
		s.value(i, n.To, numberWord, frame.N, v)
		if v >= 1000 && v <= 2100 {
			s.value(i, n.To, yearWords, frame.Year, v)
		}
		if v <= 24 {
			s.value(i, n.To, clockNo, frame.Hour, v+1)
		}
	}
	if v >= 1 && v <= 31 {
		s.value(i, n.To, dayNo, frame.Day, v)
	}
	for ; from < len(s.words); from++ {
		s.words[from].start, s.words[from].glued = n.Span.Start, glued
	}
}

func (s *search) value(i, to int, k kind, f frame.Field, v int16) *word {
	u := unit{kind: k}
	u.says[f] = v
	return s.add(i, to, u)
}

// mark adds the mark at token i.
func (s *search) mark(i, to int) {
	k := &s.t.Tokens[i]
	u := unit{}
	switch k.Mark {
	case lang.Comma:
		u.kind = comma
	case lang.Slash:
		u.kind = slash
	case lang.Dash:
		u.kind = dash
	case lang.Stop:
		u.kind = dot
	case lang.BracketOpen:
		u.kind = open
		if m := int(k.Match); m > i && m-i <= longestAside {
			s.add(i, m+1, unit{kind: aside})
		}
	case lang.BracketClose:
		u.kind = shut
	default:
		return
	}
	s.add(i, i+1, u)
}
