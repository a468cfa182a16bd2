// Package government tells where the name of a country, or of its capital, stands for the
// government: where it speaks, acts, or is dealt with as a party.
//
// It promises that what it reads is decided by the classes of words near the name alone, and
// that a country which is only where something is, or happens, is no government. Which names
// are looked at, and what they are a part of, package mention says.
package government

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Reader reads governments in texts of one language. It is safe for several goroutines.
type Reader struct {
	*naming.Vocabulary

	Lands lang.Set // countries and capitals

	dealing          lang.Set        // nouns and prepositions of dealing with a party
	placing          lang.Set        // verbs whose object, or subject, is a place
	local            lang.Set        // adjectives of no state
	origin           lang.Set        // nouns whose adjective of a country says whose they are
	stands, negation lang.Set        // verbs that carry a stance
	willing          lang.Set        // other words that carry one: ready, resolved
	deeds            lang.Set        // verbs of what is done, and those that carry such a noun
	sees             map[string]bool // those of them whose subject is where something happens
}

// New prepares the vocabulary of a language. class gives the set of the named word classes.
func New(v *naming.Vocabulary, lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Reader {
	f := &Reader{Vocabulary: v, Lands: v.Country.Or(class("capital")), dealing: class("dealing"), placing: class("place-verb"),
		local: class("local"), origin: class("origin"), deeds: class("coded-verb", "support"), stands: class("stance"), willing: class("stance-word"), negation: class("negation"), sees: map[string]bool{}}
	for _, w := range lx.Classes["place-verb"] {
		if w.Key == "sees" {
			f.sees[w.Text] = true
		}
	}
	return f
}

// Country is the name of a country or capital.
type Country struct {
	From, To int    // tokens
	Prefix   uint8  // letters glued on in front
	Code     string // lower case
	Seat     bool   // a capital
}

// Before is the actor that was mentioned last.
type Before struct {
	From, To   int  // tokens; To is -1 where there is none
	Government bool // it is one
}

// At is the name of a country or capital at token i; ok is false where there is none.
func (f *Reader) At(x *naming.Text, i int) (c Country, ok bool) {
	t := &x.K[i]
	if e, p := x.T.PhraseAt(i, f.Lands); e > i {
		c = Country{From: i, To: e, Prefix: p.Prefix, Code: p.Key, Seat: !p.Classes.Meets(f.Country)}
	} else if r := naming.Reading(t, f.Lands); r != nil && r.Feat&lang.Plural == 0 && !t.Word.Lengthened(r) {
		c = Country{From: i, To: i + 1, Prefix: r.Prefix, Code: r.Key, Seat: !t.In(f.Country)}
	}
	return c, len(c.Code) == 2
}

// Meant reports whether the country stands for its government: as who speaks, by one of the
// claims, or acts, or is party to something.
func (f *Reader) Meant(x *naming.Text, c Country, claims []riwaya.Claim, before Before) bool {
	s := &scan{Text: x, f: f, claims: claims, before: before}
	return s.asked(c) || !s.describes(c.From) && (s.acts(c.From, c.To, c.Seat) || s.party(c.From, c.To, c.Prefix, c.Seat) || s.visited(c))
}

// describes reports whether the name of a country at token i can be the adjective of the
// noun before it: financial support, no support of Mali.
func (s *scan) describes(i int) bool {
	if !s.K[i].In(s.f.Twofold) {
		return false
	}
	if s.K[i].Has(lang.Article) {
		return true
	}
	if i == 0 || s.K[i-1].Word == nil {
		return false
	}
	n := s.K[i-1].Word.Nominal()
	return n != nil && n.Feat&(lang.Article|lang.Pronoun) == 0 && (n.Feat&lang.Masdar != 0 || !s.f.G.Function(&s.K[i-1]))
}

// scan is one country being looked at.
type scan struct {
	*naming.Text
	f      *Reader
	claims []riwaya.Claim
	before Before
}

// party reports whether the country at tokens [from, to), which the finder of places left,
// is party to something without being the verb's subject: joined to another government,
// topic of a clause, object of a verb, one of two that something is between, described by a
// relative clause, done to or by in a noun of dealing.
func (s *scan) party(from, to int, prefix uint8, seat bool) bool {
	if from == 0 || s.PlaceAt(from) > from {
		return false
	}
	f, t, p := s.f, &s.K[from], &s.K[from-1]
	if s.joined(from, prefix) {
		return true // France and Saudi Arabia, whose name is an adjective as well
	}
	if d := naming.Reading(t, f.G.Demonym); d != nil && d.Feat&lang.Accusative == 0 {
		return false // an adjective as well
	}
	glued := func(x lang.Feat) bool { return prefix > 0 && t.Has(x) }
	if glued(lang.Conjunction) && s.before.Government && s.before.To == from {
		return true // X and Y
	}
	if glued(lang.With | lang.Like) {
		return false
	}
	if p.Word == nil {
		return p.Kind != lang.BreakKind && prefix == 0 && to < len(s.K) && s.K[to].Word != nil && s.K[to].In(f.G.Was) && s.K[to].Has(lang.Feminine)
	}
	if glued(lang.For) {
		if v := s.verbOf(from); v != nil && !v.In(f.G.Was) && !f.witnesses(v) {
			return true // they allowed France to use it
		}
		d := naming.Reading(p, f.dealing)
		return d != nil && (d.Key == noun || d.Key == venue) && !seat
	}
	if prefix > 0 {
		return false
	}
	switch {
	case s.addressed(from):
		return !s.borders(from)
	case s.Phrases.Complementiser(from - 1), from > 1 && phrase.IsQuote(p) && s.Phrases.Complementiser(from-2):
		return true
	case f.G.Finite(p) && !f.G.Function(p) && !p.In(f.G.Was) && !f.witnesses(p):
		return !seat || p.Feats&lang.Cue != 0 || p.Has(lang.Pronoun)
	case to < len(s.K) && s.K[to].In(f.G.ShePronoun):
		return !s.borders(from)
	case p.Feats&lang.Cue != 0 && p.Has(lang.Masdar) && !p.Has(lang.Article):
		return true
	}
	d := naming.Reading(p, f.dealing)
	switch {
	case d == nil || d.Prefix > 0:
		return false
	case d.Key == between:
		return to < len(s.K) && s.K[to].Has(lang.Conjunction) && (!seat || s.K[to].In(f.Lands) || s.K[to].Word.Begins.Meets(f.Body)) && (s.near(from-1, noun) || s.near(from-1, strife)) && !s.borders(from)
	}
	return d.Key == with && !s.borders(from)
}

// addressed reports whether a verb of saying and its subject, an actor, stand right before
// token i: what follows is whom it is said to, or of: the party accused Ankara.
func (s *scan) addressed(i int) bool {
	v := s.verbOf(i)
	return v != nil && v.Feats&lang.Cue != 0
}

// verbOf is the finite verb whose subject, an actor, stands right before token i; nil where
// none does.
func (s *scan) verbOf(i int) *lang.Token {
	if s.before.To != i || s.before.From == 0 {
		return nil
	}
	v := &s.K[s.before.From-1]
	if v.Word == nil || !s.f.G.Finite(v) || s.f.G.Function(v) {
		return nil
	}
	return v
}

// borders reports whether a word of neighbourhood stands shortly before token i: what is
// said of the country there is said of the land.
func (s *scan) borders(i int) bool { return s.near(i, land) }

// near reports whether a word of that key of dealing stands shortly before token i.
func (s *scan) near(i int, key string) bool {
	for n := 0; n < 4 && i > 0; n++ {
		i--
		if s.K[i].Word == nil {
			return false
		}
		if d := naming.Reading(&s.K[i], s.f.dealing); d != nil && (d.Key == key || d.Key == venue && key == noun) {
			return true
		}
	}
	return false
}

// The keys of words of dealing: nouns of dealing with a party, with its land, of what is
// only between two, and the prepositions that may stand before either.
const (
	noun    = "noun"
	venue   = "venue" // of meetings and treaties, called after the place of one
	land    = "land"
	between = "between"
	with    = "with"
	strife  = "strife"
	deed    = "deed"    // what a state does to another, or to a place
	aggress = "aggress" // what it does to whomever
	leave   = "leave"   // what it does "from"
)

// acts reports whether the country at tokens [from, to) speaks or acts.
func (s *scan) acts(from, to int, seat bool) bool {
	t := &s.K[from]
	span := s.T.Span(from, to)
	for i := range s.claims {
		c := &s.claims[i]
		if c.Source.Kind == "government" && !c.Source.Elided && c.Source.Spans.Contains(t.Span()) && len(c.Source.Spans) > 0 && c.Source.Spans[0].Len() <= span.Len()+4 {
			return true
		}
		if h := c.Content.Spans; c.Cue.Class == "accuse" && len(h) > 0 && h[0].Start == span.Start {
			return true // whom it accuses
		}
	}
	if from == 0 || s.K[from-1].Kind == lang.BreakKind {
		// a headline: the country and its verb, perhaps with another country
		if to < len(s.K) && s.K[to].In(s.f.Lands) && s.K[to].Has(lang.Conjunction) {
			to++
		}
		return to < len(s.K) && s.does(to, seat)
	}
	p := &s.K[from-1]
	if p.Word == nil {
		return to < len(s.K) && s.does(to, seat) && !t.Has(lang.For)
	}
	r := naming.Reading(t, s.f.Lands)
	if d := naming.Reading(p, s.f.dealing); seat && d != nil && d.Key == venue && (r == nil || r.Prefix == 0) {
		return false // the talks of Geneva
	}
	if (r == nil || r.Prefix == 0) && s.committed(from-1, to, seat) {
		return true
	}
	if s.dealt(from, r) && !(seat && r != nil && r.Feat&lang.For != 0) {
		return true
	}
	if r != nil && r.Feat&(lang.With|lang.For|lang.Like) != 0 {
		return false
	}
	if (r == nil || r.Prefix == 0) && p.Feats&lang.Cue != 0 && p.Has(lang.Masdar) && !p.Has(lang.Article) && !s.f.G.Finite(p) {
		return true // the consent of Ankara
	}
	if p.In(s.f.G.Was) {
		return to < len(s.K) && s.does(to, seat) // Washington went on refusing it
	}
	if seat && p.Has(lang.Article) && (r == nil || r.Prefix == 0) && s.accused(from) {
		return true
	}
	if p.Has(lang.Pronoun|lang.Feminine) && p.Feats&(lang.Past|lang.Present) != 0 && from > 1 && s.K[from-2].In(s.f.G.Relative) && !seat {
		return true // that the country leads, supports
	}
	if s.Phrases.Complementiser(from-1) && to < len(s.K) && s.K[to].In(s.f.G.Relative) && !seat {
		return true // "Russia, which …"
	}
	if s.f.G.Finite(p) && p.Feats&lang.Function == 0 { // behind its verb, or as its object
		q := from - 2
		if q > 0 && s.K[q].In(s.f.G.Already) {
			q--
		}
		if q >= 0 && s.K[q].Word != nil && r != nil && s.K[q].Has(lang.Article) && !s.f.G.Finite(&s.K[q]) && !s.K[q].In(s.f.G.Relative) && !s.K[q].In(s.f.G.Time) && p.Feats&lang.Conjunction == 0 {
			return false // the subject stands before the verb: the country is its object
		}
		led := q < 0 || s.K[q].Word == nil || s.f.G.Function(&s.K[q]) || p.Feats&(lang.Conjunction|lang.Cue) != 0
		return s.agent(from-1, seat) && (led || !seat)
	}
	if s.Phrases.Complementiser(from-1) || r != nil && r.Feat&lang.Conjunction != 0 {
		return to < len(s.K) && s.does(to, seat) && !s.goesOn(to)
	}
	return false
}

// accused reports whether whoever accuses, of one or two definite words, stands between token i and a verb
// of accusing that opens a clause: the Kurdish party accused Ankara.
func (s *scan) accused(i int) bool {
	for j := i - 1; j > 0 && j >= i-3; j-- {
		t := &s.K[j]
		if t.Word == nil {
			return false
		}
		if s.f.G.Finite(t) && !t.Has(lang.Article) {
			return t.Word.Some(func(q *lang.Reading) bool {
				return q.Cue != nil && q.Cue.Class == "accuse" && q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&lang.Pronoun == 0
			})
		}
		if !t.Has(lang.Article) {
			return false
		}
	}
	return false
}

// goesOn reports whether the verb at token i is joined to one before it, with a subject of its
// own: it is none of the country that stands between.
func (s *scan) goesOn(i int) bool {
	t := &s.K[i]
	for n := range t.Word.Readings {
		if r := &t.Word.Readings[n]; r.Feat&(lang.Past|lang.Present) != 0 && r.Feat&lang.Conjunction == 0 {
			return false
		}
	}
	return true
}

// committed reports whether the noun at token i names what the country that ends before token to does: its war on
// another, its occupation of a town, its withdrawal from. A capital only withdraws: wars are fought there.
func (s *scan) committed(i, to int, seat bool) bool {
	d := naming.Reading(&s.K[i], s.f.dealing)
	if d == nil || d.Feat&(lang.Article|lang.Pronoun) != 0 || to >= len(s.K) || s.K[to].Word == nil {
		return false
	}
	g, t := s.f.G, &s.K[to]
	switch d.Key {
	case leave:
		return t.In(g.From) && g.Function(t)
	case aggress:
		return !seat && !t.In(g.In)
	case deed, strife:
		if !seat && g.Function(t) && (t.In(g.On) || t.In(g.Against)) {
			n := to + 1 // not: on this plane
			return n < len(s.K) && s.K[n].Word != nil && (s.K[n].Has(lang.Article) || s.K[n].In(s.f.Lands) || s.PlaceAt(n) > n)
		}
		return !seat && d.Key == deed && t.Has(lang.For) && !g.Function(t)
	}
	return false
}

// dealt reports whether the country at token i is one that somebody deals with as a party:
// with the support of, an ally of, talks with, its stance.
func (s *scan) dealt(i int, r *lang.Reading) bool {
	for n := 0; n < 2 && i > 0; n++ {
		i--
		t := &s.K[i]
		if t.Word == nil {
			return false
		}
		if d := naming.Reading(t, s.f.dealing); d != nil && d.Key != between && d.Key != with && d.Key != strife && d.Key != deed && d.Key != leave && d.Key != aggress && d.Key != visit && d.Key != effect {
			switch {
			case d.Key == land:
				return false
			case r != nil && r.Feat&lang.Conjunction != 0, d.Feat&lang.Article != 0 && n == 0 && (r == nil || r.Prefix == 0) && d.Key != "prep":
				return false
			case n == 0 && r != nil && r.Prefix > 0:
				return r.Feat&lang.For != 0
			}
			return true
		}
		if n == 0 && (!s.f.G.Function(t) || t.In(s.f.G.In) && !t.In(s.f.G.From)) {
			return false
		}
	}
	return false
}
