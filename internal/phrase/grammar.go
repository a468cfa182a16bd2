package phrase

import "riwaya/internal/lang"

// Grammar holds the word classes that reading asks about, by what they are asked for.
type Grammar struct {
	// complementisers, prepositions by what they govern
	That, Prep, In, From, About, To, On, Regarding, At lang.Set
	// function words
	Conj, And, Utmost, Relative, ShePronoun, Pronoun, Demonstrative, Negation, DidNot, Particle, Already, Was, Against, Before, Unreported, WithWhat, WithLetter lang.Set
	// adjuncts
	Time, Medium, Occasion, Discourse, Manner, Scene, Direction, Idiom, Saying, HisSaying lang.Set
	// where content ends
	Gloss, Outer, Resumes, Act, Comment lang.Set
	// who speaks
	Person, Speaker, Body, Office, Rank, Honorific, Profession, Witness, Private, Unnamed, Document, Many, Things, Impersonal, Rumour, Addressee, NoSpeaker, Quantity, OneOf, Same, Quasi, This lang.Set
	// names
	Given, Name, NameParticle, NameTail, Ambiguous, Country, Demonym, Outlet, Media, Settlement, Town, Nisba, Family, Where, Him, Me, Called lang.Set
	// what belongs to a source
	TakesPrep, UnnamedBy, Anonymity lang.Set
	// what is said without a verb
	Event, Said, Deniable, Responsibility, Burdens lang.Set
	// what leaves open whether it is so
	Hedge lang.Set

	Kinds []Kind // of sources, by their head nouns

	// several of these at once: most words are in none, and one look tells
	special  lang.Set // see [Grammar.plain]
	closing  lang.Set // what a clause may end before
	noAction lang.Set
}

// Kind is a kind of source and the classes of head nouns that have it.
type Kind struct {
	Name string
	In   lang.Set
}

// NewGrammar looks up the classes. class gives the set of the named ones, empty for a class
// that there is not.
func NewGrammar(class func(...string) lang.Set) *Grammar {
	g := &Grammar{
		That: class("that"), Prep: class("preposition"), In: class("in"), From: class("from"),
		About: class("about"), To: class("to"), On: class("on"), Regarding: class("regarding"), At: class("at"),
		Conj: class("conjunction"), And: class("and"), Utmost: class("utmost"), Relative: class("relative"), ShePronoun: class("relative-feminine"),
		Pronoun: class("pronoun"), Demonstrative: class("demonstrative"), Negation: class("negation"), DidNot: class("did-not"),
		Particle: class("particle"), Already: class("already"), Was: class("was"), Against: class("against"),
		Before: class("before"), Unreported: class("unreported"), WithWhat: class("with-what"), WithLetter: class("with-letter"),
		Time: class("time"), Medium: class("medium"), Occasion: class("occasion"), Discourse: class("discourse"),
		Manner: class("manner"), Direction: class("direction"), Idiom: class("idiom"), Saying: class("saying"),
		HisSaying: class("his-saying"),
		Gloss:     class("gloss"), Outer: class("outer"), Resumes: class("resumes"), Act: class("act"), Comment: class("comment"),
		Office: class("office", "speaker"), Rank: class("rank"), Honorific: class("honorific"),
		Profession: class("profession"), Witness: class("witness"), Private: class("private", "witness"),
		Unnamed: class("unnamed"), Document: class("document"), Many: class("many"), Impersonal: class("impersonal"), Things: class("things"), Rumour: class("rumour"),
		Addressee: class("addressee"), NoSpeaker: class("no-speaker"), Quantity: class("quantity"), OneOf: class("one-of"),
		Same: class("same"), Quasi: class("quasi"), This: class("this"),
		Given: class("given"), Name: class("given", "family", "name-particle"),
		NameParticle: class("name-particle"), NameTail: class("name-tail"),
		Ambiguous: class("given-ambiguous", "family-ambiguous"), Country: class("country", "capital"),
		Demonym: class("demonym"), Outlet: class("outlet", "actor.media"),
		Media: class("media"), Settlement: class("settlement"), Town: class("town"), Nisba: class("nisba"), Family: class("family"), Where: class("where"), Him: class("object-pronoun"), Me: class("me"), Called: class("called"),
		TakesPrep: class("takes-preposition"), UnnamedBy: class("unnamed-by"), Anonymity: class("anonymity"),
		Event: class("event"), Said: class("thing-said"), Deniable: class("deniable"),
		Responsibility: class("responsibility"), Burdens: class("burdens"), Hedge: class("hedge"),
	}
	g.Person = class("office", "rank", "honorific", "speaker", "profession")
	for _, k := range [][]string{
		{"person", "office", "rank", "honorific", "speaker", "profession", "given"},
		{"unnamed", "unnamed"}, {"witness", "witness", "private"}, {"document", "document"},
		{"media", "media", "outlet", "actor.media"},
		{"government", "government", "country", "capital", "actor.government"},
		{"police", "police", "actor.police"},
		{"military", "military", "actor.military"},
		{"armed_group", "armed_group", "actor.armed_group"}, {"party", "party", "actor.party"},
		{"igo", "igo", "actor.igo"}, {"ngo", "ngo", "actor.ngo"},
		{"medical", "medical"}, {"court", "court"}, {"company", "company", "actor.company"},
		{"other", "people", "actor.other", "actor.civilians"},
	} {
		g.Kinds = append(g.Kinds, Kind{k[0], class(k[1:]...)})
		g.Body = g.Body.Or(class(k[1:]...))
	}
	g.Speaker, g.Scene = g.Body, g.Time.Or(g.Discourse).Or(g.Manner)
	for _, c := range []lang.Set{g.HisSaying, g.Saying, g.Quasi, g.Relative, g.Unnamed, g.UnnamedBy, g.Pronoun, g.Where, g.Manner, g.Negation, g.Particle, g.Time, g.Direction, g.Same, g.This, g.Prep, g.That} {
		g.special = g.special.Or(c)
	}
	g.closing = g.That.Or(g.Against)
	g.noAction = g.Demonym.Or(g.Name).Or(g.Outlet).Or(g.NameParticle)
	return g
}

// Inside is the reading of a preposition with a pronoun that says in what something happened or
// was said, "in it", "during it"; nil if the token is none.
func (g *Grammar) Inside(t *lang.Token) *lang.Reading {
	if t.Word == nil || !t.Has(lang.Function|lang.Pronoun) {
		return nil
	}
	for i := range t.Word.Readings {
		q := &t.Word.Readings[i]
		if q.Feat&(lang.Function|lang.Pronoun) == lang.Function|lang.Pronoun && (q.Classes.Meets(g.In) || q.Key == inside) {
			return q
		}
	}
	return nil
}

// inside is the key of prepositions that say in what something happens.
const inside = "in"

// Which reports whether a token is a relative pronoun without a clitic, such as stands
// for what was said.
func (g *Grammar) Which(t *lang.Token) bool {
	if t.Word == nil {
		return false
	}
	for i := range t.Word.Readings {
		q := &t.Word.Readings[i]
		if q.Feat&lang.Function != 0 && q.Prefix == 0 && q.Classes.Meets(g.Relative) {
			return true
		}
	}
	return false
}

// Finite reports whether a token can only be a finite verb here: it has such a reading,
// and none as a noun, a name or a function word.
func (g *Grammar) Finite(t *lang.Token) bool {
	return t.Feats&(lang.Past|lang.Present) != 0 && t.Traits&lang.Nounish == 0
}

// MayBeFinite reports whether a token can be read as a finite verb.
func (g *Grammar) MayBeFinite(t *lang.Token) bool {
	return t.Feats&(lang.Past|lang.Present) != 0
}

// Nounish reports whether a token can be read as a noun, adjective or name.
func (g *Grammar) Nounish(t *lang.Token) bool { return t.Traits&lang.Nounish != 0 }

// Function reports whether a token is a particle, preposition or the like.
func (g *Grammar) Function(t *lang.Token) bool {
	return t.Feats&(lang.Function|lang.Noun) == lang.Function && !t.In(g.Person)
}

// Action reports whether a token can head a bare object: a verbal noun or a noun of
// an event, without article or preposition.
func (g *Grammar) Action(t *lang.Token) bool {
	if t.Word == nil || t.In(g.noAction) {
		return false
	}
	for i := range t.Word.Readings {
		r := &t.Word.Readings[i]
		if r.Feat&(lang.Article|lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || r.Feat&lang.Noun == 0 {
			continue
		}
		if r.Feat&lang.Masdar != 0 || r.Classes.Meets(g.Event) || r.Feat&lang.Accusative != 0 {
			return true
		}
	}
	return false
}

// Glued is the reading of a token that has a preposition in front, nil if none.
func Glued(t *lang.Token, f lang.Feat) *lang.Reading {
	if t.Word == nil {
		return nil
	}
	return t.Word.Find(f)
}

// plain reports whether a word can only go on with a noun phrase as its nouns and names do: no
// particle, no time, nothing that speaks, begins a phrase of the lexicon or has the case of a
// circumstance.
func (g *Grammar) plain(t *lang.Token) bool {
	return t.Feats&lang.Function == 0 && t.Starts&lang.StartsPhrase == 0 && t.Feats&(lang.Participle|lang.Accusative) != lang.Participle|lang.Accusative && !t.In(g.special)
}
