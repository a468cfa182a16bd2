// Package mention knows what a place is where a text speaks of an actor, and keeps those of
// one text: by a name, as package naming reads it; a state by its country or capital; a group
// of people by its noun; a person, and what a title says of him.
//
// It promises that a mention is words of the text, and that the list keeps what it is given
// until it is emptied. Where actors are spoken of packages folk, voice and survey find: the
// people, whom claims have for their source, and all that stands in the text from first to
// last. Which mentions are one actor, and who is meant by a name that several bear, package
// who decides.
package mention

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/link"
	"riwaya/internal/naming"
	"riwaya/lexicon"
)

// Vocabulary is what the lexicon of one language has of names, and of what stands beside them.
// It is safe for several goroutines.
type Vocabulary struct {
	*naming.Vocabulary

	Public  lang.Set // titles whose bearer may be public
	Dealing lang.Set // words of dealing with a party
}

// NewVocabulary prepares a lexicon: see [naming.New].
func NewVocabulary(lx *lexicon.Lexicon, class func(names ...string) lang.Set, looks func(form string) (verb, sure bool)) *Vocabulary {
	return &Vocabulary{Vocabulary: naming.New(lx, class, looks), Public: class("office", "rank", "speaker"), Dealing: class("dealing")}
}

// What is what sort of mention.
type What uint8

// The sorts of mention.
const (
	Known  What = iota // by an alias
	Body               // an institution or force, by its head noun
	State              // a country or its capital, for the government
	Person             // by title and name
	Folk               // people
	Whats              // how many there are
)

// Mention is one place where an actor is named.
type Mention struct {
	What     What
	From, To int // tokens
	Span     riwaya.Span
	Kind     string
	Country  string // lower case, "" if the words have none
	Inferred bool   // the country is not in its words
	Actor    *lexicon.Actor
	Shared   []*lexicon.Actor // who has the alias, if several do
	Entry    string           // the lexicon's entry of several words that heads it, if any
	Head     int              // the token of the head noun
	Name     int              // where a person's name begins
	Bare     bool             // a person without a title, a body by its noun alone
	Weak     bool             // an alias that needs a witness
	Public   bool             // a person with a title that may be public: a rank, a spokesman
	Office   bool             // a person with an office
	Role     bool             // a private role beside the name: a victim, a witness
	Unnamed  bool             // a person by a noun alone, with neither name nor office: a man, a driver
	Nameless bool             // a person by the office alone, one of a force's men
	Of       int              // the actor it belongs to, -1 until that is known
}

// Scan are the mentions of one text, and what was seen beside them. It is for one goroutine.
type Scan struct {
	naming.Text
	Mentions []Mention
	Rest     []int   // tokens that may be a part of a name, outside all mentions
	Seen     Tallies // of countries

	V   *Vocabulary
	Rec *riwaya.Record

	// the spans of the mentions that were there when Index was called last; how many those
	// were, and the greatest end of those that came since
	spans    link.Index
	indexed  int
	furthest int
}

// Begin makes ready for another text, for which the lists are used again.
func (s *Scan) Begin(v *Vocabulary, t *lang.Text, rec *riwaya.Record) {
	*s = Scan{Text: v.Text(t, rec), V: v, Rec: rec, Mentions: s.Mentions[:0], Rest: s.Rest[:0], spans: s.spans}
}

// End lets go of the text.
func (s *Scan) End() { s.Text, s.Rec = naming.Text{}, nil }

// Add notes a mention.
func (s *Scan) Add(m Mention, prefix uint8) {
	m.Span, m.Of = s.SpanOf(m.From, m.To, prefix), -1
	s.Mentions = append(s.Mentions, m)
	s.furthest = max(s.furthest, m.Span.End)
	if m.Country != "" {
		s.Seen.Add(m.Country, 1)
	}
}

// PlaceOver is the place of the record that token i is a part of the name of; nil if none.
func (s *Scan) PlaceOver(i int) *riwaya.Place {
	at := s.K[i].Span()
	n, _ := slices.BinarySearchFunc(s.Rec.Places, at.End, func(p riwaya.Place, end int) int { return p.Span.Hull().End - end })
	if n == len(s.Rec.Places) || s.Rec.Places[n].Span.Hull().Start > at.Start {
		return nil
	}
	return &s.Rec.Places[n]
}

// Speaks reports whether the source of a claim stands under the span.
func (s *Scan) Speaks(span riwaya.Span) bool {
	return slices.ContainsFunc(s.Rec.Claims, func(c riwaya.Claim) bool { return c.Source.Spans.Hull().Overlaps(span) })
}

// Index makes ready for Overlapping: once before each pass over the text, in which what is
// added stands behind what was added before.
func (s *Scan) Index() {
	s.spans.Reset()
	for i := range s.Mentions {
		s.spans.Add(s.Mentions[i].Span, i)
	}
	s.spans.Sort()
	s.indexed, s.furthest = len(s.Mentions), 0
}

// Overlapping reports whether one of the mentions that share a byte with the span is such
// a one.
func (s *Scan) Overlapping(span riwaya.Span, such func(*Mention) bool) bool {
	if s.spans.Overlapping(span, func(e link.Entry) bool { return such(&s.Mentions[e.Of]) }) {
		return true
	}
	if span.Start >= s.furthest {
		return false // as mostly
	}
	for i := s.indexed; i < len(s.Mentions); i++ {
		if m := &s.Mentions[i]; m.Span.Overlaps(span) && such(m) {
			return true
		}
	}
	return false
}

// Overlaps reports whether a mention stands in bytes [from, to).
func (s *Scan) Overlaps(from, to int) bool {
	return s.Overlapping(riwaya.Span{Start: from, End: to}, func(*Mention) bool { return true })
}
