// Package trigger says what a word is that may carry a stance: a verb, one in the future or behind its
// negation, a noun, an adjective, what must be, what will be done, or the cue of a claim; and what of the words around it is not
// what its holder wants. It promises that a word whose negation is no stance is none behind a negation. It names no word of any language.
package trigger

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/position/rule"
	"riwaya/internal/stance"
)

// Word is a word that carries a stance, tokens [From, To): with the negation or the
// particle of the future before it.
type Word struct {
	From, At, To int // At is the word itself
	Kind         string
	Word         stance.Word
	By           *lang.Reading
	Negated      bool
	Claim        int // the claim whose cue it is, -1
}

// All are what token i can be, the likeliest first.
func All(r *stance.Sentence, i int, out []Word) []Word {
	g, t := r.V, &r.Tokens[i]
	if r.Is(i, stance.KeyOther) {
		return out
	}
	claim := r.CueAt(t)
	if e, p := r.T.PhraseAt(i, g.Word); e > i {
		w, kind := r.V.Words[p.Key], rule.State
		if w.Only&stance.IsNeed != 0 {
			kind = rule.Need
		}
		return append(out, Word{From: i, At: i, To: e, Kind: kind, Word: w, By: &lang.Reading{Feat: lang.Noun, Prefix: p.Prefix}, Claim: -1})
	}
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		if len(out) == cap(out) {
			break
		}
		switch {
		case q.Classes.Meets(g.Stance):
			for _, w := range r.V.Verbs[q.Lemma] {
				out = carries(r, out, i, w, q, claim)
			}
		case !t.In(g.Was.Or(g.Nothing)) && !wants(r, t) && q.Feat&lang.Guess == 0 && (q.Feat&lang.Future != 0 && t.Feats&(lang.Past|lang.Noun) == 0 ||
			q.Feat&lang.Present != 0 && i > r.Start && (r.Is(i-1, stance.KeyWill) || r.Is(i-1, stance.KeyNever))):
			out = verb(r, out, i, stance.Plain, q)
		case q.Classes.Meets(g.Word):
			w := r.V.Words[q.Key]
			if !stands(t, w, q) || i > r.Start && t.In(r.Grammar.Name) && r.Tokens[i-1].In(r.Grammar.Person) {
				continue
			}
			kind := rule.Noun
			switch {
			case w.Only&stance.IsState != 0:
				kind = rule.State
			case w.Only&stance.IsNeed != 0:
				kind = rule.Need
			}
			out = add(r, out, i, kind, w, q, -1)
		}
	}
	return out
}

// short is how many bytes a noun has that with a preposition in front looks like another.
const short = 6

// stands reports whether a word that is no verb can carry its stance in this form.
func stands(t *lang.Token, w stance.Word, q *lang.Reading) bool {
	switch {
	case w.Only&stance.OnlyPronoun != 0 && q.Feat&lang.Pronoun == 0:
		return false
	case w.Only&stance.IsState != 0:
		return q.Feat&(lang.Article|lang.With|lang.For) == 0
	case q.Feat&(lang.Dual|lang.Plural) != 0, q.Feat&lang.With != 0 && len(q.Lemma) <= short:
		return false
	}
	return !t.Has(lang.Noun|lang.Accusative) || q.Feat&(lang.Article|lang.Pronoun) != 0
}

// cues reports whether a form of a verb of stance is the cue of a claim, and says with it what somebody wants.
func cues(r *stance.Sentence, i int, w stance.Word, q *lang.Reading, claim int) bool {
	const bare = lang.Participle | lang.Accusative
	switch {
	case claim < 0 || w.Stance == "" || w.Only&stance.OnlyNarrated != 0 || q.Lemma != r.Rec.Claims[claim].Cue.Lemma || wished(r, i, q):
		return false
	case q.Feat&lang.Masdar != 0 && r.Rec.Claims[claim].Source.Elided, w.Only&stance.OnlyVerb != 0 && q.Feat&lang.Participle != 0 && (q.Feat&(lang.Feminine|lang.Plural) == lang.Feminine|lang.Plural || q.Prefix == 0 && i > r.Start && r.Noun(i-1) != nil && r.Noun(i-1).Feat&(lang.Accusative|lang.Article) == lang.Accusative):
		return false // "or asking for it", "proposals", "a loan proposed"
	case q.Feat&(lang.Passive|lang.Active) == lang.Passive, q.Feat&lang.Masdar != 0 && w.Frames&stance.Whom != 0:
		return false
	case w.Only&stance.OnlyVerb != 0 && q.Feat&bare == lang.Participle && r.Tokens[i].Feats&lang.Past != 0:
		return false
	case w.Only&stance.OnlyPresent != 0 && (w.Stance == "commits" && q.Feat&lang.Past != 0 || w.Only&stance.OnlyVerb != 0 && q.Feat&lang.Present == 0):
		return false
	}
	return q.Cue != nil || q.Feat&lang.Verb != 0
}

// carries adds what a form of a verb of stance can be.
func carries(r *stance.Sentence, out []Word, i int, w stance.Word, q *lang.Reading, claim int) []Word {
	g := r.V
	if w.Stance == "commits" && reckoned(r, i) {
		return out
	}
	if i > r.Start && q.Prefix == 0 && (q.Feat&lang.Present != 0 && r.Tokens[i-1].In(g.Already) || necessity(r, i-1)) {
		return out // it may be so, or must be
	}
	if cues(r, i, w, q, claim) {
		out = add(r, out, i, rule.Cue, w, q, claim)
	}
	switch {
	case q.Feat&lang.Verb != 0:
		if nominal(r, i, q) {
			return out
		}
		return verb(r, out, i, w, q)
	case q.Feat&lang.Participle != 0 && q.Feat&(lang.Article|lang.Passive|lang.Accusative) == 0 && q.Feat&(lang.Feminine|lang.Plural) != lang.Feminine|lang.Plural && w.Stance != "" && w.Only&stance.OnlyVerb == 0:
		return add(r, out, i, rule.State, w, q, -1)
	}
	return out
}

// reckoned reports whether token i, which can be a verb of stance, can be one of those that say nothing of a will as well, and what
// stands behind it speaks for that: what somebody is reckoned to be, or among whom.
func reckoned(r *stance.Sentence, i int) bool {
	if !r.Tokens[i].In(r.V.Nothing) {
		return false
	}
	for j := i + 1; j < min(r.End, i+6); j++ {
		t := &r.Tokens[j]
		if t.Kind != lang.WordKind || r.Complementiser(j) || phrase.Glued(t, lang.With|lang.Noun) != nil {
			return false
		}
		if (t.In(r.V.From) || t.In(r.V.Demonstrative)) && r.Grammar.Function(t) || t.Has(lang.Noun|lang.Accusative) && !t.Has(lang.Article) {
			return true
		}
	}
	return false
}

// verb adds what a finite verb can be.
func verb(r *stance.Sentence, out []Word, i int, w stance.Word, q *lang.Reading) []Word {
	g := r.V
	if q.Feat&lang.Pronoun != 0 && w.Frames&(stance.Obj|stance.Clause|stance.As) == 0 {
		return out
	}
	if q.Feat&(lang.First|lang.Dual) != 0 && r.Grammar.Nounish(&r.Tokens[i]) {
		return out // "half" could be "we describe", "a request" "they both asked"
	}
	if w.Only&stance.OnlyPresent != 0 && q.Feat&lang.Present == 0 || w.Only&stance.OnlyPast != 0 && q.Feat&lang.Past == 0 || w.Stance != "" && shortened(r, &r.Tokens[i], q) {
		return out
	}
	never, future := false, q.Feat&lang.Future != 0
	if i > r.Start && q.Feat&lang.Conjunction == 0 {
		p := &r.Tokens[i-1]
		never = r.Is(i-1, stance.KeyNever)
		future = future || r.Is(i-1, stance.KeyWill)
		if p.In(g.Negation) && !never && w.Stance == "" || p.In(g.Already) && q.Feat&lang.Past == 0 || r.Is(i-1, stance.KeyMay) {
			return out // it may be so
		}
	}
	switch {
	case never && q.Feat&lang.Present != 0:
		return add(r, out, i, rule.Never, w, q, -1)
	case never:
		return out
	case q.Feat&lang.Passive != 0 && q.Feat&lang.Active == 0 && w.Frames&stance.Passed == 0:
		return out
	case w.Frames&stance.Passed != 0:
		if q.Feat&lang.First != 0 || i+1 < r.End && r.Tokens[i+1].Has(lang.Masdar|lang.Accusative) && !r.Tokens[i+1].Has(lang.Masdar|lang.Pronoun) {
			return out // somebody does it: "he will make a call"
		}
		if future || w.Stance != "" {
			return add(r, out, i, rule.Passed, w, q, -1)
		}
		return out
	case future:
		if w.Stance == "seeks" && slices.ContainsFunc(r.V.Verbs[q.Lemma], func(o stance.Word) bool { return o.Stance == "" }) {
			return out // "will work on it" is a promise
		}
		return add(r, out, i, rule.Will, w, q, -1)
	case w.Stance == "", wished(r, i, q):
		return out
	}
	return add(r, out, i, rule.Verb, w, q, -1)
}

// wished reports whether "that" stands right before a verb in the present: "that it may", which nobody
// says is so.
func wished(r *stance.Sentence, i int, q *lang.Reading) bool {
	return q.Feat&(lang.Verb|lang.Present) == lang.Verb|lang.Present && q.Prefix == 0 && i > r.Start && r.Complementiser(i-1) && !r.Tokens[i-1].Has(lang.Function|lang.Pronoun)
}

// add adds a trigger, with the negation or particle before it.
func add(r *stance.Sentence, out []Word, i int, kind string, w stance.Word, q *lang.Reading, claim int) []Word {
	if len(out) == cap(out) {
		return out
	}
	c := Word{From: i, At: i, To: i + 1, Kind: kind, Word: w, By: q, Claim: claim}
	if i > r.Start && q.Prefix == 0 {
		p := &r.Tokens[i-1]
		switch {
		case kind == rule.Never, (kind == rule.Will || kind == rule.Passed && r.Is(i-1, stance.KeyWill)) && q.Feat&lang.Future == 0:
			c.From = i - 1
		case p.In(r.V.Negation) && p.In(r.V.Relative) && q.Feat&(lang.Verb|lang.Pronoun) == lang.Verb|lang.Pronoun: // what it holds to be
			if w.Frames&stance.As == 0 {
				return out
			}
		case p.In(r.V.Negation) && p.In(r.V.Relative) && q.Feat&(lang.Verb|lang.Present) == lang.Verb|lang.Present: // what it intends
		case p.In(r.V.Negation) && p.Feats&(lang.Function) != 0:
			if i-1 > r.Start && r.Tokens[i-2].In(r.V.Already) && q.Feat&lang.Past == 0 {
				return out // it may not be so
			}
			c.From, c.Negated = i-1, true
		}
	}
	if c.Negated && w.Negated == "" || !c.Negated && w.Only&stance.OnlyNegated != 0 {
		return out
	}
	return append(out, c)
}
