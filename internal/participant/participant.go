// Package participant reads people without a name, or one of them, whom a deed makes a
// participant: who is killed, arrested, attacked, and who attacks.
//
// It promises that where nothing is done to them or by them, in the clause they stand in,
// they are no participants, and that who only speaks is none. Whether they are an actor that
// was named before it does not say.
package participant

import (
	"strings"

	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// Reader reads participants in texts of one language. It is safe for several goroutines.
type Reader struct {
	*naming.Vocabulary

	Counted lang.Set // nouns that are counted, with the groups of their figures
	Number  lang.Set

	coded   lang.Set // verbs of happenings
	done    lang.Set // they, with their nouns, and verbs that carry such a noun
	context lang.Set // words that say what the figure near them is of
	harm    lang.Set // words of happenings with a key: those that say what befell people
	hedge   lang.Set // words that say how exact a number behind them is
	after   lang.Set // the same of one before them
	dealing lang.Set // nouns and prepositions of dealing with a party
	governs lang.Set // words that say how what stands behind them belongs to what stands before
	being   lang.Set // verbs that only say what somebody is, or became
}

// New prepares the vocabulary of a language. class gives the set of the named word classes.
func New(v *naming.Vocabulary, class func(names ...string) lang.Set) *Reader {
	return &Reader{Vocabulary: v, Counted: class("counted"), Number: class("number"), coded: class("coded-verb"),
		done: class("coded-verb", "coded-noun", "support"), context: class("context"), harm: class("event-word"), hedge: class("figure-hedge"), after: class("figure-hedge-after"), dealing: class("dealing"), governs: class("governs"), being: class("was", "time-becoming")}
}

// People are those who take part.
type People struct {
	From, To int    // tokens
	Prefix   uint8  // letters glued on in front
	Kind     string // an actor's
	Country  string // lower case, "" if the words have none
	One      bool   // there is one of them
}

// Before is the actor that was read last before the people: where it ends, -1 if there is
// none, and whether it is people like these or a force whose men may be counted.
type Before struct {
	From, To      int
	People, Force bool
}

// scan is one reading.
type scan struct {
	*naming.Text
	f      *Reader
	before Before
}

// kindOf is the kind of actor that people of a figure's group are, and whether one of them
// is a person rather than a part of a group; "" for what is no group of people.
func kindOf(key string) (kind string, person bool) {
	if strings.HasSuffix(key, "!") || strings.HasSuffix(key, "!+") {
		return "", false // the dead and the hurt are what came of it
	}
	group, _, _ := strings.Cut(strings.TrimSuffix(key, "+"), ":")
	switch group {
	case "soldiers":
		return "military", false
	case "police":
		return "police", false
	case "fighters":
		return "armed_group", false
	case "people", "civilians", "women", "children", "refugees", "protesters", "prisoners", "journalists", "medics", "staff", "families":
		return "civilians", group != "civilians" && group != "families"
	}
	return "", false
}

// human is the reading of token i as a noun of people who are counted, with no letters
// before it but a conjunction, and its kind.
func (s *scan) human(i int) (r *lang.Reading, kind string, person bool) {
	t := &s.K[i]
	if !t.In(s.f.Counted) || t.Feats&lang.Function != 0 && !t.In(s.f.Role) && !(s.number(i) && !s.K[i-1].Has(lang.Article)) {
		return nil, "", false
	}
	for n := range t.Word.Readings {
		q := &t.Word.Readings[n]
		if !q.Classes.Meets(s.f.Counted) || q.Feat&(lang.Pronoun|lang.With|lang.For|lang.Like|lang.Bound) != 0 {
			continue
		}
		k, p := kindOf(q.Key)
		if q.Feat&lang.Feminine != 0 && s.thing(t) {
			continue // a school, no teacher
		}
		if q.Feat&lang.Feminine != 0 && q.Feat&(lang.Plural|lang.Article) == 0 && k == "armed_group" && t.In(s.f.Role) && t.Feats&lang.Masdar == 0 && s.bomber(i) {
			return q, k, p
		}
		if q.Feat&lang.Feminine != 0 && (k == "armed_group" || k == "military" || k == "police" || t.In(s.f.G.Demonym) || t.Feats&lang.Masdar != 0 || q.Feat&lang.Plural != 0 && strings.HasSuffix(q.Key, "+")) {
			continue // fighter planes, adjectives, verbal nouns
		}
		if q.Feat&lang.Article == 0 && t.Feats&lang.Masdar != 0 && strings.HasPrefix(q.Key, "families") && !s.number(i) {
			continue // "capture", not "families"
		}
		if k != "" && (r == nil || q.Feat&lang.Plural == 0 && r.Feat&lang.Plural != 0) {
			r, kind, person = q, k, p
		}
	}
	return r, kind, person
}

// thing reports whether the word is a thing that is counted as well.
func (s *scan) thing(t *lang.Token) bool {
	for n := range t.Word.Readings {
		if r := &t.Word.Readings[n]; r.Classes.Meets(s.f.Counted) && strings.HasPrefix(r.Key, "things") {
			return true
		}
	}
	return false
}

// Read reads the participants at token i; ok tells whether there are any.
func (f *Reader) Read(x *naming.Text, i int, before Before) (p People, ok bool) {
	s := scan{Text: x, f: f, before: before}
	r, kind, person := s.human(i)
	e, entry := s.T.PhraseAt(i, f.Counted)
	if e > i {
		if k, one := kindOf(entry.Key); k != "" {
			kind, person = k, one
			if r == nil {
				r = s.Noun(i)
			}
		}
	} else {
		e = i + 1
	}
	if r == nil || s.K[i].In(f.G.Office) || r.Feat&lang.For != 0 {
		return p, false
	}
	article := r.Feat & lang.Article
	if s.adjective(i, r) {
		return p, false
	}
	p = People{From: i, To: e, Kind: kind, Prefix: r.Prefix}
	number := s.number(i)
	s.qualify(&p, article)
	broken := article != 0 && r.Feat&lang.Plural == 0
	if broken && (r.Feat&lang.Dual != 0 || s.K[i].In(f.Role) || strings.HasSuffix(r.Key, "+") || !s.some(i, p.To, r)) || article != 0 && number && !s.countless(i) {
		return p, false // taken up again
	}
	if d := naming.Reading(&s.K[i], f.G.Demonym); d != nil && len(d.Key) == 2 && p.Country == "" {
		p.Country = d.Key
	}
	branded := false
	if key := s.general(i); p.Country == "" && key != "" {
		switch {
		case key == people && s.branded(i+1, p.To):
			branded = true
		case key == persons && (number || r.Feat&(lang.Dual|lang.Oblique) != 0 && article == 0): // two are counted by their ending
			p.Kind = "other" // no word says that they were no fighters
		case number || r.Feat&(lang.Plural|lang.Dual) != 0 || !s.somebody(i):
			return p, false
		}
	}
	end := p.To
	s.backing(&p, article)
	if end == p.To && p.To < len(s.K) && s.owned(p.To, article != 0 || s.tallied(i, r)) {
		return p, false
	}
	several := number || r.Feat&(lang.Plural|lang.Dual) != 0 || !s.K[i].In(f.Role) && !strings.HasSuffix(r.Key, "+")
	homeless := number && p.Country != "" && strings.HasSuffix(strings.TrimSuffix(r.Key, "+"), ":displaced")
	if !homeless && !s.undergoes(i, r, number, several) && (branded || !s.doer(i, p.To) && !s.doers(i, p.To, several)) && !s.some(i, p.To, r) && !s.joins(i, r) {
		return p, false
	}
	if several && p.To < len(s.K) && s.K[p.To].Word != nil && s.K[p.To].In(f.G.From) && s.doers(i, p.To, several) {
		for p.To = s.beyond(p.To); s.K[p.To-1].In(f.G.Already); p.To-- {
		}
	}
	if p.One = !several; p.One && (person || kind == "armed_group" && s.K[i].In(f.Role)) {
		p.Kind = "person"
	}
	return p, true
}

// qualify takes in what is said of the people behind their noun: of which country they are,
// another noun of people under the same number, an adjective.
func (s *scan) qualify(m *People, article lang.Feat) {
	for n := 0; m.To < len(s.K) && n < 3; n++ {
		t := &s.K[m.To]
		if t.Word == nil {
			return
		}
		if d := s.demonym(t); d != nil && d.Prefix == 0 && d.Feat&lang.Article == article && !(n > 0 && t.In(s.f.Country)) { // a Syrian went to Turkey
			if m.To++; len(d.Key) == 2 && m.Country == "" {
				m.Country = d.Key
			}
			continue
		}
		if b := naming.Reading(t, s.f.Bent); b != nil && b.Prefix == 0 && b.Feat&lang.Article == article {
			m.To++
			continue
		}
		if n == 0 && article == 0 && s.f.Armed(s.Text, m.To) && s.K[m.To-1].Has(lang.Feminine) == t.Has(lang.Feminine) {
			m.To++ // a girl who is a bomber
			continue
		}
		if q, k, _ := s.human(m.To); q != nil && k == m.Kind && n == 0 && article == 0 && q.Feat&lang.Conjunction != 0 && s.number(m.From) {
			m.To++
			continue
		}
		return
	}
}

// Armed reports whether the word at token i, behind one for a person, says that he is armed: a gunman, a suicide bomber.
func (f *Reader) Armed(x *naming.Text, i int) bool {
	if i >= len(x.K) || x.K[i].Word == nil || !x.K[i].In(f.Role) {
		return false
	}
	t := &x.K[i]
	return t.Feats&(lang.Article|lang.Masdar|lang.Plural) == 0 && t.Word.Some(func(q *lang.Reading) bool {
		return q.Prefix == 0 && q.Classes.Meets(f.Counted) && strings.HasPrefix(q.Key, "fighters")
	})
}

// demonym is the word's reading as an adjective of a country, duals not excepted.
func (s *scan) demonym(t *lang.Token) *lang.Reading {
	if !t.In(s.f.G.Demonym) {
		return nil
	}
	for n := range t.Word.Readings {
		if r := &t.Word.Readings[n]; r.Classes.Meets(s.f.G.Demonym) && r.Feat&lang.Pronoun == 0 {
			return r
		}
	}
	return nil
}

// backing takes in whom or what the people back, oppose or are near to: supporters of the
// party, people close to the movement.
func (s *scan) backing(m *People, article lang.Feat) {
	j := m.To
	if j+1 >= len(s.K) || s.K[j].Word == nil || s.K[j+1].Word == nil {
		return
	}
	p := s.K[j].Word.Find(lang.Participle | lang.Plural)
	if p == nil || p.Prefix > 0 || p.Feat&lang.Article != article || p.Feat&lang.Feminine != 0 {
		return
	}
	j++
	if t := &s.K[j]; (t.In(s.f.G.From) || t.In(s.f.G.To)) && s.f.G.Function(t) {
		if j++; j == len(s.K) || s.K[j].Word == nil {
			return
		}
	} else if !t.Has(lang.For) {
		return
	}
	if n := s.Noun(j); n == nil || n.Feat&lang.Article == 0 {
		return
	}
	for j++; j < len(s.K) && s.K[j].Word != nil && s.K[j].Has(lang.Article) && (s.K[j].In(s.f.G.Demonym) || s.K[j].Has(lang.Nisba|lang.Article)); j++ {
	}
	m.To = j
}

// owned reports whether the word at token j says whose the people before it are, so that
// they are a part of an actor with a name of its own or the bearers of an office: members of
// the movement, some of the rebels.
func (s *scan) owned(j int, definite bool) bool {
	t := &s.K[j]
	if t.Word == nil {
		return false
	}
	if t.In(s.f.G.From) && s.f.G.Function(t) {
		if j++; j == len(s.K) {
			return false
		}
		b := naming.Reading(&s.K[j], s.f.Body)
		return s.K[j].In(s.f.Folk) || s.K[j].In(s.f.Alias) || b != nil && (b.Key == "military" || b.Key == "police" || b.Key == "armed_group" || b.Key == "party")
	}
	if definite || s.f.G.Function(t) || t.In(s.f.G.Time) {
		return false // a day is not whose they are
	}
	if p := s.Noun(j - 1); p != nil && t.Has(lang.Article) && p.Feat&(lang.Bound|lang.Guess|lang.Oblique) == 0 && p.Feat&lang.Dual != 0 {
		return false // nothing is bound to it, as it has kept its n
	}
	n := s.Noun(j)
	if n == nil || n.Prefix > 0 {
		return false
	}
	return n.Feat&lang.Article != 0 || t.In(s.f.Alias) || t.In(s.f.Country) || t.In(s.f.Body) || t.In(s.f.AnyName) && n.Feat&lang.Accusative == 0 && !s.f.G.MayBeFinite(t)
}

// undergoes reports whether people at token i are the object or the subject of a deed that
// stands before them: right before them and their number, beyond a preposition, or beyond
// adjuncts of its verb. Definite people must stand close to it: further on they are an
// adjective of what stands between.
func (s *scan) undergoes(i int, r *lang.Reading, number, several bool) bool {
	j := i - 1
	for number && j >= 0 && (s.K[j].Kind == lang.NumberKind || s.K[j].Word != nil && s.number(j+1)) {
		j--
	}
	if h := s.hedged(j); number && h >= 0 && h < j && s.K[h].Word != nil && s.harms(&s.K[h]) {
		j = h
	}
	if j < 0 || s.K[j].Word == nil {
		return false
	}
	t, definite := &s.K[j], r.Feat&lang.Article != 0
	if (number || !definite && r.Feat&(lang.Plural|lang.Dual) != 0) && j > 0 && s.K[j-1].Word != nil && s.K[j-1].Starts&lang.StartsPhrase != 0 {
		if e, p := s.T.PhraseAt(j-1, s.f.done); p != nil && e == j+1 && !p.Article {
			return true // the setting free of
		}
	}
	if (s.deed(t) || t.In(s.f.Victim)) && t.Feats&lang.Article == 0 {
		switch {
		case t.In(s.f.G.Demonym):
			return false
		case s.f.G.Finite(t) && t.Feats&lang.Pronoun != 0:
			return !definite && s.nominative(i, r) // it has its object already: gunmen killed him
		case naming.Reading(t, s.f.Victim) != nil, s.f.G.MayBeFinite(t) && !t.Has(lang.Masdar):
			return true
		}
		return number || r.Feat&(lang.Plural|lang.Dual) != 0 && t.Feats&(lang.Dual|lang.Oblique) == 0 // an "armed attack" is none of an armed man
	}
	if several && s.f.G.Function(t) && (t.In(s.f.G.On) || t.In(s.f.G.About)) && j > 0 && s.K[j-1].Word != nil {
		if p := &s.K[j-1]; s.deed(p) && (s.f.G.MayBeFinite(p) || !p.Has(lang.Participle) || p.Has(lang.Masdar)) {
			return true
		}
		return (!definite || number || t.In(s.f.G.On) && r.Feat&lang.Plural != 0) && j > 1 && s.closes(j-1) && s.deed(&s.K[j-2])
	}
	if definite {
		return s.objectOf(i, j+1, r, number)
	}
	if d := naming.Reading(t, s.f.dealing); several && d != nil && d.Key == "prep" {
		return r.Feat&lang.Plural != 0 || !s.K[i].In(s.f.G.Demonym)
	}
	if t.Has(lang.Pronoun) && s.f.G.Function(t) && s.K[i].Has(lang.Participle) && r.Feat&lang.Plural == 0 && !number {
		return false // arrested, accused of something
	}
	if behind := s.before.To == j+1; !s.closes(j) && (!behind || !number && s.K[i].In(s.f.G.Demonym)) {
		return false
	}
	for n := 0; n < 5 && j > 0; n++ {
		j--
		p := &s.K[j]
		if p.Word == nil {
			return false
		}
		if s.f.G.MayBeFinite(p) && s.deed(p) {
			return !number || j == 0 || !s.K[j-1].In(s.f.G.Relative)
		}
		if s.f.G.Finite(p) || s.Phrases.Complementiser(j) {
			return false
		}
	}
	return false
}

// closes reports whether an adjunct can end with the word at token j, so that a noun
// without article behind it begins something new: a place, a definite noun, a pronoun.
func (s *scan) closes(j int) bool {
	t := &s.K[j]
	if t.In(s.f.G.Time) || t.Has(lang.Pronoun) && s.f.G.Function(t) {
		return true
	}
	n := s.Noun(j)
	return n != nil && n.Feat&(lang.Article|lang.Pronoun) != 0 || t.In(s.f.Country) || s.PlaceAt(j) > j
}

// joins reports whether the noun at token i is joined to people to whom the deed before
// them is done.
func (s *scan) joins(i int, r *lang.Reading) bool {
	if r.Feat&lang.Conjunction == 0 || r.Feat&lang.Article != 0 || s.before.To != i {
		return false
	}
	if s.before.Force { // three of the policemen and a civilian
		for j := s.before.From - 1; j >= 0 && j >= s.before.From-3; j-- {
			if s.number(j + 1) {
				return true
			}
		}
		return false
	}
	return s.before.People
}
