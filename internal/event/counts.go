package event

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/event/game"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// peopled reports whether somebody takes part: a party, people who are counted or named by
// what they are, a body, or whom a verb in the plural speaks of.
func (s *search) peopled(a *happening) bool {
	if len(a.Agents)+len(a.Targets) > 0 || s.Weighty(a.Rule, a.From) {
		return true
	}
	if a.Nominal() {
		if a.Reading != nil && a.Reading.Feat&lang.Pronoun != 0 || s.human(a.Chunk, a.To) {
			return true
		}
		from := a.Chunk + 1
		if a.Support == frame.Enables {
			from = a.Governor + 1 // drove the families to flee
		}
		for i := from; i < len(s.C) && i < a.Chunk+4 && (s.C[i].Kind == clause.NounPhrase || i < a.Chunk); i++ {
			if i != a.Chunk && s.C[i].Kind == clause.NounPhrase && s.human(i, s.C[i].Head) {
				return true
			}
		}
		return false
	}
	if a.Reading.Feat&(lang.Plural|lang.Dual) != 0 || a.Rule.Verbal && a.Reading.Feat&lang.Pronoun != 0 {
		return true
	}
	subj, obj, _ := s.SubjectAndObject(a.Chunk, &a.Rule.Verb)
	return slices.ContainsFunc([]int{subj, obj}, func(i int) bool {
		return i >= 0 && s.C[i].Kind == clause.NounPhrase && s.human(i, s.C[i].Head)
	})
}

// human reports whether phrase i, from token at on, is about people or bodies.
func (s *search) human(i, at int) bool {
	c := &s.C[i]
	if c.Figure >= 0 && s.Rec.Figures[c.Figure].Group != "things" || c.Actor >= 0 {
		return true
	}
	for ; at < c.To; at++ {
		if s.K[at].In(s.f.human) || s.StandsFor(at, true) || s.StandsFor(at, false) || at == c.Head && c.Prep == "" && s.folk(at) {
			return true
		}
		if x, _ := s.ActorAt(at); x >= 0 {
			return true
		}
	}
	return false
}

// state reports whether a happening is told as a state of something else: the ground that
// they hold.
func (s *search) state(a *happening) bool {
	v := a.Chunk
	if a.Nominal() {
		return a.Support == frame.Suffers || a.Support == ""
	}
	for v--; v >= 0 && (s.C[v].Kind == clause.Adverb || s.C[v].Kind == clause.Verb && s.K[s.C[v].Head].In(s.f.was)); v-- {
	}
	return v >= 0 && s.C[v].Kind == clause.Relative
}

// held reports whether a noun only says in whose hands ground was that is freed, lost or lies outside them: freed from
// the control of X.
func (s *search) held(a *happening) bool {
	p := s.C[a.Chunk].Prep
	if !a.Rule.Point || !a.Nominal() || p != "from" && p != "about" && !(a.From > 0 && s.Keyed(a.From-1, "outside")) || s.K[a.From].Has(lang.Article) || !s.Keyed(a.From, "hands") {
		return false
	}
	for j := a.Chunk + 1; j < len(s.C) && j < a.Chunk+4 && s.C[j].Kind == clause.NounPhrase; j++ {
		if s.C[j].Prep == "on" {
			return false // two days after the rebels' taking of the town
		}
	}
	return true
}

// sports reports whether the words of an anchor are those of a game: its sentence, or most of
// the text, speaks of one, and nobody armed takes part. Where only words that may be of other things tell it, what is
// said, decided or signed, and what those in office do, is none of a game's.
func (s *search) sports(a *happening) bool {
	s.game.Of(len(s.K), s.Near)
	if !s.game.Mostly() && !s.game.Within(s.C[0].From, s.C[len(s.C)-1].To) {
		official := func(p int) bool { return s.Rec.Actors[p].Kind == "person" && !s.Rec.Actors[p].Private }
		if !s.game.Played() || !game.Borrows(a.Rule.Type) || a.Rule.Verbal || slices.ContainsFunc(a.Agents, official) || slices.ContainsFunc(a.Targets, official) {
			return false
		}
	}
	return !slices.ContainsFunc(a.Agents, s.Armed) && !slices.ContainsFunc(a.Targets, s.Armed) && (a.Rule.Mode == nil || !game.Armed(*a.Rule.Mode))
}

// mishap reports whether people died or were hurt in an accident, and nothing in the sentence was done to anybody.
func (s *search) mishap(a *happening) bool {
	return a.Rule.Harm && a.Rule.Type == "ASSAULT" && len(a.Agents) == 0 && !s.Keyed(a.From, "martyr") && s.Accident(a.Chunk) && !slices.ContainsFunc(s.here, func(b happening) bool {
		return b.Rule.Type == "ASSAULT" && (!b.Rule.Harm || len(b.Agents) > 0)
	})
}

// folk reports whether the word at token i names people by their land: in the plural only they are Syrians.
func (s *search) folk(i int) bool {
	w := s.K[i].Word
	return w != nil && w.Some(func(q *lang.Reading) bool {
		return q.Classes.Meets(s.f.demonym) && q.Feat&(lang.Plural|lang.Article) == lang.Plural|lang.Article
	})
}

// unhurt makes accidents of the harm of a text that tells of them, by more than the word "accident", and of no attack: nobody did it.
func (s *search) unhurt() {
	accident := -1
	for i := range s.found {
		switch a := &s.found[i]; {
		case a.Rule.Type == "DISASTER" && !a.Rule.Supported:
			accident = i
		case a.Rule.Type == "ASSAULT" && (!a.Rule.Harm || len(a.Agents) > 0 || s.Keyed(a.From, "martyr")):
			return
		}
	}
	for i := 0; accident >= 0 && i < len(s.found); i++ {
		if s.found[i].Rule.Type == "ASSAULT" {
			s.found[i].Rule = s.found[accident].Rule
		}
	}
}
