package trigger

import (
	"riwaya/internal/lang"
	"riwaya/internal/stance"
)

// Calling reports whether the noun of the trigger is put to somebody and nothing governs it: then it is
// the participle of who calls on whom stands behind it.
func (c *Word) Calling(r *stance.Sentence) bool {
	i := c.From - 1
	if f := c.By.Feat; c.Word.Frames&stance.Whom != 0 && f&(lang.For|lang.Article) == lang.For && r.Tokens[c.At].Has(lang.Participle|lang.Feminine) {
		return true // a march to call on the government
	}
	return c.Word.Frames&stance.Whom != 0 && c.By.Feat&(lang.Article|lang.With|lang.For) == 0 && r.Tokens[c.At].Has(lang.Participle|lang.Feminine) && i >= r.Start && r.Tokens[i].Kind == lang.MarkKind
}

// WantsToSay reports whether the trigger is a word of saying, or what it is about from token i
// is one: "I want to stress" says no more than that he stresses.
func (c *Word) WantsToSay(r *stance.Sentence, i int) bool {
	for _, j := range [2]int{c.At, i} {
		if j >= 0 && r.Tokens[j].Word != nil && r.Complementiser(j) {
			j++
		}
		if j < 0 || j >= r.End || r.Tokens[j].Word == nil {
			continue
		}
		if r.Tokens[j].In(r.V.Was) {
			return true
		}
		for k := range r.Tokens[j].Word.Readings {
			if q := &r.Tokens[j].Word.Readings[k]; q.Cue != nil && q.Feat&lang.Verb != 0 && (q.Cue.Class == "assert" || q.Cue.Class == "announce" || q.Cue.Class == "confirm") {
				return true
			}
		}
	}
	return false
}

// Calls reports whether the trigger only says by which name somebody calls a thing: "what it
// called an error".
func (c *Word) Calls(r *stance.Sentence) bool {
	i := c.From - 1
	return c.Word.Frames&stance.As != 0 && c.By.Feat&lang.Pronoun != 0 && i >= r.Start && r.Tokens[i].In(r.V.Relative)
}

// Describes reports whether the trigger, a cue that is put to somebody, stands right behind
// an indefinite noun, which is its subject: "demonstrations that call on the government".
func (c *Word) Describes(r *stance.Sentence) bool {
	if c.Claim >= 0 && c.By.Feat&(lang.Verb|lang.Present|lang.Conjunction) == lang.Verb|lang.Present|lang.Conjunction && r.Rec.Claims[c.Claim].Source.Elided {
		for i := c.At - 1; i > r.Start && !r.Tokens[i].Is(lang.Comma) && !r.Tokens[i].Is(lang.Colon); i-- { // pages that praise them and call on people
			if t := &r.Tokens[i]; r.Grammar.Finite(t) && !r.Grammar.Function(t) && !r.Grammar.Nounish(t) {
				n := r.Noun(i - 1)
				return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Guess) == 0 && !r.Grammar.Function(&r.Tokens[i-1]) && !r.Tokens[i-1].In(r.Grammar.Name)
			}
		}
	}
	if c.Word.Frames&stance.Whom == 0 || c.By.Feat&(lang.Verb|lang.Present) != lang.Verb|lang.Present && !(c.To < r.End && r.Tokens[c.To].In(r.V.Prep) && r.Tokens[c.To].Has(lang.Function|lang.Pronoun)) || c.By.Feat&lang.Conjunction != 0 || c.At <= r.Start {
		return false
	}
	p := &r.Tokens[c.At-1]
	n := r.Noun(c.At - 1)
	if r.Is(c.At-1, stance.KeyDemands) && n != nil && n.Feat&lang.Pronoun == 0 {
		return true
	}
	return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Guess) == 0 && !r.Grammar.Function(p) && !r.Grammar.Finite(p) && !p.In(r.V.Country) && !p.In(r.Grammar.Name) && !p.In(r.V.Time) && p.Has(lang.Feminine)
}

// Guests reports whether the verb of the trigger invites somebody to come: "called on the envoy of the League to visit".
func (c *Word) Guests(r *stance.Sentence) bool {
	if c.Word.Frames&(stance.Ila|stance.Whom) != stance.Ila|stance.Whom {
		return false
	}
	for i := c.To; i+1 < min(r.End, c.To+24); i++ {
		if t := &r.Tokens[i]; t.In(r.V.To) && r.Grammar.Function(t) && r.Is(i+1, stance.KeyInvited) {
			return true
		}
	}
	return false
}

// ToSay reports whether what a position is about, from token i, is a verbal noun of saying behind a preposition.
func (c *Word) ToSay(r *stance.Sentence, i int) bool {
	if i+1 >= r.End || r.Tokens[i+1].Word == nil || c.Word.Stance != "seeks" {
		return false
	}
	for k := range r.Tokens[i+1].Word.Readings {
		if q := &r.Tokens[i+1].Word.Readings[k]; q.Cue != nil && q.Feat&(lang.Masdar|lang.Article) == lang.Masdar|lang.Article && (q.Cue.Class == "assert" || q.Cue.Class == "confirm") {
			return true
		}
	}
	return false
}

// May reports whether the clause around token i says that something may be.
func (c *Word) May(r *stance.Sentence, i int) bool {
	for n := 0; i > r.Start+1 && n < 8; n++ {
		i--
		t := &r.Tokens[i]
		if t.Kind != lang.WordKind || r.Complementiser(i) {
			return false
		}
		if r.Grammar.Finite(t) && !r.Grammar.Nounish(t) {
			return t.Feats&(lang.Present|lang.Past) == lang.Present && r.Tokens[i-1].In(r.V.Already)
		}
	}
	return false
}
