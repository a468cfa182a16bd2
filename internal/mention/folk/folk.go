package folk

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/participant"
)

// people reads a group of people at token i: definite, or with an adjective of a country.
func (s reading) people(i int) int {
	if e := s.thoseOf(i); e > i {
		return e
	}
	r := naming.Reading(&s.K[i], s.f.Folk)
	if r == nil || r.Feat&(lang.Like|lang.With) != 0 || r.Feat&lang.For != 0 && i > 0 && s.K[i-1].Has(lang.Participle) || r.Feat&(lang.Feminine|lang.Singular) == lang.Feminine|lang.Singular {
		return i
	}
	asked := s.asked(i, r)
	if i > 0 && s.K[i-1].Word != nil && r.Prefix == 0 && s.K[i-1].Has(lang.Article) && !s.Verbal(i-1) && !asked || r.Key == affected && s.K[i].Has(lang.Article|lang.Nisba|lang.Singular) {
		return i // an adjective
	}
	if r.Feat&lang.Conjunction != 0 && i > 1 && s.K[i].In(s.f.Joined) && s.K[i-1].Has(lang.Article) && s.K[i-2].In(s.f.G.Body) {
		return i // the office of health and population
	}
	m := mention.Mention{What: mention.Folk, From: i, To: i + 1, Head: i, Kind: r.Key, Bare: true}
	switch r.Key {
	case affected, hurt:
		m.Kind = "civilians"
	case acting:
		m.Kind = "armed_group"
	case national:
		m.Kind = "civilians"
	case unknown:
		m.Kind = "other"
	}
	if r.Key == hurt && !s.acting(i, r) {
		return i
	}
	definite := r.Feat&lang.Article != 0
	for j := m.To; j < len(s.K) && j < i+4; j++ {
		if q := naming.Reading(&s.K[j], s.f.Folk); q != nil && q.Prefix == 0 && (q.Feat&lang.Article != 0) == definite && q.Feat&lang.Oblique == r.Feat&lang.Oblique {
			if m.To = j + 1; !definite || q.Key != r.Key {
				m.Bare = false // the Kurdish rebels are not whatever rebels were spoken of
			}
			continue
		}
		if b := naming.Reading(&s.K[j], s.f.Bent); b != nil && b.Prefix == 0 && (b.Feat&lang.Article != 0) == definite && (definite || r.Key == acting) {
			m.To, m.Bare = j+1, false
			continue
		}
		d := naming.Reading(&s.K[j], s.f.G.Demonym)
		if d == nil || d.Prefix > 0 || (d.Feat&lang.Article != 0) != definite {
			break
		}
		m.To, m.Bare = j+1, false
		if len(d.Key) == 2 {
			m.Country = d.Key
		}
	}
	if m.To < len(s.K) && r.Key == hurt {
		if q := naming.Reading(&s.K[m.To], s.f.Folk); q != nil && q.Key == hurt && q.Feat&lang.Conjunction != 0 && (q.Feat&lang.Article != 0) == definite {
			m.To++ // women and children
		}
	}
	if m.Kind == "armed_group" && !definite && m.To < len(s.K) { // rebels of the movement's name
		if e, key, n := s.AliasAt(m.To); e > m.To && n == 0 {
			if a := s.f.Actors[key]; a != nil && a.Kind == m.Kind {
				m.What, m.Actor, m.To, m.Bare, m.Country = mention.Known, a, e, false, naming.Lower(a.Country)
				s.Add(m, r.Prefix)
				return e
			}
		}
	}
	if r.Key == national && m.Country == "" && !asked && !s.doing(i, r) || !definite && m.Bare && !s.acting(i, r) {
		return i
	}
	if !m.Bare || !definite || m.Kind != "armed_group" {
		m.Bare = false
	}
	s.Add(m, r.Prefix)
	if e := s.LoyalTo(m.To); e > m.To {
		s.Mentions[len(s.Mentions)-1].Span.End = s.K[e-1].End
	}
	return m.To
}

// asked reports whether a claim is put to the people at token i, who are called by their noun with the article: they called on the residents to.
func (s reading) asked(i int, r *lang.Reading) bool {
	if i > 0 && r.Feat&lang.Oblique != 0 && s.K[i-1].Word != nil && s.K[i-1].Has(lang.Article|lang.Oblique) {
		return false // the military officials
	}
	return r.Prefix == 0 && r.Feat&lang.Article != 0 && slices.ContainsFunc(s.Rec.Claims, func(c riwaya.Claim) bool { return c.PutTo(s.T.Source, s.K[i].Start) > 0 })
}

// The keys of civilians who need no article, of those who need a deed or a number, of armed
// men who need a verb, of those whom only a country's adjective makes an actor, and of
// those whom nobody knows.
const (
	acting   = "acting"
	affected = "affected"
	hurt     = "hurt"
	national = "national"
	unknown  = "unknown"
)

// acting reports whether armed men without the article are the subject of the verb that
// stands before or behind them.
func (s reading) acting(i int, r *lang.Reading) bool {
	if r.Key == affected || r.Key == hurt {
		return i > 0 && (s.K[i-1].Kind == lang.NumberKind || s.K[i-1].Word != nil && (s.K[i-1].In(s.f.G.Quantity) || naming.Reading(&s.K[i-1], s.V.Victim) != nil || s.Verbal(i-1)))
	}
	switch r.Key {
	case "civilians", "police", "military", "armed_group":
		return r.Prefix == 0 && s.clause(i)
	case national:
		return s.doing(i, r)
	}
	if r.Key != acting && r.Key != unknown {
		return false
	}
	if i > 0 && s.K[i-1].Word != nil && r.Prefix == 0 {
		if d := naming.Reading(&s.K[i-1], s.f.Dealing); d != nil && (d.Key == "prep" || d.Key == "between") {
			return true
		}
	}
	return i > 0 && s.f.G.MayBeFinite(&s.K[i-1]) && !s.f.G.Function(&s.K[i-1]) || i+1 < len(s.K) && s.K[i+1].Word != nil && s.Verbal(i+1)
}

// doing reports whether people who are an actor only by a deed are the subject of one: the prisoners attacked, pirates seized.
func (s reading) doing(i int, r *lang.Reading) bool {
	if s.relative(i) {
		return true
	}
	if s.K[i].Feats&lang.Oblique != 0 || !s.K[i].Has(lang.Plural) {
		return false // the youth: a team, or whom something is done to
	}
	return r.Prefix == 0 && (i == 0 || !s.f.G.Function(&s.K[i-1]) || s.Phrases.Complementiser(i-1)) && s.clause(i)
}

// relative reports whether a clause that describes the people at token i tells a deed of theirs: the prisoners who fled.
func (s reading) relative(i int) bool {
	if i+2 >= len(s.K) || !s.K[i+1].Keyed(s.f.governs, "who-them") {
		return false
	}
	t := &s.K[i+2]
	return t.Word != nil && t.In(s.f.deeds) && s.f.G.Finite(t) && t.Word.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&lang.Plural != 0 && q.Feat&lang.First == 0 && q.Prefix == 0 && q.Cue == nil && q.Classes.Meets(s.f.deeds)
	})
}

// clause reports whether people at token i have the verb of their clause, one of what is done,
// right before them, or begin it and have the verb behind them.
func (s reading) clause(i int) bool {
	if i+1 < len(s.K) && s.K[i+1].Has(lang.Article) && !s.K[i+1].Has(lang.Conjunction) && (!s.K[i].Has(lang.Plural) || s.K[i].Feats&(lang.Oblique|lang.Bound) != 0) {
		return false // bound to another noun, as it has not kept its n
	}
	if i+1 < len(s.K) && !s.K[i].Has(lang.Plural) && s.K[i+1].Word != nil && !s.f.G.Function(&s.K[i+1]) && !s.Verbal(i+1) {
		return false // as only a broken plural can be
	}
	if i > 0 && s.K[i-1].Word != nil {
		p := &s.K[i-1]
		if p.In(s.f.deeds) && p.Feats&lang.Pronoun == 0 && (s.Verbal(i-1) || s.f.G.MayBeFinite(p) && s.K[i].Has(lang.Plural) && (i == 1 || s.K[i-2].Word == nil || !s.f.G.Function(&s.K[i-2]))) {
			return true
		}
		if !s.Phrases.Complementiser(i - 1) {
			return false
		}
	}
	return i+1 < len(s.K) && s.K[i+1].Word != nil && s.K[i+1].In(s.f.deeds) && s.Verbal(i+1)
}

// thoseOf reads people by whom or where they belong to, at token i: the people of Aden,
// supporters of the party.
func (s reading) thoseOf(i int) int {
	r := naming.Reading(&s.K[i], s.f.Those)
	if r == nil || r.Feat&(lang.Article|lang.Like|lang.Feminine) != 0 || i+1 >= len(s.K) || s.K[i+1].Word == nil {
		return i
	}
	j := i + 1
	if s.K[i].Has(lang.Masdar) && !s.K[j].In(s.f.Title) && !s.K[j].In(s.f.Body) && !s.K[j].In(s.f.Alias) && !s.K[j].In(s.f.AnyName) {
		return i // to follow, no followers
	}
	n := s.Noun(j)
	e, _ := s.CountryAt(j)
	if p := s.PlaceAt(j); p > e && n != nil && n.Prefix == 0 {
		e = p
	}
	if e == j && s.K[j].In(s.f.Title) && n != nil { // the supporters of President X
		for e = j + 1; e < len(s.K) && e < j+4 && s.K[e].In(s.f.AnyName); e++ {
		}
	}
	if e == j {
		if n == nil || n.Prefix > 0 || s.Verbal(j) || n.Feat&lang.Pronoun != 0 || n.Feat&(lang.Article|lang.Guess) == 0 {
			return i
		}
		e = j + 1
	}
	s.Add(mention.Mention{What: mention.Folk, From: i, To: e, Head: i, Kind: r.Key}, r.Prefix)
	return j
}

// victimAt reads somebody without a name at token i to whom something was done: a
// resident killed, a child abducted.
func (s reading) victimAt(i int) int {
	r := naming.Reading(&s.K[i], s.f.Role)
	if r == nil || r.Key != "private" || s.K[i].In(s.f.Rank) || r.Prefix > 0 || r.Feat&(lang.Article|lang.Plural) != 0 || r.Feat&lang.Feminine != 0 && s.K[i].Feats&lang.Masdar != 0 || i == 0 || s.K[i-1].Word == nil {
		return i
	}
	p := &s.K[i-1]
	if p.Feats&lang.Cue != 0 && p.Feats&lang.Verb != 0 {
		return i // who speaks without a name is no actor
	}
	if v := naming.Reading(p, s.V.Victim); (v == nil || v.Feat&lang.Article != 0) && !(s.Verbal(i-1) && p.Has(lang.Past|lang.Passive)) {
		return i
	}
	m := mention.Mention{What: mention.Person, From: i, To: i + 1, Head: i, Name: i, Kind: "person", Role: true, Bare: true, Unnamed: true}
	if s.f.participants.Armed(&s.Text, m.To) && s.K[i].Has(lang.Feminine) == s.K[m.To].Has(lang.Feminine) {
		m.To++ // a girl who is a bomber
	}
	if m.To < len(s.K) {
		if d := naming.Reading(&s.K[m.To], s.f.G.Demonym); d != nil && d.Prefix == 0 && d.Feat&lang.Article == 0 {
			m.To++
			if len(d.Key) == 2 {
				m.Country = d.Key
			}
		}
	}
	s.Add(m, 0)
	return m.To
}

// someone reads people without a name at token i, or one of them, whom a deed makes a
// participant.
func (s reading) someone(i int) int {
	before := participant.Before{To: -1}
	if n := len(s.Mentions); n > 0 {
		m := &s.Mentions[n-1]
		before = participant.Before{From: m.From, To: m.To, People: m.What == mention.Folk || m.What == mention.Person && m.Role && m.Bare, Force: m.What == mention.Body || m.What == mention.Known}
	}
	p, ok := s.f.participants.Read(&s.Text, i, before)
	if !ok {
		return i
	}
	m := mention.Mention{What: mention.Folk, From: i, To: p.To, Head: i, Kind: p.Kind, Country: p.Country, Nameless: p.One}
	if p.Kind == "person" {
		m.What, m.Name, m.Role, m.Bare, m.Unnamed, m.Nameless = mention.Person, i, true, true, true, false
	}
	s.Add(m, p.Prefix)
	return m.To
}
