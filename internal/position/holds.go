package position

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/position/rule"
	"riwaya/internal/stance"
	"riwaya/internal/stance/agree"
)

// holds finds who holds the position; it reports whether that is sure.
func (r *reading) holds(u *rule.Rule, f *found) bool {
	c := &r.Cur
	future := c.Kind == rule.Will || c.Kind == rule.Never
	switch u.Whose {
	case rule.ByNamed:
		return r.heldByNamed(u, f, future) && f.actor >= 0
	case rule.BySpeaker:
		return r.heldBySpeaker(u, f) && f.actor >= 0
	case rule.BySource:
		f.claim = c.Claim
		return r.heldBySource(f) && f.actor >= 0
	case rule.ByClause:
		if r.Cur.Calls(&r.Sentence) {
			return false
		}
		f.actor = r.ClauseBefore(c.From)
	case rule.ByLast:
		if future && c.Word.Stance == "" && f.body >= 0 && (r.ContextAt(f.body, stance.KeyAdverb) > f.body || r.Tokens[f.body].In(r.V.Prep) && r.Tokens[f.body].Has(lang.Function|lang.Pronoun)) {
			return false // "and will soon be put out to tender", which is written like one who does it
		}
		if (r.last.feat^c.By.Feat)&(lang.Masculine|lang.Feminine|lang.First) != 0 || !r.goesOn(f.span) || agree.Joins(r.Grammar, r.V.Was, r.Tokens[r.last.to:c.From], c.By.Feat) {
			return false
		}
		f.actor = r.last.actor
		if c.By.Feat&(lang.Verb|lang.Plural|lang.First) == lang.Verb|lang.Plural && r.Rec.Actors[f.actor].Kind == "person" {
			return false // those who try are more than he
		}
	}
	return f.actor >= 0 && (!future || !r.Foretold(f.claim) && (f.claim < 0 || r.SpeaksFor(f.claim, f.actor)))
}

// heldByNamed finds the holder in the pattern.
func (r *reading) heldByNamed(u *rule.Rule, f *found, future bool) bool {
	c := &r.Cur
	behind := f.body >= 0 && c.Kind == rule.Verb
	switch {
	case c.Kind == rule.Noun && c.Calling(&r.Sentence):
		return false
	case behind && c.Describes(&r.Sentence) && r.heldBehind(f.captures):
		return false // "a petition that calls on the government": who is called upon
	case c.Kind == rule.Will && f.thing < 0 && c.By.Feat&lang.Pronoun != 0 && r.heldBehind(f.captures) && r.attached():
		return false // "the plays that it will show": what it shows stands before
	case c.Kind == rule.Verb && c.Guests(&r.Sentence):
		return false
	case behind && c.Word.Frames&stance.Obj != 0 && c.By.Prefix == 0 && c.From-1 > r.Start && r.Tokens[c.From-1].In(r.V.Was) && !r.ClauseStart(c.From-1) && r.heldBehind(f.captures):
		return false // "a bomb was targeting the soldiers"
	case behind && c.Word.Frames&stance.Whom != 0 && c.Word.Stance == "demands" && c.To < r.End && r.Tokens[c.To].Has(lang.Function|lang.Pronoun) && r.Tokens[c.To].In(r.V.In) && r.heldBehind(f.captures):
		return false // "in which it called on China to"
	case behind && c.Word.Frames&stance.Governs == stance.Ala && c.ToSay(&r.Sentence, f.body):
		return false // took care to make clear
	case behind && u.Pronoun == "yes" && c.Word.Frames&stance.As == 0:
		return false // the pronoun is what it is about
	}
	f.actor = r.nameIn(f.captures, f.claim)
	if f.actor >= 0 && r.ofHimself(f.actor) {
		return false
	}
	if u.Starts {
		if f.claim < 0 {
			f.claim = r.SayingBefore(f.span)
		}
		if f.claim < 0 || f.actor < 0 || r.Source(f.claim) < 0 || !r.SaidByVerb(f.claim) || !slices.Contains(u.Only, r.Rec.Claims[f.claim].Cue.Class) || r.before(f.claim, c.From) || !r.SpeaksFor(f.claim, f.actor) {
			return false // that another supports it is told of
		}
	}
	if f.actor < 0 {
		return false
	}
	if !future {
		return true
	}
	if r.Foretold(f.claim) {
		return false
	}
	if f.claim >= 0 && !r.SpeaksFor(f.claim, f.actor) && !r.itself(f.captures, f.claim, f.actor) {
		return false
	}
	return !r.Guessed(r.firstOf(f.captures))
}

// relates reports whether what will be done, from token body, is only told of a noun: behind a relative pronoun, or with a pronoun that stands for
// an indefinite noun right before the verb.
func (r *reading) relates(body int) bool {
	i := r.Cur.From - 1
	if i < r.Start || r.Tokens[r.Cur.From].Has(lang.Conjunction) {
		return false
	}
	t := &r.Tokens[i]
	if t.In(r.V.Relative) && r.Grammar.Function(t) && !r.Complementiser(i) && !t.In(r.V.Against) {
		return true
	}
	n := r.Noun(i)
	return body >= 0 && r.Tokens[body].Has(lang.Masdar|lang.Pronoun) && n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Guess) == 0 && !r.Grammar.Function(t) && !t.In(r.V.Time) && !t.In(r.Grammar.Name)
}

// attached reports whether the verb of the trigger stands in a relative clause: behind a relative pronoun, or right behind a noun.
func (r *reading) attached() bool {
	i := r.Cur.From - 1
	if i < r.Start {
		return false
	}
	t := &r.Tokens[i]
	return t.In(r.V.Relative) || r.Noun(i) != nil && !r.Tokens[i+1].Has(lang.Conjunction) && !r.Grammar.Function(t)
}

// ofHimself reports whether the word of the trigger is the cue of a claim whose source is that actor, a person who holds no
// position: he speaks for himself.
func (r *reading) ofHimself(actor int) bool {
	n := r.CueAt(&r.Tokens[r.Cur.At])
	a := &r.Rec.Actors[actor]
	return n >= 0 && a.Kind == "person" && r.Source(n) < 0 && slices.ContainsFunc(a.Mentions, r.Rec.Claims[n].Source.Spans.Contains)
}

// before reports whether what a claim says begins before token i.
func (r *reading) before(claim, i int) bool {
	return r.Rec.Claims[claim].Content.Spans[0].Start < r.Tokens[i].Start
}

// heldBySpeaker finds the source of the claim around the word.
func (r *reading) heldBySpeaker(u *rule.Rule, f *found) bool {
	c := &r.Cur
	if f.claim < 0 && c.Kind == rule.Noun {
		f.claim = r.SayingBefore(f.span)
	} else if f.claim >= 0 && u.Starts && r.before(f.claim, c.From) {
		return false // it is another's, whom the words around it name
	}
	if f.claim < 0 {
		return false
	}
	class := r.Rec.Claims[f.claim].Cue.Class
	if len(u.Only) > 0 && !slices.Contains(u.Only, class) || u.Agrees && (!r.Agrees(f.claim) || class == "accuse" && c.Kind != rule.Noun) {
		return false
	}
	if f.actor = r.Source(f.claim); f.actor < 0 {
		return false
	}
	if of, told := r.spokenOf(f.captures, f.claim, f.actor); told {
		f.actor = of
		return of >= 0
	}
	person := r.Rec.Actors[f.actor].Kind == "person"
	switch {
	case r.anothers(f.captures, f.claim, f.actor):
		return false
	case u.Person == "first" && c.By.Feat&lang.Plural == 0 && (!person || !r.Holder(f.actor) || c.WantsToSay(&r.Sentence, f.body)):
		return false // "I" is somebody with an office
	case c.Kind == rule.Passed && (class == "expect" || r.relates(f.body)):
		return false // "the files that will be dealt with", "a scheme that will be set to work"
	case c.Kind == rule.Passed && r.Inside(f.claim):
		return false // a creed that holds that nobody may
	case c.Kind == rule.Passed && c.Word.Only&stance.OnlyTask != 0 && f.body >= 0 && r.Opened():
		return false // "that Russia will begin works"
	case c.Kind == rule.Need && c.Word.Frames&(stance.Ila|stance.Li) != 0 && r.clauseOfItsOwn(-1):
		return false // "that the need of it is great"
	case u.Person == "first" && c.By.Feat&(lang.Past|lang.Plural) == lang.Past|lang.Plural && r.personAt(c.To):
		return false // "the king urged us" is written like "we urged the king"
	case c.Kind == rule.Need && c.Word.Frames&stance.Obj == 0 && !r.Holder(f.actor):
		return false // what must be is everybody's opinion
	}
	third := c.By.Feat&(lang.Verb|lang.First) == lang.Verb || c.Kind == rule.State && r.Tokens[max(r.Start, c.From-1)].Has(lang.Conjunction)
	// "and that it will": what was spoken of
	return !(third && person && u.Agrees && c.Kind != rule.Never && r.before(f.claim, r.firstOf(f.captures)))
}

// heldBySource finds the source of the claim whose cue the word is.
func (r *reading) heldBySource(f *found) bool {
	c := &r.Cur
	if r.Aimed(f.claim) || c.Describes(&r.Sentence) || r.Headless(f.claim) {
		return false // whom they call upon; or the words only describe a noun, or are another's
	}
	f.actor = r.Source(f.claim)
	if c.By.Feat&(lang.Verb|lang.First) == lang.Verb|lang.First {
		if n := r.Inner(f.span); n < 0 || r.Source(n) != f.actor {
			return false // "we asked for it" is the speaker's
		}
	}
	if c.By.Feat&(lang.Verb|lang.Masculine|lang.Feminine|lang.Plural) == lang.Verb|lang.Masculine && r.Seat(f.claim) {
		return false // a city is feminine, so it is whom they called upon
	}
	if f.actor >= 0 && r.Rec.Actors[f.actor].Kind == "person" && c.By.Feat&(lang.Verb|lang.Participle|lang.Feminine|lang.Plural) == lang.Participle|lang.Feminine && r.Told(f.claim) == lang.Masculine {
		return false // he said that she did, calling on them
	}
	if f.actor >= 0 && c.By.Feat&(lang.Verb|lang.Participle|lang.Accusative|lang.Feminine|lang.Plural) == lang.Participle|lang.Accusative && r.Told(f.claim) == lang.Feminine {
		return false // the police said that a man came, asking for it
	}
	if f.actor >= 0 && r.OfMany(f.claim) && r.Rec.Actors[f.actor].Kind == "person" {
		return false // "the officials" are more than the one who spoke before
	}
	if f.actor >= 0 && r.Entitled(f.claim, f.actor) {
		return false
	}
	if r.Rec.Claims[f.claim].Source.Elided && c.By.Feat&lang.Verb != 0 {
		if other := r.Unheard(); other >= 0 {
			f.actor = other
		}
	}
	return true
}

// nameIn is the actor of the part "holder", -1 if it cannot hold a position. "The
// authorities", without a name, in the words of a government are that government's.
func (r *reading) nameIn(captures []match.Capture, claim int) int {
	for _, p := range captures {
		if p.Name == partNames[partNation] {
			return r.State(p.From)
		}
		if p.Name != partNames[partHolder] && p.Name != partNames[partAntecedent] {
			continue
		}
		for i := range r.Named {
			n := &r.Named[i]
			if n.From < p.From || n.From > p.From+3 || n.To > p.To {
				continue
			}
			actor := r.Holds(n.Actor)
			if actor < 0 || claim < 0 {
				return actor
			}
			a := &r.Rec.Actors[actor]
			if s := r.Source(claim); s >= 0 && a.Kind == "government" && a.Name == nil && a.Country == nil && n.To-n.From == 1 && r.Rec.Actors[s].Kind == "government" {
				return s
			}
			return actor
		}
	}
	return -1
}
