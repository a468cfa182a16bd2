package attribute

import "riwaya/internal/lang"

// grammar holds the word classes that attribution asks about.
type grammar struct {
	that, prep, in, from, about, to, on, regarding, at                                                                                                                                                                    lang.Set
	conj, relative, pronoun, negation, particle                                                                                                                                                                           lang.Set
	time, medium, occasion, discourse, manner, gloss                                                                                                                                                                      lang.Set
	unreported, takesPrep, unnamedBy, already, was                                                                                                                                                                        lang.Set
	outlet, media, country, person, speaker, body                                                                                                                                                                         lang.Set
	given, name, demonym, event, noSpeaker, saying                                                                                                                                                                        lang.Set
	document, unnamed, witness, private, quantity                                                                                                                                                                         lang.Set
	honorific, office, rank, profession, demonstrative                                                                                                                                                                    lang.Set
	addressee, shePronoun, responsibility, burdens, called, anonymity, idiom, same, said, against, before, outer, settlement, nameTail, deniable, rumour, direction, hisSaying, capital, ambiguous, resumes, nameParticle lang.Set
	kinds                                                                                                                                                                                                                 []kind
}

// kind is a kind of source and the classes of head nouns that have it.
type kind struct {
	name string
	in   lang.Set
}

func newGrammar(class func(...string) lang.Set) grammar {
	g := grammar{
		that: class("that"), prep: class("preposition"), in: class("in"), from: class("from"), about: class("about"),
		to: class("to"), on: class("on"), regarding: class("regarding"), at: class("at"),
		conj: class("conjunction"), relative: class("relative"), pronoun: class("pronoun"), negation: class("negation"),
		particle: class("particle"), time: class("time"), medium: class("medium"), occasion: class("occasion"),
		discourse: class("discourse"), manner: class("manner"), gloss: class("gloss"), unreported: class("unreported"),
		takesPrep: class("takes-preposition"), unnamedBy: class("unnamed-by"), already: class("already"), was: class("was"),
		outlet: class("outlet", "actor.media"), media: class("media"), country: class("country", "capital"),
		given: class("given"), name: class("given", "family", "name-particle"), demonym: class("demonym"), event: class("event"),
		noSpeaker: class("no-speaker"), saying: class("saying"), document: class("document"), unnamed: class("unnamed"),
		witness: class("witness"), private: class("private", "witness"), quantity: class("quantity"),
		honorific: class("honorific"), office: class("office", "speaker"), rank: class("rank"), profession: class("profession"),
		demonstrative: class("demonstrative"), addressee: class("addressee"), hisSaying: class("his-saying"), shePronoun: class("relative-feminine"), responsibility: class("responsibility"), burdens: class("burdens"), called: class("called"), anonymity: class("anonymity"), idiom: class("idiom"), same: class("same"), said: class("thing-said"), against: class("against"), before: class("before"), outer: class("outer"), settlement: class("settlement"), nameTail: class("name-tail"), deniable: class("deniable"), rumour: class("rumour"), direction: class("direction"), capital: class("capital"), ambiguous: class("given-ambiguous", "family-ambiguous"), resumes: class("resumes"), nameParticle: class("name-particle"),
	}
	g.person = class("office", "rank", "honorific", "speaker", "profession")
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
		g.kinds = append(g.kinds, kind{k[0], class(k[1:]...)})
		g.body = g.body.Or(class(k[1:]...))
	}
	g.speaker = g.body
	return g
}

// which reports whether a token is a relative pronoun without a clitic, such as stands
// for what was said.
func (g *grammar) which(t *lang.Token) bool {
	if t.Word == nil {
		return false
	}
	for i := range t.Word.Readings {
		q := &t.Word.Readings[i]
		if q.Feat&lang.Function != 0 && q.Prefix == 0 && q.Classes.Meets(g.relative) {
			return true
		}
	}
	return false
}

// finite reports whether a token can only be a finite verb here: it has such a reading,
// and none as a noun, a name or a function word.
func (g *grammar) finite(t *lang.Token) bool {
	return t.Word != nil && t.Word.Feats&(lang.Past|lang.Present) != 0 && !g.nounish(t)
}

// mayBeFinite reports whether a token can be read as a finite verb.
func (g *grammar) mayBeFinite(t *lang.Token) bool {
	return t.Word != nil && t.Word.Feats&(lang.Past|lang.Present) != 0
}

// nounish reports whether a token can be read as a noun, adjective or name.
func (g *grammar) nounish(t *lang.Token) bool {
	if t.Word == nil {
		return false
	}
	for i := range t.Word.Readings {
		r := &t.Word.Readings[i]
		if r.Feat&lang.Noun == 0 {
			continue
		}
		// a verb with an object pronoun is likelier than a noun of a rare shape
		if t.Word.Feats&(lang.Past|lang.Present) != 0 && r.Classes.Empty() && r.Feat&(lang.Masdar|lang.Participle) != 0 && r.Feat&(lang.Accusative|lang.Dual|lang.Pronoun|lang.Plural|lang.Feminine) != 0 && r.Feat&lang.Article == 0 {
			continue
		}
		return true
	}
	return false
}

// function reports whether a token is a particle, preposition or the like.
func (g *grammar) function(t *lang.Token) bool {
	return t.Word != nil && t.Word.Feats&lang.Function != 0 && !t.In(g.person) && t.Word.Feats&lang.Noun == 0
}

// action reports whether a token can head a bare object: a verbal noun or a noun of
// an event, without article or preposition.
func (g *grammar) action(t *lang.Token) bool {
	if t.Word == nil || t.In(g.demonym.Or(g.name).Or(g.outlet).Or(g.nameParticle)) {
		return false
	}
	for i := range t.Word.Readings {
		r := &t.Word.Readings[i]
		if r.Feat&(lang.Article|lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || r.Feat&lang.Noun == 0 {
			continue
		}
		if r.Feat&lang.Masdar != 0 || r.Classes.Meets(g.event) || r.Feat&lang.Accusative != 0 {
			return true
		}
	}
	return false
}

// glued is the reading of a token that has a preposition in front, nil if none.
func glued(t *lang.Token, f lang.Feat) *lang.Reading {
	if t.Word == nil {
		return nil
	}
	return t.Word.Find(f)
}
