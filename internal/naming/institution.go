package naming

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// Longest is how many tokens the name of an institution may have.
const Longest = 9

// Institution is the name of a body or force.
type Institution struct {
	From, To int   // tokens
	End      int   // the token behind whom it is said to be loyal to, To if nobody is
	Head     int   // the token of the head noun
	Prefix   uint8 // letters glued on in front
	Kind     string
	Country  string // lower case, "" if the words have none
	Entry    string // the lexicon's entry of several words that heads it, if any
	Bare     bool   // nothing but the noun
}

// Institution reads a body or force at token i: its head noun, then what makes it one of
// its kind: nouns, a country, adjectives of a country. before is the token where
// the last actor before it ends, -1 if there is none. next is where reading goes on: i
// where nothing was read, further where the words are to be passed over though they name
// no actor, which ok tells.
func (x *Text) Institution(i, before int) (m Institution, next int, ok bool) {
	m = Institution{From: i, To: i + 1, Head: i}
	definite, alone, banded, prefix := false, false, false, uint8(0)
	e, p, single := x.BodyPhrase(i)
	if p != nil && p.Key == NoActor {
		return m, e, false
	}
	if i > 0 && x.K[i-1].Word != nil && p == nil && x.K[i].Has(lang.Nisba) && x.K[i-1].Has(lang.Article) && !x.Verbal(i-1) {
		return m, i, false // an adjective: the foreign policy
	}
	if p != nil {
		m.To, m.Kind, m.Entry, prefix = e, p.Key, p.Text, p.Prefix
		definite = x.K[e-1].Has(lang.Article) || p.Articles != 0 && p.Key != "media"
		alone = single
		if m.Kind == states {
			if i > 0 && x.K[i-1].Word != nil && x.K[i-1].In(x.v.G.In) || x.K[i].Has(lang.With) && p.Prefix > 0 || x.PlaceAt(i) > i || !x.doing(i, e, before) {
				return m, e, false
			}
			m.Kind = "government"
		}
	} else {
		r := Reading(&x.K[i], x.v.Body)
		if r == nil || r.Feat&lang.Like != 0 || r.Feat&lang.With != 0 && x.act(i) && (r.Key == "government" || r.Key == "military" || r.Key == "armed_group" || r.Key == "other" || r.Key == "party") {
			return m, i, false // "led by", "by force"
		}
		if r.Feat&lang.Bound != 0 && (r.Feat&lang.Article != 0 || x.K[i].In(x.v.G.Profession) || i > 0 && x.K[i-1].In(x.v.G.Unnamed)) {
			return m, i, false // a "parliamentary" source, no two parliaments
		}
		if d := Reading(&x.K[i], x.v.Anaphor); d != nil && d.Key == Described && !x.K[i].Maqsura() {
			return m, i, false // "strong", no powers
		}
		if p := i - 1; p >= 0 && r.Feat&lang.Conjunction != 0 && x.K[i].Has(lang.Masdar) && x.K[p].Word != nil && x.K[p].Has(lang.Masdar) && !x.K[p].Has(lang.Article) && !x.K[p].In(x.v.Body) {
			return m, i, false // the founding and running of it
		}
		m.Kind, prefix = r.Key, r.Prefix
		definite = r.Feat&lang.Article != 0
		if r.Feat&lang.Accusative != 0 && !definite && m.Kind != "military" && m.Kind != "police" && m.Kind != "armed_group" && m.Kind != band {
			return m, i, false // it is bound to no noun, so that nothing makes it one
		}
		if m.Kind == guard || m.Kind == court || m.Kind == press {
			if !definite || r.Feat&lang.Plural != 0 {
				return m, i, false // the security of a land
			}
			if n := i + 1; n >= len(x.K) || x.K[n].Word == nil || !x.K[n].In(x.v.G.Demonym) || !x.names(n, m.Kind) {
				return m, i, false // without a country it is no one's
			}
			switch m.Kind = "police"; r.Key {
			case court:
				m.Kind = "government"
			case press:
				m.Kind = "media"
			}
		}
		if m.Kind == site {
			if n := i + 1; definite || n >= len(x.K) || !phrase.IsQuote(&x.K[n]) || i > 0 && x.v.G.Function(&x.K[i-1]) && (x.K[i-1].In(x.v.G.In) || x.K[i-1].In(x.v.G.On)) {
				return m, i, false // where something stands
			}
			m.Kind = "media"
		}
		if m.Kind == band {
			n := i + 1
			if n+1 < len(x.K) && x.K[n].In(x.v.G.Demonym) && !x.K[n].Has(lang.Article) {
				n++ // an armed group of a country
			}
			if definite || n >= len(x.K) || x.K[n].Word == nil || x.K[n].Has(lang.Article) || !x.armedBy(n) {
				return m, i, false
			}
			m.Kind, banded = "armed_group", true
		}
		if a := Reading(&x.K[i], x.v.Alone); a != nil {
			alone = definite
			m.Kind = a.Key
		}
	}
	named := p != nil || banded   // something says which one of its kind it is
	whole := definite && p != nil // a name of its own
	bare, again := true, true     // nothing but the noun; nothing that tells it from others
	country := m.Country
	for j := m.To; j < len(x.K) && j < i+Longest; j = m.To {
		t := &x.K[j]
		if t.Word == nil {
			if t.Kind == lang.NumberKind && definite && m.Kind == "military" && j == m.Head+1 && x.K[m.Head].In(x.v.Rank) {
				m.To, bare, named, again = j+1, false, true, false // a brigade by its number
				continue
			}
			if !definite && phrase.IsQuote(t) && !(j+2 < len(x.K) && phrase.IsQuote(&x.K[j+2]) && x.K[j+1].In(x.v.Bent)) {
				if e := x.Phrases.NameInMarks(j); e > j {
					m.To, definite, bare, named, again = e, true, false, true, false
					continue
				}
			}
			break
		}
		if definite && m.Kind == "military" && (j == m.Head+1 && x.K[m.Head].In(x.v.Rank) || p != nil && j == e) && t.Has(lang.Article) && t.In(x.v.number) {
			m.To, bare, named, again = j+1, false, true, false
			continue
		}
		if p != nil && m.Kind == "media" && !definite && !t.In(x.v.G.Demonym) {
			break // the media of a land, and what they told
		}
		next := x.complement(j, &m, definite)
		if next == j {
			break
		}
		if !definite {
			definite = x.K[next-1].Has(lang.Article) || x.K[j].In(x.v.Country) || x.K[j].In(x.v.Capital) && x.placed(&m) || x.K[j].In(x.v.Alias) || x.K[j].In(x.v.AnyName) || x.K[j].Feats&lang.Guess != 0 && x.K[j].Feats&lang.Nisba == 0
		}
		again = again && x.takesUp(j)
		named = named || x.names(j, m.Kind) || j > i+1 && x.K[i].Has(lang.Article) || !definite && m.Kind == "armed_group" && x.armedBy(j)
		again = again && j == i+1
		m.To, bare = next, false
	}
	m.Bare = bare
	if n := i + 1; p == nil && m.Kind == "military" && m.To > n && x.K[i].Feats&lang.Article == 0 {
		if a := Reading(&x.K[n], x.v.Alone); a != nil && a.Feat&lang.Article != 0 && a.Prefix == 0 && a.Key != "government" { // the forces of the army are the army
			m.Kind, m.Head, m.Bare, alone = a.Key, n, m.To == n+1, true
		} else if b := Reading(&x.K[n], x.v.Body); b != nil && b.Feat&lang.Article != 0 && b.Prefix == 0 && (b.Key == "police" || b.Key == "armed_group") {
			m.Kind = b.Key // those of the gendarmerie are no army
		} else if b != nil && b.Feat&lang.Article == 0 && b.Prefix == 0 && (b.Key == "party" || b.Key == "armed_group") || x.ofPeople(n) && b == nil {
			m.Kind = "armed_group" // nor are those of a party or a people
		}
	}
	if bare && x.K[i].Has(lang.For) && i > 0 && x.K[i-1].In(x.v.Body) {
		return m, i, false // "a centre of the police"
	}
	if r := Reading(&x.K[i], x.v.Proper); p == nil && r != nil && r.Key == "ministry" && x.K[i].Feats&lang.Article == 0 && m.Country == "" && (m.To == i+1 || x.PlaceAt(i+1) == i+1) {
		return m, i, false // the truth of an account, no ministry of health
	}
	if p == nil && !named && x.K[i].In(x.v.Proper) || !definite && branded(Reading(&x.K[m.To-1], x.v.Bent)) && x.calledSo(i, before, prefix, x.K[i].Has(lang.Like)) {
		return m, i, false
	}
	switch {
	case p == nil && again && !bare && definite && x.K[i].Has(lang.Article) && !(m.Kind == "military" && x.whose(m.To-1)):
		return m, i, false // the banned party: who was named before
	case bare && !alone && p != nil && m.Kind == "media":
		return m, i, false // the media, whoever they are
	case bare && !alone && !whole, !definite && m.Country == country && !(m.Kind == "armed_group" && x.K[m.To-1].In(x.v.Bent) && m.To > i+1):
		return m, i, false
	case !definite && m.Country != "" && m.Country != country && !x.K[m.Head].Has(lang.Article) && x.subject(i, m.To):
		break // a Dutch court sentenced
	case !definite && m.Kind != "military" && m.Kind != "police" && m.Kind != "armed_group" && m.Kind != "media":
		return m, i, false
	}
	m.Prefix, m.End = prefix, x.LoyalTo(m.To)
	return m, m.To, true
}

// subject reports whether tokens [from, to), in which a country is told, are the subject of a
// verb right before them, or begin a clause whose verb follows.
func (x *Text) subject(from, to int) bool {
	does := func(j int) bool {
		return j >= 0 && j < len(x.K) && x.K[j].Word != nil && x.Verbal(j) && !x.v.G.Function(&x.K[j]) && !x.K[j].In(x.v.G.Was) && x.K[j].Feats&lang.Pronoun == 0
	}
	if x.K[from].Has(lang.Plural) && (from > 0 && x.K[from-1].Feats&lang.Cue != 0 || to < len(x.K) && x.K[to].Feats&lang.Cue != 0) {
		return false // organisations of a land that only speak
	}
	if x.K[from].Feats&lang.Conjunction != 0 && x.K[from].Word.Form != x.K[from].Word.Bare {
		return false
	}
	return from > 0 && does(from-1) || does(to) && (from == 0 || x.K[from-1].Word == nil || x.Phrases.Complementiser(from-1))
}

// act reports whether the noun at token i, behind "with", can say what is done rather than
// who does it: led by, by force.
func (x *Text) act(i int) bool {
	r := Reading(&x.K[i], x.v.Proper)
	return r != nil && r.Key != "body"
}

// LoyalTo is behind whom the force before token j is loyal to or fights, j if nobody is named.
func (x *Text) LoyalTo(j int) int {
	if !whom(Reading(&x.K[j-1], x.v.Bent)) || j >= len(x.K) || x.K[j].Word == nil {
		return j
	}
	e, _, n := x.AliasAt(j)
	if n == 0 && !x.K[j].Has(lang.For) {
		return j
	}
	if e == j {
		for e = j + 1; e < len(x.K) && e < j+6 && x.K[e].Word != nil; e++ {
			if x.K[e].In(x.v.Title) || x.K[e].In(x.v.G.Demonym) {
				continue
			}
			if x.K[e].In(x.v.AnyName) && x.K[e].Feats&lang.Conjunction == 0 {
				e = x.NameRun(e)
			}
			break
		}
	}
	return e
}

// guard and court are the keys of services and of powers of a state that are an actor only
// with the article, press that of what is one of a land only; states that of groups of states, which are no place.
const (
	guard  = "guard"
	court  = "court"
	press  = "press"
	band   = "band" // a group that its adjective arms
	site   = "site" // an outlet by its name in marks, else a place
	states = "states"
)

// Partial reports whether a head noun with that key is no actor until something behind it
// makes it one.
func Partial(key string) bool {
	return key == guard || key == court || key == press || key == band || key == site
}

// NoActor is the key of entries that look like an actor and are none: a board of directors.
const NoActor = "none"

// Described is the key of adjectives that are no part of a name.
const Described = "described"

// Loyal is the key of the adjectives that say whom a force is loyal to: it is armed, and
// no army; against that of those that say whom it fights.
const (
	Loyal   = "loyal"
	against = "against"
)

// whom reports whether the adjective's reading says whom a force is for or against.
func whom(r *lang.Reading) bool { return r != nil && (r.Key == Loyal || r.Key == against) }

// names reports whether the word at token j can tell one body from others of its kind: a
// name, a country, a noun that is no mere quality.
func (x *Text) names(j int, kind string) bool {
	t := &x.K[j]
	if r := Reading(t, x.v.G.Demonym); r != nil && len(r.Key) == 2 || t.In(x.v.Country) || t.In(x.v.AnyName) || t.In(x.v.purpose) || t.In(x.v.Alias) {
		return true
	}
	return t.Feats&lang.Guess != 0 && t.Feats&(lang.Article|lang.Nisba) == 0 || (t.In(x.v.G.Body) || t.In(x.v.Body)) && kind != "armed_group" && kind != "party"
}

// takesUp reports whether the adjective at token j tells one body of a kind from none: the
// banned one, the armed one.
func (x *Text) takesUp(j int) bool {
	t := &x.K[j]
	if r := Reading(t, x.v.G.Demonym); r != nil && len(r.Key) == 2 {
		return false
	}
	if whom(Reading(t, x.v.Bent)) {
		return false
	}
	return t.In(x.v.Anaphor) || t.In(x.v.Bent)
}

// whose reports whether the adjective at token j says whose forces are meant: the foreign,
// the international ones are not any that were named before.
func (x *Text) whose(j int) bool {
	a, b := Reading(&x.K[j], x.v.Anaphor), Reading(&x.K[j], x.v.Bent)
	return a != nil && a.Key == "named" && b != nil || b != nil && b.Key == "other"
}

// BodyPhrase is the longest entry of several words that heads a body at token i, and
// whether it is an actor by itself.
func (x *Text) BodyPhrase(i int) (end int, entry *lang.Phrase, alone bool) {
	w := x.K[i].Word
	if x.K[i].Starts&lang.StartsPhrase == 0 || !w.Begins.Meets(x.v.Body) {
		return i, nil, false
	}
	if x.headAt == i+1 {
		return x.headEnd, x.headEntry, x.headAlone
	}
	end = i
	next := x.wordBehind(i)
	ps := w.PhrasesWith(next)
	for n := range ps {
		p := &ps[n]
		if p.Mark&next.Marks() == 0 || !p.Classes.Meets(x.v.heads) || p.Second != next.Bare && p.Second != next.Form || p.Key == "" {
			continue
		}
		e := x.phraseEnd(i, p)
		if e == i || p.Article != (p.Articles&1 != 0) {
			continue
		}
		if e > end {
			end, entry, alone = e, p, false
		}
		alone = alone || e == end && p.Classes.Meets(x.v.Alone)
	}
	x.headAt, x.headEnd, x.headEntry, x.headAlone = i+1, end, entry, alone
	return end, entry, alone
}

// doing reports whether a verb stands at either side of tokens [from, to), or another actor
// right before: before is where the last one ends.
func (x *Text) doing(from, to, before int) bool {
	if before == from {
		return true
	}
	return from > 0 && x.K[from-1].Word != nil && (x.Verbal(from-1) || x.Phrases.Complementiser(from-1)) || to < len(x.K) && x.K[to].Word != nil && x.Verbal(to)
}
