package mention

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/link"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

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
	Nameless bool             // a person by the office alone, one of a force's men
	Of       int              // the actor it belongs to, -1 until that is known
}

// Scan are the mentions of one text, and what was seen beside them.
type Scan struct {
	naming.Text
	Mentions []Mention
	Rest     []int          // tokens that may be a part of a name, outside all mentions
	Seen     naming.Tallies // of countries

	f   *Reader
	rec *riwaya.Record

	// the spans of the mentions that were there when index was called last; how many those
	// were, and the greatest end of those that came since
	spans    link.Index
	indexed  int
	furthest int
}

// Done gives a scan back, to be used for another text: nothing of it may be kept.
func (f *Reader) Done(s *Scan) {
	s.Text, s.rec = naming.Text{}, nil
	f.scans.Put(s)
}

// Read reads the mentions of a text, in their order. Give it back with [Reader.Done].
func (f *Reader) Read(t *lang.Text, rec *riwaya.Record) *Scan {
	s, _ := f.scans.Get().(*Scan)
	if s == nil {
		s = &Scan{Mentions: make([]Mention, 0, 64), Rest: make([]int, 0, 64)}
	}
	*s = Scan{Text: f.Text(t, rec), f: f, rec: rec, Mentions: s.Mentions[:0], Rest: s.Rest[:0], spans: s.spans}
	s.scan()
	for _, more := range []func(){s.speakers, s.voices, s.quotedPapers} {
		s.index()
		more()
	}
	s.surnames()
	if early := func(a, b Mention) int { return a.From - b.From }; !slices.IsSortedFunc(s.Mentions, early) {
		slices.SortStableFunc(s.Mentions, early)
	}
	s.lengthen()
	s.unsign()
	return s
}

// unsign leaves out whom the article itself is by: the outlet of a credit, and who signed
// beside it.
func (s *Scan) unsign() {
	credits := s.rec.Article.Credits
	if len(credits) == 0 {
		return
	}
	text := s.T.Source
	s.Mentions = slices.DeleteFunc(s.Mentions, func(m Mention) bool {
		for i := range credits {
			c := &credits[i]
			if m.Span.Overlaps(c.Span) {
				return true
			}
			if m.What != Person || m.Name > m.From || m.Actor != nil || c.Form != riwaya.CreditDateline && c.Form != riwaya.CreditByline {
				continue
			}
			from := strings.LastIndexByte(text[:c.Span.Start], '\n') + 1
			to := len(text)
			if n := strings.IndexByte(text[c.Span.End:], '\n'); n >= 0 {
				to = c.Span.End + n
			}
			if m.Span.Start >= from && m.Span.End <= to && to-from <= longestByline {
				return true
			}
		}
		return false
	})
}

// longestByline is how many bytes a line may have that names who wrote and for whom.
const longestByline = 120

// scan reads the mentions of the body from first to last.
func (s *Scan) scan() {
	f, body, at := s.f, s.rec.Article.Body, 0
	for i := 0; i < len(s.K); {
		if i = s.T.Next(i, len(s.K), lang.StartsActor); i == len(s.K) {
			return
		}
		t := &s.K[i]
		for at < len(body) && body[at].End <= t.Start {
			at++
		}
		if at == len(body) {
			return
		}
		if t.Start < body[at].Start {
			i++
			continue
		}
		if w := t.Word; !w.Classes.Meets(f.first) && !w.Begins.Meets(f.first) {
			if w.Feats&lang.Guess != 0 {
				s.Rest = append(s.Rest, i)
			}
			s.demonym(i)
			i++
			continue
		}
		i = s.at(i)
	}
}

// at reads what begins at token i and returns where to go on.
func (s *Scan) at(i int) int {
	f, w := s.f, s.K[i].Word
	if s.K[i].Starts&lang.StartsPhrase != 0 && w.Begins.Meets(f.Body) {
		if e, p, _ := s.BodyPhrase(i); p != nil && p.Key == naming.NoActor {
			return e
		}
	}
	if w.Classes.Meets(f.calls) || w.Begins.Meets(f.Alias) {
		if e := s.known(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.Title) || w.Begins.Meets(f.Title) {
		if e := s.person(i); e > i {
			return e
		}
		if e := s.victimAt(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.Body) || w.Begins.Meets(f.Body) {
		if e := s.institution(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.governments.Lands) || w.Begins.Meets(f.governments.Lands) {
		if e := s.state(i); e > i {
			return e
		}
	}
	if w.Classes.Meets(f.AnyName) {
		if e := s.called(i); e > i {
			return e
		}
		s.Rest = append(s.Rest, i)
	}
	if people, counted := w.Classes.Meets(f.Folk) || w.Classes.Meets(f.those), w.Classes.Meets(f.people.Counted); (people || counted) && !s.describes(i) {
		if e := i; people {
			if e = s.people(i); e > i {
				return e
			}
		}
		if e := i; counted {
			if e = s.someone(i); e > i {
				return e
			}
		}
	}
	s.demonym(i)
	return i + 1
}

// add notes a mention.
func (s *Scan) add(m Mention, prefix uint8) {
	m.Span, m.Of = s.SpanOf(m.From, m.To, prefix), -1
	s.Mentions = append(s.Mentions, m)
	s.furthest = max(s.furthest, m.Span.End)
	if m.Country != "" {
		s.Seen.Add(m.Country, 1)
	}
}

// index makes ready for overlapping: once before each pass over the text, in which what is
// added stands behind what was added before.
func (s *Scan) index() {
	s.spans.Reset()
	for i := range s.Mentions {
		s.spans.Add(s.Mentions[i].Span, i)
	}
	s.spans.Sort()
	s.indexed, s.furthest = len(s.Mentions), 0
}

// overlapping reports whether one of the mentions that share a byte with the span is such
// a one.
func (s *Scan) overlapping(span riwaya.Span, such func(*Mention) bool) bool {
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

// surname reports whether the word at token i, which is an adjective of a country, is the
// last of somebody's name in the text so far: General X of the name Turki, no Turkish brigade.
func (s *Scan) surname(i int) bool {
	if s.K[i].Word == nil {
		return false // a brigade's number
	}
	for k := range s.Mentions {
		if m := &s.Mentions[k]; m.What == Person && m.To-m.Name > 1 && s.K[m.To-1].Word != nil && s.K[m.To-1].Word.Bare == s.K[i].Word.Bare {
			return true
		}
	}
	return false
}

// unmeant reports whether the noun at token i heads no body here: what a minister is
// minister of, the front where fighting goes on.
func (s *Scan) unmeant(i int) bool {
	t := &s.K[i]
	if d := naming.Reading(t, s.f.NamedAfter); d != nil && d.Key == "land" && i+1 < len(s.K) && (s.PlaceAt(i+1) > i+1 || s.K[i+1].Has(lang.Guess) || phrase.IsQuote(&s.K[i+1]) || s.K[i+1].Word != nil && !s.K[i+1].Has(lang.Article) && !s.K[i+1].In(s.f.Body)) {
		return true // the land
	}
	if i == 0 || s.K[i-1].Word == nil {
		return false
	}
	p, r := &s.K[i-1], naming.Reading(t, s.f.Proper)
	switch {
	case r == nil:
		return false
	case r.Key == "front":
		return (p.In(s.f.G.In) || p.In(s.f.G.To) || p.In(s.f.G.On)) && s.f.G.Function(p) || r.Feat&lang.With != 0 || i+1 < len(s.K) && s.PlaceAt(i+1) > i+1
	}
	return r.Key == "ministry" && p.In(s.f.offices) && !p.Has(lang.Article)
}

// institution reads a body or force at token i; it returns i where there is none.
func (s *Scan) institution(i int) int {
	before := -1
	if n := len(s.Mentions); n > 0 {
		before = s.Mentions[n-1].To
	}
	if s.unmeant(i) {
		return i
	}
	b, next, ok := s.Institution(i, before)
	if !ok {
		return next
	}
	if b.To == i+2 && s.K[i].In(s.f.Rank) && s.surname(i+1) {
		s.Rest = append(s.Rest, i+1)
		return b.To
	}
	s.add(Mention{What: Body, From: b.From, To: b.To, Head: b.Head, Kind: b.Kind, Country: b.Country, Entry: b.Entry, Bare: b.Bare}, b.Prefix)
	if b.End > b.To {
		s.Mentions[len(s.Mentions)-1].Span.End = s.K[b.End-1].End
	}
	s.lordOf(&s.Mentions[len(s.Mentions)-1])
	return next
}
